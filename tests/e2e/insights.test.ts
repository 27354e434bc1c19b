/** The insights page as a person meets it: its figures are those of the rows, its charts can be read without seeing or pointing. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { Filling } from '../bench/fill-insights.ts';
import { forOwnPages } from '../driver/each-browser.ts';
import { type Tab, until } from '../driver/index.ts';
import { listFindings } from './findings.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable } from './stored.ts';

declare const fillInsights: (filling: Filling) => Promise<Record<string, number>>;

const days = 30;
const hour = 3_600_000;
const dayLength = 24 * hour;

interface Row {
  seenAt: number;
  keywordIds: string[];
  site: string;
  own?: boolean;
}

async function fill(tab: Tab): Promise<void> {
  const entry = fileURLToPath(new URL('../bench/fill-insights.ts', import.meta.url));
  const made = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2022' });
  await tab.evaluate(`${made.outputFiles[0]?.text ?? ''}; undefined`);
  await tab.evaluate((now) => fillInsights({ mentions: 400, days: 70, now }), Date.now());
}

/** Runs in the page: a point as it is kept, of the first keyword. */
async function putTurningPoint({ now, sites }: { now: number; sites: Record<string, number> }): Promise<void> {
  const drivers = Object.entries(sites).map(([value, count]) => ({ kind: 'site', value, count }));
  const db = await new Promise<IDBDatabase>((done) => {
    const asked = indexedDB.open('earshot');
    asked.onsuccess = () => done(asked.result);
  });
  const span = { at: now, since: now - 7 * 86_400_000, until: now, from: now - 7_200_000, to: now };
  const told = { direction: 'up', kind: 'spike', z: 9, p: 1e-9, weeks: 300, bins: 2, count: 40, expected: 4, posts: 900, drivers };
  const change = db.transaction('turningPoints', 'readwrite');
  change.objectStore('turningPoints').put({ id: 'k0:made-up', keywordId: 'k0', ...span, ...told });
  for (const id of ['k0:older', 'k0:oldest', 'k0:old'])
    change
      .objectStore('turningPoints')
      .put({ id, keywordId: 'k0', ...span, since: span.since - 3_600_000 * id.length, ...told, drivers: [] });
  await new Promise((done) => {
    change.oncomplete = done;
  });
  db.close();
}

/** Runs in the page: one mention of the person's own and one of a keyword that is no more. Neither is counted, and both are in the inbox. */
async function putUncounted(now: number): Promise<void> {
  const db = await new Promise<IDBDatabase>((done) => {
    const asked = indexedDB.open('earshot');
    asked.onsuccess = () => done(asked.result);
  });
  const change = db.transaction(['mentions', 'tallies', 'counts'], 'readwrite');
  const mention = { site: 'x', kind: 'post', author: { handle: 'me' }, text: 'Tidewater here', seenAt: now, hits: [], status: 'new' };
  const feeling = { sentiment: { value: 'negative', words: [] }, intents: ['question'] };
  for (const [postId, more] of Object.entries({ own: { keywordIds: ['k0'], own: true }, stray: { keywordIds: ['gone'] } }))
    change.objectStore('mentions').put({ id: `x:${postId}`, postId, ...mention, ...feeling, ...more });
  const day = Math.floor(now / 86_400_000) * 86_400_000;
  const posts = [Math.floor((now - day) / 3_600_000) | (3 << 7), 1, 1];
  change.objectStore('tallies').put({ keywordId: 'gone', site: 'x', day, count: 1, posts, moments: [now % 3_600_000] });
  // What was put past the product's own hands is neither counted nor in the search index.
  for (const state of ['state', 'index']) change.objectStore('counts').delete(state);
  await new Promise((done) => {
    change.oncomplete = done;
  });
  db.close();
}

/** Goes where a figure leads, by keyboard, and back. What the link says it shows is what the inbox counts there. */
async function follow(tab: Tab, selector: string): Promise<{ said: number; figure: string }> {
  const link = await until(selector, () =>
    tab.evaluate((wanted) => {
      const found = document.querySelector<HTMLElement>(wanted);
      found?.focus();
      return found && { label: found.getAttribute('aria-label') ?? '', figure: found.textContent ?? '' };
    }, selector),
  );
  const said = Number(/show ([\d,]+) mentions? in the inbox$/.exec(link.label)?.[1]?.replaceAll(',', ''));
  expect(said, link.label).toBeGreaterThan(0);
  expect(link.label).toContain(link.figure);
  await tab.press('Enter');
  await expectInInbox(tab, said, link.label);
  await tab.evaluate(() => history.back());
  return { said, figure: link.figure };
}

/** Runs in the page: two hours that lead somewhere, one next below the other. Which hours those are depends on when the test runs. */
function findColumn(): { upper: string; lower: string } {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>("section[aria-label^='By weekday'] .hours tbody tr")];
  for (let column = 1; column <= 24; column++) {
    const links = rows.flatMap((row) => row.cells[column]?.querySelector('.lead')?.getAttribute('aria-label') ?? []);
    const [upper, lower] = links;
    if (upper && lower) return { upper, lower };
  }
  throw new Error('no weekday has an hour in common with another');
}

async function expectInInbox(tab: Tab, count: number, what: string): Promise<void> {
  await tab.waitFor('document.querySelector(".inbox-counted") !== null');
  const counted = () => tab.evaluate(() => document.querySelector('.inbox-counted p')?.textContent ?? '');
  const isThere = async () => (await counted()) === `${count.toLocaleString('en')} ${count === 1 ? 'mention' : 'mentions'}`;
  await until(`${count} in the inbox for ${what}`, isThere).catch(async (error) => {
    throw new Error(`${what}: the inbox has ${await counted()}`, { cause: error });
  });
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
      await page.reload();
      await until('the figures', async () => (await readTile(page, 'Mentions').catch(() => 0)) > 0);
      const mentions = await readTable<Row>(page, 'mentions');
      const exposures = await readTable<{ hour: number; posts: number }>(page, 'exposures');
      // The browser's own zone, whatever it is; an hour belongs to the day it begins in.
      const count = async (isCounted: (one: Row) => boolean) => {
        const from = await page.evaluate((length) => {
          const first = new Date();
          first.setHours(0, 0, 0, 0);
          return first.setDate(first.getDate() - (length - 1));
        }, days);
        const isIn = (time: number) => Math.floor(time / hour) * hour >= from;
        return {
          mentions: mentions.filter((one) => isIn(one.seenAt) && isCounted(one)).length,
          posts: exposures.filter(({ hour }) => isIn(hour)).reduce((sum, { posts }) => sum + posts, 0),
        };
      };
      const shown = async () => ({ mentions: await readTile(page, 'Mentions'), posts: await readTile(page, 'Posts read') });
      /** A page that is there at midnight is of another day within a minute. */
      const expectShown = async (what: string, isCounted: (one: Row) => boolean) => {
        const isSame = async () => JSON.stringify(await shown()) === JSON.stringify(await count(isCounted));
        await until(what, isSame, 90_000).catch(() => {});
        expect(await shown(), what).toEqual(await count(isCounted));
      };
      await expectShown('the figures', () => true);
      await page.selectRole('combobox', 'Keyword', 'Brackish');
      await expectShown('the figures of one keyword', ({ keywordIds }) => keywordIds.includes('k2'));
      // Share of voice is of all sides, and says so.
      expect(await page.evaluate(() => document.querySelector('.tiles > div:nth-child(4)')?.textContent)).toContain(
        'not of the chosen keyword alone',
      );
      await page.selectRole('combobox', 'Keyword', 'All keywords');
    });

    test('dates of one’s own are typed as they are read, and neither is changed by typing the other', async () => {
      await page.bringToFront();
      const press = (wanted: string) =>
        [...document.querySelectorAll<HTMLElement>('.segments label')].find(({ textContent }) => textContent === wanted)?.click();
      const readDates = () =>
        page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('.dates input')].map(({ value }) => value).join(' '));
      /** So many days back by the browser's own clock. */
      const textOf = (back: number) =>
        page.evaluate((days) => {
          const date = new Date();
          date.setDate(date.getDate() - days);
          return date.toLocaleDateString('sv');
        }, back);
      const [first, last] = [await textOf(41), await textOf(12)];
      const typeDate = async (at: number, date: string) => {
        await page.evaluate((one) => {
          const field = document.querySelectorAll<HTMLInputElement>('.dates input')[one];
          // Whoever has just written the year into it would go on with that.
          field?.blur();
          field?.focus();
        }, at);
        const [year, month, day] = date.split('-');
        await page.type(`${month}${day}${year}`);
      };
      await page.evaluate(press, 'Custom');
      await until('the dates', async () => (await readDates()) !== '');
      await typeDate(0, first);
      await typeDate(1, last);
      expect(await readDates()).toBe(`${first} ${last}`);
      await until('the figures of these days', () =>
        page.evaluate(() => (document.querySelector('.tiles')?.textContent ?? '').includes('30 days before')),
      );
      // A day that has not come is today, once one is done with it.
      await typeDate(1, await textOf(-40));
      await page.press('Enter');
      await until('today', async () => (await readDates()) === `${first} ${await textOf(0)}`);
      await typeDate(0, '1999-01-01');
      await page.press('Enter');
      await until('no more than is worth waiting for', async () => /^20\d\d-/.test(await readDates()));
      await page.evaluate(press, '30 days');
    });

    test('a figure leads to the mentions it was counted from, and back to the same page', async () => {
      await page.evaluate(putUncounted, Date.now());
      await page.reload();
      await page.waitFor('document.querySelector(".share-bars .lead") !== null');
      const choose = async (name: string) => {
        // Its circle is not shown, only its words.
        const press = (wanted: string) => {
          const label = [...document.querySelectorAll<HTMLElement>('.segments label')].find(({ textContent }) => textContent === wanted);
          label?.click();
          return label !== undefined;
        };
        await until(name, () => page.evaluate(press, name));
        await page.waitFor('document.querySelector(".insights[aria-busy=\'true\']") === null');
        await page.waitFor('document.querySelector("section[aria-label=\'What it is made of\'] td .lead") !== null');
      };
      const tile = await follow(page, '.tiles > div:nth-child(1) .lead');
      expect(tile.figure).toBe(String(tile.said));
      for (const place of [4, 5]) await follow(page, `.tiles > div:nth-child(${place}) .lead`);
      await choose('90 days');
      for (const by of ['Keyword', 'Site', 'Community', 'Kind of post']) {
        await choose(by);
        const row = await follow(page, "section[aria-label='What it is made of'] tbody tr:nth-child(2) .lead");
        expect(row.figure).toBe(String(row.said));
      }
      const said: number[] = [];
      for (const row of [1, 3]) said.push((await follow(page, `.share-bars tbody tr:nth-child(${row}) .lead`)).said);
      for (const column of [2, 5, 6, 7]) await follow(page, `.rivals tbody tr:nth-child(1) > :nth-child(${column}) .lead`);
      await follow(page, '.hours tbody tr:nth-child(3) .lead');
      await page.selectRole('combobox', 'Keyword', 'Brackish');
      await follow(page, '.tiles > div:nth-child(1) .lead');
      // What was chosen is still chosen.
      await until('the same keyword', () =>
        page.evaluate(() => document.querySelector<HTMLSelectElement>('.filters select')?.value === 'k2'),
      );
      await page.selectRole('combobox', 'Keyword', 'All keywords');
      await choose('30 days');
    });

    test('what became of mentions leads to them, and so do those past the target and those of an hour', async () => {
      const became = (row: number, cell: string) =>
        `section[aria-label='Mentions by what became of them'] tr:nth-child(${row}) ${cell} .lead`;
      const byHour = (row: number) => `section[aria-label='By the hour in which it was first seen'] tbody tr:nth-child(${row}) .lead`;
      await page.waitFor(`document.querySelector("${byHour(1)}") !== null`);
      await follow(page, '.tiles > div:nth-child(6) .lead');
      const counts: number[] = [];
      for (const row of [1, 2, 3, 4, 5]) {
        const { said, figure } = await follow(page, became(row, 'td.figure'));
        expect(figure).toBe(said.toLocaleString('en'));
        counts.push(said);
      }
      const { said: late, figure } = await follow(page, became(2, 'td:last-child'));
      expect(figure).toContain(`${late.toLocaleString('en')} are past the target`);
      expect(late).toBeLessThanOrEqual(counts[1] ?? 0);
      for (const row of [1, 2]) {
        const { said, figure } = await follow(page, byHour(row));
        expect(figure).toBe(String(said));
      }
      await page.selectRole('combobox', 'Keyword', 'Lowmoor');
      await until('other figures', () =>
        page.evaluate(([selector, before]) => document.querySelector(selector)?.textContent !== before, [
          became(2, 'td.figure'),
          String(counts[1]),
        ] as const),
      );
      for (const row of [1, 2, 3]) await follow(page, became(row, 'td.figure'));
      await follow(page, became(2, 'td:last-child'));
      await page.selectRole('combobox', 'Keyword', 'All keywords');
    });

    test('a day of a chart and an hour of the week are gone to by the arrow keys, and lead to their mentions', async () => {
      // In a tab behind another one nothing has the focus.
      await page.bringToFront();
      await page.waitFor('document.querySelectorAll(".chart-place canvas").length >= 3');
      await page.evaluate(() => (document.querySelector('.chart-place') as HTMLElement).focus());
      await page.press('End');
      const said = () => page.evaluate(() => document.querySelector('.time-chart output')?.textContent ?? '');
      const mentions = await until('a day with mentions', async () => {
        await page.press('ArrowLeft');
        return Number(/\d{4}: (\d+) mentions?/.exec(await said())?.[1]);
      });
      await page.press('Enter');
      await expectInInbox(page, mentions, 'a day');
      await page.evaluate(() => history.back());
      await page.waitFor('document.querySelector(".hours .lead[tabindex=\'0\']") !== null');
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      const pair = await page.evaluate(findColumn);
      expect(await page.evaluate(() => document.querySelectorAll("section[aria-label^='By weekday'] .lead[tabindex='0']").length)).toBe(1);
      await page.evaluate((label) => document.querySelector<HTMLElement>(`.hours .lead[aria-label="${label}"]`)?.focus(), pair.upper);
      await page.press('ArrowDown');
      await until('the hour below', async () => (await focused()) === pair.lower);
      await page.press('ArrowUp');
      await until('the hour above', async () => (await focused()) === pair.upper);
      await page.press('ArrowDown');
      await until('the hour below again', async () => (await focused()) === pair.lower);
      expect(await page.evaluate(() => document.querySelectorAll("section[aria-label^='By weekday'] .lead[tabindex='0']").length)).toBe(1);
      await follow(page, ':focus.lead');
    });

    test('who comes back is at the figure that led away, and who goes on at once stays where they went', async () => {
      const wanted = '.rivals tbody tr:nth-child(1) > :nth-child(2) .lead';
      await follow(page, wanted);
      await until('the figure', () => page.evaluate((one) => document.activeElement?.matches(one) ?? false, wanted));
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
      // From the menu it is another visit, which begins at the top.
      const choose = (name: string) => {
        location.assign(name);
        return true;
      };
      await page.evaluate(choose, '#coverage');
      await page.evaluate(choose, '#insights');
      await page.waitFor('document.querySelector(".rivals .lead") !== null');
      await page.evaluate(choose, '#coverage');
      await page.waitFor('document.querySelector("main h1").textContent === "Coverage"');
      const focused = await page.evaluate(
        () =>
          new Promise<string>((done) => {
            const menu = document.querySelector<HTMLElement>('nav a');
            new MutationObserver(() => {
              menu?.focus();
              setTimeout(() => done(document.activeElement?.textContent ?? ''), 500);
            }).observe(document.querySelector('main h1') as Element, { characterData: true, childList: true, subtree: true });
            history.back();
          }),
      );
      expect(focused).toContain('Inbox');
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
      expect(said).toMatch(/\d{4}: (\d+ mentions? among|nothing read)/);
      await page.press('Escape');
    });

    test('a turning point takes a note, is confirmed, and is out of the way once it is muted', async () => {
      await until('word that it is looked for', () =>
        page.evaluate(() => document.body.innerText.includes('Nothing has turned in this time.')),
      );
      const now = Date.now();
      const sites: Record<string, number> = {};
      for (const { site, seenAt, keywordIds, own } of await readTable<Row>(page, 'mentions'))
        if (!own && keywordIds.includes('k0') && seenAt >= now - 7 * dayLength && seenAt <= now) sites[site] = (sites[site] ?? 0) + 1;
      await page.evaluate(putTurningPoint, { now, sites });
      // What is put past the product's own hands is not watched.
      await page.reload();
      const kept = async () =>
        (await readTable<{ state?: string; note?: string }>(page, 'turningPoints')).find(({ note }) => note !== undefined);
      await until('its card', () => page.evaluate(() => document.querySelector('.turn') !== null));
      await until('its mark on the chart', () =>
        page.evaluate(() => document.body.innerText.includes('Marked along the top: turning points')),
      );
      await follow(page, '.turn .lead');
      await page.waitFor('document.querySelector(".turn") !== null');
      const press = (words: string) => page.click(`.turn button[aria-label^="${words}"]`);
      /** What the focus is on, and in which of the cards. */
      const focused = () =>
        page.evaluate(() => {
          const cards = [...document.querySelectorAll('.turn')];
          const at = cards.findIndex((card) => card.contains(document.activeElement));
          return `${at} ${document.activeElement?.textContent}`;
        });
      const untilFocus = (what: string) =>
        until(`the focus on ${what}`, async () => (await focused()) === what).catch(async (error) => {
          throw new Error(`it is on ${await focused()}, not on ${what}`, { cause: error });
        });
      await press('Note');
      await page.fillRole('textbox', 'What it was', 'our launc');
      await page.press('Escape');
      // Nothing is lost: the button says so.
      await untilFocus('0 Note, begun and not saved');
      await page.press('Enter');
      const typed = () => page.evaluate(() => document.querySelector<HTMLInputElement>('.turn input')?.value);
      expect(await typed()).toBe('our launc');
      await page.reload();
      await page.waitFor('document.querySelector(".turn") !== null');
      await until('what was begun', async () =>
        (await page.evaluate(() => document.querySelector('.turn')?.textContent))?.includes('begun'),
      );
      await press('Note');
      expect(await typed()).toBe('our launc');
      await page.fillRole('textbox', 'What it was', 'our launch');
      await page.press('Enter');
      await until('the note', async () => (await kept())?.note === 'our launch');
      await untilFocus('0 Note');
      await page.press('Enter');
      expect(await typed()).toBe('our launch');
      await page.clickRole('button', 'Cancel');
      await untilFocus('0 Note');
      await press('Confirm');
      await until('the confirmation', async () => (await kept())?.state === 'confirmed');
      const cards = () => page.evaluate(() => document.querySelectorAll('.turn').length);
      expect(await cards()).toBe(4);
      const muteAt = (at: number) =>
        page.evaluate((n) => document.querySelectorAll<HTMLElement>('.turn button[aria-label^="Mute"]')[n]?.focus(), at);
      await muteAt(0);
      await page.press('Enter');
      await until('it to go', async () => (await cards()) === 3);
      await untilFocus('0 Confirm');
      expect(await kept()).toMatchObject({ state: 'muted', note: 'our launch' });
      // Two presses, the second before the first is kept.
      await page.evaluate(() => {
        const [confirm, mute] = document.querySelectorAll<HTMLElement>('.turn button');
        confirm?.click();
        mute?.focus();
        mute?.click();
      });
      await until('it to go', async () => (await cards()) === 2);
      await untilFocus('0 Confirm');
      await muteAt(1);
      await page.press('Enter');
      await until('it to go', async () => (await cards()) === 1);
      await untilFocus('-1 Show 3 muted');
      await page.press('Enter');
      await until('all', async () => (await cards()) === 4);
      await muteAt(0);
      await page.press('Enter');
      // It stands among those that are muted, and the focus with it.
      await untilFocus('2 Unmute');
      await page.clickRole('button', 'Hide muted');
      await until('them to go', async () => (await cards()) === 0);
    });

    test('a word that is added to what tells a wish is looked for in what is kept', async () => {
      type Told = Row & { text: string; intents?: string[] };
      const mentions = async () => (await readTable<Told>(page, 'mentions')).filter(({ text }) => text.includes('came up again'));
      const isTold = ({ intents = [] }: { intents?: string[] }) => intents.includes('press');
      expect((await mentions()).every(isTold)).toBe(false);
      await page.goto(stage.driver.extensionUrl('dashboard.html#settings/wants'));
      await page.reload();
      await page.fillRole('textbox', 'Try it on a sentence', 'Our newsreel is ready.');
      await page.waitFor('document.querySelectorAll(".intent > summary").length === 7');
      await page.click('.list > li:last-child > .intent > summary');
      await page.fillRole('textbox', 'Your own words', 'Came  up again*');
      await page.press('Enter');
      // However long all of them take: as long as there are more from time to time.
      for (let told = 0, all = await mentions(); told < all.length; ) {
        all = await until('more mentions to be told by it', async () => {
          const now = await mentions();
          return now.filter(isTold).length > told && now;
        });
        told = all.filter(isTold).length;
      }
      await page.fillRole('textbox', 'Try it on a sentence', 'It came up again.');
      await page.waitFor('document.querySelector("[id$=found]").textContent.includes("by your “came up again*”")');
      await page.goto(stage.driver.extensionUrl('dashboard.html#insights'));
      await page.reload();
    });

    test('it is no wider than a telephone, however long a keyword is called', async () => {
      const name = 'a very long name of a topic that somebody typed in without thinking of telephones';
      await tell(stage, 'keyword/save', { keywords: [{ ...makeKeyword('telephones', 'topic', 'slate'), name }] });
      await page.setViewport(400, 800);
      const isOffered = (wanted: string) => [...document.querySelectorAll('option')].some(({ textContent }) => textContent === wanted);
      await until('the long name', () => page.evaluate(isOffered, name));
      await page.waitFor('document.querySelector(".share-bars") !== null');
      await until('a page as wide as the window', () =>
        page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      );
      await page.setViewport(1280, 800);
    });

    test.each(['light', 'dark'] as const)('a machine finds nothing wrong with it in %s', async (scheme) => {
      await page.setColorScheme(scheme);
      await page.waitFor('document.querySelector(".share-bars") !== null');
      expect(await listFindings(page, scheme)).toEqual([]);
    });
  },
  forOwnPages,
);
