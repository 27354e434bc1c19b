import type { PostCounts } from '../core/model.ts';
import { countBeside, countIn, countOf } from './_counts.ts';
import { addressOf, contentId, isSmallest, pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const article = 'article';
/** The page of one post, in its newer make-up, has no article around it. */
const alone = 'main:not(:has(article))';
/** Comments have no mark but a link of their own around their time. */
const comment = 'li:has(a[href*="/c/"] time), div:has(a[href*="/c/"] time)';
const commentLink = 'a[href*="/c/"]:has(time)';

const postPath = /^\/(?:([\w.]+)\/)?(p|reel|reels|tv)\/([\w-]+)(?:\/|$)/;
const exactPath = /^\/(?:[\w.]+\/)?(?:p|reel|reels|tv)\/[\w-]+\/?$/;
const commentPath = /^\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]+)\/c\/(\d+)(?:\/r\/(\d+))?\/?$/;
const profilePath = /^\/(?!(?:explore|reels?|p|tv|direct|accounts|stories|about|legal)\b)([\w.]{1,30})\/?$/;

const handleIn = (link: Element | null | undefined): string | undefined =>
  /^(?:\/(?!\/)|https?:\/\/(?:www\.)?instagram\.com\/)/.test(link?.getAttribute('href') ?? '')
    ? profilePath.exec(pathOf(link))?.[1]
    : undefined;

const isNamed = (link: Element): boolean => handleIn(link) !== undefined && (link.textContent?.trim() ?? '') !== '';

/** Lists of comments are pressed as a whole in older windows; buttons proper hold no lines of a list. */
const pressable = 'a, button, [role="button"]:not(:has(li)), h2, form, [role="textbox"]';

/** Words that somebody wrote, and no name, place, counter or button. */
function isSaid(block: Element, root: Element): boolean {
  const pressed = block.closest(pressable);
  if ((pressed && root.contains(pressed)) || block.querySelector(`${commentLink}, time, form`)) return false;
  const words = wordsOf(block) ?? '';
  const links = [...block.querySelectorAll('a[href]')].filter((link) => !/^\/explore\/tags\//.test(pathOf(link)));
  return /[^\s•·.…]/.test(words) && !links.some((link) => wordsOf(link) === words);
}

const blocksIn = (root: Element): Element[] =>
  [...root.querySelectorAll('h1[dir="auto"], span[dir="auto"], div[dir="auto"], h1')].filter((block) => isSaid(block, root));

const isOutermost = (block: Element, _: number, all: readonly Element[]): boolean =>
  !all.some((other) => other !== block && other.contains(block));

/** "… more", and whatever else is pressed rather than read. */
const skipIn = (text: readonly Element[]): Element[] =>
  text.flatMap((block) => [...block.querySelectorAll('[role="button"], button')].map((button) => withDots(button)));

function withDots(button: Element): Element {
  const around = button.parentElement;
  return around && /^\s*(?:…|\.\.\.)?\s*$/.test(around.firstChild?.nodeValue ?? '-') ? around : button;
}

function isComment(root: Element): boolean {
  const holds = (element: Element): boolean =>
    element.querySelectorAll(commentLink).length === 1 &&
    [...element.querySelectorAll('a[href]')].some(isNamed) &&
    blocksIn(element).length > 0;
  return root.querySelectorAll(commentLink).length === 1 && isSmallest(root, holds);
}

const ownLink = rememberElement('nav a[href]:has(img), [role="navigation"] a[href]:has(img), a[href]:has(svg[aria-label="Profile"])');

function authorOf(handle: string | undefined, page: Page): Post['author'] {
  return handle ? { handle, url: addressOf(page, `/${handle}/`) } : {};
}

const isOwn = (handle: string | undefined, page: Page): true | undefined =>
  handle !== undefined && handleIn(ownLink(page)) === handle ? true : undefined;

function readComment(root: Element, page: Page): Post | undefined {
  const link = root.querySelector(commentLink);
  const [, kind, code, id, reply] = commentPath.exec(pathOf(link)) ?? [];
  if (!id || !isComment(root)) return undefined;
  const handle = handleIn([...root.querySelectorAll('a[href]')].find(isNamed));
  const text = blocksIn(root).filter(isOutermost).slice(0, 1);
  return {
    id: reply ?? id,
    url: addressOf(page, `/${kind}/${code}/c/${id}/${reply ? `r/${reply}/` : ''}`),
    kind: 'comment',
    author: authorOf(handle, page),
    text,
    skip: skipIn(text),
    preformatted: true,
    postedAt: timeOf(link?.querySelector('time')?.getAttribute('datetime')),
    own: isOwn(handle, page),
    parent: reply ? id : undefined,
  };
}

/** The post's own address: the link around its time, else any that leads to it or to the lists below it (likes, comments). */
function findAddress(root: Element, page: Page): { kind: string; code: string; owner?: string; link?: Element } | undefined {
  const links = [...root.querySelectorAll('a[href*="/p/"], a[href*="/reel/"], a[href*="/reels/"], a[href*="/tv/"]')].filter(
    (link) => !commentPath.test(pathOf(link)),
  );
  const link = links.find((one) => one.querySelector('time') && exactPath.test(pathOf(one)));
  const shown = root.matches(alone) || root.closest('[role="dialog"]') || links.length === 0 ? postPath.exec(page.url.pathname) : null;
  const found = postPath.exec(pathOf(link)) ?? shown ?? postPath.exec(pathOf(links.find((one) => postPath.test(pathOf(one)))));
  const [, owner, kind, code] = found ?? [];
  return kind && code ? { kind: kind === 'reels' ? 'reel' : kind, code, owner, link } : undefined;
}

/** The caption: under the pictures, beside the author's name; the words of comments have an address of their own near them. */
function findCaption(root: Element, handle: string | undefined): Element[] {
  const blocks = blocksIn(root).filter(isOutermost);
  const free = blocks.filter((block) => !isInComment(block, root));
  const heading = free.find((block) => block.localName === 'h1' || block.querySelector('h1'));
  const beside = free.find((block) => isBesideAuthor(block, root, handle));
  const found = heading ?? beside;
  return found ? [found] : [];
}

function isInComment(block: Element, root: Element): boolean {
  for (let at = block.parentElement; at && at !== root; at = at.parentElement) if (at.matches(comment)) return isComment(at);
  return false;
}

function isBesideAuthor(block: Element, root: Element, handle: string | undefined): boolean {
  let at: Element | null = block;
  for (let steps = 0; at && at !== root && steps < 4; steps++, at = at.parentElement) {
    const before = at.previousElementSibling;
    const links = before ? [...before.querySelectorAll('a[href]')] : [];
    if (before && (handleIn(before) === handle || links.some((link) => isNamed(link) && handleIn(link) === handle))) return true;
  }
  return false;
}

/** Sponsored posts have no time; the label is in the reader's language. */
const paid =
  /^(sponsored|gesponsert|anzeige|publicidad|patrocinado|sponsorisé|sponsorizzato|gesponsord|sponsorowane|sponsrad|sponset|sponsoreret|реклама|bersponsor|広告|광고|赞助内容|贊助)$/i;

function isPromoted(root: Element): boolean {
  if (root.querySelector('a[href*="facebook.com/ads/ig_redirect"]')) return true;
  const spans = [...root.querySelectorAll('span, a')].slice(0, 60);
  return spans.some((span) => span.childElementCount === 0 && paid.test(span.textContent?.trim() ?? ''));
}

/** A window over a profile has the address of the post in it, and the profile behind it. */
function isAlone(page: Page): boolean {
  return postPath.test(page.url.pathname) && page.document.querySelector(article) === null;
}

function readPost(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(article) || (root.matches(alone) && !isAlone(page))) return undefined;
  const address = findAddress(root, page);
  const handle = handleIn([...root.querySelectorAll('a[href]')].find(isNamed)) ?? address?.owner;
  const promoted = isPromoted(root);
  if (!handle || (!address && !promoted)) return undefined;
  const text = findCaption(root, handle);
  const post: Post = {
    id: address?.code ?? '',
    url: address && addressOf(page, `/${address.kind}/${address.code}/`),
    kind: 'post',
    author: authorOf(handle, page),
    text,
    skip: skipIn(text),
    preformatted: true,
    postedAt: timeOf((address?.link ?? root).querySelector('time')?.getAttribute('datetime')),
    own: isOwn(handle, page),
  };
  if (promoted) post.promoted = true;
  return address ? post : { ...post, id: contentId('instagram', post) };
}

function read(root: Element, page: Page): Post | undefined {
  return root.matches(`${article}, ${alone}`) ? readPost(root, page) : readComment(root, page);
}

const replyWords =
  /^(reply|antworten|responder|répondre|rispondi|beantwoorden|balas|odpowiedz|svara?|ответить|返信する|返信|답글 달기|回复|回覆)$/i;

function replyControl(root: Element): HTMLElement | undefined {
  const buttons = [...root.querySelectorAll<HTMLElement>('button, [role="button"]')];
  if (!root.matches(`${article}, ${alone}`)) return buttons.find((button) => replyWords.test(button.textContent?.trim() ?? ''));
  const labelled = buttons.find(
    (button) => button.querySelector('svg[aria-label="Comment"]') && !button.querySelector('[role="button"], button'),
  );
  // Beside the heart, whatever the language.
  const row = [...root.querySelectorAll('section')].find(
    (section) => section.querySelectorAll('[role="button"] svg, button svg').length >= 3,
  );
  const beside =
    row && [...row.querySelectorAll<HTMLElement>('button, [role="button"]')].filter((one) => !one.querySelector('button, [role="button"]'));
  return labelled ?? beside?.[1];
}

const liked = /\blikes?$|gefällt|j’aime|j'aime|me gusta|curtida|mi piace|vind-ik-leuk|いいね|좋아요|次赞/i;

/** Beside the buttons, or in lines below them. "Liked by ann and 12 others" is not 12. */
function counts(root: Element, page: Page): PostCounts {
  const lang = page.document.documentElement.lang;
  if (!root.matches(`${article}, ${alone}`)) {
    const said = [...root.querySelectorAll('button, [role="button"]')].map((one) => one.textContent?.trim() ?? '');
    return {
      likes: countIn(
        said.find((words) => liked.test(words) && /\p{N}/u.test(words)),
        lang,
      ),
    };
  }
  const likes = [...root.querySelectorAll('a[href$="/liked_by/"]')].find(
    (link) => /\p{N}/u.test(link.textContent ?? '') && ![...(link.parentElement?.querySelectorAll('a[href]') ?? [])].some(isNamed),
  );
  const row = [...root.querySelectorAll('section')].find((one) => one.querySelectorAll('[role="button"] svg, button svg').length >= 3);
  const icons = [...(row?.querySelectorAll('[role="button"], button') ?? [])].filter(
    (one) => one.querySelector('svg') && !one.querySelector('[role="button"], button'),
  );
  return {
    likes: countOf(page, likes) ?? countBeside(page, icons[0], row),
    replies: countOf(page, root.querySelector('a[href$="/comments/"]')) ?? countBeside(page, icons[1], row),
  };
}

function mainPost(page: Page): Element | undefined {
  const code = postPath.exec(page.url.pathname)?.[3];
  if (!code) return undefined;
  return [...page.document.querySelectorAll(`${article}, ${alone}`)].find((root) => read(root, page)?.id === code);
}

/** There is one field for a post and its comments; an answer to a comment begins with a name in it. */
function answered(field: Element, page: Page): Element | undefined {
  const root = field.closest(`${article}, ${alone}`);
  return root && read(root, page) ? root : mainPost(page);
}

const site: Site = {
  name: 'Instagram',
  hosts: ['instagram.com'],
  basis: 'saved pages',
  posts: [article, alone, comment], // 2026-01
  read,
  composers: ['article form textarea', '[role="dialog"] form textarea', 'main form textarea'], // 2026-01
  replyControl,
  answered,
  mainPost,
  counts,
  searchUrl: (words) => `https://www.instagram.com/explore/search/keyword/?q=${encodeURIComponent(words)}`,
  expectsPosts: (url) => exactPath.test(url.pathname),
};
export default site;
