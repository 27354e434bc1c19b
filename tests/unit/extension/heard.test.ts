import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { untilHeard } from '../../../entrypoints/watch.content/heard.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what a background did not hear as it started is said again', async () => {
  let deaf = 2;
  const answer = untilHeard(async () => {
    if (deaf-- > 0) throw new Error('Could not establish connection.');
    return 'heard';
  }, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await answer).toBe('heard');
});

test('it is not said for ever, nor in a page that is over', async () => {
  const say = vi.fn(async () => {
    throw new Error('Extension context invalidated.');
  });
  const never = expect(untilHeard(say, new AbortController().signal)).rejects.toThrow('invalidated');
  await vi.advanceTimersByTimeAsync(600_000);
  await never;
  expect(say.mock.calls.length).toBeLessThanOrEqual(8);
  say.mockClear();
  const end = new AbortController();
  const over = expect(untilHeard(say, end.signal)).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(100);
  end.abort();
  await vi.advanceTimersByTimeAsync(600_000);
  await over;
  expect(say).toHaveBeenCalledTimes(1);
});
