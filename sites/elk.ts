import type { PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { addressOf, pathOf, timeOf, wordsOf } from './_read.ts';
import { listShared } from './_shared.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// A face for Mastodon servers. Its own addresses begin with the server: /mastodon.social/@mira@example.org/123.
const card = '[aria-roledescription="status-card"][id^="status-"]';
const details = '[aria-roledescription="status-details"][id^="status-"]';
/** Before there were roles. */
const unmarked = 'div[id^="status-"]:not([aria-roledescription]):has(.status-body)';
const units = `${card}, ${details}, ${unmarked}`;

const statusPath = /^\/(?:([\w.-]+\.[a-z]{2,})\/)?@([\w.-]+(?:@[\w.-]+)?)\/(\d+)\/?$/;
const accountPath = /^\/(?:([\w.-]+\.[a-z]{2,})\/)?@([\w.-]+(?:@[\w.-]+)?)\/?$/;

const listOwn = (root: Element, selector: string): Element[] =>
  [...root.querySelectorAll(selector)].filter((element) => element.closest(units) === root);

interface Account {
  server?: string;
  /** As the server writes it: without itself. */
  acct: string;
}

function readAccount(link: Element | undefined): Account | undefined {
  const [, server, acct] = accountPath.exec(pathOf(link)) ?? statusPath.exec(pathOf(link)) ?? [];
  return acct ? { server, acct } : undefined;
}

/** Above the author may stand who passed it on, so the link around the time decides; a post in full has only its author's. */
function readWriter(root: Element, page: Page): (Account & { id: string }) | undefined {
  const id = /^status-(\d+)$/.exec(root.id)?.[1];
  const link = listOwn(root, 'a[href*="/@"]').find((one) => one.querySelector('time') && statusPath.test(pathOf(one)));
  const named = listOwn(root, 'a[href*="/@"]').find((one) => accountPath.test(pathOf(one)) && !one.closest('.status-body'));
  const account = readAccount(link) ?? readAccount(named);
  if (!id || !account) return undefined;
  return { id, ...account, server: account.server ?? statusPath.exec(page.url.pathname)?.[1] };
}

/** The name and the handle below it share a link. */
function readName(root: Element, acct: string): string | undefined {
  const link = listOwn(root, 'a[href*="/@"]').find(
    (one) => accountPath.exec(pathOf(one))?.[2] === acct && wordsOf(one.querySelector('p[dir="ltr"]')),
  );
  const handle = link?.querySelector('p[dir="ltr"]');
  const before = handle?.previousElementSibling ?? handle?.parentElement?.firstElementChild;
  return wordsOf(before === handle ? undefined : (before ?? undefined));
}

function findText(root: Element): Element[] {
  const rich = listOwn(root, '.content-rich').filter((block) => !block.closest('a, .status-actions'));
  const body = rich.find((block) => block.closest('.status-body'));
  const warning = rich.find(
    (block) => !block.closest('.status-body') && block.closest('p, [role="alert"]') && !block.closest('h1, h2, h3'),
  );
  return [warning, body].filter((block) => block !== undefined);
}

function read(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(units)) return undefined;
  const writer = readWriter(root, page);
  if (!writer) return undefined;
  const { id, acct, server } = writer;
  const home = server ?? page.url.hostname;
  const place = server ? `/${server}` : '';
  const post: Post = {
    id: `${home}/${id}`,
    url: addressOf(page, `${place}/@${acct}/${id}`),
    kind: 'post',
    author: {
      handle: acct.includes('@') ? acct : `${acct}@${home}`,
      name: readName(root, acct),
      url: addressOf(page, `${place}/@${acct}`),
    },
    text: findText(root),
    postedAt: timeOf(listOwn(root, 'time[datetime]')[0]?.getAttribute('datetime')),
  };
  post.shared = listShared(page, listOwn(root, 'a[href^="http"][target="_blank"]'), post.text);
  // The star beside an edited post's time is a time itself.
  if (listOwn(root, 'time[datetime]').length > 1) post.edited = true;
  return post;
}

/** The first of the buttons below, whatever the language. */
const replyControl = (root: Element): HTMLElement | undefined => listOwn(root, '.status-actions button')[0] as HTMLElement | undefined;

/** The picture says what is counted; the number may stand there twice, once as it was. */
function counts(root: Element, page: Page): PostCounts {
  const of = (picture: string) => {
    const button = listOwn(root, '.status-actions button').find((one) => one.querySelector(`[class*="${picture}"]`));
    const shown = [...(button?.querySelectorAll('span') ?? [])].find((one) => !one.querySelector('span') && one.textContent?.trim());
    return countOf(page, shown);
  };
  return { replies: of('chat-1-'), reposts: of(':repeat-'), likes: of(':heart-3-') ?? of(':star-') };
}

function mainPost(page: Page): Element | undefined {
  const id = statusPath.exec(page.url.pathname)?.[3];
  return id ? (page.document.querySelector(`[id="status-${id}"]`) ?? undefined) : undefined;
}

const site: Site = {
  name: 'Elk',
  hosts: ['elk.zone'],
  detect: (page) =>
    page.document.querySelector('meta[property="og:site_name"][content="Elk"], meta[name="twitter:site"][content="@elk_zone"]') !== null ||
    page.document.querySelector(`#__nuxt ${card}, #__nuxt ${details}`) !== null,
  basis: 'source code',
  posts: [card, details, unmarked], // 2026-05 · 2026-05 · 2022
  read,
  composers: ['.ProseMirror[contenteditable="true"]'], // 2026-05
  replyControl,
  mainPost,
  counts,
  searchUrl: (words, host) => `https://${host}/search?q=${encodeURIComponent(words)}`,
  notificationsUrl: '/notifications',
  expectsPosts: (url) => statusPath.test(url.pathname),
};
export default site;
