/** Every number on Goals, of audits and in the Report, counted anew from the rows by other code. */
import { expect, test } from 'vitest';
import { forOwnPages } from '../driver/each-browser.ts';
import { type Tab, until } from '../driver/index.ts';
import { type Audit, auditTable, auditTime, countAudit, countSites } from './recount/audits.ts';
import { day, hour } from './recount/clock.ts';
import { cardRest, type Goal } from './recount/goals.ts';
import { makeGoals } from './recount/made-goals.ts';
import { takeMeasure } from './recount/measures.ts';
import { type Span, spanAt } from './recount/months.ts';
import { fill, holdAgainst, putRows, show, takeRow } from './recount/open.ts';
import { type Kept, plansRest } from './recount/plans.ts';
import { expectReport, reportAllowances, reportOf } from './recount/report.ts';
import { type Rows, readRows } from './recount/rows.ts';
import { wholeDate } from './recount/say.ts';
import { listUnused, type Seen } from './recount/see.ts';
import { makeTurns } from './recount/turns.ts';
import { onStage } from './stage.ts';
import { readTable } from './stored.ts';

const goalAllowances = [{ name: 'dates of audits to choose from', selector: '.audit-choice' }];

async function readKept(page: Tab): Promise<Kept> {
  const names = ['goals', 'audits', 'replies', 'rounds', 'plays', 'macros', 'reports'];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readTable(page, name)])));
}

/** As it was counted then; and once with so few replies that their median has no interval. */
function makeAudits(rows: Rows, now: number): Audit[] {
  return [41, 60].map((daysAgo) => {
    const at = now - daysAgo * day;
    const { medianLow, medianHigh, ...counts } = { ...countAudit(rows, auditTime(at)), unanswered: 31 } as Record<string, number>;
    const range = { medianLow, medianHigh } as Record<string, number>;
    const replies = daysAgo === 41 ? range : { responses: 3, median: 40 * hour };
    // The older of them kept no sites.
    const sites = daysAgo === 41 ? { sites: countSites(rows, auditTime(at)) } : {};
    return { id: `made-up-${daysAgo}`, at, ...auditTime(at), counts: { ...counts, ...replies }, ...sites };
  });
}

const readChosen = (page: Tab): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLSelectElement>('.audit-choice select')].map(({ value }) => value));

const byEnd = (a: Goal, b: Goal): number => a.until - b.until || a.createdAt - b.createdAt;

async function expectGoals(page: Tab): Promise<Seen> {
  const [rows, kept, now] = [await readRows(page), await readKept(page), Date.now()];
  const [from, to] = await readChosen(page);
  const find = (id: string | undefined) => {
    const audit = kept.audits.find((one) => one.id === id);
    if (!audit) return undefined;
    const { at, counts, sites } = audit;
    return { name: wholeDate(rows.ownClock.wall(at)), counts, ...(sites ? { sites } : {}) };
  };
  const before = find(from) ?? { name: '', counts: {} };
  const after = find(to) ?? { name: 'Now', counts: countAudit(rows, auditTime(now)), sites: countSites(rows, auditTime(now)) };
  return {
    tables: { 'What is different': auditTable(before, after, { rows, goals: kept.goals, now }) },
    tiles: {},
    rest: [...kept.goals.flatMap((goal) => cardRest(rows, goal, now)), ...plansRest(rows, kept, now)],
  };
}

onStage(
  'every number on goals and in the report',
  (stage) => {
    let page: Tab;
    test('goals of each kind, plans, and an audit held against now', async () => {
      page = stage.inside;
      await fill(page);
      const [rows, now] = [await readRows(page), Date.now()];
      await putRows(page, 'turningPoints', makeTurns(rows, now));
      await putRows(page, 'goals', makeGoals(rows, now));
      await putRows(page, 'audits', makeAudits(rows, now));
      await show(page, stage.driver.extensionUrl('dashboard.html#goals'), 'main .goal');
      const { seen, used } = await holdAgainst(page, goalAllowances, () => expectGoals(page));
      expect(listUnused(goalAllowances, new Set(used))).toEqual([]);
      // What is not there proves nothing.
      expect(seen.rest.some((text) => /^On course for .+–.+\)$/.test(text))).toBe(true);
    });

    test('a plan sets its goals from what was before', async () => {
      await page.clickRole('button', 'Set its 2 goals');
      const set = await until('both goals', async () => {
        const found = (await readKept(page)).goals.filter(({ plan }) => plan === 'answer-faster');
        return found.length === 2 && found;
      });
      const rows = await readRows(page);
      for (const { measure, baseline } of set) {
        const { from = 0, to = 0, ...known } = baseline ?? {};
        const { range: _, ...taken } = takeMeasure(rows, measure, { from, to });
        expect(to - from).toBe(28 * day);
        expect(known).toEqual(taken);
      }
      await holdAgainst(page, goalAllowances, () => expectGoals(page));
    });

    test('an audit keeps what was counted', async () => {
      await page.clickRole('button', 'Take an audit');
      const taken = await until('the audit', async () => (await readKept(page)).audits.find(({ id }) => !id.startsWith('made-up')));
      expect(taken.counts).toEqual(countAudit(await readRows(page), taken));
      expect(taken.sites).toEqual(countSites(await readRows(page), taken));
      await holdAgainst(page, goalAllowances, () => expectGoals(page));
      const [other] = (await readKept(page)).audits.filter(({ id }) => id === 'made-up-41');
      await page.selectRole('combobox', 'From', wholeDate((await readRows(page)).ownClock.wall(other?.at ?? 0)));
      await page.selectRole('combobox', 'To', wholeDate((await readRows(page)).ownClock.wall(taken.at)));
      await holdAgainst(page, goalAllowances, () => expectGoals(page));
    });

    const holdReport = (span: Span, by: number) =>
      holdAgainst(page, reportAllowances, async () => {
        const [rows, { goals }, now] = [await readRows(page), await readKept(page), Date.now()];
        return expectReport(reportOf(rows, spanAt(span, rows.clock, now, by), goals.toSorted(byEnd), now));
      });

    test('the report of this month, of the last, of weeks and of a quarter', async () => {
      await show(page, stage.driver.extensionUrl('dashboard.html#report'), 'main .report');
      const usedOnce = new Set<string>();
      for (const span of ['Month', 'Week', 'Quarter'] as const) {
        // Whatever is shown first.
        await page.clickRole('radio', span === 'Week' ? 'Quarter' : 'Week');
        await page.clickRole('radio', span);
        for (const by of [0, -1]) {
          if (by < 0) await page.clickRole('button', 'Earlier');
          for (const name of (await holdReport(span, by)).used) usedOnce.add(name);
        }
      }
      expect(listUnused(reportAllowances, usedOnce)).toEqual([]);
    });

    test('a keyword that is no more is in none of them', async () => {
      await takeRow(page, 'keywords', 'k3');
      await page.reload();
      await until('the report', () => page.evaluate(() => document.querySelector('main .report') !== null));
      for (const span of ['Week', 'Month']) await page.clickRole('radio', span);
      await holdReport('Month', 0);
      await show(page, stage.driver.extensionUrl('dashboard.html#goals'), 'main .goal');
      await holdAgainst(page, goalAllowances, () => expectGoals(page));
    });
  },
  forOwnPages,
);
