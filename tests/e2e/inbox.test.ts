import { expect, test } from 'vitest';
import { forOwnPages } from '../driver/each-browser.ts';
import { type Tab, until } from '../driver/index.ts';
import { openDashboard } from './person.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable, type StoredMention } from './stored.ts';

type Kept = StoredMention & { starred?: 1; tags?: string[]; note?: string; snoozedUntil?: number };

onStage(
  'a day in the inbox',
  (stage) => {
    let feed: Tab;
    let inbox: Tab;
    const mentions = () => readTable<Kept>(stage.inside, 'mentions');
    const shown = () => inbox.texts('list', 'Mentions', 'listitem');
    const inFocus = () =>
      inbox.evaluate(() => document.activeElement?.closest('.mentions > li')?.querySelector('.mention-text')?.textContent);
    const typeInDialog = async (text: string) => {
      await inbox.waitFor('document.querySelector("dialog.modal[open] [data-first]") === document.activeElement');
      await inbox.type(text);
    };
    const one = (what: string, test: (mention: Kept) => unknown) => until(what, async () => (await mentions()).find(test));

    test('mentions are worked through by keyboard alone', async () => {
      await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
      feed = await stage.driver.open(stage.practice.url);
      await until('mentions', async () => (await mentions()).length >= 5);
      inbox = await openDashboard(stage.driver);
      await inbox.bringToFront();
      await until('the list', async () => (await shown()).length >= 5);
      await until('the first in focus', async () => {
        await inbox.press('j');
        return inFocus();
      });
      await inbox.press('s');
      await one('the star', ({ starred }) => starred === 1);
      await inbox.press('t');
      await typeInDialog('launch');
      await inbox.press('Enter');
      await inbox.press('Enter');
      await one('the tag', ({ tags }) => tags?.includes('launch'));
      await inbox.press('e');
      await one('one done', ({ status }) => status === 'done');
      await until('the next one in focus', inFocus);
      await inbox.press('z');
      await typeInDialog('in 3 hours');
      await inbox.waitFor('document.querySelector(".understood") !== null');
      await inbox.press('Enter');
      const snoozed = await one('one snoozed', ({ status }) => status === 'snoozed');
      expect(Math.abs((snoozed.snoozedUntil ?? 0) - Date.now() - 3 * 3_600_000)).toBeLessThan(120_000);
    });

    test('all of it is taken back, one after the other', async () => {
      for (const what of ['snoozed', 'done'] as const) {
        await inbox.press('u');
        await until(`nothing ${what}`, async () => (await mentions()).every(({ status }) => status !== what));
      }
      await inbox.press('u');
      await until('no tag', async () => (await mentions()).every(({ tags }) => !tags));
      await inbox.press('u');
      await until('no star', async () => (await mentions()).every(({ starred }) => !starred));
    });

    test('what arrives does not move what is being read', async () => {
      await until('one in focus', async () => {
        await inbox.press('j');
        return inFocus();
      });
      const before = await shown();
      const stored = (await mentions()).length;
      await feed.bringToFront();
      await feed.clickRole('button', 'Load more');
      await until('more mentions', async () => (await mentions()).length > stored);
      await inbox.bringToFront();
      const told = await until('it is told', () => inbox.evaluate(() => document.querySelector('.fresh button')?.textContent));
      expect(told).toMatch(/^\d+ new$/);
      expect(await shown()).toEqual(before);
      await inbox.click('.fresh button');
      await until('all are shown', async () => (await shown()).length === (await mentions()).length);
    });

    test('a filter is text and chips at once, and is kept as a view', async () => {
      await inbox.press('/');
      await inbox.waitFor('document.activeElement?.type === "search"');
      await inbox.fillRole('searchbox', 'Filter mentions', 'status:new kind:review Tidep');
      await until('the reviews', async () => {
        const reviews = (await mentions()).filter(({ kind }) => kind === 'review').length;
        return reviews > 0 && (await shown()).length === reviews;
      });
      await inbox.clickRole('button', 'Save as a view');
      await typeInDialog('Reviews');
      await inbox.press('Enter');
      const [view] = await until('the view', async () => {
        const views = await readTable<{ name: string; query: string }>(stage.inside, 'views');
        return views.length > 0 && views;
      });
      expect(view).toMatchObject({ name: 'Reviews', query: 'status:new kind:review Tidep' });
      await inbox.clickRole('button', 'Remove the filter Words: Tidep');
      await inbox.waitFor(() => document.querySelector<HTMLInputElement>('.filter-line input')?.value === 'status:new kind:review');
    });

    test('everything a filter holds is changed at once, with one way back', async () => {
      await inbox.press('A');
      await until('all selected', () => inbox.evaluate(() => document.querySelectorAll('.select-box:checked').length > 0));
      const reviews = (await mentions()).filter(({ kind }) => kind === 'review').length;
      await inbox.press('i');
      await until('all ignored', async () => (await mentions()).filter(({ status }) => status === 'ignored').length === reviews);
      await inbox.press('u');
      await until('all back', async () => (await mentions()).every(({ status }) => status === 'new') && (await shown()).length === reviews);
    });

    test('a key of one’s own is heard at once, and g with a letter goes to a page', async () => {
      await tell(stage, 'settings/save', { patch: { keys: { star: 'y' } } });
      await until('the star', async () => {
        await inbox.press('j');
        await inbox.press('y');
        return (await mentions()).some(({ starred }) => starred === 1);
      });
      await inbox.press('g');
      await inbox.press('k');
      await until('the keywords', async () => (await inbox.countRole('list', 'Keywords')) > 0);
    });
  },
  forOwnPages,
);
