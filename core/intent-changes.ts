/**
 * What a person changes about the words an intent is told by, language by language: words of their own, ours taken out, an intent switched
 * off. Kept as changes, so that what we learn later reaches them too.
 */
import { intentFrames, intentGroups } from './intent-frames.ts';
import { intentRules, isRuled } from './intent-rules.ts';
import { intentWords } from './intent-words.ts';
import type { IntentChange, IntentChanges, IntentKind, IntentRuleName } from './model.ts';

/** Ours are fewer in each language. */
export const mostPhrases = 500;

/** Of an intent, or of a group of words (`<buy>`). */
export const changeOf = (changes: IntentChanges | undefined, lang: string, name: IntentRuleName): IntentChange =>
  (changes && Object.hasOwn(changes, lang) ? changes[lang]?.[name] : undefined) ?? {};

export const splitPhrases = (list: string | undefined): string[] => list?.split('|').filter(Boolean) ?? [];

function listWords(lang: string, intent: IntentKind): string[] {
  if (isRuled(intent)) return Object.hasOwn(intentRules, lang) ? splitPhrases(intentRules[lang]?.[intent]) : [];
  const words = Object.hasOwn(intentWords, lang) ? intentWords[lang] : undefined;
  if (!words) return [];
  const lists = { question: [words.asks, words.questions], complaint: [words.complaints], praise: [words.praises] }[intent];
  return lists.flatMap(splitPhrases);
}

/** What we come with, as it is shown, rules with groups first: how much one counts is none of a person's business. */
export function listOurs(lang: string, intent: IntentKind): string[] {
  const frames = Object.hasOwn(intentFrames, lang) ? splitPhrases(intentFrames[lang]?.[intent]) : [];
  return [...new Set([...frames, ...listWords(lang, intent)].map((phrase) => phrase.replace('!!', '')))];
}

export type GroupName = `<${string}>`;
/** As a rule has it. */
export const groupNamed = (name: string): GroupName => `<${name}>`;

/** The names of the groups of words a language has. */
export const listGroups = (lang: string): string[] => (Object.hasOwn(intentGroups, lang) ? Object.keys(intentGroups[lang] ?? {}) : []);

/** The words of a group that we come with. */
export const listOursOfGroup = (lang: string, name: string): string[] =>
  Object.hasOwn(intentGroups, lang) ? splitPhrases(intentGroups[lang]?.[name]) : [];

/** The words of a group, with those a person added and without those they took out. */
export function listGroupWords(lang: string, name: string, changes: IntentChanges | undefined): string[] {
  const { off = false, added = [], removed = [] } = changeOf(changes, lang, groupNamed(name));
  return off ? [] : [...listOursOfGroup(lang, name).filter((phrase) => !removed.includes(phrase)), ...added];
}

const names = /(\{(?:competitor|keyword)\}|<[\p{L}][\p{L}\p{N} -]{0,30}>)/u;

const ruleParts = (text: string): string[] =>
  text.replaceAll('...', '…').match(/…|→|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['.-](?=[\p{L}\p{N}]))*\*?/gu) ?? [];

/**
 * As a rule has it: words in lower case between single spaces, `{competitor}` and `{keyword}` for names, `<buy>` for a group of words, * for the rest of a word, … between two
 * words for a few others, ! before what takes a post out again, ~ before what takes out its own
 * sentence alone. Empty where no word is left.
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
  return words === '' ? '' : `${/^[!~]/.exec(bare)?.[0] ?? ''}${words}${isBeginning ? '*' : ''}`;
}

/** What a group takes: a word or a phrase, with a * at its end at most. */
export const tidyGroupWord = (typed: string): string =>
  tidyPhrase(typed)
    .replace(/^[!~]/, '')
    .split(' ')
    .filter((part) => !/[…{<]/.test(part))
    .join(' ');

/** Groups a phrase names that the language has not: such a rule would say nothing. */
export const listUnknownGroups = (phrase: string, lang: string): string[] =>
  (phrase.match(/<[^>]+>/g) ?? []).filter(
    (name) =>
      !listGroups(lang)
        .map(groupNamed)
        .includes(name as GroupName),
  );

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
  name: IntentRuleName,
  change: IntentChange,
): IntentChanges | undefined {
  const { [name]: _, ...others } = changes?.[lang] ?? {};
  const { [lang]: __, ...languages } = changes ?? {};
  const tidy = tidyChange(change);
  const ofLanguage = tidy ? { ...others, [name]: tidy } : others;
  const next = Object.keys(ofLanguage).length > 0 ? { ...languages, [lang]: ofLanguage } : languages;
  return Object.keys(next).length > 0 ? next : undefined;
}

/** Words of both; where one has taken out what the other has, the first's word counts. */
export function mergeChanges(first: IntentChanges | undefined, second: IntentChanges | undefined): IntentChanges | undefined {
  let merged = first;
  for (const [lang, intents] of Object.entries(second ?? {}))
    for (const [intent, change] of Object.entries(intents) as [IntentRuleName, IntentChange][]) {
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
    (Object.entries(intents) as [IntentRuleName, IntentChange][]).map(([intent, { off, added = [], removed = [] }]) =>
      JSON.stringify([lang, intent, off === true, [...added].sort(), [...removed].sort()]),
    ),
  );
  return rows.sort().join('\n');
}
