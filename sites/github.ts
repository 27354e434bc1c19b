import type { Gone, PostCounts } from '../core/model.ts';
import { addressedIn, lastAbove } from './_answers.ts';
import { countIn, countOf } from './_counts.ts';
import { goneFromPage } from './_gone.ts';
import { findOwn, linkOf, pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// Three generations: issues drawn by React, everything else from the server (pull requests, discussions, gists), and how that was years ago.
const reactBody = '[data-testid="issue-viewer-issue-container"], .react-issue-body';
const reactComment =
  '.react-issue-comment, [data-testid^="comment-viewer-outer-box-"], [data-testid="review-thread"] > div:has(.markdown-body)';
const served = '.timeline-comment, .review-comment, [id^="pullrequestreview-"], [id^="discussioncomment-"]';
const roots = `${reactBody}, ${reactComment}, ${served}`;
const row =
  '.js-issue-row, [data-listview-component="items-list"] > li, [data-testid="results-list"] > div, li:has(h3 a[data-hovercard-type="discussion"])';

const body = '[data-testid="markdown-body"], .js-comment-body, .markdown-body:not(.js-preview-body)';
const writer =
  'a[data-testid="issue-body-header-author"], a.author, [data-testid="comment-header"] a[data-testid="avatar-link"], a[data-testid="avatar-link"], a[data-hovercard-type="user"]';
const title = rememberElement('[data-testid="issue-title"], .js-issue-title, h1 .markdown-title');
const whoAmI = rememberElement('meta[name="user-login"]');

const threadPath = /^\/(orgs\/[^/]+|[^/]+\/[^/]+)\/(issues|pull|discussions)\/(\d+)/;
const mark =
  /^(?:(?:issuecomment|pullrequestreview|discussioncomment|gistcomment|commitcomment|issue|pullrequest|discussion)-|discussion_r|r)\d+$/;
const ofThread = /^(?:issue|pullrequest|discussion)-\d/;

/** Of "/acme/tidepool/issues/5": what tells it from all others, whatever list it stands in. Numbers are shared by its three kinds. */
function readThread(path: string): { id: string; path: string; community: string } | undefined {
  const [all, community, , number] = threadPath.exec(path) ?? [];
  return all && community ? { id: `${community}#${number}`, path: all, community } : undefined;
}

/** A comment's own mark: the link around its time, else the id on it or right around it. */
function readMark(root: Element): string | undefined {
  for (const link of root.querySelectorAll('a[href*="#"]')) {
    const found = /#([\w-]+)$/.exec(link.getAttribute('href') ?? '')?.[1];
    if (found && mark.test(found) && link.closest(roots) === root && !link.closest(body)) return found;
  }
  if (mark.test(root.id)) return root.id;
  for (const element of root.querySelectorAll('[id]')) if (mark.test(element.id) && element.closest(roots) === root) return element.id;
  for (let at = root.parentElement; at && root.matches('.timeline-comment'); at = at.parentElement) if (mark.test(at.id)) return at.id;
  return undefined;
}

/** An app writes as "name[bot]"; its page says only the name. */
function readAuthor(link: Element | undefined, page: Page): Post['author'] {
  const path = pathOf(link);
  const app = /^\/apps\/([\w-]+)/.exec(path)?.[1];
  const handle = app ? `${app}[bot]` : /^\/([\w-]+)\/?$/.exec(path)?.[1];
  return handle ? { handle, url: `https://${page.url.hostname}/${app ? `apps/${app}` : handle}` } : {};
}

/** What they quote from others to answer it is not theirs. */
const quotesIn = (element: Element): Element[] => [
  ...element.querySelectorAll('blockquote, .email-hidden-reply, .zeroclipboard-container'),
];

function findAuthor(root: Element): Element | undefined {
  for (const one of writer.split(', ')) {
    const found = findOwn(root, one, roots);
    if (found && !found.closest(body)) return found;
  }
  // The words of a review stand in a box of their own, below the line that says whose it is.
  const review = root.parentElement?.closest('[id^="pullrequestreview-"]');
  return review ? findAuthor(review) : undefined;
}

/** Behind the time stands who edited it last, or (from the server) a menu of its versions. */
const editor =
  'a[data-testid="issue-body-header-link"] + span a, [data-testid="comment-header"] a[href*="#issuecomment-"] + span a, .js-comment-edit-history *';

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(row)) return readRow(root, page);
  const words = findOwn(root, body, roots);
  const fragment = readMark(root);
  const thread = readThread(page.url.pathname);
  const first = root.matches(reactBody) || ofThread.test(fragment ?? '');
  if (!words || words.closest('.js-preview-panel, .js-new-comment-form') || (first ? !thread : !fragment)) return undefined;
  const author = readAuthor(findAuthor(root), page);
  const heading = first ? title(page) : undefined;
  const path = thread?.path ?? page.url.pathname.replace(/\/$/, '');
  const post: Post = {
    id: first && thread ? thread.id : (fragment ?? ''),
    url: `https://${page.url.hostname}${path}${fragment && !first ? `#${fragment}` : ''}`,
    kind: first ? 'post' : 'comment',
    author,
    text: heading ? [heading, words] : [words],
    skip: quotesIn(words),
    postedAt: timeOf(findOwn(root, 'relative-time[datetime], time[datetime]', roots)?.getAttribute('datetime')),
    community: thread?.community ?? /^\/([^/]+\/[^/]+)\/commit\//.exec(page.url.pathname)?.[1],
  };
  if (findOwn(root, editor, roots)) post.edited = true;
  const answered = first ? undefined : readAnswered(root, words, page);
  if (answered) post.parent = answered;
  const me = whoAmI(page)?.getAttribute('content');
  if (me && me === author.handle) post.own = true;
  return post;
}

/** What it quotes was said by somebody above it; or it begins with somebody. */
function readAnswered(root: Element, words: Element, page: Page): string | undefined {
  const quote = words.querySelector('blockquote');
  const said = wordsOf(quote)?.slice(0, 80);
  const name = pathOf(addressedIn(words, 'a.user-mention[href]')).slice(1);
  if (!said && !name) return undefined;
  const above = lastAbove(root, page.document.querySelectorAll(roots), (other) => {
    const theirs = findOwn(other, body, roots);
    if (!theirs) return false;
    return said ? (wordsOf(theirs)?.includes(said) ?? false) : readAuthor(findAuthor(other), page).handle === name;
  });
  if (!above) return undefined;
  const fragment = readMark(above);
  return above.matches(reactBody) || ofThread.test(fragment ?? '') ? readThread(page.url.pathname)?.id : fragment;
}

/** A thread in a list of threads, or among what a search found: its title and who began it. */
function readRow(root: Element, page: Page): Post | undefined {
  const links = [
    ...root.querySelectorAll('h3 a[href], h4 a[href], .search-title a[href], a.markdown-title[href], a.js-navigation-open[href]'),
  ];
  const link = links.find((one) => readThread(linkOf(page, one.getAttribute('href'))?.pathname ?? '') && wordsOf(one));
  const thread = link && readThread(linkOf(page, link.getAttribute('href'))?.pathname ?? '');
  if (!link || !thread) return undefined;
  const by = root.querySelector('a[data-hovercard-url*="/users/"], .opened-by a, a[data-hovercard-type="user"]');
  const handle = /\/users\/([\w-]+)/.exec(by?.getAttribute('data-hovercard-url') ?? '')?.[1] ?? wordsOf(by);
  return {
    id: thread.id,
    url: `https://${page.url.hostname}${thread.path}`,
    kind: 'post',
    author: handle ? { handle, url: `https://${page.url.hostname}/${handle.replace(/^(.*)\[bot\]$/, 'apps/$1')}` } : {},
    text: [link],
    postedAt: timeOf(root.querySelector('relative-time[datetime], time[datetime]')?.getAttribute('datetime')),
    community: thread.community,
  };
}

/** Those that agree; of what is not there nothing is known, and what says "no" or "hm" is left out. */
const agreeing = /👍|❤|🎉|🚀|😄|thumbs up|heart|hooray|rocket|laugh|thumbs_up|tada|\+1|smile/i;
const reactions =
  '.social-reaction-summary-item, .reaction-summary-item, [role="toolbar"] button[aria-label], [aria-label="Reactions"] button[aria-label]';

function counts(root: Element, page: Page): PostCounts {
  if (root.matches(row)) {
    const comments = root.querySelector('a[aria-label$=" comments"], a[aria-label$=" comment"], [data-testid="list-row-comments"]');
    return { replies: countOf(page, comments, 'aria-label') ?? countOf(page, comments) };
  }
  const pressed = [...root.querySelectorAll(reactions)].filter((one) => one.closest(roots) === root && !one.matches('.add-reaction-btn'));
  const known = pressed.flatMap((one) => {
    const label = [
      one.getAttribute('aria-label'),
      one.getAttribute('value'),
      one.querySelector('[alias]')?.getAttribute('alias'),
      one.textContent,
    ];
    const shown = one.querySelector('.js-discussion-reaction-group-count')?.textContent ?? one.textContent ?? '';
    return agreeing.test(label.join(' ')) ? (countIn(shown.replace(/^[^\d]+/, '')) ?? []) : [];
  });
  return { likes: known.length > 0 ? known.reduce((sum, count) => sum + count, 0) : undefined };
}

/** Comments on lines of code, and answers in a discussion, stand in small threads with a field or a button of their own. */
const smallThread =
  '.js-resolvable-timeline-thread-container, .review-thread-component, .js-inline-comments-container, [data-testid="review-thread"], .js-discussion-timeline-item, .discussion-timeline-item';

function mainPost(page: Page): Element | undefined {
  return [...page.document.querySelectorAll(roots)].find((root) => read(root, page)?.kind === 'post');
}

function answered(field: Element, page: Page): Element | undefined {
  const thread = field.closest(smallThread);
  const inside = thread ? [...thread.querySelectorAll(roots)].filter((root) => !root.contains(field) && read(root, page)) : [];
  const around = field.closest(roots);
  return inside.at(-1) ?? (around && read(around, page) ? around : mainPost(page));
}

/** What is deleted keeps its address, and says so. */
const gone = (page: Page): Gone[] =>
  goneFromPage(
    page,
    readThread(page.url.pathname)?.id,
    '.blankslate h3, main h3, main h1, main h2',
    /^this (?:issue|discussion) has been deleted\.?$/i,
    'deleted',
  );

const site: Site = {
  name: 'GitHub',
  hosts: ['github.com'],
  basis: 'source code',
  posts: [reactBody, reactComment, served, row], // 2026-08
  read,
  composers: [
    'textarea[aria-labelledby="comment-composer-heading"]', // 2026-08
    '#react-issue-comment-composer textarea',
    '[data-testid="comment-composer"] textarea',
    'div[class*="AddCommentEditor"] textarea',
    'textarea.js-comment-field, textarea#new_comment_field',
  ],
  replyControl: (root) =>
    root.closest(smallThread)?.querySelector<HTMLElement>('button.review-thread-reply-button, button.js-toggle-inline-comment-form') ??
    undefined,
  answered,
  mainPost,
  counts,
  gone,
  searchUrl: (words) => `https://github.com/search?type=issues&s=created&o=desc&q=${encodeURIComponent(words)}`,
  notificationsUrl: 'https://github.com/notifications',
  expectsPosts: (url) => threadPath.test(url.pathname),
};
export default site;
