import { describe, expect, test } from 'vitest';
import type { Mention, Notice, NoticeSettings } from '../../../core/model.ts';
import { dueAt, isQuiet, isStale, nextAt, planNotices, sumUp } from '../../../core/notice-plan.ts';

/** On the clock of this machine, whatever its zone. */
const at = (hour: number, minute = 0, day = 10): number => new Date(2026, 10, day, hour, minute).getTime();
const settings: NoticeSettings = { since: at(0, 0, 1), digestAt: 9 * 60, quiet: { from: 22 * 60, to: 7 * 60 } };
const makeNotice = (id: string, change: Partial<Notice> = {}): Notice => ({
  id,
  at: at(12),
  kind: 'mention',
  mentionId: `x:${id}`,
  keywordId: 'k1',
  how: 'now',
  ...change,
});
const plan = (notices: Notice[], now: number, last?: number, change: Partial<NoticeSettings> = {}) => {
  const { due, next } = planNotices(notices, { ...settings, ...change }, last, now);
  return { due: due.map(({ id }) => id), next };
};

test('at once is at once, unless it is quiet: then when that is over', () => {
  expect(plan([makeNotice('a')], at(12))).toEqual({ due: ['a'], next: undefined });
  const late = makeNotice('b', { at: at(23) });
  expect(plan([late], at(23, 1))).toEqual({ due: [], next: at(7, 0, 11) });
  expect(plan([late], at(6, 59, 11))).toEqual({ due: [], next: at(7, 0, 11) });
  expect(plan([late], at(7, 0, 11)).due).toEqual(['b']);
});

test('once a day is at the chosen time, today or tomorrow', () => {
  const [early, later] = [makeNotice('a', { how: 'digest', at: at(8) }), makeNotice('b', { how: 'digest', at: at(10) })];
  expect(plan([early, later], at(8, 30))).toEqual({ due: [], next: at(9) });
  expect(plan([early, later], at(9))).toEqual({ due: ['a'], next: at(9, 0, 11) });
  expect(dueAt(later, settings)).toBe(at(9, 0, 11));
});

test('a time for the daily one within quiet hours waits for their end', () => {
  expect(dueAt(makeNotice('a', { how: 'digest', at: at(1) }), { ...settings, digestAt: 3 * 60 })).toBe(at(7));
});

test('two notifications are a minute apart, and what came meanwhile is told together', () => {
  const [a, b] = [makeNotice('a', { at: at(12) }), makeNotice('b', { at: at(12) + 5_000 })];
  expect(plan([a, b], at(12) + 10_000, at(12) - 10_000)).toEqual({ due: [], next: at(12) + 50_000 });
  expect(plan([a, b], at(12) + 50_000, at(12) - 10_000).due).toEqual(['a', 'b']);
  // The clock was put back since the last one.
  expect(plan([a], at(12) + 60_001, at(20)).due).toEqual(['a']);
});

test('what came before notifications were wanted, was shown, or is a week old is not told of', () => {
  expect(plan([makeNotice('a')], at(12), undefined, { since: at(12, 1) })).toEqual({ due: [], next: undefined });
  expect(plan([makeNotice('a', { shownAt: at(12) })], at(13)).due).toEqual([]);
  expect(plan([makeNotice('a')], at(12, 1, 17)).due).toEqual([]);
  const { since: _, ...off } = settings;
  expect(planNotices([makeNotice('a')], off, undefined, at(12))).toEqual({ due: [], next: undefined });
});

describe('quiet hours', () => {
  test('go over midnight, or do not; the same time twice is none', () => {
    expect([at(21, 59), at(22), at(3), at(6, 59), at(7)].map((time) => isQuiet(time, settings.quiet))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    const noon = { from: 12 * 60, to: 13 * 60 };
    expect([at(11, 59), at(12), at(12, 59), at(13)].map((time) => isQuiet(time, noon))).toEqual([false, true, true, false]);
    expect(isQuiet(at(12), { from: 720, to: 720 })).toBe(false);
    expect(isQuiet(at(12), undefined)).toBe(false);
  });
});

test('the next time a clock shows a minute is on the same day where that is still to come', () => {
  expect(nextAt(at(8), 9 * 60)).toBe(at(9));
  expect(nextAt(at(9), 9 * 60)).toBe(at(9));
  expect(nextAt(at(9, 1), 9 * 60)).toBe(at(9, 0, 11));
});

test('who has dealt with a mention is not told of it; one that is gone is no news', () => {
  const notice = makeNotice('a');
  expect(isStale({ status: 'done', statusAt: at(12, 1) }, notice)).toBe(true);
  expect(isStale({ status: 'done' }, notice)).toBe(false);
  expect(isStale({ status: 'new', statusAt: at(12, 1) }, notice)).toBe(false);
  expect(isStale(undefined, notice)).toBe(true);
  expect(isStale(undefined, makeNotice('r', { kind: 'report' }))).toBe(false);
});

test('what is told together is counted by keyword and by site, the most frequent first', () => {
  const notices = [makeNotice('1', { keywordId: 'k2' }), makeNotice('2'), makeNotice('3'), makeNotice('4', { kind: 'report' })];
  const mentions = new Map(['x:1', 'x:2', 'x:3'].map((id, i) => [id, { id, site: i === 0 ? 'x' : 'reddit' } as Mention]));
  const sum = sumUp(notices, mentions, (id) => ({ k1: 'Acme', k2: 'Tide' })[id]);
  expect(sum).toMatchObject({ mentions: 3, sites: ['reddit', 'x'], others: [{ id: '4' }] });
  expect(sum.keywords).toEqual([
    { name: 'Acme', count: 2 },
    { name: 'Tide', count: 1 },
  ]);
});
