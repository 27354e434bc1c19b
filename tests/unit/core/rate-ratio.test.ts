import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSites, type SiteCount } from '../../../core/rate-ratio.ts';
import { wilson } from '../../../core/rates.ts';

const on = (site: string, n: number, posts: number): SiteCount => ({ site, n, posts });

test('who reads elsewhere hears no more of it', () => {
  const before = [on('x', 27, 27_000), on('reddit', 30, 3_000)];
  const now = [on('x', 3, 3_000), on('reddit', 270, 27_000)];
  const found = compareSites(now, before);
  expect(found?.ratio?.times).toBeCloseTo(1);
  expect(found?.ratio?.differs).toBe(false);
  expect(found?.now).toBeCloseTo(9.1);
  expect(found?.before).toBeCloseTo(9.1);
});

test('where the reading is spread as before, the ratio is that of the rates', () => {
  const found = compareSites([on('x', 40, 2_000), on('reddit', 30, 1_000)], [on('x', 10, 4_000), on('reddit', 20, 2_000)]);
  expect(found?.ratio?.times).toBeCloseTo(70 / 3_000 / (30 / 6_000));
  expect(found?.before).toBeCloseTo(5);
});

test('a site that was read in one of the times alone takes no part', () => {
  const found = compareSites([on('x', 10, 1_000), on('reddit', 500, 1_000)], [on('x', 10, 1_000), on('lobsters', 1, 9_000)]);
  expect(found).toMatchObject({ now: 10, before: 10, posts: { now: 1_000, before: 1_000 }, ratio: { times: 1, differs: false } });
  expect(compareSites([on('reddit', 5, 100)], [on('x', 5, 100)])).toBeUndefined();
  expect(compareSites([on('x', 5, 0)], [on('x', 5, 100)])).toBeUndefined();
});

test('nothing counted in either time is no ratio, and of none the other bound still holds', () => {
  expect(compareSites([on('x', 0, 500)], [on('x', 0, 500)])).toMatchObject({ ratio: undefined, now: 0, before: 0 });
  expect(compareSites([on('x', 9, 10)], [on('x', 0, 10)])?.ratio).toMatchObject({
    times: Number.POSITIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
  });
  const gone = compareSites([on('x', 0, 100), on('reddit', 0, 300)], [on('x', 10, 100), on('reddit', 0, 100)]);
  expect(gone).toMatchObject({ ratio: { times: 0, low: 0 }, now: 0, before: 25 });
});

test('twice the mentions among twice the posts is no change', () => {
  expect(compareSites([on('x', 20, 2_000)], [on('x', 10, 1_000)])?.ratio).toMatchObject({ times: 1, differs: false });
});

const count = fc.integer({ min: 0, max: 500 });
const of = fc.integer({ min: 500, max: 100_000 });

test('of one site the interval is the one that follows from the share of now among all', () => {
  fc.assert(
    fc.property(count, of, count, of, (a, m, b, n) => {
      const found = compareSites([on('x', a, m)], [on('x', b, n)])?.ratio;
      const share = wilson(a, a + b);
      if (!found || !share) return void expect(a + b).toBe(0);
      for (const [bound, part] of [
        [found.low, share.low],
        [found.high, share.high],
      ] as const)
        if (part < 1) expect(bound / ((part / (1 - part)) * (n / m) || 1)).toBeCloseTo(part > 0 ? 1 : 0, 6);
        else expect(bound).toBe(Number.POSITIVE_INFINITY);
    }),
  );
});

test('the interval of a ratio holds the ratio, and is its own mirror', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(count, of, count, of), { minLength: 1, maxLength: 4 }), (sites) => {
      const now = sites.map(([a, m], i) => on(`${i}`, a, m));
      const before = sites.map(([, , b, n], i) => on(`${i}`, b, n));
      const [there, back] = [compareSites(now, before)?.ratio, compareSites(before, now)?.ratio];
      if (!there || !back) return;
      expect(there.low).toBeLessThanOrEqual(there.times);
      expect(there.high).toBeGreaterThanOrEqual(there.times);
      expect(there.differs).toBe(back.differs);
      if (Number.isFinite(there.times) && there.times > 0) expect(there.times * back.times).toBeCloseTo(1);
    }),
  );
});

test('in about 95 of 100 cases the interval holds the ratio that is true, however differently the sites are read', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const poisson = (mean: number): number => {
    let [n, left] = [0, Math.exp(-mean)];
    for (let product = random(); product > left; product *= random()) n += 1;
    return n;
  };
  const places = [
    { rate: 0.001, now: 3_000, before: 20_000 },
    { rate: 0.01, now: 3_000, before: 400 },
    { rate: 0.004, now: 1_000, before: 1_500 },
  ];
  let inside = 0;
  const runs = 4_000;
  for (let i = 0; i < runs; i++) {
    const now = places.map(({ rate, now: posts }, at) => on(`${at}`, poisson(rate * 1.5 * posts), posts));
    const before = places.map(({ rate, before: posts }, at) => on(`${at}`, poisson(rate * posts), posts));
    const ratio = compareSites(now, before)?.ratio;
    if (ratio && ratio.low <= 1.5 && ratio.high >= 1.5) inside += 1;
  }
  expect(inside / runs).toBeGreaterThan(0.94);
  expect(inside / runs).toBeLessThan(0.965);
});
