import type { PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { findOwn, linkOf, pathOf, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// Classes end in letters that change, and begin with what the thing is.
const note = '[class*="feedUnit"], [class*="feedPermalinkUnit"]';
/** Comments below an article, on substack.com and on the publications' own hosts. */
const comment = '.comment, [role="article"]:has(a[href*="/comment/"])';
/** An article in a feed, in an archive, or opened. */
const article = 'article.post, .single-post article, [class*="postPreview"]:has(a[href*="/p/"]), .post-preview:has(a[href*="/p/"])';
const roots = `${note}, ${comment}`;
const shown = '[class*="ttachment"], [class*="quotedNote"], [class*="embed"]';

const notePath = /^\/(?:@([\w.-]+)|profile\/[^/]+)\/note\/(c-\d+)/;
const commentPath = /^(\/(?:@[\w.-]+\/)?p\/[^/]+|\/p\/[^/]+|\/home\/post\/p-\d+)\/comment\/(\d+)/;
const articlePath = /^\/(?:@([\w.-]+)\/)?p\/([\w-]+)\/?$/;

const handleOf = (link: Element | undefined): string | undefined =>
  /^\/@([\w.-]+)\/?$/.exec(pathOf(link))?.[1] ?? /^\/profile\/\d+-([\w.-]+)\/?$/.exec(pathOf(link))?.[1];

/** Times stand only in the title of a link, in the reader's own clock and language; English can be read. */
function readTime(link: Element | undefined): number | undefined {
  const exact = timeOf(link?.querySelector('time[datetime]')?.getAttribute('datetime'));
  const title = link?.getAttribute('title') ?? '';
  return exact ?? (/^[A-Z][a-z]{2} \d{1,2}, \d{4}/.test(title) ? timeOf(title) : undefined);
}

function readAuthor(root: Element, selector: string, known?: string): Post['author'] {
  const links = [...root.querySelectorAll('a[href*="/@"], a[href*="/profile/"]')].filter(
    (link) => link.closest(selector) === root && handleOf(link) && link.textContent?.trim() && !link.closest('.ProseMirror, .comment-body'),
  );
  const link = (known && links.find((one) => handleOf(one) === known)) || links[0];
  const handle = known ?? handleOf(link);
  return { handle, name: wordsOf(link), url: handle && `https://substack.com/@${handle}` };
}

/** Above a note may stand who passed it on, and below its words what it is about: another note, an article. */
function readNote(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(note)) return undefined;
  const links = [...root.querySelectorAll('a[href*="/note/c-"]')].filter((link) => !link.closest(`.ProseMirror, ${shown}`));
  const link = links.find((one) => one.hasAttribute('title') || one.querySelector('time')) ?? links[0];
  const [, handle, id] = notePath.exec(pathOf(link)) ?? [];
  if (!id) return readShared(root, page);
  const body = [...root.querySelectorAll('.FeedProseMirror, [class*="feedCommentBody"] .ProseMirror')].find(
    (one) => one.getAttribute('contenteditable') !== 'true' && !one.closest(shown),
  );
  const author = readAuthor(root, note, handle);
  return {
    id,
    url: `https://substack.com/${author.handle ? `@${author.handle}` : '@'}/note/${id}`,
    kind: 'post',
    author,
    text: body ? [body] : [],
    postedAt: readTime(link),
  };
}

/** A card in the feed that leads to an article. Its picture, its publication and its title all do. */
function readShared(root: Element, page: Page): Post | undefined {
  const links = [...root.querySelectorAll('a[href*="/p/"]')].filter((link) => articlePath.test(pathOf(link)));
  const titles = links.filter((link) => link.textContent?.trim());
  const title = titles.find((link) => !link.querySelector('img')) ?? titles[0];
  const url = linkOf(page, title?.getAttribute('href'));
  if (!title || !url) return undefined;
  return {
    id: `${url.hostname}${url.pathname}`,
    url: `https://${url.hostname}${url.pathname}`,
    kind: 'post',
    author: readAuthor(root, note),
    text: [title],
    community: url.hostname,
  };
}

/** Notes and comments are numbered in one row. The box of a comment may hold a second box around its own head and words. */
function readComment(root: Element, page: Page): Post | undefined {
  const box = root.matches('.comment') ? '.comment' : '[role="article"]';
  if (box !== '.comment' && root.closest('.comment')) return undefined;
  const link = findOwn(root, 'a[href*="/comment/"]', box);
  const url = linkOf(page, link?.getAttribute('href'));
  const [, place, number] = commentPath.exec(url?.pathname ?? '') ?? [];
  const id = number ?? /^comment-(\d+)$/.exec(findOwn(root, '[id^="comment-"]', box)?.id ?? '')?.[1];
  const body = findOwn(root, '.comment-body', box);
  const author = readAuthor(root, box);
  if (!id || !body || (!number && !author.handle)) return undefined;
  const below = place ?? /^\/p\/[^/]+/.exec(page.url.pathname)?.[0];
  return {
    id: `c-${id}`,
    url: below && `https://${url?.hostname ?? page.url.hostname}${below}/comment/${id}`,
    kind: 'comment',
    author,
    text: [body],
    skip: [...body.querySelectorAll('.show-all-toggle, button')],
    postedAt: readTime(link),
    community: page.url.hostname.replace(/^www\./, ''),
  };
}

/** An article in full has its words below its title; a preview has a title, and perhaps a line. */
function readArticle(root: Element, page: Page): Post | undefined {
  const full = root.matches('article.post, .single-post article');
  if (root.parentElement?.closest(`${article}, ${roots}`)) return undefined;
  const link = full ? undefined : [...root.querySelectorAll('a[href*="/p/"]')].find((one) => wordsOf(one) && articlePath.test(pathOf(one)));
  const url = full ? page.url : linkOf(page, link?.getAttribute('href'));
  const slug = articlePath.exec(url?.pathname ?? '')?.[2];
  if (!url || !slug) return undefined;
  const title = root.querySelector('.post-title, h1, h2, [class*="postTitle"], [class*="reader2-post-title"]') ?? link;
  const body = full
    ? root.querySelector('.available-content .body, .body.markup')
    : root.querySelector('.post-preview-description, .subtitle');
  return {
    id: `${url.hostname}/p/${slug}`,
    url: `https://${url.hostname}${url.pathname.replace(/\/$/, '')}`,
    kind: 'post',
    author: readAuthor(root, article),
    text: [title, body].filter((element) => element != null),
    skip: [
      ...(body?.querySelectorAll(
        '.subscription-widget-wrap, .subscription-widget, .captioned-button-wrap, .digest-post-embed, .embedded-post-wrap, figure',
      ) ?? []),
    ],
    postedAt: timeOf(root.querySelector('time[datetime]')?.getAttribute('datetime')),
    community: url.hostname.replace(/^www\./, ''),
  };
}

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(note)) return readNote(root, page);
  return root.matches(comment) ? readComment(root, page) : readArticle(root, page);
}

/** No icon has a name: below a note stand the heart, the answer, the restack and the link, in this order. */
function buttonsOf(root: Element): HTMLButtonElement[] {
  const heart = root.querySelector('button [class*="heart"], button[class*="like"]')?.closest('button');
  let row = heart?.parentElement;
  while (row && row !== root && row.querySelectorAll('button').length < 3) row = row.parentElement;
  const buttons = [...(row?.querySelectorAll('button') ?? [])];
  return heart ? buttons.slice(buttons.indexOf(heart)) : [];
}

function counts(root: Element, page: Page): PostCounts {
  if (root.matches(note)) {
    const [likes, replies, reposts] = buttonsOf(root).map((button) => countOf(page, button));
    return { likes, replies, reposts };
  }
  if (!root.matches(article)) return {};
  return {
    likes: countOf(page, root.querySelector('.like-button-container .label, .post-ufi-button.has-label .label')),
    replies: countOf(page, root.querySelector('.post-ufi-comment-button .label')),
  };
}

function replyControl(root: Element): HTMLElement | undefined {
  if (root.matches(note)) return buttonsOf(root)[1];
  const buttons = [...root.querySelectorAll<HTMLElement>('.comment-actions a, .comment-actions button')];
  return buttons.find((button) => button.closest('.comment') === root && replyWords.test(button.textContent?.trim() ?? ''));
}

const replyWords = /^(reply|antworten|responder|répondre|rispondi)/i;

function mainPost(page: Page): Element | undefined {
  const id = notePath.exec(page.url.pathname)?.[2];
  if (id) return [...page.document.querySelectorAll(note)].find((root) => readNote(root, page)?.id === id);
  return articlePath.test(page.url.pathname) ? (page.document.querySelector('article.post, .single-post article') ?? undefined) : undefined;
}

const site: Site = {
  name: 'Substack',
  hosts: ['substack.com'],
  // Publications on hosts of their own load everything from the same place, under the same roof.
  detect: (page) =>
    page.document.querySelector('#entry') !== null &&
    page.document.querySelector('link[href*="substackcdn.com"], script[src*="substackcdn.com"], img[src*="substackcdn.com"]') !== null,
  basis: 'saved pages',
  posts: [note, comment, article], // 2025-04 · 2026-03 · 2026-03
  read,
  composers: ['.ProseMirror[contenteditable="true"]', '.comment-input textarea, .comment-list textarea, textarea[name="body"]'], // 2025-04
  replyControl,
  mainPost,
  counts,
  searchUrl: (words) => `https://substack.com/search/${encodeURIComponent(words)}?searching=all_notes`,
  notificationsUrl: 'https://substack.com/activity',
};
export default site;
