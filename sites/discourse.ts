import type { Gone, PostCounts } from '../core/model.ts';
import { addressedIn, lastAbove } from './_answers.ts';
import { countOf } from './_counts.ts';
import { goneAmong, goneFromPage } from './_gone.ts';
import { addressOf, isPlausible, linkOf, pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const post = 'article[data-post-id]';
/** What robots and browsers without scripts are given; before 2019 without its number as an id. */
const plain = '.crawler-post[id^="post_"], [itemtype$="/DiscussionForumPosting"]:has(> .creator)';
const listed = 'tr.topic-list-item, .latest-topic-list-item[data-topic-id]';
const result = '.fps-result';
const ownButton = rememberElement('#current-user a[href*="/u/"], #toggle-current-user img[title], #current-user img[title]');

/** Below a topic, others are only proposed. */
const proposed = '.suggested-topics, #suggested-topics, #related-topics, .more-topics__container, .more-topics__list';
/** What stands in an author's words and is not theirs. */
const foreign = 'aside.quote, aside.onebox, .cooked-selection-barrier, a.anchor, .meta, .poll, .codeblock-button-wrapper';
const category = '.badge-category__name, .badge-category-name, .category-name';

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

const handleOf = (root: Element): string | undefined =>
  root.querySelector('[data-user-card]')?.getAttribute('data-user-card')?.toLowerCase();

/** What a post quotes of its own topic first, or whom it is marked as an answer to, or begins with. */
function readAnswered(root: Element, body: Element, page: Page, topic: string): string | undefined {
  const quotes = [...body.querySelectorAll(':scope > aside.quote[data-post]')].filter(
    (quote) => (quote.getAttribute('data-topic') ?? topic) === topic,
  );
  const quoted = quotes[0]?.getAttribute('data-post');
  const marked = root.querySelector('.reply-to-tab img[title], .reply-to-tab img[alt]');
  const named = addressedIn(body, 'a.mention[href*="/u/"]');
  const handle = (marked?.getAttribute('title') ?? /\/u\/([^/]+)/.exec(pathOf(named))?.[1])?.toLowerCase();
  const above =
    quoted || !handle ? undefined : lastAbove(root, page.document.querySelectorAll(post), (other) => handleOf(other) === handle);
  const number = quoted ?? /^post_(\d+)$/.exec(above?.id ?? '')?.[1];
  return number ? `${page.url.hostname}/t/${topic}/${number}` : undefined;
}

function readPost(root: Element, page: Page): Post | undefined {
  const id = root.getAttribute('data-post-id') ?? '';
  const body = root.querySelector('.cooked');
  const number = /^post_(\d+)$/.exec(root.id)?.[1] ?? root.closest('[data-post-number]')?.getAttribute('data-post-number');
  // Posts far from the window keep their frame and lose what is in it.
  if (!/^\d+$/.test(id) || !body || root.closest(repeated)) return undefined;
  const author = readAuthor(root, page);
  const title = number === '1' ? page.document.querySelector('#topic-title .fancy-title, #topic-title h1 a, #topic-title h1') : null;
  const topic = topicPath(pathOf(root.querySelector('a.post-date[href]'))) ?? topicPath(page.url.pathname);
  const topicId = topic && numbersIn(topic)?.topic;
  return {
    // Lists and searches know a post by its topic and its place there.
    id: topic && number ? `${page.url.hostname}/t/${numbersIn(topic)?.topic}/${number}` : `${page.url.hostname}/post/${id}`,
    url: topic && number ? addressOf(page, `${topic}/${number}`) : undefined,
    kind: title ? 'post' : 'comment',
    author,
    text: title ? [title, body] : [body],
    skip: [...body.querySelectorAll(foreign)],
    postedAt: timeIn(root.querySelector('a.post-date .relative-date, .post-date .relative-date')),
    community: wordsOf(page.document.querySelector('#topic-title .badge-category__name, .topic-category .badge-category__name')),
    edited: root.querySelector('.post-info.edits') ? true : undefined,
    own: author.handle !== undefined && author.handle.toLowerCase() === readOwnName(page) ? true : undefined,
    parent: topicId && !title ? readAnswered(root, body, page, topicId) : undefined,
  };
}

/** `/t/slug/12/3`: topic 12, post 3. Without a number it is the first post. */
function numbersIn(path: string): { topic: string; number: string } | undefined {
  const [, topic, number] = /\/t\/(?:[^/]+\/)?(\d+)(?:\/(\d+))?\/?$/.exec(path) ?? [];
  return topic ? { topic, number: number ?? '1' } : undefined;
}

function readPlain(root: Element, page: Page): Post | undefined {
  const number = /^post_(\d+)$/.exec(root.id)?.[1] ?? /\d+/.exec(wordsOf(root.querySelector('[itemprop="position"]')) ?? '')?.[0];
  const body = root.querySelector('.post');
  const heading = page.document.querySelector('#topic-title h1 a, h1 > a[href*="/t/"]');
  const topic = topicPath(page.url.pathname) ?? topicPath(pathOf(heading));
  const writer = root.querySelector('.creator a[href*="/u/"], .creator a[href*="/users/"]');
  const handle = /\/(?:u|users)\/([^/]+)$/.exec(pathOf(writer))?.[1];
  if (!number || !body || !topic || !handle) return undefined;
  const title = number === '1' ? heading : null;
  return {
    id: `${page.url.hostname}/t/${numbersIn(topic)?.topic}/${number}`,
    url: addressOf(page, `${topic}/${number}`),
    kind: title ? 'post' : 'comment',
    author: { handle, name: wordsOf(writer), url: linkOf(page, writer?.getAttribute('href'))?.href },
    text: title ? [title, body] : [body],
    skip: [...body.querySelectorAll(foreign)],
    postedAt: timeOf(root.querySelector('time[datetime]')?.getAttribute('datetime')),
    community: wordsOf(page.document.querySelector(`.topic-category :is(${category})`)),
  };
}

/** A search finds single posts, and shows a piece of each. */
function readResult(root: Element, page: Page): Post | undefined {
  const link = root.querySelector('a.search-link[href*="/t/"]');
  const numbers = numbersIn(pathOf(link));
  const blurb = root.querySelector('.blurb');
  if (!link || !numbers) return undefined;
  const title = numbers.number === '1' ? (link.querySelector('.topic-title') ?? link) : null;
  const writer = root.querySelector('.author a[data-user-card]');
  const handle = writer?.getAttribute('data-user-card') ?? undefined;
  return {
    id: `${page.url.hostname}/t/${numbers.topic}/${numbers.number}`,
    url: addressOf(page, `${topicPath(pathOf(link))}/${numbers.number}`),
    kind: title ? 'post' : 'comment',
    author: { handle, url: handle ? linkOf(page, writer?.getAttribute('href'))?.href : undefined },
    text: [title, blurb].filter((element) => element !== null),
    skip: [...root.querySelectorAll('.blurb > .date')],
    postedAt: timeIn(root.querySelector('.relative-date')),
    community: wordsOf(root.querySelector(category)),
  };
}

/** A topic in a list, known by its title alone. */
function readTopic(root: Element, page: Page): Post | undefined {
  const title = root.querySelector('a.title[href*="/t/"]');
  const path = topicPath(pathOf(title));
  const id = path && numbersIn(path)?.topic;
  if (!id || !title || root.closest(proposed)) return undefined;
  const writer = root.querySelector(':is(.posters, .topic-poster) a[data-user-card]');
  const handle = writer?.getAttribute('data-user-card') ?? undefined;
  return {
    id: `${page.url.hostname}/t/${id}/1`,
    url: addressOf(page, path),
    kind: 'post',
    author: { handle, url: handle ? linkOf(page, writer?.getAttribute('href'))?.href : undefined },
    text: [title],
    community: wordsOf(root.querySelector(category)),
  };
}

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(post)) return readPost(root, page);
  if (root.matches(plain)) return readPlain(root, page);
  return root.matches(result) ? readResult(root, page) : readTopic(root, page);
}

/** Lists show rounded numbers, and say the views whole where they are pointed at. */
function counts(root: Element, page: Page): PostCounts {
  const find = (selector: string) => root.querySelector(selector);
  if (root.matches(listed)) {
    const views = find('.num.views .number, .views .number');
    return {
      likes: countOf(page, find('.num.likes .number')),
      replies: countOf(page, find('.num.posts-map .number, .num.posts .number, .badge-posts .number')),
      views: countOf(page, views, 'title') ?? countOf(page, views),
    };
  }
  if (root.matches(result)) return { likes: countOf(page, find('.like-count')) };
  return {
    likes: countOf(page, find('button.like-count, .reactions-counter, .post-likes')),
    replies: countOf(page, find('button.show-replies')),
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

/** Those who may see deleted posts see them marked; others read a line in their place, or that there is no such page. */
function gone(page: Page): Gone[] {
  const numbers = numbersIn(page.url.pathname);
  const ofPage = numbers && `${page.url.hostname}/t/${numbers.topic}/${numbers.number}`;
  return [
    ...goneAmong(page, post, (root) => {
      const taken =
        root.closest('.topic-post.deleted') ??
        /^\((?:post|topic) (?:deleted|withdrawn) by (?:its )?author/i.test(wordsOf(root.querySelector('.cooked')) ?? '');
      return taken ? { id: readPost(root, page)?.id } : undefined;
    }),
    ...goneFromPage(page, ofPage, '.page-not-found, .topic-error'),
  ];
}

const site: Site = {
  name: 'Discourse',
  hosts: [],
  detect: (page) => page.document.querySelector('meta[name="generator"][content^="Discourse"], article[data-post-id] .cooked') !== null,
  basis: 'source code',
  posts: [post, listed, result, plain], // 2026-08
  read,
  composers: ['#reply-control textarea.d-editor-input', '#reply-control .ProseMirror.d-editor-input[contenteditable="true"]'],
  replyControl: (root) => root.querySelector<HTMLElement>('button.post-action-menu__reply, button.reply.create') ?? undefined,
  answered,
  mainPost,
  counts,
  gone,
  searchUrl: (words, host) => `https://${host}/search?q=${encodeURIComponent(`${words} order:latest`)}`,
  notificationsUrl: '/my/notifications',
  expectsPosts: ({ pathname }) => pathname === '/latest',
};
export default site;
