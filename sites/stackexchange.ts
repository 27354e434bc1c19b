import type { Gone, PostCounts } from '../core/model.ts';
import { lastAbove } from './_answers.ts';
import { countIn, countOf } from './_counts.ts';
import { goneAmong, goneFromPage } from './_gone.ts';
import { addressOf, pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const question = '.question[data-questionid]';
const answer = '.answer[data-answerid]';
/** Before 2018 comments were rows of a table. */
const comment = 'li.js-comment[data-comment-id], :is(li, tr).comment[id^="comment-"]';
const listed = '.s-post-summary[data-post-id], .question-summary[id]';
const ownLink = rememberElement('a.s-topbar--item.s-user-card[href*="/users/"], a.my-profile[href*="/users/"]');

/** `2026-07-01 10:00:00Z, License: CC BY-SA 4.0` */
const readTime = (element: Element | null | undefined): number | undefined =>
  timeOf(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ/.exec(element?.getAttribute('title') ?? '')?.[0].replace(' ', 'T'));

const userOf = (path: string): string | undefined => /^\/users\/(-?\d+)(?:\/|$)/.exec(path)?.[1];

function readAuthor(link: Element | null | undefined, page: Page): Post['author'] {
  const user = userOf(pathOf(link));
  return { handle: user, name: wordsOf(link), url: user ? addressOf(page, `/users/${user}`) : undefined };
}

/** Someone whose account is gone is named without a link, before the marks of their reputation. */
function readOwner(details: Element | undefined, page: Page): Post['author'] {
  const link = details?.querySelector('a[href*="/users/"]');
  if (link) return readAuthor(link, page);
  const plain = [...(details?.childNodes ?? [])].filter((node) => !(node instanceof Element && node.matches('[class*="flair"]')));
  const name = plain
    .map((node) => node.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name === '' ? {} : { name: name.slice(0, 300) };
}

function isOwn(page: Page, { handle }: Post['author']): true | undefined {
  return handle !== undefined && userOf(pathOf(ownLink(page))) === handle ? true : undefined;
}

/** Comments stand inside the post they are about. */
const own = (root: Element, selector: string): Element[] =>
  [...root.querySelectorAll(selector)].filter((found) => !found.closest('.comments, .js-comments-container'));

function readPost(root: Element, page: Page): Post | undefined {
  const isQuestion = root.matches(question);
  const id = root.getAttribute(isQuestion ? 'data-questionid' : 'data-answerid') ?? '';
  const body = own(root, '.js-post-body, .post-text')[0];
  if (!/^\d+$/.test(id) || !body) return undefined;
  // The first card is that of the last editor, where there is one.
  const cards = own(root, '.post-signature, .user-info');
  const author = readOwner(own(root, '.user-details').at(-1), page);
  const title = isQuestion ? page.document.querySelector('#question-header h1 a, #question-header h1') : null;
  return {
    id: `${page.url.hostname}/${isQuestion ? 'q' : 'a'}/${id}`,
    url: addressOf(page, `/${isQuestion ? 'q' : 'a'}/${id}`),
    kind: isQuestion ? 'post' : 'comment',
    author,
    text: title ? [title, body] : [body],
    skip: [...body.querySelectorAll('.s-notice, .snippet-ctas')],
    postedAt: readTime(cards.at(-1)?.querySelector('.relativetime[title]')),
    edited: own(root, 'a[href$="/revisions"]').length > 0 ? true : undefined,
    own: isOwn(page, author),
  };
}

/** Not every page links a comment's time: its address is that of the question, with its own number and that of the post it is about. */
function addressOfComment(root: Element, page: Page, id: string): string | undefined {
  const about = root.closest(`${question}, ${answer}`);
  const number = about?.getAttribute('data-answerid') ?? about?.getAttribute('data-questionid');
  const asked = page.document.querySelector(question)?.getAttribute('data-questionid');
  const path = /^\/questions\/\d+(?:\/[^/]+)?/.exec(page.url.pathname)?.[0] ?? (asked && `/questions/${asked}`);
  return number && path ? addressOf(page, `${path}#comment${id}_${number}`) : undefined;
}

/** A comment is about the post it stands in, unless it begins with somebody who commented above; names are written there without spaces. */
function readAnswered(root: Element, body: Element, page: Page): string | undefined {
  const named = /^@([\p{L}\p{N}._-]{3,})/u
    .exec(body.textContent?.trim() ?? '')?.[1]
    ?.replace(/[.,:]+$/, '')
    .toLowerCase();
  const beside = root.closest('.comments, .js-comments-container')?.querySelectorAll(comment) ?? [];
  const above =
    named &&
    lastAbove(
      root,
      beside,
      (other) => wordsOf(other.querySelector('.comment-user'))?.replace(/\s/g, '').toLowerCase().startsWith(named) ?? false,
    );
  const id = above ? (above.getAttribute('data-comment-id') ?? /^comment-(\d+)$/.exec(above.id)?.[1]) : undefined;
  return id && `${page.url.hostname}/comment/${id}`;
}

function readComment(root: Element, page: Page): Post | undefined {
  const id = root.getAttribute('data-comment-id') ?? /^comment-(\d+)$/.exec(root.id)?.[1];
  const body = root.querySelector('.comment-copy');
  if (!id || !body) return undefined;
  const author = readAuthor(root.querySelector('a.comment-user'), page);
  return {
    id: `${page.url.hostname}/comment/${id}`,
    url: addressOfComment(root, page, id),
    kind: 'comment',
    author: { ...author, name: author.name ?? wordsOf(root.querySelector('.comment-user')) },
    text: [body],
    postedAt: readTime(root.querySelector('.comment-date [title], .relativetime-clean[title]')),
    edited: root.querySelector('.js-comment-edits') ? true : undefined,
    own: isOwn(page, author),
    parent: readAnswered(root, body, page),
  };
}

/** Lists by activity name who was there last, and not who wrote it. */
function readListedBy(root: Element, page: Page): Pick<Post, 'author' | 'postedAt'> {
  const line = root.querySelector('.s-user-card, .started, .user-info');
  if (!line || line.querySelector('a[href*="lastactivity"]')) return { author: {} };
  return {
    author: readAuthor(line.querySelector('a[href*="/users/"]:not(:has(img))'), page),
    postedAt: readTime(line.querySelector('.relativetime[title]')),
  };
}

function readListed(root: Element, page: Page): Post | undefined {
  const title = root.querySelector('.s-post-summary--content-title a[href], a.question-hyperlink, a.answer-hyperlink');
  const path = pathOf(title);
  // Lists of what one person wrote show answers too, below the question's title.
  const found = /^\/(?:questions|q)\/(\d+)(?:\/[^/]*\/(\d+))?/.exec(path) ?? /^\/(a)\/(\d+)/.exec(path);
  if (!title || !found) return undefined;
  const [kind, id] = found[2] ? ['a', found[2]] : ['q', found[1]];
  const excerpt = root.querySelector('.s-post-summary--content-excerpt, .excerpt');
  return {
    id: `${page.url.hostname}/${kind}/${id}`,
    url: addressOf(page, `/${kind}/${id}`),
    kind: kind === 'q' ? 'post' : 'comment',
    text: excerpt ? [title, excerpt] : [title],
    ...readListedBy(root, page),
  };
}

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(listed)) return readListed(root, page);
  return root.matches(comment) ? readComment(root, page) : readPost(root, page);
}

/** Lists show votes, answers and views, in this order. */
function countListed(root: Element, page: Page): PostCounts {
  const items = [...root.querySelectorAll('.s-post-summary--stats-item')].map(
    (item) => countOf(page, item, 'title') ?? countOf(page, item.querySelector('.s-post-summary--stats-item-number') ?? item),
  );
  const old = (selector: string, attribute?: string) => countOf(page, root.querySelector(selector), attribute);
  return {
    likes: items[0] ?? old('.vote-count-post, .votes .mini-counts'),
    replies: items[1] ?? old('.status strong, .status .mini-counts'),
    views: items[2] ?? old('.views[title]', 'title') ?? old('.views .mini-counts span[title]', 'title'),
  };
}

function counts(root: Element, page: Page): PostCounts {
  if (root.matches(listed)) return countListed(root, page);
  if (root.matches(comment)) return { likes: countOf(page, root.querySelector('.comment-score')) };
  const votes = own(root, '.js-vote-count, .vote-count-post')[0];
  const score = countOf(page, votes, 'data-value') ?? countIn(root.getAttribute('data-score')) ?? countOf(page, votes);
  if (!root.matches(question)) return { likes: score };
  const answers = page.document.querySelector('#answers-header [data-answercount]');
  return {
    likes: score,
    replies: countOf(page, answers, 'data-answercount'),
    views: countOf(page, page.document.querySelector('[title^="Viewed "]'), 'title'),
  };
}

const mainPost = (page: Page): Element | undefined => page.document.querySelector(question) ?? undefined;

/** Who may see what was deleted sees it marked; everyone else is told at the question's address, with a link to why that is done. */
function gone(page: Page): Gone[] {
  const marked = goneAmong(page, '.deleted-answer[data-answerid], .answer.deleted[data-answerid]', (root) => ({
    id: `${page.url.hostname}/a/${root.getAttribute('data-answerid')}`,
  }));
  const asked = page.document.querySelector(question) ? undefined : /^\/q(?:uestions)?\/(\d+)/.exec(page.url.pathname)?.[1];
  const id = asked && `${page.url.hostname}/q/${asked}`;
  return [...marked, ...goneFromPage(page, id, 'a[href*="/help/deleted-questions"]', undefined, 'deleted')];
}

const site: Site = {
  name: 'Stack Exchange',
  hosts: [
    'stackoverflow.com',
    'stackexchange.com',
    'superuser.com',
    'serverfault.com',
    'askubuntu.com',
    'stackapps.com',
    'mathoverflow.net',
  ],
  basis: 'saved pages',
  posts: [question, answer, comment, listed], // 2026-03, older pages 2019
  read,
  composers: ['textarea.js-comment-text-input', 'textarea#wmd-input', 'textarea.wmd-input'], // 2026-03
  // A comment is answered below the post it is about; an answer of one's own is another matter.
  replyControl: (root) =>
    root.querySelector<HTMLElement>('.js-add-link.comments-link:not(.disabled-link)') ??
    root.closest(`${question}, ${answer}`)?.querySelector<HTMLElement>('.js-add-link.comments-link:not(.disabled-link)') ??
    undefined,
  answered: (field, page) => field.closest(`${question}, ${answer}`) ?? mainPost(page),
  mainPost,
  counts,
  gone,
  searchUrl: (words, host) => `https://${host}/search?q=${encodeURIComponent(words)}&tab=newest`,
  expectsPosts: ({ pathname }) => pathname === '/questions',
};
export default site;
