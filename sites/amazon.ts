import type { PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { dateIn } from './_dates.ts';
import { linkOf, pathOf, starsIn, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const marked = '[data-hook="review"], [data-hook="mob-review"]';
/** Should the mark go one day: the box that is named after the review. */
const named = '[id^="customer_review"]:not([data-hook="review"] *, [data-hook="mob-review"] *)';

/** "Read more", the stars before the title, players, and a translation beside the original, whichever is not shown. */
const furniture =
  '.a-icon-alt, .a-expander-header, .a-expander-prompt, .aok-hidden, .a-hidden, [class*="a-teaser-describedby"], [class*="a-teaser-toggle"], [class*="video-block"], [id^="video-block"], [data-hook="cr-translate"]';

const product = /\/(?:dp|gp\/product|gp\/aw\/d|product-reviews|portal\/customer-reviews|gp\/aw\/reviews)\/([A-Z0-9]{10})(?:[/?]|$)/;

function readId(root: Element): string | undefined {
  const inner = root.querySelector('[id^="customer_review"]')?.id ?? '';
  const link = pathOf(root.querySelector('a[href*="/customer-reviews/R"], a[href*="/review/R"]'));
  return (
    /^(?:customer_review(?:_foreign)?-)?(R[A-Z0-9]+)$/.exec(root.id)?.[1] ??
    /-(R[A-Z0-9]+)$/.exec(inner)?.[1] ??
    /\/(?:customer-reviews|review)\/(R[A-Z0-9]+)/.exec(link)?.[1]
  );
}

/** Classes say it in no language. */
function readRating(root: Element): number | undefined {
  const stars = root.querySelector('[data-hook="review-star-rating"], [data-hook="cmps-review-star-rating"], i[class*="a-star-"]');
  if (!stars) return undefined;
  const icon = stars.matches('i') ? stars : (stars.querySelector('i') ?? stars);
  return starsIn(/a-star(?:-mini|-small|-medium)?-(\d)/.exec(icon.getAttribute('class') ?? '')?.[1] ?? stars.textContent);
}

function readAuthor(root: Element, page: Page): Post['author'] {
  const name = root.querySelector('.a-profile-name, a[data-hook="review-author"]') ?? root.querySelector('[data-hook="review-author"]');
  const link = root.querySelector('a[href*="/gp/profile/"], a[href*="/pdp/profile/"]');
  const handle = /\/profile\/([\w.]+)/.exec(pathOf(link))?.[1];
  return { handle, name: wordsOf(name), url: handle && `https://${page.url.hostname}/gp/profile/${handle}` };
}

/** Reviews are about the page's product; a review on its own, or in somebody's list, links to what it is about. */
function readProduct(root: Element, page: Page): string | undefined {
  const links = [
    ...root.querySelectorAll('a[href*="/dp/"], a[href*="/product-reviews/"]'),
    ...page.document.querySelectorAll('link[rel="canonical"]'),
  ];
  const paths = [page.url.pathname, ...links.map((link) => linkOf(page, link.getAttribute('href'))?.pathname ?? '')];
  return paths.map((path) => product.exec(path)?.[1]).find(Boolean);
}

function read(root: Element, page: Page): Post | undefined {
  if (!root.matches(marked) && root.querySelector(marked)) return undefined;
  const id = readId(root);
  const title = root.querySelector('[data-hook="review-title"], [data-hook="reviewTitle"], [data-hook="review-title-content"]');
  const body = root.querySelector(
    '[data-hook="review-body"], [data-hook="reviewText"], [data-hook="review-collapsed"], [data-hook="reviewRichContentContainer"]',
  );
  const text = [title, body].filter((element) => element !== null);
  if (!id || text.length === 0) return undefined;
  const lang = root.closest('[lang]')?.getAttribute('lang') ?? page.document.documentElement.lang;
  return {
    id,
    url: `https://${page.url.hostname}/gp/customer-reviews/${id}`,
    kind: 'review',
    author: readAuthor(root, page),
    text,
    skip: text.flatMap((element) => [...element.querySelectorAll(furniture)]),
    postedAt: dateIn(root.querySelector('[data-hook="review-date"]')?.textContent, lang),
    rating: readRating(root),
    community: readProduct(root, page),
  };
}

/** "One person found this helpful" has no number in it, and is left unknown. */
const counts = (root: Element, page: Page): PostCounts => ({
  likes: countOf(page, root.querySelector('[data-hook="helpful-vote-statement"]')),
});

const site: Site = {
  name: 'Amazon',
  // The shop alone: other names below amazon.com hold mail, clouds and tills.
  hosts: [
    ...['com', 'ca', 'com.mx', 'com.br', 'co.uk', 'ie', 'de', 'fr', 'it', 'es', 'nl', 'com.be', 'se', 'pl', 'com.tr'],
    ...['ae', 'sa', 'eg', 'co.za', 'in', 'co.jp', 'sg', 'com.au'],
  ].map((country) => `www.amazon.${country}`),
  basis: 'reports',
  posts: [marked, named], // 2026-09
  read,
  counts,
  // Brands answer elsewhere; comments on reviews are gone.
  composers: [],
  expectsPosts: (url) => /^\/gp\/customer-reviews\/R[A-Z0-9]+/.test(url.pathname),
};
export default site;
