/** Does a term really stand here? Asked only where the scanner's hash says it might; reads the raw text, so offsets are the page's own. */
import { beginsWell, endsWell } from './borders.ts';
import { foldAt, foldBefore, Kind, SPECIAL, table } from './fold.ts';
import { readExact, type Term } from './term.ts';
import { isTornFromWords } from './unspaced.ts';
import { fits, gapAfter, gapBefore, hitEnd, symbolsAfter, symbolsBefore, trimEnd } from './walk.ts';
import { matchWild } from './wildcards.ts';

/** Where `units[0..until)` begins, if it ends at `end`; -1 if it does not. */
function matchBack(text: string, end: number, term: Term, until: number): number {
  const { units, gaps } = term;
  let gap = 0;
  for (let k = 0; k < until; k++) if (units.charCodeAt(k) === 0) gap++;
  let i = end;
  for (let k = until; k > 0; ) {
    const unit = units.charCodeAt(k - 1);
    if (unit === 0) {
      const from = gapBefore(text, i);
      if (from < 0 || !fits(text, from, i, gaps[--gap])) return -1;
      i = from;
      k--;
      continue;
    }
    if (i === 0) return -1;
    const plain = table[text.charCodeAt(i - 1)];
    if (plain === unit) {
      i--;
      k--;
      continue;
    }
    // A gap here may be the second half of a letter; any other plain letter is a wrong one.
    if (plain !== SPECIAL && plain !== 0) return -1;
    const folded = foldBefore(text, i);
    if (folded.kind === Kind.gap || folded.units.length > k || !units.startsWith(folded.units, k - folded.units.length)) return -1;
    i -= folded.size;
    k -= folded.units.length;
  }
  return i;
}

/** Where `units[since..]` ends, if it begins at `start`; -1 if it does not. */
function matchOn(text: string, start: number, term: Term, since: number): number {
  if (term.wild) return matchWild(text, start, term, since);
  const { units, gaps } = term;
  let gap = 0;
  for (let k = 0; k < since; k++) if (units.charCodeAt(k) === 0) gap++;
  let i = start;
  for (let k = since; k < units.length; ) {
    if (units.charCodeAt(k) === 0) {
      const to = gapAfter(text, i);
      if (to < 0 || !fits(text, i, to, gaps[gap++])) return -1;
      i = to;
      k++;
      continue;
    }
    if (i >= text.length) return -1;
    const folded = foldAt(text, i);
    if (folded.kind === Kind.gap || !units.startsWith(folded.units, k)) return -1;
    i += folded.size;
    k += folded.units.length;
  }
  return i;
}

/**
 * Where the term stands, if the part of it that ends at unit `anchor` ends at `index` in the text.
 * @returns start in the high part, end in the low: `start * 2 ** 26 + end`; -1 where it does not stand there.
 */
export function verify(text: string, index: number, term: Term, anchor: number): number {
  const first = matchBack(text, index, term, anchor);
  if (first < 0) return -1;
  const last = anchor === term.units.length ? index : matchOn(text, index, term, anchor);
  if (last < 0) return -1;
  const start = term.lead === '' ? first : symbolsBefore(text, first, term.lead);
  const stop = term.trail === '' ? last : symbolsAfter(text, last, term.trail);
  if (start < 0 || stop < 0 || !beginsWell(text, start, term) || !endsWell(text, stop, term)) return -1;
  const end = hitEnd(text, trimEnd(text, stop));
  if (term.exact !== undefined && readExact(text.slice(start, end)) !== term.exact) return -1;
  const needsWords = !term.wild && term.lead === '' && (term.first === Kind.unspaced || term.last === Kind.unspaced);
  if (needsWords && isTornFromWords(text, start, end)) return -1;
  return start * span + end;
}

export const span = 2 ** 26;
