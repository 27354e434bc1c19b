/**
 * What was heard and how much was read for it, counted from tallies and exposures alone: volume by day, hour, place, kind and keyword. A rate has
 * its posts and its interval beside it. Days on which nothing was read are unknown, not zero, and their mentions enter no rate.
 */
import { type Calendar, dayLength, type Period } from './calendar.ts';
import type { Coverage, Exposure, IntentKind, PostKind, SentimentValue, Tally } from './model.ts';
import { type Rate, rateOf } from './rates.ts';
import { countUntold, listPosts } from './tally.ts';

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

type Draft = HeardPost & { keywordIds: string[] };

/** Noon of the day (UTC) stands for the hours that were not kept. */
const noon = dayLength / 2;

/** The rows made ready for counting. About a tenth of a millisecond per thousand mentions. */
export function gather(rows: InsightRows, calendar: Calendar): Gathered {
  const posts = new Map<string, Draft>();
  const untold: UntoldCount[] = [];
  for (const tally of rows.tallies) {
    const { keywordId, site, day } = tally;
    const rest = countUntold(tally);
    if (rest > 0) untold.push({ keywordId, site, day: calendar.dayOf(day + noon), count: rest });
    for (const { post, ...facts } of listPosts(tally)) {
      const key = `${site} ${post}`;
      const known = posts.get(key);
      if (known) known.keywordIds.push(keywordId);
      else posts.set(key, { ...facts, site, day: calendar.dayOf(facts.hour), keywordIds: [keywordId] });
    }
  }
  const readHour = <T extends { hour: number }>(row: T): T & { day: number } => ({ ...row, day: calendar.dayOf(row.hour) });
  return {
    calendar,
    posts: [...posts.values()],
    untold,
    read: rows.exposures.map(({ site, hour, posts: count }) => readHour({ site, hour, posts: count, community: undefined })),
    readCommunities: rows.communities.map(({ site, community, hour, posts: count }) => readHour({ site, community, hour, posts: count })),
  };
}

const fold = (name: string | undefined): string | undefined => name?.toLowerCase();

/** What passes the filter. Keywords that were not asked for are not named any more; what was read stays what it is. */
export function narrow(gathered: Gathered, { keywordIds, kind, site, community }: InsightFilter): Gathered {
  const asked = keywordIds && new Set(keywordIds);
  const isHere = (place: { site: string; community?: string | undefined }): boolean =>
    (site === undefined || place.site === site) && (community === undefined || fold(place.community) === fold(community));
  const posts = gathered.posts.flatMap((post) => {
    if (!isHere(post) || (kind !== undefined && post.kind !== kind)) return [];
    if (!asked) return [post];
    const named = post.keywordIds.filter((id) => asked.has(id));
    return named.length > 0 ? [{ ...post, keywordIds: named }] : [];
  });
  const isTold = kind !== undefined || community !== undefined;
  return {
    ...gathered,
    posts,
    untold: isTold ? [] : gathered.untold.filter((one) => isHere(one) && (!asked || asked.has(one.keywordId))),
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

const placeOf = (site: string, at: number): string => `${site} ${at}`;

/** Counted into as many parts as `partOf` tells: a part is undefined for what belongs in none. */
function countInto<K>(gathered: Gathered, partOf: (at: { day: number }) => K | undefined): Map<K, Draw> {
  const draws = new Map<K, Draw>();
  const at = (day: number): Draw | undefined => {
    const part = partOf({ day });
    if (part === undefined) return undefined;
    const draw = draws.get(part) ?? emptyDraw();
    draws.set(part, draw);
    return draw;
  };
  const isRead = new Set<string>();
  for (const { site, day, posts } of gathered.read) {
    isRead.add(placeOf(site, day));
    const draw = at(day);
    if (draw) draw.posts = (draw.posts ?? 0) + posts;
  }
  for (const { site, day } of gathered.posts) {
    const draw = at(day);
    if (!draw) continue;
    draw.mentions += 1;
    if (isRead.has(placeOf(site, day))) draw.amongRead += 1;
  }
  for (const { site, day, count } of gathered.untold) {
    const draw = at(day);
    if (!draw) continue;
    draw.mentions += count;
    draw.untold += count;
    if (isRead.has(placeOf(site, day))) draw.amongRead += count;
  }
  return draws;
}

/** All of it together. */
export const measureVolume = (gathered: Gathered): Volume => finish(countInto(gathered, () => 'all').get('all') ?? emptyDraw());

/** Each of the periods by itself: days, weeks. */
export function measureEach(gathered: Gathered, periods: readonly Period[]): Volume[] {
  const indexOf = new Map(
    periods.flatMap(({ from, to }, i) => {
      const days: [number, number][] = [];
      for (let day = from; day <= to; day += dayLength) days.push([day, i]);
      return days;
    }),
  );
  const draws = countInto(gathered, ({ day }) => indexOf.get(day));
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
  const cellOf = (hour: number): Draw | undefined => cells[((calendar.weekdayOf(hour) + 6) % 7) * 24 + calendar.hourOf(hour)];
  const isRead = new Set<string>();
  for (const { site, hour, posts } of gathered.read) {
    isRead.add(placeOf(site, hour));
    const cell = cellOf(hour);
    if (cell) cell.posts = (cell.posts ?? 0) + posts;
  }
  for (const { site, hour } of gathered.posts) {
    const cell = cellOf(hour);
    if (!cell) continue;
    cell.mentions += 1;
    if (isRead.has(placeOf(site, hour))) cell.amongRead += 1;
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

function groupPlaces(gathered: Gathered, by: 'site' | 'community'): Group[] {
  const read = by === 'site' ? gathered.read : gathered.readCommunities;
  const keyOf = ({ site, community }: { site: string; community?: string | undefined }): string | undefined =>
    by === 'site' ? site : community && `${site} ${fold(community)}`;
  const names = new Map<string, { site: string; community?: string | undefined }>();
  for (const place of [...read, ...gathered.posts]) {
    const key = keyOf(place);
    if (key !== undefined && !names.has(key)) names.set(key, place);
  }
  return [...names].map(([key, { site, community }]) => {
    const isHere = (place: { site: string; community?: string | undefined }): boolean => keyOf(place) === key;
    const here = { ...gathered, posts: gathered.posts.filter(isHere), read: read.filter(isHere), untold: [] };
    const untold = by === 'site' ? gathered.untold.filter((one) => one.site === site) : [];
    return { key: by === 'site' ? site : (community ?? ''), site, ...measureVolume({ ...here, untold }) };
  });
}

/** The parts of the whole, the largest first. Parts by keyword may sum up to more than the whole: a post may name several. */
export function measureGroups(gathered: Gathered, by: GroupBy): Group[] {
  if (by === 'site' || by === 'community') return groupPlaces(gathered, by).sort(mostFirst);
  const keys = new Set(by === 'kind' ? gathered.posts.map(({ kind }) => kind as string) : gathered.posts.flatMap((p) => p.keywordIds));
  if (by === 'keyword') for (const { keywordId } of gathered.untold) keys.add(keywordId);
  const groups = [...keys].map((key): Group => {
    const posts = gathered.posts.filter((post) => (by === 'kind' ? post.kind === key : post.keywordIds.includes(key)));
    const untold = by === 'kind' ? [] : gathered.untold.filter(({ keywordId }) => keywordId === key);
    return { key, ...measureVolume({ ...gathered, posts, untold }) };
  });
  return groups.sort(mostFirst);
}
