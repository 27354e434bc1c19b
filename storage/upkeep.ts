/**
 * What is made of the mentions when nobody waits for it: counts that were never made, facts that older versions did not know, what is said by
 * words and keywords that were changed meanwhile, the index.
 */
import { arrivalTables, hasFacts, onArrival, readArrivalContext } from './arrival.ts';
import { bounds } from './bounds.ts';
import { countNext, findUncounted, readCounts } from './counts.ts';
import { type Database, reading, write } from './db.ts';
import { mentionTables, putMentions } from './mention-writes.ts';
import { keepIndex } from './search-index.ts';
import { understandNext } from './understand-anew.ts';

/** Mentions that came before something was found out about mentions have it found out now. Rules fire on none of them. */
async function findMissing(db: Database, rows: readonly Parameters<typeof hasFacts>[0][], now: number) {
  const bare = rows.filter((row) => !hasFacts(row));
  if (bare.length === 0) return rows;
  const context = await readArrivalContext(db, bare, now);
  const renewed = bare.map((row) => onArrival(row, row, context).mention);
  const put = new Map((await putMentions(db, renewed, bare)).map((row) => [row.id, row]));
  return rows.map((row) => put.get(row.id) ?? row);
}

async function recount(now: number): Promise<boolean> {
  if (await reading(async (db) => (await readCounts(db, [])) !== undefined)) return false;
  return write([...mentionTables, ...arrivalTables], async (db) => {
    const after = await findUncounted(db);
    if (after === undefined) return false;
    const rows = await db.mentions.where('id').above(after).limit(bounds.counted).toArray();
    await countNext(db, await findMissing(db, rows, now), rows.length < bounds.counted);
    return true;
  });
}

/**
 * One step; true where there may be more. Each is a transaction of its own: who is stopped between two of them goes on there the next time.
 */
export const takeStep = async (now: number): Promise<boolean> => (await recount(now)) || (await understandNext()) || (await keepIndex());
