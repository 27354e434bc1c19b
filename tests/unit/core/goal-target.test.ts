import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTarget, writeTarget } from '../../../core/goal-target.ts';
import type { MeasureKind } from '../../../core/model.ts';

const more = (kind: MeasureKind, text: string) => readTarget(text, { kind, better: 'more' });

test.each([
  ['40,000', 40_000],
  ['40 000', 40_000],
  ['40.000', 40_000],
  ['40\u00a0000', 40_000],
  ['40\u202f000', 40_000],
  ['40’000', 40_000],
  ["1'234'567", 1_234_567],
  ['1,23,456', 123_456],
  ['13000', 13_000],
  [' 12 ', 12],
  ['１２', 12],
])('%s posts are %d', (text, value) => {
  expect(more('read', text)).toEqual({ value });
});

test.each([['12 apples'], ['40k'], ['1e5'], ['forty'], [''], ['12 13'], ['40,00,0'], ['12 %'], ['1,234.567.8']])(
  '“%s” is no count',
  (text) => {
    expect(more('mentions', text)).toEqual({ problem: 'none' });
  },
);

test('a count is whole and not below nothing', () => {
  expect(more('people', '3.5')).toEqual({ problem: 'part' });
  expect(more('people', '40,00')).toEqual({ problem: 'part' });
  expect(more('people', '-5')).toEqual({ problem: 'below' });
  expect(more('people', '−5')).toEqual({ problem: 'below' });
});

test('shares are of a hundred, in either convention, with their sign or without', () => {
  for (const text of ['12.5', '12,5', '12,5 %', '12.5%', '12.500']) expect(more('share-of-voice', text)).toEqual({ value: 12.5 });
  expect(more('share-of-voice', '250')).toEqual({ problem: 'above', most: 100 });
  expect(more('rate', '1.234,5')).toEqual({ problem: 'above', most: 1_000 });
  expect(more('share-of-voice', '100')).toEqual({ value: 100 });
});

test('what may be either of two numbers is asked for, not guessed', () => {
  expect(more('response-time', '1,500')).toEqual({ problem: 'unclear', either: [1.5, 1_500] });
  expect(more('response-time', '1.500')).toEqual({ problem: 'unclear', either: [1.5, 1_500] });
  expect(more('response-time', '1,500.0')).toEqual({ value: 1_500 });
  expect(more('response-time', '0.500')).toEqual({ value: 0.5 });
  expect(more('response-time', '4 h')).toEqual({ value: 4 });
});

test('what is so however things go is no goal', () => {
  expect(more('answered', '0')).toEqual({ problem: 'always' });
  expect(more('mentions', '0')).toEqual({ problem: 'always' });
  expect(readTarget('100', { kind: 'negative', better: 'less' })).toEqual({ problem: 'always' });
  expect(readTarget('0', { kind: 'negative', better: 'less' })).toEqual({ value: 0 });
  expect(readTarget('0', { kind: 'mentions', better: 'less' })).toEqual({ value: 0 });
});

test('what is shown to be changed is read as what it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (thousandths) => {
      const value = thousandths / 1_000;
      expect(more('response-time', writeTarget(value))).toEqual({ value });
    }),
  );
  expect(more('read', writeTarget(13_000))).toEqual({ value: 13_000 });
});
