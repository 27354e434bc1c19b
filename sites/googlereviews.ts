import { linkOf, starsIn, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const review = 'div[data-review-id]';
/** The owner's answer is drawn with the same classes as the review. */
const answer = '.CDe7pd';
/** Made-up words all of them; those of 2020 to 2022 come last. */
const words = '.wiI7pd, [lang], .ODSEW-ShBeI-text, .section-review-text';
const names = '.d4r55, .ODSEW-ShBeI-title, .section-review-title';
const contributor = '[data-href*="/contrib/"], a[href*="/contrib/"]';

/** `/maps/place/Acme+Coffee/…` is about Acme Coffee. */
function readPlace(page: Page): string | undefined {
  const written = /^\/maps\/(?:place|reviews)\/([^/@]+)/.exec(page.url.pathname)?.[1];
  if (!written || written.startsWith('data=')) return undefined;
  try {
    return decodeURIComponent(written.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** On a person's own page every card shows the place in the place of the person. */
function readAuthor(root: Element, page: Page): Post['author'] {
  const mine = /^\/maps\/contrib\/(\d+)/.exec(page.url.pathname)?.[1];
  const link = root.querySelector(contributor);
  const href = link?.getAttribute('data-href') ?? link?.getAttribute('href');
  const handle = mine ?? /\/contrib\/(\d+)/.exec(linkOf(page, href)?.pathname ?? '')?.[1];
  const name = mine ? undefined : (wordsOf(root.querySelector(names)) ?? root.getAttribute('aria-label') ?? undefined);
  return { handle, name, url: handle && `https://www.google.com/maps/contrib/${handle}` };
}

/** The words say their language; stars and buttons do not. */
function findText(root: Element): Element | undefined {
  return [...root.querySelectorAll(words)].find((one) => !one.closest(answer));
}

function readRating(root: Element): number | undefined {
  const label = [...root.querySelectorAll('[role="img"][aria-label]')].map((one) => starsIn(one.getAttribute('aria-label')));
  return label.find((stars) => stars !== undefined) ?? starsIn(root.querySelector('.fzvQIb')?.textContent);
}

function read(root: Element, page: Page): Post | undefined {
  const id = root.getAttribute('data-review-id');
  // The same number stands on the buttons inside, and on photographs elsewhere.
  if (!id || root.parentElement?.closest('[data-review-id]')) return undefined;
  const text = findText(root);
  const rating = readRating(root);
  const author = readAuthor(root, page);
  if ((!text && rating === undefined) || (!author.handle && !author.name)) return undefined;
  return {
    id,
    // A review has no address of its own that the page shows; its place has.
    url: `https://${page.url.hostname}${page.url.pathname}`,
    kind: 'review',
    author,
    text: text ? [text] : [],
    skip: [...(text?.querySelectorAll('button') ?? [])],
    rating,
    community: readPlace(page) ?? (/^\/maps\/contrib\//.test(page.url.pathname) ? wordsOf(root.querySelector(names)) : undefined),
  };
}

const site: Site = {
  name: 'Google reviews',
  hosts: ['www.google.com', 'maps.google.com', 'business.google.com'],
  paths: { 'www.google.com': ['/maps'] },
  basis: 'reports',
  posts: [review], // 2026-06
  read,
  composers: ['textarea[jsname="YPqjbf"]'], // 2025
  // An owner answers in a frame, inside the page of search results.
  frames: ['https://www.google.com/local/business/*/customers/reviews*'],
};
export default site;
