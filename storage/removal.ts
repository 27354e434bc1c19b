/** Mentions that go, with everything that was counted or noted of them. */
import type { Database, TableName } from './db.ts';

/** The tables a transaction that removes mentions must span. */
export const touchedByMentions = ['mentions'] as const satisfies readonly TableName[];

export async function removeMentions(db: Database, ids: readonly string[]): Promise<void> {
  await db.mentions.bulkDelete([...ids]);
}
