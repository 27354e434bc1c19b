/** Where a term may begin and end: words are found whole. */
import { foldAt, foldBefore, Kind } from './fold.ts';
import type { Term } from './term.ts';
import { isKoreanWordEnd } from './unspaced.ts';
import { skipIgnored, skipIgnoredBefore } from './walk.ts';

/** A tag stands apart from letters and is no part of an address. */
const isTag = (term: Term): boolean => term.lead.endsWith('#');

/** What may stand before a term. */
export function beginsWell(text: string, start: number, term: Term): boolean {
  const i = skipIgnoredBefore(text, start);
  if (i === 0) return true;
  const before = foldBefore(text, i);
  if (isTag(term)) return before.kind === Kind.gap && before.units !== '&' && before.units !== '/';
  if (term.lead !== '') return before.kind !== Kind.word;
  return term.first === Kind.unspaced || before.kind !== term.first;
}

/** What may stand after it. */
export function endsWell(text: string, end: number, term: Term): boolean {
  const i = skipIgnored(text, end);
  if (i >= text.length) return true;
  const after = foldAt(text, i);
  // "C++11" and "C#8" speak of C++ and C#.
  if (term.trail !== '') return after.kind !== Kind.word || /^\d/.test(after.units);
  if (isTag(term)) return after.kind === Kind.gap;
  if (term.last === Kind.word) return after.kind !== Kind.word;
  if (term.last === Kind.hangul) return after.kind !== Kind.hangul || isKoreanWordEnd(text, i);
  return after.kind !== Kind.unspaced || !after.mark;
}
