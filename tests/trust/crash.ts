/** Rows written one by one through the background, and a browser that ends without a word. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browsers, builtFor, type Driver, launch, type Tab } from '../driver/index.ts';
import { readTable } from '../e2e/stored.ts';
import { openInside, wait } from './inside.ts';

/** One of the stores the browsers keep a database in. */
export interface Store {
  title: string;
  browser: 'chromium' | 'firefox';
  args?: string[];
  /** What a folder of databases of this store has in it, and those of others have not. */
  mark: RegExp;
}

const every: readonly Store[] = [
  {
    title: 'chromium, LevelDB',
    browser: 'chromium',
    args: ['--disable-features=IdbSqliteBackingStore'],
    mark: /^chrome-extension_.*\.leveldb$/,
  },
  { title: 'chromium, SQLite', browser: 'chromium', args: ['--enable-features=IdbSqliteBackingStore'], mark: /^chrome-extension_\w+$/ },
  { title: 'firefox', browser: 'firefox', mark: /^moz-extension\+\+\+[\w-]+$/ },
];

/** `EARSHOT_STORE=SQLite` asks for one of them. */
export const stores: readonly Store[] = every.filter(
  ({ browser, title }) => browsers.includes(browser) && title.includes(process.env.EARSHOT_STORE ?? ''),
);

/** The folder its database lies in, which is named as no other store names it; undefined where there is none. */
export function findDatabase({ browser, mark }: Store, profile: string): string | undefined {
  const root = join(profile, browser === 'chromium' ? 'Default/IndexedDB' : 'storage/default');
  const name = (existsSync(root) ? readdirSync(root) : []).find((file) => mark.test(file));
  return name && join(root, name, browser === 'chromium' ? '' : 'idb');
}

/** A flag that a browser no longer knows makes it take another store than the one that is asked for. @throws where it did */
export function needStore(store: Store, profile: string): void {
  if (!findDatabase(store, profile)) throw new Error(`${store.title}: this browser keeps the database otherwise`);
}

export const startIn = (store: Store, profile: string, port: number): Promise<Driver> =>
  launch(store.browser, { extension: builtFor(store.browser), port, profile, ...(store.args ? { args: store.args } : {}) });

type World = { acknowledged: number[] };

/** Saves replies one after the other, each only when the one before was acknowledged, from `first` on and until the browser ends. */
export async function beginWriting(inside: Tab, first: number): Promise<void> {
  await inside.evaluate((from: number) => {
    const world = globalThis as unknown as World & Record<string, { runtime: { sendMessage(message: unknown): Promise<unknown> } }>;
    world.acknowledged = [];
    const row = (n: number) => ({
      id: `row-${n}`,
      title: `Row ${n}`,
      body: 'x'.repeat(400),
      shortcut: '',
      tags: [],
      createdAt: n,
      updatedAt: n,
      usedCount: 0,
    });
    const write = async (): Promise<void> => {
      for (let n = from; ; ) {
        const message = { name: 'reply/save', body: { replies: [row(n)] } };
        const answer = (await (world.browser ?? world.chrome)?.runtime.sendMessage(message).catch(() => undefined)) as { ok?: boolean };
        if (answer?.ok) world.acknowledged.push(n++);
        else await new Promise((done) => setTimeout(done, 50));
      }
    };
    void write();
  }, first);
}

/** The numbers that are known to have been acknowledged; those of the last moments before the end are known to nobody. */
export const takeAcknowledged = (inside: Tab): Promise<number[]> =>
  inside.evaluate(() => {
    const world = globalThis as unknown as World;
    const taken = world.acknowledged;
    world.acknowledged = [];
    return taken;
  });

/** Lets the writing go on for a while and says what was acknowledged. */
export async function watchWriting(inside: Tab, ms: number): Promise<number[]> {
  const acknowledged: number[] = [];
  for (const end = performance.now() + ms; performance.now() < end; await wait(15)) acknowledged.push(...(await takeAcknowledged(inside)));
  return acknowledged;
}

/** Every process of a browser carries its profile's path in its command line, or hangs on one that does. */
export function signalBrowser(profile: string, signal: 'KILL' | 'STOP' | 'CONT'): void {
  spawnSync('pkill', [`-${signal}`, '-f', profile]);
}

/** Whatever of the browser is left writes no more; what cannot be taken away hides no other error. */
export function removeProfile(profile: string): void {
  signalBrowser(profile, 'KILL');
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  } catch (error) {
    console.log(`${profile} is left behind: ${error}`);
  }
}

export async function killBrowser(driver: Driver): Promise<void> {
  signalBrowser(driver.profile, 'KILL');
  await Promise.race([driver.closed, wait(10_000)]);
  // Whatever the driver still holds on to is let go; there is nobody to answer it.
  await Promise.race([driver.close().catch(() => undefined), wait(3_000)]);
}

/** Which rows are there now, after waiting until the background has looked at its database. */
export async function readRows(driver: Driver): Promise<Set<number>> {
  const inside = await openInside(driver);
  for (let tries = 0; tries < 40; tries++) {
    const rows = await readTable<{ id: string }>(inside, 'replies');
    if (rows.length > 0) return new Set(rows.flatMap(({ id }) => (/^row-\d+$/.test(id) ? [Number(id.slice(4))] : [])));
    await wait(250);
  }
  return new Set();
}
