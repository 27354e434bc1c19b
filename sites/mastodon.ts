import type { Gone, PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { goneFromPage } from './_gone.ts';
import { addressOf, findRepeated, isPlausible, linkOf, rememberIn, timeOf, wordsOf } from './_read.ts';
import { listShared } from './_shared.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const redesigned = 'article[data-id]:not(:has(.status))';
const status = '.status[data-id]';
const detailed = '.detailed-status';
/** Pages that older servers render by themselves. */
const rendered = '.entry > .status';
const units = `.status, ${detailed}, article[data-id]`;

function isOwned(root: Element): (element: Element) => boolean {
  return (element) => element.closest(units) === root;
}

function first(root: Element, selector: string): Element | undefined {
  const own = isOwned(root);
  for (const element of root.querySelectorAll(selector)) if (own(element)) return element;
  return undefined;
}

/** `name@server`, whoever's server it is: the page leaves the server out for its own people. */
function fullHandle(acct: string, page: Page): string {
  const name = acct.replace(/^@/, '').trim();
  return name.includes('@') ? name : `${name}@${page.url.hostname}`;
}

const nameLinks = 'a.status__display-name, a.detailed-status__display-name, .p-author a, a[data-hover-card-account]';

function readAcct(root: Element, page: Page): { acct: string; link?: Element } | undefined {
  const link = first(root, nameLinks);
  const written = first(root, '.display-name__account')?.textContent?.trim() || link?.getAttribute('title') || '';
  if (/^@?[\w.-]+(@[\w.:-]+)?$/.test(written)) return { acct: fullHandle(written, page), link };
  const url = linkOf(page, link?.getAttribute('href'));
  const path = /^\/@([^/]+)/.exec(url?.pathname ?? '')?.[1] ?? /^\/users\/([^/]+)/.exec(url?.pathname ?? '')?.[1];
  if (!path || !url) return undefined;
  return { acct: path.includes('@') ? path : `${path}@${url.hostname}`, link };
}

/** As the server writes it in its own addresses: without itself. */
function shortHandle(acct: string, page: Page): string {
  const own = `@${page.url.hostname}`;
  return acct.endsWith(own) ? acct.slice(0, -own.length) : acct;
}

const timeLinks = 'a.status__relative-time[href], a.detailed-status__datetime[href], header a[href]:has(time)';

/** The post a page is about, by the number it has on this server. */
function idOfPage(page: Page): string | undefined {
  return /^\/(?:(?:web\/|deck\/)?@[^/]+|web\/statuses|users\/[^/]+\/statuses)\/(\d+)/.exec(page.url.pathname)?.[1];
}

function readAddress(root: Element, page: Page, acct: string): { id: string; url: string } | undefined {
  const link = first(root, timeLinks);
  const url = linkOf(page, link?.getAttribute('href'));
  // Before version 4 the page linked to the author's server, where the same post has another id.
  const isElsewhere = url !== undefined && url.hostname !== page.url.hostname;
  const ofPage = isElsewhere && root.matches(detailed) ? idOfPage(page) : undefined;
  const id = root.getAttribute('data-id') ?? ofPage ?? /\/(\d+)(?:\/embed)?\/?$/.exec(url?.pathname ?? '')?.[1];
  if (!id) return undefined;
  if (isElsewhere) return { id, url: `https://${url.hostname}${url.pathname}` };
  return { id, url: addressOf(page, `/@${shortHandle(acct, page)}/${id}`) };
}

/** Mastodon's ids count milliseconds since 1970 above their last 16 bits. */
function timeOfId(id: string): number | undefined {
  if (!/^\d{17,20}$/.test(id)) return undefined;
  const time = Number(BigInt(id) >> 16n);
  return isPlausible(time) ? time : undefined;
}

const edits =
  '.status__relative-time abbr, .edited-timestamp, .detailed-status__meta .dropdown-menu__text-button, .edited-timestamp__history';

/** The account's number stands beside its access token in the page's own data: two matches, nothing is parsed or kept but the name. */
const ownAcct = rememberIn(
  (page) => {
    const data = page.document.getElementById('initial-state')?.textContent ?? '';
    const me = /"me":"(\d+)"/.exec(data)?.[1];
    return me ? new RegExp(`"id":"${me}","username":"[^"]*","acct":"([^"]+)"`).exec(data)?.[1] : undefined;
  },
  () => true,
);

function findText(root: Element): Element[] {
  const own = isOwned(root);
  const warning = first(root, '.status__content__spoiler-text, .status__content > p > span.p-summary, .content-warning');
  const words = [...root.querySelectorAll('.status__content__text, .e-content')].filter(
    (e) => own(e) && e !== warning && !e.parentElement?.closest('.status__content__text'),
  );
  const found =
    words.length > 0
      ? words
      : [...root.querySelectorAll(root.matches('article') ? ':scope [lang]' : '.status__content')].filter(own).slice(0, 1);
  return warning && !found.some((e) => e.contains(warning)) ? [warning, ...found] : found;
}

function read(root: Element, page: Page): Post | undefined {
  if (root.matches('article') && root.querySelector('.status')) return undefined;
  const writer = readAcct(root, page);
  const address = writer && readAddress(root, page, writer.acct);
  if (!writer || !address) return undefined;
  const { acct, link } = writer;
  const skip = [...root.querySelectorAll('.quote-inline, .status__content__read-more-button, .translate-button')];
  const post: Post = {
    id: `${page.url.hostname}/${address.id}`,
    url: address.url,
    kind: 'post',
    author: {
      handle: acct,
      name: wordsOf(first(root, '.display-name__html, .p-name') ?? link?.querySelector('bdi, strong') ?? link),
      url: addressOf(page, `/@${shortHandle(acct, page)}`),
    },
    text: findText(root),
    skip,
    postedAt: timeOf(first(root, 'time[datetime]')?.getAttribute('datetime')) ?? timeOfId(address.id),
  };
  post.shared = listShared(page, [...root.querySelectorAll('a.status-card[href], .status-card a[href]')].filter(isOwned(root)));
  if (first(root, edits)) post.edited = true;
  const me = ownAcct(page);
  if (me && fullHandle(me, page) === acct) post.own = true;
  return post;
}

const replyIcons = '.icon-reply, .icon-reply-all, .fa-reply, .fa-reply-all';

/** The bar of the detailed post stands beside it, within the same wrapper. */
function replyControl(root: Element): HTMLElement | undefined {
  const scope = root.closest('.detailed-status__wrapper') ?? root;
  const buttons = [
    ...scope.querySelectorAll<HTMLElement>('.status__action-bar button, .detailed-status__action-bar button, footer button'),
  ].filter((button) => scope !== root || isOwned(root)(button));
  return buttons.find((button) => button.querySelector(replyIcons)) ?? buttons[0];
}

/** In lists the number of replies is at most "1+", and then unknown. A number that is about to change stands there twice. */
function counts(root: Element, page: Page): PostCounts {
  const own = isOwned(root);
  const buttons = [...root.querySelectorAll('.status__action-bar button, footer button')].filter(own);
  const numberOn = (button: Element | undefined) =>
    countOf(
      page,
      button?.querySelector('.animated-number > span[style*="static"]') ?? button?.querySelector('.icon-button__counter') ?? button,
    );
  const total = (selector: string) => countOf(page, first(root, selector));
  const reply = buttons.findIndex((button) => button.querySelector(replyIcons));
  return {
    likes: total('.detailed-status__favorites') ?? numberOn(buttons.find((button) => button.matches('.star-icon'))),
    replies: reply < 0 ? undefined : numberOn(buttons[reply]),
    reposts: total('.detailed-status__reblogs') ?? (reply < 0 ? undefined : numberOn(buttons[reply + 1])),
  };
}

/** The form repeats the post it answers; without that it writes a new one. */
function answered(field: Element, page: Page): Element | undefined {
  const form = field.closest(composerBox) ?? field.parentElement;
  const repeated = form?.querySelector('.reply-indicator');
  if (!repeated) return undefined;
  return findRepeated(repeated, page.document.querySelectorAll(`${status}, ${detailed}, ${redesigned}`), (root) => ({
    author: readNameShown(root, page, repeated),
    text: wordsOf(findText(root)[0]),
  }));
}

/** Versions differ in whether the form shows the name, the handle or both. */
function readNameShown(root: Element, page: Page, repeated: Element): string | undefined {
  const writer = readAcct(root, page);
  const shown = repeated.textContent ?? '';
  const name = wordsOf(first(root, '.display-name__html'));
  const candidates = [writer && `@${shortHandle(writer.acct, page)}`, name, writer && `@${writer.acct}`];
  return candidates.find((candidate) => candidate && shown.includes(candidate));
}

function mainPost(page: Page): Element | undefined {
  const id = idOfPage(page);
  if (!id) return undefined;
  return page.document.querySelector(detailed) ?? page.document.querySelector(`[data-id="${id}"]`) ?? undefined;
}

const composerBox = 'form, .compose-form'; // a form · Glitch before 2024: none
const counter = '.character-counter'; // 2026-08
const remote = /(^|[^/\w])@(\w+)@[\w.-]*\w/g;
const link = /https?:\/\/\S*[^\s.,;:!?)\]]/g;
const linkLength = 23;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As a server counts: links are of one length, and people on other servers go by their name alone. */
const countWritten = (written: string): number =>
  [...segmenter.segment(written.replace(link, 'x'.repeat(linkLength)).replace(remote, '$1@$2'))].length;

/** Servers of changed code say it in the page's own data; all others show how much room is left: what is written, and a warning above it, take theirs. */
function limitOf(field: Element): number | undefined {
  const data = field.ownerDocument.getElementById('initial-state')?.textContent ?? '';
  const stated = Number(/"max_toot_chars":(\d+)/.exec(data)?.[1] ?? 0);
  if (stated > 0) return stated;
  const box = field.closest(composerBox);
  const left = Number.parseInt(box?.querySelector(counter)?.textContent ?? '', 10);
  const { value } = field as Element & { value?: string };
  if (Number.isNaN(left) || value === undefined) return undefined;
  const warning = box?.querySelector<HTMLInputElement>('input[id*="spoiler"]:not([disabled])')?.value ?? '';
  return left + countWritten(warning + value);
}

/** Well-known servers, to be ticked at the start; any other is recognised by its markup. */
const servers = `
  mastodon.social mastodon.online mstdn.social mas.to mastodon.world hachyderm.io fosstodon.org infosec.exchange techhub.social
  mstdn.jp pawoo.net universeodon.com c.im mstdn.party masto.ai toot.community indieweb.social mastodon.art
  mastodon.gamedev.place ioc.exchange phpc.social ruby.social floss.social chaos.social sfba.social social.vivaldi.net
  mastodon.nl mastodon.ie mastodon.scot mastodonapp.uk mastodon.uno mastodon.nz mastodon.au aus.social mastodon.green
  mathstodon.xyz fediscience.org scholar.social journa.host newsie.social mastodon.cloud kolektiva.social tech.lgbt
  octodon.social metalhead.club norden.social troet.cafe social.tchncs.de nrw.social bonn.social muenchen.social ruhr.social
  det.social mstdn.ca cosocial.ca piaille.fr mamot.fr framapiaf.org social.coop wandering.shop toot.wales zirk.us
  sigmoid.social social.linux.pizza mastodon.sdf.org botsin.space fedibird.com mastodon.xyz defcon.social noc.social dice.camp
  oldbytes.space historians.social
`;

/** The app itself, a page an older server rendered by itself, a post embedded elsewhere, and a piece of any of them. */
const marks =
  '#mastodon[data-props], #mastodon.app-holder, body.app-body #mastodon, #mastodon-status, .activity-stream .entry > :is(.status, .detailed-status), .status[data-id] .status__content, .detailed-status .status__content';

/** Of the three things that may be wrong with a page, only "there is none" offers nothing to try or to copy. */
const none =
  '.error-column:not(:has(button, .button-tertiary)) .error-column__message h1, body.error .dialog__message h1, .missing-indicator__label';

function gone(page: Page): Gone[] {
  const id = idOfPage(page);
  const missing = id && !mainPost(page) ? goneFromPage(page, `${page.url.hostname}/${id}`, none) : [];
  return missing;
}

const site: Site = {
  name: 'Mastodon',
  hosts: servers.trim().split(/\s+/),
  detect: (page) => page.document.querySelector(marks) !== null,
  basis: 'source code',
  posts: [redesigned, status, detailed, rendered], // 2026-09 · 2026-08 · 2026-08 · 2022
  read,
  composers: ['textarea#composer-text', '.compose-form textarea', 'textarea.autosuggest-textarea__textarea'], // 2026-09 · 2026-08
  replyControl,
  answered,
  mainPost,
  counts,
  gone,
  limitOf,
  searchUrl: (words, host) => `https://${host}/search?q=${encodeURIComponent(words)}&type=statuses`,
  notificationsUrl: '/notifications',
  expectsPosts: ({ pathname }) => /^\/(home|public\/local)$/.test(pathname),
};
export default site;
