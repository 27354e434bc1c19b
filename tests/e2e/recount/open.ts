/** Brings a page to where all of its numbers are seen, and holds it against what was counted from the rows. */
import { expect } from 'vitest';
import type { Filling } from '../../bench/fill-insights.ts';
import { type Tab, until } from '../../driver/index.ts';
import { readTable } from '../stored.ts';
import { bundle } from './bundle.ts';
import { type Allowance, type Seen, see } from './see.ts';

declare const fillToRecount: (filling: Filling) => Promise<Record<string, number>>;

const hour = 3_600_000;

/** What is counted from a moment on loses an hour when the next begins: nobody wants to be at it just then. */
export async function awaitNextHour(): Promise<void> {
  const left = hour - (Date.now() % hour);
  if (left < 100_000) await new Promise((done) => setTimeout(done, left + 100));
}

export async function fill(tab: Tab): Promise<void> {
  await tab.evaluate(`${await bundle('fill.ts')}; undefined`);
  await awaitNextHour();
  // The background has looked for mentions of before: nothing is changed between the rows and what is counted ahead of them.
  await until('the background to be done', async () =>
    (await readTable<{ id: string }>(tab, 'counts')).some(({ id }) => id === 'understood:1'),
  );
  await tab.evaluate((moment) => fillToRecount({ mentions: 700, days: 75, now: moment }), Date.now());
}

/** Shows a page anew, in front: what lies behind is hardly drawn. */
export async function show(tab: Tab, url: string, selector: string): Promise<void> {
  await tab.bringToFront();
  await tab.goto(url);
  await tab.reload();
  await until(`${selector} of ${url}`, () => tab.evaluate((wanted) => document.querySelector(wanted) !== null, selector));
}

/** Puts rows past the product's own hands. */
export function putRows(tab: Tab, table: string, rows: readonly object[]): Promise<void> {
  return tab.evaluate(
    async (asked) => {
      const db = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('earshot');
        request.onsuccess = () => done(request.result);
      });
      const change = db.transaction(asked.table, 'readwrite');
      for (const row of asked.rows) change.objectStore(asked.table).put(row);
      await new Promise((done) => {
        change.oncomplete = done;
      });
      db.close();
    },
    { table, rows: [...rows] },
  );
}

/** Takes one away past the product's own hands. */
export function takeRow(tab: Tab, table: string, id: string): Promise<void> {
  return tab.evaluate(
    async (asked) => {
      const db = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('earshot');
        request.onsuccess = () => done(request.result);
      });
      const change = db.transaction(asked.table, 'readwrite');
      change.objectStore(asked.table).delete(asked.id);
      await new Promise((done) => {
        change.oncomplete = done;
      });
      db.close();
    },
    { table, id },
  );
}

/** Opens everything that can be opened to show more. @returns the words of the buttons that were pressed for it */
export function unfold(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('main details:not(.measuring, [open])')) details.open = true;
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('main button[aria-expanded="false"]')];
    return buttons.map((button) => {
      const words = button.textContent ?? '';
      button.click();
      return words;
    });
  });
}

const sortKeys = ({ tables, tiles, rest }: Seen): Seen => ({
  tables: Object.fromEntries(Object.entries(tables).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  tiles: Object.fromEntries(Object.entries(tiles).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  rest: rest.toSorted(),
});

export interface Held {
  seen: Seen;
  /** The allowances that were made use of. */
  used: string[];
  /** The words of what was pressed to see more. */
  buttons: string[];
}

/** So long a page may stand still before it is taken to be whole, in milliseconds: within a minute it knows that an hour is over. */
const patience = 70_000;

/** Until the page shows just that: every number on it, and no other. Where it does not come to it and changes no more, what is different is told. */
export async function holdAgainst(tab: Tab, allowances: readonly Allowance[], count: () => Promise<Seen>): Promise<Held> {
  const nothing: Seen = { tables: {}, tiles: {}, rest: [] };
  const held: Held = { seen: nothing, used: [], buttons: [] };
  let counted = nothing;
  let last = '';
  let changedAt = performance.now();
  const isOver = async () => {
    held.buttons.push(...(await unfold(tab)));
    const { seen, used } = await see(tab, allowances);
    [held.seen, held.used, counted] = [sortKeys(seen), used, sortKeys(await count())];
    const now = JSON.stringify(held.seen);
    if (now !== last) changedAt = performance.now();
    last = now;
    return now === JSON.stringify(counted) || performance.now() - changedAt > patience;
  };
  await until('the page to show what was counted', isOver, 3 * patience).catch(() => undefined);
  expect(held.seen).toEqual(counted);
  return held;
}
