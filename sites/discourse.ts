import { addressOf, isPlausible, linkOf, pathOf, rememberElement, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const post = 'article[data-post-id]';
const listed = 'tr.topic-list-item[data-topic-id]';
const ownButton = rememberElement('#current-user a[href*="/u/"], #toggle-current-user img[title], #current-user img[title]');

/** Answers shown again below the post they answer; each stands in the stream too. */
const repeated = '.embedded-posts';

const timeIn = (element: Element | null | undefined): number | undefined => {
  const time = Number(element?.getAttribute('data-time') ?? Number.NaN);
  return isPlausible(time) ? time : undefined;
};

function readOwnName(page: Page): string | undefined {
  const button = ownButton(page);
  return (/\/u\/([^/]+)/.exec(pathOf(button))?.[1] ?? button?.getAttribute('title') ?? undefined)?.toLowerCase();
}

function readAuthor(root: Element, page: Page): Post['author'] {
  const links = [...root.querySelectorAll('.names a[data-user-card], .topic-meta-data a[data-user-card], a[data-user-card]')];
  const handle = links[0]?.getAttribute('data-user-card') ?? undefined;
  const full = links.find((link) => link.closest('.full-name'));
  const url = handle ? linkOf(page, links[0]?.getAttribute('href'))?.href : undefined;
  return { handle, name: wordsOf(full) ?? wordsOf(links.find((link) => wordsOf(link))) ?? handle, url };
}

/** `/t/slug/12/3` → `/t/slug/12`: the address of the page ends with the post in view. */
const topicPath = (path: string): string | undefined => /^(.*\/t\/(?:[^/]+\/)?\d+)(?:\/\d+)?\/?$/.exec(path)?.[1];

function readPost(root: Element, page: Page): Post | undefined {
  const id = root.getAttribute('data-post-id') ?? '';
  const body = root.querySelector('.cooked');
  const number = /^post_(\d+)$/.exec(root.id)?.[1] ?? root.closest('[data-post-number]')?.getAttribute('data-post-number');
  // Posts far from the window keep their frame and lose what is in it.
  if (!/^\d+$/.test(id) || !body || root.closest(repeated)) return undefined;
  const author = readAuthor(root, page);
  const title = number === '1' ? page.document.querySelector('#topic-title .fancy-title, #topic-title h1 a, #topic-title h1') : null;
  const topic = topicPath(pathOf(root.querySelector('a.post-date[href]'))) ?? topicPath(page.url.pathname);
  return {
    id: `${page.url.hostname}/post/${id}`,
    url: topic && number ? addressOf(page, `${topic}/${number}`) : undefined,
    kind: title ? 'post' : 'comment',
    author,
    text: title ? [title, body] : [body],
    skip: [
      ...body.querySelectorAll('aside.quote, aside.onebox, .cooked-selection-barrier, a.anchor, .meta, .poll, .codeblock-button-wrapper'),
    ],
    postedAt: timeIn(root.querySelector('a.post-date .relative-date, .post-date .relative-date')),
    community: wordsOf(page.document.querySelector('#topic-title .badge-category__name, .topic-category .badge-category__name')),
    edited: root.querySelector('.post-info.edits') ? true : undefined,
    own: author.handle !== undefined && author.handle.toLowerCase() === readOwnName(page) ? true : undefined,
  };
}

/** A topic in a list, known by its title alone. */
function readTopic(root: Element, page: Page): Post | undefined {
  const id = root.getAttribute('data-topic-id') ?? '';
  const title = root.querySelector('a.title[href*="/t/"]');
  const path = topicPath(pathOf(title));
  if (!/^\d+$/.test(id) || !title || !path) return undefined;
  const writer = root.querySelector('.posters a[data-user-card]');
  const handle = writer?.getAttribute('data-user-card') ?? undefined;
  return {
    id: `${page.url.hostname}/t/${id}`,
    url: addressOf(page, path),
    kind: 'post',
    author: { handle, url: handle ? linkOf(page, writer?.getAttribute('href'))?.href : undefined },
    text: [title],
    community: wordsOf(root.querySelector('.badge-category__name')),
  };
}

function mainPost(page: Page): Element | undefined {
  return page.document.querySelector(`${post}#post_1`) ?? undefined;
}

/** There is one composer for the whole tab; its heading leads to the post it answers. */
function answered(field: Element, page: Page): Element | undefined {
  const link = field.closest('#reply-control')?.querySelector('.action-title a.post-link[href], .action-title a[href*="/t/"]');
  const number = /\/t\/(?:[^/]+\/)?\d+\/(\d+)$/.exec(pathOf(link))?.[1];
  return (number ? page.document.querySelector(`article#post_${number}`) : null) ?? mainPost(page);
}

const site: Site = {
  name: 'Discourse',
  hosts: [],
  detect: (page) => page.document.querySelector('meta[name="generator"][content^="Discourse"]') !== null,
  basis: 'source code',
  posts: [post, listed], // 2026-08
  read: (root, page) => (root.matches(post) ? readPost(root, page) : readTopic(root, page)),
  composers: ['#reply-control textarea.d-editor-input', '#reply-control .ProseMirror.d-editor-input[contenteditable="true"]'],
  replyControl: (root) => root.querySelector<HTMLElement>('button.post-action-menu__reply, button.reply.create') ?? undefined,
  answered,
  mainPost,
  searchUrl: (words, host) => `https://${host}/search?q=${encodeURIComponent(`${words} order:latest`)}`,
  notificationsUrl: '/my/notifications',
  expectsPosts: ({ pathname }) => pathname === '/latest',
};
export default site;
