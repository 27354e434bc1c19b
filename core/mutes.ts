/**
 * What is not to be heard. Mutes → one function of a post, the keywords found in it and the time: which of these keywords are muted, and by
 * which mute. A post is muted where all its keywords are.
 *
 * A mute speaks of the post's own author, place and words. Somebody else who quotes or answers a muted person is heard: the quoted words are
 * no words of theirs, and are not part of what is matched.
 */
import { foldText } from './fold.ts';
import { compileMatcher } from './matcher.ts';
import type { Mute } from './model.ts';

/** A post or a mention, as far as a mute can ask of it. */
export interface MutablePost {
  readonly site: string;
  /** The host of the page it stands on, or of its permalink. */
  readonly host?: string | undefined;
  readonly author: { readonly handle?: string | undefined; readonly name?: string | undefined };
  readonly community?: string | undefined;
  readonly text: string;
}

export interface Mutes {
  /** How many there are. */
  readonly size: number;
  /** Keyword id → the mute that keeps it away, for those of `keywordIds` that are muted here and now. */
  find(post: MutablePost, keywordIds: readonly string[], now: number): ReadonlyMap<string, Mute>;
  /** When the next one ends by itself. */
  nextEnd(now: number): number | undefined;
}

const none: ReadonlyMap<string, Mute> = new Map();

export const hasEnded = ({ until }: Mute, now: number): boolean => until !== undefined && until <= now;

/** Handles are one whatever their case, and with or without the @ that some pages show. */
export const foldHandle = (handle: string): string => foldText(handle.trim().replace(/^@/, ''));

const foldCommunity = (community: string): string => foldText(community.trim().replace(/^\//, ''));

/** What a post calls its author: the handle, or on pages that know none the name. */
export const personOf = ({ handle, name }: MutablePost['author']): string | undefined => handle || name || undefined;

const keyOf = (kind: Mute['kind'], site: string | undefined, value: string): string => `${kind}\n${site ?? ''}\n${value}`;

function keyOfMute({ kind, site, value }: Mute): string | undefined {
  if (kind === 'person') return keyOf(kind, site, foldHandle(value));
  if (kind === 'community') return keyOf(kind, site, foldCommunity(value));
  return kind === 'place' ? keyOf(kind, undefined, value.toLowerCase().replace(/^www\./, '')) : undefined;
}

/** A host and all it stands below: `m.example.com`, `example.com`, `com`. */
function listAbove(host: string): string[] {
  const labels = host.toLowerCase().split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}

/** Everything a post could be muted under, but for its words. */
function listKeys({ site, host, author, community }: MutablePost): string[] {
  const person = personOf(author);
  const places = [site, ...(host ? listAbove(host) : [])].map((place) => keyOf('place', undefined, place));
  const people = person === undefined ? [] : [site, undefined].map((at) => keyOf('person', at, foldHandle(person)));
  const communities = community === undefined ? [] : [site, undefined].map((at) => keyOf('community', at, foldCommunity(community)));
  return [...people, ...communities, ...places];
}

/** In quotes, so that nothing in it is taken for more than words. */
const quote = (phrase: string): string => `"${phrase.replace(/["“”„«»]/g, ' ')}"`;

/** Finds the phrases of mutes as keywords are found: folded, in whole words. */
function compilePhrases(mutes: readonly Mute[]): (post: MutablePost) => Mute[] {
  const phrases = new Map(mutes.filter(({ kind }) => kind === 'phrase').map((mute) => [mute.id, mute]));
  if (phrases.size === 0) return () => [];
  const matcher = compileMatcher([...phrases.values()].map(({ id, value }) => ({ id, query: quote(value) })));
  return ({ text }) =>
    [...new Set(matcher.matchText(text).map(({ keywordId }) => keywordId))].flatMap((id) => {
      const mute = phrases.get(id);
      return mute ? [mute] : [];
    });
}

/** Work for when the mutes change, not for each post. Those that have ended may be among them. */
export function compileMutes(mutes: readonly Mute[]): Mutes {
  const byKey = new Map<string, Mute[]>();
  for (const mute of mutes) {
    const key = keyOfMute(mute);
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), mute]);
  }
  const findPhrases = compilePhrases(mutes);

  function find(post: MutablePost, keywordIds: readonly string[], now: number): ReadonlyMap<string, Mute> {
    if (mutes.length === 0) return none;
    const reaching = [...listKeys(post).flatMap((key) => byKey.get(key) ?? []), ...findPhrases(post)].filter(
      (mute) => !hasEnded(mute, now),
    );
    if (reaching.length === 0) return none;
    const found = new Map<string, Mute>();
    for (const id of keywordIds) {
      const mute = reaching.find(({ keywordId }) => keywordId === undefined || keywordId === id);
      if (mute) found.set(id, mute);
    }
    return found;
  }

  return {
    size: mutes.length,
    find,
    nextEnd(now) {
      const ends = mutes.flatMap(({ until }) => (until !== undefined && until > now ? [until] : []));
      return ends.length > 0 ? ends.reduce((a, b) => Math.min(a, b)) : undefined;
    },
  };
}
