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
    /** Without what is another from one minute to the next. */
    const shownTexts = () =>
      inbox.evaluate(() => [...document.querySelectorAll('.mentions > li .mention-text')].map(({ textContent }) => textContent));
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
      const begun = Date.now();
      await inbox.press('z');
      await typeInDialog('in 3 hours');
      await inbox.waitFor('document.querySelector(".understood") !== null');
      await inbox.press('Enter');
      const { snoozedUntil = 0 } = await one('one snoozed', ({ status }) => status === 'snoozed');
      // By the time that the page goes by, which may be a minute ago.
      expect(snoozedUntil - 3 * 3_600_000).toBeGreaterThan(begun - 120_000);
      expect(snoozedUntil - 3 * 3_600_000).toBeLessThanOrEqual(Date.now());
    });

    test('one key upon the other: each is about the next mention, and the keyboard is at the one after it', async () => {
      const count = async (wanted: string) => (await mentions()).filter(({ status }) => status === wanted).length;
      const before = await shown();
      await inbox.press('e');
      await inbox.press('z');
      await typeInDialog('in 3 hours');
      await inbox.press('Enter');
      await until('another done, and another snoozed', async () => (await count('done')) === 2 && (await count('snoozed')) === 2);
      await until('the keyboard at the next', inFocus);
      expect(await shown()).toHaveLength(before.length - 2);
      await inbox.press('u');
      await inbox.press('u');
      await until('both back', async () => (await count('done')) === 1 && (await count('snoozed')) === 1);
      await until('all of them shown', async () => (await shown()).length === before.length);
    });

    test('o opens the post in a tab of its own', async () => {
      const before = (await stage.driver.tabs()).length;
      await inbox.press('o');
      await until('the tab', async () => (await stage.driver.tabs()).length > before);
      // It is in the list a moment before it takes the front: coming back sooner would be undone by it.
      await inbox.waitFor('chrome.tabs.getCurrent().then((tab) => !tab.active)');
      await inbox.bringToFront();
      await until('the keyboard where it was', inFocus);
    });

    test('a note that is closed unsaved is there again', async () => {
      await inbox.press('n');
      await typeInDialog('Ask her for a quote');
      await inbox.press('Escape');
      await inbox.waitFor('document.querySelector("dialog.modal[open]") === null');
      expect((await mentions()).every(({ note }) => note === undefined)).toBe(true);
      await until('the keyboard at the mention', inFocus);
      await inbox.press('n');
      await inbox.waitFor(
        () => document.querySelector<HTMLTextAreaElement>('dialog.modal[open] textarea')?.value === 'Ask her for a quote',
      );
      await inbox.press('Control+Enter');
      await one('the note', ({ note }) => note === 'Ask her for a quote');
      await inbox.press('u');
      await until('no note', async () => (await mentions()).every(({ note }) => note === undefined));
    });

    test('what belongs on one line stands on one, with every tool there is and counts of five digits', async () => {
      await inbox.setViewport(1280, 800);
      await tell(stage, 'macro/save', { macros: [{ id: 'm1', name: 'Later', addTags: [], status: 'waiting', createdAt: 1 }] });
      await inbox.click('.inbox-filters .segments label:nth-of-type(3)');
      await until('the snoozed one', async () => (await shown()).length === 1);
      const middles = (selector: string) =>
        inbox.evaluate((wanted) => {
          for (const count of document.querySelectorAll('.inbox-filters .count')) count.textContent = '12,345';
          const parts = [...document.querySelectorAll(`${wanted} > :not(.unseen, [popover], .grow:empty)`)].map((one) =>
            one.getBoundingClientRect(),
          );
          return parts.filter(({ height }) => height > 0).map(({ top, height }) => top + height / 2);
        }, selector);
      /** How far apart the middles of what stands in it are, in pixels. */
      const spread = async (selector: string) => {
        const all = await middles(selector);
        expect(all.length, selector).toBeGreaterThan(1);
        return Math.max(...all) - Math.min(...all);
      };
      for (const selector of ['.inbox-filters > .row:first-child', '.filter-line', '.mention-tools'])
        expect(await spread(selector), selector).toBeLessThan(10);
      await inbox.click('.inbox-filters .segments label:nth-of-type(1)');
      await until('the new ones', async () => (await shown()).length >= 3);
      await until('one selected', async () => {
        await inbox.press('j');
        await inbox.press('x');
        return inbox.evaluate(() => document.querySelector('.bulk-bar > .link') !== null);
      });
      await inbox.evaluate(() => {
        for (const [part, text] of [
          ['strong', '12,345 selected'],
          ['.link', 'Select all 100,000+'],
        ] as const)
          document.querySelector(`.bulk-bar > ${part}`)?.replaceChildren(text);
      });
      expect(await spread('.bulk-bar')).toBeLessThan(10);
      await inbox.press('Escape');
      await inbox.waitFor('document.querySelector(".bulk-bar") === null');
    });

    test('all of it is taken back, one after the other, and the keyboard is at what is back', async () => {
      for (const what of ['snoozed', 'done'] as const) {
        const { text } = await one(`one ${what}`, ({ status }) => status === what);
        await inbox.press('u');
        await until(`nothing ${what}`, async () => (await mentions()).every(({ status }) => status !== what));
        await until('the keyboard at it', async () => (await inFocus()) === text);
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
      const before = await shownTexts();
      const stored = (await mentions()).length;
      await feed.bringToFront();
      await feed.clickRole('button', 'Load more');
      await until('both of the others', async () => (await mentions()).length === stored + 2);
      await inbox.bringToFront();
      const told = await until('it is told', () => inbox.evaluate(() => document.querySelector('.fresh button')?.textContent));
      expect(told).toMatch(/^\d+ new$/);
      expect(await shownTexts()).toEqual(before);
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
      await inbox.press('Enter');
      await inbox.waitFor('document.activeElement?.matches(".mentions > [data-index=\'0\']")');
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

    test('whatever it is filtered by, the inbox can be read', async () => {
      const reviews = (await mentions()).filter(({ kind }) => kind === 'review').length;
      for (const [filter, count] of [
        ['kind:review', reviews],
        ['sentiment:positive', undefined],
        ['intent:question', undefined],
        ['kind:review sentiment:negative', undefined],
        ['kind:post tide', undefined],
        ['assignee:nobody', 0],
        ['tag:none kind:review', 0],
        ['is:starred kind:review', 0],
        ['site:x kind:review', 0],
        ['status:new kind:review', reviews],
      ] as const)
        for (const sort of ['By priority', 'By reach', 'Last heard first']) {
          await inbox.fillRole('searchbox', 'Filter mentions', filter);
          await inbox.selectRole('combobox', 'Sort by', sort);
          if (count !== undefined) await until(`${count} of ${filter}, ${sort}`, async () => (await shown()).length === count);
          else
            await until(`some of ${filter}, ${sort}`, () =>
              inbox.evaluate('document.querySelector(".mentions > li, .inbox .empty") !== null'),
            );
          expect(
            await inbox.evaluate('document.querySelector(".inbox-main > .inbox-top > .problem")?.textContent'),
            filter,
          ).toBeUndefined();
        }
      // The keys are the inbox's again.
      await inbox.evaluate('document.activeElement.blur()');
    });

    test('who tabs on from a panel has done with it, and is at what comes next in the mention', async () => {
      await until('one in focus', async () => {
        await inbox.press('j');
        return inFocus();
      });
      await inbox.press('h');
      await inbox.waitFor(() => document.activeElement?.closest('[popover]:popover-open') !== null);
      await inbox.evaluate(() => [...document.querySelectorAll<HTMLElement>('[popover]:popover-open button')].at(-1)?.focus());
      await inbox.press('Tab');
      await inbox.waitFor(
        () => document.querySelector('[popover]:popover-open') === null && document.activeElement?.matches('.mentions > li *'),
      );
      await inbox.press('j');
      await until('the keyboard at a mention', inFocus);
    });

    test('everything a filter holds is changed at once, with one way back', async () => {
      await inbox.press('A');
      await until('all selected', () => inbox.evaluate(() => document.querySelectorAll('.select-box:checked').length > 0));
      const reviews = (await mentions()).filter(({ kind }) => kind === 'review').length;
      await inbox.press('i');
      // It is about what is selected then, and that is nothing.
      await inbox.press('e');
      await until('all ignored', async () => (await mentions()).filter(({ status }) => status === 'ignored').length === reviews);
      await inbox.press('u');
      await until('all back', async () => (await mentions()).every(({ status }) => status === 'new') && (await shown()).length === reviews);
    });

    test('sorted anew, every row stands where the one above it ends', async () => {
      await inbox.fillRole('searchbox', 'Filter mentions', 'status:new');
      await until('all of them', async () => (await shown()).length === (await mentions()).length);
      const tops = () =>
        inbox.evaluate(() =>
          [...document.querySelectorAll('.mentions > li')]
            .map((row) => row.getBoundingClientRect())
            .map(({ top, bottom }) => [top, bottom]),
        );
      for (const sort of ['By priority', 'Last heard first', 'By priority']) {
        const before = await shownTexts();
        await inbox.selectRole('combobox', 'Sort by', sort);
        await until('another order', async () => (await shownTexts()).join() !== before.join());
        await inbox.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const rows = await tops();
        for (const [i, [top]] of rows.entries())
          if (i > 0) expect(Math.abs((top ?? 0) - (rows[i - 1]?.[1] ?? 0)), `row ${i}, ${sort}`).toBeLessThan(2);
      }
      await inbox.selectRole('combobox', 'Sort by', 'Last heard first');
      // Its letters are the field's own for as long as it has the keyboard.
      await inbox.evaluate('document.activeElement.blur()');
    });

    test('a key of one’s own is heard at once, and g with a letter goes to a page', async () => {
      await tell(stage, 'settings/save', { patch: { keys: { star: 'y' } } });
      await until('the star', async () => {
        await inbox.press('j');
        await inbox.press('y');
        return (await mentions()).some(({ starred }) => starred === 1);
      });
      // One right after the other, however long the page takes for the first.
      await Promise.all([inbox.press('g'), inbox.press('k')]);
      await until('the keywords', async () => (await inbox.countRole('list', 'Keywords')) > 0);
    });
  },
  forOwnPages,
);
