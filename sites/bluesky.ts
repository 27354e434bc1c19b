import type { Gone, PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { goneFromPage } from './_gone.ts';
import { addressOf, findRepeated, isPlausible, pathOf, rememberElement, wordsOf } from './_read.ts';
import { listShared } from './_shared.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const feedItem = '[data-testid^="feedItem-by-"]';
const threadItem = '[data-testid^="postThreadItem-by-"]';
/** Search results and notifications are posts without a mark of their own. */
const unmarked = '[role="link"]:has([data-testid="contentHider-post"])';
const roots = `${feedItem}, ${threadItem}, ${unmarked}`;
const postPath = /^\/profile\/([^/]+)\/post\/([a-z0-9]+)(\/(?:liked-by|reposted-by|quotes))?$/;
const navLink = rememberElement('nav a[href*="/profile/"]');

interface Address {
  actor: string;
  key: string;
}

/** A quoted post is a link-like box inside the root, with an avatar of its own. */
function findQuotes(root: Element): Element[] {
  return [...root.querySelectorAll('[role="link"]')].filter(
    (box) =>
      box.localName !== 'a' &&
      box.querySelector('[data-testid="userAvatarImage"], [data-testid="userAvatarFallback"]') &&
      box.querySelector('[data-word-wrap="1"], [dir="auto"]'),
  );
}

function handleOf(root: Element): string | undefined {
  return /^(?:feedItem|postThreadItem)-by-(.+)$/.exec(root.getAttribute('data-testid') ?? '')?.[1];
}

/** The post's own address. The post a thread page is about links only to the lists below it (likes, reposts, quotes). */
function findAddress(root: Element, own: (element: Element) => boolean): Address | undefined {
  let below: Address | undefined;
  for (const link of root.querySelectorAll('a[href*="/post/"]')) {
    const [, actor, key, list] = postPath.exec(pathOf(link)) ?? [];
    // A link in the words is somebody's post that the author points at.
    if (!actor || !key || !own(link) || link.closest('[data-word-wrap="1"]')) continue;
    if (!list) return { actor, key };
    below ??= { actor, key };
  }
  return below;
}

/** Screens that were left stay in the page, hidden: what they show is not what the address bar names. */
function isShown(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility();
}

function addressOfPage(root: Element, page: Page): Address | undefined {
  const [, actor, key] = postPath.exec(page.url.pathname) ?? [];
  const handle = handleOf(root);
  if (!actor || !key || !root.matches(threadItem) || !isShown(root)) return undefined;
  return actor.startsWith('did:') || actor === handle ? { actor: handle ?? actor, key } : undefined;
}

const digits = '234567abcdefghijklmnopqrstuvwxyz';

/** Record keys are times: microseconds in the upper 53 of 64 bits, written in base 32. */
function timeOfKey(key: string): number | undefined {
  if (key.length !== 13) return undefined;
  let number = 0n;
  for (const letter of key) number = number * 32n + BigInt(Math.max(0, digits.indexOf(letter)));
  const time = Math.floor(Number(number >> 10n) / 1000);
  return isPlausible(time) ? time : undefined;
}

/** Above the author may stand who reposted it, so only links to the author's own profile are asked. */
function readName(root: Element, actor: string): string | undefined {
  for (const link of root.querySelectorAll('a[href*="/profile/"]')) {
    if (pathOf(link) !== `/profile/${actor}`) continue;
    const words = wordsOf(link);
    if (words && !words.startsWith('@') && !link.closest('[data-word-wrap="1"]')) return words;
  }
  return undefined;
}

function findText(root: Element, own: (element: Element) => boolean): Element[] {
  const marked = [...root.querySelectorAll('[data-testid="postText"]')].filter(own);
  if (marked.length > 0) return marked;
  return [...root.querySelectorAll('[data-word-wrap="1"]')].filter((block) => own(block) && !block.closest('a')).slice(0, 1);
}

function read(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(`${feedItem}, ${threadItem}`) || (!handleOf(root) && root.querySelector(`${feedItem}, ${threadItem}`)))
    return undefined;
  const quotes = findQuotes(root);
  const own = (element: Element): boolean => !quotes.some((quote) => quote.contains(element));
  const address = findAddress(root, own) ?? addressOfPage(root, page);
  if (!address) return undefined;
  const handle = address.actor.startsWith('did:') ? (handleOf(root) ?? address.actor) : address.actor;
  const post: Post = {
    id: address.key,
    url: addressOf(page, `/profile/${address.actor}/post/${address.key}`),
    kind: 'post',
    author: { handle, name: readName(root, address.actor) ?? readName(root, handle), url: addressOf(page, `/profile/${handle}`) },
    text: findText(root, own),
    preformatted: true,
    postedAt: timeOfKey(address.key),
  };
  post.shared = listShared(page, [...root.querySelectorAll('a[href^="http"]')].filter(own), post.text);
  if (pathOf(navLink(page)) === `/profile/${handle}`) post.own = true;
  return post;
}

/** Most buttons say their numbers whole in their names; the one for reposts only shows it, rounded. A quoted post has no buttons. */
function counts(root: Element, page: Page): PostCounts {
  const find = (mark: string) => root.querySelector(`[data-testid="${mark}"]`);
  return {
    likes: countOf(page, find('likeBtn'), 'aria-label') ?? countOf(page, find('likeCount')),
    replies: countOf(page, find('replyBtn'), 'aria-label'),
    reposts: countOf(page, find('repostCount') ?? find('repostCount-expanded')),
  };
}

function mainPost(page: Page): Element | undefined {
  const key = postPath.exec(page.url.pathname)?.[2];
  if (!key) return undefined;
  return [...page.document.querySelectorAll(threadItem)].find((root) => isShown(root) && read(root, page)?.id === key);
}

/** The composer repeats the post it answers above its field. */
function answered(field: Element, page: Page): Element | undefined {
  let box = field.parentElement;
  while (box && !box.querySelector('[data-testid="composerPublishBtn"]')) box = box.parentElement;
  if (!box) return undefined;
  return findRepeated(box, page.document.querySelectorAll(roots), (root) => {
    const post = read(root, page);
    return { author: post?.author.name ?? post?.author.handle, text: wordsOf(post?.text[0]) };
  });
}

/** A thread that cannot be loaded says why, in the reader's language; only this reason means the post. */
const missing =
  /^(?:post not found|beitrag nicht gefunden|post nicht gefunden|publicación no encontrada|post não encontrado|publication introuvable|post non trovato|bericht niet gevonden|投稿が見つかりません|this post has been deleted)/i;

function gone(page: Page): Gone[] {
  const key = postPath.exec(page.url.pathname)?.[2];
  if (!key || [...page.document.querySelectorAll(threadItem)].some(isShown)) return [];
  return goneFromPage(page, key, '[data-testid="postThreadScreen"] [dir="auto"], main [dir="auto"]', missing);
}

const site: Site = {
  name: 'Bluesky',
  hosts: ['bsky.app'],
  basis: 'saved pages',
  posts: [threadItem, feedItem, unmarked], // 2026-08
  read,
  composers: ['.ProseMirror[contenteditable="true"]', '[role="textbox"][contenteditable="true"]'], // 2026-04
  replyControl: (root) => root.querySelector<HTMLElement>('[data-testid="replyBtn"]') ?? undefined,
  answered,
  mainPost,
  counts,
  gone,
  searchUrl: (words) => `https://bsky.app/search?q=${encodeURIComponent(words)}&tab=latest`,
  notificationsUrl: 'https://bsky.app/notifications',
  expectsPosts: ({ pathname }) => pathname === '/',
};
export default site;
