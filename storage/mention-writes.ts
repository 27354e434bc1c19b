/** The one door through which mentions are written and removed, so that what is kept beside them never disagrees with them. */
import { reachOf } from '../core/inbox-match.ts';
import type { Mention } from '../core/model.ts';
import { termsPrint } from '../core/search-terms.ts';
import { countChanges } from './counts.ts';
import type { Database, TableName } from './db.ts';
import { moveTallies } from './tallies.ts';

/** What a transaction that writes mentions has to hold. */
export const mentionTables = ['mentions', 'counts', 'tallies', 'unindexed', 'answers', 'drafts'] as const satisfies readonly TableName[];

function withReach(mention: Mention): Mention {
  const { reach: old, ...rest } = mention;
  const reach = reachOf(mention);
  if (reach === old) return mention;
  return reach === undefined ? rest : { ...rest, reach };
}

/** Read before the transaction is over by whoever builds segments: one that changed meanwhile has another mark. */
const markOf = (): number => Math.random();

/**
 * Puts rows, new ones and changed ones; part of a transaction over `mentionTables`. Whole rows: an update in place cannot take a field out of
 * an index. Of rows with the same id the last one counts.
 * @param known what is kept of each now, in the same order, where the caller has read it in this transaction
 * @returns the rows as they were put
 */
export async function putMentions(db: Database, rows: readonly Mention[], known?: readonly (Mention | undefined)[]): Promise<Mention[]> {
  if (rows.length === 0) return [];
  const next = [...new Map(rows.map((row) => [row.id, withReach(row)])).values()];
  const olds = known?.length === next.length ? known : await db.mentions.bulkGet(next.map(({ id }) => id));
  await countChanges(
    db,
    next.map((row, i) => ({ old: olds[i], row })),
  );
  await moveTallies(
    db,
    next.map((after, i) => ({ before: olds[i], after })),
  );
  const moved = next.filter((row, i) => {
    const old = olds[i];
    return !old || termsPrint(old) !== termsPrint(row);
  });
  if (moved.length > 0) await db.unindexed.bulkPut(moved.map(({ id }) => ({ id, mark: markOf() })));
  await db.mentions.bulkPut(next);
  return next;
}

/**
 * Takes mentions out, in a transaction over `mentionTables`.
 * @param counted `stay` where they are only old: what was counted of a day stays true
 * @returns those that were there
 */
export async function removeMentions(db: Database, ids: readonly string[], counted: 'go' | 'stay' = 'go'): Promise<Mention[]> {
  const found = (await db.mentions.bulkGet([...new Set(ids)])).filter((mention) => mention !== undefined);
  if (found.length === 0) return [];
  await countChanges(
    db,
    found.map((old) => ({ old })),
  );
  await moveTallies(
    db,
    found.map((before) => (counted === 'go' ? { before } : { before, after: before, isLetGo: true })),
  );
  const gone = found.map(({ id }) => id);
  await db.unindexed.bulkDelete(gone);
  await db.drafts.bulkDelete(gone.flatMap((id) => [id, `card ${id}`]));
  await db.mentions.bulkDelete(gone);
  return found;
}

/** Takes out all there are; the index and the counts begin anew. In a transaction over `mentionTables` and `searchTables`. */
export async function clearMentions(db: Database): Promise<void> {
  await Promise.all([db.mentions, db.counts, db.tallies, db.unindexed, db.drafts, db.postings, db.segments].map((table) => table.clear()));
}

export const searchTables = ['postings', 'segments'] as const satisfies readonly TableName[];
