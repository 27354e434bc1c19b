import { dateAmong } from './_dates.ts';
import { linkOf, starsIn, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// Class names are made anew with every build. What stays: the list, the link to the person, and stars that say how many they are.
const person = 'a[href*="/user_details?userid="]';
const listed = `li:has(${person})`;
const named = '.review[data-review-id]';

const business = (url: URL | undefined): string | undefined => /^\/biz\/([^/]+)/.exec(url?.pathname ?? '')?.[1];

function readRating(root: Element): number | undefined {
  const labels = [...root.querySelectorAll('[role="img"][aria-label], .i-stars[title]')];
  const stars = labels.map((one) => starsIn(one.getAttribute('aria-label') ?? one.getAttribute('title')));
  return stars.find((one) => one !== undefined) ?? starsIn(root.querySelector('meta[itemprop="ratingValue"]')?.getAttribute('content'));
}

/** The first is the review; what a business answers comes after it. */
const findText = (root: Element): Element | null =>
  root.querySelector('p[class*="comment__"], [class*="raw__"]') ??
  root.querySelector('.review-content p, [itemprop="description"], p[lang], span[lang]');

function readAuthor(root: Element, page: Page): Post['author'] {
  const links = [...root.querySelectorAll(person)];
  const handle = linkOf(page, links[0]?.getAttribute('href'))?.searchParams.get('userid') ?? undefined;
  const label = root.querySelector('[role="region"][aria-label]')?.getAttribute('aria-label') ?? undefined;
  const name = wordsOf(links.find((link) => !link.querySelector('img') && wordsOf(link))) ?? label;
  return { handle, name, url: handle && `https://${page.url.hostname}/user_details?userid=${handle}` };
}

/** A list within the card, or a list around several cards, is no card. */
function isCard(root: Element): boolean {
  if (root.matches(named)) return !root.parentElement?.closest(named);
  return root.querySelector(person)?.closest('li') === root && !root.querySelector(named) && !root.closest(named);
}

function read(root: Element, page: Page): Post | undefined {
  if (!isCard(root)) return undefined;
  const text = findText(root);
  const author = readAuthor(root, page);
  const rating = readRating(root);
  const links = [...root.querySelectorAll('a[href*="hrid="]')].map((link) => linkOf(page, link.getAttribute('href')));
  const hrid = root.getAttribute('data-review-id') ?? links[0]?.searchParams.get('hrid') ?? undefined;
  const place =
    business(page.url) ??
    links.map(business).find(Boolean) ??
    business(linkOf(page, root.querySelector('a[href*="/biz/"]')?.getAttribute('href')));
  if (!text || !author.handle || rating === undefined || !place) return undefined;
  return {
    // Nobody reviews a business twice: a second review takes the place of the first.
    id: hrid ?? `${place}/${author.handle}`,
    url: `https://${page.url.hostname}/biz/${place}${hrid ? `?hrid=${hrid}` : ''}`,
    kind: 'review',
    author,
    text: [text],
    skip: [...text.querySelectorAll('a[role="button"], button')],
    postedAt:
      timeOf(root.querySelector('meta[itemprop="datePublished"]')?.getAttribute('content')) ??
      dateAmong(root, 'span, .rating-qualifier', page.document.documentElement.lang),
    rating,
    community: place,
  };
}

const site: Site = {
  name: 'Yelp',
  hosts: ['com', 'ca', 'co.uk', 'ie', 'com.au', 'de', 'at', 'fr', 'it', 'es', 'nl', 'se', 'dk'].map((country) => `yelp.${country}`),
  basis: 'reports',
  posts: [listed, named], // 2026-04
  read,
  // Businesses answer in their own console.
  composers: [],
};
export default site;
