import type { Gone, PostCounts } from '../core/model.ts';
import { addressedIn, lastAbove } from './_answers.ts';
import { countOf } from './_counts.ts';
import { goneAmong } from './_gone.ts';
import { addressOf, pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const comment = '.PostStream-item[data-type="comment"]';
const listed = '.DiscussionListItem';
const ownName = rememberElement('.SessionDropdown .username, .item-session .username');

function readAuthor(link: Element | null, page: Page): Post['author'] {
  const handle = /\/u\/([^/]+)$/.exec(pathOf(link))?.[1];
  return { handle, name: wordsOf(link?.querySelector('.username')), url: handle ? addressOf(page, pathOf(link)) : undefined };
}

const nameOf = (root: Element): string | undefined => wordsOf(root.querySelector('.PostUser .username'))?.toLowerCase();

/** The mention of a post that it quotes or begins with, or the person it begins with. */
function readAnswered(root: Element, body: Element, page: Page): string | undefined {
  const mark = body.querySelector('blockquote .PostMention[data-id]') ?? addressedIn(body, '.PostMention[data-id]');
  const person = mark ? undefined : addressedIn(body, '.UserMention[href*="/u/"]');
  const name = wordsOf(person)?.replace(/^@/, '').toLowerCase();
  const above = name && lastAbove(root, page.document.querySelectorAll(comment), (other) => nameOf(other) === name);
  const id = mark?.getAttribute('data-id') ?? (above ? above.getAttribute('data-id') : undefined);
  const first = id && page.document.querySelector(`${comment}[data-number="1"]`)?.getAttribute('data-id') === id;
  const topic = /\/d\/(\d+)/.exec(page.url.pathname)?.[1];
  if (!id) return undefined;
  return first && topic ? `${page.url.hostname}/d/${topic}` : `${page.url.hostname}/post/${id}`;
}

function readComment(root: Element, page: Page): Post | undefined {
  const id = root.getAttribute('data-id');
  const number = root.getAttribute('data-number');
  const body = root.querySelector('.Post-body');
  // The address of the page ends with the post that is in view.
  const [, discussion, topic] = /^(.*\/d\/(\d+)(?:-[^/]*)?)(?:\/|$)/.exec(page.url.pathname) ?? [];
  if (!id || !body || root.querySelector('.Post--hidden')) return undefined;
  const author = readAuthor(root.querySelector('.PostUser a[href*="/u/"]'), page);
  const name = author.name ?? wordsOf(root.querySelector('.PostUser .username'));
  const title = number === '1' ? page.document.querySelector('.DiscussionHero-title') : null;
  return {
    // A list shows the first post by its discussion's title, and knows the discussion's number alone.
    id: title && topic ? `${page.url.hostname}/d/${topic}` : `${page.url.hostname}/post/${id}`,
    url: discussion && number ? addressOf(page, `${discussion}/${number}`) : undefined,
    kind: title ? 'post' : 'comment',
    author: { ...author, name },
    text: title ? [title, body] : [body],
    // Quotes of other posts name the one who wrote them; a mention of a post stands for a quote as well.
    skip: [...body.querySelectorAll('blockquote, .PostMention-preview, script, style')],
    postedAt: timeOf(root.getAttribute('data-time') ?? root.querySelector('.PostMeta time[datetime]')?.getAttribute('datetime')),
    edited: root.querySelector('.PostEdited') ? true : undefined,
    own: name !== undefined && wordsOf(ownName(page)) === name ? true : undefined,
    parent: title ? undefined : readAnswered(root, body, page),
  };
}

/** A discussion in the list, known by its title alone. */
function readDiscussion(root: Element, page: Page): Post | undefined {
  const title = root.querySelector('.DiscussionListItem-title');
  const link = root.querySelector('a.DiscussionListItem-main[href*="/d/"], a[href*="/d/"]');
  const found = /^(.*\/d\/(\d+)(?:-[^/]*)?)(?:\/\d*)?$/.exec(pathOf(link));
  if (!title || !found?.[1]) return undefined;
  const author = readAuthor(root.querySelector('a.DiscussionListItem-author[href*="/u/"], a[href*="/u/"]'), page);
  return {
    id: `${page.url.hostname}/d/${found[2]}`,
    url: addressOf(page, found[1]),
    kind: 'post',
    author,
    text: [title],
  };
}

/** A list counts the answers; where there are unread ones it counts only those, on a button that marks them as read. */
function counts(root: Element, page: Page): PostCounts {
  const shown = root.querySelector('.DiscussionListItem-count:not(button, [role="button"], .unread *)');
  return { replies: countOf(page, shown?.querySelector('[aria-hidden]') ?? shown) };
}

function mainPost(page: Page): Element | undefined {
  return page.document.querySelector(`${comment}[data-number="1"]`) ?? undefined;
}

/** The composer's heading leads to the post it answers. */
function answered(field: Element, page: Page): Element | undefined {
  const number = /\/d\/\d+[^/]*\/(\d+)$/.exec(
    pathOf(field.closest('.Composer')?.querySelector('.ComposerBody-header a[href*="/d/"]')),
  )?.[1];
  const named = number ? page.document.querySelector(`.PostStream-item[data-number="${number}"]`) : null;
  return named ?? mainPost(page);
}

/** Hidden by its author or by a moderator; a discussion is known by its own number. */
const gone = (page: Page): Gone[] =>
  goneAmong(page, `${comment}:has(.Post--hidden)`, (root) => {
    const topic = root.getAttribute('data-number') === '1' ? /\/d\/(\d+)/.exec(page.url.pathname)?.[1] : undefined;
    return { id: topic ? `${page.url.hostname}/d/${topic}` : `${page.url.hostname}/post/${root.getAttribute('data-id')}` };
  });

const site: Site = {
  name: 'Flarum',
  hosts: [],
  detect: (page) => page.document.querySelector('#flarum-content, #flarum-json-payload, #app.App .App-content .PostStream') !== null,
  basis: 'source code',
  posts: [comment, listed], // 1.8 and 2.0 beta, 2026-06
  read: (root, page) => (root.matches(comment) ? readComment(root, page) : readDiscussion(root, page)),
  composers: [
    '.Composer textarea.TextEditor-editor',
    '.Composer .TextEditor-editor[contenteditable="true"]',
    '.Composer .ProseMirror[contenteditable="true"]',
  ],
  replyControl: (root) =>
    root.querySelector<HTMLElement>('.Post-actions .item-reply button, .Post-actions .item-reply .Button') ?? undefined,
  answered,
  mainPost,
  counts,
  gone,
  searchUrl: (words, host) => `https://${host}/?q=${encodeURIComponent(words)}&sort=newest`,
  notificationsUrl: '/notifications',
  expectsPosts: ({ pathname }) => pathname === '/all',
};
export default site;
