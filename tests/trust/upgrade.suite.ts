/** The browser is killed while a database of an older version is brought up to date: afterwards all rows are there, and readable. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type Tab } from '../driver/index.ts';
import { readTable } from '../e2e/stored.ts';
import { killBrowser, needStore, removeProfile, type Store, startIn, stores } from './crash.ts';
import { openInside, wait } from './inside.ts';

const count = 4_000;

interface Dump {
  version: number;
  stores: Record<string, string>;
  rows: Record<string, { id: string }[]>;
}

const folder = new URL('../fixtures/db/', import.meta.url);

/** What each version left behind, the oldest first; the last is the newest there is. */
const dumps = readdirSync(folder)
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Dump)
  .sort((a, b) => a.version - b.version);

/** Dexie multiplies versions by ten in the browser's own count. */
const newest = (dumps.at(-1)?.version ?? 0) * 10;

/** The first there was, and the one most people come from. */
const old = [...new Set([dumps.at(0), dumps.at(-2)])].filter((dump) => dump !== undefined);

/** Puts a database in place as that version left it. */
async function leaveOldDatabase(inside: Tab, dump: Dump): Promise<void> {
  const sample = dump.rows.mentions?.[0];
  if (!sample) throw new Error('the dump holds no mention');
  await inside.evaluate(
    async ({ version, stores: wanted, mention, rows }) => {
      const asked = (request: IDBOpenDBRequest, onUpgrade?: () => void) =>
        new Promise<IDBDatabase>((done, failed) => {
          request.onupgradeneeded = () => onUpgrade?.();
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
      const makeStores = (made: IDBDatabase) => {
        for (const [name, schema] of Object.entries(wanted)) {
          const [key = '', ...indexes] = schema.split(',').map((one) => one.trim());
          const pathOf = (text: string) => (text.startsWith('[') ? text.slice(1, -1).split('+') : text.replace('*', ''));
          const store = made.createObjectStore(name, { keyPath: pathOf(key) });
          for (const index of indexes) store.createIndex(index.replace('*', ''), pathOf(index), { multiEntry: index.startsWith('*') });
        }
      };
      const begin = async (tries: number): Promise<IDBDatabase> => {
        await asked(indexedDB.deleteDatabase('earshot'));
        const open = indexedDB.open('earshot', version);
        // The background may have made its own anew in between.
        return asked(open, () => makeStores(open.result)).catch((error: unknown) => {
          if (tries === 0) throw error;
          return begin(tries - 1);
        });
      };
      const db = await begin(20);
      const change = db.transaction(['mentions', 'settings'], 'readwrite', { durability: 'strict' });
      for (let n = 0; n < rows; n++) change.objectStore('mentions').put({ ...mention, id: `x:${n}`, postId: String(n) });
      change.objectStore('settings').put({ id: 'settings', me: { name: '' }, brand: '', theme: 'system', places: {}, welcomed: true });
      await new Promise((done, failed) => {
        change.oncomplete = done;
        change.onerror = failed;
      });
      db.close();
    },
    { version: dump.version * 10, stores: dump.stores, mention: sample, rows: count },
  );
}

async function readVersion(inside: Tab): Promise<number> {
  return inside.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'earshot')?.version ?? 0);
}

async function runRound(store: Store, dump: Dump, port: number): Promise<string | undefined> {
  const profile = mkdtempSync(join(tmpdir(), 'earshot-upgrade-'));
  try {
    const first = await startIn(store, profile, port);
    await leaveOldDatabase(await openInside(first), dump);
    await first.close();
    const second = startIn(store, profile, port).catch(() => undefined);
    await wait(300 + Math.random() * 2_000);
    // On a busy machine a start takes long, and a browser that was left alive would keep the profile from the next.
    const driver = await second;
    if (driver) await killBrowser(driver);
    const third = await startIn(store, profile, port);
    const inside = await openInside(third);
    for (let tries = 0; tries < 40 && (await readVersion(inside)) < newest; tries++) await wait(250);
    const [version, rows] = [await readVersion(inside), (await readTable(inside, 'mentions')).length];
    await third.close();
    needStore(store, profile);
    const way = `${store.title}, from version ${dump.version} to ${version / 10}`;
    console.log(`${way}: ${count} rows acknowledged, ${count - rows} lost`);
    return rows === count && version === newest ? undefined : `${way}: ${rows} of ${count} rows`;
  } finally {
    removeProfile(profile);
  }
}

export async function run({ rounds = 5 }): Promise<string[]> {
  const problems: string[] = [];
  const server = await startServer();
  for (const store of stores)
    for (const dump of old)
      for (let round = 0; round < rounds; round++) {
        const problem = await runRound(store, dump, server.port);
        if (problem) problems.push(problem);
      }
  await server.close();
  return problems;
}
