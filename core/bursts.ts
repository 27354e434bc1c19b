/** How rare a burst is for a keyword, by its own past: peaks over a threshold, with an exponential tail. */
import type { Tail } from './turning-state.ts';

/** From this score on it is a burst. */
export const burst = 2.5;
/** What bursts are taken to be like before there were any: one a week. */
const tailBefore: Tail = { weeks: 4, bursts: 4, excess: 4 };

/** Bursts of a strength of at least `z` that are to be expected in a week, by how many there were and how high they went. */
export function burstsAWeek({ weeks, bursts, excess }: Tail, z: number): number {
  const often = (bursts + tailBefore.bursts) / (weeks + tailBefore.weeks);
  const mean = (excess + tailBefore.excess) / (bursts + tailBefore.bursts);
  return often * Math.exp(-(Math.abs(z) - burst) / mean);
}
