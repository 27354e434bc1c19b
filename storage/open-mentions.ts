/**
 * How many mentions are open: new or put off. What was answered, seen in the page or said by hand, waits for others; what they write again is new
 * once more.
 */
import { openStatuses } from '../core/became.ts';
import { readCounts } from './counts.ts';
import type { Database } from './db.ts';

const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0);

export async function countOpen(db: Database): Promise<number> {
  const kept = await readCounts(
    db,
    openStatuses.map((status) => `${status}/all`),
  );
  if (kept) return sum(kept);
  const counts = openStatuses.map((status) =>
    db.mentions.where('[status+seenAt]').between([status, 0], [status, Number.MAX_SAFE_INTEGER]).count(),
  );
  return sum(await Promise.all(counts));
}
