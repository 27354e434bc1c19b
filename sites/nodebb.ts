import type { Gone, PostCounts } from '../core/model.ts';
import { addressedIn, lastAbove } from './_answers.ts';
import { countOf } from './_counts.ts';
import { goneAmong } from './_gone.ts';
import { addressOf, decoded, findOwn, isPlausible, linkOf, pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
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
const slugOf = (path: string): string | undefined => {
  const slug = /\/user\/([^/]+)$/.exec(path)?.[1];
  return slug && decoded(slug);
};

/** A picture of who wrote it: a letter in a box where they have none. */
const picture = ':is(img, .user-icon, .avatar, [component="user/picture"], [component^="avatar/"])';
/** Beside its author, a topic in a list shows who answered last; a post may name people, and hold its answers. */
const others = `[component="topic/teaser"], [component="post/replies/container"], ${content}`;
const titled = ['title', 'aria-label', 'data-bs-original-title', 'alt'];

/** A link that holds a picture alone says the name when it is pointed at. */
function titleOf(link: Element | undefined): string | undefined {
  const named = [link, ...(link?.querySelectorAll('[title], [alt]') ?? [])].filter((one) => one !== undefined);
  return named.flatMap((one) => titled.map((attribute) => one.getAttribute(attribute))).find((title) => title?.trim()) ?? undefined;
}

function readAuthor(root: Element, page: Page): Post['author'] {
  const links = [...root.querySelectorAll('a[href*="/user/"]')].filter((one) => !one.closest(others));
  const link = links.find((one) => one.matches('[data-username], [itemprop="author"], [itemprop="author"] a')) ?? links[0];
  const slug = slugOf(pathOf(link));
  const inWords = links.find((one) => slugOf(pathOf(one)) === slug && !one.querySelector(picture) && wordsOf(one));
  const name = root.getAttribute('data-username') ?? wordsOf(inWords) ?? titleOf(link) ?? wordsOf(link);
  return { handle: slug ?? name, name, url: slug ? linkOf(page, link?.getAttribute('href'))?.href : undefined };
}

/** Once shown as "3 days ago", a time is kept as people write it; in numbers alone it could be a day or a month. */
function timeIn(root: Element): number | undefined {
  const title = root.querySelector('.timeago[title]')?.getAttribute('title') ?? '';
  return /^\d{4}-\d\d-\d\dT|\p{L}{3}/u.test(title) ? timeOf(title) : undefined;
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

/** Every post has the line about who edited it; it names somebody where it was. */
const edited = '[component="post/edit-indicator"]:not(.hidden), [component="post/editor"][data-editor]:not([data-editor=""])';

/** What came from another server is known by its whole address there. */
const idOf = (page: Page, kind: 'post' | 'topic', id: string): string => `${page.url.hostname}/${kind}/${id}`.slice(0, 500);

/** The post it is marked as an answer to, or quotes, or the person it begins with. */
function readAnswered(root: Element, body: Element, page: Page, topic: string | undefined): string | undefined {
  const mark = findOwn(root, '[component="post/parent"][data-topid], [component="post/parent"][data-parent-pid]', post);
  const quoted = [...body.querySelectorAll('blockquote')].map((quote) => quote.previousElementSibling?.querySelector('a[href*="/post/"]'));
  const person = addressedIn(body, 'a.plugin-mentions-user');
  const slug = quoted.some(Boolean) ? undefined : slugOf(pathOf(person));
  const above = slug && lastAbove(root, page.document.querySelectorAll(post), (other) => other.getAttribute('data-userslug') === slug);
  const pid =
    mark?.getAttribute('data-topid') ??
    mark?.getAttribute('data-parent-pid') ??
    /\/post\/([^/]+)$/.exec(pathOf(quoted.find(Boolean)))?.[1] ??
    (above ? above.getAttribute('data-pid') : undefined);
  if (!pid) return undefined;
  const first = page.document.querySelector(`${post}[data-index="0"]`)?.getAttribute('data-pid') === pid;
  return first && topic ? idOf(page, 'topic', topic) : idOf(page, 'post', decoded(pid));
}

function readPost(root: Element, page: Page): Post | undefined {
  const pid = root.getAttribute('data-pid') ?? '';
  const body = [...root.querySelectorAll(content)].find((found) => found.closest(post) === root);
  if (!body || pid === '' || root.classList.contains('deleted')) return undefined;
  const base = /^(.*?)\/(?:topic|user|category|recent|unread|popular|top|search|post)(?:\/|$)/.exec(page.url.pathname)?.[1] ?? '';
  const author = readAuthor(root, page);
  const topic = root.closest('[component="topic"][data-tid]')?.getAttribute('data-tid');
  const title = root.getAttribute('data-index') === '0' ? page.document.querySelector('[component="topic/title"]') : null;
  const posted = Number(root.getAttribute('data-timestamp'));
  return {
    // A list shows the first post by its topic's title, and knows the topic's number alone.
    id: title && topic ? idOf(page, 'topic', topic) : idOf(page, 'post', pid),
    url: addressOf(page, `${base}/post/${encodeURIComponent(pid)}`),
    kind: title ? 'post' : 'comment',
    author,
    text: title ? [title, body] : [body],
    skip: listQuotes(body),
    postedAt: isPlausible(posted) ? posted : timeIn(root),
    community: wordsOf(
      page.document.querySelector(
        '[component="topic"] [component="breadcrumb/current"], ol.breadcrumb li:nth-last-child(2) [itemprop="name"]',
      ),
    ),
    edited: findOwn(root, edited, post) ? true : undefined,
    own: isOwn(root, page, author.handle),
    parent: title ? undefined : readAnswered(root, body, page, topic ?? undefined),
  };
}

/** A topic in a list, known by its title alone. */
function readTopic(root: Element, page: Page): Post | undefined {
  const tid = root.getAttribute('data-tid');
  const title = root.querySelector('[component="topic/header"] a[href*="/topic/"], a[href*="/topic/"]');
  const path = /^(.*\/topic\/[^/]+(?:\/[^/]+)?)/.exec(pathOf(title))?.[1];
  if (!tid || !title || !path) return undefined;
  return {
    id: idOf(page, 'topic', tid),
    url: addressOf(page, path),
    kind: 'post',
    author: readAuthor(root, page),
    text: [title],
    postedAt: timeIn(root),
  };
}

/** A list counts all posts of a topic; all but the first are answers. */
function counts(root: Element, page: Page): PostCounts {
  const stat = (name: string) => countOf(page, root.querySelector(`.stats-${name} .human-readable-number`), 'title');
  if (!root.matches(post)) {
    const all = stat('postcount');
    return { likes: stat('votes'), replies: all === undefined ? undefined : Math.max(0, all - 1), views: stat('viewcount') };
  }
  return {
    likes: countOf(page, findOwn(root, '[component="post/vote-count"]', post), 'data-votes'),
    replies: countOf(page, findOwn(root, '[component="post/reply-count/text"]', post), 'data-replies'),
  };
}

function mainPost(page: Page): Element | undefined {
  return page.document.querySelector(`[component="topic"] ${post}`) ?? undefined;
}

const gone = (page: Page): Gone[] => [
  ...goneAmong(page, `${post}.deleted:not([data-index="0"])`, (root) => ({ id: idOf(page, 'post', root.getAttribute('data-pid') ?? '') })),
  ...goneAmong(page, `${listed}.deleted`, (root) => ({ id: idOf(page, 'topic', root.getAttribute('data-tid') ?? '') })),
];

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
  counts,
  gone,
  searchUrl: (words, host) =>
    `https://${host}/search?in=titlesposts&term=${encodeURIComponent(words)}&sortBy=timestamp&sortDirection=desc&showAs=posts`,
  notificationsUrl: '/notifications',
  expectsPosts: ({ pathname }) => pathname === '/recent',
};
export default site;
