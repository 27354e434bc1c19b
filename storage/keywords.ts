import type { Keyword } from '../core/model.ts';
import { reading, write } from './db.ts';
import { askForKeywords, keywordTables } from './understand-anew.ts';

/** In the order they were added. */
export const listKeywords = (): Promise<Keyword[]> =>
  reading(async (db) => (await db.keywords.toArray()).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)));

export const getKeyword = (id: string): Promise<Keyword | undefined> => reading((db) => db.keywords.get(id));

export const saveKeywords = (keywords: readonly Keyword[]): Promise<unknown> =>
  write(keywordTables, async (db) => {
    const before = await db.keywords.bulkGet(keywords.map(({ id }) => id));
    await db.keywords.bulkPut([...keywords]);
    await askForKeywords(
      db,
      keywords.filter(({ kind }, i) => kind !== before[i]?.kind),
    );
  });

/** What the keyword has heard stays in the inbox. */
export const removeKeyword = (id: string): Promise<unknown> =>
  write(keywordTables, async (db) => {
    await db.keywords.delete(id);
    await askForKeywords(db, [{ id }]);
  });
