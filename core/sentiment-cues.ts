/** What in a post is felt, and how strongly: words and phrases, turned round by a "not", made louder by a "very", and what people tell of being let down. */
import { lexicon } from './sentiment-lexicon.ts';
import { endsSentence, type Token } from './sentiment-tokens.ts';
import { harmlessNegations, intensifiers, negators, ownWords, smileys, supposers, troubles, turns } from './sentiment-words.ts';

/** One thing that speaks for or against: `weight` is negative where it speaks against. `from` and `to` are numbers of tokens. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** What a person's corrections taught, by word: how much it is to be taken up or down. */
export type Lessons = ReadonlyMap<string, number>;

interface Phrase {
  readonly words: readonly string[];
  readonly weight: number;
}

interface Vocabulary {
  readonly words: ReadonlyMap<string, number>;
  /** By first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

function addPhrase(phrases: Map<string, Phrase[]>, words: readonly string[], weight: number): void {
  const first = words[0] ?? '';
  phrases.set(
    first,
    [...(phrases.get(first) ?? []), { words, weight }].sort((a, b) => b.words.length - a.words.length),
  );
}

function readVocabulary(): Vocabulary {
  const words = new Map<string, number>();
  const phrases = new Map<string, Phrase[]>();
  for (const [weight, list] of lexicon) for (const word of list.split(' ')) words.set(word, weight);
  for (const [weight, list] of ownWords)
    for (const written of list.split('|')) {
      const parts = written.split(' ');
      if (parts.length === 1) words.set(written, weight);
      else addPhrase(phrases, parts, weight);
    }
  return { words, phrases };
}

let known: Vocabulary | undefined;
/** Read when the first post comes: a background that wakes for something else does not pay for it. */
export function vocabulary(): Vocabulary {
  known ??= readVocabulary();
  return known;
}

/** "Sooo goood" is "so good". */
function weightOf(word: string): number | undefined {
  const { words } = vocabulary();
  const plain = words.get(word);
  if (plain !== undefined || !/(.)\1\1/u.test(word)) return plain;
  return words.get(word.replace(/(.)\1{2,}/gu, '$1$1')) ?? words.get(word.replace(/(.)\1{2,}/gu, '$1'));
}

/** Of a word with "-ing": whether what is done is bad. */
export function harms(word: string): boolean {
  const stem = word.slice(0, -3);
  if (/^(?:breaking|leaving)$/.test(word)) return true;
  return !/^(?:waiting|trying|stopping|apologi[sz]ing)$/.test(word) && [word, stem, `${stem}e`].some((form) => (weightOf(form) ?? 0) <= -1);
}

const isAt = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.every((word, i) => tokens[at + i]?.text === word);

function findPhrase(tokens: readonly Token[], at: number): Phrase | undefined {
  const word = tokens[at]?.text ?? '';
  return vocabulary()
    .phrases.get(word)
    ?.find(({ words }) => isAt(tokens, at, words));
}

export const isNegator = ({ text, kind }: Token): boolean => kind === 'word' && (negators.has(text) || text.endsWith("n't"));

const harmless = harmlessNegations.map((written) => written.split(' '));

/** "Can't believe", "not only": said out of habit, they deny nothing. */
const isHarmless = (tokens: readonly Token[], at: number): boolean =>
  harmless.some((words) => [0, 1].some((back) => isAt(tokens, at - back, words)));

/** How far before a word what changes it may stand. */
const reach = 3;

/** The numbers of the tokens that stand shortly before `at`, in the same clause, the nearest first. */
function listBefore(tokens: readonly Token[], at: number): number[] {
  const before: number[] = [];
  for (let i = at - 1; i >= 0 && i >= at - reach; i--) {
    const token = tokens[i];
    if (!token || token.kind === 'mark' || turns.has(token.text)) break;
    before.push(i);
  }
  return before;
}

const deniers = ['used to', 'less than', 'far from'].map((written) => written.split(' '));

const isDenier = (tokens: readonly Token[], at: number): boolean => deniers.some((words) => isAt(tokens, at, words));

/** "Used to be good", "less than good" deny it as much as a "not". */
const denies = (tokens: readonly Token[]) => (at: number) =>
  (isNegator(tokens[at] as Token) && !isHarmless(tokens, at)) || isDenier(tokens, at);

/** Trouble that someone is thanked for, or praised for having ended, is over. */
const solvers = /^(?:fixed|fixing|fixes|solved|solving|solves|resolved|resolving|sorted|sorting|helped|helping)$/;
const solved = 0.2;

/** "Cannot recommend it enough." */
const isEnough = (tokens: readonly Token[], at: number): boolean => tokens.slice(at + 1, at + 4).some(({ text }) => text === 'enough');

/** A denied praise is a complaint, if a milder one; a denied complaint is hardly praise, but not to have had trouble is. */
function deny(tokens: readonly Token[], at: number, weight: number): number {
  if (weight > 0) return isEnough(tokens, at) ? weight : -0.75 * weight;
  return troubles.has(tokens[at]?.text ?? '') ? 1.6 : -0.25 * weight;
}

function weigh(tokens: readonly Token[], at: number, weight: number): number {
  const before = listBefore(tokens, at);
  const louder = before
    .slice(0, 2)
    .reduce((factor, i) => factor * (isDenier(tokens, i) ? 1 : (intensifiers.get(tokens[i]?.text ?? '') ?? 1)), 1);
  const shouted = tokens[at]?.shouted ? 1.2 : 1;
  const supposed = weight > 0 && before.some((i) => supposers.has(tokens[i]?.text ?? '')) ? 0.4 : 1;
  const over = weight < 0 && before.some((i) => solvers.test(tokens[i]?.text ?? '')) ? solved : 1;
  const full = weight * louder * shouted * supposed * over;
  return before.some(denies(tokens)) ? deny(tokens, at, full) : full;
}

/** The weight of what stands at a token, before what stands around it. */
function baseOf(token: Token, phrase: Phrase | undefined): number {
  if (token.kind === 'smiley') return smileys.get(token.text) ?? 0;
  return phrase?.weight ?? (token.kind === 'word' ? (weightOf(token.text) ?? (troubles.has(token.text) ? -1 : 0)) : 0);
}

function findFelt(tokens: readonly Token[], lessons: Lessons | undefined): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const phrase = token.kind === 'word' || token.kind === 'number' ? findPhrase(tokens, at) : undefined;
    const length = phrase?.words.length ?? 1;
    const weight = baseOf(token, phrase) + (lessons?.get(token.text) ?? 0);
    // A phrase of ours has its "not" in it already.
    const whole = token.kind === 'smiley' || (length > 1 && isNegator(token));
    if (weight !== 0) cues.push({ from: at, to: at + length, weight: whole ? weight : weigh(tokens, at, weight) });
    at += length;
  }
  return cues;
}

const spans = /^(?:min|mins|minute|minutes|hr|hrs|hour|hours|day|days|week|weeks|month|months|times)$/;
const dragging =
  /^(?:wait|waiting|waited|hold|late|delay|delayed|still|sitting|stuck|over|ago|since|for|past|another|line|phone|tarmac|behind|already|respond|response|reply|answer|trying|tried)$/;

/** "Three hours on the phone": a length of time beside what it was lost with. */
function isTimeLost(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (
    token?.kind !== 'word' ||
    !spans.test(token.text) ||
    !/^(?:\d|a$|an$|two|three|four|five|six|several|many|few)/.test(tokens[at - 1]?.text ?? '')
  )
    return false;
  const around = tokens.slice(Math.max(0, at - 5), at + 6);
  return around.some(({ text }) => dragging.test(text)) && !around.some(({ text }) => /^sav(?:e|es|ed|ing)$/.test(text));
}

/** What speaks against without a bad word: something did not happen, was not let, or took hours. */
function findLetDowns(tokens: readonly Token[], felt: readonly Cue[]): Cue[] {
  const taken = (at: number) => felt.some(({ from, to }) => at >= from && at < to);
  const nearFelt = (at: number) => felt.some(({ from }) => from > at && from <= at + reach + 1);
  const cues: Cue[] = [];
  tokens.forEach((token, at) => {
    if (taken(at)) return;
    if (isNegator(token) && !nearFelt(at) && !isHarmless(tokens, at))
      cues.push({ from: at, to: Math.min(tokens.length, at + 2), weight: -0.7 });
    else if (token.kind === 'mark' && /[?!]{3,}|\?!|!\?|\?{2,}/.test(token.text)) cues.push({ from: at, to: at + 1, weight: -0.8 });
    else if (token.kind === 'mark' && /^(?:\.{2,}|…)$/.test(token.text)) cues.push({ from: at, to: at + 1, weight: -0.3 });
    else if (token.text === 'still') cues.push({ from: at, to: at + 1, weight: -0.5 });
    else if (isTimeLost(tokens, at)) cues.push({ from: at - 1, to: at + 1, weight: -1.8 });
  });
  return cues;
}

/** A sentence that asks praises less: "is it any good?" */
const asked = 0.4;

/** The number of the token at which the sentence of `at` ends, and whether it asks. */
function asks(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (endsSentence(token)) return token.text.includes('?');
  }
  return false;
}

/** A "never" that turned the next word round has said what it had to say. */
function isSpent(tokens: readonly Token[], { from, to }: Cue, next: Cue | undefined): boolean {
  const alone = to - from === 1 && isNegator(tokens[from] as Token);
  return alone && next !== undefined && listBefore(tokens, next.from).includes(from);
}

/** In order of place. */
export function findCues(tokens: readonly Token[], lessons?: Lessons): Cue[] {
  const felt = findFelt(tokens, lessons).filter((cue, i, all) => !isSpent(tokens, cue, all[i + 1]));
  const cues = [...felt, ...findLetDowns(tokens, felt)].sort((a, b) => a.from - b.from);
  return cues.map((cue) =>
    cue.weight > 0 && tokens[cue.from]?.kind === 'word' && asks(tokens, cue.from) ? { ...cue, weight: cue.weight * asked } : cue,
  );
}
