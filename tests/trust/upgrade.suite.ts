/** The browser is killed while a database of version 1 is brought up to date: afterwards all rows are there, and readable. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browsers, startServer, type Tab } from '../driver/index.ts';
import { readTable } from '../e2e/stored.ts';
import { killBrowser, type Store, startIn, stores } from './crash.ts';
import { openInside, wait } from './inside.ts';

const count = 4_000;

interface Dump {
  version: number;
  stores: Record<string, string>;
  rows: Record<string, { id: string }[]>;
}

const readDump = (): Dump => JSON.parse(readFileSync(new URL('../fixtures/db/v1.json', import.meta.url), 'utf8')) as Dump;

/** Puts a database in place as the first version left it. Dexie multiplies versions by ten in the browser's own count. */
async function leaveOldDatabase(inside: Tab, dump: Dump): Promise<void> {
  const sample = dump.rows.mentions?.[0];
  if (!sample) throw new Error('the dump holds no mention');
  await inside.evaluate(
    async ({ stores: wanted, mention, rows }) => {
      const asked = (request: IDBOpenDBRequest, onUpgrade?: () => void) =>
        new Promise<IDBDatabase>((done, failed) => {
          request.onupgradeneeded = () => onUpgrade?.();
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
      await asked(indexedDB.deleteDatabase('earshot'));
      const open = indexedDB.open('earshot', 10);
      const db = await asked(open, () => {
        for (const [name, schema] of Object.entries(wanted)) {
          const [key = '', ...indexes] = schema.split(',').map((one) => one.trim());
          const pathOf = (text: string) => (text.startsWith('[') ? text.slice(1, -1).split('+') : text.replace('*', ''));
          const store = open.result.createObjectStore(name, { keyPath: pathOf(key) });
          for (const index of indexes) store.createIndex(index.replace('*', ''), pathOf(index), { multiEntry: index.startsWith('*') });
        }
      });
      const change = db.transaction(['mentions', 'settings'], 'readwrite', { durability: 'strict' });
      for (let n = 0; n < rows; n++) change.objectStore('mentions').put({ ...mention, id: `x:${n}`, postId: String(n) });
      change.objectStore('settings').put({ id: 'settings', me: { name: '' }, brand: '', theme: 'system', places: {}, welcomed: true });
      await new Promise((done, failed) => {
        change.oncomplete = done;
        change.onerror = failed;
      });
      db.close();
    },
    { stores: dump.stores, mention: sample, rows: count },
  );
}

async function readVersion(inside: Tab): Promise<number> {
  return inside.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'earshot')?.version ?? 0);
}

async function runRound(store: Store, port: number): Promise<string | undefined> {
  const profile = mkdtempSync(join(tmpdir(), 'earshot-upgrade-'));
  try {
    const first = await startIn(store, profile, port);
    await leaveOldDatabase(await openInside(first), readDump());
    await first.close();
    const second = startIn(store, profile, port).catch(() => undefined);
    await wait(300 + Math.random() * 2_000);
    const driver = await Promise.race([second, wait(20_000)]);
    if (driver) await killBrowser(driver);
    const third = await startIn(store, profile, port);
    const inside = await openInside(third);
    for (let tries = 0; tries < 40 && (await readVersion(inside)) < 20; tries++) await wait(250);
    const [version, rows] = [await readVersion(inside), (await readTable(inside, 'mentions')).length];
    await third.close();
    console.log(`${store.title}: version ${version / 10}, ${rows} of ${count} rows, ${count - rows} lost`);
    return rows === count && version >= 20 ? undefined : `${store.title}: version ${version / 10}, ${rows} of ${count} rows`;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export async function run({ rounds = 5 }): Promise<string[]> {
  const problems: string[] = [];
  const server = await startServer();
  for (const store of stores.filter(({ browser }) => browsers.includes(browser)))
    for (let round = 0; round < rounds; round++) {
      const problem = await runRound(store, server.port);
      if (problem) problems.push(problem);
    }
  await server.close();
  return problems;
}
