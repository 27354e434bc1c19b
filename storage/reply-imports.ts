import type { Macro, Reply } from '../core/model.ts';
import { write } from './db.ts';

export interface ReplyImport {
  replies: readonly Reply[];
  macros: readonly Macro[];
  /** Ids that go: of an import that is taken back. */
  removeReplies: readonly string[];
  removeMacros: readonly string[];
}

/** All of it or nothing. Counts that went on since the file was read are not set back. */
export const importReplies = ({ replies, macros, removeReplies, removeMacros }: ReplyImport): Promise<void> =>
  write(['replies', 'macros'], async (db) => {
    const known = await db.replies.bulkGet(replies.map(({ id }) => id));
    await db.replies.bulkPut(
      replies.map((reply, i) => {
        const kept = known[i];
        if (!kept || kept.usedCount <= reply.usedCount) return reply;
        return { ...reply, usedCount: kept.usedCount, ...(kept.lastUsedAt === undefined ? {} : { lastUsedAt: kept.lastUsedAt }) };
      }),
    );
    await db.macros.bulkPut([...macros]);
    await db.replies.bulkDelete([...removeReplies]);
    await db.macros.bulkDelete([...removeMacros]);
  });
