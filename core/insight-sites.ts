/** What was heard and read of each site, to hold two times against each other like for like. */
import { createReadBook, dayOfRead, type Gathered } from './insights.ts';
import { compareSites, type LikeForLike, type SiteCount } from './rate-ratio.ts';

/** Mentions of days on which something was read there, as in a rate; sites on which something was. */
export function countSites(gathered: Gathered): SiteCount[] {
  const sites = new Map<string, { n: number; posts: number }>();
  for (const { site, posts } of gathered.read) {
    const row = sites.get(site) ?? { n: 0, posts: 0 };
    sites.set(site, row);
    row.posts += posts;
  }
  const isRead = createReadBook(gathered.read, dayOfRead);
  const add = (site: string, day: number, count: number): void => {
    const row = isRead(site, day) ? sites.get(site) : undefined;
    if (row) row.n += count;
  };
  for (const { site, day } of gathered.posts) add(site, day, 1);
  for (const { site, day, count } of gathered.untold) add(site, day, count);
  return [...sites].map(([site, row]) => ({ site, ...row }));
}

export const compareHeard = (now: Gathered, before: Gathered): LikeForLike | undefined => compareSites(countSites(now), countSites(before));
