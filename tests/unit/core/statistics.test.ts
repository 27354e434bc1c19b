import { expect, test } from 'vitest';
import { compareShares, evenShare, medianRanks, quantile, shareOf, summarizeTimes } from '../../../core/statistics.ts';

test('a quantile lies between the two nearest values', () => {
  expect(quantile([], 0.5)).toBeUndefined();
  expect(quantile([3], 0.9)).toBe(3);
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([0, 10], 0.9)).toBe(9);
});

/** Conover, Practical Nonparametric Statistics (1999), table of the sign test. */
test('the ranks between which a median lies are those of the sign test', () => {
  expect(medianRanks(5)).toBeUndefined();
  expect(medianRanks(6)).toEqual({ low: 0, high: 5 });
  expect(medianRanks(10)).toEqual({ low: 1, high: 8 });
  expect(medianRanks(20)).toEqual({ low: 5, high: 14 });
  expect(medianRanks(100)).toEqual({ low: 39, high: 60 });
});

test('past a thousand the ranks go on where the sum left off', () => {
  const [before, after] = [medianRanks(1_000), medianRanks(1_001)];
  expect(Math.abs((before?.low ?? 0) - (after?.low ?? 0))).toBeLessThanOrEqual(2);
});

test('at least 95 of 100 samples hold the median they come from', () => {
  let inside = 0;
  const runs = 2_000;
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (let i = 0; i < runs; i++) {
    const { interval } = summarizeTimes(Array.from({ length: 15 }, () => -Math.log(random()))) ?? {};
    if (interval && interval.low <= Math.LN2 && interval.high >= Math.LN2) inside += 1;
  }
  expect(inside / runs).toBeGreaterThan(0.94);
});

test('the order of times does not matter, and few have no interval', () => {
  expect(summarizeTimes([3, 1, 2])).toEqual({ n: 3, median: 2, interval: undefined, p90: 2.8 });
  expect(summarizeTimes([])).toBeUndefined();
});

test('a place that is read ten times as much says no more than any other', () => {
  const even = evenShare([
    { part: 90, whole: 100, exposure: 10_000 },
    { part: 1, whole: 10, exposure: 1_000 },
  ]);
  expect(even?.share).toBeCloseTo(0.5);
  expect(even?.n).toBe(110);
  // 110 mentions, of which ten weigh as much as a hundred, are worth fewer.
  const plain = shareOf(55, 110);
  expect((even?.high ?? 0) - (even?.low ?? 0)).toBeGreaterThan((plain?.high ?? 0) - (plain?.low ?? 0));
});

test('where every place is read alike, the even share is the share', () => {
  const even = evenShare([
    { part: 3, whole: 8, exposure: 500 },
    { part: 5, whole: 12, exposure: 500 },
  ]);
  const plain = shareOf(8, 20);
  expect(even?.share).toBeCloseTo(plain?.share ?? 0);
  expect(even?.low).toBeCloseTo(plain?.low ?? 0);
  expect(evenShare([{ part: 3, whole: 8, exposure: 0 }])).toBeUndefined();
});

/** Newcombe's own example (table II, a): 56 of 70 and 48 of 80. */
test('the difference of two shares has the interval of Newcombe’s example', () => {
  const found = compareShares(shareOf(56, 70), shareOf(48, 80));
  expect(found?.difference).toBeCloseTo(0.2, 4);
  expect(found?.low).toBeCloseTo(0.0524, 4);
  expect(found?.high).toBeCloseTo(0.3339, 4);
  expect(found?.differs).toBe(true);
  expect(compareShares(shareOf(1, 2), undefined)).toBeUndefined();
});
