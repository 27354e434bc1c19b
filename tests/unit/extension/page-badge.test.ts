import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBadge } from '../../../entrypoints/watch.content/badge.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a number that nobody heard is told again, though it does not change any more', async () => {
  const heard: number[] = [];
  let deaf = 2;
  const badge = createBadge(async (count) => {
    if (deaf-- > 0) throw new Error('Could not establish connection.');
    heard.push(count);
  }, new AbortController().signal);
  badge(9);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(heard).toEqual([9]);
});

test('a background that never answers is not asked for ever', async () => {
  const tell = vi.fn(async () => {
    throw new Error('Extension context invalidated.');
  });
  createBadge(tell, new AbortController().signal)(9);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(tell.mock.calls.length).toBeLessThanOrEqual(8);
});

test('many changes at once are one message', async () => {
  const heard: number[] = [];
  const badge = createBadge(async (count) => void heard.push(count), new AbortController().signal);
  for (let n = 1; n <= 50; n++) badge(n);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(heard).toEqual([50]);
});
