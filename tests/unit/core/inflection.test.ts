import { expect, test } from 'vitest';
import { chanceOf, deviance } from '../../../core/deviance.ts';
import { type Bin, beginTurning, findTurningPoints, updateTurningPoints } from '../../../core/inflection.ts';
import { createRandom, poisson } from '../../bench/inflection-made-up.ts';

const hour = 3_600_000;
const day = 24 * hour;
const begin = Date.UTC(2026, 8, 7);

interface Made {
  days: number;
  perPost?: number;
  exposed?: (n: number) => number;
  times?: (n: number) => number;
  step?: number;
  seed?: number;
}

function make({ days, perPost = 0.02, exposed = () => 100, times = () => 1, step = hour, seed = 7 }: Made): Bin[] {
  const random = createRandom(seed);
  return Array.from({ length: (days * day) / step }, (_, n) => {
    const posts = exposed(n);
    return { at: begin + n * step, exposed: posts, count: posts === 0 ? 0 : poisson(posts * perPost * times(n), random) };
  });
}

test('where nothing turns, hardly anything is told', () => {
  const told = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((seed) => findTurningPoints(make({ days: 56, seed })).length);
  // 80 weeks in all.
  expect(told.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(4);
});

test('a spike is told within the hour, since when it is so and how sure', () => {
  const turn = 30 * 24;
  const [point, ...more] = findTurningPoints(make({ days: 40, times: (n) => (n >= turn && n < turn + 10 ? 6 : 1) }));
  expect(more).toEqual([]);
  expect(point).toMatchObject({ direction: 'up', kind: 'spike', posts: expect.any(Number) });
  expect(point?.at).toBeLessThanOrEqual(begin + (turn + 2) * hour);
  expect(Math.abs((point?.since ?? 0) - (begin + turn * hour))).toBeLessThanOrEqual(3 * hour);
  expect(point?.count).toBeGreaterThan(3 * (point?.expected ?? Infinity));
  expect(point?.p).toBeLessThan(1e-4);
  expect(point?.weeks).toBeGreaterThan(4);
});

test('who scrolls ten times as much sees no growth in it', () => {
  const keen = 30 * 24;
  expect(findTurningPoints(make({ days: 40, exposed: (n) => (n >= keen ? 1_000 : 100) }))).toEqual([]);
});

test('days that nobody looked at are no fall, and after them a rise is still told', () => {
  const away = (n: number) => n >= 20 * 24 && n < 34 * 24;
  const exposed = (n: number) => (away(n) ? 0 : 100);
  expect(findTurningPoints(make({ days: 40, exposed }))).toEqual([]);
  const points = findTurningPoints(make({ days: 40, exposed, times: (n) => (n >= 36 * 24 ? 5 : 1) }));
  expect(points[0]?.direction).toBe('up');
  expect(points[0]?.since).toBeGreaterThanOrEqual(begin + 35 * day);
});

test('a level that stays becomes the usual one, and is told once', () => {
  const points = findTurningPoints(make({ days: 60, times: (n) => (n >= 20 * 24 ? 3 : 1) }));
  expect(points.filter(({ kind }) => kind === 'level')).toHaveLength(1);
  expect(points.filter(({ at }) => at > begin + 30 * day)).toEqual([]);
});

test('a fall is told where enough is scanned to see it', () => {
  const points = findTurningPoints(make({ days: 40, exposed: () => 500, times: (n) => (n >= 30 * 24 ? 0.2 : 1) }));
  expect(points[0]?.direction).toBe('down');
});

test('a rise that comes straight after a fall waits for nothing', () => {
  const times = (n: number) => (n < 30 * 24 ? 1 : n < 31 * 24 ? 0.05 : 6);
  const points = findTurningPoints(make({ days: 32, exposed: () => 500, times }));
  expect(points.map(({ direction }) => direction)).toEqual(['down', 'up']);
  expect(points[1]?.at).toBeLessThanOrEqual(begin + 31 * day + 2 * hour);
});

test('it works from the first week', () => {
  const points = findTurningPoints(make({ days: 6, times: (n) => (n >= 5 * 24 ? 8 : 1) }));
  expect(points).toHaveLength(1);
  expect(points[0]?.at).toBeLessThanOrEqual(begin + 5 * day + 3 * hour);
});

test('what is usual at nine in the morning is no spike at nine in the morning', () => {
  const busy = (n: number) => (n % 24 === 9 ? 5 : 0.8);
  const points = findTurningPoints(make({ days: 56, times: busy }));
  expect(points.filter(({ at }) => at > begin + 21 * day)).toEqual([]);
});

/** Mentions by day and hardly any at night, and beside them a crowd of `size` for three hours at the hours named. */
function makeCrowds(days: number, crowds: ReadonlyMap<number, number>): Bin[] {
  const quiet = make({ days, perPost: 0.2, times: (n) => 0.05 + Math.max(0, Math.sin(((n - 6) / 24) * 2 * Math.PI)) });
  return quiet.map((bin, n) => ({ ...bin, count: bin.count + Math.max(0, ...[0, 1, 2].map((back) => crowds.get(n - back) ?? 0)) }));
}

test('a crowd as there is one every other day is no news at night either; one five times as large is, whenever it comes', () => {
  const daily = Array.from({ length: 20 }, (_, i) => [(3 + 2 * i) * 24 + 6 + ((i * 5) % 13), 30 + ((i * 7) % 20)] as const);
  const night = 44 * 24 + 1;
  /** After how many hours it was told. */
  const told = (at: number, size: number) =>
    findTurningPoints(makeCrowds(52, new Map([...daily, [at, size]])))
      .map((point) => (point.at - begin) / hour - at)
      .filter((hours) => hours > -48);
  expect(told(night, 40)).toEqual([]);
  expect(told(night, 200)).toEqual([1]);
  expect(told(44 * 24 + 12, 200)).toEqual([1]);
});

test('days are looked at as hours are', () => {
  const points = findTurningPoints(make({ days: 90, step: day, exposed: () => 500, times: (n) => (n >= 80 ? 4 : 1) }), { step: day });
  expect(points[0]?.direction).toBe('up');
  expect(points[0]?.at).toBeLessThanOrEqual(begin + 82 * day);
});

test('bin by bin it tells what the whole series tells, also where it was put away in between', () => {
  const bins = make({ days: 40, times: (n) => (n >= 30 * 24 && n < 30 * 24 + 12 ? 6 : 1) });
  let state = beginTurning();
  const told: number[] = [];
  for (const bin of bins) {
    state = JSON.parse(JSON.stringify(state));
    const point = updateTurningPoints(state, bin);
    if (point && told.at(-1) !== point.at) told.push(point.at);
  }
  expect(told).toEqual(findTurningPoints(bins).map(({ at }) => at));
  expect(told.length).toBeGreaterThan(0);
});

test('the score is the deviance: with no spread beyond chance, of the Poisson distribution', () => {
  // By hand: c = 20 − ½, m = 8: 2·(19.5·ln(19.5/8) − 11.5).
  expect(deviance(20, 8, 0)).toBeCloseTo(Math.sqrt(2 * (19.5 * Math.log(19.5 / 8) - 11.5)), 3);
  expect(deviance(8, 8, 0.1)).toBe(0);
  expect(deviance(0, 8, 0)).toBeLessThan(-3);
  expect(deviance(20, 8, 0.5)).toBeLessThan(deviance(20, 8, 0));
  expect(chanceOf(1.959964)).toBeCloseTo(0.05, 4);
  expect(chanceOf(5)).toBeCloseTo(5.73e-7, 8);
});
