/** The words by which question, complaint and praise are told, one weighed against another (core/intent-words.ts), ready to be looked for. */
import { changeOf } from './intent-changes.ts';
import { type IntentWords, intentWords } from './intent-words.ts';
import type { IntentChanges, IntentKind } from './model.ts';

export interface Cue {
  words: readonly string[];
  weight: number;
}

export interface Rules {
  complaints: ReadonlyMap<string, readonly Cue[]>;
  praises: ReadonlyMap<string, readonly Cue[]>;
  beginnings: readonly Cue[];
  asks: readonly Cue[];
  unmarked: readonly Cue[];
  negators: ReadonlySet<string>;
  turns: ReadonlySet<string>;
}

/** So many letters of a first word group the cues, so that each word of a text is looked up among a few. */
const keyLength = 2;
export const keyOf = (word: string): string => word.slice(0, keyLength);

type Without = readonly string[];

function readCues(list: string, without: Without): Cue[] {
  const phrases = list.split('|').map((written) => ({ phrase: written.replace('!!', ''), weight: written.endsWith('!!') ? 2 : 1 }));
  const kept = without.length > 0 ? phrases.filter(({ phrase }) => !without.includes(phrase)) : phrases;
  return kept.map(({ phrase, weight }) => ({ words: phrase.split(' '), weight }));
}

function groupCues(list: string, without: Without): ReadonlyMap<string, readonly Cue[]> {
  const groups = new Map<string, Cue[]>();
  for (const cue of readCues(list, without)) {
    const key = keyOf(cue.words[0]?.replace('*', '') ?? '');
    groups.set(key, [...(groups.get(key) ?? []), cue]);
  }
  // "Thank you very much" is one thing said, not three: the longest comes first.
  for (const cues of groups.values()) cues.sort((a, b) => b.words.length - a.words.length);
  return groups;
}

function makeRules(words: IntentWords, changes: IntentChanges, lang: string): Rules {
  const without = (intent: IntentKind): Without => changeOf(changes, lang, intent).removed ?? [];
  return {
    complaints: groupCues(words.complaints, without('complaint')),
    praises: groupCues(words.praises, without('praise')),
    beginnings: readCues(words.questions, without('question')),
    asks: readCues(words.asks, without('question')),
    unmarked: words.unmarked ? readCues(words.unmarked, without('question')) : [],
    negators: new Set(words.negators.split('|')),
    turns: new Set(words.turns.split('|')),
  };
}

/** By what was changed about them, and by language: a batch of mentions is read by the same rules. */
const made = new WeakMap<IntentChanges, Map<string, Rules>>();
export function rulesOf(lang: string | undefined, changes: IntentChanges): Rules | undefined {
  const code = lang?.toLowerCase().split('-')[0] ?? 'en';
  const words = Object.hasOwn(intentWords, code) ? intentWords[code] : undefined;
  if (!words) return undefined;
  const byLang = made.get(changes) ?? new Map<string, Rules>();
  const rules = byLang.get(code) ?? makeRules(words, changes, code);
  made.set(changes, byLang.set(code, rules));
  return rules;
}

/** Commas are words too: what is denied before one is not denied after it. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*\??|[,،、]/gu) ?? [];

export function standsAt(words: readonly string[], at: number, cue: Cue): boolean {
  return cue.words.every((wanted, i) => {
    const word = words[at + i];
    if (word === undefined) return false;
    if (wanted.endsWith('*')) return word.startsWith(wanted.slice(0, -1));
    return word === wanted || (word.endsWith('?') && word.slice(0, -1) === wanted);
  });
}
