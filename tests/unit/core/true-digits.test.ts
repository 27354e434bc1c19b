import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeTruly, writeWhole } from '../../../core/true-digits.ts';

const fixed = (n: number) => (finer: number) => ({ text: n.toFixed(finer), says: Number(n.toFixed(finer)) });
const write = (n: number, ...borders: (number | undefined)[]) => writeTruly(n, fixed(n), borders);

test('a number is written with no more digits than keep it on its side of what stands beside it', () => {
  expect(write(59.58)).toBe('60');
  expect(write(59.58, 60)).toBe('59.6');
  expect(write(59.98, 60)).toBe('59.98');
  expect(write(60.3, 60)).toBe('60.3');
  expect(write(60, 60)).toBe('60');
  expect(write(0.7 * 100, 70)).toBe('70');
  expect(write(58.7, 60)).toBe('59');
  expect(write(99.83, 0, 100)).toBe('99.8');
  expect(write(0.0004, 0)).toBe('0.0004');
  expect(write(12.4, undefined)).toBe('12');
});

test('what is written is on the side of a border that the number is on', () => {
  const number = fc.double({ min: -1e4, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(number, number, (n, border) => {
      fc.pre(Math.abs(n - border) > 1e-4);
      return Math.sign(Number(write(n, border)) - border) === Math.sign(n - border);
    }),
  );
});

test('what someone typed is written as they typed it', () => {
  const whole = (n: number) => writeWhole(n, fixed(n));
  expect(whole(60)).toBe('60');
  expect(whole(59.5)).toBe('59.5');
  expect(whole(12.25)).toBe('12.25');
  expect(whole(1 / 3)).toBe('0.333');
});
