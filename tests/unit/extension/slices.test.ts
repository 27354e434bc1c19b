import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createAllowance } from '../../../entrypoints/watch.content/budget.ts';
import { createSlices } from '../../../entrypoints/watch.content/slices.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const plenty = () => createAllowance(1e9, 1e9, () => performance.now());

let page: { hidden: boolean };
beforeEach(() => {
  page = { hidden: false };
  vi.stubGlobal('document', page);
  return () => vi.unstubAllGlobals();
});

/** Work that takes about a millisecond a piece. */
function makeWork(pieces: number, onPiece = () => {}) {
  let left = pieces;
  const step = () => {
    const end = performance.now() + 1;
    while (performance.now() < end);
    onPiece();
    left -= 1;
    return left > 0;
  };
  return { step, isDone: () => left <= 0 };
}

test('little work is done at once, and much of it in the end', async () => {
  // By a clock of its own: a machine that does something else in between would make little work seem much.
  let time = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (time += 0.25));
  onTestFinished(() => clock.mockRestore());
  const little = makeWork(2);
  createSlices(little.step, plenty(), new AbortController().signal).run();
  expect(little.isDone()).toBe(true);
  const much = makeWork(60);
  createSlices(much.step, plenty(), new AbortController().signal).run();
  expect(much.isDone()).toBe(false);
  for (let i = 0; i < 100 && !much.isDone(); i += 1) await pause(20);
  expect(much.isDone()).toBe(true);
});

test('a page that nobody sees is read in fewer turns, for its timers are slow', () => {
  let time = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (time += 0.5));
  onTestFinished(() => clock.mockRestore());
  const countPieces = () => {
    let pieces = 0;
    const step = () => {
      pieces += 1;
      return true;
    };
    const end = new AbortController();
    createSlices(step, plenty(), end.signal).run();
    end.abort();
    return pieces;
  };
  const seen = countPieces();
  page.hidden = true;
  expect(countPieces()).toBeGreaterThan(6 * seen);
});

test('work without end leaves the page its turns', async () => {
  const end = new AbortController();
  let ours = 0;
  const endless = makeWork(Number.POSITIVE_INFINITY, () => (ours += 1));
  createSlices(endless.step, plenty(), end.signal).run();
  await pause(700);
  const before = ours;
  const start = performance.now();
  await pause(600);
  const share = (ours - before) / (performance.now() - start);
  end.abort();
  // A piece takes a millisecond, so this is the share of the time that is ours.
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(0.65);
});
