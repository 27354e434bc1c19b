/** How rare a burst is for a keyword, by its own past: peaks over a threshold. */
import type { Tail } from './turning-state.ts';

/** From these scores on it is a burst. */
const rise = 4;
const fall = 2.5;
/** What bursts are taken to be like before there were any: one a week, and how far they go. */
const tailBefore = { weeks: 4, bursts: 4, mean: { rise: 0.5, fall: 1 } };

/** How strong a score is, so that rises and falls may be held against one another; a burst from 1 on. */
export const strengthOf = (z: number): number => (z > 0 ? z / rise : -z / fall);

/** How far a burst went above where bursts begin. Rises have heavy tails, whose logarithm is spread exponentially; falls end at nothing. */
export const excessOf = (z: number): number => (z > 0 ? Math.log(z / rise) : -z - fall);

/** Bursts at least as strong that are to be expected in a week, by how many there were and how high they went. */
export function burstsAWeek({ weeks, bursts, excess }: Tail, z: number): number {
  const often = (bursts + tailBefore.bursts) / (weeks + tailBefore.weeks);
  const mean = (excess + tailBefore.bursts * tailBefore.mean[z > 0 ? 'rise' : 'fall']) / (bursts + tailBefore.bursts);
  return often * Math.exp(-excessOf(z) / mean);
}
