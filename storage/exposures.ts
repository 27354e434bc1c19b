/**
 * How many distinct posts passed by, in each hour: on a site, and in each of its communities. A post counts once for its site, whether its
 * community is known or not, and at most once for a community.
 */
import { hourLength, startOfHour } from '../core/calendar.ts';
import type { Coverage, Exposure, Scanned } from '../core/model.ts';
import { type Database, reading } from './db.ts';

/** Tabs of one browser report within seconds; two days cover a laptop that was closed with a report in its outbox. */
const remembered = 48 * hourLength;
/** More posts than anyone reads in an hour: past this a page is inventing them. The same holds for all of a site's communities together. */
const mostInAnHour = 50_000;
/** More communities than anyone visits in an hour: the posts of further ones count for the site alone. */
const mostCommunities = 200;

interface Hour {
  site: string;
  hour: number;
  reports: Scanned[];
}

/** Adds to the set kept under `id`. Undefined where nothing is new, or where the set was let go while its count was kept. */
async function addDistinct(db: Database, id: string, hour: number, posts: Iterable<number>, counted: boolean, most: number) {
  const set = await db.scannedPosts.get(id);
  // It can no longer be told which of these are new.
  if (counted && !set) return undefined;
  const distinct = new Set(set?.posts);
  const before = distinct.size;
  for (const post of posts) if (distinct.size < most) distinct.add(post);
  if (distinct.size === before) return undefined;
  await db.scannedPosts.put({ id, hour, posts: [...distinct] });
  return distinct.size;
}

async function countSite(db: Database, { site, hour, reports }: Hour): Promise<void> {
  const id = `${site}:${hour}`;
  const known = await db.exposures.get(id);
  const all = reports.flatMap(({ posts }) => posts);
  const posts = await addDistinct(db, id, hour, all, known !== undefined, mostInAnHour);
  if (posts !== undefined) await db.exposures.put({ id, site, hour, posts });
}

/** The same community is written "r/DevOps" here and "r/devops" there; the first spelling of the hour stays. */
const nameOf = (community: string): string => community.trim().toLowerCase();

async function countCommunities(db: Database, { site, hour, reports }: Hour): Promise<void> {
  const named = reports.filter(({ community }) => community?.trim());
  if (named.length === 0) return;
  const known = await db.coverage.where('[site+hour]').equals([site, hour]).toArray();
  const rows = new Map(known.map((row) => [nameOf(row.community), row]));
  let room = mostInAnHour - known.reduce((sum, { posts }) => sum + posts, 0);
  for (const { community = '', posts } of named) {
    const name = nameOf(community);
    const row: Coverage = rows.get(name) ?? { site, community: community.trim(), hour, posts: 0 };
    if (!rows.has(name) && rows.size >= mostCommunities) continue;
    const counted = await addDistinct(db, `${site}:${hour}:${name}`, hour, posts, rows.has(name), row.posts + room);
    if (counted === undefined) continue;
    room -= counted - row.posts;
    rows.set(name, { ...row, posts: counted });
    await db.coverage.put({ ...row, posts: counted });
  }
}

function byHour(scanned: readonly Scanned[], now: number): Hour[] {
  const hours = new Map<string, Hour>();
  for (const report of scanned) {
    const hour = startOfHour(Math.min(report.hour, now));
    const id = `${report.site}:${hour}`;
    const entry = hours.get(id) ?? { site: report.site, hour, reports: [] };
    entry.reports.push(report);
    hours.set(id, entry);
  }
  return [...hours.values()];
}

/** Part of the transaction that keeps the mentions. The same post in two tabs, or in a report sent twice, counts once. */
export async function countScanned(db: Database, scanned: readonly Scanned[], now: number): Promise<void> {
  for (const hour of byHour(scanned, now)) {
    await countSite(db, hour);
    await countCommunities(db, hour);
  }
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
