/**
 * What else goes wrong in a life: the browser gives no database, the data is of a later version, an old page holds up an
 * upgrade, the clock jumps, many tabs show the same, a page is gone through back and forth.
 * Nothing that was kept is lost or kept twice, nobody is left without a word, and nothing goes uncaught.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BrowserName, browsers, builtFor, type Driver, launch, type Server, startServer, type Tab, until } from '../driver/index.ts';
import { readTable, type StoredMention } from '../e2e/stored.ts';
import { makeKeyword, openInside, readStored, tell, wait } from './inside.ts';

/** Called where a person would look at the screen. */
type Look = (name: string, tab: Tab) => Promise<void>;

interface Scene {
  driver: Driver;
  server: Server;
  look: Look;
}

const post = (n: number | string, more = ''): string =>
  `<article><header><a rel="author" href="/@p${n}">Person ${n}</a> <a rel="bookmark" href="/posts/${n}">#</a></header><p>Number ${n} on Quillwort. ${more}</p></article>`;

const pageOf = (count: number, more = '', script = ''): string =>
  `<!doctype html><meta charset="utf-8"><title>posts</title><main>${Array.from({ length: count }, (_, n) => post(n, more)).join('')}</main><script>${script}</script>`;

const adding = `window.add = (n) => document.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(post('N'))}.replaceAll('N<', n + '<').replaceAll('N ', n + ' ').replaceAll('/N"', '/' + n + '"').replaceAll('@pN', '@p' + n));`;

const addressOf = ({ server }: Scene, path: string): string => `http://localhost:${server.port}/${path}`;
const listMentions = (inside: Tab) => readTable<StoredMention>(inside, 'mentions');
const countMentions = async (inside: Tab): Promise<number> => (await listMentions(inside)).length;
const readNotice = async (inside: Tab) => (await readStored(inside, 'notice')) as { kind: string; pages?: string[] } | undefined;

const watchQuillwort = async (driver: Driver): Promise<Tab> => {
  const inside = await openInside(driver);
  await tell(inside, 'keyword/save', { keywords: [makeKeyword('Quillwort')] });
  return inside;
};

/** The words of what stands at the top of a page of ours until it was read: those waited for, or what else stands there by then. */
async function readBanner(driver: Driver, name: string, wanted: RegExp, look: Look): Promise<string> {
  const tab = await driver.open(driver.extensionUrl('dashboard.html#data'));
  const banner = 'document.querySelector(".data-notice")?.innerText';
  await tab.waitFor(`${wanted}.test(${banner})`, undefined, 15_000).catch(() => '');
  const words = await tab.evaluate<string>(`${banner} ?? ''`);
  await look(name, tab);
  await tab.close();
  return words;
}

/** Eight tabs show the same fifty posts. */
async function openManyTabs(scene: Scene): Promise<string[]> {
  const inside = await watchQuillwort(scene.driver);
  scene.server.route('localhost/many', pageOf(50));
  const tabs = await Promise.all(Array.from({ length: 8 }, () => scene.driver.open(addressOf(scene, 'many'))));
  await until('the posts', async () => (await countMentions(inside)) >= 50, 60_000).catch(() => undefined);
  await wait(5_000);
  const rows = await countMentions(inside);
  await Promise.all(tabs.map((tab) => tab.close()));
  await inside.close();
  return rows === 50 ? [] : [`${rows} rows of 50 posts in 8 tabs`];
}

/** Back and forth between two pages, and through addresses that the page itself makes up. */
async function goBackAndForth(scene: Scene): Promise<string[]> {
  const inside = await watchQuillwort(scene.driver);
  const before = await countMentions(inside);
  scene.server.route('localhost/first', pageOf(10, '', adding).replaceAll('/posts/', '/back/'));
  scene.server.route('localhost/second', '<!doctype html><title>second</title>');
  const page = await scene.driver.open(addressOf(scene, 'first'));
  await until('the first', async () => (await countMentions(inside)) >= before + 10, 60_000);
  await page.goto(addressOf(scene, 'second'));
  for (let i = 0; i < 20; i++) {
    await page.evaluate('void setTimeout(() => history.go(document.title === "second" ? -1 : 1))');
    await wait(250);
  }
  await page.goto(addressOf(scene, 'first'));
  await page.evaluate(
    `(async () => { for (let n = 0; n < 50; n++) { history.pushState(null, '', '/first/' + n); add('push' + n); await new Promise((done) => setTimeout(done, 40)); } })()`,
  );
  await until('all of them', async () => (await countMentions(inside)) >= before + 60, 60_000).catch(() => undefined);
  await wait(3_000);
  const texts = (await listMentions(inside)).map(({ text }) => text).filter((text) => text.includes('push'));
  const rows = (await countMentions(inside)) - before;
  await page.close();
  await inside.close();
  return rows === 60 && new Set(texts).size === 50 ? [] : [`${rows} rows of 60 posts on a page gone back and forth`];
}

/** The clock is ten years ahead, then ten years behind, while the background looks for what is too old. */
async function jumpClock(scene: Scene): Promise<string[]> {
  const { driver } = scene;
  if (!driver.evaluateInWorker) return [];
  const inside = await watchQuillwort(driver);
  scene.server.route('localhost/clock', pageOf(30));
  const page = await driver.open(addressOf(scene, 'clock'));
  await until('the posts', async () => (await countMentions(inside)) === 30, 60_000);
  await page.close();
  await tell(inside, 'data/retain', {});
  const before = await countMentions(inside);
  const problems: string[] = [];
  for (const years of [10, -10]) {
    await driver.evaluateInWorker(
      `void (() => { globalThis.trueNow ??= Date.now; Date.now = () => globalThis.trueNow() + ${years} * 365 * 86_400_000; })()`,
    );
    await tell(inside, 'data/retain', {});
    const left = await countMentions(inside);
    if (left !== before) problems.push(`${before - left} of ${before} rows let go by a clock that jumped ${years} years`);
  }
  await driver.evaluateInWorker('void (Date.now = globalThis.trueNow)');
  const told = JSON.stringify(await readStored(inside, 'dataLog'));
  if (!told.includes('clock-doubted')) problems.push('a clock that jumped was not doubted');
  const negative = (await readTable<{ day: number; count: number }>(inside, 'tallies')).filter(({ day, count }) => day < 0 || count < 0);
  if (negative.length > 0) problems.push(`${negative.length} counts below nothing`);
  await inside.close();
  return problems;
}

/** What a version to come left behind is shown, and not changed. */
async function goBackAVersion({ driver, look }: Scene): Promise<string[]> {
  const inside = await openInside(driver);
  // As after a version was taken back: nothing of ours is on its way into the database while the other is put in its place.
  await driver.stopWorker();
  await inside.evaluate(makeDatabase(90));
  await driver.stopWorker();
  const refused = await tell(inside, 'keyword/save', { keywords: [makeKeyword('heron')] }).then(
    () => false,
    () => true,
  );
  const banner = await readBanner(driver, 'newer', /newer/, look);
  const [version, keywords] = [await readVersion(inside), (await readTable(inside, 'keywords')).length];
  const notice = await readNotice(inside);
  await inside.close();
  return [
    ...(notice?.kind === 'newer' ? [] : [`data of a later version is told as ${notice?.kind}`]),
    ...(refused ? [] : ['data of a later version was written to']),
    ...(/newer/.test(banner) ? [] : [`data of a later version, told: ${banner || 'nothing'}`]),
    ...(version === 90 && keywords === 1 ? [] : [`of a later version's data is left: version ${version}, ${keywords} keywords`]),
  ];
}

/** A page from before an update holds on to the database. */
async function blockUpgrade({ driver, look }: Scene): Promise<string[]> {
  const inside = await driver.open(driver.extensionUrl('dashboard.html#people'));
  await inside.evaluate(makeDatabase(30, true));
  await driver.stopWorker();
  // Nobody is answered before the database is there.
  await inside.evaluate(`void (globalThis.chrome ?? browser).runtime.sendMessage({ name: 'data/retain', body: {} }).catch(() => {})`);
  const banner = await readBanner(driver, 'blocked', /“People”/, look);
  await inside.evaluate('void globalThis.held.close()');
  await until('the upgrade', async () => (await readVersion(inside)) === 40, 30_000).catch(() => undefined);
  const version = await readVersion(inside);
  await until('the notice to go', async () => (await readNotice(inside))?.kind !== 'blocked', 15_000).catch(() => undefined);
  const [keywords, notice] = [(await readTable(inside, 'keywords')).length, await readNotice(inside)];
  await inside.close();
  return [
    ...(/“People”/.test(banner) ? [] : [`an upgrade was held up by a page that was not named: ${banner || 'nothing'}`]),
    ...(version === 40 && keywords === 1 && !notice
      ? []
      : [`after that page let go: version ${version}, ${keywords} keywords, ${notice?.kind}`]),
  ];
}

/** A page from before an update is open while a later version takes the database over. */
async function takeOver({ driver, look }: Scene): Promise<string[]> {
  const inside = await watchQuillwort(driver);
  const old = await driver.open(driver.extensionUrl('dashboard.html#keywords'));
  await old.waitFor('document.body.innerText.includes("Quillwort")');
  await driver.stopWorker();
  await inside.evaluate(`new Promise((done, failed) => {
    const open = indexedDB.open('earshot', 90);
    open.onsuccess = () => done(globalThis.later = open.result) ?? 0;
    open.onerror = () => failed(open.error);
  }).then(() => 0)`);
  const told = await old.waitFor<string>('document.querySelector(".data-notice")?.innerText', undefined, 15_000).catch(() => '');
  await look('outdated', old);
  // What its button does makes a new page of it, which finds what the later version left behind.
  await old.clickRole('button', 'Load again').catch(() => undefined);
  const found = await old
    .waitFor<string>('/newer/.test(document.querySelector(".data-notice")?.innerText)', undefined, 15_000)
    .then(() => true)
    .catch(() => false);
  await look('outdated-again', old);
  const [version, keywords] = [await readVersion(inside), (await readTable(inside, 'keywords')).length];
  await old.close();
  await inside.close();
  return [
    ...(/Load again/.test(told) ? [] : [`a page from before an update, told: ${told || 'nothing'}`]),
    ...(found ? [] : ['loaded again, it does not say that the data is of a later version']),
    ...(version === 90 && keywords === 1 ? [] : [`of a later version's data is left: version ${version}, ${keywords} keywords`]),
  ];
}

const readVersion = (inside: Tab): Promise<number> =>
  inside.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'earshot')?.version ?? 0);

const stores = (JSON.parse(readFileSync(new URL('../fixtures/db/v3.json', import.meta.url), 'utf8')) as { stores: Record<string, string> })
  .stores;

/** A script that puts a database of that version in place, with one keyword in it; where `held`, its connection stays, and hears of nothing. */
const makeDatabase = (version: number, held = false): string => `(async () => {
  const asked = (request, onUpgrade) => new Promise((done, failed) => {
    request.onupgradeneeded = onUpgrade; request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error);
  });
  for (let tries = 20; tries > 0; tries--) try {
    await asked(indexedDB.deleteDatabase('earshot'));
    const open = indexedDB.open('earshot', ${version});
    const db = await asked(open, () => {
      // Somebody opened it in between: once more.
      if (open.result.objectStoreNames.length > 0) return open.transaction.abort();
      for (const [name, schema] of Object.entries(${JSON.stringify(stores)})) {
        const [key, ...indexes] = schema.split(',').map((one) => one.trim());
        const pathOf = (text) => (text.startsWith('[') ? text.slice(1, -1).split('+') : text.replace('*', ''));
        const store = open.result.createObjectStore(name, { keyPath: pathOf(key) });
        for (const index of indexes) store.createIndex(index.replace('*', ''), pathOf(index), { multiEntry: index.startsWith('*') });
      }
      open.transaction.objectStore('keywords').put(${JSON.stringify(makeKeyword('Quillwort'))});
      open.transaction.objectStore('settings').put({ id: 'settings', me: { name: '' }, brand: '', theme: 'system', places: {}, welcomed: true });
    });
    ${held ? 'globalThis.held = db' : 'db.close()'};
    return;
  } catch (error) { if (tries === 1) throw error; }
})()`;

/** Where each browser keeps the databases of extensions; a file in its place leaves it none to open. */
const placeOfDatabases = { chromium: 'Default/IndexedDB', firefox: 'storage/default' } as const;

/** The browser gives no database at all. */
async function refuseDatabase(name: BrowserName, look: Look): Promise<string[]> {
  const profile = mkdtempSync(join(tmpdir(), 'earshot-refused-'));
  const place = join(profile, placeOfDatabases[name]);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, 'no room');
  const server = await startServer({ plain: true, routes: { 'localhost/*': pageOf(5) } });
  const driver = await launch(name, { extension: builtFor(name), profile });
  try {
    const page = await driver.open(`http://localhost:${server.port}/posts`);
    await wait(3_000);
    const banner = await readBanner(driver, `refused-${name}`, /gives Earshot no room/, look);
    const tab = await driver.open(driver.extensionUrl('dashboard.html'));
    await tab.waitFor('document.querySelector("h1")?.innerText === "Inbox"');
    await look(`refused-${name}-inbox`, tab);
    await tab.close();
    await page.close();
    console.log(`${name}, no database: told: ${banner.replace(/\s+/g, ' ')}`);
    return [
      ...(/gives Earshot no room/.test(banner) ? [] : [`${name} gave no database, told: ${banner || 'nothing'}`]),
      ...(driver.uncaught ?? []).map((error) => `${name}, uncaught without a database: ${error}`),
    ];
  } finally {
    await driver.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const scenes: Record<string, (scene: Scene) => Promise<string[]>> = {
  'many tabs': openManyTabs,
  'back and forth': goBackAndForth,
  'a clock that jumps': jumpClock,
  'a version back': goBackAVersion,
  'an upgrade held up': blockUpgrade,
  'taken over while open': takeOver,
};

/** `look` is given each screen that tells of trouble; `only` names the scenes to go through. */
export async function run({ look = async () => {}, only }: { rounds?: number; look?: Look; only?: string }): Promise<string[]> {
  const problems: string[] = [];
  const attempt = async (title: string, work: () => Promise<string[]>) => {
    if (only && !title.includes(only)) return;
    const found = await work().catch((error: unknown) => [`${title}: ${String(error).slice(0, 400)}`]);
    console.log(`${title}: ${found.length === 0 ? 'as it should be' : found.join('; ')}`);
    problems.push(...found);
  };
  for (const browser of browsers) {
    for (const [title, play] of Object.entries(scenes)) {
      await attempt(`${browser}, ${title}`, async () => {
        const server = await startServer({ plain: true });
        const driver = await launch(browser, { extension: builtFor(browser) });
        const found = await play({ driver, server, look }).finally(async () => {
          await driver.close();
          await server.close();
        });
        return [...found, ...(driver.uncaught ?? []).map((error) => `${browser}, ${title}, uncaught: ${error}`)];
      });
    }
    await attempt(`${browser}, no database`, () => refuseDatabase(browser, look));
  }
  return problems;
}
