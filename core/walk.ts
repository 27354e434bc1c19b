/** Steps over the raw text that the parts of a term are found with. All of them answer with an index, or -1. */
import { foldAt, foldBefore, Kind } from './fold.ts';
import { type Gap, widestGap } from './term.ts';

const isPassable = (kind: number): boolean => kind === Kind.gap || kind === Kind.ignored;

export function gapBefore(text: string, end: number): number {
  let i = end;
  for (let width = 0; i > 0; ) {
    const folded = foldBefore(text, i);
    if (!isPassable(folded.kind)) break;
    if (folded.kind === Kind.gap && ++width > widestGap) return -1;
    i -= folded.size;
  }
  return i;
}

export function gapAfter(text: string, start: number): number {
  let i = start;
  for (let width = 0; i < text.length; ) {
    const folded = foldAt(text, i);
    if (!isPassable(folded.kind)) break;
    if (folded.kind === Kind.gap && ++width > widestGap) return -1;
    i += folded.size;
  }
  return i;
}

export function fits(text: string, start: number, end: number, gap: Gap | undefined): boolean {
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

export function skipIgnored(text: string, start: number): number {
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

export function trimEnd(text: string, end: number): number {
  let i = end;
  while (i > 0) {
    const folded = foldBefore(text, i);
    if (folded.kind !== Kind.ignored || folded.mark) break;
    i -= folded.size;
  }
  return i;
}

export function skipIgnoredBefore(text: string, end: number): number {
  let i = end;
  while (i > 0) {
    const folded = foldBefore(text, i);
    if (folded.kind !== Kind.ignored) break;
    i -= folded.size;
  }
  return i;
}

/** Where `symbols` begin, if they end at `end`; -1 if they do not. */
export function symbolsBefore(text: string, end: number, symbols: string): number {
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
