/** The same where the clock is another: half an hour off, put back within the time that is looked at, and with working hours. */
import { expect, test } from 'vitest';
import { forOwnPages } from '../driver/each-browser.ts';
import { type Choice, choose } from './recount/choose.ts';
import { expectInsights, insightAllowances } from './recount/insights.ts';
import { spanAt } from './recount/months.ts';
import { fill, holdAgainst, show } from './recount/open.ts';
import { expectReport, reportAllowances, reportOf } from './recount/report.ts';
import { type Measuring, readRows } from './recount/rows.ts';
import { onStage, tell } from './stage.ts';

const zone = 'America/St_Johns';
const hours = { days: [1, 2, 3, 4, 6], from: 8 * 60 + 30, to: 17 * 60 };

onStage(
  `every number with the clock of ${zone}`,
  (stage) => {
    const address = (route: string) => stage.driver.extensionUrl(`dashboard.html#${route}`);
    const holdInsights = (choice: Choice) =>
      holdAgainst(stage.inside, insightAllowances, async () => {
        const rows = await readRows(stage.inside);
        return expectInsights(choose(rows, choice, Date.now()), Date.now()).seen;
      });

    test('the browser’s clock is there', async () => {
      await fill(stage.inside);
      const { ownClock } = await readRows(stage.inside);
      expect(ownClock.zone).toBe(zone);
    });

    const rules: Measuring[] = [{}, { target: 8 * 60, hours }, { zone: 'Asia/Kolkata', target: 90, hours }];

    test.each(rules)('insights by the rules %j', async (measuring) => {
      await tell(stage, 'settings/save', { patch: { measuring } });
      await show(stage.inside, address('insights'), 'main .tiles');
      await holdInsights({ days: 30 });
    });

    test('the report of a month, in the days of the chosen zone', async () => {
      await show(stage.inside, address('report'), 'main .report');
      const page = stage.inside;
      await page.clickRole('radio', 'Quarter');
      await page.clickRole('radio', 'Month');
      await holdAgainst(page, reportAllowances, async () => {
        const rows = await readRows(page);
        return expectReport(reportOf(rows, spanAt('Month', rows.clock, Date.now()), [], Date.now()));
      });
    });
  },
  forOwnPages,
  zone,
);
