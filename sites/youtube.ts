import type { Gone, PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { goneFromPage } from './_gone.ts';
import { addressOf, decoded, linkOf, pathOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const comment = 'ytd-comment-view-model, ytd-comment-renderer';
const community = 'ytd-backstage-post-renderer, ytd-post-renderer';
const chat = 'yt-live-chat-text-message-renderer, yt-live-chat-paid-message-renderer';
/** A video among the results of a search, known by its title and a piece of its description. */
const video = 'ytd-video-renderer';
const roots = `${comment}, ${community}, ${chat}, ${video}`;

const advertised = 'ytd-ad-slot-renderer, ytd-search-pyv-renderer';

/** Ids repeat for every comment and post, and a post may hold a shared one, so only what belongs to this root is taken. */
function findOwn(root: Element, selector: string): Element | undefined {
  return [...root.querySelectorAll(selector)].find((element) => element.closest(roots) === root);
}

/** The channel's own comments show the name in a badge, and leave the usual link empty. */
function readAuthor(root: Element, page: Page): Post['author'] | undefined {
  const link = [
    findOwn(root, 'a#author-text[href]'),
    ...['/@', '/channel/', '/c/', '/user/'].map((start) => findOwn(root, `:is(#header-author, #channel-name) a[href*="${start}"]`)),
  ].find((one) => one && pathOf(one) !== '');
  const path = pathOf(link);
  const handle = /^\/(?:@|channel\/|c\/|user\/)([^/]+)/.exec(path)?.[1];
  if (!handle) return undefined;
  const name = wordsOf(link);
  const known = decoded(handle);
  return {
    handle: known,
    name: name?.replace(/^@/, '') === known ? undefined : name,
    url: addressOf(page, path),
  };
}

interface Address {
  id: string;
  path: string;
}

const timeLink = '#published-time-text a[href], .published-time-text a[href]';

/** The time is a link to the very comment: `lc` names it, beside the video or post it stands under. */
function readAddress(root: Element, page: Page): Address | undefined {
  const url = linkOf(page, findOwn(root, timeLink)?.getAttribute('href'));
  if (!url) return undefined;
  if (!root.matches(comment)) {
    const key = /^\/post\/([\w-]+)/.exec(url.pathname)?.[1] ?? url.searchParams.get('lb');
    return key ? { id: key, path: `/post/${key}` } : undefined;
  }
  const key = url.searchParams.get('lc');
  if (!key) return undefined;
  const video = url.searchParams.get('v');
  const query = new URLSearchParams(video ? { v: video, lc: key } : { lc: key });
  return { id: key, path: `${url.pathname}?${query}` };
}

/** A chat message has no address; the name of its author is no link either. */
function readChat(root: Element): Post | undefined {
  const name = wordsOf(root.querySelector('#author-name'));
  const text = root.querySelector('#message');
  if (!root.id || !name || !text) return undefined;
  const author = name.startsWith('@') ? { handle: name.slice(1) } : { name };
  return { id: root.id, kind: 'message', author, text: [text] };
}

function readVideo(root: Element, page: Page): Post | undefined {
  const title = root.querySelector('a#video-title[href]');
  const url = linkOf(page, title?.getAttribute('href'));
  const short = /^\/shorts\/([\w-]+)/.exec(url?.pathname ?? '')?.[1];
  const id = short ?? url?.searchParams.get('v');
  const author = readAuthor(root, page);
  if (!id || !title || !author) return undefined;
  const post: Post = {
    id,
    url: addressOf(page, short ? `/shorts/${short}` : `/watch?v=${id}`),
    kind: 'post',
    author,
    text: [title, root.querySelector('.metadata-snippet-text')].filter((element) => element !== null),
  };
  if (root.closest(advertised)) post.promoted = true;
  return post;
}

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(chat)) return readChat(root);
  if (root.matches(video)) return readVideo(root, page);
  const address = readAddress(root, page);
  const author = readAuthor(root, page);
  const text = findOwn(root, '#content-text');
  if (!address || !author || !text) return undefined;
  const post: Post = {
    id: address.id,
    url: addressOf(page, address.path),
    kind: root.matches(comment) ? 'comment' : 'post',
    author,
    text: [text],
    preformatted: true,
  };
  // Threads stand in threads: the one around the replies begins with what they answer.
  const above = root.closest('#replies')?.closest('ytd-comment-thread-renderer')?.querySelector(comment);
  const answered = above ? readAddress(above, page)?.id : undefined;
  if (answered) post.parent = answered;
  if (root.closest(advertised)) post.promoted = true;
  // The site says it only in words; other languages are left unsaid.
  if (/\(edited\)\s*$/.test(findOwn(root, '#published-time-text, .published-time-text')?.textContent ?? '')) post.edited = true;
  return post;
}

/** A reply box opens below the comment it answers, inside the same engagement bar or thread. */
function answered(field: Element): Element | undefined {
  if (!field.closest('ytd-commentbox[is-reply]')) return undefined;
  return field.closest('ytd-comment-thread-renderer')?.querySelector(comment) ?? undefined;
}

/** Views stand before the age of a video; where only one of the two is shown, nobody knows which. */
function counts(root: Element, page: Page): PostCounts {
  if (root.matches(video)) {
    const line = [...root.querySelectorAll('#metadata-line > span, #metadata-line .inline-metadata-item')];
    return { views: line.length === 2 ? countOf(page, line[0]) : undefined };
  }
  const votes = findOwn(root, '#vote-count-middle');
  const likes = countOf(page, votes, 'aria-label') ?? countOf(page, votes);
  if (!root.matches(comment)) return { likes, replies: countOf(page, findOwn(root, '#reply-button-end')) };
  const thread = root.closest('ytd-comment-thread-renderer');
  const opens = thread?.querySelector(comment) === root ? thread.querySelector('#more-replies-sub-thread, #more-replies') : undefined;
  return { likes, replies: countOf(page, opens) };
}

function mainPost(page: Page): Element | undefined {
  const key = /^\/post\/([\w-]+)/.exec(page.url.pathname)?.[1];
  if (!key) return undefined;
  return [...page.document.querySelectorAll(community)].find((root) => readAddress(root, page)?.id === key);
}

/** In place of the film stands why there is none; that it is not for children, or not yet begun, is no such reason. */
function gone(page: Page): Gone[] {
  const id = page.url.pathname === '/watch' ? (page.url.searchParams.get('v') ?? undefined) : undefined;
  const why = 'yt-player-error-message-renderer #reason, .ytp-error-content-wrap-reason, yt-player-error-message-renderer #subreason';
  const removed = goneFromPage(page, id, why, /removed|terminated|no longer available/i, 'deleted');
  return removed.length > 0 ? removed : goneFromPage(page, id, why, /video unavailable|private video|isn.t available/i);
}

const site: Site = {
  name: 'YouTube',
  hosts: ['youtube.com'],
  basis: 'reports',
  posts: [comment, community, chat, video], // 2026-08, videos 2025
  read,
  composers: ['#contenteditable-textarea #contenteditable-root[contenteditable="true"]'], // 2026-08
  replyControl: (root) => findOwn(root, '#reply-button-end button') as HTMLElement | undefined,
  answered,
  mainPost,
  counts,
  gone,
  searchUrl: (words) => `https://www.youtube.com/results?search_query=${encodeURIComponent(words)}&sp=CAISAhAB`,
  expectsPosts: ({ pathname }) => pathname.startsWith('/post/'),
  frames: ['https://www.youtube.com/live_chat*'],
};
export default site;
