import type { Exposure, Scanned } from '../core/model.ts';
import { type Database, reading } from './db.ts';

const hourLength = 3_600_000;
/** Tabs of one browser report within seconds; two days cover a laptop that was closed with a report in its outbox. */
const remembered = 48 * hourLength;
/** More posts than anyone reads in an hour: past this a page is inventing them. */
const mostInAnHour = 50_000;

const hourOf = (time: number): number => Math.floor(time / hourLength) * hourLength;

async function countOne(db: Database, site: string, hour: number, posts: readonly number[]): Promise<void> {
  const id = `${site}:${hour}`;
  const [set, exposure] = await Promise.all([db.scannedPosts.get(id), db.exposures.get(id)]);
  // The set was let go already: it can no longer be told which of these are new.
  if (exposure && !set) return;
  const distinct = new Set(set?.posts);
  const before = distinct.size;
  for (const post of posts) if (distinct.size < mostInAnHour) distinct.add(post);
  if (distinct.size === before) return;
  await db.scannedPosts.put({ id, hour, posts: [...distinct] });
  await db.exposures.put({ id, site, hour, posts: distinct.size });
}

/** Part of the transaction that keeps the mentions. The same post in two tabs, or in a report sent twice, counts once. */
export async function countScanned(db: Database, scanned: readonly Scanned[], now: number): Promise<void> {
  for (const { site, hour, posts } of scanned) await countOne(db, site, hourOf(Math.min(hour, now)), posts);
  if (scanned.length > 0)
    await db.scannedPosts
      .where('hour')
      .below(now - remembered)
      .delete();
}

/** Posts scanned by site and hour, oldest first. */
export function listExposures({ from, to, site }: { from: number; to: number; site?: string }): Promise<Exposure[]> {
  return reading((db) =>
    site
      ? db.exposures.where('[site+hour]').between([site, from], [site, to], true, false).toArray()
      : db.exposures.where('hour').between(from, to, true, false).toArray(),
  );
}
