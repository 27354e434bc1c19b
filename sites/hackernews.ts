import type { Gone, PostCounts } from '../core/model.ts';
import { countIn } from './_counts.ts';
import { goneAmong } from './_gone.ts';
import { isPlausible, rememberElement, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const front = 'news.ycombinator.com';
const row = 'tr.athing';
/** The search is a site of its own, and shows what it finds in its own way. */
const found = 'article.Story';
const ownLink = rememberElement('a#me');

function addressOf(what: string, id: string): string {
  return `https://${front}/${what}?id=${id}`;
}

/** The `id` of a link to an item or a person. */
function idIn(link: Element | null | undefined, what: string): string | undefined {
  return new RegExp(`(?:^|/)${what}\\?id=([\\w-]+)`).exec(link?.getAttribute('href') ?? '')?.[1];
}

/** The title says the moment twice, `2025-04-08T12:36:53 1744115813`; the second needs no time zone. */
function readTime(age: Element | null | undefined): number | undefined {
  const title = age?.getAttribute('title') ?? '';
  const seconds = Number(/ (\d{9,11})$/.exec(title)?.[1] ?? Number.NaN);
  if (isPlausible(seconds * 1000)) return seconds * 1000;
  return /^\d{4}-\d\d-\d\dT[\d:]+$/.test(title) ? timeOf(`${title}Z`) : undefined;
}

/** A story's author and time stand in the row after it. */
function findLine(root: Element, isComment: boolean): Element | null | undefined {
  return isComment ? root.querySelector('.comhead') : root.nextElementSibling?.querySelector('.subline, .subtext');
}

function idOf(root: Element, line: Element | null | undefined): string | undefined {
  if (/^\d+$/.test(root.id)) return root.id;
  return idIn(line?.querySelector('.age a[href], a[href*="item?id="]'), 'item');
}

/** A comment among the results has no title; links behind its own lead to its parent and its story. */
function readFound(root: Element): Post | undefined {
  const title = root.querySelector('.Story_title a[href*="item?id="]');
  const id = idIn(title ?? root.querySelector('.Story_meta a[href*="item?id="]'), 'item');
  const handle = idIn(root.querySelector('.Story_meta a[href*="user?id="]'), 'user');
  const body = root.querySelector('.Story_comment');
  if (!id || !handle) return undefined;
  return {
    id,
    url: addressOf('item', id),
    kind: title ? 'post' : 'comment',
    author: { handle, url: addressOf('user', handle) },
    text: [title, body].filter((element) => element !== null),
  };
}

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(found)) return readFound(root);
  const title = root.querySelector('.titleline > a, a.storylink, a.titlelink, td.title > a');
  const comment = root.querySelector('.commtext');
  const isComment = !title;
  const line = findLine(root, isComment);
  const id = idOf(root, line);
  const writer = line?.querySelector('a.hnuser');
  const handle = wordsOf(writer);
  const age = line?.querySelector('.age');
  // The choices of a poll are rows as well; neither they nor deleted comments have an author.
  if (!id || !(handle || (title && age))) return undefined;
  const body = isComment ? comment : root.closest('.fatitem')?.querySelector('.toptext');
  const post: Post = {
    id,
    url: addressOf('item', id),
    kind: isComment ? 'comment' : 'post',
    author: handle ? { handle, url: addressOf('user', handle) } : {},
    text: [title, body].filter((element) => element !== null && element !== undefined),
    // Older pages keep the reply link inside the words.
    skip: [...(body?.querySelectorAll('.reply') ?? [])],
    postedAt: readTime(age),
  };
  const above = isComment ? [...(line?.querySelectorAll('.navs a') ?? [])].find((link) => wordsOf(link) === 'parent') : undefined;
  const parent = /(?:#|item\?id=)(\d+)$/.exec(above?.getAttribute('href') ?? '')?.[1];
  if (parent) post.parent = parent;
  if (!isComment && !handle) post.promoted = true;
  if (handle && wordsOf(ownLink(page)) === handle) post.own = true;
  return post;
}

/** A story's points and comments; of comments only one's own show points. The search has both among its links. */
function counts(root: Element): PostCounts {
  const isStory = root.matches(found) ? root.querySelector('.Story_title') !== null : !root.querySelector('.commtext');
  const line = root.matches(found) ? root.querySelector('.Story_meta') : isStory ? root.nextElementSibling : root;
  const said = [...(line?.querySelectorAll('.score, a[href*="item?id="], .Story_meta > span') ?? [])].map((one) => wordsOf(one) ?? '');
  const points = said.find((words) => /^-?\d+ points?$/.test(words));
  const comments = isStory ? said.find((words) => /^\d+\s+comments?$/.test(words)) : undefined;
  return { likes: countIn(points), replies: countIn(comments) };
}

function mainPost(page: Page): Element | undefined {
  return page.document.querySelector(`.fatitem ${row}`) ?? undefined;
}

/** The form names the item it answers. */
function answered(field: Element, page: Page): Element | undefined {
  const parent = field.closest('form')?.querySelector<HTMLInputElement>('input[name="parent"]')?.value ?? '';
  const named = /^\d+$/.test(parent) ? page.document.querySelector(`tr[id="${parent}"]`) : null;
  return named ?? mainPost(page);
}

/** A comment without words says why in their place: its author took it back, or others hid it. */
const gone = (page: Page): Gone[] =>
  goneAmong(page, 'tr.athing.comtr[id], .fatitem tr.athing[id]', (row) => {
    const said = row.querySelector('.commtext')
      ? undefined
      : wordsOf(row.querySelector('.comment') ?? row.querySelector('.title:last-child'));
    const mark = /^\[(deleted|flagged|dead)\]/.exec(said ?? '')?.[1];
    return mark && !row.querySelector('.titleline > a') ? { id: row.id, what: mark === 'deleted' ? 'deleted' : 'unavailable' } : undefined;
  });

const site: Site = {
  name: 'Hacker News',
  hosts: [front, 'hn.algolia.com'],
  basis: 'saved pages',
  posts: [row, found], // 2026-04
  read,
  composers: ['form[action="comment"] textarea', 'textarea[name="text"]'],
  replyControl: (root) => root.querySelector<HTMLElement>('a[href*="reply?"]') ?? undefined,
  answered,
  mainPost,
  counts,
  gone,
  searchUrl: (words) => `https://hn.algolia.com/?query=${encodeURIComponent(words)}&sort=byDate&type=all&dateRange=all`,
  expectsPosts: ({ hostname, pathname }) => hostname === front && /^\/(news|newest|newcomments|best|ask|show|front)?$/.test(pathname),
};
export default site;
