/**
 * What a person changes about the words an intent is told by, language by language: words of their own, ours taken out, an intent switched
 * off. Kept as changes, so that what we learn later reaches them too.
 */
import { intentRules, type RuledIntent, ruledIntents } from './intent-rules.ts';
import { intentWords } from './intent-words.ts';
import type { IntentChange, IntentChanges, IntentKind } from './model.ts';

export const plainWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’ʼ`]/g, "'")
    .match(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['.-](?=[\p{L}\p{N}]))*/gu) ?? [];

/** Ours are fewer in each language. */
export const mostPhrases = 500;

export const changeOf = (changes: IntentChanges | undefined, lang: string, intent: IntentKind): IntentChange =>
  (changes && Object.hasOwn(changes, lang) ? changes[lang]?.[intent] : undefined) ?? {};

const isRuled = (intent: IntentKind): intent is RuledIntent => (ruledIntents as readonly string[]).includes(intent);

const split = (list: string): string[] => list.split('|').filter(Boolean);

/** The words we come with, as they are shown: how much one counts is none of a person's business. */
export function listOurs(lang: string, intent: IntentKind): string[] {
  if (isRuled(intent)) return Object.hasOwn(intentRules, lang) ? split(intentRules[lang]?.[intent] ?? '') : [];
  const words = Object.hasOwn(intentWords, lang) ? intentWords[lang] : undefined;
  if (!words) return [];
  const lists = { question: [words.asks, words.questions], complaint: [words.complaints], praise: [words.praises] }[intent];
  return [...new Set(lists.flatMap(split).map((phrase) => phrase.replace('!!', '')))];
}

const names = /(\{(?:competitor|keyword)\})/;

const ruleParts = (text: string): string[] =>
  text.replaceAll('...', '…').match(/…|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['.-](?=[\p{L}\p{N}]))*\*?/gu) ?? [];

/**
 * As a rule has it: words in lower case between single spaces, `{competitor}` and `{keyword}` for names, * for the rest of a word, … between two
 * words for a few others, ! before what takes a post out again. Empty where no word is left.
 */
export function tidyPhrase(typed: string): string {
  const bare = typed.trim().toLowerCase().slice(0, 100).replace(/[’ʼ`]/g, "'");
  const words = bare
    .split(names)
    .flatMap((part) => (names.test(part) ? part : ruleParts(part)))
    .join(' ')
    .replace(/^[… ]+|[… ]+$/g, '')
    .replace(/…(?: …)+/g, '…');
  const isBeginning = bare.endsWith('*') && !words.endsWith('*');
  return words === '' ? '' : `${bare.startsWith('!') ? '!' : ''}${words}${isBeginning ? '*' : ''}`;
}

/** The same words, or none, are no change; a change that says nothing is not kept. */
function tidyChange({ off, added = [], removed = [] }: IntentChange): IntentChange | undefined {
  const change: IntentChange = {
    ...(off ? { off } : {}),
    ...(added.length > 0 ? { added: [...new Set(added)].slice(0, mostPhrases) } : {}),
    ...(removed.length > 0 ? { removed: [...new Set(removed)].slice(0, mostPhrases) } : {}),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}

/** The changes with this one in the place of the old; undefined where none is left. */
export function withChange(
  changes: IntentChanges | undefined,
  lang: string,
  intent: IntentKind,
  change: IntentChange,
): IntentChanges | undefined {
  const { [intent]: _, ...others } = changes?.[lang] ?? {};
  const { [lang]: __, ...languages } = changes ?? {};
  const tidy = tidyChange(change);
  const ofLanguage = tidy ? { ...others, [intent]: tidy } : others;
  const next = Object.keys(ofLanguage).length > 0 ? { ...languages, [lang]: ofLanguage } : languages;
  return Object.keys(next).length > 0 ? next : undefined;
}

/** Words of both; where one has taken out what the other has, the first's word counts. */
export function mergeChanges(first: IntentChanges | undefined, second: IntentChanges | undefined): IntentChanges | undefined {
  let merged = first;
  for (const [lang, intents] of Object.entries(second ?? {}))
    for (const [intent, change] of Object.entries(intents) as [IntentKind, IntentChange][]) {
      const mine = changeOf(first, lang, intent);
      merged = withChange(merged, lang, intent, {
        off: mine.off ?? change.off,
        added: [...(mine.added ?? []), ...(change.added ?? [])],
        removed: [...(mine.removed ?? []), ...(change.removed ?? [])],
      });
    }
  return merged;
}

/** The same for the same changes, in whatever order they were made; empty where there are none. */
export function printOfChanges(changes: IntentChanges | undefined): string {
  const rows = Object.entries(changes ?? {}).flatMap(([lang, intents]) =>
    (Object.entries(intents) as [IntentKind, IntentChange][]).map(([intent, { off, added = [], removed = [] }]) =>
      JSON.stringify([lang, intent, off === true, [...added].sort(), [...removed].sort()]),
    ),
  );
  return rows.sort().join('\n');
}
