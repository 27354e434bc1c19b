/** The last hours of a series held against what is usual, in windows of several lengths. */
import { strengthOf } from './bursts.ts';
import { chanceOf, deviance } from './deviance.ts';
import { type Spread, scaleOf, type TurningState } from './turning-state.ts';
import { type Bin, rateOf } from './usual.ts';

/** What windows vary beyond chance before it is known. */
const spreadBefore = 0.1;
const spreadWeight = 20;
const mostSpread = 30;

const noSpread: Spread = { excess: 0, square: 0 };

export function spreadOf(state: TurningState, number: number): number {
  const { excess, square } = state.spreads[number] ?? noSpread;
  const prior = spreadWeight * Math.max(0.25, square / Math.max(1, state.recent.length));
  return Math.min(mostSpread, Math.max(0.01, (excess + spreadBefore * prior) / (square + prior)));
}

const deviationOf = (expected: number, spread: number): number => Math.sqrt(expected + spread * expected ** 2);

interface Window {
  number: number;
  bins: number;
  from: number;
  count: number;
  expected: number;
  posts: number;
  /** What is usual for so many posts whatever the time. */
  level: number;
}

/** The windows that end with the newest bin; a longer one that holds no more bins than a shorter is left out. */
function listWindows({ recent, usual }: TurningState, step: number): Window[] {
  const newest = recent.at(-1)?.bin.at ?? 0;
  const windows: Window[] = [];
  let [count, expected, posts, taken] = [0, 0, 0, 0];
  scaleOf(step).windows.forEach((bins, number) => {
    const before = taken;
    for (; taken < recent.length; taken++) {
      const entry = recent[recent.length - 1 - taken];
      if (!entry || entry.bin.at <= newest - bins * step) break;
      count += entry.bin.count;
      expected += entry.expected;
      posts += entry.bin.exposed;
    }
    const from = recent[recent.length - taken]?.bin.at ?? newest;
    if (taken > before) windows.push({ number, bins, from, count, expected, posts, level: posts * rateOf(usual) });
  });
  return windows;
}

export interface Scored extends Window {
  z: number;
}

/** Of a window with hardly a mention, usual or seen, nothing can be said. */
const fewest = 3;

/** A rise in deviations of the busier of this time and the usual; a fall as a deviance, because a count cannot fall below none. */
function scoreOf({ count, expected, level }: Window, spread: number): number {
  if (count <= expected) return deviance(count, expected, spread);
  return Math.max(0, count - 0.5 - expected) / deviationOf(Math.max(expected, level), spread);
}

/** What windows vary beyond chance, and how little is known of what is usual. */
const doubtOf = (state: TurningState, number: number): number => spreadOf(state, number) + 1 / (state.usual.count + 1);

/** The chance to see as much when nothing has changed. */
export const chanceIn = (state: TurningState, { number, count, expected }: Window): number =>
  chanceOf(deviance(count, expected, doubtOf(state, number)));

/** A burst upwards goes before all else: after a quiet morning the long windows are still low when it comes. */
const rankOf = (z: number): number => strengthOf(z) + (z > 0 && strengthOf(z) >= 1 ? 1_000 : 0);

/** The window that is furthest from what is usual. */
export function strongest(state: TurningState, step: number): Scored | undefined {
  let best: Scored | undefined;
  for (const window of listWindows(state, step)) {
    if (Math.max(window.count, window.expected) < fewest) continue;
    const z = scoreOf(window, doubtOf(state, window.number));
    if (!best || rankOf(z) > rankOf(best.z)) best = { ...window, z };
  }
  return best;
}

/** Since when it is so: of all beginnings within the window the one from which on it is furthest from what is usual. */
export function beginningOf(state: TurningState, { number, from }: Window): number {
  let [since, furthest, count, expected] = [from, 0, 0, 0];
  for (let i = state.recent.length - 1; i >= 0; i--) {
    const entry = state.recent[i];
    if (!entry || entry.bin.at < from) break;
    count += entry.bin.count;
    expected += entry.expected;
    const z = Math.abs(deviance(count, expected, spreadOf(state, number)));
    if (z >= furthest) [since, furthest] = [entry.bin.at, z];
  }
  return since;
}

/** What is learnt of a bin: not more than is likely, so that a spike is not taken for usual. */
export function likely(bin: Bin, expected: number, spread: number): number {
  const half = 2.5 * deviationOf(expected, spread) + 1;
  return expected === 0 ? bin.count : Math.min(expected + half, Math.max(expected - half, bin.count));
}

/** How much windows vary beyond chance, learnt from those that end with the newest bin. */
export function learnSpread(state: TurningState, step: number): void {
  const { memory } = scaleOf(step);
  const keep = 2 ** (-1 / memory);
  for (const { number, count, expected } of listWindows(state, step)) {
    if (expected <= 0) continue;
    const spread = state.spreads[number] ?? noSpread;
    const cut = Math.min(count, expected + 4 * deviationOf(expected, spreadOf(state, number)) + 1);
    state.spreads[number] = {
      excess: spread.excess * keep + (cut - expected) ** 2 - expected,
      square: spread.square * keep + expected ** 2,
    };
  }
}
