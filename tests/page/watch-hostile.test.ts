/**
 * A page that makes more than anyone could read stays usable with us in it: none of our own tasks holds it up, it is heard on, nothing fills
 * up, and what has left the page is let go of. How long our tasks are is told by the browser's own trace (Chromium only), so that nothing the
 * page or the machine does meanwhile is taken for ours.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type OwnTask, type Tab, until } from '../driver/index.ts';
import { hostilePage } from './hostile-page.ts';
import { type Bench, openBench, pageOf, postOf } from './watch-page.ts';

/** The background's limit for one tab is 500 a minute; a storm takes a few seconds, and one batch may go over. */
const mostKept = 1_200;
/** Longer than this a page notices. */
const longestTask = 50;

describe.each(browsers)('a hostile page in %s', (name) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(name);
    await bench.listen([{ id: 'acme', query: 'Acme' }]);
    bench.server.route('localhost/*', hostilePage);
  });
  afterAll(() => bench?.close());

  const ask = (path: string) => bench.ask<{ scanned: number }>(path, 'tab/mentions').catch(() => undefined);
  const rage = (tab: Tab, storm: string, size: number) => tab.evaluate(`storms.${storm}(${size})`);

  /** How much slower than at its best this machine is now: a fixed piece of work, timed in the page itself. */
  const measureLoad = (tab: Tab) => tab.evaluate<number>('measureLoad()');

  function expectShort(tasks: readonly OwnTask[], load: number, storm: string) {
    const [longest] = tasks;
    expect(longest, 'the trace shows our tasks').toBeDefined();
    const said = `${storm}: ${longest?.computed.toFixed(1)} ms in ${longest?.through.join(', ')}; load ${load.toFixed(2)}`;
    expect(longest?.computed, said).toBeLessThan(longestTask * load);
  }

  test('in an article with a thousand replies in it, everyone has their own words', async () => {
    const replies = Array.from({ length: 1_000 }, (_, n) => postOf(`thread-${n}`, n === 900 ? 'Acme answered' : `reply ${n}`));
    const thread = postOf('thread-top', 'Acme began this').replace('</article>', `${replies.join('')}</article>`);
    bench.server.route('localhost/thread', pageOf(thread));
    const tab = await bench.open('/thread');
    const listThread = async () => (await bench.listKept()).filter(({ id }) => id.includes('thread-'));
    await until('both mentions', async () => (await listThread()).length > 1);
    expect((await listThread()).map(({ text }) => text).sort()).toEqual(['Acme answered', 'Acme began this']);
    await tab.close();
  });

  const storms: [storm: string, size: number][] = [
    ['stream', 1.5],
    ['forge', 5_000],
    ['giant', 2_000_000],
    ['deep', 600],
    ['dense', 100],
  ];
  test.each(storms)('%s: no task of ours is long, it is heard on, and nothing fills up', async (storm, size) => {
    const path = `/${storm}`;
    const tab = await bench.open(path);
    await until('listening', () => ask(path));
    const before = await measureLoad(tab);
    const stop = await tab.recordOwnTasks?.(bench.driver.extensionUrl(''));
    await rage(tab, storm, size);
    await until('posts that were heard', async () => ((await ask(path))?.scanned ?? 0) > 0);
    await rage(tab, 'clear', 0);
    await until('nothing painted', () => tab.evaluate('CSS.highlights.size === 0'));
    // It goes on hearing what comes after the storm.
    const { scanned = 0 } = (await ask(path)) ?? {};
    await rage(tab, 'calm', 1);
    await until('one more post heard', async () => ((await ask(path))?.scanned ?? 0) > scanned, 60_000);
    const tasks = await stop?.();
    if (tasks) expectShort(tasks, Math.max(before, await measureLoad(tab)), storm);
    expect((await bench.listKept()).length).toBeLessThan(mostKept);
    await tab.close();
  });
});
