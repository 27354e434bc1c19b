import type { Gone, PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { goneFromPage } from './_gone.ts';
import { findRepeated, pathOf, rememberElement, timeOf, timeOfSnowflake, wordsOf } from './_read.ts';
import { listNamed } from './_shared.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const tweet = 'article[data-testid="tweet"]';
/** Should the mark go one day: an article whose time links to a post. */
const unmarked = 'article:not([data-testid]):has(a[href*="/status/"] > time)';
const dialog = '[role="dialog"]';
/** November 2010, when X began to number by the clock. */
const epoch = 1_288_834_974_657;
const ownLink = rememberElement('a[data-testid="AppTabBar_Profile_Link"]');

/** 2022 pages say it in the plural. */
const nameMark = '[data-testid="User-Name"], [data-testid="User-Names"]';

/** Only the address of the post itself: its photos, statistics and history lie below it. */
const statusPath = /^\/([A-Za-z0-9_]{1,20})\/status\/(\d{1,20})$/;
const belowStatus = /^\/([A-Za-z0-9_]{1,20})\/status\/(\d{1,20})(?:\/|$)/;

/** A quoted post is no article: a link-like box with an author of its own. Badges are link-like boxes too, so the name decides. */
function findQuotes(root: Element, names: readonly Element[]): Element[] {
  if (names.length < 2) return [];
  return names.slice(1).flatMap((name) => {
    const card = name.closest('[role="link"]');
    return card && card !== root && root.contains(card) ? [card] : [];
  });
}

const everywhere = () => true;

function isOutside(boxes: readonly Element[]): (element: Element) => boolean {
  if (boxes.length === 0) return everywhere;
  return (element) => !boxes.some((box) => box.contains(element));
}

function readHandle(root: Element, name: Element | undefined, link = name?.querySelector('a[href]')): string | undefined {
  const linked = pathOf(link).slice(1);
  if (/^\w{1,20}$/.test(linked)) return linked;
  const avatar = root.querySelector('[data-testid^="UserAvatar-Container-"]')?.getAttribute('data-testid');
  return avatar?.slice('UserAvatar-Container-'.length) || /@(\w{1,20})/.exec(name?.textContent ?? '')?.[1];
}

/** Without the mark around it, the name is the first of the links to the author that says more than the handle. */
function readName(root: Element, name: Element | undefined, handle: string, within: Element | null | undefined): string | undefined {
  if (name) return wordsOf(within);
  for (const link of root.querySelectorAll('a[href]')) {
    const words = pathOf(link).slice(1) === handle ? wordsOf(link) : undefined;
    if (words && !words.startsWith('@')) return words;
  }
  return undefined;
}

interface Status {
  handle: string;
  id: string;
  /** In the link to the post. */
  time?: Element;
}

/** A quoted post has a time as well, but its own stands in the link to the post. */
function findTime(root: Element, id: string, own: (element: Element) => boolean): Element | undefined {
  const times = [...root.querySelectorAll('time[datetime]')].filter(own);
  return times.find((time) => pathOf(time.closest('a')).endsWith(`/${id}`)) ?? times[0];
}

/** The post's own address: the link around its time. Nearly always it is the first time in the post. */
function findStatus(root: Element, handle: string | undefined, own: (element: Element) => boolean): Status | undefined {
  const time = root.querySelector('time');
  const link = time?.closest('a');
  const [, writer, id] = (link && statusPath.exec(pathOf(link))) ?? [];
  if (time && writer && id && own(time)) return { handle: writer, id, time };
  return searchStatus([...root.querySelectorAll('a[href*="/status/"]')].filter(own), handle);
}

/** Advertisements have no time, but links to their own photos or statistics. */
function searchStatus(links: readonly Element[], handle: string | undefined): Status | undefined {
  let below: Status | undefined;
  let plain: Status | undefined;
  for (const link of links) {
    const path = pathOf(link);
    const [, writer, id] = belowStatus.exec(path) ?? [];
    if (!writer || !id) continue;
    const status = { handle: writer, id };
    const exact = statusPath.test(path);
    const time = exact && link.querySelector('time');
    if (time) return { ...status, time };
    const theirs = handle !== undefined && writer.toLowerCase() === handle.toLowerCase();
    if (exact && theirs) plain ??= status;
    else if (theirs) below ??= status;
  }
  return plain ?? below;
}

/** The post a status page is about is the one that cannot be reached with the Tab key; it has the page's own address. */
function statusOfPage(root: Element, page: Page, handle: string | undefined): Status | undefined {
  const found = belowStatus.exec(page.url.pathname);
  if (
    !found?.[1] ||
    !found[2] ||
    root.getAttribute('tabindex') !== '-1' ||
    root.closest(dialog)?.querySelector('[data-testid^="tweetTextarea_"]')
  )
    return undefined;
  if (handle && found[1] !== 'i' && found[1].toLowerCase() !== handle.toLowerCase()) return undefined;
  return { handle: handle ?? found[1], id: found[2] };
}

/** Long articles are blocks of rich text; ordinary posts keep their line breaks as characters. */
const articleMarks = new Set(['twitter-article-title', 'twitterArticleRichTextView', 'longformRichTextComponent']);
const articleParts = [...articleMarks].map((mark) => `[data-testid="${mark}"]`).join(', ');

/** One selector that most elements are past at once; a list of several is gone through for each. */
const allParts = `[data-testid]:is(${nameMark}, [data-testid="tweetText"], ${articleParts})`;

/** What is asked of every post, found in one pass: a feed is thousands of them. */
interface Parts {
  names: Element[];
  words: Element[];
  isArticle: boolean;
}

function findParts(root: Element): Parts {
  const parts: Parts = { names: [], words: [], isArticle: false };
  const found = root.querySelectorAll(allParts);
  for (let i = 0; i < found.length; i++) {
    const element = found[i] as Element;
    const mark = element.getAttribute('data-testid') ?? '';
    if (mark.startsWith('User-Name')) parts.names.push(element);
    else parts.words.push(element);
    parts.isArticle ||= articleMarks.has(mark);
  }
  return parts;
}

function findText(root: Element, { words, isArticle }: Parts, own: (element: Element) => boolean): Element[] {
  const marked = own === everywhere ? words : words.filter(own);
  const outermost = isArticle ? marked.filter((part) => !part.parentElement?.closest(articleParts)) : marked;
  return outermost.length > 0 ? outermost : [...root.querySelectorAll('div[lang][dir="auto"]')].filter(own).slice(0, 1);
}

function read(root: Element, page: Page): Post | undefined {
  const parts = findParts(root);
  const name = parts.names[0];
  const link = name?.querySelector('a[href]');
  const own = isOutside(findQuotes(root, parts.names));
  const handle = readHandle(root, name, link);
  const status = findStatus(root, handle, own) ?? statusOfPage(root, page, handle);
  if (!status) return undefined;
  const writer = handle ?? status.handle;
  const time = status.time ?? findTime(root, status.id, own);
  const post: Post = {
    id: status.id,
    url: `https://x.com/${writer}/status/${status.id}`,
    kind: 'post',
    author: { handle: writer, name: readName(root, name, writer, link), url: `https://x.com/${writer}` },
    text: findText(root, parts, own),
    preformatted: !parts.isArticle,
    postedAt: timeOf(time?.getAttribute('datetime')) ?? timeOfSnowflake(status.id, epoch),
  };
  // Its links go by way of a shortener, and only the card says in words where to.
  post.shared = listNamed([...root.querySelectorAll('[data-testid="card.wrapper"] a[href]')].filter(own));
  // The same mark stands inside ordinary posts, around their videos; only around a post does it mean an advertisement.
  if (root.closest('[data-testid="placementTracking"]')) post.promoted = true;
  // A selector of its own for each post has to be read anew for each.
  if (root.querySelector('a[href$="/history"]') && root.querySelector(`a[href$="/status/${status.id}/history"]`)) post.edited = true;
  if (pathOf(ownLink(page)).slice(1).toLowerCase() === writer.toLowerCase()) post.own = true;
  return post;
}

/** The buttons below a post say their numbers whole in their names, in the reader's language; a quoted post has none. */
function counts(root: Element, page: Page): PostCounts {
  const named = (selector: string) => countOf(page, root.querySelector(selector), 'aria-label');
  return {
    replies: named('[data-testid="reply"][aria-label]'),
    reposts: named('[data-testid="retweet"][aria-label], [data-testid="unretweet"][aria-label]'),
    likes: named('[data-testid="like"][aria-label], [data-testid="unlike"][aria-label]'),
    views: named('a[href$="/analytics"][aria-label]'),
  };
}

function mainPost(page: Page): Element | undefined {
  const id = belowStatus.exec(page.url.pathname)?.[2];
  if (!id) return undefined;
  return [...page.document.querySelectorAll(tweet)].find((root) => !root.closest(dialog) && read(root, page)?.id === id);
}

/** The reply window repeats the post without its address; the same post still stands in the page behind it. */
function answered(field: Element, page: Page): Element | undefined {
  const box = field.closest(dialog);
  if (!box) return mainPost(page);
  const repeated = box.querySelector(tweet);
  if (!repeated || read(repeated, page)) return repeated ?? undefined;
  const behind = [...page.document.querySelectorAll(tweet)].filter((root) => !root.closest(dialog));
  const twin = findRepeated(repeated, behind, (root) => ({
    author: `@${readHandle(root, root.querySelector(nameMark) ?? undefined) ?? ''}`,
    text: wordsOf(root.querySelector('[data-testid="tweetText"]')),
  }));
  return twin ?? repeated;
}

/** The post a page is about is an article without marks once it is gone, in the place that the Tab key does not reach. */
const tombstone = '[data-testid="primaryColumn"] article[tabindex="-1"]:not([data-testid])';

/** A page that has nothing at all says so in the place of the post. */
function gone(page: Page): Gone[] {
  const id = statusPath.exec(page.url.pathname)?.[2];
  if (!id || mainPost(page)) return [];
  const deleted = goneFromPage(page, id, tombstone, /deleted by the (?:post|tweet) author/i, 'deleted');
  return deleted.length > 0 ? deleted : goneFromPage(page, id, `${tombstone}, [data-testid="primaryColumn"] [data-testid="error-detail"]`);
}

const site: Site = {
  name: 'X',
  hosts: ['x.com', 'twitter.com'],
  basis: 'saved pages',
  posts: [tweet, unmarked], // 2026-08
  flat: true,
  read,
  composers: ['[data-testid^="tweetTextarea_"][contenteditable="true"]'], // 2026-08
  replyControl: (root) => root.querySelector<HTMLElement>('[data-testid="reply"]') ?? undefined,
  answered,
  mainPost,
  counts,
  gone,
  searchUrl: (words) => `https://x.com/search?q=${encodeURIComponent(words)}&src=typed_query&f=live`,
  searchOr: 'OR',
  notificationsUrl: 'https://x.com/notifications/mentions',
  expectsPosts: ({ pathname }) => pathname === '/home',
};
export default site;
