import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextStop } from '../../../core/next-stop.ts';

const tops = [100, 900, 2_000, 5_000];
const view = (from: number) => ({ from, to: from + 800 });

test('the first step goes to what is in sight or below it, and backwards to what is above', () => {
  expect(nextStop(tops, undefined, view(0), 1)).toBe(0);
  expect(nextStop(tops, undefined, view(950), 1)).toBe(2);
  expect(nextStop(tops, undefined, view(950), -1)).toBe(1);
});

test('each further step goes one on from the last, also where several are in sight', () => {
  expect(nextStop([100, 110, 120], 0, view(0), 1)).toBe(1);
  expect(nextStop([100, 110, 120], 1, view(0), -1)).toBe(0);
  // What was shown last is at the window's middle; the next one counts from it.
  expect(nextStop(tops, 1, view(500), 1)).toBe(2);
});

test('round either end it begins anew', () => {
  expect(nextStop(tops, 3, view(4_600), 1)).toBe(0);
  expect(nextStop(tops, 0, view(0), -1)).toBe(3);
  expect(nextStop(tops, undefined, view(6_000), 1)).toBe(0);
  expect(nextStop(tops, undefined, view(0), -1)).toBe(3);
});

test('someone who has scrolled away goes on from where they are', () => {
  expect(nextStop(tops, 0, view(1_900), 1)).toBe(2);
  expect(nextStop(tops, 3, view(0), 1)).toBe(0);
});

test('where there is nothing there is no next; where there is one thing it is always that', () => {
  expect(nextStop([], undefined, view(0), 1)).toBe(-1);
  expect(nextStop([40], 0, view(0), 1)).toBe(0);
  expect(nextStop([40], 0, view(0), -1)).toBe(0);
});

test('going on for as many steps as there are stops visits every one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 40 }),
      fc.constantFrom(1 as const, -1 as const),
      (raw, by) => {
        const sorted = [...raw].sort((a, b) => a - b);
        const seen = new Set<number>();
        let last: number | undefined;
        for (let n = 0; n < sorted.length; n++) {
          // Each stop is shown at the middle of the window.
          const middle = last === undefined ? 400 : (sorted[last] ?? 0);
          last = nextStop(sorted, last, { from: middle - 400, to: middle + 400 }, by);
          seen.add(last);
        }
        expect(seen.size).toBe(sorted.length);
      },
    ),
  );
});
