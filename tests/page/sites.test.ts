/**
 * Every fixture × every site, in real browsers. A fixture is a page we wrote with a site's real structure; beside it stands what must be read
 * from it. `EARSHOT_UPDATE=1` writes what is read now, to be looked through line by line before it is committed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEachBrowser } from '../driver/each-browser.ts';
import { type Driver, launch, readFixture, type Server, startServer, type Tab } from '../driver/index.ts';
import { bundleSites } from './sites-bundle.ts';
import type { Probe, Read, Reading } from './sites-probe.ts';

interface Expected {
  site: string;
  posts: Read[];
  /** The posts that the page says are gone. */
  gone?: Reading['gone'];
  /** For each reply field, the id of the post it answers. */
  answered: (string | null)[];
  /** The posts whose Reply control is found. */
  replyControls: string[];
}

declare const probe: Probe;

const folder = fileURLToPath(new URL('../fixtures/sites/', import.meta.url));
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const siteIds = readdirSync(fileURLToPath(new URL('../../sites/', import.meta.url)))
  .filter((name) => name.endsWith('.ts') && !name.startsWith('_'))
  .map((name) => name.slice(0, -3));

function readExpected(path: string): Expected {
  return JSON.parse(readFileSync(folder + path.replace(/\.html$/, '.json'), 'utf8')) as Expected;
}

test('every site has fixtures, and every fixture says what must be read', () => {
  expect([...new Set(fixtures.map((path) => path.split('/')[0]))]).toEqual(siteIds);
  if (process.env.EARSHOT_UPDATE) return;
  expect(fixtures.filter((path) => !existsSync(folder + path.replace(/\.html$/, '.json')))).toEqual([]);
});

inEachBrowser('sites', (name) => {
  let driver: Driver;
  let server: Server;
  let tab: Tab;

  beforeAll(async () => {
    const script = await bundleSites();
    server = await startServer();
    driver = await launch(name, { port: server.port, oneProcess: true });
    tab = await driver.open('about:blank');
    await tab.addScript(script);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  test.each(fixtures)('%s', async (path) => {
    const { url, html } = readFixture(folder + path);
    server.route(url.replace(/[?#].*$/, ''), html);
    await tab.goto(url);
    const read = await tab.evaluate((address) => {
      const reading = probe.readPage(address);
      const answered = probe.readAnswered(address).map((id) => id ?? null);
      return { ...reading, answered, replyControls: probe.listReplyControls(address), claims: probe.listClaims(address) };
    }, url);
    const { site, posts, answered, replyControls } = read;
    const shown = { site, posts, answered, replyControls, ...(read.gone ? { gone: read.gone } : {}) };
    if (process.env.EARSHOT_UPDATE) {
      writeFileSync(folder + path.replace(/\.html$/, '.json'), `${JSON.stringify(shown, null, 2)}\n`);
    }
    expect(shown).toEqual(readExpected(path));
    expect(site).toBe(path.split('/')[0]);
    expect(read.claims).toEqual(site === 'generic' ? [] : [site]);
    expect(
      posts.map(({ id }) => id).filter((id, i, all) => all.indexOf(id) !== i),
      'read twice',
    ).toEqual([]);
    expect(read.wrongRanges).toEqual([]);

    const strangers = siteIds.filter((id) => id !== site && id !== 'generic');
    const taken = await tab.evaluate(
      ({ address, ids }) => ids.flatMap((id) => probe.readPage(address, id).posts.map((post) => `${id} reads ${post.id}`)),
      { address: url, ids: strangers },
    );
    expect(taken).toEqual([]);
  });
});
