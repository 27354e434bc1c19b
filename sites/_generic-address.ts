import { articles, bodies, comments, isBare, profiles } from './_generic-marks.ts';
import type { Unit } from './_generic-unit.ts';
import { linkOf } from './_read.ts';
import type { Page } from './_site.ts';

declare const document: never;

const tracking = /^(utm_|fbclid|gclid|ref$|ref_|source$|share|mc_)/;

/** Keeps what tells two posts apart (forums: `?t=12`), drops what only tells who sent the reader. */
function cleaned(url: URL, fragment: string): URL {
  const clean = new URL(url);
  // Not `searchParams.keys()`: a content script in Firefox may not walk that iterator (Xray vision).
  clean.search = clean.search
    .slice(1)
    .split('&')
    .filter((part) => !tracking.test(part.split('=')[0] ?? ''))
    .join('&');
  clean.hash = fragment;
  clean.username = '';
  clean.password = '';
  return clean;
}

export const permalinks =
  'a[href]:has(time), time a[href], a.u-url, a[rel~="bookmark"], a[itemprop~="url"], a[class*="permalink" i], a[class*="timestamp" i], .comment-metadata a[href], .comment-date a[href]';
const fragments = 'a[href*="#comment"], a[href*="#c"]';

// WordPress shows the same post above each page of its comments, and the same comment on numbered pages.
export const commentPage = /\/comment-page-\d+\/?$/;

function ownAddress(page: Page): URL {
  const url = cleaned(page.url, '');
  url.pathname = url.pathname.replace(commentPage, '/');
  return url;
}

/** The post's own address: a link around its time, else the page with the element's own id, else (for the page's main article) the page. */
export function findAddress(unit: Unit, page: Page, comment: boolean): URL | undefined {
  const { root } = unit;
  const host = page.url.hostname;
  if (!comment && holdsTitle(root, page)) return ownAddress(page);
  for (const link of unit.list(comment ? `${permalinks}, ${fragments}` : permalinks)) {
    const url = linkOf(page, link.getAttribute('href'));
    if (url && url.hostname.replace(/^www\./, '') === host.replace(/^www\./, '') && !link.closest(bodies))
      return cleaned(url, url.hash.length > 1 ? url.hash : '');
  }
  const story = comment ? undefined : findStory(unit, page);
  if (story) return story;
  const id =
    root.id ||
    (root.parentElement?.matches(comments) ? root.parentElement.id : '') ||
    (root.querySelector<HTMLElement>(':scope > a[name], :scope > a[id]')?.id ?? '');
  if (/\d/.test(id) && id.length < 80) return cleaned(page.url, id);
  return comment || !isMain(root, page) ? undefined : ownAddress(page);
}

/** On a blog's front page the title leads to where the post stands alone. */
function findStory(unit: Unit, page: Page): URL | undefined {
  if (!isBare(unit.root)) return undefined;
  const heading = unit.list('h1, h2, h3, [role="heading"]').find((found) => !found.closest(bodies));
  const link = heading?.querySelector('a[href]') ?? heading?.closest('a[href]');
  const url = link?.matches(profiles) ? undefined : linkOf(page, link?.getAttribute('href'));
  return url?.hostname === page.url.hostname && url.pathname !== page.url.pathname ? cleaned(url, '') : undefined;
}

function holdsTitle(root: Element, page: Page): boolean {
  // Asked for each post: this list the browser keeps, where a search would go through the page each time.
  const headings = page.document.getElementsByTagName('h1');
  return headings.length === 1 && headings[0] !== undefined && root.contains(headings[0]);
}

/** The article the page is about. */
export function isMain(root: Element, page: Page): boolean {
  if (holdsTitle(root, page)) return true;
  // On a page of thousands, all but the first are told without counting them.
  if (root.matches(articles) && page.document.querySelector(articles) !== root) return false;
  return page.document.querySelectorAll(articles).length === 1;
}

/** A port is no part of a site, except on this machine, where the address could not be opened again without it. */
export function addressOf(url: URL): string {
  const address = new URL(url);
  if (!/^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) address.port = '';
  return address.href;
}
