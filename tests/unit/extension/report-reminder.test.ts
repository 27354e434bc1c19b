import { beforeEach, expect, test, vi } from 'vitest';
import { listStretches, periodBefore, periodOf } from '../../../components/report-times.ts';
import { remindOfReport } from '../../../entrypoints/background/report-reminder.ts';
import { openDatabase } from '../../../storage/db.ts';
import { getSettings, saveSettings } from '../../../storage/settings.ts';
import { startAnew } from './made-up.ts';

beforeEach(startAnew);

const local = (text: string): number => new Date(text).getTime();
const noon = local('2026-11-25T12:00:00');
const tell = vi.fn(async () => {});
beforeEach(() => tell.mockClear());
const kept = async () => (await (await openDatabase()).notices.toArray()).map(({ id, kind, how }) => [id, kind, how]);

test('who did not ask for it is reminded of nothing', async () => {
  await saveSettings({ brand: 'Acme' });
  await remindOfReport(noon, tell);
  expect(await kept()).toEqual([]);
  expect(tell).not.toHaveBeenCalled();
});

test('a month that is over is told of once, however often the hour rings', async () => {
  await saveSettings({ reportEvery: 'month' });
  for (const hours of [0, 1, 29 * 24]) await remindOfReport(local('2026-11-01T00:10:00') + hours * 3_600_000, tell);
  expect(await kept()).toEqual([['report:month:2026-10-01', 'report', 'now']]);
  await remindOfReport(local('2026-12-01T09:00:00'), tell);
  expect(tell).toHaveBeenCalledTimes(2);
});

test('it is told once even where its notice was forgotten meanwhile, and nothing else of the settings is lost', async () => {
  await saveSettings({ reportEvery: 'week', brand: 'Acme' });
  await remindOfReport(noon, tell);
  await (await openDatabase()).notices.clear();
  await remindOfReport(noon, tell);
  expect(tell).toHaveBeenCalledTimes(1);
  expect(await getSettings()).toMatchObject({ brand: 'Acme', reportTold: 'week:2026-11-16' });
});

test('a week begins on Monday, also where that is in another year', () => {
  expect(periodOf('week', noon)).toEqual({
    id: 'week:2026-11-23',
    span: 'week',
    from: local('2026-11-23T00:00'),
    to: local('2026-11-30T00:00'),
  });
  expect(periodOf('week', local('2027-01-01T08:00')).id).toBe('week:2026-12-28');
  expect(periodOf('week', local('2026-11-29T23:59')).id).toBe('week:2026-11-23');
});

test('months and quarters go by the calendar, over the end of the year too', () => {
  expect(periodOf('month', noon, -11).id).toBe('month:2025-12-01');
  expect(periodOf('quarter', noon).id).toBe('quarter:2026-10-01');
  expect(periodOf('quarter', noon, 1)).toMatchObject({ from: local('2027-01-01T00:00'), to: local('2027-04-01T00:00') });
  expect(periodBefore(periodOf('month', local('2026-03-31T10:00')))).toEqual({
    from: local('2026-02-01T00:00'),
    to: local('2026-03-01T00:00'),
  });
});

test('a period is cut into days, a quarter into weeks, without a gap', () => {
  expect(listStretches(periodOf('month', noon))).toHaveLength(31);
  expect(listStretches(periodOf('week', noon))).toHaveLength(8);
  const quarter = periodOf('quarter', noon);
  const weeks = listStretches(quarter);
  expect([weeks[0], weeks.at(-1)]).toEqual([quarter.from, quarter.to]);
  expect(weeks).toEqual([...new Set(weeks)].sort((a, b) => a - b));
  expect(weeks.length).toBeGreaterThanOrEqual(14);
});
