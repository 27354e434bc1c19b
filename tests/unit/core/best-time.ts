/**
 * The shortest of some runs, in milliseconds: what the work costs when nothing disturbs it. Only ever compared with another one measured in
 * the same run; a machine may be as slow as it likes.
 */
export function bestTime(work: () => unknown, runs = 5): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    work();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}
