/** The insights page as a person meets it: its figures are those of the rows, its charts can be read without seeing or pointing. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { Filling } from '../bench/fill-insights.ts';
import { forOwnPages } from '../driver/each-browser.ts';
import { type Tab, until } from '../driver/index.ts';
import { listFindings } from './findings.ts';
import { onStage } from './stage.ts';
import { readTable } from './stored.ts';

declare const fillInsights: (filling: Filling) => Promise<Record<string, number>>;

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

/** Runs in the page: a point as it is kept, of the first keyword. */
async function putTurningPoint(now: number): Promise<void> {
  const db = await new Promise<IDBDatabase>((done) => {
    const asked = indexedDB.open('earshot');
    asked.onsuccess = () => done(asked.result);
  });
  const span = { at: now, since: now - 7_200_000, until: now, from: now - 7_200_000, to: now };
  const told = { direction: 'up', kind: 'spike', z: 9, p: 1e-9, weeks: 300, bins: 2, count: 40, expected: 4, posts: 900, drivers: [] };
  const change = db.transaction('turningPoints', 'readwrite');
  change.objectStore('turningPoints').put({ id: 'k0:made-up', keywordId: 'k0', ...span, ...told });
  await new Promise((done) => {
    change.oncomplete = done;
  });
  db.close();
}

/** The figure of a tile, as a number. */
const readTile = (tab: Tab, name: string): Promise<number> =>
  tab.evaluate((wanted) => {
    const tile = [...document.querySelectorAll('.tiles > div')].find((one) => one.querySelector('dt')?.textContent === wanted);
    return Number((tile?.querySelector('dd')?.firstChild?.textContent ?? '').replaceAll(',', ''));
  }, name);

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
      await page.click('.time-chart summary');
      await page.waitFor('document.querySelector(".behind-table tbody tr") !== null');
      const rows = await page.evaluate(() => [...document.querySelectorAll('.behind-table tbody tr')].map((row) => row.textContent ?? ''));
      expect(rows).toHaveLength(days);
      // The last but one, as the table has it.
      const day = rows.at(-2)?.match(/^.*?\d{4}/)?.[0] ?? 'no day';
      await page.evaluate(() => (document.querySelector('.chart-place') as HTMLElement).focus());
      await page.press('End');
      await page.press('ArrowLeft');
      const said = await until('the day before the last', async () => {
        const text = await page.evaluate(() => document.querySelector('.time-chart output')?.textContent ?? '');
        return text.startsWith(day) && text;
      });
      expect(said).toMatch(/\d{4}: (\d+ mentions among|nothing read)/);
      await page.press('Escape');
    });

    test('a turning point takes a note, is confirmed, and is out of the way once it is muted', async () => {
      await until('word that it is looked for', () =>
        page.evaluate(() => document.body.innerText.includes('Nothing has turned in this time.')),
      );
      await page.evaluate(putTurningPoint, Date.now());
      // What is put past the product's own hands is not watched.
      await page.evaluate(() => location.reload());
      const kept = async () => (await readTable<{ state?: string; note?: string }>(page, 'turningPoints'))[0];
      await until('its card', () => page.evaluate(() => document.querySelector('.turn') !== null));
      await until('its mark on the chart', () =>
        page.evaluate(() => document.body.innerText.includes('Marked along the top: turning points')),
      );
      const press = (words: string) => page.click(`.turn button[aria-label^="${words}"]`);
      await press('Note');
      await page.fillRole('textbox', 'What it was', 'our launch');
      await page.press('Enter');
      await until('the note', async () => (await kept())?.note === 'our launch');
      await press('Confirm');
      await until('the confirmation', async () => (await kept())?.state === 'confirmed');
      await press('Mute');
      await until('it to go', () => page.evaluate(() => document.querySelector('.turn') === null));
      expect(await kept()).toMatchObject({ state: 'muted', note: 'our launch' });
    });

    test('a word that is added to what tells a wish is looked for in what is kept', async () => {
      const mentions = () => readTable<Row & { text: string; intents?: string[] }>(page, 'mentions');
      const isTold = ({ intents = [] }: { intents?: string[] }) => intents.includes('press');
      expect((await mentions()).every(isTold)).toBe(false);
      await page.goto(stage.driver.extensionUrl('dashboard.html#settings/wants'));
      await page.evaluate(() => location.reload());
      await page.fillRole('textbox', 'Try it on a sentence', 'Our newsreel is ready.');
      await page.waitFor('document.querySelectorAll(".intent > summary").length === 7');
      await page.click('.list > li:last-child > .intent > summary');
      await page.fillRole('textbox', 'Your own words', 'Came  up again*');
      await page.press('Enter');
      await until('every mention to be told by it', async () => (await mentions()).every(isTold));
      await page.fillRole('textbox', 'Try it on a sentence', 'It came up again.');
      await page.waitFor('document.querySelector("[id$=found]").textContent.includes("by your “came up again*”")');
      await page.goto(stage.driver.extensionUrl('dashboard.html#insights'));
      await page.evaluate(() => location.reload());
    });

    test.each(['light', 'dark'] as const)('a machine finds nothing wrong with it in %s', async (scheme) => {
      await page.setColorScheme(scheme);
      await page.waitFor('document.querySelector(".share-bars") !== null');
      expect(await listFindings(page, scheme)).toEqual([]);
    });
  },
  forOwnPages,
);
