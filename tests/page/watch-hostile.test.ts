/**
 * A page that makes more than anyone could read stays usable with us in it, and fills nothing up. Each storm is run twice, with us and
 * without us, and what is compared is how often the page had its turn and how long it waited for one.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Tab, until } from '../driver/index.ts';
import { hostilePage, type Storm } from './hostile-page.ts';
import { type Bench, openBench } from './watch-page.ts';

/** The background's limit for one tab is 500 a minute; a storm takes a few seconds, and one batch may go over. */
const mostKept = 1_200;

describe.each(browsers)('a hostile page in %s', (name) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(name);
    await bench.listen([{ id: 'acme', query: 'Acme' }]);
    bench.server.route('localhost/*', hostilePage);
  });
  afterAll(() => bench?.close());

  const listening = async (on: boolean) => bench.send('place/save', { places: { localhost: { listen: on } }, origins: [] });
  const isHeard = (path: string) => bench.ask<{ scanned: number }>(path, 'tab/mentions').catch(() => undefined);
  const rage = (tab: Tab, storm: string, size: number): Promise<Storm> => tab.evaluate(`storms.${storm}(${size})`);

  async function compare(storm: string, size: number): Promise<{ withUs: Storm; alone: Storm; tab: Tab; path: string }> {
    await listening(false);
    const quiet = await bench.open(`/${storm}-alone`);
    const alone = await rage(quiet, storm, size);
    await quiet.close();
    await listening(true);
    const path = `/${storm}`;
    const tab = await bench.open(path);
    await until('listening', () => isHeard(path), 10_000);
    const withUs = await rage(tab, storm, size);
    console.log(name, storm, JSON.stringify({ withUs, alone }));
    return { withUs, alone, tab, path };
  }

  /** It hears on, keeps no more than its limit, and lets go of what has left the page. */
  async function expectSound(tab: Tab, path: string) {
    const heard = await until('an answer', () => isHeard(path), 10_000);
    expect(heard.scanned).toBeGreaterThan(0);
    expect((await bench.listKept()).length).toBeLessThan(mostKept);
    await rage(tab, 'clear', 0);
    await until('nothing painted', () => tab.evaluate('CSS.highlights.size === 0'), 15_000);
    await tab.close();
  }

  const storms: [storm: string, size: number][] = [
    ['stream', 3],
    ['forge', 8_000],
    ['giant', 10_000_000],
    ['deep', 600],
    ['dense', 1_000],
  ];
  test.each(storms)('%s: the page stays usable, and nothing fills up', async (storm, size) => {
    const { withUs, alone, tab, path } = await compare(storm, size);
    // How long our own tasks are is measured by the benchmark; a busy machine is only told from a page that stands still.
    expect(withUs.beats).toBeGreaterThan(alone.beats * 0.1);
    expect(withUs.longest).toBeLessThan(alone.longest * 4 + 400);
    await expectSound(tab, path);
  });
});
