import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Matcher } from '../../../core/matcher.ts';
import { createCompiler } from '../../../entrypoints/watch.content/compiler.ts';

beforeAll(() => {
  vi.stubGlobal('document', { hidden: false });
  return () => vi.unstubAllGlobals();
});

const listOf = (count: number, word = 'word') =>
  Array.from({ length: count }, (_, n) => ({ id: `k${n}`, query: `${word}${n} NOT (the OR and)` }));

describe('keywords are made ready without holding up the page', () => {
  /** A clock that goes on by a millisecond whenever it is asked: a slice is so many steps, on the slowest of machines. */
  let clock = 0;
  let end: AbortController;
  beforeEach(() => {
    clock = 0;
    end = new AbortController();
    vi.spyOn(performance, 'now').mockImplementation(() => ++clock);
  });
  afterEach(() => {
    end.abort();
    vi.restoreAllMocks();
  });

  it('a few are ready at once', () => {
    const ready: Matcher[] = [];
    createCompiler(end.signal).compile(listOf(20), (matcher) => ready.push(matcher));
    expect(ready.map(({ size }) => size)).toEqual([20]);
    expect(ready[0]?.matchText('word3 is fine')).toEqual([{ keywordId: 'k3', start: 0, end: 5 }]);
  });

  it('thousands take many turns, and nothing is ready before the last', async () => {
    const turns = vi.spyOn(MessagePort.prototype, 'postMessage');
    let isReady = false;
    const matcher = await new Promise<Matcher>((resolve) => {
      createCompiler(end.signal).compile(listOf(10_000), (made) => {
        isReady = true;
        resolve(made);
      });
      expect(isReady).toBe(false);
    });
    // 200 steps of 50 keywords, as many for their anchors and again for the table, and four or five in a turn.
    expect(turns.mock.calls.length).toBeGreaterThanOrEqual(60);
    expect(matcher.size).toBe(10_000);
    expect(matcher.matchText('so word9876 it is; word5 and more')).toEqual([]);
    expect(matcher.matchText('so word9876 it is')).toEqual([{ keywordId: 'k9876', start: 3, end: 11 }]);
  });

  it('only what was asked for last is told', async () => {
    const compiler = createCompiler(end.signal);
    const told: number[] = [];
    compiler.compile(listOf(10_000), ({ size }) => told.push(size));
    await new Promise<void>((resolve) => {
      compiler.compile(listOf(3_000), ({ size }) => {
        told.push(size);
        resolve();
      });
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual([3_000]);
  });

  it('the same keywords are not made ready again, and the way back is not either', async () => {
    const compiler = createCompiler(end.signal);
    const first = await new Promise<Matcher>((resolve) => compiler.compile(listOf(3_000), resolve));
    const told: Matcher[] = [];
    compiler.compile(listOf(9_000, 'other'), (matcher) => told.push(matcher));
    compiler.compile(listOf(3_000), (matcher) => told.push(matcher));
    expect(told).toEqual([first]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toEqual([first]);
  });
});
