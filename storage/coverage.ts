import type { Coverage } from '../core/model.ts';
import { reading } from './db.ts';

/** Posts scanned by community and hour, oldest first; before `to`, where it ends. */
export const listCoverage = (from: number, to = Number.POSITIVE_INFINITY): Promise<Coverage[]> =>
  reading((db) => db.coverage.where('hour').between(from, to, true, false).toArray());

export interface SeenMention {
  site: string;
  community?: string;
  seenAt: number;
  /** The host of its permalink. */
  host?: string;
}

const hostOf = (url: string | undefined): string | undefined => (url && URL.canParse(url) ? new URL(url).hostname : undefined);

/** The newest mentions by others since `from`, at most `limit`. Promoted posts are not among those that are counted as read. */
export const listSeen = (from: number, limit: number): Promise<SeenMention[]> =>
  reading(async (db) => {
    const others = db.mentions
      .where('seenAt')
      .aboveOrEqual(from)
      .reverse()
      .filter(({ own, promoted }) => !own && !promoted);
    return (await others.limit(limit).toArray()).map(({ site, community, seenAt, url }) => {
      const host = hostOf(url);
      return { site, seenAt, ...(community ? { community } : {}), ...(host ? { host } : {}) };
    });
  });

export interface ReadHour {
  site: string;
  community?: string;
  hour: number;
}

/** When something was read last on each site and in each community, from the keys alone: a year of rows is not loaded for it. */
export const listLastRead = (): Promise<ReadHour[]> =>
  reading(async (db) => {
    const [sites, communities] = await Promise.all([
      db.exposures.toCollection().primaryKeys(),
      // The type of a compound key is lost on the way out of a collection.
      db.coverage.toCollection().primaryKeys() as PromiseLike<unknown> as PromiseLike<[string, string, number][]>,
    ]);
    const last = new Map<string, ReadHour>();
    const add = (read: ReadHour) => {
      const key = `${read.site}\n${read.community ?? ''}`;
      if ((last.get(key)?.hour ?? -1) < read.hour) last.set(key, read);
    };
    for (const id of sites) add({ site: id.slice(0, id.lastIndexOf(':')), hour: Number(id.slice(id.lastIndexOf(':') + 1)) });
    for (const [site, community, hour] of communities) add({ site, community, hour });
    return [...last.values()];
  });
