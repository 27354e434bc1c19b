import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Notice } from '../../../core/model.ts';
import { notice as noticeSchema } from '../../../core/model.ts';
import { onNoticeClicked, onNoticeClosed, tellNotices } from '../../../entrypoints/background/notices.ts';
import { openDatabase } from '../../../storage/db.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { saveBatch, setStatus } from '../../../storage/mentions.ts';
import { countUnseen, listUnseen, markSeen, pruneNotices } from '../../../storage/notices.ts';
import { saveSettings } from '../../../storage/settings.ts';
import { getMessage } from './english.ts';
import { makeCapture, makeKeyword, startAnew } from './made-up.ts';

/** Noon on this machine's own clock, whatever its zone. */
const noon = new Date(2026, 10, 23, 12, 0).getTime();
const create = vi.fn();
const badges: string[] = [];

beforeEach(async () => {
  startAnew();
  create.mockReset();
  badges.length = 0;
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true);
  const shown = new Map<string, unknown>();
  create.mockImplementation(async (id: string, options: unknown) => void shown.set(id, options));
  Object.assign(fakeBrowser.notifications, {
    create,
    getAll: async () => Object.fromEntries(shown),
    clear: async (id: string) => shown.delete(id),
  });
  Object.assign(fakeBrowser.i18n, { getMessage });
  Object.assign(fakeBrowser.action, {
    setBadgeText: async ({ text }: { text: string }) => void badges.push(text),
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
  });
  await saveSettings({ notices: { since: noon - 1, digestAt: 18 * 60 } });
  await saveKeywords([makeKeyword('k1', { name: 'Acme', notify: 'now' }), makeKeyword('k2', { name: 'Tide', notify: 'digest' })]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const hear = (from: number, count: number, keywordId = 'k1') =>
  saveBatch(
    { captures: Array.from({ length: count }, (_, i) => makeCapture(from + i, { hits: [{ keywordId, start: 0, end: 7 }] })), scanned: [] },
    Date.now(),
  );
const listNotices = async (): Promise<Notice[]> => (await openDatabase()).notices.toArray();
const said = () => create.mock.calls.map(([, { title, message }]) => [title, message]);

test('a mention is told of with its keyword and site, and no word of what was said', async () => {
  await hear(1, 1);
  await tellNotices();
  expect(create).toHaveBeenCalledTimes(1);
  expect(said()).toEqual([['New mention of Acme', 'X']]);
  expect(JSON.stringify(create.mock.calls)).not.toMatch(/Ada|heard me/);
  const [notice] = await listNotices();
  expect(notice).toMatchObject({ mentionId: 'x:1', shownAt: noon });
  noticeSchema.parse(notice);
});

test('who wants the words gets them, for one mention at a time', async () => {
  await saveSettings({ notices: { since: noon - 1, digestAt: 18 * 60, showText: true } });
  await hear(1, 1);
  await tellNotices();
  await hear(2, 2);
  vi.setSystemTime(noon + 61_000);
  await tellNotices();
  expect(said()[0]?.[1]).toMatch(/^Ada Byrne: Earshot heard me/);
  expect(said()[1]?.[1]).not.toMatch(/Ada/);
});

test('many at once are one notification, and what comes within the minute waits for the next', async () => {
  await hear(1, 12);
  await tellNotices();
  await hear(20, 3);
  await tellNotices();
  expect(create).toHaveBeenCalledTimes(1);
  expect((await fakeBrowser.alarms.get('notice'))?.scheduledTime).toBe(noon + 60_000);
  vi.setSystemTime(noon + 60_000);
  await tellNotices();
  expect(create).toHaveBeenCalledTimes(2);
  expect((await listNotices()).every(({ shownAt }) => shownAt !== undefined)).toBe(true);
});

test('what is for once a day waits for its time, and what was done by then is not told of', async () => {
  await hear(1, 3, 'k2');
  await tellNotices();
  expect(create).not.toHaveBeenCalled();
  vi.setSystemTime(noon + 60_000);
  await setStatus(['x:1'], 'done');
  vi.setSystemTime(noon + 6 * 3_600_000);
  await tellNotices();
  expect(create).toHaveBeenCalledTimes(1);
  const batches = new Map((await listNotices()).map(({ mentionId, batch }) => [mentionId, batch]));
  expect(batches.get('x:1')).toBeUndefined();
  expect(batches.get('x:2')).toBe(batches.get('x:3'));
});

test('stopped before the browser was asked, it is asked the next time, under the same name', async () => {
  await hear(1, 2);
  create.mockRejectedValueOnce(new Error('stopped'));
  await expect(tellNotices()).rejects.toThrow('stopped');
  expect((await listNotices()).map(({ batch, shownAt }) => [typeof batch, shownAt])).toEqual([
    ['string', undefined],
    ['string', undefined],
  ]);
  await tellNotices();
  expect(create).toHaveBeenCalledTimes(2);
  expect(create.mock.calls[1]?.[0]).toBe(create.mock.calls[0]?.[0]);
  await tellNotices();
  expect(create).toHaveBeenCalledTimes(2);
});

test('stopped after the browser showed it, it is not shown again, closed by the person or not', async () => {
  const stopAfter = create.getMockImplementation();
  create.mockImplementationOnce(async (id: string, options: unknown) => {
    await stopAfter?.(id, options);
    throw new Error('stopped');
  });
  await hear(1, 1);
  await expect(tellNotices()).rejects.toThrow('stopped');
  await tellNotices();
  expect(create).toHaveBeenCalledTimes(1);
  expect((await listNotices())[0]?.shownAt).toBe(noon);

  create.mockRejectedValueOnce(new Error('stopped'));
  vi.setSystemTime(noon + 120_000);
  await hear(2, 1);
  await expect(tellNotices()).rejects.toThrow('stopped');
  await onNoticeClosed(create.mock.calls[1]?.[0]);
  await tellNotices();
  expect(create).toHaveBeenCalledTimes(2);
});

test('eight at a time tell once', async () => {
  await hear(1, 4);
  await Promise.all(Array.from({ length: 8 }, () => tellNotices()));
  expect(create).toHaveBeenCalledTimes(1);
});

test('without the permission, or before it was wanted, nothing is shown and nothing is lost but what is old', async () => {
  await hear(1, 1);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(false);
  await tellNotices();
  expect(create).not.toHaveBeenCalled();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true);
  await saveSettings({ notices: { since: noon + 1, digestAt: 18 * 60 } });
  vi.setSystemTime(noon + 2);
  await tellNotices();
  expect(create).not.toHaveBeenCalled();
  await hear(2, 1);
  await tellNotices();
  expect(create).toHaveBeenCalledTimes(1);
});

test('the badge counts what the person has not seen, with the permission or without', async () => {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(false);
  await hear(1, 3);
  await tellNotices();
  expect(badges.at(-1)).toBe('3');
  vi.setSystemTime(noon + 1_000);
  await setStatus(['x:1'], 'done');
  expect(await countUnseen(noon + 1_000)).toBe(2);
  expect(await markSeen(noon + 1_000)).toBe(3);
  await tellNotices();
  expect(badges.at(-1)).toBe('');
});

test('who looks at the inbox has seen what was said, and not yet what turned or which report is due', async () => {
  await hear(1, 2);
  const db = await openDatabase();
  await db.notices.bulkPut([
    { id: 'turning-point:k1', at: noon, kind: 'turning-point', keywordId: 'k1', how: 'now' },
    { id: 'report:week:2026-01-05', at: noon, kind: 'report', how: 'now' },
  ]);
  expect(await markSeen(noon + 1, ['mention'])).toBe(2);
  expect((await listUnseen(noon + 1)).map(({ kind }) => kind).sort()).toEqual(['report', 'turning-point']);
  await tellNotices();
  expect(badges.at(-1)).toBe('2');
  expect(await markSeen(noon + 1, ['turning-point'])).toBe(1);
  expect((await listUnseen(noon + 1, ['turning-point', 'report'])).map(({ kind }) => kind)).toEqual(['report']);
  expect(await markSeen(noon + 1)).toBe(1);
});

test('a click opens what it was about', async () => {
  const open = vi.spyOn(fakeBrowser.tabs, 'create');
  await hear(1, 1);
  await tellNotices();
  const name = create.mock.calls[0]?.[0] as string;
  await onNoticeClicked(name);
  expect(open.mock.calls[0]?.[0]?.url).toContain(`dashboard.html#inbox/notice/${name.replace('notices:', '')}`);
  await onNoticeClicked('another');
  expect(open).toHaveBeenCalledTimes(1);
});

test('after a week a notice is forgotten', async () => {
  await hear(1, 1);
  expect(await pruneNotices(noon + 6 * 86_400_000)).toBe(0);
  expect(await pruneNotices(noon + 8 * 86_400_000)).toBe(1);
});
