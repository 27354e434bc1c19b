import type { Keyword } from '../core/model.ts';
import { reading, write } from './db.ts';

/** In the order they were added. */
export const listKeywords = (): Promise<Keyword[]> =>
  reading(async (db) => (await db.keywords.toArray()).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)));

export const getKeyword = (id: string): Promise<Keyword | undefined> => reading((db) => db.keywords.get(id));

export const saveKeywords = (keywords: readonly Keyword[]): Promise<unknown> =>
  write(['keywords'], (db) => db.keywords.bulkPut([...keywords]));

/** What the keyword has heard stays in the inbox. */
export const removeKeyword = (id: string): Promise<void> => write(['keywords'], (db) => db.keywords.delete(id));
