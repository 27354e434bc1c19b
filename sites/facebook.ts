import type { PostCounts } from '../core/model.ts';
import { countIn, countOf } from './_counts.ts';
import { contentId, linkOf, rememberElement, wordsOf } from './_read.ts';
import { listShared } from './_shared.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// No class lasts here. Posts are what stands in a feed, is numbered in it, or holds one of the marks around a message.
const marks = '[data-ad-rendering-role="story_message"], [data-ad-comet-preview="message"], [data-ad-preview="message"]';
const listed = '[aria-posinset], [role="feed"] > div, [role="article"], [data-pagelet^="FeedUnit"], [data-pagelet^="TimelineFeedUnit"]';
/** A post opened by itself, in a window or on a page of its own. */
const opened = `[role="dialog"]:has(${marks}), [role="main"]:has(${marks}):not(:has([role="feed"], [aria-posinset]))`;
/** The pages for small screens, and those from before 2020. */
const older = '[data-testid="fbfeed_story"], .userContentWrapper, article[data-ft], div[data-ft][role="article"], #m_story_permalink_view';
const units = `${listed}, ${older}`;
const commentLink = 'a[href*="comment_id="]';
const comment =
  '[role="article"]:has(a[href*="comment_id="]), [data-sigil="comment"], [data-commentid], [id^="ufi_"] div[id]:has(> div > h3 a[href])';
/** Chats beside the page, menus and fields: never posts. */
const around =
  '[role="complementary"], [role="navigation"], [role="banner"], [role="grid"], [role="textbox"], [data-pagelet*="Chat"], [data-pagelet="RightRail"]';

const oldBody = '.userContent, .story_body_container';
const reserved =
  /^(?:groups|events|watch|reel|photo|photos|hashtag|ads|help|policies|stories|marketplace|gaming|share|sharer|l\.php|story\.php|photo\.php|permalink\.php|a|nfx|save|composer|reactions|video_redirect|me|friends|login|login\.php|business|privacy|legal|plugins)$/;

const home = 'https://www.facebook.com';

interface Story {
  id: string;
  url: string;
  /** Links that can only be a post's rank before those that may be its photo or film. */
  rank: number;
}

/** A page's name, a number, or both in one of the shapes that the site has for them. */
function readStory(url: URL | undefined): Story | undefined {
  if (!url || !/(^|\.)facebook\.com$/.test(url.hostname)) return undefined;
  const path = url.pathname;
  const query = (name: string): string => url.searchParams.get(name) ?? '';
  const [, place, group, id] = /^\/(groups\/([^/]+)|[^/]+)\/(?:posts|permalink)\/(?:[^/]+\/)?(\w+)\/?$/.exec(path) ?? [];
  if (place && id) return { id, url: `${home}/${place}/${group ? 'permalink' : 'posts'}/${id}`, rank: 0 };
  const story = query('story_fbid') || query('multi_permalinks');
  if (/^\/(permalink|story)\.php$/.test(path) && /^\w+$/.test(story))
    return { id: story, url: `${home}/permalink.php?story_fbid=${story}&id=${query('id')}`, rank: 0 };
  const [, kind, number] = /^\/(?:[^/]+\/)?(reel|videos|share\/[prv])\/(?:[^/]+\/)?(\w+)\/?$/.exec(path) ?? [];
  if (kind && number) return { id: number, url: `${home}${path.replace(/\/$/, '')}`, rank: 1 };
  if (/^\/photo(?:\.php)?\/?$/.test(path) && /^\d+$/.test(query('fbid')))
    return { id: query('fbid'), url: `${home}/photo/?fbid=${query('fbid')}`, rank: 2 };
  if (/^\/watch\/?$/.test(path) && /^\d+$/.test(query('v'))) return { id: query('v'), url: `${home}/watch/?v=${query('v')}`, rank: 2 };
  return undefined;
}

const isComment = (root: Element): boolean => {
  if (!root.matches(comment)) return false;
  return (
    !root.matches('[role="article"]') || [...root.querySelectorAll(commentLink)].some((link) => link.closest('[role="article"]') === root)
  );
};

const nearest = (element: Element): Element | null => element.closest(`${units}, ${comment}`);

/** Comments and shared posts within a root are roots themselves; a window or page around a post is not. */
function listOwn(root: Element, selector: string): Element[] {
  const inner = [...root.querySelectorAll(`${comment}, article, [role="article"], .userContentWrapper`)].filter((one) =>
    isInner(one, root),
  );
  return [...root.querySelectorAll(selector)].filter((element) => !inner.some((one) => one.contains(element)));
}

/** A root wrapped in a root is the same post, unless it holds less than everything: then it is a comment or a shared post. */
const isInner = (one: Element, root: Element): boolean => one !== root && (isComment(one) || isShared(one, root));

function isShared(one: Element, root: Element): boolean {
  return !isComment(root) && one.matches('article, [role="article"]') && root.matches('article, [role="article"]');
}

function isOutermost(root: Element): boolean {
  const outer = root.parentElement?.closest(units);
  return !outer && !(root.matches('[role="main"]') && root.querySelectorAll(marks).length > 2) && !root.closest(around);
}

function profileOf(url: URL | undefined): { handle: string; path: string } | undefined {
  if (!url || !/(^|\.)facebook\.com$/.test(url.hostname)) return undefined;
  const number = url.pathname === '/profile.php' ? url.searchParams.get('id') : null;
  if (number) return { handle: number, path: `/profile.php?id=${number}` };
  const user = /^\/groups\/[^/]+\/user\/(\d+)/.exec(url.pathname)?.[1] ?? /^\/people\/[^/]+\/(\d+)/.exec(url.pathname)?.[1];
  if (user) return { handle: user, path: `/profile.php?id=${user}` };
  const name = /^\/([\w.-]+)\/?$/.exec(url.pathname)?.[1];
  return name && !reserved.test(name) ? { handle: name, path: `/${name}` } : undefined;
}

const names =
  '[data-ad-rendering-role="profile_name"] a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], strong a[href], .fwb a[href], a[href]:has(> strong), a[href]:has(> span > strong)';

function readAuthor(root: Element, page: Page): Post['author'] | undefined {
  const links = isComment(root) ? listOwn(root, 'a[href]') : listOwn(root, names);
  for (const link of links) {
    const profile = profileOf(linkOf(page, link.getAttribute('href')));
    const name = link.textContent?.trim() ? wordsOf(link) : undefined;
    if (profile && name) return { handle: profile.handle, name, url: `${home}${profile.path}` };
  }
  // People without an address of their own (anonymous members of a group) still have a name.
  const bare = wordsOf(listOwn(root, '[data-ad-rendering-role="profile_name"], h2 strong, h3 strong')[0]);
  return bare && !isComment(root) ? { name: bare } : undefined;
}

const outermost = (block: Element, _: number, all: readonly Element[]): boolean => !all.some((one) => one !== block && one.contains(block));

/** Whoever shares a post without a word is named before its author, and both before the first words. */
function isSharersOwn(root: Element, mark: Element): boolean {
  const before = listOwn(root, '[data-ad-rendering-role="profile_name"]').filter(
    (one) => (one.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return before.length < 2;
}

function findText(root: Element): Element[] {
  if (isComment(root)) {
    const body = listOwn(root, '[data-sigil="comment-body"], h3 + div');
    const lines = listOwn(root, 'div[dir="auto"]')
      .filter((line) => !line.closest('a, [role="textbox"]') && wordsOf(line))
      .filter(outermost);
    return body.length > 0 ? body.slice(0, 1) : lines;
  }
  const mark = listOwn(root, marks)[0];
  if (mark) return isSharersOwn(root, mark) ? [mark] : [];
  const body = listOwn(root, oldBody)[0];
  if (body) return body.matches('.userContent') ? [body] : listOwn(root, `.story_body_container p`);
  const paragraphs = root.matches(older) ? listOwn(root, 'p').filter(outermost) : [];
  if (paragraphs.length > 0) return paragraphs;
  // Few words on a coloured ground have no mark; they are the first block that is no name, button or link.
  const lines = listOwn(root, 'div[dir="auto"]').filter(
    (line) => !line.closest('a, h2, h3, h4, [role="button"], [role="textbox"], form, ul') && wordsOf(line),
  );
  return lines.filter(outermost).slice(0, 1);
}

/** Pages from before 2020 name their post in the id of the line that says when. */
function readOldStory(root: Element): Story | undefined {
  const [, owner, id] = /;(\d+);(\d+);/.exec(listOwn(root, '[id^="feed_subtitle_"]')[0]?.id ?? '') ?? [];
  return owner && id ? { id, url: `${home}/${owner}/posts/${id}`, rank: 0 } : undefined;
}

function findStory(root: Element, page: Page, text: readonly Element[]): Story | undefined {
  const own = listOwn(root, 'a[href]').filter((link) => !text.some((block) => block.contains(link)));
  const stories = own.map((link) => readStory(linkOf(page, link.getAttribute('href'))));
  const best = [0, 1, 2].map((rank) => stories.find((story) => story?.rank === rank)).find(Boolean);
  if (best?.rank === 0) return best;
  // The time has no address until it is touched; the links of comments below lead to the same post.
  const below = [...root.querySelectorAll(commentLink)].map((link) => readStory(linkOf(page, link.getAttribute('href'))));
  return (
    below.find((story) => story?.rank === 0) ??
    readOldStory(root) ??
    best ??
    (root.matches(`${opened}, #m_story_permalink_view`) ? readStory(page.url) : undefined)
  );
}

/** "Sponsored" is scrambled with letters that nobody sees. */
const scrambled = /sp\w*on\w*so\w*red/i;

function isPromoted(root: Element): boolean {
  if (listOwn(root, 'a[href*="/ads/about"], a[href*="%2Fads%2Fabout"], .uiStreamSponsoredLink').length > 0) return true;
  return listOwn(root, '[id^="feed_subtitle_"]').some((line) => scrambled.test((line.textContent ?? '').replace(/[\s-]/g, '')));
}

const skipIn = (text: readonly Element[]): Element[] =>
  text.flatMap((block) => [...block.querySelectorAll('[role="button"], .see_more_link, .text_exposed_link, form')]);

/** A comment's number stands in its time's link; links to people beside it hold the same in another spelling. */
function readCommentId(root: Element, page: Page): { id: string; url: string } | undefined {
  for (const link of listOwn(root, commentLink)) {
    const url = linkOf(page, link.getAttribute('href'));
    const story = readStory(url);
    const written = url?.searchParams.get('reply_comment_id') ?? url?.searchParams.get('comment_id') ?? '';
    const top = url?.searchParams.get('comment_id') ?? '';
    if (!story || !/^\d+$/.test(written)) continue;
    const query = `comment_id=${top}${written === top ? '' : `&reply_comment_id=${written}`}`;
    return { id: written, url: `${story.url}${story.url.includes('?') ? '&' : '?'}${query}` };
  }
  const spelled = listOwn(root, commentLink).map((link) => linkOf(page, link.getAttribute('href'))?.searchParams);
  const code = spelled.map((query) => decode(query?.get('reply_comment_id') ?? query?.get('comment_id') ?? '')).find(Boolean);
  const number = root.getAttribute('data-commentid') ?? code ?? /^\d+$/.exec(root.id)?.[0];
  const story = readStory(page.url);
  const id = number?.replace(/^.*_/, '');
  return id ? { id, url: story ? `${story.url}${story.url.includes('?') ? '&' : '?'}comment_id=${id}` : '' } : undefined;
}

/** "comment:12_34" in letters. */
function decode(code: string): string | undefined {
  try {
    return /^comment:(\d+_\d+)$/.exec(atob(code))?.[1];
  } catch {
    return undefined;
  }
}

function readComment(root: Element, page: Page): Post | undefined {
  if (!isComment(root) || root.closest(around)) return undefined;
  const text = findText(root);
  const author = readAuthor(root, page);
  const known = readCommentId(root, page);
  if (!author || (!known && text.length === 0)) return undefined;
  const post: Post = { id: known?.id ?? '', kind: 'comment', author, text, skip: skipIn(text), own: isSelf(author, page) };
  if (known?.url) post.url = known.url;
  const top = /[?&]comment_id=(\d+)&reply_comment_id=/.exec(known?.url ?? '')?.[1];
  if (top) post.parent = top;
  return known ? post : { ...post, id: contentId('facebook', post) };
}

const ownLink = rememberElement('[data-pagelet="LeftRail"] a[href], [role="navigation"] ul li a[href*="/profile.php?id="]');

function isSelf(author: Post['author'], page: Page): true | undefined {
  const me = profileOf(linkOf(page, ownLink(page)?.getAttribute('href')));
  return me !== undefined && me.handle === author.handle ? true : undefined;
}

/** The group a post stands in, by the name in its address. */
const groupOf = (story: Story | undefined): string | undefined => /\/(groups\/[^/]+)\//.exec(story?.url ?? '')?.[1];

function read(root: Element, page: Page): Post | undefined {
  if (isComment(root)) return readComment(root, page);
  if (root.matches(comment) || !isOutermost(root)) return undefined;
  const text = findText(root);
  const author = readAuthor(root, page);
  const story = findStory(root, page, text);
  const certain = root.matches(older) || listOwn(root, `${marks}, [data-ad-rendering-role="profile_name"]`).length > 0;
  if (!author || (!story && !(certain && text.length > 0))) return undefined;
  const post: Post = {
    id: story?.id ?? '',
    url: story?.url,
    kind: 'post',
    author,
    text,
    skip: skipIn(text),
    community: groupOf(story),
    own: isSelf(author, page),
  };
  post.shared = findShared(root, page, text);
  if (isPromoted(root)) post.promoted = true;
  return story ? post : { ...post, id: contentId('facebook', post) };
}

/** Where two are named, one shares the other's post, and a card below may be either's. */
function findShared(root: Element, page: Page, text: readonly Element[]): string[] | undefined {
  if (listOwn(root, '[data-ad-rendering-role="profile_name"]').length > 1) return undefined;
  const links = listOwn(root, 'a[href*="l.php?u="], a[href^="http"][target="_blank"]');
  return listShared(page, links, text);
}

const commentWords =
  /^(leave a comment|comment|write a comment|reply|kommentieren|kommentar hinterlassen|antworten|comentar|responder|commenter|répondre|commenta|rispondi)$/i;

/** Buttons say what they do in the reader's language alone. */
function replyControl(root: Element): HTMLElement | undefined {
  const buttons = listOwn(root, '[role="button"]').filter((button) => !button.closest('form'));
  const found = buttons.find((button) => commentWords.test(button.getAttribute('aria-label') ?? button.textContent?.trim() ?? ''));
  return (found ?? listOwn(root, '[data-ad-rendering-role="comment_button"]')[0]?.closest('[role="button"]') ?? undefined) as
    | HTMLElement
    | undefined;
}

const comments = /comment|kommentar|comentari|commentaire|commenti|opmerking|komentarz|комментари|コメント|评论|留言/i;
const shares = /\bshares?\b|geteilt|compartid|compartilhament|partage|condivision|keer gedeeld|udostępnie|シェア|分享/i;

/**
 * All reactions together stand right after the row of their faces, or in its name; each face alone says only its own. What else is counted is
 * said in words.
 */
function counts(root: Element, page: Page): PostCounts {
  const faces = listOwn(root, '[role="toolbar"]')[0];
  const old = listOwn(
    root,
    '[id^="like_"] a[aria-label], [data-testid="UFI2ReactionsCount/root"], [data-testid^="UFI2ReactionsCount/sentence"]',
  )[0];
  const label = listOwn(root, '[role="button"][aria-label*="; see who reacted"]')[0];
  const said = listOwn(root, '[role="button"], a[href]').filter((one) => (one.textContent?.length ?? 0) < 40);
  const find = (words: RegExp) => said.map((one) => one.textContent?.trim() ?? '').find((text) => /^\p{N}/u.test(text) && words.test(text));
  const lang = page.document.documentElement.lang;
  return {
    likes:
      countOf(page, label, 'aria-label') ??
      countOf(page, old, 'aria-label') ??
      countOf(page, old) ??
      countOf(page, faces?.nextElementSibling),
    replies: isComment(root) ? undefined : countIn(find(comments), lang),
    reposts: countIn(find(shares), lang),
  };
}

function mainPost(page: Page): Element | undefined {
  const story = readStory(page.url);
  if (!story) return undefined;
  const roots = [...page.document.querySelectorAll(`${opened}, ${units}`)].filter(
    (root) => !isComment(root) && read(root, page) !== undefined,
  );
  return roots.find((root) => read(root, page)?.id === story.id) ?? roots[0];
}

/** A field for a reply says in any language whom it answers; one for a comment says at most who writes. */
function answered(field: Element, page: Page): Element | undefined {
  const root = nearest(field.parentElement ?? field) ?? field.closest(opened);
  const scope = root && isComment(root) ? root.closest(units) : root;
  const label = `${field.getAttribute('aria-label') ?? ''} ${field.getAttribute('aria-placeholder') ?? ''}`;
  for (let at = field.parentElement; at && at !== scope; at = at.parentElement) {
    const named = [...at.querySelectorAll(comment)].find((one) => label.includes(read(one, page)?.author.name ?? '\n'));
    if (named) return named;
  }
  return (scope && read(scope, page) ? scope : undefined) ?? mainPost(page);
}

const site: Site = {
  name: 'Facebook',
  hosts: ['facebook.com'],
  basis: 'reports',
  posts: [listed, opened, comment, older], // 2026-09 · 2026-09 · 2026-09 · before 2020
  read,
  composers: ['[role="textbox"][contenteditable="true"]', 'form[action*="comment"] textarea, textarea[name="comment_text"]'], // 2026-08 · before 2020
  replyControl,
  answered,
  mainPost,
  counts,
  searchUrl: (words) => `https://www.facebook.com/search/posts?q=${encodeURIComponent(words)}`,
  notificationsUrl: 'https://www.facebook.com/notifications',
};
export default site;
