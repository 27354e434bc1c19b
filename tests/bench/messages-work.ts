/** Asks the database again and again, in a page of ours, until a mention is there. */
import { openDatabase } from '../../storage/db.ts';

/** When it was first found, in milliseconds since 1970 with their fractions; undefined where it was not within `patience` milliseconds. */
export async function waitForRow(id: string, patience: number): Promise<number | undefined> {
  const db = await openDatabase();
  const until = performance.now() + patience;
  while (performance.now() < until) if (await db.mentions.get(id)) return performance.timeOrigin + performance.now();
  return undefined;
}
