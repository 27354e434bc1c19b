/** What moved between two times, and by more than chance moves it. */
import { isChance } from './audits.ts';
import * as measures from './measures.ts';
import type { Mention, Read, Rows } from './rows.ts';
import { sum } from './statistics.ts';

export type Move = 'Up' | 'Down' | 'The same' | 'May be chance' | 'Unknown';

/** A difference is only named where it is not likely to be chance. */
export function moveOf(now: measures.Taken, before: measures.Taken, fewest = 0): Move {
  if (now.value === undefined || before.value === undefined) return 'Unknown';
  if (now.value === before.value) return 'The same';
  return isChance(now, before, true, fewest) ? 'May be chance' : now.value > before.value ? 'Up' : 'Down';
}

/** A rate has moved where it has on the sites of both times, each held against itself. */
export function rateMoveOf(now: measures.Taken, before: measures.Taken): Move {
  const like = measures.likenTaken(now, before);
  if (now.value === undefined || before.value === undefined || !like) return 'Unknown';
  if (!like.ratio || Math.abs(like.ratio.times - 1) < 1e-9) return 'The same';
  if (!like.ratio.differs) return 'May be chance';
  return like.ratio.times > 1 ? 'Up' : 'Down';
}

export interface Driver {
  kind: 'site' | 'community' | 'keyword' | 'intent';
  /** As rows have it. */
  value: string;
  now: number;
  before: number;
  /** Per 1,000 posts: read there, or of keywords and intents like for like. */
  rate: number;
  rateBefore: number;
  isThere: boolean;
  /** How much of what is more (or less) in all. */
  part: number;
  change: number;
}

const namesOf = ({ site, community = '', keywordIds, intents = [] }: Mention): Record<Driver['kind'], readonly string[]> => ({
  site: [site],
  community: community ? [community.toLowerCase()] : [],
  keyword: keywordIds,
  intent: intents,
});

const readAt = (read: readonly Read[], site: string, community?: string): number =>
  sum(
    read
      .filter((one) => one.site === site && (community === undefined || one.community?.toLowerCase() === community))
      .map(({ posts }) => posts),
  );

interface Times {
  rows: Rows;
  now: measures.Time;
  before: measures.Time;
}

interface Named {
  kind: Driver['kind'];
  value: string;
  /** Of one site, now and before. */
  site: string;
  counts: [number, number];
}

/** Among what it is counted: of a community its own posts, where these were counted in full. */
function postsOf({ rows, now, before }: Times, { kind, value, site, counts }: Named): { posts: [number, number]; isThere: boolean } {
  const both = [now, before];
  const [posts = 0, was = 0] = both.map((time) => readAt(measures.readIn(rows, time), site));
  if (kind !== 'community') return { posts: [posts, was], isThere: kind === 'site' };
  const [own = 0, ownWas = 0] = both.map((time) =>
    readAt(
      rows.coverage.filter((one) => measures.isIn(one.hour, time)),
      site,
      value,
    ),
  );
  const isWhole = own + ownWas > 0 && counts[0] <= own && counts[1] <= ownWas;
  return isWhole ? { posts: [own, ownWas], isThere: true } : { posts: [posts, was], isThere: false };
}

/** Of five at least, what has most of the change first. */
export function listDrivers(rows: Rows, now: measures.Time, before: measures.Time, is: (one: Mention) => boolean = () => true): Driver[] {
  const times = { rows, now, before };
  const [mentions = [], earlier = []] = [now, before].map((time) =>
    measures.listAmongRead(rows, measures.seenIn(rows, time).filter(is), time),
  );
  const liken = (some: (one: Mention) => boolean) =>
    measures.likenTaken(
      { sites: measures.bySite(rows, mentions.filter(some), now) },
      { sites: measures.bySite(rows, earlier.filter(some), before) },
    );
  const whole = liken(() => true);
  if (!whole) return [];
  const siteRead = (time: measures.Time, site: string) => readAt(measures.readIn(rows, time), site);
  const driverOf = (kind: Driver['kind'], value: string): Driver => {
    const isNamed = (one: Mention) => namesOf(one)[kind].includes(value);
    const [mine, mineBefore] = [mentions.filter(isNamed), earlier.filter(isNamed)];
    const sites = [...new Set([...mine, ...mineBefore].map(({ site }) => site))];
    const parts = sites.map((site) => {
      const counts: [number, number] = [
        mine.filter((one) => one.site === site).length,
        mineBefore.filter((one) => one.site === site).length,
      ];
      const { posts, isThere } = postsOf(times, { kind, value, site, counts });
      const [all, allBefore] = [siteRead(now, site), siteRead(before, site)];
      // What each post read there has more, times how many of them there are now, as the ratio weighs the site.
      const isRead = Math.min(...posts, all, allBefore) > 0;
      const weight = (all * allBefore) / (all + allBefore);
      const more = isRead ? weight * (posts[0] / all) * (counts[0] / posts[0] - counts[1] / posts[1]) : 0;
      return { counts, posts, isThere, more };
    });
    const total = (of: (part: (typeof parts)[number]) => number) => sum(parts.map(of));
    const more = total((one) => one.more);
    const like = liken(isNamed);
    const perPost = (at: 0 | 1) => (total(({ counts }) => counts[at]) / total(({ posts }) => posts[at])) * 1_000;
    const isPlace = kind === 'site' || kind === 'community';
    return {
      kind,
      value,
      now: mine.length,
      before: mineBefore.length,
      rate: isPlace ? perPost(0) : (like?.now ?? 0),
      rateBefore: isPlace ? perPost(1) : (like?.before ?? 0),
      isThere: parts.every((one) => one.isThere),
      part: whole.more === 0 ? 0 : more / whole.more,
      change: more,
    };
  };
  const drivers = (['site', 'community', 'keyword', 'intent'] as const).flatMap((kind) =>
    [...new Set([...mentions, ...earlier].flatMap((one) => namesOf(one)[kind]))].map((value) => driverOf(kind, value)),
  );
  return drivers.filter((one) => one.now + one.before >= 5).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}
