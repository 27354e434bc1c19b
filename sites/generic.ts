import { contentId, decoded, linkOf, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// Unknown pages: only what HTML, ARIA, microdata and the words that everybody uses for comments say by themselves.
const typed = ['Comment', 'Review', 'SocialMediaPosting', 'DiscussionForumPosting', 'Answer', 'Question']
  .map((type) => `[itemtype*="schema.org/${type}"]`)
  .join(', ');
const microformat = '.h-entry, .h-cite, .h-review';
const comments =
  '[id^="comment-"], [id^="comment_"], [data-comment-id], [data-comment_id], .comment, .comment-item, .comment-wrapper, .commentItem, .review, .review-item, li.reply, .h-comment';
/** WordPress themes made of blocks put a post right into the page's main part, or into an item of a list. */
const blockPosts = '.single main:has(.wp-block-post-content), li.wp-block-post';
const articles = `article, [role="article"], ${blockPosts}`;
const roots = `${typed}, ${comments}, ${articles}, ${microformat}`;

/** Parts of a page that hold no posts, whatever their elements are called. */
const around = 'nav, [role="navigation"], [role="banner"], [role="contentinfo"], body > header, body > footer, [role="menu"]';
const aside = 'aside, [role="complementary"]';

const bodies =
  '[itemprop~="text"], [itemprop~="reviewBody"], [itemprop~="commentText"], [itemprop~="articleBody"], .e-content, .comment-content, .wp-block-comment-content, .comment-text, .comment__content, .comment__text, .comment__body, .comment-message, .comment-copy, .commentText, .review-text, .review-content, .post-content, .entry-content, .post-body, .post__content, .message-body, .markdown-body, .prose';
const titles = 'h1, h2, h3, h4, [role="heading"], [itemprop~="headline"], [itemprop~="name"], .p-name, .title';
const authors =
  '[itemprop~="author"], [itemprop~="creator"], [rel~="author"], .p-author, .comment-author, .wp-block-comment-author-name, .wp-block-post-author-name, .wp-block-post-author__name, .comment__author, .comment-user, .author, .byline, .username, .user-name, .author-name';
const profiles =
  'a[href*="/user/"], a[href*="/users/"], a[href*="/u/"], a[href*="/@"], a[href*="/profile/"], a[href*="/author/"], a[href*="/member"]';
/** Inside a root without a body of its own, these are not its author's words. */
const furniture =
  'header, footer, nav, aside, form, time, menu, [role="toolbar"], [role="menu"], [role="button"], [itemprop~="author"], [rel~="author"], .author, .comment-author, .byline, .comment-meta, .comment-metadata, .comment-header, .comment-footer, .reply, .actions, .meta, .username, figcaption, [aria-hidden="true"]';

/** Nothing but an article: the element that papers, shops and dashboards put around whatever stands in a box. */
const isBare = (root: Element): boolean => root.matches(articles) && !root.matches(`${typed}, ${comments}, ${microformat}`);

/** Microdata that says what is in the box, and that it is nothing somebody wrote to others. */
const isThing = (root: Element): boolean =>
  root.matches('[itemtype]') && !/Article|BlogPosting|CreativeWork|WebPage/.test(root.getAttribute('itemtype') ?? '');

/** A part of the article around it that nobody else signed, such as an update in a live report: its words are that article's. */
function isPart(root: Element): boolean {
  const outer = isBare(root) ? root.parentElement?.closest(articles) : undefined;
  if (!outer || !isBare(outer)) return false;
  return (
    root.querySelector(`${authors}, ${profiles}`) === null && root.querySelector(`:is(${titles}) a[href], a[href]:has(h2, h3, h4)`) === null
  );
}

/** Around more elements or posts than this (an article with all its comments in it) only a post's own are gone through, one by one. */
const large = 3_000;
const many = 20;

/** One post's element and what in it is its own: posts inside it own what is inside them. A wrapper that owns nothing is no post. */
class Unit {
  readonly nested: readonly Element[];
  private readonly borders: ReadonlySet<Element>;
  /** Its own elements, where they are gone through one by one. */
  private readonly own: readonly Element[] | undefined;

  constructor(readonly root: Element) {
    const all = root.getElementsByTagName('*').length > large ? undefined : root.querySelectorAll(roots);
    const parted = all && all.length <= many ? undefined : part(root);
    this.own = parted?.own;
    this.nested = parted?.nested ?? [...(all ?? [])].filter((inner) => !isPart(inner));
    this.borders = new Set(this.nested);
  }

  private owns(element: Element): boolean {
    if (this.nested.length === 0) return true;
    for (let at: Element | null = element; at !== null && at !== this.root; at = at.parentElement) if (this.borders.has(at)) return false;
    return true;
  }

  list(selector: string): Element[] {
    if (this.own) return this.own.filter((element) => element.matches(selector));
    return [...this.root.querySelectorAll(selector)].filter((element) => this.owns(element));
  }

  find(selector: string): Element | undefined {
    if (this.own) return this.own.find((element) => element.matches(selector));
    const found = this.root.querySelector(selector);
    if (!found || this.owns(found)) return found ?? undefined;
    return this.list(selector)[0];
  }
}

/** The first elements that are a post's own, and the posts right inside it; what those hold is not looked at. */
function part(root: Element): { own: Element[]; nested: Element[] } {
  const own: Element[] = [];
  const nested: Element[] = [];
  let at = root.firstElementChild;
  while (at && own.length + nested.length < large) {
    const isBorder = at.matches(roots) && !isPart(at);
    (isBorder ? nested : own).push(at);
    let next: Element | null = isBorder ? null : at.firstElementChild;
    for (let up: Element | null = at; !next && up && up !== root; up = up.parentElement) next = up.nextElementSibling;
    at = next;
  }
  // What was not come to is taken for others' words: better a few of its own unheard than another's put in its mouth.
  for (let up = at; up && up !== root; up = up.parentElement)
    for (let rest = up === at ? up : up.nextElementSibling; rest; rest = rest.nextElementSibling) nested.push(rest);
  return { own, nested };
}

function isComment(root: Element): boolean {
  return (
    root.matches(`${comments}, [itemtype*="schema.org/Comment"], [itemtype*="schema.org/Answer"], .h-cite`) ||
    root.parentElement?.closest(`${comments}, [role="article"], [itemtype*="schema.org/Comment"]`) != null
  );
}

const isReview = (root: Element): boolean => root.matches('[itemtype*="schema.org/Review"], .h-review, .review, .review-item');

/** Of elements in the order they stand in, those that are in no other of them. */
function listOutermost(found: readonly Element[]): Element[] {
  const outermost: Element[] = [];
  for (const element of found) if (!outermost.at(-1)?.contains(element)) outermost.push(element);
  return outermost;
}

/** A post of more bodies or headings than this is none. */
const mostParts = 200;

/** A comment quotes what it answers. A body that says it is one; else the whole root without its furniture and the posts inside it. */
function readWords(unit: Unit): { text: Element[]; skip: Element[] } {
  const { root, nested } = unit;
  const body = listOutermost(unit.list(bodies)).slice(0, mostParts);
  const headings = unit
    .list(titles)
    .slice(0, mostParts)
    .filter((title) => !title.closest(authors) && !body.some((found) => found.contains(title)));
  const skip = [...nested, ...unit.list(isComment(root) ? `${hidden}, blockquote` : hidden)];
  if (body.length > 0) return { text: [...headings.slice(0, isComment(root) ? 0 : 1), ...body], skip };
  const title = headings.filter((found) => found.closest('header, hgroup')).slice(0, 1);
  return { text: [...title, root], skip: [...skip, ...title, ...unit.list(furniture)] };
}

const hidden = '[hidden], .sr-only, .screen-reader-text, .visually-hidden, .comment-awaiting-moderation, figure, picture';

/** How many letters the words have, and how many of them stand in no link. */
function measure(text: readonly Element[], skip: readonly Element[], limit: number): { all: number; plain: number } {
  const skipped = new Set(skip);
  let all = 0;
  let plain = 0;
  const walk = (node: Node, linked: boolean): void => {
    for (let child = node.firstChild; child !== null && plain < limit; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const length = child.nodeValue?.trim().length ?? 0;
        all += length;
        if (!linked) plain += length;
      } else if (
        child instanceof Element &&
        !skipped.has(child) &&
        !/^(script|style|noscript|svg|button|template)$/.test(child.localName)
      ) {
        walk(child, linked || child.localName === 'a');
      }
    }
  };
  for (const element of text) walk(element, element.closest('a') !== null);
  return { all, plain };
}

/** A link right in the card, other than the ones every post has: to its author and to itself. */
const storyLink = ':scope > a[href]:not([rel~="author"], [rel~="bookmark"], :has(time))';

/** A card that leads to a story elsewhere: a headline that is a link, and hardly a word besides. */
function isTeaser(unit: Unit, page: Page, plain: number): boolean {
  const { root } = unit;
  if (root.matches(typed) || isComment(root)) return false;
  const heading = unit.find('h1, h2, h3, h4, h5, [role="heading"]');
  const link =
    heading?.querySelector('a[href]') ?? heading?.closest('a[href]') ?? (root.parentElement?.closest('a[href]') || unit.find(storyLink));
  const url = linkOf(page, link?.getAttribute('href'));
  return url !== undefined && url.pathname !== page.url.pathname && plain < 400;
}

/** A profile link among an article's words is somebody it writes about; in a comment's head it is who wrote it. */
function findAuthor(unit: Unit, comment: boolean): Element | undefined {
  const bare = isBare(unit.root);
  const linked = (): Element | undefined => unit.list(profiles).find((link) => wordsOf(link) && !link.closest(`${bodies}, p`));
  const marked = bare ? unit.list(authors).find((found) => !unit.root.contains(found.closest('td, th'))) : unit.find(authors);
  return (
    marked ?? unit.find(`header :is(${profiles})`) ?? (comment || unit.root.matches(typed) ? linked() : unit.find('[class*="byline" i]'))
  );
}

function readAuthor(unit: Unit, page: Page, comment: boolean): Post['author'] {
  const marked = findAuthor(unit, comment);
  if (!marked) return {};
  const link = marked.matches('a[href]') ? marked : marked.querySelector('a[href]');
  const url = linkOf(page, link?.getAttribute('href'));
  const named = marked.querySelector('[itemprop~="name"], .fn, .p-name') ?? (marked.children.length > 1 && link ? link : marked);
  const written = named.getAttribute('content') ?? wordsOf(named) ?? wordsOf(marked);
  const name = written
    ?.replace(/^(by|von|par|por|di|door)\s+/i, '')
    .replace(/\s+(says|said|wrote)?:?$/i, '')
    .trim();
  const handle = /^@[\w.-]+(@[\w.-]+)?$/.test(name ?? '')
    ? name?.slice(1)
    : /\/(?:user|users|u|profile|author|members?)\/@?([^/]+)\/?$|\/@([^/]+)\/?$/
        .exec(url?.pathname ?? '')
        ?.slice(1)
        .find(Boolean);
  return { handle: handle && decoded(handle), name: name && name.length <= 80 ? name : undefined, url: url?.href.slice(0, 2_000) };
}

const tracking = /^(utm_|fbclid|gclid|ref$|ref_|source$|share|mc_)/;

/** Keeps what tells two posts apart (forums: `?t=12`), drops what only tells who sent the reader. */
function cleaned(url: URL, fragment: string): URL {
  const clean = new URL(url);
  // Not `searchParams.keys()`: a content script in Firefox may not walk that iterator (Xray vision).
  clean.search = clean.search
    .slice(1)
    .split('&')
    .filter((part) => !tracking.test(part.split('=')[0] ?? ''))
    .join('&');
  clean.hash = fragment;
  clean.username = '';
  clean.password = '';
  return clean;
}

const permalinks =
  'a[href]:has(time), time a[href], a.u-url, a[rel~="bookmark"], a[itemprop~="url"], a[class*="permalink" i], a[class*="timestamp" i], .comment-metadata a[href], .comment-date a[href]';
const fragments = 'a[href*="#comment"], a[href*="#c"]';

// WordPress shows the same post above each page of its comments.
const commentPage = /\/comment-page-\d+\/?$/;

function ownAddress(page: Page): URL {
  const url = cleaned(page.url, '');
  url.pathname = url.pathname.replace(commentPage, '/');
  return url;
}

/** The post's own address: a link around its time, else the page with the element's own id, else (for the page's main article) the page. */
function findAddress(unit: Unit, page: Page, comment: boolean): URL | undefined {
  const { root } = unit;
  const host = page.url.hostname;
  if (!comment && holdsTitle(root, page)) return ownAddress(page);
  for (const link of unit.list(comment ? `${permalinks}, ${fragments}` : permalinks)) {
    const url = linkOf(page, link.getAttribute('href'));
    if (url && url.hostname.replace(/^www\./, '') === host.replace(/^www\./, '') && !link.closest(bodies))
      return cleaned(url, url.hash.length > 1 ? url.hash : '');
  }
  const story = comment ? undefined : findStory(unit, page);
  if (story) return story;
  const id =
    root.id ||
    (root.parentElement?.matches(comments) ? root.parentElement.id : '') ||
    (root.querySelector<HTMLElement>(':scope > a[name], :scope > a[id]')?.id ?? '');
  if (/\d/.test(id) && id.length < 80) return cleaned(page.url, id);
  return comment || !isMain(root, page) ? undefined : ownAddress(page);
}

/** On a blog's front page the title leads to where the post stands alone. */
function findStory(unit: Unit, page: Page): URL | undefined {
  if (!isBare(unit.root)) return undefined;
  const heading = unit.list('h1, h2, h3, [role="heading"]').find((found) => !found.closest(bodies));
  const link = heading?.querySelector('a[href]') ?? heading?.closest('a[href]');
  const url = link?.matches(profiles) ? undefined : linkOf(page, link?.getAttribute('href'));
  return url?.hostname === page.url.hostname && url.pathname !== page.url.pathname ? cleaned(url, '') : undefined;
}

function holdsTitle(root: Element, page: Page): boolean {
  // Asked for each post: this list the browser keeps, where a search would go through the page each time.
  const headings = page.document.getElementsByTagName('h1');
  return headings.length === 1 && headings[0] !== undefined && root.contains(headings[0]);
}

/** The article the page is about. */
function isMain(root: Element, page: Page): boolean {
  if (holdsTitle(root, page)) return true;
  // On a page of thousands, all but the first are told without counting them.
  if (root.matches(articles) && page.document.querySelector(articles) !== root) return false;
  return page.document.querySelectorAll(articles).length === 1;
}

function readRating(unit: Unit): number | undefined {
  const value = unit.find('[itemprop~="ratingValue"]') ?? unit.root.querySelector('[itemprop~="reviewRating"] [itemprop~="ratingValue"]');
  const best = unit.root.querySelector('[itemprop~="bestRating"]');
  const read = (element: Element | null | undefined): number =>
    Number.parseFloat((element?.getAttribute('content') ?? element?.textContent ?? '').replace(',', '.'));
  let rating = read(value);
  if (Number.isNaN(rating)) {
    const label = unit.list('[role="img"][aria-label], [aria-label*="star" i]').map((element) => element.getAttribute('aria-label') ?? '');
    rating = Number.parseFloat(
      (label.map((text) => /(\d+(?:[.,]\d+)?)\s*(?:\/|out of|of|von|sur|de|di)\s*5\b/i.exec(text)?.[1]).find(Boolean) ?? '').replace(
        ',',
        '.',
      ),
    );
  }
  if (Number.isNaN(rating) || rating < 0) return undefined;
  const scale = read(best);
  return rating > 10 ? (scale > 10 ? Math.min(10, (rating / scale) * 10) : undefined) : rating;
}

function readTime(unit: Unit): number | undefined {
  const time = unit.find(
    'time[datetime], [itemprop~="datePublished"], [itemprop~="dateCreated"], .dt-published, [class*="relativetime"][title]',
  );
  return timeOf(time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? time?.getAttribute('title'));
}

function isFurniture(root: Element): boolean {
  if (root.closest(around) || root.matches('textarea, input, button, a, span, svg, label, script, body, html, blockquote:not([itemtype])'))
    return true;
  // What another blog says of this one, told by that blog.
  if (root.matches('.pingback, .trackback')) return true;
  if (isBare(root) && isThing(root)) return true;
  return root.closest(aside) !== null && !root.matches(`${typed}, ${comments}`);
}

/** Pages that sell something describe it at the length of a story. */
const goods = 'meta[property="og:type"][content*="product"], [itemtype*="schema.org/Product"], form[action*="cart"], [name="add-to-cart"]';

/** Without an author it may be a box that happens to be called so: a counter, a form, a card, a step of an order. */
function isUnsignedPost(unit: Unit, page: Page, plain: number, dated: boolean): boolean {
  const { root } = unit;
  if (!isBare(root)) return dated && (!isReview(root) || root.matches(typed));
  if (isMain(root, page)) return dated || (plain >= 400 && page.document.querySelector(goods) === null);
  return dated && (root.closest('[role="feed"]') !== null || unit.find(permalinks) !== undefined);
}

function read(root: Element, page: Page): Post | undefined {
  if (isFurniture(root) || isPart(root)) return undefined;
  const unit = new Unit(root);
  const { text, skip } = readWords(unit);
  const { all, plain } = measure(text, skip, 500);
  if (all === 0) return undefined;
  const comment = isComment(root);
  const author = readAuthor(unit, page, comment);
  const postedAt = readTime(unit);
  if (!author.name && !author.handle && !isUnsignedPost(unit, page, plain, postedAt !== undefined)) return undefined;
  if (isTeaser(unit, page, plain)) return undefined;
  const url = findAddress(unit, page, comment);
  const post: Post = {
    id: url ? `${url.hostname}${url.pathname.replace(commentPage, '/')}${url.search}${url.hash}`.slice(0, 500) : '',
    url: url && addressOf(url),
    kind: isReview(root) ? 'review' : comment ? 'comment' : 'post',
    author,
    text,
    skip,
    postedAt,
  };
  if (!url) post.id = contentId(page.url.hostname, post);
  if (post.kind === 'review') post.rating = readRating(unit);
  return post;
}

/** A port is no part of a site, except on this machine, where the address could not be opened again without it. */
function addressOf(url: URL): string {
  const address = new URL(url);
  if (!/^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) address.port = '';
  return address.href;
}

/** Forms name the comment they answer, or are put right below it. */
function answered(field: Element, page: Page): Element | undefined {
  const parent =
    field.closest('form')?.querySelector<HTMLInputElement>('input[name="comment_parent"], input[name="parent_id"]')?.value ?? '';
  const named = /^[1-9]\d*$/.test(parent) ? page.document.getElementById(`comment-${parent}`) : null;
  const root = named ?? field.parentElement?.closest(roots);
  if (!root) return undefined;
  if (read(root, page)) return root;
  const inner = [...root.querySelectorAll(roots)].find((found) => read(found, page));
  return inner ?? root;
}

/** What opens a reply box and can send nothing: a link of the kind blogs have, or a button that is no form's. */
const replyControls = 'a.comment-reply-link, a.reply-link, button[type="button"][class*="reply" i]';

function findReplyControl(root: Element): HTMLElement | undefined {
  return new Unit(root).list(replyControls).find((control): control is HTMLElement => !control.closest('form'));
}

const site: Site = {
  name: 'Other pages',
  hosts: [],
  basis: 'reports',
  posts: [typed, comments, articles, microformat],
  read,
  replyControl: findReplyControl,
  composers: [],
  answered,
  mainPost: (page) =>
    [...page.document.querySelectorAll(articles)].find((root) => isMain(root, page) && !root.parentElement?.closest(roots)),
};
export default site;
