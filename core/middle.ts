/** The middle of many, which a few stragglers do not move. */

export interface Spread {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  /** Nine in ten are no longer than this. */
  readonly p90: number;
  readonly n: number;
}

/** The two-sided 95 % point of the normal distribution. */
const z95 = 1.959_963_985;

const at = (sorted: readonly number[], rank: number): number => sorted[Math.min(Math.max(Math.ceil(rank), 1), sorted.length) - 1] ?? 0;

/**
 * The median, with the order statistics that bound it in 95 of 100 cases, at the ranks n/2 ± z·√n/2 (Conover, Practical Nonparametric
 * Statistics, 3rd ed., 3.2). Undefined for none.
 */
export function median(values: readonly number[]): Spread | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const half = (z95 * Math.sqrt(n)) / 2;
  const middle = n % 2 === 1 ? at(sorted, (n + 1) / 2) : (at(sorted, n / 2) + at(sorted, n / 2 + 1)) / 2;
  return { middle, low: at(sorted, n / 2 - half), high: at(sorted, n / 2 + half + 1), p90: at(sorted, 0.9 * n), n };
}
