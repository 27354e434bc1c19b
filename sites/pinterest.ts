import { addressOf, contentId, pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const pin = '[data-test-id="pin"], [data-test-id="pinWrapper"], [data-test-pin-id]';
/** A pin on its own page. */
const opened =
  '[data-test-id="closeup-body"], [data-test-id="closeup-body-landscape"], [data-test-id="closeup-container"], [data-test-id="CloseupDetails"]';
const comment = '[data-test-id="commentThread-comment"], [data-test-id="aggregated-comment"]';

const pinPath = /^\/pin\/(?:[^/]*--)?(\d+)(?:\/|$)/;
const elsewhere = /^\/(pin|search|ideas|today|business|settings|topics|explore|_|videos|categories|login)\b/;

const profiles =
  '[data-test-id="creator-profile-link"] a[href], a[data-test-id="creator-profile-link"], [data-test-id="official-user-attribution"] a[href], [data-test-id="username"] a[href], [data-test-id="creator-profile-name"] a[href], a[href][data-test-id*="user"], [data-test-id*="attribution"] a[href]';

const handleOf = (link: Element | null | undefined): string | undefined => {
  const path = pathOf(link);
  // Most pins lead to a shop, whose address may look like somebody's.
  if (!/^(?:\/(?!\/)|https?:\/\/(?:[\w-]+\.)*pinterest\.[a-z.]+\/)/.test(link?.getAttribute('href') ?? '')) return undefined;
  return elsewhere.test(path) ? undefined : /^\/([\w.-]+)\/?$/.exec(path)?.[1];
};

function readAuthor(root: Element, page: Page): Post['author'] {
  const marked = [...root.querySelectorAll(profiles)];
  const links = [...marked, ...root.querySelectorAll('a[href]')].filter((link) => handleOf(link) !== undefined);
  const link = links.find((one) => one.textContent?.trim()) ?? links[0];
  const handle = handleOf(link);
  return { handle, name: link?.textContent?.trim() ? wordsOf(link) : undefined, url: handle && addressOf(page, `/${handle}/`) };
}

const skipped = '[data-test-id*="button"], button, [role="button"]';

/** Visible text alone: every pin has a hidden menu that speaks of advertisements. */
const paid = /^(promoted|sponsored|anzeige|gesponsert|promocionado|patrocinado|sponsorisé|épingle sponsorisée|sponsorizzato|gepromoot)/i;

function isPromoted(root: Element): true | undefined {
  const marks = root.querySelector('[data-test-id="one-tap-desktop"], [data-test-id="promoted-attribution"], [data-test-id*="promoted"]');
  const words = [...root.querySelectorAll('span, div')].some(
    (one) =>
      one.childElementCount === 0 &&
      paid.test(one.textContent?.trim() ?? '') &&
      !one.closest('[role="menu"], [hidden], [aria-hidden="true"]'),
  );
  return marks || words ? true : undefined;
}

/** A cell of the grid. Pictures are described by machines, so their words are nobody's; without a title it has none. */
function readPin(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(pin) || root.closest(opened)) return undefined;
  const link = [...root.querySelectorAll('a[href*="/pin/"]')].find((one) => pinPath.test(pathOf(one)));
  const id =
    root.getAttribute('data-test-pin-id') ??
    root.querySelector('[data-test-pin-id]')?.getAttribute('data-test-pin-id') ??
    pinPath.exec(pathOf(link))?.[1];
  if (!id) return undefined;
  const title =
    root.querySelector('[data-test-id="pinrep-footer-organic-title"], [data-test-id*="title"], h2, h3') ??
    [...root.querySelectorAll('a[href*="/pin/"]')].find((one) => one.textContent?.trim() && !one.querySelector('img'));
  return {
    id,
    url: addressOf(page, `/pin/${id}/`),
    kind: 'post',
    author: readAuthor(root, page),
    text: title ? [title] : [],
    skip: [...(title?.querySelectorAll(skipped) ?? [])],
    promoted: isPromoted(root),
  };
}

function readOpened(root: Element, page: Page): Post | undefined {
  const id = pinPath.exec(page.url.pathname)?.[1];
  if (!id || root.parentElement?.closest(opened)) return undefined;
  const title = root.querySelector('[data-test-id="closeup-title"] h1, [data-test-id="closeup-title"], h1');
  const description = root.querySelector(
    '[data-test-id="pin-closeup-description"], [data-test-id="truncated-description"], [data-test-id="main-pin-description-text"], [data-test-id="closeup-description"]',
  );
  const author = readAuthor(
    root.querySelector('[data-test-id="creator-profile"], [data-test-id="official-user-attribution"]') ?? root,
    page,
  );
  return {
    id,
    url: addressOf(page, `/pin/${id}/`),
    kind: 'post',
    author,
    text: [title, description].filter((element) => element !== null),
    skip: [...root.querySelectorAll(skipped)],
    postedAt: timeOf(root.querySelector('time[datetime]')?.getAttribute('datetime')),
    own: isSelf(author, page),
  };
}

/** Comments have neither numbers nor addresses in the page. */
function readComment(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest('[data-test-id="aggregated-comment"]')) return undefined;
  const author = readAuthor(root, page);
  const named = [...root.querySelectorAll('a[href]')].filter((link) => handleOf(link) !== undefined);
  const text =
    root.querySelector('[data-test-id="comment-text"], [data-test-id="commentText"]') ??
    [...root.querySelectorAll('span, div')].find(
      (one) => one.childElementCount === 0 && wordsOf(one) && !one.closest(skipped) && !named.some((link) => link.contains(one)),
    );
  if (!author.handle || !text) return undefined;
  const place = pinPath.exec(page.url.pathname)?.[1] ?? 'pinterest';
  const post: Post = {
    id: '',
    url: pinPath.test(page.url.pathname) ? addressOf(page, `/pin/${place}/`) : undefined,
    kind: 'comment',
    author,
    text: [text],
    own: isSelf(author, page),
  };
  return { ...post, id: contentId(place, post) };
}

const ownLink = rememberElement('[data-test-id="header-profile"] a[href], a[data-test-id="header-profile"][href]');

const isSelf = (author: Post['author'], page: Page): true | undefined =>
  author.handle !== undefined && handleOf(ownLink(page)) === author.handle ? true : undefined;

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(comment)) return readComment(root, page);
  return root.matches(opened) ? readOpened(root, page) : readPin(root, page);
}

const replyControl = (root: Element): HTMLElement | undefined =>
  root.matches(comment)
    ? (root.querySelector<HTMLElement>('[data-test-id*="reply" i] button, button[data-test-id*="reply" i]') ?? undefined)
    : undefined;

const mainPost = (page: Page): Element | undefined =>
  [...page.document.querySelectorAll(opened)].find((root) => readOpened(root, page) !== undefined);

const site: Site = {
  name: 'Pinterest',
  hosts: [
    'pinterest.com',
    'pinterest.co.uk',
    'pinterest.de',
    'pinterest.fr',
    'pinterest.ca',
    'pinterest.es',
    'pinterest.it',
    'pinterest.jp',
    'pinterest.ch',
    'pinterest.at',
    'pinterest.pt',
    'pinterest.com.au',
    'pinterest.com.mx',
  ],
  basis: 'reports',
  posts: [opened, comment, pin], // 2026-06
  read,
  composers: [
    '[data-test-id="comment-editor-container"] [contenteditable="true"]',
    '[data-test-id="editor-with-mentions"] [contenteditable="true"]',
  ], // 2026-06
  replyControl,
  mainPost,
  searchUrl: (words) => `https://www.pinterest.com/search/pins/?q=${encodeURIComponent(words)}`,
  notificationsUrl: 'https://www.pinterest.com/notifications/',
  expectsPosts: (url) => pinPath.test(url.pathname),
};
export default site;
