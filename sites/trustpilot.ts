import { linkOf, pathOf, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const card = 'article[data-service-review-card-paper]';

/** A business has its pages under many country hosts; a review has one address. */
const home = 'https://www.trustpilot.com';

function readRating(root: Element): number | undefined {
  const rating = Number(root.querySelector('[data-service-review-rating]')?.getAttribute('data-service-review-rating') ?? Number.NaN);
  return rating >= 1 && rating <= 5 ? rating : undefined;
}

function readAuthor(root: Element): Post['author'] {
  const name = root.querySelector('[data-consumer-name-typography]');
  const link = name?.closest('a[href*="/users/"]') ?? root.querySelector('a[href*="/users/"]');
  const handle = /^\/users\/([0-9a-f]{24})/.exec(pathOf(link))?.[1];
  return { handle, name: wordsOf(name), url: handle ? `${home}/users/${handle}` : undefined };
}

/** `/review/acme.example` is about acme.example. */
function readBusiness(root: Element, page: Page): string | undefined {
  const link = linkOf(page, root.querySelector('a[href*="/review/"]')?.getAttribute('href'));
  return /^\/review\/([^/]+)/.exec(page.url.pathname)?.[1] ?? /^\/review\/([^/]+)/.exec(link?.pathname ?? '')?.[1];
}

function read(root: Element, page: Page): Post | undefined {
  const link = root.querySelector('a[href*="/reviews/"]');
  const id = /^\/reviews\/([0-9a-f]{24})$/.exec(pathOf(link))?.[1] ?? /^\/reviews\/([0-9a-f]{24})/.exec(page.url.pathname)?.[1];
  const title = root.querySelector('[data-service-review-title-typography]');
  const body = root.querySelector('[data-service-review-text-typography]');
  if (!id || (!title && !body)) return undefined;
  return {
    id,
    url: `${home}/reviews/${id}`,
    kind: 'review',
    author: readAuthor(root),
    text: [title, body].filter((element) => element !== null),
    skip: [...(body?.querySelectorAll('button') ?? [])],
    postedAt: timeOf(root.querySelector('time[datetime][data-service-review-date-time-ago], time[datetime]')?.getAttribute('datetime')),
    rating: readRating(root),
    community: readBusiness(root, page),
  };
}

const site: Site = {
  name: 'Trustpilot',
  hosts: ['trustpilot.com'],
  basis: 'reports',
  posts: [card], // 2026-09
  read,
  // A business answers in its own console, not on these pages.
  composers: [],
  // Its search finds businesses, and there is none for words in reviews.
  expectsPosts: ({ pathname }) => /^\/reviews\/[0-9a-f]{24}$/.test(pathname),
};
export default site;
