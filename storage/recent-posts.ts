/**
 * The posts scanned lately, hit or not: a window that keywords are tried on. It holds the newest 2,000 posts or 7 days, whichever is less, and
 * nothing where the person does not want it.
 */
import type { RecentPost } from '../core/model.ts';
import { type Database, reading, write } from './db.ts';

export const mostRecent = 2_000;
export const recentFor = 7 * 24 * 3_600_000;

/** Two look-ups by index where there is nothing to let go. */
async function prune(db: Database, now: number): Promise<void> {
  await db.recentPosts
    .where('seenAt')
    .below(now - recentFor)
    .delete();
  const surplus = (await db.recentPosts.count()) - mostRecent;
  if (surplus <= 0) return;
  await db.recentPosts.bulkDelete(await db.recentPosts.orderBy('seenAt').limit(surplus).primaryKeys());
}

/** Part of the transaction that keeps the mentions. A post that is scanned again is kept once, as it was seen last. */
export async function putRecent(db: Database, posts: readonly RecentPost[], now: number): Promise<void> {
  // Asked here too: a page may have handed these over before it heard that the person does not want them.
  if ((await db.settings.get('settings'))?.keepRecent === false) return;
  // A page that calls its posts newer than now would have them kept for longer.
  await db.recentPosts.bulkPut(posts.map((post) => ({ ...post, seenAt: Math.min(post.seenAt, now) })));
  await prune(db, now);
}

/** Lets go of what has grown old while nothing was scanned. */
export const pruneRecent = (now: number): Promise<void> => write(['recentPosts'], (db) => prune(db, now));

/** Newest first. */
export const listRecent = (now: number): Promise<RecentPost[]> =>
  reading((db) =>
    db.recentPosts
      .where('seenAt')
      .aboveOrEqual(now - recentFor)
      .reverse()
      .toArray(),
  );

export const countRecent = (): Promise<number> => reading((db) => db.recentPosts.count());
