import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listResponseTimes, take } from '../../../core/measures.ts';
import { poisson } from '../../../core/poisson.ts';
import { day, makeCounted, makeRows, many, start } from './measuring.ts';

const month = { from: start, to: start + 30 * day };

test('mentions per 1,000 posts scanned carry the posts they are a rate of', () => {
  const reading = take({ kind: 'rate' }, makeRows({ mentions: many(20) }), month);
  expect(reading).toMatchObject({ value: 20, n: 20, posts: 1_000 });
  expect(reading.low).toBeLessThan(20);
  expect(reading.high).toBeGreaterThan(20);
});

test('a site of which nothing was counted enters no rate', () => {
  const mentions = [...many(10), ...many(5, () => ({ site: 'reddit' }), 10)];
  expect(take({ kind: 'rate' }, makeRows({ mentions }), month)).toMatchObject({ value: 10, n: 10 });
});

test('a mention of a day on which nothing was read of its site enters no rate', () => {
  const mentions = [...many(10), makeCounted(10, { seenAt: start + 3 * day })];
  expect(take({ kind: 'rate' }, makeRows({ mentions }), month)).toMatchObject({ value: 10, n: 10 });
});

test('a rate without posts is unknown, not zero', () => {
  expect(take({ kind: 'rate' }, makeRows({ exposures: [] }), month)).not.toHaveProperty('value');
});

test('share of voice is mine out of mine and competitors, and a post that names both counts once for each', () => {
  const mentions = [
    ...many(6),
    ...many(2, () => ({ keywordIds: ['them'] }), 6),
    makeCounted(9, { keywordIds: ['us', 'them'] }),
    makeCounted(10, { keywordIds: ['topic'] }),
  ];
  expect(take({ kind: 'share-of-voice' }, makeRows({ mentions }), month)).toMatchObject({ value: 0.7, n: 10 });
});

test('what was ignored wants no answer unless it got one, and what was answered is counted by the reply that was seen', () => {
  const mentions = [
    makeCounted(1, { answeredAt: start + day }),
    makeCounted(2),
    makeCounted(3, { status: 'done' }),
    makeCounted(4, { status: 'ignored' }),
    makeCounted(5, { status: 'ignored', answeredAt: start + day }),
  ];
  const reading = take({ kind: 'answered' }, makeRows({ mentions }), month);
  expect(reading).toMatchObject({ value: 0.5, n: 4 });
});

test('the time to a reply runs from when the mention was first seen, and an earlier reply took none', () => {
  expect(listResponseTimes([makeCounted(1, { answeredAt: start }), makeCounted(0, { answeredAt: start + 90 })])).toEqual([0, 90]);
});

test('where working hours make it less, the median is known by the clock too', () => {
  const hour = 3_600_000;
  const evenings = many(11, (i) => ({ answeredAt: start + i * 60_000 + hour, answeredAfter: 0 }));
  expect(take({ kind: 'response-time' }, makeRows({ mentions: evenings }), month)).toMatchObject({ value: 0, byClock: hour });
  const days = many(11, (i) => ({ answeredAt: start + i * 60_000 + hour }));
  expect(take({ kind: 'response-time' }, makeRows({ mentions: days }), month)).not.toHaveProperty('byClock');
});

test('one straggler does not move the median', () => {
  const hour = 3_600_000;
  const mentions = many(11, (i) => ({ answeredAt: start + i * 60_000 + (i === 10 ? 7 * day : hour) }));
  expect(take({ kind: 'response-time' }, makeRows({ mentions }), month)).toMatchObject({ value: hour, n: 11 });
});

test('the negative share is of those that could be told at all', () => {
  const mentions = [
    ...many(3, () => ({ sentiment: 'negative' as const })),
    ...many(1, () => ({ sentiment: 'positive' as const }), 3),
    ...many(5, () => ({ sentiment: 'unknown' as const }), 4),
    ...many(5, () => ({}), 9),
  ];
  expect(take({ kind: 'negative' }, makeRows({ mentions }), month)).toMatchObject({ value: 0.75, n: 4 });
});

test('how people speak is told by what names a brand, unless other keywords are asked for', () => {
  const mentions = [
    makeCounted(1, { sentiment: 'positive' }),
    makeCounted(2, { sentiment: 'negative', keywordIds: ['us', 'them'] }),
    makeCounted(3, { sentiment: 'negative', keywordIds: ['them'] }),
  ];
  expect(take({ kind: 'negative' }, makeRows({ mentions }), month)).toMatchObject({ value: 0.5, n: 2 });
  expect(take({ kind: 'negative', keywordIds: ['them'] }, makeRows({ mentions }), month)).toMatchObject({ value: 1, n: 2 });
  // Who listens for no brand is told of everything.
  const kinds = new Map([['them', 'competitor' as const]]);
  expect(take({ kind: 'negative' }, makeRows({ mentions, kinds }), month)).toMatchObject({ n: 3 });
});

test('answers are told of what names a brand, unless other keywords are asked for', () => {
  const hour = 3_600_000;
  const mentions = [
    makeCounted(1, { answeredAt: start + 60_000 + hour }),
    makeCounted(2, { keywordIds: ['us', 'them'] }),
    makeCounted(3, { keywordIds: ['them'], answeredAt: start + 180_000 + 5 * hour }),
    makeCounted(4, { keywordIds: ['topic'] }),
  ];
  const rows = makeRows({ mentions });
  expect(take({ kind: 'answered' }, rows, month)).toMatchObject({ value: 0.5, n: 2 });
  expect(take({ kind: 'response-time' }, rows, month)).toMatchObject({ value: hour, n: 1 });
  expect(take({ kind: 'answered', keywordIds: ['them'] }, rows, month)).toMatchObject({ value: 0.5, n: 2 });
  expect(take({ kind: 'response-time', keywordIds: ['them'] }, rows, month)).toMatchObject({ value: 5 * hour, n: 1 });
  // Who listens for no brand is told of everything.
  const kinds = new Map([['them', 'competitor' as const]]);
  expect(take({ kind: 'answered' }, makeRows({ mentions, kinds }), month)).toMatchObject({ value: 0.5, n: 4 });
});

test('people are counted once, whether they or what they wrote have the tag', () => {
  const mentions = [
    makeCounted(1, { personId: 'x:ada', tags: ['Lead'] }),
    makeCounted(2, { personId: 'x:ada', tags: ['lead'] }),
    makeCounted(3, { personId: 'x:bo' }),
    makeCounted(4, { personId: 'x:cy' }),
  ];
  const rows = makeRows({ mentions, peopleTags: new Map([['x:bo', ['lead']]]) });
  expect(take({ kind: 'people', tags: ['lead'] }, rows, month)).toMatchObject({ value: 2, n: 2 });
});

test('keywords, tags and intents narrow what is counted', () => {
  const mentions = [
    makeCounted(1, { tags: ['refund'] }),
    makeCounted(2, { tags: ['refund'], keywordIds: ['them'] }),
    makeCounted(3, { intents: ['buying'] }),
  ];
  const rows = makeRows({ mentions });
  expect(take({ kind: 'mentions', tags: ['refund'], keywordIds: ['us'] }, rows, month).value).toBe(1);
  expect(take({ kind: 'mentions', intents: ['buying', 'bug'] }, rows, month).value).toBe(1);
});

test('what lies outside of the period is not counted', () => {
  const rows = makeRows({ mentions: [makeCounted(0, { seenAt: month.to }), makeCounted(1, { seenAt: month.from })] });
  expect(take({ kind: 'mentions' }, rows, month).value).toBe(1);
  expect(take({ kind: 'read' }, rows, { from: start + 1, to: month.to }).value).toBe(0);
});

/** The exact bounds, from tables of the chi-squared distribution. */
test.each([
  [0, 0, 3.689],
  [1, 0.025, 5.572],
  [5, 1.624, 11.668],
  [10, 4.795, 18.39],
  [50, 37.11, 65.919],
])('%i events may well be %f to %f', (n, low, high) => {
  const range = poisson(n);
  expect(Math.abs(range.low - low)).toBeLessThan(0.03);
  expect(Math.abs(range.high - high) / high).toBeLessThan(0.01);
});

test('a period has the same mentions in whatever order they come', () => {
  const half = 1_800_000;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 }),
      fc.integer({ min: -1, max: 13 }),
      fc.integer({ min: -1, max: 13 }),
      (times, from, to) => {
        const mentions = times.map((time, i) => makeCounted(i, { seenAt: time * half }));
        const inOrder = [...mentions].sort((a, b) => a.seenAt - b.seenAt);
        // An hour belongs to the time it begins in.
        const expected = times.map((time) => time - (time % 2)).filter((hour) => hour >= from && hour < to).length;
        for (const rows of [mentions, inOrder])
          expect(take({ kind: 'mentions' }, makeRows({ mentions: rows }), { from: from * half, to: to * half }).value).toBe(expected);
      },
    ),
  );
});

const addedAt = start + 18 * day;
const added = new Map([['them', { createdAt: addedAt, paused: false }]]);
const fourWeeks = { from: start, to: start + 28 * day };
const daily = Array.from({ length: 28 }, (_, i) => ({ site: 'x', hour: start + i * day, posts: 100 }));

test('share of voice is counted from when on all of them are listened for', () => {
  const ours = many(56, (i) => ({ seenAt: start + (i * day) / 2 }));
  const theirs = many(20, (i) => ({ keywordIds: ['them'], seenAt: addedAt + (i * day) / 2 }), 100);
  const rows = makeRows({ mentions: [...ours, ...theirs].sort((a, b) => a.seenAt - b.seenAt), exposures: daily, listened: added });
  expect(take({ kind: 'share-of-voice' }, rows, fourWeeks)).toMatchObject({ value: 0.5, n: 40, posts: 1_000, from: addedAt });
  expect(take({ kind: 'share-of-voice' }, rows, { from: start, to: addedAt })).toMatchObject({ n: 0 });
  expect(take({ kind: 'share-of-voice' }, rows, { from: start, to: addedAt }).value).toBeUndefined();
});

test('before a keyword was created its rate is unknown, not none, and no post read then is in it', () => {
  const theirs = many(20, (i) => ({ keywordIds: ['them'], seenAt: addedAt + (i * day) / 2 }));
  const rows = makeRows({ mentions: theirs, exposures: daily, listened: added });
  const measure = { kind: 'rate' as const, keywordIds: ['them'] };
  expect(take(measure, rows, fourWeeks)).toMatchObject({ value: 20, n: 20, posts: 1_000 });
  expect(take(measure, rows, { from: start, to: addedAt }).value).toBeUndefined();
  expect(take({ kind: 'mentions', keywordIds: ['them'] }, rows, { from: start, to: addedAt }).value).toBeUndefined();
  expect(take({ kind: 'rate' }, rows, { from: start, to: addedAt })).toMatchObject({ value: 0, posts: 1_800 });
});

test('without a competitor, or with competitors only, there is no share of voice', () => {
  const rows = (kind: 'brand' | 'competitor') => makeRows({ mentions: many(30), kinds: new Map([['us', kind]]) });
  for (const kind of ['brand', 'competitor'] as const)
    expect(take({ kind: 'share-of-voice' }, rows(kind), { from: start, to: start + day })).not.toHaveProperty('value');
});

test('of a keyword that is no more nothing is measured', () => {
  const rows = makeRows({ mentions: many(30) });
  for (const kind of ['mentions', 'rate', 'share-of-voice', 'people', 'negative'] as const)
    expect(take({ kind, keywordIds: ['us', 'gone'] }, rows, { from: start, to: start + day })).not.toHaveProperty('value');
});
