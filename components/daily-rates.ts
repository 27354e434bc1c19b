import type { Exposure } from '../core/model.ts';

export interface DayRate {
  site: string;
  day: number;
  /** Distinct posts scanned; undefined where it was not counted, so that nothing is divided by a guess. */
  posts: number | undefined;
  mentions: number;
}

/** The first millisecond of the local day. */
export function dayOf(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

/** Posts scanned and mentions found, by site and local day, newest day first. */
export function countDays(exposures: readonly Exposure[], mentions: readonly { site: string; time: number; count: number }[]): DayRate[] {
  const days = new Map<string, DayRate>();
  const at = (site: string, time: number) => {
    const day = dayOf(time);
    const key = `${day} ${site}`;
    const row = days.get(key) ?? { site, day, posts: undefined, mentions: 0 };
    days.set(key, row);
    return row;
  };
  for (const e of exposures) {
    const row = at(e.site, e.hour);
    row.posts = (row.posts ?? 0) + e.posts;
  }
  for (const m of mentions) at(m.site, m.time).mentions += m.count;
  return [...days.values()].sort((a, b) => b.day - a.day || a.site.localeCompare(b.site));
}

/** Mentions per 1,000 posts scanned; undefined where no posts were counted. */
export function rateOf(row: Pick<DayRate, 'posts' | 'mentions'>): number | undefined {
  return row.posts ? (row.mentions / row.posts) * 1000 : undefined;
}
