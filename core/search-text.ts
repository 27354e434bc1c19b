/**
 * Words looked for in what is kept: blind to case and accents (fold.ts), each as the beginning of a word. Scripts that write no spaces have no
 * words to begin: a run of them is looked for wherever it stands.
 */
import { foldAt, Kind } from './fold.ts';
import type { Mention } from './model.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A word of a text, folded, and where it stands. `run`: of a script without spaces, one letter at a time. */
export interface Word extends Place {
  readonly units: string;
  readonly run: boolean;
}

/** Longer words are told apart by their beginning. */
const longestWord = 60;

/** In the order they stand in. */
export function listWords(text: string): Word[] {
  const words: Word[] = [];
  let units = '';
  let letters: number = Kind.gap;
  let start = 0;
  let end = 0;
  const close = () => {
    if (units !== '') words.push({ units: units.slice(0, longestWord), run: false, start, end });
    units = '';
  };
  for (let i = 0; i < text.length; ) {
    const { kind, units: folded, size } = foldAt(text, i);
    if (kind === Kind.unspaced) {
      close();
      if (folded !== '') words.push({ units: folded, run: true, start: i, end: i + size });
    } else if (kind === Kind.gap) close();
    else if (folded !== '') {
      // Particles are glued on to words of another script.
      if (kind !== letters) close();
      letters = kind;
      if (units === '') start = i;
      units += folded;
      end = i + size;
    } else if (units !== '') end = i + size;
    i += size;
  }
  close();
  return words;
}

/** What a search asks for: beginnings of words, and runs of letters that stand side by side. */
export interface Search {
  readonly prefixes: readonly string[];
  readonly runs: readonly string[];
}

const longestSearch = 20;

export function readSearch(text: string): Search {
  const prefixes = new Set<string>();
  const runs = new Set<string>();
  let run = '';
  let end = -1;
  for (const word of listWords(text)) {
    if (word.run && word.start === end) run += word.units;
    else {
      if (run !== '') runs.add(run);
      run = word.run ? word.units : '';
    }
    if (!word.run) prefixes.add(word.units);
    end = word.end;
  }
  if (run !== '') runs.add(run);
  return { prefixes: [...prefixes].slice(0, longestSearch), runs: [...runs].slice(0, longestSearch) };
}

export const isEmptySearch = ({ prefixes, runs }: Search): boolean => prefixes.length === 0 && runs.length === 0;

/** Where each run of letters without spaces between them stands. */
function placesOfRuns(words: readonly Word[], runs: readonly string[]): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  for (const run of runs) {
    for (const [i, first] of words.entries()) {
      if (!first.run || !run.startsWith(first.units)) continue;
      let joined = '';
      for (let n = i; n < words.length && joined.length < run.length; n++) {
        const word = words[n];
        if (!word?.run || (n > i && word.start !== words[n - 1]?.end)) break;
        joined += word.units;
        if (joined === run) found.set(run, [...(found.get(run) ?? []), { start: first.start, end: word.end }]);
      }
    }
  }
  return found;
}

/**
 * Where the words of a search stand in a text (UTF-16 offsets), in order: what to mark. Words that are not there have no place.
 */
export function findPlaces(text: string, search: Search): Place[] {
  const words = listWords(text);
  const begun = words.flatMap(({ units, run, start, end }) =>
    !run && search.prefixes.some((prefix) => units.startsWith(prefix)) ? [{ start, end }] : [],
  );
  const runs = [...placesOfRuns(words, search.runs).values()].flat();
  return [...begun, ...runs].sort((a, b) => a.start - b.start || a.end - b.end);
}

type Searched = Pick<Mention, 'text' | 'author' | 'community' | 'note' | 'links'>;

/** The texts of a mention that are searched, its own words first. */
export const searchedTexts = ({ text, author, community, note, links = [] }: Searched): string[] =>
  [text, author.name, author.handle, community, note, ...links].flatMap((one) => one || []);

/** True where every word of the search is in one text or another of the mention. */
export function isFound(mention: Searched, { prefixes, runs }: Search): boolean {
  const missing = new Set(prefixes);
  const missingRuns = new Set(runs);
  for (const text of searchedTexts(mention)) {
    const words = listWords(text);
    for (const { units, run } of words) {
      if (run) continue;
      for (const prefix of missing) if (units.startsWith(prefix)) missing.delete(prefix);
    }
    for (const run of placesOfRuns(words, [...missingRuns]).keys()) missingRuns.delete(run);
    if (missing.size === 0 && missingRuns.size === 0) return true;
  }
  return missing.size === 0 && missingRuns.size === 0;
}
