/**
 * A keyword's hours as its turning points are looked for: mentions, and posts scanned. Sites differ in how often they talk of a keyword, so that
 * an evening on one where they do would look like growth; a post scanned therefore counts as much as its site's own rate says, shrunk towards 1.
 */
import type { Exposure, Tally } from './model.ts';
import { listPosts } from './tally.ts';
import type { Bin } from './usual.ts';

const hourLength = 3_600_000;
/** So many mentions pull a site's weight towards 1. */
const held = 5;

export interface TurningSeries {
  /** In order of time; only hours in which posts were scanned. */
  readonly bins: readonly Bin[];
  /** Posts scanned in an hour as they were counted, by its first millisecond. */
  readonly scanned: ReadonlyMap<number, number>;
}

const add = <K>(sums: Map<K, number>, key: K, by: number): void => void sums.set(key, (sums.get(key) ?? 0) + by);

function sitesOf(tallies: readonly Tally[], exposures: readonly Exposure[]): Map<string, number> {
  const [mentions, posts] = [new Map<string, number>(), new Map<string, number>()];
  for (const { site, count } of tallies) add(mentions, site, count);
  for (const { site, posts: scanned } of exposures) add(posts, site, scanned);
  const sum = (sums: Map<string, number>) => [...sums.values()].reduce((a, b) => a + b, 0);
  const rate = sum(mentions) / Math.max(1, sum(posts));
  return new Map([...posts].map(([site, scanned]) => [site, ((mentions.get(site) ?? 0) + held) / (scanned * rate + held)]));
}

/** The tallies of one keyword, with the exposures of all sites; hours before `from` (when it was first listened for) are left out. */
export function toSeries(tallies: readonly Tally[], exposures: readonly Exposure[], from: number): TurningSeries {
  const weights = sitesOf(tallies, exposures);
  const [counts, exposed, scanned] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  for (const tally of tallies) for (const { hour } of listPosts(tally)) add(counts, hour, 1);
  for (const { site, hour, posts } of exposures) {
    if (hour < from || posts === 0) continue;
    add(exposed, hour, posts * (weights.get(site) ?? 1));
    add(scanned, hour, posts);
  }
  const hours = [...exposed.keys()].sort((a, b) => a - b);
  return { bins: hours.map((at) => ({ at, count: counts.get(at) ?? 0, exposed: exposed.get(at) ?? 0 })), scanned };
}

/** Posts scanned from `from` (in) to `to` (out). */
export function scannedBetween({ scanned }: TurningSeries, from: number, to: number): number {
  let posts = 0;
  for (let hour = from; hour < to; hour += hourLength) posts += scanned.get(hour) ?? 0;
  return posts;
}
