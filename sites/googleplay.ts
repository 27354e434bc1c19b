import { dateAmong } from './_dates.ts';
import { contentId, starsIn, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// Every class is a made-up word. The head of a review is marked with its number; before 2022 nothing but the data behind it was.
const headed = ':has(> header[data-review-id])';
const marked = '.RHo1pe[data-review-id]';
const old = 'div[jscontroller="H6eOGe"], div[jsdata^="gp:AOq"]';
const roots = `${headed}, ${marked}, ${old}`;

/** The words follow the head; what the developer answers follows them. */
function findText(root: Element, head: Element | null): Element | undefined {
  const known = root.querySelector('.h3YV2d');
  if (known) return known;
  const whole = root.querySelector('[jsname="fbQN7e"]');
  if (whole?.textContent?.trim()) return whole;
  return root.querySelector('[jsname="bN97Pc"]') ?? head?.nextElementSibling ?? undefined;
}

function readId(root: Element, head: Element | null): string | undefined {
  const data = root.closest('[jsdata^="gp:"]')?.getAttribute('jsdata') ?? root.querySelector('[jsdata^="gp:"]')?.getAttribute('jsdata');
  return root.getAttribute('data-review-id') ?? head?.getAttribute('data-review-id') ?? /gp:(AOq[\w-]+)/.exec(data ?? '')?.[0];
}

function readRating(root: Element): number | undefined {
  const labels = [...root.querySelectorAll('[role="img"][aria-label], .iXRFPc[aria-label]')].map((one) =>
    starsIn(one.getAttribute('aria-label')),
  );
  return labels.find((stars) => stars !== undefined);
}

function read(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(roots)) return undefined;
  const head = root.querySelector('header[data-review-id]');
  const text = findText(root, head);
  const rating = readRating(root);
  const name = wordsOf(root.querySelector('.X5PpBb, .X43Kjb')) ?? wordsOf(head?.querySelector('img + div, div:not(:has(*))'));
  const app = page.url.searchParams.get('id') ?? undefined;
  if (!text?.textContent?.trim() || !name || rating === undefined) return undefined;
  const id = readId(root, head);
  const author = { name };
  return {
    id: id ?? contentId(app ?? 'play', { author, text: [text] }),
    url: app && `https://play.google.com/store/apps/details?id=${app}${id ? `&reviewId=${encodeURIComponent(id)}` : ''}`,
    kind: 'review',
    author,
    text: [text],
    postedAt: dateAmong(head ?? root, 'span, div:not(:has(*))', page.document.documentElement.lang),
    rating,
    community: app,
  };
}

const site: Site = {
  name: 'Google Play',
  hosts: ['play.google.com'],
  basis: 'reports',
  posts: [headed, marked, old], // 2026-07
  read,
  // Nothing is known of the page where developers answer.
  composers: [],
};
export default site;
