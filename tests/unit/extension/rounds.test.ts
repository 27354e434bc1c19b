import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { RoundChoice } from '../../../core/round.ts';
import { arrive, moveRound, noteRead, onTabClosed, startRound, viewOfTab } from '../../../entrypoints/background/rounds.ts';
import { readRound } from '../../../messages/notices.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { listRounds } from '../../../storage/rounds.ts';
import { makeKeyword, now, startAnew } from './made-up.ts';

let granted: (origin: string) => boolean;
let shown: string[];
const closed = new Set<number>();

beforeEach(async () => {
  startAnew();
  granted = () => true;
  shown = [];
  closed.clear();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async ({ origins = [] }) => origins.every((one) => granted(one)));
  const update = fakeBrowser.tabs.update.bind(fakeBrowser.tabs) as unknown as (id: number, change: { url?: string }) => Promise<unknown>;
  vi.spyOn(fakeBrowser.tabs, 'update').mockImplementation((async (id: number, change: { url?: string }) => {
    if (closed.has(id)) throw new Error('no such tab');
    if (change.url) shown.push(change.url);
    return update(id, change);
  }) as never);
  await saveKeywords([makeKeyword('acme'), makeKeyword('quiet', { paused: true, createdAt: now + 1 })]);
});
afterEach(() => vi.restoreAllMocks());

const choice: RoundChoice = { sites: ['x', 'hackernews'], keywordIds: ['acme', 'quiet'], notifications: false, within: 0 };
const tabOf = async () => (await readRound())?.tabId ?? -1;
/** The page of the stop says that it is there, and what was read. */
async function read(posts: number): Promise<void> {
  const tab = await tabOf();
  const meant = await arrive(tab);
  await noteRead(tab, { url: meant?.url ?? '', posts });
}

test('a round opens its pages in one tab, and those that were read and gone on from are kept', async () => {
  expect(await startRound(choice, now)).toBe(2);
  expect(shown).toHaveLength(1);
  expect(new URL(shown[0] ?? '').hostname).toBe('hn.algolia.com');
  await read(7);
  expect(await viewOfTab(await tabOf())).toMatchObject({ state: 'going', at: 1, total: 2, name: 'Hacker News', words: 'acme', posts: 7 });
  await moveRound('next', now + 1_000);
  expect(new URL(shown[1] ?? '').hostname).toBe('x.com');
  expect(await listRounds()).toEqual([{ id: 'hackernews:acme', site: 'hackernews', keywordId: 'acme', checkedAt: now + 1_000 }]);
  expect((await fakeBrowser.tabs.query({})).filter((tab) => tab.url?.startsWith('https://'))).toHaveLength(1);
});

test('a page that was not read, or was skipped, is not called gone through', async () => {
  await startRound(choice, now);
  await moveRound('next', now);
  await read(3);
  await moveRound('skip', now);
  expect(await listRounds()).toEqual([]);
  expect(await viewOfTab(await tabOf())).toEqual({ state: 'over', total: 2, done: 0, skipped: 2 });
  await moveRound('next', now);
  await moveRound('stop', now);
  expect(await readRound()).toBeUndefined();
});

test('what a page says while it is being left counts for nothing', async () => {
  await startRound(choice, now);
  const left = (await arrive(await tabOf()))?.url ?? '';
  await moveRound('skip', now);
  await noteRead(await tabOf(), { url: left, posts: 9 });
  await moveRound('next', now);
  expect(await listRounds()).toEqual([]);
});

test('only the first page after the tab was sent on is where it landed', async () => {
  await startRound(choice, now);
  expect(await arrive(await tabOf())).toMatchObject({ landed: true });
  expect(await arrive(await tabOf())).toMatchObject({ landed: false });
  await moveRound('next', now);
  expect(await arrive(await tabOf())).toMatchObject({ landed: true });
  expect(await arrive(999)).toBeUndefined();
});

test('a closed tab loses nothing: the round waits and goes on in a new one', async () => {
  await startRound(choice, now);
  await read(1);
  const tab = await tabOf();
  closed.add(tab);
  await onTabClosed(tab);
  expect(await readRound()).toMatchObject({ at: 0 });
  expect(await tabOf()).toBe(-1);
  // What was read was read in a tab that is gone.
  expect((await readRound())?.read).toBeUndefined();
  await moveRound('continue', now);
  expect(shown).toHaveLength(2);
  expect(shown[1]).toBe(shown[0]);
  expect(await tabOf()).not.toBe(tab);
});

test('a strip in another tab moves nothing', async () => {
  await startRound(choice, now);
  expect(await moveRound('next', now, 12_345)).toBe(false);
  expect(await readRound()).toMatchObject({ at: 0 });
  expect(await moveRound('next', now, await tabOf())).toBe(true);
});

test('a site that is not granted is not gone to', async () => {
  granted = (origin) => !origin.includes('x.com');
  expect(await startRound(choice, now)).toBe(1);
  granted = () => false;
  await moveRound('stop', now);
  expect(await startRound(choice, now)).toBe(0);
  expect(await readRound()).toBeUndefined();
});

test('two presses at once go on by two pages, one after the other', async () => {
  await startRound({ ...choice, sites: ['x', 'hackernews', 'reddit'] }, now);
  await Promise.all([moveRound('skip', now), moveRound('skip', now)]);
  expect(await readRound()).toMatchObject({ at: 2, skipped: 2 });
});

test('a browser that is restarted loses nothing: the round waits, and its tab’s old number is no other tab’s', async () => {
  await startRound(choice, now);
  await read(4);
  await moveRound('next', now);
  const tab = await tabOf();
  await fakeBrowser.storage.session.clear();
  expect(await readRound()).toMatchObject({ at: 1, done: 1 });
  expect(await viewOfTab(tab)).toBeUndefined();
  expect(await arrive(tab)).toBeUndefined();
  await moveRound('continue', now);
  expect(await viewOfTab(await tabOf())).toMatchObject({ state: 'going', at: 2, total: 2 });
  expect(shown.at(-1)).toBe(shown.at(-2));
});

test('a round that was over when the browser was quit is not offered again', async () => {
  await startRound(choice, now);
  await moveRound('skip', now);
  await moveRound('skip', now);
  expect(await readRound()).toMatchObject({ at: 2 });
  await fakeBrowser.storage.session.clear();
  expect(await readRound()).toBeUndefined();
});

test('alternatives are searched one by one where the site knows no "or", and at once where it does', async () => {
  await saveKeywords([makeKeyword('acme', { query: 'acme OR "acme inc"' })]);
  expect(await startRound(choice, now)).toBe(3);
  expect((await readRound())?.stops.map(({ site, words }) => [site, words])).toEqual([
    ['hackernews', 'acme'],
    ['hackernews', '"acme inc"'],
    ['x', 'acme OR "acme inc"'],
  ]);
});
