/** What may be said of few: medians with the interval they may well come from, two shares compared, shares that places weigh alike in. */
import { type Interval, wilson } from './rates.ts';

/** Of sorted numbers, by linear interpolation between the two nearest (Hyndman and Fan, The American Statistician 50, 1996, definition 7). */
export function quantile(sorted: readonly number[], share: number): number | undefined {
  if (sorted.length === 0) return undefined;
  const at = (sorted.length - 1) * share;
  const [below = 0, above = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * Between which two of `n` sorted values the median lies in 95 of 100 cases, whatever they are spread like: by the sign test (binomial with a
 * half). Undefined for fewer than six, of which no two are far enough apart.
 */
export function medianRanks(n: number): { low: number; high: number } | undefined {
  if (n < 6) return undefined;
  let term = Math.exp(-n * Math.LN2);
  let below = 0;
  let rank = 0;
  // Past a thousand the first terms are too small for a number; there the normal distribution is as good.
  if (n > 1_000) rank = Math.max(1, Math.floor(n / 2 - 0.979_982 * Math.sqrt(n)));
  else
    while (below + term <= 0.025) {
      below += term;
      rank += 1;
      term *= (n - rank + 1) / rank;
    }
  return rank < 1 ? undefined : { low: rank - 1, high: n - rank };
}

export interface TimesSummary {
  readonly n: number;
  readonly median: number;
  readonly interval: Interval | undefined;
  readonly p90: number;
}

/** Undefined where there are none. */
export function summarizeTimes(times: readonly number[]): TimesSummary | undefined {
  const sorted = [...times].sort((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  if (median === undefined) return undefined;
  const ranks = medianRanks(sorted.length);
  const interval = ranks && { low: sorted[ranks.low] ?? 0, high: sorted[ranks.high] ?? 0 };
  return { n: sorted.length, median, interval, p90: quantile(sorted, 0.9) ?? median };
}

/** A share, with the interval it may well come from and how many it is taken of. */
export interface Share extends Interval {
  readonly share: number;
  readonly n: number;
}

/** Undefined where there is nothing to take a share of. */
export function shareOf(part: number, n: number): Share | undefined {
  const interval = wilson(part, n);
  return interval && { share: part / n, ...interval, n };
}

export interface Stratum {
  readonly part: number;
  readonly whole: number;
  /** How much of the place was read. */
  readonly exposure: number;
}

/**
 * A share as it would be had every place been read as much: each counts by its rates. The interval is Wilson's with the number of equally
 * weighing ones that say as much as these (Kish, Survey Sampling, 1965). Undefined where there is nothing to take a share of.
 */
export function evenShare(strata: readonly Stratum[]): Share | undefined {
  const known = strata.filter(({ whole, exposure }) => exposure > 0 && whole > 0);
  const sum = (of: (one: Stratum) => number): number => known.reduce((total, one) => total + of(one), 0);
  const whole = sum((one) => one.whole / one.exposure);
  if (whole === 0) return undefined;
  const share = Math.min(1, sum((one) => one.part / one.exposure) / whole);
  const effective = whole ** 2 / sum((one) => one.whole / one.exposure ** 2);
  const interval = wilson(share * effective, effective);
  return interval && { share, ...interval, n: sum((one) => one.whole) };
}

export interface Difference extends Interval {
  readonly difference: number;
  readonly differs: boolean;
}

/** Two shares compared, by the method that Newcombe (Statistics in Medicine 17, 1998, 873–890) numbers 10: from the Wilson intervals of both. */
export function compareShares(now: Share | undefined, before: Share | undefined): Difference | undefined {
  if (!now || !before) return undefined;
  const difference = now.share - before.share;
  const low = difference - Math.hypot(now.share - now.low, before.high - before.share);
  const high = difference + Math.hypot(now.high - now.share, before.share - before.low);
  return { difference, low, high, differs: low > 0 || high < 0 };
}
