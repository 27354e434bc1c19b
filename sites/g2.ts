import { findOwn, linkOf, starsIn, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const review = '[itemprop="review"], [itemtype*="schema.org/Review"]';
const survey = '[data-survey-id], [id^="survey-response-"]';
const roots = `${review}, ${survey}`;

/** "/products/tidepool/reviews/tidepool-review-1234567" */
const address = /^\/products\/([^/]+)\/reviews\/([^/]*?(\d+))\/?$/;

function readAddress(root: Element, page: Page): { id: string; path: string } | undefined {
  for (const link of root.querySelectorAll('a[href*="/reviews/"]')) {
    const path = linkOf(page, link.getAttribute('href'))?.pathname ?? '';
    const id = address.exec(path)?.[3];
    if (id) return { id, path };
  }
  return undefined;
}

/** Microdata writes the author's name and page in elements that show nothing. */
function readAuthor(root: Element, page: Page): Post['author'] {
  const box = root.querySelector('[itemprop="author"]');
  const hidden = [...(box?.querySelectorAll('meta[content]') ?? [])].map((meta) => meta.getAttribute('content') ?? '');
  const name = hidden.find((words) => !/^(https?:\/)?\//.test(words)) ?? wordsOf(box);
  const written = hidden.find((words) => /^(https?:\/)?\//.test(words));
  const link = linkOf(page, written ?? root.querySelector('a[href*="/users/"]')?.getAttribute('href'));
  const handle = /^\/users\/([^/]+)/.exec(link?.pathname ?? '')?.[1];
  return { handle, name, url: handle && `https://www.g2.com/users/${handle}` };
}

/** Half stars count: a class says how many halves there are. */
function readRating(root: Element): number | undefined {
  const value = root.querySelector('[itemprop="ratingValue"]');
  const halves = /\bstars-(\d+)\b/.exec(root.querySelector('[class*="stars-"]')?.getAttribute('class') ?? '')?.[1];
  return starsIn(value?.getAttribute('content') ?? value?.textContent) ?? (halves ? starsIn(String(Number(halves) / 2)) : undefined);
}

function read(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(roots)) return undefined;
  const found = readAddress(root, page);
  const marked = root.querySelector('[data-survey-id]') ?? root;
  const id = found?.id ?? marked.getAttribute('data-survey-id') ?? /\d+$/.exec(root.id)?.[0];
  const bodies = [...root.querySelectorAll('[itemprop="reviewBody"]')].filter(
    (one) => !one.parentElement?.closest('[itemprop="reviewBody"]'),
  );
  const title = [...root.querySelectorAll('[itemprop="name"]')].find(
    (one) => !one.closest('[itemprop="author"], [itemprop="itemReviewed"]') && wordsOf(one),
  );
  // Many sites mark their reviews so; here each is about a product.
  const product = address.exec(found?.path ?? '')?.[1] ?? /^\/products\/([^/]+)/.exec(page.url.pathname)?.[1];
  if (!id || !product || bodies.length === 0) return undefined;
  const time = findOwn(root, '[itemprop="datePublished"], time[datetime]', roots);
  return {
    id,
    url: found && `https://www.g2.com${found.path}`,
    kind: 'review',
    author: readAuthor(root, page),
    text: title ? [title, ...bodies] : bodies,
    // The questions are the site's.
    skip: bodies.flatMap((body) => [...body.querySelectorAll('h3, h4, h5, h6')]),
    postedAt: timeOf(time?.getAttribute('content') ?? time?.getAttribute('datetime')),
    rating: readRating(root),
    community: product,
  };
}

const site: Site = {
  name: 'G2',
  hosts: ['g2.com'],
  basis: 'reports',
  posts: [review, survey], // 2026-04
  read,
  // Vendors answer in their own console.
  composers: [],
};
export default site;
