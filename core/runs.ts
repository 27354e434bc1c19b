/** Stretches of values that follow each other without a gap, as the places they stand at. */
export function listRuns(values: readonly (number | null | undefined)[]): number[][] {
  const runs: number[][] = [];
  values.forEach((value, i) => {
    if (value === undefined || value === null) return;
    const run = runs.at(-1);
    if (run && run.at(-1) === i - 1) run.push(i);
    else runs.push([i]);
  });
  return runs;
}

/** Those with a gap, or nothing, on both sides: a line through them has no length, and a band no width. */
export const listLone = (values: readonly (number | null | undefined)[]): number[] =>
  listRuns(values).flatMap((run) => (run.length === 1 ? run : []));
