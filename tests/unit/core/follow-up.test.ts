import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf, workingTime } from '../../../core/calendar.ts';
import { createAges, medianWait } from '../../../core/follow-up.ts';
import { makeReport } from '../../../core/report.ts';
import { medianRanks } from '../../../core/statistics.ts';
import { day, makeRows, many, start } from './measuring.ts';

const hour = 3_600_000;
const month = { id: 'month:2026-11-01', span: 'month' as const, from: start + 30 * day, to: start + 60 * day };
const before = { from: start, to: start + 30 * day };

/** 12 a day, from the first day on; what is not answered by `now` is not known to be. */
function makeMonths(now: number, delay: (i: number) => number | undefined) {
  const mentions = many(720, (i) => {
    const seenAt = start + i * 2 * hour;
    const after = delay(i);
    const answeredAt = after === undefined ? undefined : seenAt + after;
    return { seenAt, ...(answeredAt === undefined || answeredAt > now ? {} : { answeredAt }) };
  });
  return makeReport({
    period: month,
    before,
    stretches: [month.from, month.to],
    rows: makeRows({
      mentions: mentions.filter(({ seenAt }) => seenAt < now),
      exposures: [0, 30].map((at) => ({ site: 'x', hour: start + at * day, posts: 10_000 })),
    }),
    goals: [],
    now,
  });
}

/** 2 to 46 hours, each of them as often. */
const steady = (i: number) => (2 + ((i * 17) % 45)) * hour;
const find = (facts: ReturnType<typeof makeMonths>, kind: string) => facts.figures.find((one) => one.kind === kind);

test.each([
  ['over since a moment', 30],
  ['half over', 15],
  ['in its third day', 2.5],
])('who goes on answering after 2 to 46 hours does neither better nor worse: the time is %s', (_, days) => {
  const facts = makeMonths(month.from + days * day, steady);
  for (const kind of ['answered', 'response-time']) {
    const { moved, judged } = find(facts, kind) ?? {};
    expect([kind, judged, moved === 'up' || moved === 'down']).toEqual([kind, undefined, false]);
  }
});

test('who answers much faster, or leaves much more unanswered, does so from the first days on', () => {
  const change = (slower: number) => (i: number) => (i < 360 ? steady(i) : steady(i) * slower);
  const faster = makeMonths(month.from + 10 * day, change(0.25));
  expect(find(faster, 'answered')).toMatchObject({ moved: 'up', judged: 'better' });
  expect(find(faster, 'response-time')).toMatchObject({ moved: 'down', judged: 'better' });
  const fewer = makeMonths(month.from + 10 * day, (i) => (i < 360 || i % 3 === 0 ? steady(i) : undefined));
  expect(find(fewer, 'answered')).toMatchObject({ moved: 'down', judged: 'worse' });
  // Half of them are not answered yet: how long that takes is not known.
  expect(find(fewer, 'response-time')?.moved).toBe('unknown');
});

test('both times are told of what has had the time of the target, and was answered in it', () => {
  const { followed } = find(makeMonths(month.from + 10 * day, steady), 'answered') ?? {};
  expect(followed).toMatchObject({ target: 24 * hour, now: { n: 109 }, before: { n: 360 } });
  expect(followed?.now.value).toBeCloseTo(23 / 45, 1);
  expect(followed?.before.value).toBeCloseTo(23 / 45, 1);
  // Nothing has had the time yet.
  expect(find(makeMonths(month.from + 0.5 * day, steady), 'answered')).toMatchObject({ moved: 'unknown' });
});

test('the median of times of which some are open yet is that of Kaplan and Meier', () => {
  // Weeks of remission under 6-MP (Freireich 1963), the example of every textbook: median 23.
  const remitted = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  expect(medianWait(remitted, censored)).toMatchObject({ n: 21, median: 23, low: 13 });
  expect(medianWait(remitted, censored).high).toBe(Number.POSITIVE_INFINITY);
  expect(medianWait([5], [1, 9, 9]).median).toBeUndefined();
  // All that still wait were answered at once: that is of 8, whatever number there were at first.
  expect(medianWait(Array(8).fill(100), Array(100).fill(1))).toMatchObject({ median: 100, low: 100, high: 100 });
  expect(medianWait([100, 100, 100], Array(100).fill(1))).toMatchObject({ median: 100, low: 100, high: Number.POSITIVE_INFINITY });
  expect(medianWait([], [])).toEqual({ n: 0, median: undefined, low: undefined, high: undefined });
});

test('where none is open it is the middle one, between the ranks that the sign test gives, or the ones beside', () => {
  for (let n = 6; n <= 300; n++) {
    const {
      median = 0,
      low = 0,
      high = 0,
    } = medianWait(
      Array.from({ length: n }, (_, i) => i),
      [],
    );
    const ranks = medianRanks(n) ?? { low: 0, high: 0 };
    expect(median).toBe(Math.ceil(n / 2) - 1);
    expect(Math.abs(low - ranks.low)).toBeLessThanOrEqual(1);
    expect(Math.abs(high - ranks.high)).toBeLessThanOrEqual(1);
  }
});

test('how long mentions wait is put together by the hour as it is reckoned at once', () => {
  const calendar = calendarOf('Asia/Kolkata');
  const hours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };
  const howLong = (from: number, to: number) => (to <= from ? 0 : workingTime(from, to, hours, calendar));
  const moment = fc.integer({ min: 0, max: 40 * day });
  fc.assert(
    fc.property(moment, fc.array(moment, { maxLength: 20 }), (last, seen) => {
      const age = createAges(howLong, start + last);
      for (const at of seen) expect(age(start + at)).toBe(howLong(start + at, start + last));
    }),
  );
});
