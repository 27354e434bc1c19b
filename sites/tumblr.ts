import type { PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { linkOf, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// The frame of a post is numbered; what is in it has only classes that change.
const post = '[data-id]:is([tabindex="-1"], [data-timeline-object]):has(article)';
/** A post that a page without an account shows, and one opened in a window. */
const bare = 'article:has(header a[rel="author"]):not([data-id] article)';
const words = 'p, h1, h2, h3, li, pre, blockquote';
const home = 'https://www.tumblr.com';

const reserved =
  /^(dashboard|tagged|search|explore|settings|inbox|likes|following|blog|new|reblog|live|about|policy|help|login|register|communities)$/;

interface Place {
  blog: string;
  id?: string;
}

/** `/harbour/7100/title`, `/@harbour/7100`, `harbour.tumblr.com/post/7100`, or the blog alone. */
function readPlace(url: URL | undefined): Place | undefined {
  if (!url || !/(^|\.)tumblr\.com$/.test(url.hostname)) return undefined;
  const below = /^([\w-]+)\.tumblr\.com$/.exec(url.hostname)?.[1];
  if (below && below !== 'www') return { blog: below, id: /^\/post\/(\d+)/.exec(url.pathname)?.[1] };
  const [, blog, id] = /^\/(?:@|blog\/(?:view\/)?)?([\w-]+)(?:\/(\d+))?/.exec(url.pathname) ?? [];
  return blog && !reserved.test(blog) ? { blog, id } : undefined;
}

/** Who is named, in the head of the post and in the head of each contribution to it: a link to a blog that says its name. */
function listHeads(article: Element, page: Page): { link: Element; place: Place }[] {
  return [...article.querySelectorAll('a[href]')].flatMap((link) => {
    const place = link.closest(`${words}, footer, [role="menu"], button`) ? undefined : readPlace(linkOf(page, link.getAttribute('href')));
    return place && wordsOf(link)?.replace(/^@/, '').toLowerCase() === place.blog.toLowerCase() ? [{ link, place }] : [];
  });
}

interface Part extends Place {
  blocks: Element[];
}

const follows = (first: Element, second: Element): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Contributions stand one below the other; words belong to the head above them. */
function listParts(article: Element, heads: readonly { link: Element; place: Place }[]): Part[] {
  const parts: Part[] = [];
  const blocks = [...article.querySelectorAll(words)].filter(
    (block) =>
      wordsOf(block) &&
      !block.closest('header, footer, figure, [role="menu"], [aria-hidden="true"]') &&
      !block.parentElement?.closest(words),
  );
  let last: Element | undefined;
  for (const block of blocks) {
    const head = heads.findLast(({ link }) => follows(link, block));
    if (!head) continue;
    if (head.link !== last) parts.push({ ...head.place, blocks: [] });
    last = head.link;
    parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

/** Tags are the author's own words, below the post. */
const listTags = (article: Element): Element[] => [...article.querySelectorAll('a[href*="/tagged/"]')].filter((tag) => !tag.closest(words));

/** Who passes a post on without a word says nothing: then the post is the last contributor's, under their own number. */
function read(root: Element, page: Page): Post | undefined {
  const article = root.matches('article') ? root : root.querySelector('article');
  if (!article || root.parentElement?.closest(post)) return undefined;
  const heads = listHeads(article, page);
  const header = article.querySelector('header');
  const time = article.querySelector('time[datetime]');
  const blog =
    readPlace(linkOf(page, header?.querySelector('a[rel="author"], a[href]')?.getAttribute('href')))?.blog ?? heads[0]?.place.blog;
  const id =
    root.getAttribute('data-id') ?? readPlace(linkOf(page, time?.closest('a')?.getAttribute('href')))?.id ?? readPlace(page.url)?.id;
  if (!blog || !id || !/^\d+$/.test(id)) return undefined;
  const parts = listParts(article, heads);
  const last = parts.at(-1);
  const passedOn = last !== undefined && last.blog.toLowerCase() !== blog.toLowerCase();
  const place = passedOn && last.id ? { blog: last.blog, id: last.id } : { blog, id };
  const writer = passedOn ? last.blog : blog;
  const result: Post = {
    id: place.id,
    url: `${home}/${place.blog}/${place.id}`,
    kind: 'post',
    author: { handle: writer, url: `${home}/${writer}` },
    text: [...(last?.blocks ?? []), ...(passedOn ? [] : listTags(article))],
    skip: [...article.querySelectorAll('figure, [role="button"]')],
    postedAt: passedOn ? undefined : timeOf(time?.getAttribute('datetime')),
  };
  if (article.querySelector('header use[href*="ds-blaze"]')) result.promoted = true;
  return result;
}

/** Beside the picture on a button its number; all together ("1,234 notes") are of no one kind. */
function counts(root: Element, page: Page): PostCounts {
  const of = (picture: RegExp) => {
    const use = [...root.querySelectorAll('footer use')].find((one) =>
      picture.test(one.getAttribute('href') ?? one.getAttribute('xlink:href') ?? ''),
    );
    return countOf(page, use?.closest('button, a'));
  };
  return { replies: of(/ds-reply/), reposts: of(/ds-reblog/), likes: of(/ds-(?:like|heart)/) };
}

/** Buttons are known by their pictures. */
function replyControl(root: Element): HTMLElement | undefined {
  const uses = [...root.querySelectorAll('footer use')];
  const reply = uses.find((use) => /ds-reply/.test(use.getAttribute('href') ?? use.getAttribute('xlink:href') ?? ''));
  return reply?.closest<HTMLElement>('button, a') ?? undefined;
}

function mainPost(page: Page): Element | undefined {
  const id = readPlace(page.url)?.id;
  return id
    ? [...page.document.querySelectorAll(`${post}, ${bare}`)].find(
        (root) => root.getAttribute('data-id') === id || read(root, page)?.id === id,
      )
    : undefined;
}

const site: Site = {
  name: 'Tumblr',
  hosts: ['tumblr.com'],
  basis: 'reports',
  posts: [post, bare], // 2026-08
  read,
  composers: ['article [contenteditable="true"], [data-id] [contenteditable="true"]', '[data-id] textarea'],
  replyControl,
  mainPost,
  counts,
  searchUrl: (query) => `https://www.tumblr.com/search/${encodeURIComponent(query)}/recent`,
  notificationsUrl: 'https://www.tumblr.com/inbox',
  expectsPosts: (url) => /^\/[\w-]+\/\d{6,}/.test(url.pathname),
};
export default site;
