/** What Earshot has kept, read past it: straight from the database, from a page of the extension's. */
import type { Tab } from '../driver/index.ts';

export interface StoredMention {
  id: string;
  site: string;
  postId: string;
  url?: string;
  kind: string;
  author: { handle?: string; name?: string };
  text: string;
  keywordIds: string[];
  hits: { keywordId: string; start: number; end: number }[];
  status: string;
}

/** All rows of a table; none where the database or the table does not exist (asking must not make one). */
export function readTable<T>(page: Tab, table: string): Promise<T[]> {
  return page.evaluate<T[], string>(async (name) => {
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === 'earshot')) return [];
    const asked = <R>(request: IDBRequest<R>) =>
      new Promise<R>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const database = await asked(indexedDB.open('earshot'));
    try {
      if (!database.objectStoreNames.contains(name)) return [];
      return await asked(database.transaction(name).objectStore(name).getAll());
    } finally {
      database.close();
    }
  }, table);
}
