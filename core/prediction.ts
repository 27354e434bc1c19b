/** How many of something there will be in all, given how many were counted in a part of the time. */
import type { Interval } from './rates.ts';

export interface CountSoFar {
  readonly n: number;
  /** The time in which they were counted, and the time that is left, in the same unit. */
  readonly counted: number;
  readonly left: number;
  /** How many times as much as a Poisson count the counts vary; 1 where that is not known to be more. */
  readonly dispersion?: number;
}

/** Weights this small add nothing to either bound. */
const negligible = 1e-12;

/** The weights of the numbers next to one that weighs 1, each by how many times the one before it, until they are negligible. */
function listWeights(timesOf: (step: number) => number): number[] {
  const weights: number[] = [];
  for (let w = timesOf(0); w > negligible; w *= timesOf(weights.length)) weights.push(w);
  return weights;
}

/** Of each number from `first` on its weight among the negative binomial's, in proportion: from its most frequent one outwards, so that none is too small. */
function weigh(size: number, odds: number): { first: number; weights: number[] } {
  const part = odds / (1 + odds);
  const mode = size > 1 ? Math.floor((size - 1) * odds) : 0;
  const below = listWeights((step) => (mode - step) / ((mode - step - 1 + size) * part));
  const above = listWeights((step) => ((mode + step + size) * part) / (mode + step + 1));
  return { first: mode - below.length, weights: [...below.reverse(), 1, ...above] };
}

/** How many of them lie beyond the bound. Of whole numbers some lie on it: half of each counts as beyond (mid-P), or few would leave too wide an interval. */
function countBeyond(weights: readonly number[], most: number): number {
  let sum = 0;
  for (const [i, w] of weights.entries()) {
    if (sum + w / 2 > most) return i;
    sum += w;
  }
  return weights.length;
}

function boundsOf({ first, weights }: ReturnType<typeof weigh>, tail: number): Interval {
  const most = tail * weights.reduce((sum, w) => sum + w, 0);
  return { low: first + countBeyond(weights, most), high: first + weights.length - 1 - countBeyond(weights.toReversed(), most) };
}

/** What is a whole number but for how it was reckoned is one. */
const hair = 1e-9;

/**
 * The 95 % prediction interval of the final count: what was counted, and the negative binomial that a Poisson rate known by `n` leaves for the
 * rest, of size n + ½ and odds left ÷ counted (Jeffreys' prior; Meeker, Hahn and Escobar, Statistical Intervals, 2nd ed. 2017, ch. 15). Where
 * counts vary φ times as much as Poisson ones (quasi-Poisson; McCullagh and Nelder, Generalized Linear Models, 1989, ch. 6), n counts say as much
 * as n ÷ φ bunches of φ each.
 */
export function predictCount({ n, counted, left, dispersion = 1 }: CountSoFar): Interval {
  if (left <= 0) return { low: n, high: n };
  const { low, high } = boundsOf(weigh(n / dispersion + 0.5, left / counted), 0.025);
  return { low: n + Math.floor(low * dispersion + hair), high: n + Math.ceil(high * dispersion - hair) };
}

/** Of fewer days it is not known how much they vary. */
export const leastDaysToVary = 14;

/**
 * Pearson's statistic by its degrees of freedom: how many times as much as Poisson counts these vary from day to day, and never less than one.
 * Undefined where the days are too few.
 */
export function findDispersion(days: readonly number[]): number | undefined {
  if (days.length < leastDaysToVary) return undefined;
  const mean = days.reduce((sum, n) => sum + n, 0) / days.length;
  if (mean === 0) return 1;
  return Math.max(1, days.reduce((sum, n) => sum + (n - mean) ** 2, 0) / mean / (days.length - 1));
}
