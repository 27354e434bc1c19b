import type { PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { closestAcross, contentId, decoded, linkOf, pathOf, rememberElement, timeOfSnowflake, wordsOf } from './_read.ts';
import { listShared } from './_shared.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// Several generations live side by side: the new pages ("server-driven", hashed classes), the old ones (Ember, readable classes),
// and those that people without an account are shown.
const oldPost = '.feed-shared-update-v2[data-urn], .feed-shared-update-v2[data-id]';
const oldComment = '[data-id^="urn:li:comment:"]';
const newPost =
  '[data-testid="mainFeed"] [role="listitem"], [componentkey*="FeedType_"]:is([role="listitem"], [componentkey^="update-card-focus"], [componentkey^="expanded"]), [data-testid*="FEED_DETAIL" i] [role="listitem"], [data-view-name="feed-full-update"]';
const newComment = '[componentkey^="replaceableComment_"], [data-view-tracking-scope*="CommentServedEvent"]';
const guestPost = 'article[data-activity-urn], article.main-feed-activity-card';
const guestComment = 'section.comment:has(.comment__text)';

const posts = `${newPost}, ${oldPost}, ${guestPost}`;
const comments = `${newComment}, ${oldComment}, ${guestComment}`;
/** A post that the author shared, shown within theirs. */
const quoted =
  '[class*="mini-update-v2"], .feed-shared-update-v2__update-content-wrapper, a[href*="/feed/update/"], [class*="feed-reshare-content"], [data-test-id*="reshare"]';
const profiles = 'a[href*="/in/"], a[href*="/company/"], a[href*="/school/"], a[href*="/showcase/"]';
const bodies =
  '[data-testid="expandable-text-box"], [data-view-name="feed-commentary"], [data-view-name="comment-commentary"], [data-view-name="comment-reply-commentary"], .update-components-text, .feed-shared-text, .comments-comment-item__main-content, [data-test-id="main-feed-activity-card__commentary"], .comment__text';
/** Who wrote it, where the markup says so. */
const actors =
  '.update-components-actor__meta-link, .update-components-actor__container-link, .update-components-actor__image, .feed-shared-actor__container-link, .comments-comment-meta__description-container, .comments-post-meta__actor-link, [data-view-name$="-actor-description"], [data-tracking-control-name$="actor-name"], .comment__author';
/** Names are written twice, for eyes and for ears; the nearest element holds one of them. */
const names = [
  '.update-components-actor__title [dir] > [aria-hidden="true"]',
  '.update-components-actor__name [aria-hidden="true"]',
  '.update-components-actor__title, .update-components-actor__name, .feed-shared-actor__name',
  '.comments-comment-meta__description-title, .comments-post-meta__name-text [aria-hidden="true"]',
];

const urnPattern = /urn:li:(?:activity|ugcPost|share):\d+/;
const commentPattern = /urn:li:comment:\((?:urn:li:)?(activity|ugcPost|share):(\d+),(\d+)\)/;

const isComment = (root: Element): boolean => root.matches(comments);

/** Comments own what is in them, posts what is in no comment and in no post they share. */
function isOwned(root: Element): (element: Element) => boolean {
  const within = root.closest(comments);
  return (element) => {
    if (element.closest(comments) !== within) return false;
    const box = element.closest(quoted);
    return !box || box.contains(root) || !root.contains(box);
  };
}

/** New pages say in their measurements what a card shows: a list of events, some of them as the numbers of their letters. */
function readScope(root: Element): string {
  const scopes = [root, root.closest('[data-view-tracking-scope]'), root.querySelector('[data-view-tracking-scope]')];
  return scopes.map((at) => spell(at?.getAttribute('data-view-tracking-scope') ?? '')).join(' ');
}

function spell(scope: string): string {
  return scope.replace(/\[(\d{1,3}(?:,\s*\d{1,3})+)\]/g, (_, numbers: string) => String.fromCharCode(...numbers.split(',').map(Number)));
}

function findCommentUrn(root: Element): RegExpExecArray | null {
  const menu = [...root.querySelectorAll('[data-semaphore-content-urn*="comment"]')].find(isOwned(root));
  const written = ['componentkey', 'data-id', 'id'].map((name) => root.getAttribute(name) ?? '');
  return commentPattern.exec([...written, menu?.getAttribute('data-semaphore-content-urn') ?? '', readScope(root)].join(' '));
}

/** The post of the page, where the page is about one: `/feed/update/urn:li:activity:1/` or `/posts/ann_some-words-activity-1-Xy`. */
function urnOfPage(page: Page): string | undefined {
  const path = decoded(page.url.pathname);
  const [, kind, id] = /^\/posts\/.*-(activity|share|ugcPost)-(\d{15,})/.exec(path) ?? [];
  return /^\/feed\/update\//.test(path) ? urnPattern.exec(path)?.[0] : kind && `urn:li:${kind}:${id}`;
}

const isMain = (root: Element, page: Page): boolean =>
  urnOfPage(page) !== undefined && root === [...page.document.querySelectorAll(posts)].find((one) => !isComment(one) && isWhole(one));

function findUrn(root: Element, page: Page): string | undefined {
  const written = ['data-urn', 'data-activity-urn', 'data-id', 'data-attributed-urn'].map((name) => root.getAttribute(name)).find(Boolean);
  const faces = [...root.querySelectorAll('[data-testid^="ReactionFacepileCollection-urn:li:"]')].find(isOwned(root));
  const known = [written, faces?.getAttribute('data-testid'), root.matches(newPost) ? readScope(root) : undefined];
  return known.map((text) => urnPattern.exec(text ?? '')?.[0]).find(Boolean) ?? (isMain(root, page) ? urnOfPage(page) : undefined);
}

/** Where a card has no number of its own, the comments shown under it still say which post they answer. */
function urlOfPost(root: Element, urn: string | undefined): string | undefined {
  const answer = urn ? null : commentPattern.exec(root.querySelector(newComment)?.getAttribute('componentkey') ?? '');
  const known = urn ?? (answer ? `urn:li:${answer[1]}:${answer[2]}` : undefined);
  return known && `https://www.linkedin.com/feed/update/${known}/`;
}

/** Above the author may stand who liked or shared it, so a link counts whose name the card's own buttons say ("menu for post by …"). */
function guessActor(root: Element, own: (element: Element) => boolean, text: Element | undefined): Element | undefined {
  const before = (link: Element): boolean =>
    !text || (!text.contains(link) && (link.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  const links = [...root.querySelectorAll(profiles)].filter((link) => own(link) && before(link));
  const labels = [...root.querySelectorAll('button[aria-label]')].filter(own).map((button) => button.getAttribute('aria-label') ?? '');
  const named = links.find((link) => labels.some((label) => label.includes(nameIn(link) ?? '\n')));
  const twice = links.findLast((link) => links.some((other) => other !== link && pathOf(other) === pathOf(link)));
  return named ?? (isComment(root) ? links[0] : (twice ?? links.at(-1)));
}

/** The first words in a link to somebody; what they do and how near they are comes after it. */
function nameIn(link: Element): string | undefined {
  const leaf = [...link.querySelectorAll('p, span, div, strong')].find((one) => !one.querySelector('p, span, div') && wordsOf(one));
  return wordsOf(leaf ?? link)
    ?.replace(/\s*•.*$/, '')
    .trim();
}

function readAuthor(root: Element, page: Page, text: Element | undefined): Post['author'] | undefined {
  const own = isOwned(root);
  const marked = [...root.querySelectorAll(actors)].filter((one) => own(one) && one.matches('a[href]'));
  const link = marked.find((one) => wordsOf(one)) ?? marked[0] ?? guessActor(root, own, text);
  const [, kind, slug] = /^\/(in|company|school|showcase)\/([^/]+)/.exec(linkOf(page, link?.getAttribute('href'))?.pathname ?? '') ?? [];
  const path = pathOf(link);
  const same = [...root.querySelectorAll(profiles)].filter((one) => own(one) && pathOf(one) === path).map(nameIn);
  const written = names.flatMap((selector) => [...root.querySelectorAll(selector)].filter(own));
  const name = wordsOf(written[0]) ?? (link && nameIn(link)) ?? same.find(Boolean);
  if (!name && !slug) return undefined;
  return { handle: slug && decoded(slug), name, url: slug && `https://www.linkedin.com/${kind}/${slug}/` };
}

function findText(root: Element): Element[] {
  const own = isOwned(root);
  const found = [...root.querySelectorAll(bodies)].filter(
    (box) => own(box) && !box.closest('[role="textbox"], [componentkey^="commentBox-"]'),
  );
  return found.slice(0, 1);
}

/** In the reader's language, and nothing else says it on most pages. */
const paid =
  /^(promoted|anzeige|gesponsert|promocionado|promovido|patrocinado|(?:post )?sponsori|gepromoot|advertentie|publicité|プロモーション|广告|推廣)/i;

function isPromoted(root: Element, text: Element | undefined): boolean {
  if (readScope(root).includes('SPONSORED')) return true;
  const own = isOwned(root);
  const lines = [...root.querySelectorAll('.update-components-actor__sub-description, .feed-shared-actor__sub-description, p, span')];
  return lines.some((line) => own(line) && !text?.contains(line) && paid.test(line.textContent?.trim() ?? '') && !line.closest('button'));
}

/** Of roots within roots the outermost counts; those of old posts say more than what is wrapped around them. */
function isWhole(root: Element): boolean {
  if (root.matches(oldPost) || root.matches(guestPost)) return !root.parentElement?.closest(oldPost);
  return !root.parentElement?.closest(newPost) && !root.querySelector(oldPost) && !root.parentElement?.closest(comments);
}

const ownLink = rememberElement('.feed-identity-module a[href*="/in/"], .global-nav__me a[href*="/in/"], header nav a[href*="/in/"]');
const ownPhoto = rememberElement('img.global-nav__me-photo[alt]');

/** On some old pages only the picture in the bar above says who is signed in. */
function isSelf(author: Post['author'], page: Page): true | undefined {
  const me = /^\/in\/([^/]+)/.exec(pathOf(ownLink(page)))?.[1];
  const same = me ? author.handle === decoded(me) : author.name !== undefined && author.name === ownPhoto(page)?.getAttribute('alt');
  return same ? true : undefined;
}

function readComment(root: Element, page: Page): Post | undefined {
  const [urn, kind, parent, id] = findCommentUrn(root) ?? [];
  const outer = root.parentElement?.closest(newComment);
  if (outer && urn && findCommentUrn(outer)?.[0] === urn) return undefined;
  const text = findText(root);
  const author = readAuthor(root, page, text[0]);
  if (!author || !text[0]) return undefined;
  const post: Post = { id: urn ?? '', kind: 'comment', author, text, skip: skipIn(text), own: isSelf(author, page) };
  if (!id) return { ...post, id: contentId('linkedin', post) };
  const key = encodeURIComponent(`urn:li:comment:(${kind}:${parent},${id})`);
  return {
    ...post,
    id: `urn:li:comment:(${kind}:${parent},${id})`,
    url: `https://www.linkedin.com/feed/update/urn:li:${kind}:${parent}/?commentUrn=${key}`,
    postedAt: timeOfSnowflake(id, 0),
  };
}

const skipIn = (text: readonly Element[]): Element[] =>
  text.flatMap((box) => [...box.querySelectorAll('[data-testid="expandable-text-button"], .see-more')]);

function read(root: Element, page: Page): Post | undefined {
  if (isComment(root)) return readComment(root, page);
  if (!isWhole(root)) return undefined;
  const text = findText(root);
  const urn = findUrn(root, page);
  const author = readAuthor(root, page, text[0]);
  if (!author || (!urn && !text[0])) return undefined;
  const post: Post = {
    id: urn ?? '',
    url: urlOfPost(root, urn),
    kind: 'post',
    author,
    text,
    skip: skipIn(text),
    own: isSelf(author, page),
  };
  post.shared = listShared(page, [...root.querySelectorAll('a[href^="http"]')].filter(isOwned(root)), text);
  if (isPromoted(root, text[0])) post.promoted = true;
  return urn ? { ...post, postedAt: timeOfSnowflake(urn.replace(/\D/g, ''), 0) } : { ...post, id: contentId('linkedin', post) };
}

const replyButtons =
  '[data-view-name="comment-reply"], [data-view-name="feed-comment-button"], button.comments-comment-social-bar__reply-action-button--cr, .comments-comment-social-bar__action-group--cr > button, .feed-shared-social-action-bar button[id*="-comment-"], button:has(svg[data-test-icon^="comment"], svg[id^="comment-"]), button[aria-label^="Reply"], button[aria-label="Comment"]';

function replyControl(root: Element): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>(replyButtons)].find(isOwned(root));
}

/** A name and "645 others" stand beside the number: only the bare one counts all. */
const reacted =
  '.social-details-social-counts__reactions-count, .social-details-social-counts__social-proof-fallback-number, [data-test-id="social-actions__reaction-count"], [data-test-id="comment__reactions-count"], [class*="comments-comment-social-bar__reactions-count"]';
const discussed =
  '.social-details-social-counts__comments, [data-test-id="social-actions__comments"], [class*="comments-comment-social-bar__replies-count"]';
const shared = '.social-details-social-counts__item:not(.social-details-social-counts__reactions, .social-details-social-counts__comments)';

function counts(root: Element, page: Page): PostCounts {
  const own = isOwned(root);
  const of = (selector: string) => countOf(page, [...root.querySelectorAll(selector)].find(own));
  return { likes: of(reacted), replies: of(discussed), reposts: of(shared) };
}

const isRead = (root: Element, page: Page): boolean => read(root, page) !== undefined;

/** Up from the field to the nearest thing that is a post: a box for a reply stands in the comment, one for a comment in the post. */
function answered(field: Element, page: Page): Element | undefined {
  let at = closestAcross(field, `${posts}, ${comments}`);
  while (at && !isRead(at, page)) at = at.parentElement ? closestAcross(at.parentElement, `${posts}, ${comments}`) : undefined;
  return at;
}

const mainPost = (page: Page): Element | undefined =>
  urnOfPage(page) ? [...page.document.querySelectorAll(posts)].find((root) => !isComment(root) && isRead(root, page)) : undefined;

const site: Site = {
  name: 'LinkedIn',
  hosts: ['linkedin.com'],
  basis: 'saved pages',
  posts: [newPost, newComment, oldPost, oldComment, guestPost, guestComment], // 2026-10 · 2026-10 · 2026-05 · 2026-05 · 2026-09 · 2026-09
  read,
  composers: [
    '[data-testid="ui-core-tiptap-text-editor-wrapper"] [role="textbox"][contenteditable="true"]', // 2026-05
    '.tiptap.ProseMirror[contenteditable="true"]', // 2026-04
    '.comments-comment-box .ql-editor[contenteditable="true"], .ql-editor[contenteditable="true"]', // 2026-05
  ],
  replyControl,
  answered,
  mainPost,
  counts,
  searchUrl: (words) => `https://www.linkedin.com/search/results/content/?keywords=${encodeURIComponent(words)}&sortBy=%22date_posted%22`,
  notificationsUrl: 'https://www.linkedin.com/notifications/',
  expectsPosts: (url) => /^\/(feed\/update|posts)\//.test(url.pathname),
};
export default site;
