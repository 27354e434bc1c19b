/**
 * A round: the searches and notifications of the sites a person listens to, to be gone through one after the other. Here it is only planned;
 * the person's own tab goes there, at their pace.
 */
import type { Keyword, Round } from './model.ts';
import { joinWords } from './search-words.ts';

/** A site on one host, as far as a round asks of it. */
export interface RoundSite {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly searchUrl?: ((words: string) => string) | undefined;
  /** The word its search has for "or", where it has one. */
  readonly searchOr?: string | undefined;
  readonly notificationsUrl?: string | undefined;
  /** Match patterns of those pages: a round goes only where all of them are granted. */
  readonly pages: readonly string[];
  /** What is asked for so that the site can be listened to. */
  readonly origins: readonly string[];
}

export interface RoundChoice {
  readonly sites: string[];
  readonly keywordIds: string[];
  readonly notifications: boolean;
  /** What was gone through within this many hours is left out; 0 leaves nothing out. */
  readonly within: number;
}

/** One page of a round. */
export interface Stop {
  readonly site: string;
  /** The site's name, as people write it. */
  readonly name: string;
  readonly host: string;
  readonly url: string;
  /** The keywords this page is a search for; none for notifications. */
  readonly keywordIds: string[];
  /** The keys its rows are kept under: one for each keyword, or that of the notifications. */
  readonly ids: string[];
  /** What is searched for; absent for notifications. */
  readonly words?: string;
}

/** As many as a person can go through in a day. */
export const mostStops = 300;

export function toRounds({ site, keywordIds, ids }: Stop, checkedAt: number): Round[] {
  return ids.map((id, i) => {
    const keywordId = keywordIds[i];
    return { id, site, ...(keywordId === undefined ? {} : { keywordId }), checkedAt };
  });
}

/** Only pages a browser can be sent to. */
const isWeb = (url: string | undefined): url is string => url !== undefined && /^https:\/\/[^/]/.test(url);

/** `words` are the alternatives of the keyword, each a search of its own where the site has no word for "or". */
type Searched = Pick<Keyword, 'id'> & { readonly words: readonly string[] };

/** So many pages a keyword may ask for on one site: a round is gone by hand. */
export const mostAlternatives = 3;

const listAsked = (words: readonly string[], or: string | undefined): string[] =>
  or !== undefined && words.length > 0 ? [joinWords(words, or)] : words.slice(0, mostAlternatives);

/** Two keywords with the same words are one search. */
function listSearches({ id, name, host, searchUrl, searchOr }: RoundSite, keywords: readonly Searched[]): Stop[] {
  const byUrl = new Map<string, Stop>();
  for (const { id: keywordId, words: alternatives } of keywords) {
    for (const [i, words] of listAsked(alternatives, searchOr).entries()) {
      const url = searchUrl?.(words);
      if (!isWeb(url)) continue;
      const { keywordIds = [], ids = [] } = byUrl.get(url) ?? {};
      if (keywordIds.includes(keywordId)) continue;
      const key = i === 0 ? `${id}:${keywordId}` : `${id}:${keywordId}:${i}`;
      byUrl.set(url, { site: id, name, host, url, words, keywordIds: [...keywordIds, keywordId], ids: [...ids, key] });
    }
  }
  return [...byUrl.values()];
}

export interface RoundInput {
  readonly sites: readonly RoundSite[];
  readonly keywords: readonly Searched[];
  readonly rounds: readonly Round[];
  readonly choice: RoundChoice;
  readonly now: number;
}

/** Site by site, so that the person signs in once and keeps their bearings; what was gone through lately is left out. */
export function planRound({ sites, keywords, rounds, choice, now }: RoundInput): Stop[] {
  const since = now - choice.within * 3_600_000;
  const fresh = new Set(choice.within > 0 ? rounds.filter(({ checkedAt }) => checkedAt > since).map(({ id }) => id) : []);
  const wanted = keywords.filter(({ id }) => choice.keywordIds.includes(id));
  const stops = sites
    .filter(({ id }) => choice.sites.includes(id))
    .flatMap((site) => {
      const { id, name, host, notificationsUrl: url } = site;
      const own: Stop[] =
        choice.notifications && isWeb(url) ? [{ site: id, name, host, url, keywordIds: [], ids: [`${id}:notifications`] }] : [];
      return [...own, ...listSearches(site, wanted)];
    });
  return stops.filter((stop) => !stop.ids.every((id) => fresh.has(id))).slice(0, mostStops);
}

/** A round under way. Kept where neither a stopped background nor a closed tab loses it. */
export interface RunningRound {
  readonly stops: readonly Stop[];
  /** The stop that is shown; past the last one the round is over. */
  readonly at: number;
  readonly startedAt: number;
  /** Absent where its tab was closed: the round waits. */
  readonly tabId?: number;
  /** The first page after the tab was sent on has begun: the stop's own, or wherever its site sent the person. */
  readonly landed?: boolean;
  /** What the page of this stop has said of itself since it was opened; absent until it was loaded and read. */
  readonly read?: { readonly posts: number };
  /** How many stops were gone through, and how many left out on the way. */
  readonly done: number;
  readonly skipped: number;
}

/** A round as a strip or a popup shows it. */
export type RoundView =
  | {
      readonly state: 'going' | 'waiting';
      /** From 1. */
      readonly at: number;
      readonly total: number;
      readonly site: string;
      readonly name: string;
      readonly host: string;
      /** Absent for notifications. */
      readonly words?: string;
      /** How many posts were read on the page; absent until it was loaded and read. */
      readonly posts?: number;
    }
  | { readonly state: 'over'; readonly total: number; readonly done: number; readonly skipped: number };

export function viewRound(round: RunningRound | undefined): RoundView | undefined {
  if (!round) return undefined;
  const { stops, at, read, done, skipped } = round;
  const stop = stops[at];
  if (!stop) return { state: 'over', total: stops.length, done, skipped };
  const { site, name, host, words } = stop;
  return {
    // A waiting round has lost its tab.
    state: round.tabId === undefined ? 'waiting' : 'going',
    at: at + 1,
    total: stops.length,
    site,
    name,
    host,
    ...(words ? { words } : {}),
    ...(read ? { posts: read.posts } : {}),
  };
}
