import { addressOf, isPlausible, linkOf, pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const post = '[component="post"][data-pid]';
const listed = '[component="category/topic"][data-tid]';
const content = '[component="post/content"]';
/** The header shows who is signed in, in the older theme and in the newer one. */
const ownLink = rememberElement(
  '[component="header/profilelink"][href], [component="sidebar/right"] [component="header/avatar"] a[href*="/user/"]',
);

/** Forums may live below a path of their host ("/forum"); the links tell. */
const slugOf = (path: string): string | undefined => /\/user\/([^/]+)$/.exec(path)?.[1];

function readAuthor(root: Element, page: Page): Post['author'] {
  const link = root.querySelector(`a[href*="/user/"][data-username], [itemprop="author"] a[href], a[href*="/user/"]`);
  const slug = slugOf(pathOf(link));
  const name = root.getAttribute('data-username') ?? wordsOf(link);
  return { handle: slug ?? name, name: name ?? undefined, url: slug ? linkOf(page, link?.getAttribute('href'))?.href : undefined };
}

/** The quoted one is named in the line above, with a link to what they said. */
function listQuotes(body: Element): Element[] {
  return [...body.querySelectorAll('blockquote')].flatMap((quote) => {
    const line = quote.previousElementSibling;
    return line?.querySelector('a[href*="/post/"], a.plugin-mentions-user') ? [line, quote] : [quote];
  });
}

function isOwn(root: Element, page: Page, handle: string | undefined): true | undefined {
  const me = slugOf(pathOf(ownLink(page)));
  return root.classList.contains('self-post') || (me !== undefined && me === handle) ? true : undefined;
}

function readPost(root: Element, page: Page): Post | undefined {
  const pid = root.getAttribute('data-pid') ?? '';
  const body = [...root.querySelectorAll(content)].find((found) => found.closest(post) === root);
  if (!body || !/^[\w-]+$/.test(pid) || root.classList.contains('deleted')) return undefined;
  const base = /^(.*?)\/(?:topic|user|category|recent|unread|popular|top|search|post)(?:\/|$)/.exec(page.url.pathname)?.[1] ?? '';
  const author = readAuthor(root, page);
  const title = root.getAttribute('data-index') === '0' ? page.document.querySelector('[component="topic/title"]') : null;
  const posted = Number(root.getAttribute('data-timestamp'));
  return {
    id: `${page.url.hostname}/post/${pid}`,
    url: addressOf(page, `${base}/post/${pid}`),
    kind: title ? 'post' : 'comment',
    author,
    text: title ? [title, body] : [body],
    skip: listQuotes(body),
    postedAt: isPlausible(posted) ? posted : timeOf(root.querySelector('.timeago')?.getAttribute('title')),
    community: wordsOf(
      page.document.querySelector(
        '[component="topic"] [component="breadcrumb/current"], ol.breadcrumb li:nth-last-child(2) [itemprop="name"]',
      ),
    ),
    edited: root.querySelector('[component="post/edit-indicator"]:not(.hidden), [component="post/editor"] .timeago') ? true : undefined,
    own: isOwn(root, page, author.handle),
  };
}

/** A topic in a list, known by its title alone. */
function readTopic(root: Element, page: Page): Post | undefined {
  const tid = root.getAttribute('data-tid');
  const title = root.querySelector('[component="topic/header"] a[href*="/topic/"], a[href*="/topic/"]');
  const path = /^(.*\/topic\/\d+(?:\/[^/?#]+)?)/.exec(pathOf(title))?.[1];
  if (!tid || !title || !path) return undefined;
  return {
    id: `${page.url.hostname}/topic/${tid}`,
    url: addressOf(page, path),
    kind: 'post',
    author: readAuthor(root, page),
    text: [title],
    postedAt: timeOf(root.querySelector('.timeago[title]')?.getAttribute('title')),
  };
}

function mainPost(page: Page): Element | undefined {
  return page.document.querySelector(`[component="topic"] ${post}`) ?? undefined;
}

const site: Site = {
  name: 'NodeBB',
  hosts: [],
  detect: (page) =>
    page.document.querySelector('script[src*="nodebb.min.js"], [component="topic"][data-tid], ul[component="category"]') !== null,
  basis: 'source code',
  posts: [post, listed], // 4.x and 3.x, 2026-06
  read: (root, page) => (root.matches(post) ? readPost(root, page) : readTopic(root, page)),
  composers: ['[component="composer"] textarea.write', '[component="topic/quickreply/text"]'], // 2026-06
  replyControl: (root) => root.querySelector<HTMLElement>('[component="post/reply"]') ?? undefined,
  answered: (field, page) => field.closest(post) ?? mainPost(page),
  mainPost,
  searchUrl: (words, host) =>
    `https://${host}/search?in=titlesposts&term=${encodeURIComponent(words)}&sortBy=timestamp&sortDirection=desc&showAs=posts`,
  notificationsUrl: '/notifications',
  expectsPosts: ({ pathname }) => pathname === '/recent',
};
export default site;
