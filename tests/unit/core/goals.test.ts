import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, isFinished } from '../../../core/goals.ts';
import type { Goal } from '../../../core/model.ts';
import { day, makeCounted, makeGoal, makeRows, many, start } from './measuring.ts';

const lead = { tags: ['lead'] };
const half = start + 45 * day;

test('after half of a quarter, 15 of 40 leads are on course for 30', () => {
  const progress = assess(makeGoal(), makeRows({ mentions: many(15, () => lead) }), half);
  expect(progress).toMatchObject({ state: 'behind', share: 0.375, elapsed: 0.5 });
  expect(progress.pace?.value).toBe(30);
  expect(progress.pace?.low).toBeGreaterThan(15);
  expect(progress.pace?.high).toBeGreaterThan(39);
});

test('what was counted is certain: no pace ends below it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 200 }), fc.integer({ min: 7, max: 89 }), (n, days) => {
      const { pace } = assess(makeGoal({ target: 1_000 }), makeRows({ mentions: many(n, () => lead) }), start + days * day);
      return pace !== undefined && pace.low >= n && pace.low <= pace.value && pace.value <= pace.high;
    }),
  );
});

test('a count that has reached its target is done before its time, and stays so', () => {
  const rows = makeRows({ mentions: many(40, () => lead) });
  expect(assess(makeGoal(), rows, half).state).toBe('reached');
  expect(assess(makeGoal(), rows, start + 120 * day).state).toBe('reached');
});

test('a goal whose time is over without its target is missed', () => {
  expect(assess(makeGoal(), makeRows({ mentions: many(39, () => lead) }), start + 91 * day).state).toBe('missed');
});

test('from one or two no pace is told', () => {
  const progress = assess(makeGoal(), makeRows({ mentions: many(2, () => lead) }), half);
  expect(progress.pace).toBeUndefined();
});

const leads = (n: number, days: number, change: Partial<Goal> = {}) =>
  assess(makeGoal(change), makeRows({ mentions: many(n, () => lead) }), start + days * day);

test('few by half of the time are behind only where so few would not be seen by chance', () => {
  expect(leads(0, 45).state).toBe('behind');
  expect(leads(2, 45).state).toBe('behind');
  // 2.5 were due by now: none is seen one time in twelve.
  expect(leads(0, 45, { target: 5 }).state).toBe('too-little');
  expect(leads(2, 45, { target: 5 }).state).toBe('too-little');
  expect(leads(0, 88, { target: 5 }).state).toBe('behind');
});

test('a goal that was set today is neither behind nor on course for a thousand', () => {
  expect(leads(0, 2, { target: 5 })).toMatchObject({ state: 'too-early', pace: undefined, least: { time: 7 * day } });
  expect(leads(9, 0.5, { target: 12 })).toMatchObject({ state: 'too-early', pace: undefined });
  const { state, pace } = leads(9, 7, { target: 12 });
  expect(state).toBe('on-course');
  expect(pace?.value).toBeCloseTo(9 + (9 * 83) / 7);
  // What has been reached or missed has been.
  expect(leads(12, 0.5, { target: 12 }).state).toBe('reached');
  expect(leads(12, 0.5, { target: 10, better: 'less' }).state).toBe('missed');
  expect(leads(0, 0.5, { target: 10, better: 'less' }).state).toBe('too-early');
});

test('a short goal is told of from a quarter of its time on', () => {
  const week = { target: 5, until: start + 8 * day };
  expect(leads(3, 1.9, week).state).toBe('too-early');
  expect(leads(3, 2, week).state).toBe('on-course');
});

test('in its first days a share is on course where it is as it should be, and behind nowhere', () => {
  const early = start + day;
  const of = (n: number) => makeRows({ mentions: many(20, (i) => ({ seenAt: start + i, ...(i < n ? { answeredAt: early } : {}) })) });
  expect(assess(answered, of(7), early).state).toBe('too-early');
  expect(assess(answered, of(18), early).state).toBe('on-course');
});

test('before it begins a goal is neither ahead nor behind', () => {
  expect(assess(makeGoal(), makeRows(), start - day).state).toBe('not-begun');
});

const answered = makeGoal({
  measure: { kind: 'answered' },
  target: 0.8,
  baseline: { value: 0.4, n: 30, posts: 900, from: start - 28 * day, to: start },
});
const answeredOf = (n: number, of: number) =>
  makeRows({
    mentions: many(of, (i) => ({ seenAt: half - day, ...(i < n ? { answeredAt: half } : {}) })),
  });

test('a share of few is too little to say', () => {
  expect(assess(answered, answeredOf(9, 9), half)).toMatchObject({ state: 'too-little', least: { n: 10 } });
});

test('half of the way from the baseline by half of the time is on course', () => {
  const progress = assess(answered, answeredOf(12, 20), half);
  expect(progress.state).toBe('on-course');
  expect(progress.share).toBeCloseTo(0.5);
  expect(assess(answered, answeredOf(11, 20), half).state).toBe('behind');
});

test('a share that is reached may still be chance, and says so', () => {
  expect(assess(answered, answeredOf(17, 20), half)).toMatchObject({ state: 'on-course', sure: false });
  expect(assess(answered, answeredOf(195, 200), half)).toMatchObject({ state: 'on-course', sure: true });
});

test('a share is judged by the end, not before', () => {
  const end = answered.until;
  const late = makeRows({ mentions: many(20, (i) => ({ seenAt: end - 2 * day, ...(i < 18 ? { answeredAt: end - day } : {}) })) });
  expect(assess(answered, late, end + day).state).toBe('reached');
  expect(assess(answered, answeredOf(10, 20), end + 60 * day).state).toBe('too-little');
});

const fewer = makeGoal({ outcome: 'Fewer refunds', measure: { kind: 'mentions', tags: ['refund'] }, better: 'less', target: 10 });

test('few refunds say nothing where hardly a post was read', () => {
  const rows = makeRows({ mentions: many(2, () => ({ tags: ['refund'] })), exposures: [{ site: 'x', hour: start, posts: 199 }] });
  expect(assess(fewer, rows, half).state).toBe('too-little');
});

test('more than were to be is missed at once; few by half of the time is on course', () => {
  const of = (n: number) => makeRows({ mentions: many(n, () => ({ tags: ['refund'] })) });
  expect(assess(fewer, of(11), half).state).toBe('missed');
  expect(assess(fewer, of(4), half).state).toBe('on-course');
  expect(assess(fewer, of(8), half).state).toBe('behind');
  expect(assess(fewer, of(8), start + 100 * day).state).toBe('reached');
});

test('a faster answer is less time', () => {
  const hour = 3_600_000;
  const goal = makeGoal({ measure: { kind: 'response-time' }, better: 'less', target: 2 * hour });
  const rows = makeRows({ mentions: many(12, () => ({ seenAt: half - day, answeredAt: half - day + hour })) });
  expect(assess(goal, rows, half)).toMatchObject({ state: 'on-course', sure: true, share: undefined });
});

test('a goal counts only what was seen since it began', () => {
  const rows = makeRows({ mentions: [makeCounted(0, { ...lead, seenAt: start - 1 }), ...many(3, () => lead, 1)] });
  expect(assess(makeGoal(), rows, half).reading.n).toBe(3);
});

test('what was as it should be and is so no longer is not on course, however far it went', () => {
  const hour = 3_600_000;
  const mentions = many(20, (i) => ({ seenAt: start + day + i, answeredAt: start + day + i + 11 * hour }));
  const goal = makeGoal({
    measure: { kind: 'response-time' },
    better: 'less',
    target: 4 * hour,
    baseline: { value: hour, n: 20, posts: 1_000, from: start - 28 * day, to: start },
  });
  const { state, share } = assess(goal, makeRows({ mentions }), start + 20 * day);
  expect([state, share]).toEqual(['behind', undefined]);
});

test('a goal is finished once its time is over or nothing can change it', () => {
  expect(isFinished(leads(12, 45))).toBe(false);
  expect(isFinished(leads(40, 45))).toBe(true);
  expect(isFinished(leads(12, 90))).toBe(true);
  expect(isFinished(leads(0, -1))).toBe(false);
  expect(isFinished(leads(11, 45, { target: 10, better: 'less' }))).toBe(true);
  expect(isFinished(assess(answered, answeredOf(10, 20), answered.until + 60 * day))).toBe(true);
});

test('a goal of a keyword that is no more is neither behind nor on course', () => {
  for (const measure of [
    { kind: 'mentions', keywordIds: ['gone'] },
    { kind: 'share-of-voice', keywordIds: ['us', 'gone'] },
  ] as const) {
    const goal = makeGoal({ measure: { ...measure, keywordIds: [...measure.keywordIds] }, target: 0.5 });
    const progress = assess(goal, makeRows({ mentions: many(300) }), start + 60 * day);
    expect(progress).toMatchObject({ state: 'gone', gap: 'keyword', pace: undefined, sure: false });
    expect(progress.reading).not.toHaveProperty('value');
  }
});

test('a goal on share of voice takes a competitor', () => {
  const goal = makeGoal({ measure: { kind: 'share-of-voice' }, target: 0.5 });
  const rows = makeRows({ mentions: many(300, (i) => ({ seenAt: start + 40 * day + i })), kinds: new Map([['us', 'brand']]) });
  expect(assess(goal, rows, start + 60 * day)).toMatchObject({ state: 'too-little', gap: 'competitor' });
});

test('from a baseline without a competitor that was added since there is no way', () => {
  const baseline = { value: 0.9, n: 100, posts: 1_000, from: start - 28 * day, to: start };
  const goal = makeGoal({ measure: { kind: 'share-of-voice' }, target: 0.95, baseline });
  const mentions = many(300, (i) => ({ seenAt: start + 40 * day + i, keywordIds: [i % 2 ? 'us' : 'them'] }));
  const assessed = (createdAt: number) =>
    assess(goal, makeRows({ mentions, listened: new Map([['them', { createdAt, paused: false }]]) }), start + 60 * day);
  expect(assessed(start - 90 * day)).toMatchObject({ added: [] });
  expect(assessed(start - 90 * day).share).toBeCloseTo(-8);
  expect(assessed(start + 35 * day)).toMatchObject({ share: undefined, added: [{ keywordId: 'them', since: start + 35 * day }] });
});
