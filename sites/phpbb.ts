import type { PostCounts } from '../core/model.ts';
import { lastAbove } from './_answers.ts';
import { countOf } from './_counts.ts';
import { addressOf, linkOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const post = 'div.post[id^="p"]';
const found = 'div.search.post';
const listed = 'li.row:has(a.topictitle)';
const writer = ':is(.username, .username-coloured)';
const ownName = rememberElement(`:is(#username_logged_in, .header-profile) ${writer}`);

/** Each link carries the session in `sid`, and the number of the post, the topic or the person. */
function numberOf(page: Page, link: Element | null | undefined, name: string): string | undefined {
  const number = linkOf(page, link?.getAttribute('href'))?.searchParams.get(name) ?? '';
  return /^\d+$/.test(number) ? number : undefined;
}

/** A quote says who wrote it; a code box has a button that selects its text. */
const foreign = 'blockquote, .codebox > p, dl.file';

const folderOf = (page: Page): string => page.url.pathname.replace(/[^/]*$/, '');

function readAuthor(root: Element, page: Page, where: string): Post['author'] {
  const link = [where, `.postprofile ${writer}`, 'p.author strong > a', 'p.author strong', '.postprofile dt a']
    .map((selector) => root.querySelector(selector))
    .find((one) => one !== null);
  const name = wordsOf(link);
  const number = numberOf(page, link, 'u');
  const url = number ? addressOf(page, `${folderOf(page)}memberlist.php?mode=viewprofile&u=${number}`) : undefined;
  return { handle: name, name, url };
}

function isOwn(page: Page, name: string | undefined): true | undefined {
  return name !== undefined && wordsOf(ownName(page)) === name ? true : undefined;
}

/** A link to a later post opens the page it stands on, whose address does not tell which page that is; older boards write "Page 2 of 3". */
function isFirst(root: Element, page: Page): boolean {
  const number = wordsOf(page.document.querySelector('.pagination .active, .pagination strong'));
  return page.document.querySelector(post) === root && !page.url.searchParams.has('start') && (number === undefined || number === '1');
}

const nameIn = (root: Element): string | undefined => wordsOf(root.querySelector(`p.author ${writer}, .postprofile ${writer}`));

/** The post that it quotes, by number or as the last one of somebody; or the last one by whom it begins with ("@Ana Reyes: …"). */
function readAnswered(root: Element, body: Element, page: Page): string | undefined {
  const quote = [...body.children].find((child) => child.matches('blockquote'));
  const number = numberOf(page, quote?.querySelector('cite a[href*="p="]'), 'p');
  const name = wordsOf(quote?.querySelector('cite a[href*="memberlist"]')) ?? wordsOf(quote?.querySelector('cite'));
  const start = wordsOf(body) ?? '';
  const above = number
    ? undefined
    : lastAbove(root, page.document.querySelectorAll(post), (other) => {
        const writer = nameIn(other);
        return writer !== undefined && (quote ? (name ?? '').startsWith(writer) : start.startsWith(`@${writer}`));
      });
  const known = number ?? numberIn(above);
  return known && idOfPost(page, known, page.document.getElementById(`p${known}`) ?? undefined);
}

const numberIn = (root: Element | undefined): string | undefined => /^p(\d+)$/.exec(root?.id ?? '')?.[1];

const findTitle = (page: Page): Element | null => page.document.querySelector('h2.topic-title, h2:has(> a[href*="viewtopic"])');

/** A list shows the first post by its topic's title, and knows the topic's number alone. */
function idOfPost(page: Page, number: string, root: Element | undefined): string {
  const topic = root && isFirst(root, page) ? numberOf(page, findTitle(page)?.querySelector('a'), 't') : undefined;
  return `${page.url.hostname}${folderOf(page)}${topic ? `t${topic}` : `p${number}`}`;
}

function readPost(root: Element, page: Page): Post | undefined {
  const number = numberIn(root);
  const body = root.querySelector('.postbody .content');
  if (!number || !body) return undefined;
  const author = readAuthor(root, page, `p.author ${writer}`);
  const title = isFirst(root, page) ? findTitle(page) : null;
  return {
    id: idOfPost(page, number, root),
    url: addressOf(page, `${folderOf(page)}viewtopic.php?p=${number}#p${number}`),
    kind: title ? 'post' : 'comment',
    author,
    text: title ? [title, body] : [body],
    skip: [...body.querySelectorAll(foreign)],
    postedAt: timeOf(root.querySelector('p.author time[datetime]')?.getAttribute('datetime')),
    community: wordsOf(
      [...page.document.querySelectorAll('#nav-breadcrumbs .crumb, .breadcrumbs .crumb, .navlinks a[href*="viewforum"]')].at(-1),
    ),
    edited: root.querySelector('.postbody .notice a[href*="memberlist.php"], .postbody .notice a.username') ? true : undefined,
    own: isOwn(page, author.name),
    parent: title ? undefined : readAnswered(root, body, page),
  };
}

/** A search finds single posts, whose links name them. */
function readFound(root: Element, page: Page): Post | undefined {
  const number = numberOf(page, root.querySelector('.postbody h3 a[href*="p="]'), 'p');
  const body = root.querySelector('.postbody .content');
  if (!number || !body) return undefined;
  const author = readAuthor(root, page, `.postprofile .author ${writer}`);
  return {
    id: `${page.url.hostname}${folderOf(page)}p${number}`,
    url: addressOf(page, `${folderOf(page)}viewtopic.php?p=${number}#p${number}`),
    kind: 'comment',
    author,
    text: [body],
    skip: [...body.querySelectorAll(foreign)],
    postedAt: timeOf(root.querySelector('time[datetime]')?.getAttribute('datetime')),
    community: wordsOf(root.querySelector('a[href*="viewforum"]')),
    own: isOwn(page, author.name),
  };
}

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(found)) return readFound(root, page);
  return root.matches(post) ? readPost(root, page) : readTopic(root, page);
}

/** A topic in the list of a forum, known by its title alone. */
function readTopic(root: Element, page: Page): Post | undefined {
  const title = root.querySelector('a.topictitle');
  const number = numberOf(page, title, 't');
  if (!title || !number) return undefined;
  const author = readAuthor(root, page, `.topic-poster ${writer}`);
  return {
    id: `${page.url.hostname}${folderOf(page)}t${number}`,
    url: addressOf(page, `${folderOf(page)}viewtopic.php?t=${number}`),
    kind: 'post',
    author,
    text: [title],
    postedAt: timeOf(root.querySelector('.topic-poster time[datetime]')?.getAttribute('datetime')),
    own: isOwn(page, author.name),
  };
}

/** Lists alone count. */
const counts = (root: Element, page: Page): PostCounts => ({
  replies: countOf(page, root.querySelector('dd.posts')),
  views: countOf(page, root.querySelector('dd.views')),
});

function mainPost(page: Page): Element | undefined {
  return page.document.querySelector(post) ?? undefined;
}

const site: Site = {
  name: 'phpBB',
  hosts: [],
  detect: (page) => page.document.querySelector('body#phpbb') !== null,
  basis: 'source code',
  posts: [post, listed, found], // 3.3, 2026-03
  read,
  composers: ['textarea#message', 'textarea[name="message"]'], // 3.3
  // The plain reply button belongs to the whole topic; a post's own one opens the form with the post quoted.
  replyControl: (root) => root.querySelector<HTMLElement>('.post-buttons a[href*="mode=quote"]') ?? undefined,
  answered: (field, page) => field.closest(post) ?? mainPost(page),
  mainPost,
  counts,
};
export default site;
