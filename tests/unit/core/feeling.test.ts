import { expect, test } from 'vitest';
import { couldHear, measureCrowd } from '../../../core/feeling.ts';
import type { Gathered, HeardPost } from '../../../core/insights.ts';

const by = (person: number) => ({ person }) as HeardPost;
const heard = { posts: [by(1), by(1), by(2), by(0)] } as unknown as Gathered;

test('who is new is told against those heard before, and is unknown where nobody could be heard', () => {
  expect(measureCrowd(heard, new Set([2]))).toEqual({ people: 2, fresh: 1, returning: 1, unnamed: 1 });
  expect(measureCrowd(heard, new Set())).toMatchObject({ fresh: 2, returning: 0 });
  expect(measureCrowd(heard, undefined)).toEqual({ people: 2, fresh: undefined, returning: undefined, unnamed: 1 });
});

test('nobody could be heard where nothing was read, or before the keyword was there', () => {
  const read = [{ posts: 10 }];
  expect(couldHear(read, [{ createdAt: 5 }], 10)).toBe(true);
  expect(couldHear([], [{ createdAt: 5 }], 10)).toBe(false);
  expect(couldHear([{ posts: 0 }], [{ createdAt: 5 }], 10)).toBe(false);
  expect(couldHear(read, [{ createdAt: 10 }], 10)).toBe(false);
});
