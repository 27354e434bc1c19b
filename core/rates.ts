/** How often something happens, and how sure that is: a share of few is mostly chance, and its interval says so. */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The two-sided 95 % point of the normal distribution. */
const z95 = 1.959_963_985;

/**
 * Wilson's score interval for `hits` out of `of`, as shares. Unlike the textbook one it holds for few and for none (Newcombe, Statistics in
 * Medicine 17, 1998). Undefined where there is nothing to take a share of.
 */
export function wilson(hits: number, of: number, z = z95): Interval | undefined {
  if (!(of > 0) || !(hits >= 0) || hits > of) return undefined;
  const share = hits / of;
  const zz = z * z;
  const middle = (share + zz / (2 * of)) / (1 + zz / of);
  const half = (z / (1 + zz / of)) * Math.sqrt((share * (1 - share)) / of + zz / (4 * of * of));
  // At the ends the bound is the end itself; rounding would leave it a hair off.
  return { low: hits === 0 ? 0 : Math.max(0, middle - half), high: hits === of ? 1 : Math.min(1, middle + half) };
}

/** Mentions per 1,000 posts, with the interval they may well come from and the number of posts behind them. */
export interface Rate {
  readonly perThousand: number;
  readonly low: number;
  readonly high: number;
  readonly posts: number;
}

/** Undefined where no posts were counted, or fewer than mentions: then what was counted does not belong together. */
export function rateOf(mentions: number, posts: number): Rate | undefined {
  const interval = wilson(mentions, posts);
  if (!interval) return undefined;
  return { perThousand: (mentions / posts) * 1000, low: interval.low * 1000, high: interval.high * 1000, posts };
}
