/**
 * A page that means harm: five thousand nodes a second for half a minute, a text node of ten megabytes, a hundred thousand forged posts. None
 * of our tasks holds it up (as the browser's own trace tells it, in Chromium), the inbox stays within the limit for one tab, and what has left
 * the page is let go of.
 */
import { browsers, builtFor, type Driver, launch, type Server, startServer, type Tab, until } from '../driver/index.ts';
import { readTable } from '../e2e/stored.ts';
import { hostilePage } from '../page/hostile-page.ts';
import { makeKeyword, openInside, tell } from './inside.ts';

const storms: [name: string, size: number][] = [
  ['stream', 30],
  ['giant', 10_000_000],
  ['deep', 2_000],
  ['dense', 3_000],
  ['forge', 100_000],
];
/** What the background takes from one tab, and once more from what tabs left behind. */
const mostPerMinute = 1_000;
/** Longer than this a page notices. */
const longestTask = 50;

async function runStorm(driver: Driver, server: Server, inside: Tab, [name, size]: [string, number]): Promise<string[]> {
  const started = Date.now();
  const tab = await driver.open(`http://localhost:${server.port}/${name}`);
  await tab.waitFor('typeof storms === "object"');
  const before = await tab.evaluate<number>('measureLoad()');
  const stop = await tab.recordOwnTasks?.(driver.extensionUrl(''));
  await tab.evaluate(`storms.${name}(${size})`);
  await tab.evaluate('pause(3000)');
  await tab.evaluate('storms.clear()');
  await until('nothing painted', () => tab.evaluate('CSS.highlights.size === 0'), 60_000);
  const tasks = await stop?.();
  const load = Math.max(before, await tab.evaluate<number>('measureLoad()'));
  await tab.close();
  const seconds = (Date.now() - started) / 1_000;
  const kept = (await readTable(inside, 'mentions')).length;
  const [longest] = tasks ?? [];
  const all = tasks?.reduce((sum, { computed }) => sum + computed, 0) ?? 0;
  const ours = longest
    ? `our longest task ${longest.computed.toFixed(1)} ms (${longest.through[0]}), all ${Math.round(all)} ms, load ${load.toFixed(2)}, `
    : '';
  const told = `${driver.name}, ${name}: ${ours}kept ${kept}, ${Math.round(seconds)} s`;
  console.log(told);
  const problems: string[] = [];
  if (longest && longest.computed > longestTask * load) problems.push(`a task was too long: ${told}`);
  if (kept > mostPerMinute * (Math.ceil(seconds / 60) + 1) * storms.length) problems.push(`too many were kept: ${told}`);
  return problems;
}

export async function run(_: { rounds?: number }): Promise<string[]> {
  const problems: string[] = [];
  for (const browser of browsers) {
    const server = await startServer({ plain: true, routes: { 'localhost/*': hostilePage } });
    const driver = await launch(browser, { extension: builtFor(browser) });
    const inside = await openInside(driver);
    await tell(inside, 'keyword/save', { keywords: [makeKeyword('Acme')] });
    for (const storm of storms) {
      const found = await runStorm(driver, server, inside, storm).catch((error: unknown) => [`${browser}, ${storm[0]}: ${error}`]);
      problems.push(...found);
    }
    await driver.close();
    await server.close();
  }
  return problems;
}
