/** How far a count is from what is usual, and by how much chance (core/inflection.ts has the formula). */

/** The signed root of the deviance of a negative binomial distribution. `spread` is 1/k. */
export function deviance(count: number, expected: number, spread: number): number {
  if (expected <= 0) return 0;
  const c = count > expected ? Math.max(expected, count - 0.5) : Math.min(expected, count + 0.5);
  const k = 1 / Math.max(spread, 1e-9);
  const value = 2 * ((c > 0 ? c * Math.log(c / expected) : 0) - (c + k) * Math.log((c + k) / (expected + k)));
  return Math.sign(count - expected) * Math.sqrt(Math.max(0, value));
}

/** Two-sided tail of the normal distribution (Abramowitz and Stegun 26.2.17, and its first term where that is too coarse). */
export function chanceOf(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x > 5) return Math.min(1, (2 * density) / x);
  const t = 1 / (1 + 0.2316419 * x);
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.min(1, 2 * density * tail);
}
