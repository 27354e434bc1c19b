import { type Database, reading } from './db.ts';

export interface Tallied {
  keywordId: string;
  site: string;
  at: number;
}

const dayLength = 86_400_000;
const dayOf = (time: number): number => Math.floor(time / dayLength) * dayLength;

/** Part of the transaction that keeps the mentions, so that counts and rows never disagree. */
export async function addTallies(db: Database, tallied: readonly Tallied[]): Promise<void> {
  if (tallied.length === 0) return;
  const counts = new Map<string, { key: [string, string, number]; count: number }>();
  for (const { keywordId, site, at } of tallied) {
    const key: [string, string, number] = [keywordId, site, dayOf(at)];
    const entry = counts.get(key.join('\n')) ?? { key, count: 0 };
    entry.count += 1;
    counts.set(key.join('\n'), entry);
  }
  const entries = [...counts.values()];
  const known = await db.tallies.bulkGet(entries.map(({ key }) => key));
  await db.tallies.bulkPut(
    entries.map(({ key: [keywordId, site, day], count }, i) => ({ keywordId, site, day, count: count + (known[i]?.count ?? 0) })),
  );
}

/** How many mentions each keyword has had, without reading a mention. */
export function countByKeyword(): Promise<Record<string, number>> {
  return reading(async (db) => {
    const counts: Record<string, number> = {};
    await db.tallies.each(({ keywordId, count }) => {
      counts[keywordId] = (counts[keywordId] ?? 0) + count;
    });
    return counts;
  });
}
