import type { Gone, PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { goneAmong } from './_gone.ts';
import { addressOf, linkOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import { listShared } from './_shared.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const listing = '.post-listing';
const comment = '.comment-node[id^="comment-"], .comment > article[id^="comment-"]';
const words = '.md-div';
const ownLink = rememberElement('#navbar a[href*="/u/"], .navbar a[href*="/u/"]');

/** `name@server`; the page leaves the server out for its own people, and may link to the author's server instead. */
function readHandle(page: Page, link: Element | null | undefined): string | undefined {
  const url = linkOf(page, link?.getAttribute('href'));
  const name = /^\/(?:u|users)\/([^/]+)/.exec(url?.pathname ?? '')?.[1];
  if (!url || !name) return undefined;
  return name.includes('@') ? name : `${name}@${url.hostname}`;
}

function findAuthor(page: Page, root: Element): Element | undefined {
  for (const link of root.querySelectorAll('a.person-listing, a[href*="/u/"]')) {
    if (!link.closest(words) && !link.matches('.community-link') && readHandle(page, link)) return link;
  }
  return undefined;
}

function readAuthor(page: Page, root: Element): Post['author'] {
  const link = findAuthor(page, root);
  const handle = readHandle(page, link);
  if (!handle) return {};
  const name = wordsOf(link)
    ?.replace(/@[\w.-]+$/, '')
    .replace(/^@/, '')
    .trim();
  const own = `@${page.url.hostname}`;
  const short = handle.endsWith(own) ? handle.slice(0, -own.length) : handle;
  return { handle, name: name || undefined, url: addressOf(page, `/u/${short}`) };
}

const english =
  /([A-Z][a-z]{2})[a-z]* (\d{1,2})[a-z]*,? (\d{4}) at (\d{1,2}:\d\d(?::\d\d)?)\s*([AP]M)(?: (?:GMT|UTC)([+-]\d{1,2})?(?::?(\d\d))?)?/;

/** Only a sentence in the reader's language says when; the English one can be read. */
function readTime(root: Element): number | undefined {
  const moment = root.querySelector('.moment-time, [data-tippy-content]:has(time), time[datetime]');
  const exact = timeOf(moment?.getAttribute('datetime') ?? moment?.querySelector('time')?.getAttribute('datetime'));
  if (exact !== undefined) return exact;
  const [, month, day, year, clock, half, hours, minutes] = english.exec(moment?.getAttribute('data-tippy-content') ?? '') ?? [];
  if (!month) return undefined;
  const zone = hours ? `${hours.length < 3 ? `${hours[0]}0${hours.slice(1)}` : hours}${minutes ?? '00'}` : '+0000';
  const time = Date.parse(`${month} ${day} ${year} ${clock} ${half} GMT${zone}`);
  return Number.isNaN(time) ? undefined : time;
}

/** A community is written like an author: `!name@server`. */
function readCommunity(page: Page, root: Element): string | undefined {
  const link = [...root.querySelectorAll('a.community-link, a[href*="/c/"]')].find((found) => !found.closest(words));
  const url = linkOf(page, link?.getAttribute('href'));
  const name = /^\/c\/([^/]+)/.exec(url?.pathname ?? '')?.[1];
  if (!url || !name) return undefined;
  return `!${name.includes('@') ? name : `${name}@${url.hostname}`}`;
}

function isOwn(page: Page, author: Post['author']): true | undefined {
  const me = readHandle(page, ownLink(page));
  return me !== undefined && me === author.handle ? true : undefined;
}

function idOfPost(root: Element, page: Page): string | undefined {
  const marked = /^post-listing-(\d+)$/.exec(root.id)?.[1];
  if (marked) return marked;
  const shown = /^\/post\/(\d+)/.exec(page.url.pathname)?.[1];
  if (shown) return shown;
  const links = [...root.querySelectorAll('.post-title a[href], .post-name a[href]'), ...root.querySelectorAll('a[href*="/post/"]')];
  for (const link of links) {
    if (link.closest(`${words}, .cross-posts, .crossposts`)) continue;
    const url = linkOf(page, link.getAttribute('href'));
    // On another server the same post has another number.
    const id = url?.hostname === page.url.hostname ? /^\/post\/(\d+)$/.exec(url.pathname)?.[1] : undefined;
    if (id) return id;
  }
  return undefined;
}

function readPost(root: Element, page: Page): Post | undefined {
  const id = idOfPost(root, page);
  const title = root.querySelector('.post-name, .post-title');
  if (!id || !title || root.parentElement?.closest(listing)) return undefined;
  const heading = title.matches('h1, h2, h3, h4, h5') ? title : (title.querySelector('h1, h2, h3, h4, h5') ?? title);
  const body = [...root.querySelectorAll(`#postContent ${words}, article ${words}, ${words}`)].find(
    (found) => !found.closest('.comment-node, .comment'),
  );
  const author = readAuthor(page, root);
  // People, communities and the same post live on other servers, too.
  const links = [...root.querySelectorAll('a[href^="http"]')].filter(
    (link) =>
      !link.closest(`${words}, .comment-node`) &&
      !/^\/(?:u|c|post|comment)\//.test(linkOf(page, link.getAttribute('href'))?.pathname ?? ''),
  );
  return {
    id: `${page.url.hostname}/post/${id}`,
    url: addressOf(page, `/post/${id}`),
    kind: 'post',
    author,
    text: [heading, body].filter((element) => element !== undefined),
    skip: [...heading.querySelectorAll('.badge, small')],
    shared: listShared(page, links, [heading]),
    postedAt: readTime(root),
    community: readCommunity(page, root),
    edited: root.querySelector('.moment-time .icon') ? true : undefined,
    own: isOwn(page, author),
  };
}

/** Older versions write the address of a comment below its post's. */
function pathOfComment(root: Element, page: Page, id: string): string {
  const links = [...root.querySelectorAll('a[href*="/post/"], a[href*="/comment/"]')].map((link) =>
    linkOf(page, link.getAttribute('href')),
  );
  const linked = links.find((url) => url?.hostname === page.url.hostname && url.pathname.endsWith(`/${id}`));
  return linked?.pathname ?? `/comment/${id}`;
}

function readComment(root: Element, page: Page): Post | undefined {
  const id = /^comment-(\d+)$/.exec(root.id)?.[1];
  const author = readAuthor(page, root);
  if (!id || !author.handle) return undefined;
  const body = root.querySelector(`.comment-content ${words}, ${words}`);
  return {
    id: `${page.url.hostname}/comment/${id}`,
    url: addressOf(page, pathOfComment(root, page, id)),
    kind: 'comment',
    author,
    text: body ? [body] : [],
    postedAt: readTime(root),
    community: readCommunity(page, root),
    edited: root.querySelector('.moment-time .icon') ? true : undefined,
    own: isOwn(page, author),
  };
}

function read(root: Element, page: Page): Post | undefined {
  return root.matches(listing) ? readPost(root, page) : readComment(root, page);
}

/** The button's label is in the reader's language; its icon is not. */
function replyControl(root: Element): HTMLElement | undefined {
  const uses = [...root.querySelectorAll('button use, a use')];
  const reply = uses.find((use) => /#icon-reply1?$/.test(use.getAttribute('xlink:href') ?? use.getAttribute('href') ?? ''));
  return reply?.closest<HTMLElement>('button, a') ?? undefined;
}

/** What a vote's tip says begins with the score, whole: "12 points • 13 upvotes • 1 downvote". The plain button's tip has no number. */
function counts(root: Element, page: Page): PostCounts {
  const tips = [...root.querySelectorAll('.post-score, button[data-tippy-content]')];
  const score = tips.map((one) => countOf(page, one, 'data-tippy-content')).find((count) => count !== undefined);
  const comments = root.querySelector('a[href*="scrollToComments"]');
  return { likes: score, replies: countOf(page, comments, 'title') ?? countOf(page, comments) };
}

function mainPost(page: Page): Element | undefined {
  return /^\/(post|comment)\/\d+/.test(page.url.pathname) ? (page.document.querySelector(listing) ?? undefined) : undefined;
}

/** A reply form stands beside the comment it answers, in the same list item. */
function answered(field: Element, page: Page): Element | undefined {
  const beside = field.closest('.comment')?.querySelector(comment);
  return beside ?? mainPost(page);
}

/** Well-known servers, to be ticked at the start; any other is recognised by its markup. */
const servers = `
  lemmy.world lemmy.ml sh.itjust.works lemm.ee beehaw.org programming.dev feddit.org feddit.de lemmy.dbzer0.com lemmy.ca
  discuss.tchncs.de hexbear.net lemmygrad.ml lemmy.blahaj.zone sopuli.xyz aussie.zone midwest.social infosec.pub slrpnk.net
  lemmy.zip feddit.uk feddit.nl feddit.dk feddit.it jlai.lu szmer.info lemmy.today reddthat.com startrek.website ttrpg.network
  lemmy.sdf.org mander.xyz discuss.online lemdro.id leminal.space lemmy.nz lemmy.one monero.town
`;

/** In the reader's language; other words are left for words. */
const taken =
  /^\*?(?:removed by mod(?:erator)?|deleted by creator|permanently deleted|von der moderation entfernt|supprimé par|eliminado por)\*?$/i;

const gone = (page: Page): Gone[] =>
  goneAmong(page, comment, (root) => {
    const id = /^comment-(\d+)$/.exec(root.id)?.[1];
    return id && taken.test(wordsOf(root.querySelector(`.comment-content ${words}, ${words}`)) ?? '')
      ? { id: `${page.url.hostname}/comment/${id}` }
      : undefined;
  });

const site: Site = {
  name: 'Lemmy',
  hosts: servers.trim().split(/\s+/),
  detect: (page) => page.document.querySelector('#app.lemmy-site, .lemmy-site, meta[name="Description" i][content="Lemmy"]') !== null,
  basis: 'source code',
  posts: [listing, comment], // 1.0 beta 2026-08 and 0.19 2026-08
  read,
  composers: ['.comment-form .markdown-textarea textarea', '.comment-form textarea', 'form.markdown-textarea textarea'], // 2026-08
  replyControl,
  answered,
  mainPost,
  counts,
  gone,
  searchUrl: (words, host) => `https://${host}/search?q=${encodeURIComponent(words)}&type=All&sort=New`,
  notificationsUrl: '/inbox',
  expectsPosts: ({ pathname }) => pathname === '/',
};
export default site;
