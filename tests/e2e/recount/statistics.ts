/** From the literature, not from the product. */
const z = 1.959_963_985;

export interface Interval {
  low: number;
  high: number;
}

export interface Share extends Interval {
  share: number;
  n: number;
}

/** Newcombe 1998, method 3: (2np + z² ± z√(z² + 4npq)) / 2(n + z²). */
export function shareOf(hits: number, n: number): Share | undefined {
  if (n <= 0 || hits > n) return undefined;
  const p = hits / n;
  const [middle, reach] = [2 * n * p + z * z, z * Math.sqrt(z * z + 4 * n * p * (1 - p))];
  const below = 2 * (n + z * z);
  return { share: p, n, low: p === 0 ? 0 : (middle - reach) / below, high: p === 1 ? 1 : (middle + reach) / below };
}

/** Wilson's interval of the share, per thousand. */
export function rateOf(count: number, posts: number | undefined): (Interval & { rate: number }) | undefined {
  const share = shareOf(count, posts ?? 0);
  return share && { rate: share.share * 1_000, low: share.low * 1_000, high: share.high * 1_000 };
}

export interface Ratio extends Interval {
  times: number;
  differs: boolean;
}

/** A site in both times: how many among how many posts. */
export interface Pair {
  now: number;
  posts: number;
  before: number;
  postsBefore: number;
}

export interface Likened {
  ratio: Ratio | undefined;
  /** Of each post that was read, on the sites of both times: as it is, and as it would have been before with the reading of now. */
  now: number;
  before: number;
  /** Read on those sites. */
  posts: number;
  postsBefore: number;
  /** What is more, as the ratio weighs it. */
  more: number;
}

/**
 * Rothman, Greenland and Lash, Modern Epidemiology, chapter 15: the rate ratio of Mantel and Haenszel, with the variance of Greenland and Robins
 * 1985. Its ends are where the difference is z of its deviations under the ratio itself; found by halving, not by a formula.
 */
export function likenedOf(pairs: readonly Pair[]): Likened | undefined {
  const both = pairs.filter(({ posts, postsBefore }) => posts > 0 && postsBefore > 0);
  if (both.length === 0) return undefined;
  const over = (of: (pair: Pair) => number) => sum(both.map((one) => of(one) / (one.posts + one.postsBefore)));
  const r = over(({ now, postsBefore }) => now * postsBefore);
  const s = over(({ before, posts }) => before * posts);
  const v = over(({ now, before, posts, postsBefore }) => ((now + before) * posts * postsBefore) / (posts + postsBefore));
  const isFar = (log: number) => (r - Math.exp(log) * s) ** 2 > z ** 2 * Math.exp(log) * v;
  const halve = (inside: number, outside: number): number => {
    let [near, far] = [inside, outside];
    for (let i = 0; i < 200; i++) {
      const middle = (near + far) / 2;
      if (isFar(middle)) far = middle;
      else near = middle;
    }
    return Math.exp((near + far) / 2);
  };
  // Where one of the times has none, every ratio up to (or down to) some point agrees with it.
  const inside = r > 0 && s > 0 ? Math.log(r / s) : r > 0 ? 60 : -60;
  const [low, high] = [r > 0 ? halve(inside, -80) : 0, s > 0 ? halve(inside, 80) : Infinity];
  const times = s > 0 ? r / s : Infinity;
  const ratio = r + s > 0 ? { times, low, high, differs: low > 1 || high < 1 } : undefined;
  const posts = sum(both.map((one) => one.posts));
  const now = sum(both.map((one) => one.now)) / posts;
  const direct = sum(both.map((one) => (one.before * one.posts) / one.postsBefore)) / posts;
  const postsBefore = sum(both.map((one) => one.postsBefore));
  return { ratio, now, before: r > 0 ? now / times : direct, posts, postsBefore, more: r - s };
}

export interface Difference extends Interval {
  difference: number;
  differs: boolean;
}

/** Newcombe 1998, method 10; of other intervals, Zou and Donner 2008. */
export function differenceOf(now: number, nowIn: Interval, before: number, beforeIn: Interval): Difference {
  const difference = now - before;
  const low = difference - Math.sqrt((now - nowIn.low) ** 2 + (beforeIn.high - before) ** 2);
  const high = difference + Math.sqrt((nowIn.high - now) ** 2 + (before - beforeIn.low) ** 2);
  return { difference, low, high, differs: low > 0 || high < 0 };
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

export interface Place {
  part: number;
  whole: number;
  posts: number;
}

/** Each place by its rates: Σ(part/posts) ÷ Σ(whole/posts); as many as weigh alike by Kish's (Σw)² ÷ Σw². */
export function evenShareOf(places: readonly Place[]): Share | undefined {
  const known = places.filter(({ whole, posts }) => whole > 0 && posts > 0);
  const weights = known.flatMap(({ whole, posts }) => new Array<number>(whole).fill(1 / posts));
  if (weights.length === 0) return undefined;
  const share = sum(known.map(({ part, posts }) => part / posts)) / sum(weights);
  const effective = sum(weights) ** 2 / sum(weights.map((one) => one * one));
  const found = shareOf(share * effective, effective);
  return found && { ...found, n: weights.length };
}

/** By linear interpolation (Hyndman and Fan 1996, definition 7). */
function quantile(sorted: readonly number[], part: number): number {
  const at = part * (sorted.length - 1);
  const below = Math.trunc(at);
  const [one = 0, next = one] = sorted.slice(below, below + 2);
  return one * (1 - (at - below)) + next * (at - below);
}

/** How many values lie outside at either end: the most d with P(X < d) ≤ 2.5 %, X binomial with one half. Counted in whole numbers. */
function countOutside(n: number): number {
  let [term, below, d] = [1n, 0n, 0];
  while ((below + term) * 40n <= 2n ** BigInt(n)) {
    below += term;
    term = (term * BigInt(n - d)) / BigInt(d + 1);
    d += 1;
  }
  return d;
}

export interface Times {
  n: number;
  median: number;
  p90: number;
  range: Interval | undefined;
}

export function timesOf(times: readonly number[]): Times | undefined {
  const n = times.length;
  if (n === 0) return undefined;
  const sorted = times.toSorted((a, b) => a - b);
  const d = countOutside(n);
  const range = d > 0 ? { low: sorted[d - 1] ?? 0, high: sorted[n - d] ?? 0 } : undefined;
  return { n, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), range };
}

/** Byar's approximation of Garwood's interval (Breslow and Day 1987); of none the exact bound. */
export function countRange(n: number): Interval {
  const bound = (count: number, side: number) => count * (1 - 1 / (9 * count) + (side * z) / (3 * Math.sqrt(count))) ** 3;
  return n === 0 ? { low: 0, high: -Math.log(0.025) } : { low: Math.max(0, bound(n, -1)), high: bound(n + 1, 1) };
}

/** Stirling's series of ln Γ, from where it is exact to twelve digits. */
function logGamma(x: number): number {
  if (x < 20) return logGamma(x + 1) - Math.log(x);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
}

/**
 * Where the final count lies in 95 of 100 cases: by the negative binomial distribution function of what is to come (Jeffreys' prior), a number
 * counted with half of its own chance. Counts that vary φ times as much as Poisson's are bunches of φ.
 */
export function finalRange(n: number, counted: number, left: number, vary: number): Interval {
  if (left <= 0) return { low: n, high: n };
  const [size, part] = [n / vary + 0.5, counted / (counted + left)];
  const fixed = size * Math.log(part) - logGamma(size);
  const chanceOf = (k: number) => Math.exp(fixed + logGamma(k + size) - logGamma(k + 1) + k * Math.log(1 - part));
  let [below, k, low] = [0, 0, -1];
  for (; ; k++) {
    const upTo = below + chanceOf(k) / 2;
    if (low < 0 && upTo > 0.025) low = k;
    if (low >= 0 && upTo >= 0.975) break;
    below += chanceOf(k);
  }
  return { low: n + Math.floor(low * vary + 1e-9), high: n + Math.ceil((k - 1) * vary - 1e-9) };
}

/** Pearson's chi-square of days alike, by its degrees of freedom. Not known from fewer than fourteen. */
export function varyOf(days: readonly number[]): number | undefined {
  const [count, total] = [days.length, sum(days)];
  if (count < 14) return undefined;
  if (total === 0) return 1;
  const square = sum(days.map((one) => one * one));
  return Math.max(1, ((square * count) / total - total) / (count - 1));
}

/** Monroe, Colaresi and Quinn 2008, equations 16 and 22, with the prior in proportion to both. */
export function scoreOf(y1: number, n1: number, y0: number, n0: number): number {
  const weight = Math.min(500, (n1 + n0) / 10);
  const prior = Math.max(0.01, (weight * (y1 + y0)) / (n1 + n0));
  const logOdds = (y: number, n: number) => Math.log((y + prior) / Math.max(0.01, n + weight - y - prior));
  return (logOdds(y1, n1) - logOdds(y0, n0)) / Math.sqrt(1 / (y1 + prior) + 1 / (y0 + prior));
}

/** How often a normal number lies above: its density added up (Simpson's rule) as far as it is anything. */
export function chanceAbove(score: number): number {
  const [parts, width] = [4_000, 12 / 4_000];
  const density = (at: number) => Math.exp(-(at * at) / 2) / Math.sqrt(2 * Math.PI);
  const weigh = (i: number) => (i === 0 || i === parts ? 1 : i % 2 === 1 ? 4 : 2);
  return sum(Array.from({ length: parts + 1 }, (_, i) => weigh(i) * density(score + i * width))) * (width / 3);
}

/** Benjamini and Hochberg 1995: how many of the chances, the least first, are told where so many were looked at. */
export function countDiscovered(chances: readonly number[], tested: number, falseShare: number): number {
  const passing = chances.flatMap((chance, i) => (chance <= (falseShare * (i + 1)) / tested ? [i + 1] : []));
  return Math.max(0, ...passing);
}
