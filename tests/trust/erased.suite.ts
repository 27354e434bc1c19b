/**
 * A person is erased, and then looked for: in every table, in the extension's own storage and in its private files, where nothing of them may
 * be at once; and, once the browser has ended, in every byte of the profile. Databases give room back when it suits them, so what is still
 * found there is only reported.
 */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type Tab, until } from '../driver/index.ts';
import { readTable, type StoredMention } from '../e2e/stored.ts';
import { killBrowser, removeProfile, type Store, startIn, stores } from './crash.ts';
import { makeKeyword, openInside, readStored, tell, wait } from './inside.ts';

const handle = 'zaunkoenig8841';
const word = 'gefluester3307';

const page = `<!doctype html><meta charset="utf-8"><title>posts</title><main>${[handle, 'boris', 'nina']
  .map(
    (who, n) =>
      `<article><header><a rel="author" href="/@${who}">${who}</a> <a rel="bookmark" href="/posts/${n}">#</a></header><p>Quillwort, says ${who === handle ? word : who}.</p></article>`,
  )
  .join('')}</main>`;

/** Where a page of ours still finds them. */
const findInside = (inside: Tab): Promise<string[]> =>
  inside.evaluate(
    async ([wanted, said]) => {
      const found: string[] = [];
      const look = (where: string, text: string) => {
        if (text.toLowerCase().includes(wanted ?? '') || text.includes(said ?? '')) found.push(where);
      };
      const asked = <R>(request: IDBRequest<R>) =>
        new Promise<R>((done) => request.addEventListener('success', () => done(request.result)));
      for (const { name } of await indexedDB.databases()) {
        const database = await asked(indexedDB.open(name ?? ''));
        for (const table of database.objectStoreNames)
          look(`${name}.${table}`, JSON.stringify(await asked(database.transaction(table).objectStore(table).getAll())));
        database.close();
      }
      const api = globalThis as unknown as Record<string, { storage: Record<string, { get(all: null): Promise<unknown> }> }>;
      for (const area of ['local', 'session'])
        look(`storage.${area}`, JSON.stringify(await (api.browser ?? api.chrome)?.storage[area]?.get(null)));
      interface Entry {
        kind: string;
        name: string;
        values(): AsyncIterable<Entry>;
        getFile(): Promise<File>;
      }
      const walk = async (path: string, entry: Entry): Promise<void> => {
        if (entry.kind === 'file') return look(path, await (await entry.getFile()).text());
        for await (const inner of entry.values()) await walk(`${path}/${inner.name}`, inner);
      };
      await walk('files', (await navigator.storage.getDirectory()) as unknown as Entry);
      return found;
    },
    [handle, word],
  );

/** The files of a folder, and of those in it, that hold the name or the word, in either of the two ways letters are written. */
function findInFiles(folder: string): string[] {
  const signs = [handle, word].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return signs.some((sign) => bytes.includes(sign));
    })
    .map((path) => path.slice(folder.length + 1));
}

async function runStore(store: Store): Promise<string[]> {
  const profile = mkdtempSync(join(tmpdir(), 'earshot-erased-'));
  const [server, plain] = [await startServer(), await startServer({ plain: true, routes: { 'localhost/*': page } })];
  try {
    const driver = await startIn(store, profile, server.port);
    const inside = await openInside(driver);
    await tell(inside, 'keyword/save', { keywords: [makeKeyword('Quillwort')] });
    const web = await driver.open(`http://localhost:${plain.port}/posts`);
    const list = () => readTable<StoredMention>(inside, 'mentions');
    await until('the mentions', async () => (await list()).length === 3);
    const isCopied = async () => {
      const sentinel = (await readStored(inside, 'sentinel')) as { counts?: { mentions?: number }; slots?: { heard?: string } } | undefined;
      return sentinel?.counts?.mentions === 3 && sentinel.slots?.heard !== undefined;
    };
    await until('the copy', isCopied, 60_000);
    await web.close();
    await tell(inside, 'draft/save', { id: `person ${(await list())[0]?.site}:${handle}`, text: `${word} beg` });
    const before = await findInside(inside);
    const [mention] = (await list()).filter(({ text }) => text.includes(word));
    await tell(inside, 'data/erase', { what: { kind: 'person', id: `${mention?.site}:${mention?.author.handle}` } });
    const left = await findInside(inside);
    const others = (await list()).length;
    await wait(3_000);
    await killBrowser(driver);
    const bytes = findInFiles(profile);
    console.log(
      `${store.title}: found in ${before.length} places, after erasing in ${left.length}; in the files of the profile: ${bytes.join(', ') || 'none'}`,
    );
    return [
      ...(before.length < 3 ? [`${store.title}: found in too few places before: ${before.join(', ')}`] : []),
      ...left.map((place) => `${store.title}: still in ${place}`),
      ...(others === 2 ? [] : [`${store.title}: ${others} of 2 others left`]),
    ];
  } finally {
    await Promise.all([server.close(), plain.close()]);
    removeProfile(profile);
  }
}

export async function run(_: { rounds?: number }): Promise<string[]> {
  const problems: string[] = [];
  for (const store of stores)
    problems.push(...(await runStore(store).catch((error: unknown) => [`${store.title}: ${String(error).slice(0, 300)}`])));
  return problems;
}
