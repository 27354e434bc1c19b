import type { PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { findOwn, linkOf, pathOf, rememberElement, starsIn, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const comment = '[id^="comment-"], [data-test^="comment-"]';
const review = '[data-test^="detailed-review-"], [data-test^="review-"]';
const launch = '[data-test^="post-item-"]';
const roots = `${comment}, ${review}, ${launch}`;

const profile = 'a[href*="/@"]';
const body = '.prose, [class*="richText"]';
const whoAmI = rememberElement('[data-test="user-menu"] a[href*="/@"], header a[data-test="user-image-link"]');

/** Other marks begin in the same way (a form, a badge); only those that end in a number are posts. */
const numberIn = (root: Element): string | undefined =>
  /^(?:comment|detailed-review|review|post-item)-(\d+)$/.exec(root.getAttribute('data-test') ?? root.id)?.[1];

const handleOf = (link: Element | null | undefined): string | undefined => /^\/@([\w.-]+)/.exec(pathOf(link))?.[1];

/** The first link may be the avatar, which says no name. */
function readAuthor(root: Element): Post['author'] {
  const links = [...root.querySelectorAll(profile)].filter((link) => link.closest(roots) === root && !link.closest(body));
  const handle = handleOf(links[0]);
  const name = links.filter((link) => handleOf(link) === handle && !link.querySelector('img')).map(wordsOf);
  return { handle, name: name.find((one) => one && one !== handle), url: handle && `https://www.producthunt.com/@${handle}` };
}

const placeOf = (path: string): string | undefined => /^\/(?:products|posts|p)\/([\w-]+)/.exec(path)?.[1];

/** A launch in a list: what it is called and what it promises. */
function readLaunch(root: Element, page: Page, number: string): Post | undefined {
  const link = root.querySelector('a[data-test^="post-name-"], [data-test^="post-name-"] a, a[href*="/products/"], a[href*="/posts/"]');
  const path = linkOf(page, link?.getAttribute('href'))?.pathname;
  const name = root.querySelector('[data-test^="post-name-"]') ?? link;
  if (!path || !name || !placeOf(path)) return undefined;
  const promise = name.nextElementSibling;
  return {
    id: `post-${number}`,
    url: `https://www.producthunt.com${path}`,
    kind: 'post',
    author: {},
    text: promise && !promise.querySelector('button, [data-test]') ? [name, promise] : [name],
    community: placeOf(path),
  };
}

function read(root: Element, page: Page): Post | undefined {
  const number = numberIn(root);
  if (!number) return undefined;
  if (root.matches(launch)) return readLaunch(root, page, number);
  const words = findOwn(root, body, roots);
  const author = readAuthor(root);
  if (!words || !author.handle) return undefined;
  const isReview = !root.matches(comment);
  const path = page.url.pathname.replace(/\/$/, '');
  const place = placeOf(path);
  const post: Post = {
    id: `${isReview ? 'review' : 'comment'}-${number}`,
    url: isReview
      ? place && `https://www.producthunt.com/products/${place}/reviews?review=${number}`
      : `https://www.producthunt.com${path}#comment-${number}`,
    kind: isReview ? 'review' : 'comment',
    author,
    text: [words],
    postedAt: timeOf(findOwn(root, 'time[datetime]', roots)?.getAttribute('datetime')),
    community: place,
  };
  if (isReview)
    post.rating = starsIn(findOwn(root, '[role="img"][aria-label], [data-test*="rating"][aria-label]', roots)?.getAttribute('aria-label'));
  if (handleOf(whoAmI(page)) === author.handle) post.own = true;
  return post;
}

/** A launch in a list counts its votes; below a comment the button does ("Upvote (3)"). */
function counts(root: Element, page: Page): PostCounts {
  const vote = findOwn(root, '[data-test="vote-button"], [data-test="action-bar-vote-button"]', roots);
  return { likes: countOf(page, vote) };
}

/** The bar below a comment holds its vote and, without a mark, the button that opens a box for an answer. */
function replyControl(root: Element): HTMLElement | undefined {
  const vote = findOwn(root, '[data-test="action-bar-vote-button"]', roots);
  const buttons = [...(vote?.parentElement?.querySelectorAll<HTMLElement>('button') ?? [])];
  return buttons.find((button) => /^reply$/i.test(button.textContent?.trim() ?? ''));
}

/** Every thread repeats the form; the one in no thread answers the launch itself, which is no post on its page. */
function answered(field: Element, page: Page): Element | undefined {
  const inside = field.closest('[data-test^="thread-"]')?.querySelectorAll(comment) ?? [];
  return [...inside].find((root) => read(root, page));
}

const site: Site = {
  name: 'Product Hunt',
  hosts: ['producthunt.com'],
  basis: 'reports',
  posts: [comment, review, launch], // 2026-09
  read,
  composers: ['form[data-test="comment-form"] [contenteditable="true"]', 'form[data-test="comment-form"] textarea'], // 2026-08
  replyControl,
  answered,
  counts,
  searchUrl: (words) => `https://www.producthunt.com/search?q=${encodeURIComponent(words)}`,
  notificationsUrl: 'https://www.producthunt.com/notifications',
};
export default site;
