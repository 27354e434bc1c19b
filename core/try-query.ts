/** A query, tried on posts that were read before: what it would have found, before anyone relies on it. */
import { runThrough, type Steps } from './by-steps.ts';
import { heardOf } from './heard.ts';
import { compileMatcher, type Matcher } from './matcher.ts';
import type { Hit, Mention, RecentPost } from './model.ts';
import type { Heard } from './query-tree.ts';

/** `kept` and `dismissed` are mentions in the inbox, `passed` was scanned and no keyword found it. */
export type Fate = 'kept' | 'dismissed' | 'passed';

export interface TriedPost {
  readonly id: string;
  readonly heard: Heard;
  readonly url?: string | undefined;
  readonly seenAt: number;
  readonly fate: Fate;
  /** The keywords for which a mute of their own keeps it away. */
  readonly mutedFor?: readonly string[] | undefined;
}

export interface Found {
  readonly post: TriedPost;
  readonly hits: readonly Hit[];
}

export interface Trial {
  /** On how many posts it was tried. */
  readonly posts: number;
  /** In the order of the posts. */
  readonly found: readonly Found[];
  /** How many of those found had been dismissed. */
  readonly dismissed: number;
}

export interface Tried {
  readonly query: string;
  readonly lookalikes?: boolean | undefined;
}

/**
 * Each post once, the newest first. One that is in the inbox counts as what became of it there, with the links and the language that only
 * the window knows; what the person wrote is left out, and what is muted for every keyword unless the inbox has it. A mute for one keyword
 * is that keyword's own: `findMutedFor` names them, or says that it is all.
 */
export function gatherPosts(
  mentions: readonly Mention[],
  recent: readonly RecentPost[],
  findMutedFor: (post: Heard) => readonly string[] | 'all' = () => [],
): TriedPost[] {
  const scanned = new Map(recent.map((post) => [post.id, post]));
  const inbox = mentions
    .filter((mention) => !mention.own)
    .map((mention): TriedPost => {
      const { lang, links = mention.links } = scanned.get(mention.id) ?? {};
      const heard = heardOf({ ...mention, lang, links });
      const fate = mention.status === 'ignored' ? 'dismissed' : 'kept';
      const muted = findMutedFor(heard);
      // What the inbox has of a keyword it has, whatever was muted since.
      const mutedFor = muted === 'all' ? [] : muted.filter((id) => !mention.keywordIds.includes(id));
      return { id: mention.id, heard, url: mention.url, seenAt: mention.seenAt, fate, mutedFor };
    });
  const known = new Set(mentions.map(({ id }) => id));
  const passed = recent
    .filter(({ id }) => !known.has(id))
    .flatMap((post): TriedPost[] => {
      const heard = heardOf(post);
      const mutedFor = findMutedFor(heard);
      return mutedFor === 'all' ? [] : [{ id: post.id, heard, url: post.url, seenAt: post.seenAt, fate: 'passed', mutedFor }];
    });
  return [...inbox, ...passed].sort((a, b) => b.seenAt - a.seenAt || (a.id < b.id ? -1 : 1));
}

/** Those that could be heard for this keyword. A new one has no mutes of its own. */
export const postsFor = (keywordId: string | undefined, posts: readonly TriedPost[]): readonly TriedPost[] =>
  keywordId === undefined ? posts : posts.filter(({ mutedFor }) => !mutedFor?.includes(keywordId));

const compileOne = ({ query, lookalikes }: Tried): Matcher =>
  compileMatcher([{ id: 'tried', query, ...(lookalikes ? { lookalikes } : {}) }]);

/** The trial, one post at a time: for those who have to let others go first now and then. Returns it once all were read. */
export function* tryByPost(tried: Tried, posts: readonly TriedPost[]): Steps<Trial> {
  const matcher = compileOne(tried);
  const found: Found[] = [];
  let dismissed = 0;
  for (const post of posts) {
    const { hits, keywordIds } = matcher.match(post.heard);
    if (keywordIds.length > 0) found.push({ post, hits });
    if (keywordIds.length > 0 && post.fate === 'dismissed') dismissed += 1;
    yield undefined;
  }
  return { posts: posts.length, found, dismissed };
}

export function tryQuery(tried: Tried, posts: readonly TriedPost[]): Trial {
  return runThrough(tryByPost(tried, posts));
}

export interface Difference {
  /** What only the new version finds. */
  readonly gained: readonly Found[];
  /** What only the old version found. */
  readonly lost: readonly Found[];
}

export function compareTrials(before: Trial, after: Trial): Difference {
  const had = new Set(before.found.map(({ post }) => post.id));
  const has = new Set(after.found.map(({ post }) => post.id));
  return {
    gained: after.found.filter(({ post }) => !had.has(post.id)),
    lost: before.found.filter(({ post }) => !has.has(post.id)),
  };
}

/** In how many of the posts each query finds something, in one pass over them. */
export function countEach(queries: readonly string[], posts: readonly Pick<TriedPost, 'heard'>[]): number[] {
  const matcher = compileMatcher(queries.map((query, i) => ({ id: String(i), query })));
  const counts = queries.map(() => 0);
  for (const { heard } of posts) {
    for (const id of matcher.match(heard).keywordIds) counts[Number(id)] = (counts[Number(id)] ?? 0) + 1;
  }
  return counts;
}
