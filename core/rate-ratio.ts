/**
 * Two rates compared like for like: scrolling more, or elsewhere, is no growth. Who reads more where a keyword is talked about often sees more of it,
 * though nobody says more; so each site is held against itself, and only sites that were read in both times take part.
 *
 * The rate ratio of Mantel and Haenszel over the sites i, with nowᵢ and beforeᵢ counted among T1ᵢ and T0ᵢ posts, Tᵢ = T1ᵢ + T0ᵢ:
 * Σ nowᵢ·T0ᵢ/Tᵢ ÷ Σ beforeᵢ·T1ᵢ/Tᵢ, with the variance of Greenland and Robins (Biometrics 41, 1985, 55–68). Its interval holds those ratios θ that
 * the variance under θ itself does not speak against, (R − θS)² ≤ z²·θ·V, as a score interval does: it needs no logarithm of none. Of one site that
 * is the interval that follows from Wilson's of the share of now among all, now + before (Przyborowski and Wilenski, Biometrika 31, 1940).
 */
import type { Interval } from './rates.ts';

/** The two-sided 95 % point of the normal distribution. */
const z95 = 1.959_963_985;

/** What was counted on a site, among the posts read there. */
export interface SiteCount {
  readonly site: string;
  readonly n: number;
  readonly posts: number;
}

/** How many times the one rate is of the other. `high` is infinite where the other may be none. */
export interface Ratio extends Interval {
  readonly times: number;
  /** Neither the same nor may well be: the interval holds no 1. */
  readonly differs: boolean;
}

export interface LikeForLike {
  /** Absent where nothing was counted in either time. */
  readonly ratio: Ratio | undefined;
  /** Per 1,000 posts read now on the sites that take part. */
  readonly now: number;
  /** The same as it would have been before, had each of them been read as much as now. */
  readonly before: number;
  /** Read on the sites that take part. */
  readonly posts: { readonly now: number; readonly before: number };
  /** R − S of the formula: what one part of the mentions has of it, it has of the change. */
  readonly weight: number;
}

interface Pair {
  readonly now: SiteCount;
  readonly before: SiteCount;
}

function pairSites(now: readonly SiteCount[], before: readonly SiteCount[]): Pair[] {
  const was = new Map(before.filter(({ posts }) => posts > 0).map((one) => [one.site, one]));
  return now.flatMap((is) => {
    const pair = was.get(is.site);
    return pair && is.posts > 0 ? [{ now: is, before: pair }] : [];
  });
}

const sumOf = (pairs: readonly Pair[], of: (pair: Pair) => number): number => pairs.reduce((sum, pair) => sum + of(pair), 0);

/** The ends of (R − θS)² = z²·θ·V. */
function intervalOf(r: number, s: number, v: number): Interval {
  const spread = z95 * z95 * v;
  if (s === 0) return { low: (r * r) / spread, high: Number.POSITIVE_INFINITY };
  const [middle, reach] = [2 * r * s + spread, Math.sqrt(spread * (4 * r * s + spread))];
  // At the end the bound is the end itself; rounding would leave it a hair off.
  return { low: r === 0 ? 0 : Math.max(0, (middle - reach) / (2 * s * s)), high: (middle + reach) / (2 * s * s) };
}

function ratioOf(r: number, s: number, v: number): Ratio | undefined {
  if (r + s === 0) return undefined;
  const { low, high } = intervalOf(r, s, v);
  return { times: s === 0 ? Number.POSITIVE_INFINITY : r / s, low, high, differs: low > 1 || high < 1 };
}

/** Undefined where no site was read in both times: then nothing can be compared. */
export function compareSites(now: readonly SiteCount[], before: readonly SiteCount[]): LikeForLike | undefined {
  const pairs = pairSites(now, before);
  if (pairs.length === 0) return undefined;
  const r = sumOf(pairs, ({ now: a, before: b }) => (a.n * b.posts) / (a.posts + b.posts));
  const s = sumOf(pairs, ({ now: a, before: b }) => (b.n * a.posts) / (a.posts + b.posts));
  const v = sumOf(pairs, ({ now: a, before: b }) => ((a.n + b.n) * a.posts * b.posts) / (a.posts + b.posts) ** 2);
  const [posts, earlier] = [sumOf(pairs, (pair) => pair.now.posts), sumOf(pairs, (pair) => pair.before.posts)];
  const rate = (sumOf(pairs, (pair) => pair.now.n) / posts) * 1_000;
  // Of none no part can be taken: then each site's own rate before stands for it.
  const none = (sumOf(pairs, ({ now: a, before: b }) => (b.n / b.posts) * a.posts) / posts) * 1_000;
  return {
    ratio: ratioOf(r, s, v),
    now: rate,
    before: r === 0 ? none : (rate * s) / r,
    posts: { now: posts, before: earlier },
    weight: r - s,
  };
}
