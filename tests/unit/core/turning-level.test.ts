import { expect, test } from 'vitest';
import { type Bin, findTurningPoints, type TurningPoint } from '../../../core/inflection.ts';
import { weeksOf } from '../../../core/turning-level.ts';
import { createRandom, poisson } from '../../bench/inflection-made-up.ts';

const hour = 3_600_000;
const day = 24 * hour;
const begin = Date.UTC(2026, 8, 7);

interface Made {
  seed: number;
  perWeek: number;
  days?: number;
  hours?: readonly number[];
  /** How many times the usual a day is. */
  times?: (day: number) => number;
  away?: (day: number) => boolean;
  /** How much is read on a day, of the usual. */
  keen?: (day: number) => number;
}

/** Someone who reads for an hour five times a day. */
function make({ seed, perWeek, days = 56, hours = [8, 12, 16, 17, 20], times = () => 1, away = () => false, keen = () => 1 }: Made): Bin[] {
  const random = createRandom(seed);
  const bins: Bin[] = [];
  for (let n = 0; n < days; n++) {
    for (const at of hours) {
      const exposed = Math.round((60 + 100 * random()) * keen(n));
      const mean = ((perWeek / (7 * hours.length)) * exposed) / 110;
      const count = poisson(mean * times(n), random);
      if (!away(n)) bins.push({ at: begin + (n * 24 + at) * hour, exposed, count });
    }
  }
  return bins;
}

const seeds = Array.from({ length: 20 }, (_, i) => 300 + i);
const turned = 28;
const isTurned = (n: number): boolean => n >= turned;

/** Of all series those in which it was told, and after how many days (the middle one). */
function tell(made: Omit<Made, 'seed'>, direction: TurningPoint['direction']): { told: number; days: number } {
  const delays = seeds.flatMap((seed) => {
    const found = findTurningPoints(make({ ...made, seed })).find(
      (point) => point.at > begin + turned * day && point.direction === direction,
    );
    return found ? [(found.at - begin) / day - turned] : [];
  });
  return { told: delays.length, days: delays.sort((a, b) => a - b)[delays.length >> 1] ?? Number.POSITIVE_INFINITY };
}

test('a level that doubles, or falls to a half, is told within days, though no hour of it stands out', () => {
  const doubled = tell({ perWeek: 100, times: (n) => (isTurned(n) ? 2 : 1) }, 'up');
  expect(doubled.told).toBe(20);
  expect(doubled.days).toBeLessThan(4);
  const halved = tell({ perWeek: 100, times: (n) => (isTurned(n) ? 0.5 : 1) }, 'down');
  expect(halved.told).toBeGreaterThanOrEqual(19);
  expect(halved.days).toBeLessThan(7);
});

test('of a keyword heard of three times a day a change to three times, or a quarter, is told within a week or so', () => {
  const tripled = tell({ perWeek: 20, times: (n) => (isTurned(n) ? 3 : 1) }, 'up');
  expect(tripled.told).toBeGreaterThanOrEqual(19);
  expect(tripled.days).toBeLessThan(5);
  const quartered = tell({ perWeek: 20, times: (n) => (isTurned(n) ? 0.25 : 1) }, 'down');
  expect(quartered.told).toBeGreaterThanOrEqual(18);
  expect(quartered.days).toBeLessThan(10);
});

test('what grows by a tenth a week is told, and does not become usual before', () => {
  const { told } = tell({ perWeek: 100, days: 70, times: (n) => 1.1 ** (Math.max(0, n - turned) / 7) }, 'up');
  expect(told).toBeGreaterThanOrEqual(18);
});

test('a change of level is one level, since its beginning, that goes on until now; its numbers are those of its days', () => {
  const bins = make({ seed: 1, perWeek: 100, times: (n) => (isTurned(n) ? 3 : 1) });
  const points = findTurningPoints(bins);
  expect(points).toHaveLength(1);
  const [point] = points;
  expect(point).toMatchObject({ kind: 'level', direction: 'up' });
  expect(Math.abs((point?.since ?? 0) - (begin + turned * day))).toBeLessThanOrEqual(day);
  expect(point?.until).toBe((bins.at(-1)?.at ?? 0) + hour);
  const own = bins.filter(({ at }) => at >= (point?.from ?? 0) && at < (point?.to ?? 0));
  expect(point?.count).toBe(own.reduce((sum, { count }) => sum + count, 0));
  expect(point?.posts).toBe(own.reduce((sum, { exposed }) => sum + exposed, 0));
  expect((point?.count ?? 0) / (point?.expected ?? 1)).toBeGreaterThan(2.2);
  expect(point?.weeks).toBe(520);
});

test('a spike and the level it begins are one', () => {
  for (const seed of seeds.slice(0, 8)) {
    const points = findTurningPoints(make({ seed, perWeek: 150, times: (n) => (n === turned ? 12 : n > turned ? 3 : 1) }));
    const ups = points.filter(({ direction }) => direction === 'up');
    expect(ups.map(({ kind }) => kind)).toEqual(['level']);
    expect(ups[0]?.at).toBeLessThan(begin + (turned + 1) * day);
  }
});

test('a level that ends is told once more, as a change back, and was seen last when it ended', () => {
  const points = findTurningPoints(make({ seed: 4, perWeek: 150, days: 70, times: (n) => (n >= 28 && n < 45 ? 3 : 1) }));
  expect(points.map(({ direction, kind }) => [direction, kind])).toEqual([
    ['up', 'level'],
    ['down', 'level'],
  ]);
  expect(Math.abs((points[0]?.until ?? 0) - (begin + 45 * day))).toBeLessThanOrEqual(day);
});

test('a day at five times the usual is told as a spike, and no level is made of it', () => {
  const kinds = seeds.map((seed) =>
    findTurningPoints(make({ seed, perWeek: 70, days: 30, times: (n) => (n === 15 ? 5 : 1) })).filter(({ at }) => at > begin + 15 * day),
  );
  expect(kinds.filter((points) => points.some(({ direction }) => direction === 'up')).length).toBeGreaterThanOrEqual(18);
  expect(kinds.flat().filter(({ kind }) => kind === 'level').length).toBeLessThanOrEqual(1);
});

test('a spike was seen last in its last hour, not as long as a window holds it', () => {
  const hours = Array.from({ length: 24 }, (_, i) => i);
  const bins = make({ seed: 9, perWeek: 168, days: 40, hours }).map((bin, n) =>
    n >= 30 * 24 && n < 30 * 24 + 6 ? { ...bin, count: 12 } : bin,
  );
  const [point] = findTurningPoints(bins);
  expect(point).toMatchObject({ kind: 'spike', direction: 'up' });
  expect(Math.abs((point?.until ?? 0) - (begin + 30 * day + 6 * hour))).toBeLessThanOrEqual(2 * hour);
});

test('weeks away, and reading twice as much, are no change of level', () => {
  const away = (n: number): boolean => n > 20 && n < 34;
  const keen = (n: number): number => (n >= turned ? 2 : 1);
  const told = seeds.flatMap((seed) => [
    ...findTurningPoints(make({ seed, perWeek: 60, away })),
    ...findTurningPoints(make({ seed, perWeek: 60, keen })),
  ]);
  // 280 weeks in all.
  expect(told.length).toBeLessThanOrEqual(14);
});

test('once in how many weeks a score is reached is reckoned from the score', () => {
  // By hand: √(2π)·exp(3.25²/2) ÷ (7·3.25·I), with I = ∫x·exp(−1.166x)dx from 3.25/√28 to 3.25.
  let integral = 0;
  const [low, high, steps] = [3.25 / Math.sqrt(28), 3.25, 10_000];
  for (let i = 0; i < steps; i++) {
    const x = low + ((i + 0.5) * (high - low)) / steps;
    integral += ((high - low) / steps) * x * Math.exp(-1.166 * x);
  }
  expect(weeksOf(3.25)).toBeCloseTo((Math.sqrt(2 * Math.PI) * Math.exp(3.25 ** 2 / 2)) / (7 * 3.25 * integral), 1);
  const byScore = Array.from({ length: 60 }, (_, i) => weeksOf(i / 10));
  expect(byScore).toEqual([...byScore].sort((a, b) => a - b));
});
