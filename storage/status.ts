/** How it stands with the database itself. */
import { databaseName, isReadOnly, newestVersion, openDatabase, reading } from './db.ts';
import { countMentions } from './mentions.ts';

export interface DatabaseStatus {
  /** What the browser says of a transaction that asked for it; absent where it does not say. */
  durability?: string;
  /** The schema the data is in, and the one this Earshot writes. */
  version: number;
  newest: number;
  readOnly: boolean;
}

/** Rows that come and go by themselves are none of the person's. */
const inner = new Set(['scannedPosts', 'keptAway', 'counts', 'postings', 'segments', 'unindexed', 'handles']);

async function readDurability(): Promise<string | undefined> {
  const native = (await openDatabase()).backendDB() as IDBDatabase;
  const transaction = native.transaction('settings', 'readonly', { durability: 'strict' }) as IDBTransaction & { durability?: string };
  return transaction.durability;
}

/** What does not change while a page stands open. */
export async function readDatabaseStatus(): Promise<DatabaseStatus> {
  const [readOnly, durability, found] = [await isReadOnly(), await readDurability(), await indexedDB.databases()];
  const version = Math.floor((found.find(({ name }) => name === databaseName)?.version ?? 0) / 10);
  return { ...(durability ? { durability } : {}), version, newest: newestVersion, readOnly };
}

/** Rows by table, none of them read. Of mentions there may be a million, and how many is known. */
export const countRows = (): Promise<Record<string, number>> =>
  reading(async (db) => {
    const names = db.tables.map(({ name }) => name).filter((name) => !inner.has(name));
    const count = (name: string) => (name === 'mentions' ? countMentions() : db.table(name).count());
    const counted = await Promise.all(names.map(async (name) => [name, await count(name)] as const));
    return Object.fromEntries(counted);
  });
