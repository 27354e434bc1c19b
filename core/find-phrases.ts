/** Where rules about words (core/phrases.ts) stand in a text. */
import { bareWord, type PhraseWords, plainWords, readPhraseWords } from './phrase-words.ts';
import type { Finder, Group, Index, NameKind, Part, Rule, Wanted } from './phrases.ts';
import { unspaced } from './telling-words.ts';

/** So many words may stand where a rule has "…". */
const mostBetween = 4;
/** How far before a rule with groups a "not" takes back what it says. */
const reach = 3;

type Name = readonly string[];

/** A text, and how the keyword and the competitors are called. */
export interface Place {
  readonly whole: string;
  readonly text: PhraseWords;
  /** For rules that write words without spaces. */
  readonly line: string;
  readonly names: Readonly<Record<NameKind, readonly Name[]>>;
}

export interface Found<Phrase> {
  readonly phrase: Phrase;
  /** Numbers of words; `to` is the one after the last. */
  readonly from: number;
  readonly to: number;
}

const namesOf = (names: readonly string[]): Name[] => names.map(plainWords).filter(({ length }) => length > 0);

export function readPlace(text: string, keywords: readonly string[], competitors: readonly string[]): Place {
  const words = readPhraseWords(text);
  return {
    whole: text,
    text: words,
    line: ` ${words.words.join(' ')} `,
    names: { keyword: namesOf(keywords), competitor: namesOf(competitors) },
  };
}

const isWanted = (word: string | undefined, { text, isStart }: Wanted): boolean =>
  word !== undefined && (isStart ? word.startsWith(text) : word === text);

/** Entries whose first word may stand here. */
function* entriesAt<Entry>({ whole, starts }: Index<Entry>, word: string): Generator<Entry> {
  const words = whole.get(word);
  if (words) yield* words;
  const two = starts.size > 0 ? starts.get(word.slice(0, 2)) : undefined;
  if (two) yield* two;
  const one = starts.size > 0 && word.length > 1 ? starts.get(word.slice(0, 1)) : undefined;
  if (one) yield* one;
}

/** "Acme-App" is an app too. */
const tailOf = (word: string): string | undefined => (word.includes('-') ? word.slice(word.lastIndexOf('-') + 1) : undefined);

/** How many words of the group's stand at a word: none, or those of its longest phrase. */
function lengthOfGroup(group: Group, words: readonly string[], at: number): number {
  const word = words[at] ?? '';
  let longest = 0;
  for (const phrase of entriesAt(group, word))
    if (phrase.length > longest && phrase.every((wanted, i) => isWanted(words[at + i], wanted))) longest = phrase.length;
  const tail = longest === 0 ? tailOf(word) : undefined;
  return tail && [...entriesAt(group, tail)].some(([wanted, ...others]) => wanted && others.length === 0 && isWanted(tail, wanted))
    ? 1
    : longest;
}

/** "Acme's", and in German "Acmes", is Acme to a rule with groups. */
function lengthOfName(names: readonly Name[], words: readonly string[], at: number, isFrame: boolean): number {
  let longest = 0;
  for (const name of names) {
    const stands = name.every((part, i) => {
      const word = words[at + i];
      if (word === undefined) return false;
      if (!isFrame) return word === part || (unspaced.test(part) && word.includes(part));
      const bare = bareWord(part);
      return word === bare || (i === name.length - 1 && (word === `${bare}s` || word.startsWith(`${bare}-`)));
    });
    if (stands && name.length > longest) longest = name.length;
  }
  return longest;
}

function lengthOf(part: Part, isFrame: boolean, { text, names }: Place, at: number): number {
  const words = isFrame ? text.bare : text.words;
  if (at >= words.length) return 0;
  if (part.word) return isWanted(words[at], part.word) ? 1 : 0;
  if (part.group) return lengthOfGroup(part.group, words, at);
  return part.name ? lengthOfName(names[part.name], words, at, isFrame) : 0;
}

export const hasGroup = (group: Group, { text }: Place): boolean => text.bare.some((_, at) => lengthOfGroup(group, text.bare, at) > 0);

const handlesAhead = /^\s*(?:\.?@[\p{L}\p{N}_.-]+[\s,:]+)+/u;

/** It begins with a handle that is the keyword's, as who writes to somebody does. */
export function callsKeyword({ whole, names }: Place): boolean {
  const called = (handlesAhead.exec(whole)?.[0] ?? '').toLowerCase();
  return called !== '' && names.keyword.some((name) => called.includes(`@${name.join('')}`));
}

const isNot = (denier: Group | undefined, place: Place, at: number): boolean =>
  denier !== undefined && lengthOfGroup(denier, place.text.bare, at) > 0;

/** The number of the word after the rule's last, from its part `i` on; undefined where it does not stand there. */
function endOf<Phrase>(rule: Rule<Phrase>, place: Place, i: number, at: number): number | undefined {
  const part = rule.parts[i];
  if (!part) return at;
  const { sentences } = place.text;
  for (let skipped = 0; skipped <= (part.afterGap ? mostBetween : 0); skipped++) {
    const here = at + skipped;
    if (here >= sentences.length || (skipped > 0 && isNot(rule.denier, place, here - 1))) return undefined;
    const length = lengthOf(part, rule.isFrame, place, here);
    if (rule.isFrame && i > 0 && sentences[here] !== sentences[at - 1]) return undefined;
    const end = length > 0 ? endOf(rule, place, i + 1, here + length) : undefined;
    if (end !== undefined) return end;
  }
  return undefined;
}

/** Somebody who would not, or never had it. */
function isDenied({ denier }: Rule<unknown>, place: Place, from: number): boolean {
  const { clauses } = place.text;
  for (let at = from - 1; at >= 0 && at >= from - reach && clauses[at] === clauses[from]; at--) if (isNot(denier, place, at)) return true;
  return false;
}

function spell(written: string, hole: string, names: readonly Name[]): string[] {
  return written.includes(hole) ? names.map((name) => written.replaceAll(hole, name.join(' '))) : [written];
}

/** Where no spaces tell words apart, anywhere in the line. */
const standsInLine = (written: string, { line, names }: Place): boolean =>
  spell(written, '{keyword}', names.keyword)
    .flatMap((half) => spell(half, '{competitor}', names.competitor))
    .some((spelt) => line.includes(spelt));

function addGroups<Phrase>(finder: Finder<Phrase>, word: string, place: Place, at: number, found: Found<Phrase>[]): void {
  for (const group of entriesAt(finder.groups, word)) {
    const length = lengthOfGroup(group, place.text.bare, at);
    if (length === 0) continue;
    for (const rule of finder.byGroup.get(group) ?? []) {
      const to = endOf(rule, place, 1, at + length);
      if (to !== undefined && !isDenied(rule, place, at)) found.push({ phrase: rule.phrase, from: at, to });
    }
  }
}

function addAt<Phrase>(rules: Iterable<Rule<Phrase>>, place: Place, at: number, found: Found<Phrase>[]): void {
  for (const rule of rules) {
    const to = endOf(rule, place, 0, at);
    if (to !== undefined && !(rule.isFrame && isDenied(rule, place, at))) found.push({ phrase: rule.phrase, from: at, to });
  }
}

/** Each place where a rule stands. */
export function findPhrases<Phrase>(finder: Finder<Phrase>, place: Place): Found<Phrase>[] {
  const found: Found<Phrase>[] = [];
  const { words, bare } = place.text;
  for (let at = 0; at < words.length; at++) {
    const word = bare[at] ?? '';
    const tail = tailOf(word);
    addAt(entriesAt(finder.plain, words[at] ?? ''), place, at, found);
    for (const form of tail ? [word, tail] : [word]) {
      addAt(entriesAt(finder.frames, form), place, at, found);
      addGroups(finder, form, place, at, found);
    }
    addAt(finder.named, place, at, found);
  }
  for (const { phrase, written } of finder.unspaced) if (standsInLine(written, place)) found.push({ phrase, from: 0, to: 0 });
  return found;
}
