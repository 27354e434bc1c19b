/** Terms with `*` and `?`: the rest of one, matched onward from where its anchor stands. */
import { endsWell } from './borders.ts';
import { foldAt, foldBefore, Kind } from './fold.ts';
import { GAP, MANY, ONE, type Term } from './term.ts';
import { fits, gapAfter, skipIgnored, skipIgnoredBefore } from './walk.ts';

/** So far may one `*` reach. Longer words are no words. */
const mostLetters = 64;

/** Where the word of plain letters that holds the letter before `index` begins. */
export function wordStart(text: string, index: number): number {
  let i = index;
  for (let n = 0; i > 0 && n < mostLetters; n++) {
    const folded = foldBefore(text, i);
    if (folded.kind !== Kind.word && folded.kind !== Kind.ignored) break;
    i -= folded.size;
  }
  return skipIgnored(text, i);
}

const isLetter = (kind: number): boolean => kind !== Kind.gap && kind !== Kind.ignored;

/** Where the word ends that `index` stands in; scripts without spaces do not say, so there it is `index`. */
function wordEnd(text: string, index: number): number {
  let i = index;
  const before = skipIgnoredBefore(text, index);
  let kind: number = before > 0 ? foldBefore(text, before).kind : Kind.gap;
  for (let n = 0; i < text.length && n < mostLetters; n++) {
    const folded = foldAt(text, i);
    if (folded.kind === Kind.gap || folded.kind === Kind.unspaced) break;
    if (folded.kind !== Kind.ignored && isLetter(kind) && folded.kind !== kind) break;
    if (folded.kind !== Kind.ignored) kind = folded.kind;
    i += folded.size;
  }
  return i;
}

interface Step {
  /** Where in the text, -1 where it does not go on. */
  i: number;
  /** Where in the term's units. */
  k: number;
}

/** "stras*" reaches into the "ß" of "straße": its letters end within a character, and the star takes the rest. */
function reachesInto(units: string, k: number, folded: string): number {
  const star = units.indexOf(MANY, k);
  return star > k && folded.startsWith(units.slice(k, star)) ? star : -1;
}

function takeOne(text: string, i: number, k: number): Step {
  const at = skipIgnored(text, i);
  const folded = at < text.length ? foldAt(text, at) : undefined;
  return folded && isLetter(folded.kind) ? { i: at + folded.size, k: k + 1 } : { i: -1, k };
}

function takeLetters(text: string, i: number, units: string, k: number): Step {
  if (i >= text.length) return { i: -1, k };
  const folded = foldAt(text, i);
  if (folded.kind === Kind.gap) return { i: -1, k };
  if (units.startsWith(folded.units, k)) return { i: i + folded.size, k: k + folded.units.length };
  const star = folded.kind === Kind.word ? reachesInto(units, k, folded.units) : -1;
  return star < 0 ? { i: -1, k } : { i: i + folded.size, k: star };
}

/** What stands at `k` of the term, taken from the text at `i`. */
function take(text: string, i: number, term: Term, k: number): Step {
  const { units, gaps } = term;
  if (units[k] === ONE) return takeOne(text, i, k);
  if (units[k] !== GAP) return takeLetters(text, i, units, k);
  let gap = 0;
  for (let n = 0; n < k; n++) if (units[n] === GAP) gap++;
  const to = gapAfter(text, i);
  return to >= 0 && fits(text, i, to, gaps[gap]) ? { i: to, k: k + 1 } : { i: -1, k };
}

/** True where the last word may end: else its star has to reach further. */
function isEnd(text: string, index: number, term: Term): boolean {
  if (term.trail === '') return endsWell(text, index, term);
  const i = skipIgnored(text, index);
  return i < text.length && foldAt(text, i).kind === Kind.gap;
}

/** Only the last star of a word ever has to reach further, so that the work grows with the word and not with the stars. */
export function matchWild(text: string, start: number, term: Term, since: number): number {
  const { units } = term;
  let star: Step | undefined;
  let reach = 0;
  let i = start;
  let k = since;
  for (;;) {
    if (units[k] === MANY) {
      if (k + 1 === units.length) return wordEnd(text, i);
      star = { i, k: k + 1 };
      reach = 0;
      k++;
      continue;
    }
    const isDone = k >= units.length;
    if (isDone && (!star || isEnd(text, i, term))) return i;
    const step = isDone ? { i: -1, k } : take(text, i, term, k);
    if (step.i >= 0) {
      if (units[k] === GAP) star = undefined;
      ({ i, k } = step);
      continue;
    }
    if (!star || star.i >= text.length || ++reach > mostLetters) return -1;
    const skipped = foldAt(text, star.i);
    if (skipped.kind === Kind.gap) return -1;
    star.i += skipped.size;
    ({ i, k } = star);
  }
}
