import type { Reply } from '../core/model.ts';
import { reading, write } from './db.ts';

/** Those used last come first, then the newest. */
export const listReplies = (): Promise<Reply[]> =>
  reading(async (db) =>
    (await db.replies.toArray()).sort((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0) || b.createdAt - a.createdAt),
  );

export const saveReplies = (replies: readonly Reply[]): Promise<unknown> => write(['replies'], (db) => db.replies.bulkPut([...replies]));

export const removeReply = (id: string): Promise<void> => write(['replies'], (db) => db.replies.delete(id));
