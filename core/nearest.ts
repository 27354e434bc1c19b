/** The word that was probably meant. */

/** How many letters have to be put in, left out, changed or swapped with a neighbour to get from one word to the other. */
export function distanceOf(a: string, b: string): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (old[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row.push(best);
    }
    older = old;
    old = row;
  }
  return old[b.length] ?? 0;
}

/** Undefined where none of the words is near: a third of the letters may be wrong, but at least one. */
export function nearestOf(word: string, words: readonly string[]): string | undefined {
  if (word.length > 40) return undefined;
  const ranked = words.map((candidate) => ({ candidate, distance: distanceOf(word.toLowerCase(), candidate) }));
  const best = ranked.reduce((a, b) => (b.distance < a.distance ? b : a), { candidate: '', distance: Number.POSITIVE_INFINITY });
  return best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : undefined;
}
