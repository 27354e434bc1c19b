/**
 * The matcher as one would explain it to someone: the text is folded into a list of letters that know where they stand, and each query is
 * tried at each of them. Slow, and right if anything is. It shares with the fast one what a letter is and how a query is read, nothing else.
 */
import { wholeEmoji } from '../../../core/emoji.ts';
import { foldPoint, Kind } from '../../../core/fold.ts';
import type { Hit } from '../../../core/model.ts';
import { readWords } from '../../../core/near-words.ts';
import { readQuery } from '../../../core/query-reader.ts';
import { isPositive } from '../../../core/query-sense.ts';
import type { NearNode, QueryNode, TermNode } from '../../../core/query-tree.ts';
import { GAP, type Gap, MANY, ONE, parseTerm, readExact, type Term, widestGap } from '../../../core/term.ts';
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

/** `*` in the middle: the fewest letters that let the rest follow. At the end: all letters of the kind it follows. */
function takeMany(letters: Letter[], at: number, term: Term, k: number, end: (at: number) => boolean): number {
  if (k + 1 === term.units.length) {
    const kind = letters[at - 1]!.kind;
    let n = 0;
    while ([Kind.word, Kind.hangul].some((k) => k === kind) && letters[at + n]?.kind === kind) n++;
    return end(at + n) ? n : -1;
  }
  for (let n = 0; ; n++) {
    const rest = takeFrom(letters, at + n, term, k + 1, end);
    if (rest >= 0) return n + rest;
    if ((letters[at + n]?.kind ?? Kind.gap) === Kind.gap) return -1;
  }
}

/** How many letters the term takes at `at`, from its unit `k` on; `end` says whether it may stop there. */
function takeFrom(letters: Letter[], at: number, term: Term, k: number, end: (at: number) => boolean): number {
  const { units, gaps } = term;
  if (k >= units.length) return end(at) ? 0 : -1;
  if (units[k] === MANY) return takeMany(letters, at, term, k, end);
  if (units[k] === GAP) {
    const taken = takeGap(letters, at, gaps[units.slice(0, k).split(GAP).length - 1]!);
    const rest = taken < 0 ? -1 : takeFrom(letters, at + taken, term, k + 1, end);
    return rest < 0 ? -1 : taken + rest;
  }
  const letter = letters[at];
  if (!letter || letter.kind === Kind.gap) return -1;
  let next = k + letter.units.length;
  if (units[k] === ONE) next = k + 1;
  else if (!units.startsWith(letter.units, k)) {
    // A star may begin within a letter that folds to several.
    const star = units.indexOf(MANY, k);
    if (star <= k || letter.kind !== Kind.word || !letter.units.startsWith(units.slice(k, star))) return -1;
    next = star;
  }
  const rest = takeFrom(letters, at + 1, term, next, end);
  return rest < 0 ? -1 : 1 + rest;
}

function mayBegin(term: Term, before: Letter | undefined, text: string): boolean {
  if (!before) return true;
  if (term.lead.endsWith('#')) return before.kind === Kind.gap && !['&', '/'].includes(before.units);
  const isAfterRt = /(?<![\p{L}\p{N}_])rt$/iu.test(text.slice(Math.max(0, before.end - 3), before.end));
  if (term.lead === '@') return (before.kind !== Kind.word || isAfterRt) && !/[!@#$%&*]/.test(before.units);
  if (term.lead === '$' && ['$', '.'].includes(before.units)) return false;
  if (term.lead) return before.kind !== Kind.word;
  return term.first === Kind.unspaced || term.first !== before.kind;
}

function mayEnd(term: Term, after: Letter | undefined, text: string): boolean {
  if (!after) return true;
  const rest = text.slice(after.start);
  if (term.trail) return after.kind !== Kind.word || /^\d/.test(after.units);
  if (term.lead.endsWith('#')) return after.kind === Kind.gap && !/^(?:[〃׳״་༌]|[·־〜～][\p{L}\p{N}]|:\/\/)/u.test(rest);
  if (term.lead === '@' && rest.startsWith('://')) return false;
  if (term.lead === '$' && /^[._]\p{L}{1,2}(?![\p{L}\p{N}_])/u.test(rest)) return false;
  if (term.last === Kind.word) return after.kind !== Kind.word;
  if (term.last === Kind.hangul) return after.kind !== Kind.hangul || isKoreanWordEnd(text, after.start);
  return !(after.kind === Kind.unspaced && after.mark);
}

/** Where the marks end that hang on the last letter of a hit, though they spell sounds of another script. */
function endOfMarks(letters: Letter[], next: number): number {
  let last = next;
  while (letters[last]?.mark) last++;
  return letters[last - 1]!.end;
}

function matchAt(text: string, letters: Letter[], at: number, term: Term): [number, number] | undefined {
  if (term.symbols) {
    const n = takeSymbols(letters, at, term.symbols);
    const end = n < 0 ? -1 : wholeEmoji(text, letters[at]!.start, endOfMarks(letters, at + n), term.bonds);
    return end < 0 ? undefined : [letters[at]!.start, end];
  }
  const lead = takeSymbols(letters, at, term.lead);
  if (lead < 0 || !mayBegin(term, letters[at - 1], text)) return undefined;
  const afterTrail = (stop: number) => {
    const trail = takeSymbols(letters, stop, term.trail);
    return trail >= 0 && mayEnd(term, letters[stop + trail], text) ? stop + trail : -1;
  };
  const words = takeFrom(letters, at + lead, term, 0, (stop) => afterTrail(stop) >= 0);
  if (words < 0) return undefined;
  const [start, end] = [letters[at]!.start, endOfMarks(letters, afterTrail(at + lead + words))];
  if (term.exact !== undefined && readExact(text.slice(start, end)) !== term.exact) return undefined;
  const unspaced = !term.wild && term.lead === '' && (term.first === Kind.unspaced || term.last === Kind.unspaced);
  return unspaced && isTornFromWords(text, start, end) ? undefined : [start, end];
}

type Place = [start: number, end: number];

/** Where a term stands in a text. */
function placesOf(text: string, { text: written, quoted, exact }: TermNode): Place[] {
  const letters = listLetters(text);
  const term = parseTerm(written, { wild: !quoted && !exact, exact });
  if (term.units === '' && term.symbols === '') return [];
  return letters.flatMap((_, at) => {
    const found = matchAt(text, letters, at, term);
    return found ? [found] : [];
  });
}

/** The words that stand wholly between two places. */
function countWords(text: string, from: number, to: number): number {
  const { starts, ends } = readWords(text);
  return starts.filter((start, n) => start >= from && ends[n]! <= to).length;
}

function nearPlaces(text: string, { distance, ordered }: NearNode, left: Place[], right: Place[]): Place[] {
  const follows = (a: Place, b: Place) => a[1] <= b[0] && countWords(text, a[1], b[0]) <= distance;
  const isNear = (a: Place, b: Place) => follows(a, b) || (!ordered && follows(b, a));
  return [...left.filter((a) => right.some((b) => isNear(a, b))), ...right.filter((b) => left.some((a) => isNear(a, b)))];
}

/** Nothing is near what only says what is not there. */
const hasWords = (node: QueryNode): boolean =>
  node.type === 'not' || node.type === 'field' ? false : node.type === 'term' || node.type === 'near' || node.children.some(hasWords);

/** Where the words stand that make it true; undefined where it is not. `wanted`: what only takes away counts for nothing in an OR. */
function ask(text: string, node: QueryNode, wanted = true): Place[] | undefined {
  switch (node.type) {
    case 'term': {
      const places = placesOf(text, node);
      return places.length > 0 ? places : undefined;
    }
    case 'not':
      return ask(text, node.child, !wanted) ? undefined : [];
    case 'near': {
      const [left, right] = [ask(text, node.left, wanted), ask(text, node.right, wanted)];
      if (left && right && (!hasWords(node.left) || !hasWords(node.right))) return [...left, ...right];
      const places = left && right ? nearPlaces(text, node, left, right) : [];
      return places.length > 0 ? places : undefined;
    }
    case 'and': {
      const all = node.children.map((child) => ask(text, child, wanted));
      return all.every((places) => places !== undefined) ? all.flat() : undefined;
    }
    case 'or': {
      const children = wanted ? node.children.filter(isPositive) : node.children;
      const some = children.map((child) => ask(text, child, wanted)).filter((places) => places !== undefined);
      return some.length > 0 ? some.flat() : undefined;
    }
    default:
      throw new Error('a text alone has no fields');
  }
}

export function matchSlowly(keywords: readonly { id: string; query: string }[], text: string): Hit[] {
  const hits = new Map<string, Hit>();
  for (const { id, query } of keywords) {
    const tree = readQuery(query);
    for (const [start, end] of (tree && isPositive(tree) && ask(text, tree)) || [])
      hits.set(`${id} ${start} ${end}`, { keywordId: id, start, end });
  }
  return [...hits.values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.keywordId < b.keywordId ? -1 : 1));
}
