/** The one door through which mentions are written and removed, so that what is kept beside them never disagrees with them. */
import type { Mention } from '../core/model.ts';
import type { Database, TableName } from './db.ts';

/** What a transaction that writes mentions has to hold. */
export const mentionTables = ['mentions'] as const satisfies readonly TableName[];

export async function putMentions(db: Database, rows: readonly Mention[]): Promise<void> {
  await db.mentions.bulkPut([...rows]);
}

export async function removeMentions(db: Database, ids: readonly string[]): Promise<void> {
  await db.mentions.bulkDelete([...ids]);
}
