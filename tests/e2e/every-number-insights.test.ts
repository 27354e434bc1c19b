/** Every number on Insights, counted anew from the rows by other code, under filters and in another time zone. */
import { expect, test } from 'vitest';
import { forOwnPages } from '../driver/each-browser.ts';
import { type Tab, until } from '../driver/index.ts';
import { type Choice, choose } from './recount/choose.ts';
import { day } from './recount/clock.ts';
import { feelingSaid } from './recount/feeling.ts';
import { expectInsights, insightAllowances, type Shown, shownFirst } from './recount/insights.ts';
import { fill, holdAgainst, putRows, show, takeRow } from './recount/open.ts';
import { readRows } from './recount/rows.ts';
import { listUnused } from './recount/see.ts';
import { makeTurns } from './recount/turns.ts';
import { volumeSaid } from './recount/volume.ts';
import { onStage } from './stage.ts';

/** One of the choices beside a heading. */
const choosePart = (page: Tab, legend: string, option: string): Promise<void> =>
  page.evaluate(
    (asked) => {
      const set = [...document.querySelectorAll('fieldset.segments')].find(
        (one) => one.querySelector('legend')?.textContent === asked.legend,
      );
      const label = [...(set?.querySelectorAll('label') ?? [])].find((one) => one.textContent === asked.option);
      if (!label) throw new Error(`no choice ${asked.legend}: ${asked.option}`);
      label.querySelector('input')?.click();
    },
    { legend, option },
  );

/** The first day, or the last. */
const setDay = (page: Tab, name: string, date: number): Promise<void> =>
  page.evaluate(
    (asked) => {
      const field = document.querySelector<HTMLInputElement>(`.filters input[aria-label="${asked.name}"]`) as HTMLInputElement;
      field.value = asked.text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    { name, text: new Date(date).toISOString().slice(0, 10) },
  );

/** What is said below the chart when one goes with the keys to its last point but so many. */
async function sayPoint(page: Tab, chart: number, fromEnd: number): Promise<string> {
  await page.evaluate((i) => document.querySelectorAll<HTMLElement>('.chart-place')[i]?.focus(), chart);
  await page.press('End');
  for (let i = 0; i < fromEnd; i++) await page.press('ArrowLeft');
  const said = () => page.evaluate((i) => document.querySelectorAll('.time-chart output')[i]?.textContent ?? '', chart);
  const words = await until('what is said', async () => /\d/.test(await said()) && said());
  await page.press('Escape');
  return words;
}

onStage(
  'every number on insights',
  (stage) => {
    let page: Tab;
    const usedOnce = new Set<string>();

    test('the page is there', async () => {
      page = stage.inside;
      await fill(page);
      await putRows(page, 'turningPoints', makeTurns(await readRows(page), Date.now()));
      await show(page, stage.driver.extensionUrl('dashboard.html#insights'), 'main .tiles');
      await until('its figures', () => page.evaluate(() => document.querySelectorAll('main .tiles').length === 3));
    });

    const count = async (choice: Choice, shown: Shown) => {
      const rows = await readRows(page);
      return expectInsights(choose(rows, choice, Date.now()), Date.now(), shown);
    };
    const hold = async (choice: Choice, shown: Shown = shownFirst) => {
      const { seen, used, buttons } = await holdAgainst(page, insightAllowances, () => count(choice, shown).then(({ seen }) => seen));
      for (const name of used) usedOnce.add(name);
      return { seen, buttons };
    };

    test('all keywords, 30 days', async () => {
      const { seen, buttons } = await hold({ days: 30 });
      expect(buttons.toSorted()).toEqual((await count({ days: 30 }, shownFirst)).buttons);
      // What is not there proves nothing.
      expect(Object.keys(seen.tables)).toContain('Rising words');
      expect(seen.rest.filter((one) => / kind, \d+ unkind$/.test(one)).length).toBeGreaterThan(2);
      expect(seen.rest.filter((one) => / answered /.test(one)).length).toBeGreaterThan(2);
      expect(seen.rest.filter((one) => / are usual for so many\.$/.test(one))).toHaveLength(6);
      expect(seen.rest.filter((one) => /only the count is known/.test(one))).toHaveLength(1);
    });

    test.each(['Mentions', 'Posts read'] as const)('by weekday and hour: %s', async (heat) => {
      await choosePart(page, 'By weekday and hour', heat);
      await hold({ days: 30 }, { ...shownFirst, heat });
    });

    test.each(['Community', 'Keyword', 'Kind of post'] as const)('what it is made of, by %s', async (by) => {
      await choosePart(page, 'What it is made of', by);
      await hold({ days: 30 }, { heat: 'Posts read', by });
    });

    test('the arrow keys say what the tables do', async () => {
      const chosen = choose(await readRows(page), { days: 30 }, Date.now());
      for (const fromEnd of [0, 1, 5]) {
        expect(await sayPoint(page, 0, fromEnd)).toBe(volumeSaid(chosen, fromEnd));
        expect(await sayPoint(page, 3, Math.min(fromEnd, 2))).toBe(feelingSaid(chosen, Math.min(fromEnd, 2)));
      }
      await choosePart(page, 'By weekday and hour', shownFirst.heat);
      await choosePart(page, 'What it is made of', shownFirst.by);
    });

    test.each([
      [{ days: 30, keyword: 'k2' }, 'Brackish', 'All sites'],
      [{ days: 30, keyword: 'k1', site: 'reddit' }, 'Tidewater Cloud', 'Reddit'],
      [{ days: 30, site: 'x' }, 'All keywords', 'X'],
      [{ days: 30, site: 'reddit', community: 'r/devops' }, 'All keywords', 'Reddit', 'r/devops'],
      [{ days: 30, kind: 'review' }, 'All keywords', 'All sites', 'All communities', 'Reviews'],
      [{ days: 30 }, 'All keywords', 'All sites', 'All communities', 'All kinds'],
    ])('%j', async (choice: Choice, keyword, site, community = 'All communities', kind = 'All kinds') => {
      await page.selectRole('combobox', 'Keyword', keyword);
      await page.selectRole('combobox', 'Site', site);
      await page.selectRole('combobox', 'Community', community);
      await page.selectRole('combobox', 'Kind of post', kind);
      await hold(choice);
    });

    test.each([
      [7, '7 days'],
      [90, '90 days'],
      [365, 'Year'],
    ])('%i days', async (days, name) => {
      await choosePart(page, 'Time', name);
      await hold({ days });
    });

    test('days that one chooses', async () => {
      await choosePart(page, 'Time', 'Custom');
      const today = (await readRows(page)).clock.dayOf(Date.now());
      await page.waitFor('document.querySelectorAll(".filters input[type=date]").length === 2');
      await setDay(page, 'First day', today - 24 * day);
      await hold({ days: 25 });
      await setDay(page, 'Last day', today - 5 * day);
      await hold({ days: 20, ago: 5 });
    });

    test('a competitor that was added ten days ago, and one that is no more', async () => {
      const { keywords } = await readRows(page);
      const added = { ...keywords.find(({ id }) => id === 'k3'), createdAt: Date.now() - 10 * day };
      await putRows(page, 'keywords', [added]);
      await page.reload();
      await hold({ days: 30 });
      await takeRow(page, 'keywords', 'k2');
      await page.reload();
      await hold({ days: 30 });
    });

    test('nothing is let pass that is not there', () => {
      expect(listUnused(insightAllowances, usedOnce)).toEqual([]);
    });
  },
  forOwnPages,
);
