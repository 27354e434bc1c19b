import { expect, test } from 'vitest';
import { findDispersion, predictCount } from '../../../core/prediction.ts';

/** Mulberry32, the same on each machine. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Knuth's: how many uniform numbers until their product is less than e^−mean. */
function drawPoisson(mean: number, chance: () => number): number {
  let k = 0;
  for (let product = chance(); product > Math.exp(-mean); product *= chance()) k += 1;
  return k;
}

const parts = [0.25, 0.5, 0.75, 0.9, 0.97];

test.each([5, 40, 100])('of %i that will come, 93 to 98 of 100 final counts lie in the brackets, however much time is over', (expected) => {
  const chance = createChance(expected);
  const runs = 10_000;
  const covered = parts.map((part) => {
    let hits = 0;
    for (let i = 0; i < runs; i++) {
      const n = drawPoisson(expected * part, chance);
      const final = n + drawPoisson(expected * (1 - part), chance);
      const { low, high } = predictCount({ n, counted: part, left: 1 - part });
      if (final >= low && final <= high) hits += 1;
    }
    return hits / runs;
  });
  for (const [i, share] of covered.entries()) {
    expect(share).toBeGreaterThan(0.93);
    // Where one in seven runs has one more and the others none, no whole numbers hold less.
    const left = expected * (1 - (parts[i] ?? 0));
    expect(share).toBeLessThan(left < 0.5 ? 0.99 : 0.98);
  }
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

test.each([
  [1, 0.93, 0.98],
  [5, 0.92, 0.98],
])('counts that come %i at a time are held too, by how much their days vary', (bunch, least, most) => {
  const chance = createChance(bunch);
  const runs = 1_500;
  for (const over of [30, 45, 68, 81]) {
    let hits = 0;
    for (let i = 0; i < runs; i++) {
      const days = Array.from({ length: 90 }, () => bunch * drawPoisson(100 / 90 / bunch, chance));
      const seen = days.slice(0, over);
      const { low, high } = predictCount({ n: sum(seen), counted: over, left: 90 - over, dispersion: findDispersion(seen) ?? 1 });
      if (sum(days) >= low && sum(days) <= high) hits += 1;
    }
    expect(hits / runs).toBeGreaterThan(least);
    expect(hits / runs).toBeLessThan(most);
  }
});

test('35 counted with a tenth of the time to come end anywhere from 36 to 43', () => {
  expect(predictCount({ n: 35, counted: 0.9, left: 0.1 })).toEqual({ low: 36, high: 43 });
});

test('what is over is known, and none so far may still become some', () => {
  expect(predictCount({ n: 12, counted: 1, left: 0 })).toEqual({ low: 12, high: 12 });
  expect(predictCount({ n: 0, counted: 1, left: 1 })).toEqual({ low: 0, high: 3 });
});

test('a million are reckoned as three are', () => {
  const { low, high } = predictCount({ n: 1_000_000, counted: 1, left: 1 });
  // By the normal distribution: 2 ± 1.96 · √2 thousand.
  expect(Math.abs(low - (2_000_000 - 2_772))).toBeLessThan(5);
  expect(Math.abs(high - (2_000_000 + 2_772))).toBeLessThan(5);
});

test('how much days vary is known from two weeks on, and never less than by chance', () => {
  expect(findDispersion(Array.from({ length: 13 }, () => 1))).toBeUndefined();
  expect(findDispersion(Array.from({ length: 14 }, () => 5))).toBe(1);
  expect(findDispersion(Array.from({ length: 14 }, () => 0))).toBe(1);
  expect(findDispersion(Array.from({ length: 14 }, (_, i) => (i % 7 === 0 ? 14 : 0)))).toBeCloseTo(168 / 13);
});
