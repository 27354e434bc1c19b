/** What of a time belongs to a rate, and how much of it was said and read on each site. */
import { startOfHour } from './calendar.ts';
import type { CountedHour, CountedMention, MeasureRows } from './measures.ts';
import type { SiteCount } from './rate-ratio.ts';

/**
 * Only mentions from sites and days of which the scanned posts were counted belong to a rate. An hour belongs to the day it begins in, as on the
 * insights page: some zones are half an hour off.
 */
export function listAmongRead(
  mentions: readonly CountedMention[],
  hours: readonly CountedHour[],
  { dayOf }: Pick<MeasureRows, 'dayOf'>,
): CountedMention[] {
  const read = new Map<string, Set<number>>();
  for (const { site, hour, posts } of hours) {
    if (posts <= 0) continue;
    const days = read.get(site) ?? new Set();
    read.set(site, days.add(dayOf(hour)));
  }
  let [hour, day] = [Number.NaN, Number.NaN];
  return mentions.filter(({ site, seenAt }) => {
    // Those that follow upon each other were mostly seen in the same hour.
    if (startOfHour(seenAt) !== hour) [hour, day] = [startOfHour(seenAt), dayOf(startOfHour(seenAt))];
    return read.get(site)?.has(day) ?? false;
  });
}

/** Posts read by site, of those where any were. */
export function sumPosts(hours: readonly Omit<CountedHour, 'hour'>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { site, posts } of hours) if (posts > 0) sums.set(site, (sums.get(site) ?? 0) + posts);
  return sums;
}

/** Of each site that was read, by name; of mentions that are among what was read. */
export function countSites(mentions: readonly Pick<CountedMention, 'site'>[], posts: ReadonlyMap<string, number>): SiteCount[] {
  const counts = new Map<string, number>();
  for (const { site } of mentions) counts.set(site, (counts.get(site) ?? 0) + 1);
  return [...posts].map(([site, read]) => ({ site, n: counts.get(site) ?? 0, posts: read })).sort((a, b) => (a.site < b.site ? -1 : 1));
}
