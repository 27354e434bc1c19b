/** Where a term may begin and end: words are found whole. */
import { foldAt, foldBefore, Kind } from './fold.ts';
import type { Term } from './term.ts';
import { isKoreanWordEnd } from './unspaced.ts';
import { hitEnd, skipIgnored, skipIgnoredBefore } from './walk.ts';

/** A tag stands apart from letters and is no part of an address. */
const isTag = (term: Term): boolean => term.lead.endsWith('#');
const isHandle = (term: Term): boolean => term.lead === '@';
const isTicker = (term: Term): boolean => term.lead === '$';

/** "RT@acme" is how people quoted before there was a button for it. */
const retweet = /(?:^|[^\p{L}\p{N}_])rt$/iu;
const isRetweet = (text: string, end: number): boolean => retweet.test(text.slice(Math.max(0, end - 3), end));
/** Symbols that make something else of a handle: an insult ("f#@k") or a part of an address. */
const spoilsHandle = /[!@#$%&*]/;

/** What may stand before a term. */
export function beginsWell(text: string, start: number, term: Term): boolean {
  const i = skipIgnoredBefore(text, start);
  if (i === 0) return true;
  const before = foldBefore(text, i);
  if (isTag(term)) return before.kind === Kind.gap && before.units !== '&' && before.units !== '/';
  if (isHandle(term)) return before.kind === Kind.word ? isRetweet(text, hitEnd(text, i)) : !spoilsHandle.test(before.units);
  if (isTicker(term)) return before.kind !== Kind.word && before.units !== '$' && before.units !== '.';
  if (term.lead !== '') return before.kind !== Kind.word;
  return term.first === Kind.unspaced || before.kind !== term.first;
}

/** Signs that are letters in a tag, some of them only between letters: "#il·lusió", "#メ～テレ", "#עַל־יְדֵי". */
const goesOn = /[〃׳״་༌]|[·־〜～](?=[\p{L}\p{N}])|:\/\//uy;
/** "$BRK.A" is another share than "$BRK". */
const shareClass = /[._]\p{L}{1,2}(?![\p{L}\p{N}_])/uy;

function follows(text: string, index: number, pattern: RegExp): boolean {
  pattern.lastIndex = index;
  return pattern.test(text);
}

/** What may stand after it. */
export function endsWell(text: string, end: number, term: Term): boolean {
  const i = skipIgnored(text, end);
  if (i >= text.length) return true;
  const after = foldAt(text, i);
  // "C++11" and "C#8" speak of C++ and C#.
  if (term.trail !== '') return after.kind !== Kind.word || /^\d/.test(after.units);
  if (isTag(term)) return after.kind === Kind.gap && !follows(text, i, goesOn);
  if (isHandle(term) && text.startsWith('://', i)) return false;
  if (isTicker(term) && follows(text, i, shareClass)) return false;
  if (term.last === Kind.word) return after.kind !== Kind.word;
  if (term.last === Kind.hangul) return after.kind !== Kind.hangul || isKoreanWordEnd(text, i);
  return after.kind !== Kind.unspaced || !after.mark;
}
