import { dateAmong } from './_dates.ts';
import { contentId, starsIn, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// The shop on the web, as it is since 2025 and as it was; and the developers' own console, where they answer.
const shop = 'article:has(.author):has(.date, time), .review:has(.author)';
const ember = '.we-customer-review';
const desk = '.review-container';
const roots = `${shop}, ${ember}, ${desk}`;

/** What the developer answered stands in the same card, and what the console offers for it. */
const answer = '[class*="developer-response"], .we-customer-review__response, .inner-container';

const names = '.we-customer-review__user, .author, .review-meta span';
const titles = '.we-customer-review__title, h3, .title';
const bodies = '.we-customer-review__body, blockquote, [ng-bind*=".value.review"], .content, p[data-testid="truncate-text"]';

const notAnswer = (root: Element, selector: string): Element | undefined =>
  [...root.querySelectorAll(selector)].find((one) => !one.closest(answer) && wordsOf(one));

function readRating(root: Element): number | undefined {
  const counted = /\bcount-(\d)/.exec(root.querySelector('.stars[class*="count-"]')?.getAttribute('class') ?? '')?.[1];
  const label = [
    ...root.querySelectorAll('figure[aria-label], [role="img"][aria-label], [class*="star"][aria-label], [class*="rating"][aria-label]'),
  ];
  return counted ? starsIn(counted) : label.map((one) => starsIn(one.getAttribute('aria-label'))).find((stars) => stars !== undefined);
}

/** The web shows no number of a review, so it is known by who wrote what about which app. */
function read(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(roots)) return undefined;
  const body = notAnswer(root, bodies);
  const title = notAnswer(root, titles);
  // The console writes the day behind the name.
  const name = wordsOf(notAnswer(root, names))?.split(/\s+[–—]\s+/)[0];
  const app = /\/(?:id|apps\/)(\d{6,})/.exec(page.url.pathname)?.[1];
  if (!body || !name || !app) return undefined;
  const author = { name };
  const text = title && !body.contains(title) && !title.contains(body) ? [title, body] : [body];
  const time = timeOf(root.querySelector('time[datetime]')?.getAttribute('datetime'));
  return {
    id: contentId(app, { author, text: [body] }),
    url: `https://${page.url.hostname}${page.url.pathname}`,
    kind: 'review',
    author,
    text,
    skip: [...body.querySelectorAll(`button, ${answer}`)],
    postedAt: time ?? dateAmong(root, 'time, .date, .review-meta, .review-meta span', page.document.documentElement.lang),
    rating: readRating(root),
    community: `id${app}`,
  };
}

const site: Site = {
  name: 'App Store',
  hosts: ['apps.apple.com', 'appstoreconnect.apple.com'],
  basis: 'reports',
  posts: [shop, ember, desk], // shop 2025-11, console 2025-10
  read,
  composers: ['.modal-dialog div[contenteditable="true"]'], // the console's, 2025-10
  replyControl: (root) => root.querySelector<HTMLElement>('.reply-link') ?? undefined,
};
export default site;
