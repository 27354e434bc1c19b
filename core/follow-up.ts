/**
 * Answers of two times compared, with as much time to answer in both: the newest mentions have had less, and what is open yet may be answered
 * later. The share is of those that were first seen at least the target's time ago, and of answers within it. The median counts those that are
 * open as longer than they have waited so far: the product-limit estimate of Kaplan and Meier (Journal of the American Statistical Association
 * 53, 1958), from 1 on times 1 − d/r at each time at which d of the r that had waited until then were answered; the median is where it falls to
 * a half. Its interval is of the times at which Wilson's interval of the estimate holds a half, as if it were of r/S mentions (Rothman, Journal
 * of Chronic Diseases 31, 1978; the number is that of Peto and others, British Journal of Cancer 35, 1977).
 */
import { hourLength, startOfHour } from './calendar.ts';
import type { CountedMention, Reading } from './measures.ts';
import { wilson } from './rates.ts';

/** How soon a mention is to be answered, and how long it has waited: in working time where the person keeps hours. */
export interface Answering {
  readonly target: number;
  readonly howLong: (from: number, to: number) => number;
}

/** How long mentions have waited by `now`. Times add up, so that each hour is reckoned once. */
export function createAges(howLong: Answering['howLong'], now: number): (seenAt: number) => number {
  const last = startOfHour(now);
  const ages = [howLong(last, now)];
  const ageAt = (back: number): number => {
    for (let i = ages.length; i <= back; i++) {
      const from = last - i * hourLength;
      ages.push((ages[i - 1] ?? 0) + howLong(from, from + hourLength));
    }
    return ages[back] ?? 0;
  };
  return (seenAt) => {
    const end = startOfHour(seenAt) + hourLength;
    if (end > last) return howLong(seenAt, now);
    const since = ageAt((last - end) / hourLength);
    const within = ageAt((last - end) / hourLength + 1) - since;
    // Most hours are work or none.
    return since + (within === 0 ? 0 : within === hourLength ? end - seenAt : howLong(seenAt, end));
  };
}

export interface MedianWait {
  readonly n: number;
  /** Undefined where fewer than half are answered by then. */
  readonly median: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Shares are reckoned in binary fractions: what is a hair above a half is a half. */
const half = 0.5 + 1e-9;

/** @param answered how long each took. @param open how long each has waited so far */
export function medianWait(answered: readonly number[], open: readonly number[]): MedianWait {
  const n = answered.length + open.length;
  // Plain numbers are sorted in a tenth of the time.
  const [times, waits] = [Float64Array.from(answered).sort(), Float64Array.from(open).sort()];
  let [share, left, passed] = [1, n, 0];
  let [median, low]: (number | undefined)[] = [];
  for (let i = 0; i < times.length; ) {
    const time = times[i] ?? 0;
    // What is open since then had waited until then.
    for (; (waits[passed] ?? time) < time; passed++) left -= 1;
    const first = i;
    while (times[i] === time) i += 1;
    const weight = left / share;
    share *= 1 - (i - first) / left;
    left -= i - first;
    const range = wilson(Math.min(1, 1 - share) * weight, weight) ?? { low: 0, high: 0 };
    if (range.high >= 0.5) low ??= time;
    if (share <= half) median ??= time;
    if (range.low > 0.5) return { n, median, low, high: time };
  }
  return { n, median, low, high: median === undefined ? undefined : Number.POSITIVE_INFINITY };
}

type About = Pick<Reading, 'posts' | 'from' | 'to'>;

/** Of those that have had the target's time, how many were answered within it. */
export function takeWithin(
  asked: readonly CountedMention[],
  { target }: Answering,
  age: (seenAt: number) => number,
  about: About,
): Reading {
  const old = asked.filter(({ seenAt }) => age(seenAt) >= target);
  const inTime = old.filter(({ answeredAfter = Number.POSITIVE_INFINITY }) => answeredAfter <= target).length;
  const { posts, from, to } = about;
  return { ...(old.length > 0 ? { value: inTime / old.length, ...wilson(inTime, old.length) } : {}), n: old.length, posts, from, to };
}

/** By when half of all were answered. */
export function takeHalf(asked: readonly CountedMention[], age: (seenAt: number) => number, { posts, from, to }: About): Reading {
  const [answered, open]: [number[], number[]] = [[], []];
  for (const { seenAt, answeredAfter } of asked)
    if (answeredAfter === undefined) open.push(age(seenAt));
    else answered.push(answeredAfter);
  const { n, median, low, high } = medianWait(answered, open);
  const range = low === undefined || high === undefined ? {} : { low, high };
  return { ...(median === undefined ? {} : { value: median, ...range }), n, posts, from, to };
}
