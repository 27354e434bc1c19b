/** How soon Insights, goals and the report are there in Chromium, as shipped: from the press on the link to the figures, beside the same page with few rows. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { builtFor, type Driver, launch } from '../driver/index.ts';
import { type Figure, figure, median } from './figure.ts';
import type { Filling } from './fill-insights.ts';

declare const fillInsights: (filling: Filling) => Promise<Record<string, number>>;

const rounds = 7;
/** So many are there for the yardstick: what the page itself takes. */
const few = 500;

/** What stands in a page once its figures do. */
const pages = { insights: '.insights .tiles', goals: '.goals-page .plans', report: '.report h2' } as const;
type PageName = keyof typeof pages;
const pageNames = Object.keys(pages) as PageName[];

/** `--rows 1000000` for others. They are spread over a year, as reading is. */
const readRows = (): number =>
  Number(parseArgs({ options: { rows: { type: 'string' } }, strict: false, allowPositionals: true }).values.rows ?? 100_000);

async function bundleFilling(): Promise<string> {
  const entry = fileURLToPath(new URL('fill-insights.ts', import.meta.url));
  const made = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'chrome128' });
  return made.outputFiles[0]?.text ?? '';
}

async function openFilled(rows: number): Promise<Driver> {
  const driver = await launch('chromium', { extension: builtFor('chromium') });
  const tab = await driver.open(driver.extensionUrl('dashboard.html'));
  await tab.waitFor(() => document.querySelector('nav a') !== null);
  await tab.evaluate(await bundleFilling());
  await tab.evaluate((mentions) => fillInsights({ mentions, days: 365, now: Date.now() }), rows);
  await tab.close();
  return driver;
}

/** Both pages stand still before: what is measured is the way from one page of the dashboard to another. */
async function measure(driver: Driver, name: PageName): Promise<number> {
  const tab = await driver.open(driver.extensionUrl('dashboard.html#settings'));
  await tab.waitFor(() => document.querySelector('h2') !== null);
  await new Promise((done) => setTimeout(done, 2_000));
  const taken = await tab.evaluate(
    async ([page, sign]) => {
      const start = performance.now();
      const there = new Promise<void>((done) => {
        const look = () => document.querySelector(sign) && done();
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      });
      location.hash = page;
      await there;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - start;
    },
    [name, pages[name]] as [string, string],
  );
  await tab.close();
  return taken;
}

export async function run(): Promise<Figure[]> {
  const rows = readRows();
  const [filled, bare] = [await openFilled(rows), await openFilled(few)];
  try {
    const times = pageNames.map((): [number[], number[]] => [[], []]);
    for (let round = 0; round < rounds; round += 1)
      for (const [i, name] of pageNames.entries()) {
        times[i]?.[0].push(await measure(filled, name));
        times[i]?.[1].push(await measure(bare, name));
      }
    const size = rows >= 1_000_000 ? `${rows / 1_000_000}m` : `${rows / 1_000}k`;
    return pageNames.map((name, i) =>
      figure(`${name}/open-${size}`, median(times[i]?.[0] ?? []), 'ms', `${few} rows`, median(times[i]?.[1] ?? [])),
    );
  } finally {
    await filled.close();
    await bare.close();
  }
}
