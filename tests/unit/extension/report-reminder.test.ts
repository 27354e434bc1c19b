import { beforeEach, expect, test, vi } from 'vitest';
import { readDate, toDate } from '../../../components/date-words.ts';
import { comparedWith, listStretches, namePeriod, periodBefore, periodOf } from '../../../components/report-times.ts';
import { calendarOf } from '../../../core/calendar.ts';
import { remindOfReport } from '../../../entrypoints/background/report-reminder.ts';
import { openDatabase } from '../../../storage/db.ts';
import { getSettings, saveSettings } from '../../../storage/settings.ts';
import { startAnew } from './made-up.ts';

beforeEach(startAnew);

const local = (text: string): number => new Date(text).getTime();
/** Of this machine. */
const here = calendarOf(Intl.DateTimeFormat().resolvedOptions().timeZone);
const tokyo = calendarOf('Asia/Tokyo');
const berlin = calendarOf('Europe/Berlin');
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
  expect(periodOf('week', noon, here)).toEqual({
    id: 'week:2026-11-23',
    span: 'week',
    from: local('2026-11-23T00:00'),
    to: local('2026-11-30T00:00'),
  });
  expect(periodOf('week', local('2027-01-01T08:00'), here).id).toBe('week:2026-12-28');
  expect(periodOf('week', local('2026-11-29T23:59'), here).id).toBe('week:2026-11-23');
});

test('months and quarters go by the calendar, over the end of the year too', () => {
  expect(periodOf('month', noon, here, -11).id).toBe('month:2025-12-01');
  expect(periodOf('quarter', noon, here).id).toBe('quarter:2026-10-01');
  expect(periodOf('quarter', noon, here, 1)).toMatchObject({ from: local('2027-01-01T00:00'), to: local('2027-04-01T00:00') });
  expect(periodBefore(periodOf('month', local('2026-03-31T10:00'), here), here)).toEqual({
    from: local('2026-02-01T00:00'),
    to: local('2026-03-01T00:00'),
  });
});

test('what is not over is compared with as many days of the one before', () => {
  const upTo = (text: string) => comparedWith(periodOf('month', local(text), here), local(text), here);
  expect(upTo('2026-11-12T09:00')).toEqual({ from: local('2026-10-01T00:00'), to: local('2026-10-13T00:00') });
  // February has no 31 days to give.
  expect(upTo('2026-03-31T09:00')).toEqual({ from: local('2026-02-01T00:00'), to: local('2026-03-01T00:00') });
  const over = periodOf('month', local('2026-11-12T09:00'), here, -1);
  expect(comparedWith(over, local('2026-11-12T09:00'), here)).toEqual(periodBefore(over, here));
});

test('a period is cut into days, a quarter into weeks, without a gap', () => {
  expect(listStretches(periodOf('month', noon, here), here)).toHaveLength(31);
  expect(listStretches(periodOf('week', noon, here), here)).toHaveLength(8);
  const quarter = periodOf('quarter', noon, here);
  const weeks = listStretches(quarter, here);
  expect([weeks[0], weeks.at(-1)]).toEqual([quarter.from, quarter.to]);
  expect(weeks).toEqual([...new Set(weeks)].sort((a, b) => a - b));
  expect(weeks.length).toBeGreaterThanOrEqual(14);
});

test('a period is one of the chosen time zone, wherever the machine stands', () => {
  const november = periodOf('month', Date.parse('2026-11-30T14:59:59Z'), tokyo);
  expect(november).toEqual({
    id: 'month:2026-11-01',
    span: 'month',
    from: Date.parse('2026-10-31T15:00Z'),
    to: Date.parse('2026-11-30T15:00Z'),
  });
  expect(periodOf('month', Date.parse('2026-11-30T15:00Z'), tokyo).id).toBe('month:2026-12-01');
  expect(namePeriod(november, tokyo)).toBe('November 2026');
  // The night in which clocks are put back has a 25th hour.
  const october = listStretches(periodOf('month', Date.parse('2026-10-10T12:00Z'), berlin), berlin);
  expect(october).toHaveLength(32);
  expect(october.slice(1).filter((at, i) => at - (october[i] ?? 0) !== 86_400_000)).toHaveLength(1);
});

test('the reminder goes by the chosen time zone', async () => {
  await saveSettings({ reportEvery: 'month', measuring: { zone: 'Asia/Tokyo' } });
  await remindOfReport(Date.parse('2026-11-30T15:10Z'), tell);
  expect(await kept()).toEqual([['report:month:2026-11-01', 'report', 'now']]);
});

test('a date typed for a goal is a day of the chosen time zone', () => {
  expect(readDate('2026-12-01', tokyo)).toBe(Date.parse('2026-11-30T15:00Z'));
  expect(toDate(Date.parse('2026-11-30T15:00Z'), tokyo)).toBe('2026-12-01');
  for (const date of ['2026-03-29', '2026-10-25', '2026-12-31']) expect(toDate(readDate(date, berlin), berlin)).toBe(date);
});
