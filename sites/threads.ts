import type { PostCounts } from '../core/model.ts';
import { countBeside } from './_counts.ts';
import { addressOf, findRepeated, pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import { listShared } from './_shared.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const unit = '[data-pressable-container="true"], [data-pressable-container=""]';
/** Should the mark go one day: the smallest thing that a link around a time and a profile link stand in. */
const unmarked = 'article:has(a[href*="/post/"] time)';
const postPath = /^\/@([\w.]+)\/post\/([\w-]+)\/?$/;
const profilePath = /^\/@([\w.]+)\/?$/;

/** Quoted posts are units within the one that quotes them, and belong to nobody's own words. */
function isOwned(root: Element): (element: Element) => boolean {
  return (element) => (element.closest(unit) ?? root) === root;
}

const listOwn = (root: Element, selector: string): Element[] => [...root.querySelectorAll(selector)].filter(isOwned(root));

/** The link around the time is the post's own address; others lead to posts in its words, or to its pictures. */
function findAddress(root: Element): { handle: string; code: string; link: Element } | undefined {
  const links = listOwn(root, 'a[href*="/post/"]');
  const link = links.find((one) => one.querySelector('time') && postPath.test(pathOf(one)));
  const [, handle, code] = postPath.exec(pathOf(link)) ?? [];
  return link && handle && code ? { handle, code, link } : undefined;
}

/** A button, a counter, a name, a preview of a page or a place: whatever is pressed is not said, but for links among words. */
function isSaid(block: Element, root: Element): boolean {
  const pressed = block.closest('a, [role="button"], [role="link"], button');
  return (
    (!pressed || !root.contains(pressed) || pressed === root) &&
    !block.querySelector('time') &&
    block.getAttribute('translate') !== 'no' &&
    !block.closest('[role="textbox"]')
  );
}

const follows = (first: Element, second: Element): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/**
 * The words are the first block after the head with the author and the time, and the blocks beside it, one for each paragraph. Below the
 * pictures stand only labels (a song, "Show 2 more").
 */
function findText(root: Element, head: Element): Element[] {
  const blocks = listOwn(root, 'span[dir="auto"], div[dir="auto"]').filter((block) => isSaid(block, root) && follows(head, block));
  const first = blocks.find((block) => wordsOf(block));
  if (!first) return [];
  const between = (element: Element): boolean => follows(head, element) && follows(element, first);
  if (listOwn(root, 'video, picture, [data-instancekey]').some(between)) return [];
  if (listOwn(root, '[role="button"]:has(svg)').filter(between).length >= 3) return [];
  return blocks.filter((block) => block.parentElement === first.parentElement);
}

const ownLink = rememberElement('a[href*="/@"]:has(svg[aria-label="Profile"]), nav a[href*="/@"], [role="navigation"] a[href*="/@"]');

function read(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(unit)) return undefined;
  const address = findAddress(root);
  if (!address) return undefined;
  const { handle, code, link } = address;
  const name = listOwn(root, 'a[href*="/@"]').find((one) => profilePath.exec(pathOf(one))?.[1] === handle && one.textContent?.trim());
  const shown = wordsOf(name)?.replace(/^@/, '');
  const post: Post = {
    id: code,
    url: addressOf(page, `/@${handle}/post/${code}`),
    kind: 'post',
    author: { handle, name: shown === handle ? undefined : shown, url: addressOf(page, `/@${handle}`) },
    text: findText(root, link),
    preformatted: true,
    // "Translate", and the place of a post within a thread ("1/3"), stand among the words.
    skip: [...root.querySelectorAll('[role="button"]')],
    postedAt: timeOf(link.querySelector('time')?.getAttribute('datetime')),
  };
  post.shared = listShared(page, listOwn(root, 'a[href^="http"]'), post.text);
  if (profilePath.exec(pathOf(ownLink(page)))?.[1] === handle) post.own = true;
  return post;
}

/** The label is in the reader's language: the second of a post's buttons (like, reply, repost, share) is the one. */
function replyControl(root: Element): HTMLElement | undefined {
  const labelled = listOwn(root, '[role="button"]:has(svg[aria-label="Reply"], svg[aria-label="Comment"])')[0];
  if (labelled) return labelled as HTMLElement;
  const buttons = listOwn(root, '[role="button"]:has(svg)').filter((button) => !button.hasAttribute('aria-haspopup'));
  const rows = buttons.map((button) => siblingsOf(button, buttons)).find((row) => row.length >= 3);
  return rows?.[1] as HTMLElement | undefined;
}

/** Each button of the row stands in a box of its own, and the boxes stand side by side. */
function siblingsOf(button: Element, buttons: readonly Element[]): Element[] {
  const row = button.parentElement?.parentElement;
  return row ? buttons.filter((other) => other.parentElement?.parentElement === row) : [];
}

/** Like, reply, repost, share: in this order in every language, each with its number where it has one. */
function counts(root: Element, page: Page): PostCounts {
  const buttons = listOwn(root, '[role="button"]:has(svg)').filter((button) => !button.hasAttribute('aria-haspopup'));
  const row = buttons.map((button) => siblingsOf(button, buttons)).find((one) => one.length >= 4);
  if (!row) return {};
  const [likes, replies, reposts] = row.map((button) => countBeside(page, button, button.parentElement));
  return { likes, replies, reposts };
}

function mainPost(page: Page): Element | undefined {
  const code = /^\/@[\w.]+\/post\/([\w-]+)/.exec(page.url.pathname)?.[1];
  if (!code) return undefined;
  return [...page.document.querySelectorAll(unit)].find((root) => findAddress(root)?.code === code && !root.closest('[role="dialog"]'));
}

/** The window for a reply shows the post it answers above the field, sometimes without its address; the same stands behind it. */
function answered(field: Element, page: Page): Element | undefined {
  const box = field.closest('[role="dialog"]');
  if (!box) return field.parentElement?.closest(unit) ?? mainPost(page);
  const shown = [...box.querySelectorAll(unit)].findLast((root) => read(root, page) !== undefined);
  const behind = [...page.document.querySelectorAll(unit)].filter((root) => !root.closest('[role="dialog"]'));
  return (
    shown ??
    findRepeated(box, behind, (root) => {
      const post = read(root, page);
      return { author: post?.author.handle, text: wordsOf(post?.text[0]) };
    })
  );
}

const site: Site = {
  name: 'Threads',
  hosts: ['threads.com', 'threads.net'],
  basis: 'saved pages',
  posts: [unit, unmarked], // 2026-02
  read,
  composers: ['[role="textbox"][contenteditable="true"]'], // 2026-02
  replyControl,
  answered,
  mainPost,
  counts,
  searchUrl: (words) => `https://www.threads.com/search?q=${encodeURIComponent(words)}&serp_type=default&filter=recent`,
  notificationsUrl: 'https://www.threads.com/activity',
  expectsPosts: (url) => /^\/@[\w.]+\/post\//.test(url.pathname),
};
export default site;
