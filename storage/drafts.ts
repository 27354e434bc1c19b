/** Texts that were begun and neither saved nor let go, by what they are about. They are nowhere else: in no backup and no second copy. */
import type { Draft } from '../core/model.ts';
import { reading, write } from './db.ts';

/** More than these nobody writes at: the oldest are forgotten. */
export const mostDrafts = 100;

export const listDrafts = (): Promise<Draft[]> => reading((db) => db.drafts.toArray());

export const getDraft = (id: string): Promise<Draft | undefined> => reading((db) => db.drafts.get(id));

/** Without a text it was saved, or let go. */
export const saveDraft = (id: string, text: string | undefined, at: number): Promise<unknown> =>
  write(['drafts'], async (db) => {
    if (!text) return db.drafts.delete(id);
    await db.drafts.put({ id, text, at });
    return db.drafts.bulkDelete(await db.drafts.orderBy('at').reverse().offset(mostDrafts).primaryKeys());
  });
