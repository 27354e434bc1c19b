/**
 * The browser itself loses the whole database: by a torn last record in its log (https://github.com/google/leveldb/issues/1287, found at the
 * start after the next), or because the folder is gone. What was written comes back whole, what was heard to the last copy, and it is said.
 */
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Driver, startServer, until } from '../driver/index.ts';
import { readTable } from '../e2e/stored.ts';
import { findDatabase, killBrowser, removeProfile, type Store, startIn, stores } from './crash.ts';
import { makeKeyword, openInside, readStored, tell } from './inside.ts';

const page = `<!doctype html><title>posts</title><main>${Array.from(
  { length: 20 },
  (_, i) =>
    `<article><header><a rel="author" href="/@p${i}">Person ${i}</a> <a rel="bookmark" href="/posts/${i}">#</a></header><p>Number ${i} on Quillwort.</p></article>`,
).join('')}</main>`;

/** A record's header without what it announces: what a kill between two writes leaves. */
function tearTail(folder: string): void {
  const log = readdirSync(folder)
    .filter((file) => file.endsWith('.log'))
    .sort()
    .at(-1);
  if (log) appendFileSync(join(folder, log), Buffer.from([0x12, 0x34, 0x56, 0x78, 0x40, 0x00, 0x01]));
}

async function fill(driver: Driver, port: number): Promise<void> {
  const inside = await openInside(driver);
  await tell(inside, 'keyword/save', { keywords: [makeKeyword('Quillwort'), makeKeyword('heron')] });
  await driver.open(`http://localhost:${port}/posts`);
  await until('the mentions', async () => (await readTable(inside, 'mentions')).length === 20);
  await until('the copy', async () => {
    const sentinel = (await readStored(inside, 'sentinel')) as
      | { counts: Record<string, number>; slots: Record<string, string> }
      | undefined;
    return sentinel?.counts.mentions === 20 && sentinel.slots.heard && sentinel.slots.authored;
  });
}

/** The browser takes up its torn log again with the first rows that are written after the start. */
async function writeOn(driver: Driver): Promise<void> {
  const inside = await openInside(driver);
  for (let i = 0; i < 100; i++) await tell(inside, 'keyword/save', { keywords: [makeKeyword('Quillwort')] });
}

const isHealed = async (driver: Driver): Promise<boolean> => {
  const inside = await openInside(driver);
  return inside.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<
      string,
      { storage: { session: { get(key: string): Promise<{ healed?: boolean }> } } }
    >;
    const { healed } = (await (browser ?? chrome)?.storage.session.get('healed')) ?? {};
    return healed === true && (await indexedDB.databases()).every(({ name }) => name !== 'earshot-scratch');
  });
};

async function readCounts(driver: Driver): Promise<string> {
  const inside = await openInside(driver);
  await until('the keywords', async () => (await readTable(inside, 'keywords')).length > 0, 10_000).catch(() => undefined);
  const [keywords, replies, mentions] = await Promise.all(['keywords', 'replies', 'mentions'].map((name) => readTable(inside, name)));
  const notice = (await readStored(inside, 'notice')) as { kind: string } | undefined;
  const counts = [`${keywords?.length} keywords`, `${replies?.length} replies`, `${mentions?.length} mentions`];
  return [...counts, `told: ${notice?.kind ?? 'nothing'}`].join(', ');
}

const wounds: Record<string, (folder: string) => void> = {
  'the folder is gone': (folder) => rmSync(folder, { recursive: true }),
  'the tail is torn': tearTail,
};

/** Firefox forgets an extension of ours that is not signed when it ends by itself, and all it kept; killed, it does not. */
const end = ({ browser }: Store, driver: Driver): Promise<void> => (browser === 'firefox' ? killBrowser(driver) : driver.close());

async function runOnce(store: Store, wound: string): Promise<string | undefined> {
  const profile = mkdtempSync(join(tmpdir(), 'earshot-torn-'));
  const [server, plain] = [await startServer(), await startServer({ plain: true, routes: { 'localhost/*': page } })];
  const start = () => startIn(store, profile, server.port);
  try {
    const first = await start();
    await fill(first, plain.port);
    await end(store, first);
    const folder = findDatabase(store, profile);
    if (!folder) throw new Error(`${store.title}: this browser keeps the database otherwise`);
    wounds[wound]?.(folder);
    const second = await start();
    let seen = await readCounts(second);
    if (store.browser === 'chromium') await until('the log to be begun anew', async () => await isHealed(second));
    await writeOn(second);
    await end(store, second);
    // A torn tail shows only at the start after the next.
    if (wound === 'the tail is torn') {
      const third = await start();
      seen = await readCounts(third);
      await end(store, third);
    }
    console.log(`${store.title}, ${wound}: ${seen}`);
    const whole = seen.startsWith('2 keywords, 3 replies, 20 mentions');
    // A torn log that was begun anew in time is never found corrupt.
    const silent = wound === 'the folder is gone' ? !seen.endsWith('restored') : !seen.endsWith('nothing');
    return whole && !silent ? undefined : `${store.title}, ${wound}: ${seen}`;
  } finally {
    await Promise.all([server.close(), plain.close()]);
    removeProfile(profile);
  }
}

export async function run({ rounds = 3 }): Promise<string[]> {
  const problems: string[] = [];
  for (const store of stores)
    for (let round = 0; round < rounds; round++)
      for (const wound of Object.keys(wounds)) {
        // Only LevelDB has such a log.
        if (wound === 'the tail is torn' && !store.title.includes('LevelDB')) continue;
        const problem = await runOnce(store, wound);
        if (problem) problems.push(problem);
      }
  return problems;
}
