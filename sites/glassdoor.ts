import { dateIn } from './_dates.ts';
import { contentId, linkOf, starsIn, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const named = '[id^="empReview_"]';
const card = '[data-test="review-detail"], [data-test="review-details-container"], [data-test="review-card"]';
const roots = `${named}, ${card}`;

const titles = '[data-test="review-details-title"], [data-test="review-title"], .reviewLink, h2 .summary, h3';
/** What they liked, what they did not, and what they advise. The labels before them are the site's. */
const parts =
  '[data-test^="review-text-" i], [data-test="pros"], [data-test="cons"], [data-test="advice-management"], .mainText, p.pros, p.cons, p.adviceMgmt';
const jobs =
  '[data-test="content-avatar-label"], [data-test="review-avatar-label"], [data-test="review-job-title"], .authorJobTitle, .reviewerStatus';
const ratings = '[data-test="review-rating-label"], [data-test*="overall-rating"], .ratingNumber, .value-title[title]';
const dates = '[data-test="review-date"], [class*="reviewDate" i], time, .authorJobTitle';

/** "/Reviews/Employee-Review-Tidepool-RVW12345678.htm" */
const address = /^\/[^/]+\/[^/]*RVW(\d+)\.htm/;

/** The number of a review stands in its id, or among the marks by which views are counted. */
function readNumber(root: Element): string | undefined {
  const inner = root.matches(named) ? root : root.querySelector(named);
  const marked = root.matches('[data-brandviews]') ? root : root.querySelector('[data-brandviews]');
  return /^empReview_(\d+)$/.exec(inner?.id ?? '')?.[1] ?? /review_?id=(\d+)/i.exec(marked?.getAttribute('data-brandviews') ?? '')?.[1];
}

/** "/Reviews/Tidepool-Labs-Reviews-E1234567.htm", in any language. */
const company = /^\/[^/]+\/(.+?)-(?:[^-/]+-)?(E\d+)/;

function read(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(roots)) return undefined;
  const path = [...root.querySelectorAll('a[href*="RVW"]')]
    .map((link) => linkOf(page, link.getAttribute('href'))?.pathname)
    .find((one) => address.test(one ?? ''));
  const id = readNumber(root) ?? address.exec(path ?? '')?.[1];
  const found = [...root.querySelectorAll(parts)];
  const text = found.filter((one) => !found.some((other) => other !== one && other.contains(one)));
  const title = root.querySelector(titles);
  if (text.length === 0) return undefined;
  // Nobody signs: all that is said of them is their work.
  const author = { name: wordsOf(root.querySelector(jobs)) };
  const [, of, number] = company.exec(page.url.pathname) ?? [];
  const way = path ?? (id && of && `/Reviews/Employee-Review-${of}-${number}-RVW${id}.htm`);
  const rating = root.querySelector(ratings);
  const date = root.querySelector(dates);
  return {
    id: id ?? contentId(of ?? page.url.hostname, { author, text }),
    url: way && `https://${page.url.hostname}${way}`,
    kind: 'review',
    author,
    text: title ? [title, ...text] : text,
    skip: text.flatMap((one) => [...one.querySelectorAll('button, a[role="button"]')]),
    postedAt: timeOf(date?.getAttribute('datetime')) ?? dateIn(date?.textContent, page.document.documentElement.lang),
    rating: starsIn(rating?.getAttribute('title') ?? rating?.textContent),
    community: of?.replaceAll('-', ' '),
  };
}

const site: Site = {
  name: 'Glassdoor',
  hosts: [
    'com',
    'ca',
    'com.mx',
    'com.br',
    'co.uk',
    'ie',
    'com.au',
    'co.nz',
    'co.in',
    'sg',
    'de',
    'at',
    'ch',
    'fr',
    'be',
    'it',
    'es',
    'nl',
  ].map((country) => `glassdoor.${country}`),
  basis: 'reports',
  posts: [named, card], // 2026-10
  read,
  // Employers answer in their own centre.
  composers: [],
};
export default site;
