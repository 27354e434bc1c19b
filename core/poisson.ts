/** How many of something there may well be where `n` were counted. */
import type { Interval } from './rates.ts';

/** The two-sided 95 % point of the normal distribution. */
const z95 = 1.959_963_985;

/**
 * Byar's approximation of the exact (Garwood) interval of a Poisson mean, good from one event on (Breslow & Day, Statistical Methods in Cancer
 * Research II, 1987, p. 69). For none the exact upper bound is used: −ln 0.025.
 */
export function poisson(n: number, z = z95): Interval {
  if (!(n > 0)) return { low: 0, high: 3.688_879_454 };
  const more = n + 1;
  const low = n * (1 - 1 / (9 * n) - z / (3 * Math.sqrt(n))) ** 3;
  return { low: Math.max(0, low), high: more * (1 - 1 / (9 * more) + z / (3 * Math.sqrt(more))) ** 3 };
}
