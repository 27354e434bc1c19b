import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, isFinished } from '../../../core/goals.ts';
import type { Goal } from '../../../core/model.ts';
import { day, makeCounted, makeRows as makeFewRows, makeGoal, many, readOn, start, upTo } from './measuring.ts';

/** Something was read on every day. */
const daily = { exposures: readOn(upTo(200), 300) };
const makeRows = (change: Parameters<typeof makeFewRows>[0] = {}) => makeFewRows({ ...daily, ...change });

const lead = { tags: ['lead'] };
const half = start + 45 * day;

test('after half of a quarter, 15 of 40 leads are on course for 30', () => {
  const progress = assess(makeGoal(), makeRows({ mentions: many(15, () => lead) }), half);
  expect(progress).toMatchObject({ state: 'behind', share: 0.375, elapsed: 0.5 });
  expect(progress.pace?.value).toBe(30);
  // From 15 in as long a time there come 7 to 27 more.
  expect(progress.pace?.range).toEqual({ low: 22, high: 42 });
  expect(progress.sure).toBe(false);
});

test('what was counted is certain: no pace ends below it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 200 }), fc.integer({ min: 7, max: 89 }), (n, days) => {
      const { pace } = assess(makeGoal({ target: 1_000 }), makeRows({ mentions: many(n, () => lead) }), start + days * day);
      return pace?.range !== undefined && pace.range.low >= n && pace.range.low <= pace.value && pace.value <= pace.range.high;
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

test('what is said of a share may be chance on either side, and says so', () => {
  expect(assess(answered, answeredOf(16, 20), half)).toMatchObject({ state: 'on-course', sure: false });
  expect(assess(answered, answeredOf(11, 20), half)).toMatchObject({ state: 'behind', sure: false });
  expect(assess(answered, answeredOf(60, 200), half)).toMatchObject({ state: 'behind', sure: true });
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
  const rows = makeRows({ mentions: many(2, () => ({ tags: ['refund'] })), exposures: readOn(upTo(199), 1) });
  expect(assess(fewer, makeRows({ mentions: rows.mentions }), half).state).toBe('on-course');
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

test('the interval of a share that holds its target leaves a verdict open, whichever it is', () => {
  const goal = makeGoal({ measure: { kind: 'answered' }, target: 0.6, until: start + 30 * day });
  const end = (n: number, of: number) => {
    const mentions = many(of, (i) => ({ seenAt: start + 20 * day, ...(i < n ? { answeredAt: start + 21 * day } : {}) }));
    return assess(goal, makeRows({ mentions }), start + 31 * day);
  };
  expect(end(596, 1_000)).toMatchObject({ state: 'missed', sure: false });
  expect(end(604, 1_000)).toMatchObject({ state: 'reached', sure: false });
  expect(end(500, 1_000)).toMatchObject({ state: 'missed', sure: true });
  expect(end(700, 1_000)).toMatchObject({ state: 'reached', sure: true });
});

test('three counted of twelve are behind, and that may be chance', () => {
  const { state, sure, pace } = leads(3, 23, { target: 12 });
  expect([state, sure, pace?.value.toFixed(2)]).toEqual(['behind', false, '11.74']);
  expect(leads(3, 80, { target: 12 })).toMatchObject({ state: 'behind', sure: true });
});

const holiday = [...upTo(20), ...upTo(16).map((i) => 34 + i)];

test('a pace is by the days that were read: of a holiday nothing is known', () => {
  const mentions = many(18, (i) => ({ ...lead, seenAt: start + (holiday[i * 2] ?? 0) * day }));
  const goal = makeGoal({ target: 45, until: start + 91 * day });
  const { daysRead, pace, state, sure } = assess(goal, makeRows({ mentions, exposures: readOn(holiday) }), start + 50 * day);
  expect(daysRead).toEqual({ days: 50, read: 36 });
  // 18 in 36 days, and 41 days to come.
  expect(pace?.value).toBeCloseTo(18 + (18 / 36) * 41);
  expect([state, sure]).toEqual(['behind', false]);
});

test('few say nothing of a goal that is to stay low where few of its days were read', () => {
  const refunds = (n: number, read: number, days: number) => {
    const mentions = many(n, (i) => ({ tags: ['refund'], seenAt: start + (i % read) * day }));
    const goal = { ...fewer, target: 20, until: start + 40 * day };
    return assess(goal, makeRows({ mentions, exposures: readOn(upTo(read), 5_000) }), start + days * day);
  };
  expect(refunds(3, 1, 39)).toMatchObject({ state: 'too-little', pace: undefined, daysRead: { days: 39, read: 1 } });
  expect(refunds(3, 1, 41)).toMatchObject({ state: 'too-little', daysRead: { days: 40, read: 1 } });
  // More than wanted are more, whatever else there was.
  expect(refunds(21, 1, 20).state).toBe('missed');
  expect(refunds(3, 19, 41).state).toBe('too-little');
  expect(refunds(3, 20, 41)).toMatchObject({ state: 'reached', unreadMatters: false });
  // As many again on the other days would be more than twenty.
  expect(refunds(15, 20, 41)).toMatchObject({ state: 'reached', unreadMatters: true });
  expect(refunds(15, 40, 41)).toMatchObject({ state: 'reached', unreadMatters: false });
});

test('of what was never looked for nothing is said, and of what was hardly looked for no miss', () => {
  const leadsRead = (read: number, days: number) => assess(makeGoal(), makeRows({ exposures: readOn(upTo(read)) }), start + days * day);
  expect(leadsRead(0, 80).state).toBe('too-little');
  expect(leadsRead(40, 91).state).toBe('too-little');
  expect(leadsRead(60, 91)).toMatchObject({ state: 'missed', unreadMatters: false });
  expect(leadsRead(60, 80).state).toBe('behind');
});

test('no pace is told from less reading than has to be over', () => {
  const mentions = many(9, (i) => ({ ...lead, seenAt: start + (i % 3) * day }));
  const read = (days: number) => assess(makeGoal(), makeRows({ mentions, exposures: readOn(upTo(days)) }), start + 30 * day);
  expect(read(6)).toMatchObject({ state: 'too-little', pace: undefined });
  expect(read(7).pace).toBeDefined();
});

test('a day with a mention was read, also where its posts were not counted', () => {
  const mentions = many(4, (i) => ({ ...lead, seenAt: start + i * day }));
  expect(assess(makeGoal(), makeRows({ mentions, exposures: [] }), start + 8 * day).daysRead).toEqual({ days: 8, read: 4 });
});

test('what comes in bunches is known less well', () => {
  const at = (i: number) => ({ ...lead, seenAt: start + (1 + i) * day });
  const even = assess(makeGoal({ target: 900 }), makeRows({ mentions: many(40, at) }), half);
  const inBunches = many(40, (i) => ({ ...lead, seenAt: start + (1 + Math.floor(i / 8) * 8) * day }));
  const bunched = assess(makeGoal({ target: 900 }), makeRows({ mentions: inBunches }), half);
  const widthOf = ({ pace }: typeof even) => (pace?.range ? pace.range.high - pace.range.low : 0);
  expect(even.pace?.value).toBe(bunched.pace?.value);
  expect(widthOf(bunched)).toBeGreaterThan(2 * widthOf(even));
});

test('posts read are none on a day without reading, and their pace has brackets once it is known how days vary', () => {
  const goal = makeGoal({ measure: { kind: 'read' }, target: 10_000 });
  const of = (days: number) =>
    assess(
      goal,
      makeRows({
        exposures: readOn(
          upTo(days).filter((i) => i % 2),
          300,
        ),
      }),
      start + days * day,
    );
  expect(of(10)).toMatchObject({ daysRead: undefined, pace: { value: 13_500, range: undefined }, sure: true });
  const { pace, sure } = of(40);
  expect(pace?.value).toBe(13_500);
  expect(pace?.range?.low).toBeLessThan(12_500);
  expect(sure).toBe(true);
});

test('what is to stay low is not on course by the few days that were read of the first', () => {
  const mentions = many(18, (i) => ({ tags: ['refund'], seenAt: start + (i % 5) * day }));
  const goal = { ...fewer, target: 20 };
  const read = (days: number) => assess(goal, makeRows({ mentions, exposures: readOn(upTo(days)) }), start + 9 * day);
  expect(read(5)).toMatchObject({ state: 'too-little', lacks: 'days' });
  expect(read(9)).toMatchObject({ state: 'behind', sure: true });
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
