/**
 * What was heard and how much was read for it, counted from tallies and exposures alone: volume by day, hour, place, kind and keyword. A rate has
 * its posts and its interval beside it. Days on which nothing was read are unknown, not zero, and their mentions enter no rate.
 */
import { type Calendar, dayLength, type Period } from './calendar.ts';
import { createLists, noKeywords, ofKeywords } from './keyword-lists.ts';
import type { Coverage, Exposure, IntentKind, PostKind, SentimentValue, Tally } from './model.ts';
import { type Rate, rateOf } from './rates.ts';
import { countTold, countUntold, postAt, readPost } from './tally.ts';

/** Rows as storage has them, of the days asked for and a day more at each end. */
export interface InsightRows {
  readonly tallies: readonly Tally[];
  readonly exposures: readonly Pick<Exposure, 'site' | 'hour' | 'posts'>[];
  readonly communities: readonly Pick<Coverage, 'site' | 'community' | 'hour' | 'posts'>[];
}

/** Absent: all. */
export interface InsightFilter {
  readonly keywordIds?: readonly string[] | undefined;
  readonly kind?: PostKind | undefined;
  readonly site?: string | undefined;
  readonly community?: string | undefined;
}

/** A post that mentions at least one keyword; once, however many it names. */
export interface HeardPost {
  readonly site: string;
  readonly day: number;
  /** The first millisecond of the hour it was first seen in. */
  readonly hour: number;
  readonly kind: PostKind;
  readonly sentiment: SentimentValue;
  readonly intents: readonly IntentKind[];
  readonly community: string | undefined;
  /** A hash; 0 where the page did not say who wrote it. */
  readonly person: number;
  readonly keywordIds: readonly string[];
  /** The mention itself was let go. */
  readonly gone?: true;
}

/** Mentions of which only the count was kept. */
export interface UntoldCount {
  readonly keywordId: string;
  readonly site: string;
  readonly day: number;
  readonly count: number;
}

export interface ReadHour {
  readonly site: string;
  readonly community: string | undefined;
  readonly day: number;
  readonly hour: number;
  readonly posts: number;
}

/** All that is counted from, in the person's own days. */
export interface Gathered {
  readonly calendar: Calendar;
  readonly posts: readonly HeardPost[];
  readonly untold: readonly UntoldCount[];
  /** By site; or, where a community was asked for, of that community. */
  readonly read: readonly ReadHour[];
  readonly readCommunities: readonly ReadHour[];
}

type Draft = HeardPost & { keywordIds: readonly string[]; gone?: true };

/** Noon of the day (UTC) stands for the hours that were not kept. */
const noon = dayLength / 2;

/** What is asked of a time again and again is worked out once. */
function once(answer: (time: number) => number): (time: number) => number {
  const known = new Map<number, number>();
  return (time) => {
    const kept = known.get(time);
    if (kept !== undefined) return kept;
    const found = answer(time);
    known.set(time, found);
    return found;
  };
}

function gatherPosts(tallies: readonly Tally[], dayOf: (hour: number) => number): Draft[] {
  // A post stands in the tallies of one day, whatever it names.
  const places = new Map<string, Map<number, Draft>>();
  const posts: Draft[] = [];
  const add = createLists();
  for (const tally of tallies) {
    const { keywordId, site } = tally;
    const place = `${site} ${tally.day}`;
    const known = places.get(place) ?? new Map<number, Draft>();
    places.set(place, known);
    const alone = add(noKeywords, keywordId);
    for (let n = 0; n < countTold(tally); n++) {
      const before = known.get(postAt(tally, n));
      if (before) {
        before.keywordIds = add(before.keywordIds, keywordId);
        continue;
      }
      const { post, hour, kind, sentiment, intents, community, person, gone } = readPost(tally, n);
      const draft: Draft = { site, day: dayOf(hour), hour, kind, sentiment, intents, community, person, keywordIds: alone };
      if (gone) draft.gone = true;
      known.set(post, draft);
      posts.push(draft);
    }
  }
  return posts;
}

/** The rows made ready for counting. */
export function gather(rows: InsightRows, calendar: Calendar): Gathered {
  const dayOf = once(calendar.dayOf);
  const untold = rows.tallies.flatMap((tally): UntoldCount[] => {
    const { keywordId, site, day } = tally;
    const count = countUntold(tally);
    return count > 0 ? [{ keywordId, site, day: dayOf(day + noon), count }] : [];
  });
  return {
    calendar,
    posts: gatherPosts(rows.tallies, dayOf),
    untold,
    read: rows.exposures.map(({ site, hour, posts }) => ({ site, hour, posts, community: undefined, day: dayOf(hour) })),
    readCommunities: rows.communities.map(({ site, community, hour, posts }) => ({ site, community, hour, posts, day: dayOf(hour) })),
  };
}

const fold = (name: string | undefined): string | undefined => name?.toLowerCase();

/** What passes the filter. Keywords that were not asked for are not named any more; what was read stays what it is. */
export function narrow(gathered: Gathered, { keywordIds, kind, site, community }: InsightFilter): Gathered {
  if (keywordIds === undefined && kind === undefined && site === undefined && community === undefined) return gathered;
  const asked = fold(community);
  const isHere = (place: { site: string; community?: string | undefined }): boolean =>
    (site === undefined || place.site === site) && (community === undefined || fold(place.community) === asked);
  const isOf = (post: HeardPost): boolean => isHere(post) && (kind === undefined || post.kind === kind);
  const here = gathered.posts.filter(isOf);
  const isTold = kind !== undefined || community !== undefined;
  return {
    ...gathered,
    posts: keywordIds ? ofKeywords(here, keywordIds) : here,
    untold: isTold ? [] : gathered.untold.filter((one) => isHere(one) && (!keywordIds || keywordIds.includes(one.keywordId))),
    read: community === undefined ? gathered.read.filter(isHere) : gathered.readCommunities.filter(isHere),
    readCommunities: gathered.readCommunities.filter(isHere),
  };
}

const lies =
  ({ from, to }: Period) =>
  ({ day }: { day: number }): boolean =>
    day >= from && day <= to;

/** What lies in the period, both days in. */
export function within(gathered: Gathered, period: Period): Gathered {
  const isIn = lies(period);
  return {
    ...gathered,
    posts: gathered.posts.filter(isIn),
    untold: gathered.untold.filter(isIn),
    read: gathered.read.filter(isIn),
    readCommunities: gathered.readCommunities.filter(isIn),
  };
}

/** What lies from a moment on. The hours of those of which only the count was kept are not known: their day tells. */
export function since(gathered: Gathered, from: number): Gathered {
  if (from === Number.NEGATIVE_INFINITY) return gathered;
  const isIn = ({ hour }: { hour: number }): boolean => hour >= from;
  if (gathered.posts.every(isIn) && gathered.read.every(isIn) && gathered.untold.length === 0) return gathered;
  const firstDay = Number.isFinite(from) ? gathered.calendar.dayOf(from) : from;
  return {
    ...gathered,
    posts: gathered.posts.filter(isIn),
    untold: gathered.untold.filter(({ day }) => day >= firstDay),
    read: gathered.read.filter(isIn),
    readCommunities: gathered.readCommunities.filter(isIn),
  };
}

export interface Volume {
  /** Posts that mention something; those of which only the count was kept may be counted once for each keyword. */
  readonly mentions: number;
  /** How many of them only the count was kept of. */
  readonly untold: number;
  /** Posts read; undefined where nothing was. */
  readonly posts: number | undefined;
  /** Mentions on days and sites of which something was read: those the rate is of. */
  readonly amongRead: number;
  readonly rate: Rate | undefined;
}

interface Draw {
  mentions: number;
  untold: number;
  posts: number | undefined;
  amongRead: number;
}

const emptyDraw = (): Draw => ({ mentions: 0, untold: 0, posts: undefined, amongRead: 0 });

const finish = (draw: Draw): Volume => ({ ...draw, rate: draw.posts === undefined ? undefined : rateOf(draw.amongRead, draw.posts) });

/** Whether anything was read on a site at a time: a day, or an hour. */
export function createReadBook(read: readonly ReadHour[], atOf: (one: ReadHour) => number): (site: string, at: number) => boolean {
  const sites = new Map<string, Set<number>>();
  for (const one of read) {
    const times = sites.get(one.site) ?? new Set();
    sites.set(one.site, times);
    times.add(atOf(one));
  }
  return (site, at) => sites.get(site)?.has(at) ?? false;
}

export const dayOfRead = ({ day }: ReadHour): number => day;

/** Counted into as many parts as `partOf` tells: a part is undefined for what belongs in none. */
function countInto<K>(gathered: Gathered, partOf: (day: number) => K | undefined): Map<K, Draw> {
  const draws = new Map<K, Draw>();
  const at = (day: number): Draw | undefined => {
    const part = partOf(day);
    if (part === undefined) return undefined;
    const draw = draws.get(part) ?? emptyDraw();
    draws.set(part, draw);
    return draw;
  };
  const isRead = createReadBook(gathered.read, dayOfRead);
  for (const { day, posts } of gathered.read) {
    const draw = at(day);
    if (draw) draw.posts = (draw.posts ?? 0) + posts;
  }
  for (const { site, day } of gathered.posts) {
    const draw = at(day);
    if (!draw) continue;
    draw.mentions += 1;
    if (isRead(site, day)) draw.amongRead += 1;
  }
  for (const { site, day, count } of gathered.untold) {
    const draw = at(day);
    if (!draw) continue;
    draw.mentions += count;
    draw.untold += count;
    if (isRead(site, day)) draw.amongRead += count;
  }
  return draws;
}

/** All of it together. */
export const measureVolume = (gathered: Gathered): Volume => finish(countInto(gathered, () => 'all').get('all') ?? emptyDraw());

/** In which of the periods, none of which has a day of another, a day lies. */
function createParts(periods: readonly Period[]): (day: number) => number | undefined {
  const parts = new Map<number, number>();
  for (const [i, { from, to }] of periods.entries()) for (let day = from; day <= to; day += dayLength) parts.set(day, i);
  return (day) => parts.get(day);
}

/** The posts of each of the periods, gone through once. */
export function splitPosts({ posts }: Gathered, periods: readonly Period[]): HeardPost[][] {
  const partOf = createParts(periods);
  const split: HeardPost[][] = periods.map(() => []);
  for (const post of posts) split[partOf(post.day) ?? -1]?.push(post);
  return split;
}

/** Each of the periods by itself: days, weeks. */
export function measureEach(gathered: Gathered, periods: readonly Period[]): Volume[] {
  const draws = countInto(gathered, createParts(periods));
  return periods.map((_, i) => finish(draws.get(i) ?? emptyDraw()));
}

export interface HourCell extends Volume {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
}

/** By weekday and hour of the person's own clock: 168 cells, Monday first. Here a mention is among what was read if its very hour was. */
export function measureHours(gathered: Gathered): HourCell[] {
  const { calendar } = gathered;
  const cells = Array.from({ length: 168 }, emptyDraw);
  const placeOf = once((hour) => ((calendar.weekdayOf(hour) + 6) % 7) * 24 + calendar.hourOf(hour));
  const cellOf = (hour: number): Draw | undefined => cells[placeOf(hour)];
  const isRead = createReadBook(gathered.read, ({ hour }) => hour);
  for (const { hour, posts } of gathered.read) {
    const cell = cellOf(hour);
    if (cell) cell.posts = (cell.posts ?? 0) + posts;
  }
  for (const { site, hour } of gathered.posts) {
    const cell = cellOf(hour);
    if (!cell) continue;
    cell.mentions += 1;
    if (isRead(site, hour)) cell.amongRead += 1;
  }
  return cells.map((cell, i) => ({ ...finish(cell), weekday: (Math.floor(i / 24) + 1) % 7, hour: i % 24 }));
}

export interface Group extends Volume {
  readonly key: string;
  /** Of a community. */
  readonly site?: string | undefined;
}

export type GroupBy = 'keyword' | 'kind' | 'site' | 'community';

const mostFirst = (a: Group, b: Group): number => b.mentions - a.mentions || (a.key < b.key ? -1 : 1);

interface Parts {
  site?: string;
  key: string;
  posts: HeardPost[];
  read: ReadHour[];
  untold: UntoldCount[];
}

/** Sorted into parts in one go. What was read is of the whole, unless the parts are places. */
function sortInto(gathered: Gathered, by: GroupBy): Parts[] {
  const parts = new Map<string, Parts>();
  const at = (id: string, key: string, site?: string): Parts => {
    const part = parts.get(id) ?? { key, ...(site ? { site } : {}), posts: [], read: [], untold: [] };
    parts.set(id, part);
    return part;
  };
  const atPlace = ({ site, community }: { site: string; community: string | undefined }): Parts | undefined => {
    if (by === 'site') return at(site, site, site);
    return community ? at(`${site} ${fold(community)}`, community, site) : undefined;
  };
  const isPlace = by === 'site' || by === 'community';
  if (isPlace) for (const one of by === 'site' ? gathered.read : gathered.readCommunities) atPlace(one)?.read.push(one);
  for (const post of gathered.posts) {
    if (isPlace) atPlace(post)?.posts.push(post);
    else for (const key of by === 'kind' ? [post.kind] : post.keywordIds) at(key, key).posts.push(post);
  }
  if (by === 'site' || by === 'keyword')
    for (const one of gathered.untold)
      (by === 'site' ? at(one.site, one.site, one.site) : at(one.keywordId, one.keywordId)).untold.push(one);
  return [...parts.values()].map((part) => (isPlace ? part : { ...part, read: [...gathered.read] }));
}

/** The parts of the whole, the largest first. Parts by keyword may sum up to more than the whole: a post may name several. */
export const measureGroups = (gathered: Gathered, by: GroupBy): Group[] =>
  sortInto(gathered, by)
    .map(({ key, site, ...part }): Group => ({ key, ...(site ? { site } : {}), ...measureVolume({ ...gathered, ...part }) }))
    .sort(mostFirst);
