import type { PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { linkOf, timeOf, wordsOf } from './_read.ts';
import { listShared } from './_shared.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// A face for Mastodon servers. Every post says its server and number in an attribute; addresses stand behind a #.
const status = 'article[data-state-post-id]';
/** Posts shown again, shortened: what one answers, a preview in the window for a reply, a quote. */
const repeated = '.compact-reply, .status-preview, .status-card-container, .status-quote, .edit-history';

const listOwn = (root: Element, selector: string): Element[] =>
  [...root.querySelectorAll(selector)].filter((element) => element.closest(status) === root);

const keyOf = (root: Element): RegExpExecArray | null => /^([\w.-]+)\/(\w+)$/.exec(root.getAttribute('data-state-post-id')?.trim() ?? '');

interface Writer {
  handle: string;
  url: string;
}

/** The author's own address on their server: https://example.org/@mira. */
function readWriter(root: Element, page: Page): Writer | undefined {
  const link = listOwn(root, '.meta a.name-text[href], :scope > a[href][title^="@"]')[0];
  const url = linkOf(page, link?.getAttribute('href'));
  const titled = /@([\w.-]+@[\w.-]+)/.exec(link?.getAttribute('title') ?? '')?.[1];
  const name = /^\/(?:@|users\/)([\w.-]+)\/?$/.exec(url?.pathname ?? '')?.[1];
  const handle = titled ?? (name && url && `${name}@${url.hostname}`);
  return handle && url ? { handle, url: url.href } : undefined;
}

function read(root: Element, page: Page): Post | undefined {
  const [, server, id] = keyOf(root) ?? [];
  const writer = readWriter(root, page);
  if (!server || !id || !writer || root.closest(repeated) || root.matches(repeated) || root.parentElement?.closest(status))
    return undefined;
  const name = listOwn(root, '.meta .name-text b, .meta .name-text strong')[0];
  const created = listOwn(root, 'time.created, .meta time[datetime], time[datetime]')[0];
  const post: Post = {
    id: `${server}/${id}`,
    url: `https://${page.url.hostname}/#/${server}/s/${id}`,
    kind: 'post',
    author: { handle: writer.handle, name: wordsOf(name), url: writer.url },
    text: listOwn(root, '.content-container > .content, .content-container .inner-content').filter(
      (block, _, all) => !all.some((other) => other !== block && block.contains(other)),
    ),
    postedAt: timeOf(created?.getAttribute('datetime')),
  };
  post.shared = listShared(page, listOwn(root, 'a.card[href], .card a[href]'), post.text);
  if (listOwn(root, 'time.edited').length > 0) post.edited = true;
  return post;
}

/** Only a post in full has its buttons in sight; others keep them in a menu. */
const replyControl = (root: Element): HTMLElement | undefined =>
  listOwn(root, 'button.reply-button, .reply-button button')[0] as HTMLElement | undefined;

/** Beside each button its number, whole where it is pointed at. */
function counts(root: Element, page: Page): PostCounts {
  const of = (name: string) => {
    const shown = listOwn(root, `.${name}-button small, .${name}-button ~ small`)[0];
    return countOf(page, shown, 'title') ?? countOf(page, shown);
  };
  return { replies: of('reply'), reposts: of('reblog'), likes: of('favourite') };
}

const isMain = (root: Element): boolean => root.matches('.large');

const mainPost = (page: Page): Element | undefined =>
  /\/s\/\w+/.test(page.url.hash)
    ? [...page.document.querySelectorAll(status)].find((root) => isMain(root) && read(root, page) !== undefined)
    : undefined;

/** The window for a reply shows the post it answers; the same post stands behind it. */
function answered(field: Element, page: Page): Element | undefined {
  const shown = field
    .closest('#compose-container, .compose-container, [class*="compose"]')
    ?.querySelector('.status-preview [data-state-post-id], .status-preview[data-state-post-id]');
  const key = shown?.getAttribute('data-state-post-id');
  if (!key) return undefined;
  return [...page.document.querySelectorAll(status)].find(
    (root) => root.getAttribute('data-state-post-id') === key && read(root, page) !== undefined,
  );
}

const site: Site = {
  name: 'Phanpy',
  hosts: ['phanpy.social'],
  detect: (page) =>
    page.document.querySelector('meta[name="apple-mobile-web-app-title"][content="Phanpy"], #app article[data-state-post-id]') !== null,
  basis: 'source code',
  posts: [status], // 2026-06
  read,
  composers: ['#compose-container textarea', '.compose-container textarea', 'textarea[name="status"]'], // 2026-06
  replyControl,
  answered,
  mainPost,
  counts,
  searchUrl: (words, host) => `https://${host}/#/search?q=${encodeURIComponent(words)}&type=statuses`,
  notificationsUrl: '/#/notifications',
};
export default site;
