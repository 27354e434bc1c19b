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

const mainPost = (page: Page): Element | undefined => page.document.querySelector(question) ?? undefined;

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
  searchUrl: (words, host) => `https://${host}/search?q=${encodeURIComponent(words)}&tab=newest`,
  expectsPosts: ({ pathname }) => pathname === '/questions',
};
export default site;
