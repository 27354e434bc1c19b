/**
 * A page that means harm: five thousand nodes a second for half a minute, a text node of ten megabytes, a hundred thousand forged posts. It
 * stays usable, the inbox stays within the limit for one tab, and afterwards an honest page is heard as ever.
 */
import { browsers, builtFor, type Driver, launch, type Server, startServer, type Tab, until } from '../driver/index.ts';
import { readTable } from '../e2e/stored.ts';
import { hostilePage, type Storm } from '../page/hostile-page.ts';
import { makeKeyword, openInside, tell } from './inside.ts';

const storms: [name: string, size: number][] = [
  ['stream', 30],
  ['giant', 10_000_000],
  ['deep', 3_000],
  ['dense', 3_000],
  ['forge', 100_000],
];
/** What the background takes from one tab, and once more from what tabs left behind. */
const mostPerMinute = 1_000;

async function rage(driver: Driver, server: Server, name: string, size: number): Promise<Storm> {
  const tab = await driver.open(`http://localhost:${server.port}/${name}`);
  await tab.waitFor('typeof storms === "object"');
  const storm = await tab.evaluate<Storm>(`storms.${name}(${size})`);
  // It still answers, and lets go of what is gone.
  await tab.evaluate('storms.clear()');
  await until('nothing painted', () => tab.evaluate('CSS.highlights.size === 0'), 60_000);
  await tab.close();
  return storm;
}

const listen = (inside: Tab, on: boolean) => tell(inside, 'place/save', { places: { localhost: { listen: on } }, origins: [] });

async function runStorm(driver: Driver, server: Server, inside: Tab, [name, size]: [string, number]): Promise<string[]> {
  await listen(inside, false);
  const alone = await rage(driver, server, name, size);
  await listen(inside, true);
  const started = Date.now();
  const withUs = await rage(driver, server, name, size);
  const minutes = Math.ceil((Date.now() - started) / 60_000);
  const kept = (await readTable(inside, 'mentions')).length;
  console.log(
    `${driver.name}, ${name}: turns ${withUs.beats} (alone ${alone.beats}), longest wait ${Math.round(withUs.longest)} ms (alone ${Math.round(alone.longest)}), kept ${kept}`,
  );
  const problems: string[] = [];
  if (withUs.longest > alone.longest * 3 + 300)
    problems.push(
      `${driver.name}, ${name}: the page waited ${Math.round(withUs.longest)} ms for its turn, alone ${Math.round(alone.longest)}`,
    );
  if (kept > mostPerMinute * (minutes + 1) * storms.length) problems.push(`${driver.name}, ${name}: ${kept} mentions were kept`);
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
