/** The insights page as a person meets it: its figures are those of the rows, its charts can be read without seeing or pointing. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { Filling } from '../bench/fill-insights.ts';
import { forOwnPages } from '../driver/each-browser.ts';
import { type Tab, until } from '../driver/index.ts';
import { onStage } from './stage.ts';
import { readTable } from './stored.ts';

declare const fillInsights: (filling: Filling) => Promise<Record<string, number>>;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const days = 30;
const hour = 3_600_000;

interface Row {
  seenAt: number;
  keywordIds: string[];
  site: string;
}

async function fill(tab: Tab): Promise<void> {
  const entry = fileURLToPath(new URL('../bench/fill-insights.ts', import.meta.url));
  const made = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2022' });
  await tab.evaluate(`${made.outputFiles[0]?.text ?? ''}; undefined`);
  await tab.evaluate((now) => fillInsights({ mentions: 400, days: 70, now }), Date.now());
}

/** The figure of a tile, as a number. */
const readTile = (tab: Tab, name: string): Promise<number> =>
  tab.evaluate((wanted) => {
    const tile = [...document.querySelectorAll('.tiles > div')].find((one) => one.querySelector('dt')?.textContent === wanted);
    return Number((tile?.querySelector('dd')?.firstChild?.textContent ?? '').replaceAll(',', ''));
  }, name);

async function listFindings(tab: Tab): Promise<string[]> {
  await tab.evaluate(`${axe}; undefined`);
  return tab.evaluate(async () => {
    interface Finding {
      id: string;
      nodes: { target: string[]; failureSummary: string }[];
    }
    const { axe: checker } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Finding[] }> } };
    const { violations } = await checker.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(' | ')}`,
    );
  });
}

onStage(
  'insights',
  (stage) => {
    let page: Tab;

    test('a place with nothing in it says what to do', async () => {
      page = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#insights'));
      await page.waitFor('document.querySelector(".empty a[href=\'#keywords\']") !== null');
    });

    test('its figures are those of the rows, for all keywords and for one', async () => {
      await fill(page);
      await page.goto(stage.driver.extensionUrl('dashboard.html#insights'));
      await page.evaluate(() => location.reload());
      await until('the figures', async () => (await readTile(page, 'Mentions').catch(() => 0)) > 0);
      const mentions = await readTable<Row>(page, 'mentions');
      const exposures = await readTable<{ hour: number; posts: number }>(page, 'exposures');
      // The browser's own zone, whatever it is; an hour belongs to the day it begins in.
      const from = await page.evaluate((length) => {
        const first = new Date();
        first.setHours(0, 0, 0, 0);
        return first.setDate(first.getDate() - (length - 1));
      }, days);
      const isIn = (time: number) => Math.floor(time / hour) * hour >= from;
      const counted = mentions.filter(({ seenAt }) => isIn(seenAt));
      expect(await readTile(page, 'Mentions')).toBe(counted.length);
      expect(await readTile(page, 'Posts read')).toBe(
        exposures.filter(({ hour }) => isIn(hour)).reduce((sum, { posts }) => sum + posts, 0),
      );
      await page.selectRole('combobox', 'Keyword', 'Brackish');
      const ofOne = counted.filter(({ keywordIds }) => keywordIds.includes('k2')).length;
      await until('the figures of one keyword', async () => (await readTile(page, 'Mentions')) === ofOne);
      await page.selectRole('combobox', 'Keyword', 'All keywords');
    });

    test('the arrow keys go along a chart and say its values, and a table with the same stands behind it', async () => {
      await page.waitFor('document.querySelectorAll(".chart-place canvas").length >= 3');
      await page.click('.chart summary');
      await page.waitFor('document.querySelector(".behind-table tbody tr") !== null');
      const rows = await page.evaluate(() => [...document.querySelectorAll('.behind-table tbody tr')].map((row) => row.textContent ?? ''));
      expect(rows).toHaveLength(days);
      // The last but one, as the table has it.
      const day = rows.at(-2)?.match(/^.*?\d{4}/)?.[0] ?? 'no day';
      await page.evaluate(() => (document.querySelector('.chart-place') as HTMLElement).focus());
      await page.press('End');
      await page.press('ArrowLeft');
      const said = await until('the day before the last', async () => {
        const text = await page.evaluate(() => document.querySelector('.chart output')?.textContent ?? '');
        return text.startsWith(day) && text;
      });
      expect(said).toMatch(/\d{4}: (\d+ mentions among|nothing read)/);
      await page.press('Escape');
    });

    test.each(['light', 'dark'] as const)('a machine finds nothing wrong with it in %s', async (scheme) => {
      await page.setColorScheme(scheme);
      await page.waitFor('document.querySelector(".share-bars") !== null');
      expect(await listFindings(page)).toEqual([]);
    });
  },
  forOwnPages,
);
