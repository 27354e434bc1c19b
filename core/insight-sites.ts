/** What was heard and read of each site, to hold two times against each other like for like. */
import { createReadBook, dayOfRead, type Gathered } from './insights.ts';
import { compareSites, type LikeForLike, type SiteCount } from './rate-ratio.ts';

type Heard = Pick<Gathered, 'posts' | 'untold'>;

/** Mentions of days on which something was read there, as in a rate; sites on which something was. What was read is gone through once. */
export function createSiteCounter({ read }: Pick<Gathered, 'read'>): (heard: Heard) => SiteCount[] {
  const readOn = new Map<string, number>();
  for (const { site, posts } of read) readOn.set(site, (readOn.get(site) ?? 0) + posts);
  const isRead = createReadBook(read, dayOfRead);
  return ({ posts, untold }) => {
    const counts = new Map<string, number>();
    const add = (site: string, day: number, count: number): void => {
      if (isRead(site, day)) counts.set(site, (counts.get(site) ?? 0) + count);
    };
    for (const { site, day } of posts) add(site, day, 1);
    for (const { site, day, count } of untold) add(site, day, count);
    return [...readOn].map(([site, scanned]) => ({ site, n: counts.get(site) ?? 0, posts: scanned }));
  };
}

export const compareHeard = (now: Gathered, before: Gathered): LikeForLike | undefined =>
  compareSites(createSiteCounter(now)(now), createSiteCounter(before)(before));
