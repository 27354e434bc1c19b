import { dateAmong, dateIn } from './_dates.ts';
import { linkOf, pathOf, starsIn, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const card = '[data-automation="reviewCard"], [data-test-target="HR_CC_CARD"]';
const numbered = '.review-container, [data-reviewid], .reviewSelector[id^="review_"]';
const roots = `${card}, ${numbered}`;

const titles = '[data-test-target="review-title"], [data-automation="reviewTitle"], .noQuotes';
const bodies = '[data-test-target="review-body"], [data-automation^="reviewText"], .partial_entry, .entry';
const listing = /^\/\w+_Review-(g\d+-d\d+)-Reviews(?:-or\d+)?-([^.]+)/;
const review = /^\/ShowUserReviews-(g\d+-d\d+)-r(\d+)(?:-([^.]+))?/;

/** Where nothing marks the words any more: the longest run of them. */
function findLongest(root: Element): Element | undefined {
  const spans = [...root.querySelectorAll('span')].filter((span) => !span.closest('a, button') && (span.textContent?.length ?? 0) > 60);
  return spans.filter((span) => !span.querySelector('span')).sort((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0))[0];
}

/** Bubbles say it in words, in a title inside the picture, or (before 2020) in tenths by a class. */
function readRating(root: Element): number | undefined {
  const old = /bubble_(\d)0/.exec(root.querySelector('.ui_bubble_rating, [class*="bubble_"]')?.getAttribute('class') ?? '')?.[1];
  if (old) return starsIn(old);
  for (const image of root.querySelectorAll('svg[data-automation="bubbleRatingImage"], svg[aria-label], svg:has(> title)')) {
    const stars = starsIn(image.getAttribute('aria-label') ?? image.querySelector('title')?.textContent);
    if (stars !== undefined) return stars;
  }
  return undefined;
}

function readAuthor(root: Element, page: Page): Post['author'] {
  const links = [...root.querySelectorAll('a[href*="/Profile/"]')];
  const handle = /^\/Profile\/([^/]+)/.exec(pathOf(links[0]))?.[1];
  const name =
    wordsOf(links.find((link) => !link.querySelector('img') && wordsOf(link))) ??
    wordsOf(root.querySelector('.info_text > div, .username'));
  return { handle, name: name === handle ? undefined : name, url: handle && `https://${page.url.hostname}/Profile/${handle}` };
}

function readId(root: Element, path: string | undefined): string | undefined {
  const inner = root.querySelector('[data-reviewid]')?.getAttribute('data-reviewid');
  const own = root.getAttribute('data-reviewid') ?? /^review_(\d+)$/.exec(root.id)?.[1];
  const found = own ?? review.exec(path ?? '')?.[2] ?? inner;
  return found && /^\d+$/.test(found) ? found : undefined;
}

function read(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(roots)) return undefined;
  const link = linkOf(page, root.querySelector('a[href*="ShowUserReviews"]')?.getAttribute('href'))?.pathname;
  const id = readId(root, link);
  const body = root.querySelector(bodies) ?? findLongest(root);
  const title = root.querySelector(titles) ?? root.querySelector('a[href*="ShowUserReviews"]');
  if (!id || !body) return undefined;
  const [, where, name = ''] = listing.exec(page.url.pathname) ?? [];
  const [, of = where, , linked = name] = review.exec(link ?? page.url.pathname) ?? [];
  const lang = page.document.documentElement.lang;
  const place = (name || linked).split('-')[0]?.replaceAll('_', ' ').trim();
  return {
    id,
    url: of && `https://${page.url.hostname}/ShowUserReviews-${of}-r${id}${linked ? `-${linked}` : ''}.html`,
    kind: 'review',
    author: readAuthor(root, page),
    text: title && !body.contains(title) && !title.contains(body) ? [title, body] : [body],
    skip: [...body.querySelectorAll('button, .taLnk, [role="button"]')],
    postedAt: dateIn(root.querySelector('.ratingDate')?.getAttribute('title'), lang) ?? dateAmong(root, '.ratingDate, div, span', lang),
    rating: readRating(root),
    community: place || undefined,
  };
}

const site: Site = {
  name: 'Tripadvisor',
  hosts: [
    ...['com', 'ca', 'com.mx', 'com.br', 'co.uk', 'ie', 'com.au', 'co.nz', 'in', 'com.sg', 'de', 'at', 'ch', 'fr', 'be', 'it', 'es', 'pt'],
    ...['nl', 'se', 'dk', 'com.tr', 'jp'],
  ].map((country) => `tripadvisor.${country}`),
  basis: 'reports',
  posts: [card, numbered], // 2025-10
  read,
  // Owners answer in the management centre.
  composers: [],
};
export default site;
