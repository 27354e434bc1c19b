/**
 * What rules about words are written in, and where in a text they stand. `word or phrase`, in lower case; * for the rest of a word; … between
 * two words for up to four others; `{competitor}` and `{keyword}` for names; `<buy>` for any word of a group (core/intent-frames.ts).
 *
 * A rule with a group in it says more than one sentence, so it is read with more care: accents and apostrophes may be left out, it stands in one
 * sentence, no "not" stands in its gaps, and none before it in its clause. Without a group it is the words it has, wherever they stand.
 */
import { bareWord } from './phrase-words.ts';
import { unspaced } from './telling-words.ts';

/** Words by their first: whole ones, and beginnings by their first two letters. */
export interface Index<Entry> {
  readonly whole: Map<string, Entry[]>;
  readonly starts: Map<string, Entry[]>;
}

/** One word that is looked for: whole, or the beginning of one. */
export interface Wanted {
  readonly text: string;
  readonly isStart: boolean;
}

export type Group = Index<readonly Wanted[]>;
export type Groups = ReadonlyMap<string, Group>;
/** What takes back what is said after it; who speaks for themselves, or to somebody. */
export const notGroup = 'not';
export const meGroup = 'me';

export type NameKind = 'keyword' | 'competitor';
export interface Part {
  /** Other words may stand before it. */
  readonly afterGap: boolean;
  readonly word?: Wanted;
  readonly group?: Group;
  readonly name?: NameKind;
}

export interface Rule<Phrase> {
  readonly phrase: Phrase;
  readonly parts: readonly Part[];
  readonly denier: Group | undefined;
  /** It has a group in it. */
  readonly isFrame: boolean;
}

const addTo = <Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void => {
  const known = map.get(key);
  if (known) known.push(entry);
  else map.set(key, [entry]);
};
const startOf = (text: string): string => text.slice(0, 2);

function addFirst<Entry>(index: Index<Entry>, { text, isStart }: Wanted, entry: Entry): void {
  if (isStart) addTo(index.starts, startOf(text), entry);
  else addTo(index.whole, text, entry);
}

const newIndex = <Entry>(): Index<Entry> => ({ whole: new Map(), starts: new Map() });

const readWanted = (written: string, bare: boolean): Wanted => {
  const isStart = written.length > 1 && written.endsWith('*');
  const text = isStart ? written.slice(0, -1) : written;
  return { text: bare ? bareWord(text) : text, isStart };
};

/** Taken apart as texts are: "10/10" is two words. */
const partsOfWord = /→|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['.-](?=[\p{L}\p{N}]))*\*?/gu;

const isPlain = /^[a-z*' -]+$/;

export function makeGroup(words: readonly string[]): Group {
  const group: Group = newIndex();
  for (const phrase of words) {
    const wanted = (isPlain.test(phrase) ? phrase.split(' ') : (phrase.match(partsOfWord) ?? [])).map((written) =>
      readWanted(written, true),
    );
    if (wanted[0]) addFirst(group, wanted[0], wanted);
  }
  return group;
}

const groupName = /^<(.+)>$/;

/** Its parts; undefined where it names a group that is not there. */
function readParts(phrase: string, groups: Groups, bare: boolean): Part[] | undefined {
  const parts: Part[] = [];
  let afterGap = false;
  for (const written of phrase.match(/<[^>]*>|[^ ]+/g) ?? []) {
    if (written === '…') {
      afterGap = parts.length > 0;
      continue;
    }
    const named = groupName.exec(written)?.[1];
    const group = named === undefined ? undefined : groups.get(named);
    if (named !== undefined && !group) return undefined;
    if (group) parts.push({ afterGap, group });
    else if (written === '{keyword}' || written === '{competitor}') parts.push({ afterGap, name: written.slice(1, -1) as NameKind });
    else parts.push({ afterGap, word: readWanted(written, bare) });
    afterGap = false;
  }
  return parts;
}

/** What is looked for in a text: rules by what they begin with, so that few are tried at each word. */
export interface Finder<Phrase> {
  readonly plain: Index<Rule<Phrase>>;
  /** Rules with a group in them: those that begin with a word, and those that begin with a group. */
  readonly frames: Index<Rule<Phrase>>;
  readonly groups: Index<Group>;
  readonly byGroup: Map<Group, Rule<Phrase>[]>;
  /** Those that begin with a name, or that have no spaces to tell words by. */
  readonly named: Rule<Phrase>[];
  readonly unspaced: { readonly phrase: Phrase; readonly written: string }[];
}

function addGroupRule<Phrase>({ groups, byGroup }: Finder<Phrase>, group: Group, rule: Rule<Phrase>): void {
  const known = byGroup.get(group);
  if (known) {
    known.push(rule);
    return;
  }
  byGroup.set(group, [rule]);
  for (const word of group.whole.keys()) addTo(groups.whole, word, group);
  for (const start of group.starts.keys()) addTo(groups.starts, start, group);
}

function addRule<Phrase>(finder: Finder<Phrase>, rule: Rule<Phrase>): void {
  const [first] = rule.parts;
  if (first?.word) addFirst(rule.isFrame ? finder.frames : finder.plain, first.word, rule);
  else if (first?.group) addGroupRule(finder, first.group, rule);
  else if (first) finder.named.push(rule);
}

export function makeFinder<Phrase extends { readonly written: string }>(phrases: readonly Phrase[], groups: Groups): Finder<Phrase> {
  const finder: Finder<Phrase> = {
    plain: newIndex(),
    frames: newIndex(),
    groups: newIndex(),
    byGroup: new Map(),
    named: [],
    unspaced: [],
  };
  for (const phrase of phrases) {
    const { written } = phrase;
    const isFrame = written.includes('<');
    const parts = readParts(written, groups, isFrame);
    if (unspaced.test(written)) finder.unspaced.push({ phrase, written: written.replace('*', '') });
    else if (parts) addRule(finder, { phrase, parts, isFrame, denier: isFrame ? groups.get(notGroup) : undefined });
  }
  return finder;
}
