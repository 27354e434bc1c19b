/** Everything a post does, as far as a business waits for it: several at once are common ("it crashes, so I switch to …, which should I buy?"). */
import { explainIntent } from './intent.ts';
import { changeOf, listOurs, plainWords } from './intent-changes.ts';
import { ruledIntents } from './intent-rules.ts';
import { langOf } from './lang.ts';
import type { IntentChanges, IntentKind, KeywordKind, Sentiment } from './model.ts';
import { intentKinds } from './tally.ts';
import { unspaced } from './telling-words.ts';

export interface IntentContext {
  /** As BCP 47 has it; guessed from the words where it is absent. */
  readonly lang?: string | undefined;
  readonly rating?: number | undefined;
  /** How it speaks of the keyword. */
  readonly sentiment?: Pick<Sentiment, 'value' | 'words'> | undefined;
  /** Of the keyword the post was found by. */
  readonly keywordKind?: KeywordKind | undefined;
  /** How the keyword is called. */
  readonly keyword?: string | undefined;
  /** How competitors are called. */
  readonly competitors?: readonly string[] | undefined;
  /** What the person changed about the words we come with. */
  readonly changes?: IntentChanges | undefined;
}

export interface FoundIntent {
  readonly intent: IntentKind;
  /** The words that told it, as the rule has them; empty where it was signs that are no words: stars, faces. */
  readonly because: string;
  /** By words of the person's own. */
  readonly own: boolean;
}

/** Words of a text between single spaces, with one at each end, so that a phrase is looked for with `includes`. */
const plain = (text: string): string => ` ${plainWords(text).join(' ')} `;

const unlinked = (text: string): string => text.replace(/https?:\/\/\S+/g, ' ');

/** A name in a rule stands for each of `names`; a rule that needs one where there is none says nothing. */
function spell(phrase: string, hole: string, names: readonly string[]): string[] {
  if (!phrase.includes(hole)) return [phrase];
  return names.map((name) => phrase.replaceAll(hole, plain(name).trim())).filter((spelt) => spelt.trim().length > 0);
}

interface Names {
  readonly keywords: readonly string[];
  readonly competitors: readonly string[];
}

/** So many words may stand where a rule has "…". */
const mostBetween = 4;
const patterns = new Map<string, RegExp>();
const mostPatterns = 2_000;

/** A phrase with a gap or with the beginnings of words, as a pattern over text from `plain`. */
function patternOf(phrase: string): RegExp {
  const known = patterns.get(phrase);
  if (known) return known;
  if (patterns.size >= mostPatterns) patterns.clear();
  const words = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', '[^ ]*');
  const pattern = new RegExp(` ${words.replaceAll(' … ', ` (?:[^ ]+ ){0,${mostBetween}}`)} `);
  patterns.set(phrase, pattern);
  return pattern;
}

const isIn = (phrase: string, words: string): boolean =>
  /[…*]/.test(phrase) ? patternOf(phrase).test(words) : words.includes(` ${phrase} `);

function stands(phrase: string, words: string, { keywords, competitors }: Names): boolean {
  return spell(phrase, '{keyword}', keywords)
    .flatMap((half) => spell(half, '{competitor}', competitors))
    .some((spelt) => (unspaced.test(spelt) ? words.includes(spelt.replace('*', '')) : isIn(spelt, words)));
}

interface Phrases {
  readonly off: boolean;
  /** What tells it, the person's own first. */
  readonly tell: readonly { readonly phrase: string; readonly own: boolean }[];
  /** What takes a post out again. */
  readonly deny: readonly string[];
}

/** Ours of the ruled intents; of the others only the person's own: what we come with for those is weighed, one word against another. */
function makePhrases(code: string, intent: IntentKind, changes: IntentChanges): Phrases {
  const { off = false, added = [], removed = [] } = changeOf(changes, code, intent);
  const isRuled = ruledIntents.some((one) => one === intent);
  const ours = isRuled ? listOurs(code, intent).filter((phrase) => !removed.includes(phrase)) : [];
  const all = [...added.map((phrase) => ({ phrase, own: true })), ...ours.map((phrase) => ({ phrase, own: false }))];
  return {
    off,
    tell: all.filter(({ phrase }) => !phrase.startsWith('!')),
    deny: all.flatMap(({ phrase }) => (phrase.startsWith('!') && phrase.length > 1 ? phrase.slice(1) : [])),
  };
}

const made = new WeakMap<IntentChanges, Map<string, Phrases>>();
const unchanged: IntentChanges = {};

function phrasesOf(code: string, intent: IntentKind, changes: IntentChanges): Phrases {
  const known = made.get(changes) ?? new Map<string, Phrases>();
  const key = `${code} ${intent}`;
  const phrases = known.get(key) ?? makePhrases(code, intent, changes);
  made.set(changes, known.set(key, phrases));
  return phrases;
}

/** A person or a topic is neither bought nor left. */
const needsProduct: readonly IntentKind[] = ['switching'];

/** Who does nothing else and speaks ill of the keyword complains; not by words the person took out. */
function listIll({ sentiment, changes = unchanged }: IntentContext, code: string): readonly string[] {
  if (sentiment?.value !== 'negative') return [];
  const { removed = [] } = changeOf(changes, code, 'complaint');
  return sentiment.words.filter((word) => !removed.includes(word.toLowerCase()));
}

/** In the order of core/model.ts, each with what told it. */
export function explainIntents(text: string, context: IntentContext = {}): FoundIntent[] {
  const lang = (context.lang ?? langOf(text) ?? 'en').toLowerCase();
  const code = lang.split('-')[0] ?? 'en';
  const words = plain(unlinked(text));
  const changes = context.changes ?? unchanged;
  const read = explainIntent(text, code, context.rating, changes);
  const names: Names = { keywords: context.keyword ? [context.keyword] : [], competitors: context.competitors ?? [] };
  const ill = read.intent === 'other' ? listIll(context, code) : [];
  return intentKinds.flatMap((intent): FoundIntent[] => {
    const { off, tell, deny } = phrasesOf(code, intent, changes);
    if (off || (context.keywordKind === 'person' && needsProduct.includes(intent))) return [];
    if (deny.some((phrase) => stands(phrase, words, names))) return [];
    const told = tell.find(({ phrase }) => stands(phrase, words, names));
    if (told) return [{ intent, because: told.phrase, own: told.own }];
    if (intent === 'complaint' && ill.length > 0) return [{ intent, because: ill.join(', '), own: false }];
    return read.intent === intent ? [{ intent, because: [...new Set(read.because)].join(', '), own: false }] : [];
  });
}

/** Each kind once. */
export const findIntents = (text: string, context: IntentContext = {}): IntentKind[] =>
  explainIntents(text, context).map(({ intent }) => intent);
