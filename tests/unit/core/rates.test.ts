import { describe, expect, test } from 'vitest';
import { rateOf, wilson } from '../../../core/rates.ts';

describe('Wilson’s interval', () => {
  /** Newcombe 1998, table I, method 3; the last two from R's prop.test(correct = FALSE). */
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [10, 100, 0.0552, 0.1744],
    [50, 100, 0.4038, 0.5962],
  ])('%i of %i is %f to %f', (hits, of, low, high) => {
    const interval = wilson(hits, of);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test('its ends are the ends: none of none is unknown, none of some begins at zero, all of some ends at one', () => {
    expect(wilson(0, 0)).toBeUndefined();
    expect(wilson(3, 2)).toBeUndefined();
    expect(wilson(Number.NaN, 5)).toBeUndefined();
    expect(wilson(0, 5)?.low).toBe(0);
    expect(wilson(5, 5)?.high).toBe(1);
  });

  test('it narrows with more posts and always holds the share', () => {
    let width = 1;
    for (const of of [10, 100, 1_000, 10_000]) {
      const { low, high } = wilson(of / 10, of) ?? { low: 1, high: 0 };
      expect(low).toBeLessThan(0.1);
      expect(high).toBeGreaterThan(0.1);
      expect(high - low).toBeLessThan(width);
      width = high - low;
    }
  });
});

test('a rate is per thousand posts, with its n', () => {
  const rate = rateOf(10, 100);
  expect(rate).toMatchObject({ perThousand: 100, posts: 100 });
  expect(rate?.low).toBeCloseTo(55.2, 1);
  expect(rate?.high).toBeCloseTo(174.4, 1);
  expect(rateOf(0, 0)).toBeUndefined();
});
