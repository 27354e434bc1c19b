import { expect, test } from 'vitest';
import { numberIn } from '../../../sites/_read.ts';

test('a number is read however its thousands are parted', () => {
  const read = (words: string) => [words, numberIn(words)];
  expect(
    ['85 points', '1,234 Likes. Like', '1.234 J’aime', '12 345 vues', '1’234', '120 views. View post analytics', '0 Replies'].map(read),
  ).toEqual([
    ['85 points', 85],
    ['1,234 Likes. Like', 1234],
    ['1.234 J’aime', 1234],
    ['12 345 vues', 12345],
    ['1’234', 1234],
    ['120 views. View post analytics', 120],
    ['0 Replies', 0],
  ]);
});

test('a rounded number, or none, is unknown', () => {
  expect(['1.2K Likes', '12K', '3,4 Mio.', '1.2万', 'Like', ''].map(numberIn)).toEqual(Array(6).fill(undefined));
  expect(numberIn(null)).toBeUndefined();
});
