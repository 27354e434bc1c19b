/** Post + hits + now → what is kept of it, or nothing. */
import type { Match } from './matcher.ts';
import type { Author, Capture, Hit, PostCounts, PostKind } from './model.ts';

/** What is known of a post besides its words. A site's own `Post` fits. */
export interface PostFacts {
  id: string;
  url?: string;
  kind: PostKind;
  author: Author;
  postedAt?: number;
  rating?: number;
  community?: string;
  promoted?: boolean;
  edited?: boolean;
  own?: boolean;
  /** The id of the post it answers. */
  parent?: string;
  /** What the page shows of that post. */
  above?: { handle?: string | undefined; text: string };
  /** The id of the post its page is about. */
  thread?: string;
  counts?: PostCounts;
}

export const longestText = 20_000;
export const mostHits = 500;
const mostKeywords = 500;
const mostLinks = 5;
/** Short fields of the model hold this much. */
const longestField = 300;
const longestId = 500;
const longestUrl = 2_000;
const latestTime = 8.64e15;

/** Cuts without splitting a surrogate pair. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** A permalink is https, or a page of this very machine (the practice feed); the model says the same of what it lets in. */
const linkable = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/i;

export function keepUrl(url: string | undefined): string | undefined {
  return url && url.length <= longestUrl && linkable.test(url) ? url : undefined;
}

export function keepField(field: string | undefined): string | undefined {
  const kept = field?.trim();
  return kept ? cut(kept, longestField) : undefined;
}

function keepTime(time: number | undefined): number | undefined {
  return time !== undefined && time >= 0 && time <= latestTime ? Math.floor(time) : undefined;
}

/** Leaves out what is undefined: it would not survive a message in every browser alike. */
export function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

const longestAbove = 500;
const keepId = (id: string | undefined): string | undefined => (id && id.length <= longestId ? id : undefined);

function keepParent({ parent, above }: PostFacts): Capture['parent'] {
  const postId = keepId(parent);
  const handle = keepField(above?.handle);
  const text = above && cut(above.text, longestAbove);
  return postId || text ? defined({ postId, author: handle ? { handle } : undefined, text: text || undefined }) : undefined;
}

/** Whole numbers alone; only votes may be below nothing. */
function keepCounts(counts: PostCounts = {}): PostCounts | undefined {
  const kept = Object.entries(counts).filter(([name, count]) => Number.isSafeInteger(count) && (count >= 0 || name === 'likes'));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/**
 * The mention a page sends. A page may write anything into a post, and one field that is too long would have the whole batch refused: what
 * does not fit the model is cut or left out here.
 * @returns undefined where there is nothing to keep: no keyword, or a post that cannot be told from others.
 */
export function buildCapture(site: string, post: PostFacts, text: string, match: Match, now: number): Capture | undefined {
  const kept = cut(text, longestText);
  const keywordIds = match.keywordIds.slice(0, mostKeywords);
  const inside = match.hits.filter((hit) => hit.end <= kept.length && hit.start < hit.end).slice(0, mostHits);
  if (keywordIds.length === 0 || post.id === '' || post.id.length > longestId) return undefined;
  const { author, rating } = post;
  return defined({
    site,
    postId: post.id,
    url: keepUrl(post.url),
    kind: post.kind,
    author: defined({ handle: keepField(author.handle), name: keepField(author.name), url: keepUrl(author.url) }),
    text: kept,
    postedAt: keepTime(post.postedAt),
    rating: rating !== undefined && rating >= 0 && rating <= 10 ? rating : undefined,
    community: keepField(post.community),
    promoted: post.promoted || undefined,
    edited: post.edited || undefined,
    own: post.own || undefined,
    thread: keepId(post.thread),
    parent: keepParent(post),
    counts: keepCounts(post.counts),
    hits: inside.map(({ keywordId, start, end }) => ({ keywordId, start, end })),
    keywordIds,
    links: match.links?.slice(0, mostLinks).map((link) => cut(link, longestUrl)),
    seenAt: Math.floor(now),
  });
}

/** The id a capture is kept under. */
export const mentionIdOf = (site: string, postId: string): string => `${site}:${postId}`;

export interface Excerpt {
  text: string;
  /** Where the hits stand in `text`; those outside it are left out. */
  hits: Hit[];
}

const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/.test(char);
const isInsidePair = (text: string, index: number): boolean => /^[\udc00-\udfff]/.test(text.slice(index, index + 1)) && index > 0;
/** Marks and joiners belong to the character before them. */
const continues = /^[\p{M}\p{Emoji_Modifier}\u200d]/u;

function toWordStart(text: string, index: number, latest: number): number {
  for (let i = index; i <= Math.min(latest, index + 20); i++) if (i === 0 || isSpace(text[i - 1])) return i;
  let i = index;
  while (i < latest && (isInsidePair(text, i) || continues.test(text.slice(i, i + 2)) || text[i - 1] === '\u200d')) i++;
  return i;
}

function toWordEnd(text: string, index: number, earliest: number): number {
  for (let i = index; i >= Math.max(earliest, index - 20); i--) if (i === text.length || isSpace(text[i])) return i;
  let i = index;
  while (i > earliest && (isInsidePair(text, i) || continues.test(text.slice(i, i + 2)) || text[i - 1] === '\u200d')) i--;
  return i;
}

/** The words around the first hit, at most `max` units long with the ellipses; white space becomes single spaces. */
export function excerptOf(text: string, hits: readonly Hit[], max = 160): Excerpt {
  const first = hits[0] ?? { start: 0, end: 0 };
  const room = max - 2;
  const begin = Math.max(0, Math.min(first.start - Math.floor(room / 3), text.length - room));
  const from = begin === 0 ? 0 : toWordStart(text, begin, first.start);
  const until = Math.min(text.length, from + room);
  const to = until === text.length ? until : toWordEnd(text, until, Math.min(until, first.end));
  return collapse(text, from, to, hits);
}

function collapse(text: string, from: number, to: number, hits: readonly Hit[]): Excerpt {
  let out = from > 0 ? '…' : '';
  const places = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const space = isSpace(text[i]);
    if (space && (out === '' || out === '…' || out.endsWith(' '))) {
      places.set(i, out.length);
      continue;
    }
    places.set(i, out.length);
    out += space ? ' ' : text[i];
  }
  const body = out.trimEnd();
  places.set(to, body.length);
  const inside = hits.filter((hit) => hit.start >= from && hit.end <= to);
  const moved = inside.map((hit) => ({
    keywordId: hit.keywordId,
    start: places.get(hit.start) ?? 0,
    end: Math.min(places.get(hit.end) ?? body.length, body.length),
  }));
  return { text: to < text.length ? `${body}…` : body, hits: moved };
}
