/** Does a query really stand here? Asked only where the matcher's hash says it might; reads the raw text, so offsets are the page's own. */
import { foldAt, foldBefore, Kind, SPECIAL, table } from './fold.ts';
import { type Gap, type Query, widestGap } from './query.ts';
import { isKoreanWordEnd, isTornFromWords } from './unspaced.ts';

const isPassable = (kind: number): boolean => kind === Kind.gap || kind === Kind.ignored;

function gapBefore(text: string, end: number): number {
  let i = end;
  for (let width = 0; i > 0; ) {
    const folded = foldBefore(text, i);
    if (!isPassable(folded.kind)) break;
    if (folded.kind === Kind.gap && ++width > widestGap) return -1;
    i -= folded.size;
  }
  return i;
}

function gapAfter(text: string, start: number): number {
  let i = start;
  for (let width = 0; i < text.length; ) {
    const folded = foldAt(text, i);
    if (!isPassable(folded.kind)) break;
    if (folded.kind === Kind.gap && ++width > widestGap) return -1;
    i += folded.size;
  }
  return i;
}

function fits(text: string, start: number, end: number, gap: Gap | undefined): boolean {
  if (!gap) return false;
  let symbols = '';
  for (let i = start; i < end; ) {
    const folded = foldAt(text, i);
    symbols += folded.units;
    i += folded.size;
  }
  if (gap.symbols === undefined) return symbols.length >= gap.min;
  return (gap.loose ? symbols.replace(/\s+/g, '') : symbols) === gap.symbols;
}

/** Where `units[0..until)` begins, if it ends at `end`; -1 if it does not. */
function matchBack(text: string, end: number, query: Query, until: number): number {
  const { units, gaps } = query;
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
function matchOn(text: string, start: number, query: Query, since: number): number {
  const { units, gaps } = query;
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

function skipIgnored(text: string, start: number): number {
  let i = start;
  while (i < text.length) {
    const folded = foldAt(text, i);
    if (folded.kind !== Kind.ignored) break;
    i += folded.size;
  }
  return i;
}

/** Takes along every mark that hangs on the last character, and leaves other invisible characters out. */
export function hitEnd(text: string, end: number): number {
  let last = end;
  for (let i = end; i < text.length; ) {
    const folded = foldAt(text, i);
    if (folded.kind !== Kind.ignored && !folded.mark) break;
    i += folded.size;
    if (folded.mark) last = i;
  }
  return last;
}

function trimEnd(text: string, end: number): number {
  let i = end;
  while (i > 0) {
    const folded = foldBefore(text, i);
    if (folded.kind !== Kind.ignored || folded.mark) break;
    i -= folded.size;
  }
  return i;
}

function skipIgnoredBefore(text: string, end: number): number {
  let i = end;
  while (i > 0) {
    const folded = foldBefore(text, i);
    if (folded.kind !== Kind.ignored) break;
    i -= folded.size;
  }
  return i;
}

/** Where `symbols` begin, if they end at `end`; -1 if they do not. */
function symbolsBefore(text: string, end: number, symbols: string): number {
  let i = end;
  for (let left = symbols; left !== ''; ) {
    i = skipIgnoredBefore(text, i);
    if (i === 0) return -1;
    const folded = foldBefore(text, i);
    if (folded.kind !== Kind.gap || !left.endsWith(folded.units)) return -1;
    left = left.slice(0, left.length - folded.units.length);
    i -= folded.size;
  }
  return i;
}

/** Where `symbols` end, if they begin at `start`; -1 if they do not. */
export function symbolsAfter(text: string, start: number, symbols: string): number {
  let i = start;
  for (let left = symbols; left !== ''; ) {
    i = skipIgnored(text, i);
    if (i >= text.length) return -1;
    const folded = foldAt(text, i);
    if (folded.kind !== Kind.gap || !left.startsWith(folded.units)) return -1;
    left = left.slice(folded.units.length);
    i += folded.size;
  }
  return i;
}

/** A tag stands apart from letters and is no part of an address. */
const isTag = (query: Query): boolean => query.lead.endsWith('#');

function beginsWell(text: string, start: number, query: Query): boolean {
  const i = skipIgnoredBefore(text, start);
  if (i === 0) return true;
  const before = foldBefore(text, i);
  if (isTag(query)) return before.kind === Kind.gap && before.units !== '&' && before.units !== '/';
  if (query.lead !== '') return before.kind !== Kind.word;
  return query.first === Kind.unspaced || before.kind !== query.first;
}

function endsWell(text: string, end: number, query: Query): boolean {
  const i = skipIgnored(text, end);
  if (i >= text.length) return true;
  const after = foldAt(text, i);
  // "C++11" and "C#8" speak of C++ and C#.
  if (query.trail !== '') return after.kind !== Kind.word || /^\d/.test(after.units);
  if (isTag(query)) return after.kind === Kind.gap;
  if (query.last === Kind.word) return after.kind !== Kind.word;
  if (query.last === Kind.hangul) return after.kind !== Kind.hangul || isKoreanWordEnd(text, i);
  return after.kind !== Kind.unspaced || !after.mark;
}

/**
 * Where the query stands, if the part of it that ends at unit `anchor` ends at `index` in the text.
 * @returns start in the high part, end in the low: `start * 2 ** 26 + end`; -1 where it does not stand there.
 */
export function verify(text: string, index: number, query: Query, anchor: number): number {
  const first = matchBack(text, index, query, anchor);
  if (first < 0) return -1;
  const last = anchor === query.units.length ? index : matchOn(text, index, query, anchor);
  if (last < 0) return -1;
  const start = query.lead === '' ? first : symbolsBefore(text, first, query.lead);
  const stop = query.trail === '' ? last : symbolsAfter(text, last, query.trail);
  if (start < 0 || stop < 0 || !beginsWell(text, start, query) || !endsWell(text, stop, query)) return -1;
  const end = hitEnd(text, trimEnd(text, stop));
  const needsWords = query.lead === '' && (query.first === Kind.unspaced || query.last === Kind.unspaced);
  if (needsWords && isTornFromWords(text, start, end)) return -1;
  return start * span + end;
}

export const span = 2 ** 26;
