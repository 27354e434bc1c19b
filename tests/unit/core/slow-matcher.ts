/**
 * The matcher as one would explain it to someone: the text is folded into a list of letters that know where they stand, and each query is
 * tried at each of them. Slow, and right if anything is. It shares with the fast one what a letter is and how a query is read, nothing else.
 */
import { foldPoint, Kind } from '../../../core/fold.ts';
import type { Hit } from '../../../core/model.ts';
import { type Gap, parseTerm, type Term, widestGap } from '../../../core/term.ts';
import { isKoreanWordEnd, isTornFromWords } from '../../../core/unspaced.ts';

interface Letter {
  kind: number;
  units: string;
  mark: boolean;
  start: number;
  end: number;
}

/** All that is seen, with the marks that hang on it counted into its end. */
function listLetters(text: string): Letter[] {
  const letters: Letter[] = [];
  let index = 0;
  for (const char of text) {
    const { kind, units, mark } = foldPoint(char.codePointAt(0) ?? 0);
    const end = index + char.length;
    const last = letters.at(-1);
    if (kind !== Kind.ignored) letters.push({ kind, units, mark, start: index, end });
    else if (mark && last) last.end = end;
    index = end;
  }
  return letters;
}

/** The number of letters `symbols` take at `at`; -1 where they are not there. */
function takeSymbols(letters: Letter[], at: number, symbols: string): number {
  for (let n = 0, left = symbols; ; n++) {
    if (left === '') return n;
    const letter = letters[at + n];
    if (letter?.kind !== Kind.gap || !left.startsWith(letter.units)) return -1;
    left = left.slice(letter.units.length);
  }
}

function takeGap(letters: Letter[], at: number, gap: Gap): number {
  let n = 0;
  while (letters[at + n]?.kind === Kind.gap) n++;
  const symbols = letters
    .slice(at, at + n)
    .map((l) => l.units)
    .join('');
  if (n > widestGap) return -1;
  if (gap.symbols === undefined) return n >= gap.min ? n : -1;
  return (gap.loose ? symbols.replace(/\s+/g, '') : symbols) === gap.symbols ? n : -1;
}

function takeWords(letters: Letter[], at: number, query: Term): number {
  let n = 0;
  const gaps = [...query.gaps];
  for (let left = query.units; left !== ''; ) {
    if (left.startsWith('\0')) {
      const taken = takeGap(letters, at + n, gaps.shift()!);
      if (taken < 0) return -1;
      n += taken;
      left = left.slice(1);
      continue;
    }
    const letter = letters[at + n];
    if (!letter || letter.kind === Kind.gap || !left.startsWith(letter.units)) return -1;
    left = left.slice(letter.units.length);
    n++;
  }
  return n;
}

function mayBegin(query: Term, before: Letter | undefined): boolean {
  if (!before) return true;
  if (query.lead.endsWith('#')) return before.kind === Kind.gap && !['&', '/'].includes(before.units);
  if (query.lead) return before.kind !== Kind.word;
  return query.first === Kind.unspaced || query.first !== before.kind;
}

function mayEnd(query: Term, after: Letter | undefined, text: string): boolean {
  if (!after) return true;
  if (query.trail) return after.kind !== Kind.word || /^\d/.test(after.units);
  if (query.lead.endsWith('#')) return after.kind === Kind.gap;
  if (query.last === Kind.word) return after.kind !== Kind.word;
  if (query.last === Kind.hangul) return after.kind !== Kind.hangul || isKoreanWordEnd(text, after.start);
  return !(after.kind === Kind.unspaced && after.mark);
}

/** Where the marks end that hang on the last letter of a hit, though they spell sounds of another script. */
function endOfMarks(letters: Letter[], next: number): number {
  let last = next;
  while (letters[last]?.mark) last++;
  return letters[last - 1]!.end;
}

function matchAt(text: string, letters: Letter[], at: number, query: Term): [number, number] | undefined {
  if (query.symbols) {
    const n = takeSymbols(letters, at, query.symbols);
    return n < 0 ? undefined : [letters[at]!.start, endOfMarks(letters, at + n)];
  }
  const lead = takeSymbols(letters, at, query.lead);
  const words = lead < 0 ? -1 : takeWords(letters, at + lead, query);
  const trail = words < 0 ? -1 : takeSymbols(letters, at + lead + words, query.trail);
  if (trail < 0) return undefined;
  const next = at + lead + words + trail;
  if (!mayBegin(query, letters[at - 1]) || !mayEnd(query, letters[next], text)) return undefined;
  const [start, end] = [letters[at]!.start, endOfMarks(letters, next)];
  const unspaced = query.lead === '' && (query.first === Kind.unspaced || query.last === Kind.unspaced);
  return unspaced && isTornFromWords(text, start, end) ? undefined : [start, end];
}

export function matchSlowly(keywords: readonly { id: string; query: string }[], text: string): Hit[] {
  const letters = listLetters(text);
  const hits: Hit[] = [];
  for (const { id, query: written } of keywords) {
    const query = parseTerm(written);
    if (query.units === '' && query.symbols === '') continue;
    for (let at = 0; at < letters.length; at++) {
      const found = matchAt(text, letters, at, query);
      if (found) hits.push({ keywordId: id, start: found[0], end: found[1] });
    }
  }
  return hits.sort((a, b) => a.start - b.start || a.end - b.end || (a.keywordId < b.keywordId ? -1 : 1));
}
