/** The one door through which answers are written and removed: tallies tell when mentions were answered. */
import type { Answer } from '../core/model.ts';
import type { Database, TableName } from './db.ts';
import { renewTallies } from './tallies.ts';

/** What a transaction that writes answers has to hold. */
export const answerTables = ['answers', 'mentions', 'tallies', 'counts'] as const satisfies readonly TableName[];

const isSame = (a: Answer | undefined, b: Answer): boolean => a?.mentionId === b.mentionId && a?.postedAt === b.postedAt;

/** Those to which there is a reply that was seen, or was one. */
const listTouched = (answers: readonly (Answer | undefined)[]): string[] =>
  answers.flatMap((one) => (one?.mentionId !== undefined && one.postedAt !== undefined ? [one.mentionId] : []));

/** Part of a transaction over `answerTables`. */
export async function putAnswers(db: Database, rows: readonly Answer[]): Promise<void> {
  const known = await db.answers.bulkGet(rows.map(({ id }) => id));
  await db.answers.bulkPut([...rows]);
  await renewTallies(
    db,
    rows.flatMap((row, i) => (isSame(known[i], row) ? [] : listTouched([known[i], row]))),
  );
}

/** Part of a transaction over `answerTables`. */
export async function removeAnswers(db: Database, ids: readonly string[]): Promise<void> {
  const known = await db.answers.bulkGet([...ids]);
  await db.answers.bulkDelete([...ids]);
  await renewTallies(db, listTouched(known));
}
