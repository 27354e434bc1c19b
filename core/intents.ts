/** Everything a post does, as far as a business waits for it: several at once are common ("it crashes, so I switch to …, which should I buy?"). */
import { readIntent } from './intent.ts';
import { type IntentRules, intentRules, type RuledIntent, ruledIntents } from './intent-rules.ts';
import { langOf } from './lang.ts';
import type { IntentKind, KeywordKind } from './model.ts';

export interface IntentContext {
  /** As BCP 47 has it; guessed from the words where it is absent. */
  readonly lang?: string | undefined;
  readonly rating?: number | undefined;
  /** Of the keyword the post was found by. */
  readonly keywordKind?: KeywordKind | undefined;
  /** How the keyword is called. */
  readonly keyword?: string | undefined;
  /** How competitors are called. */
  readonly competitors?: readonly string[] | undefined;
  /** The person's own rules, by language and intent, in the place of those we come with. */
  readonly rules?: Readonly<Record<string, Partial<IntentRules>>> | undefined;
}

export interface FoundIntent {
  readonly intent: IntentKind;
  /** What told it, as the rule has it. */
  readonly because: string;
}

/** Words of a text between single spaces, with one at each end, so that a phrase is looked for with `includes`. */
function plain(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[’ʼ`]/g, "'")
    .match(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['.-](?=[\p{L}\p{N}]))*/gu);
  return ` ${(words ?? []).join(' ')} `;
}

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

function stands(phrase: string, words: string, { keywords, competitors }: Names): boolean {
  return spell(phrase, '{keyword}', keywords)
    .flatMap((half) => spell(half, '{competitor}', competitors))
    .some((spelt) => words.includes(spelt.endsWith('*') ? ` ${spelt.slice(0, -1)}` : ` ${spelt} `));
}

function findByRule(list: string, words: string, names: Names): string | undefined {
  const phrases = list.split('|').map((phrase) => phrase.trim());
  if (phrases.some((phrase) => phrase.length > 1 && phrase.startsWith('!') && stands(phrase.slice(1), words, names))) return undefined;
  return phrases.find((phrase) => phrase.length > 0 && !phrase.startsWith('!') && stands(phrase, words, names));
}

/** The rules of a language: the person's own where there are any, else ours; none where the language has none. */
function rulesOf(code: string, rules: IntentContext['rules']): Partial<IntentRules> {
  const ours = Object.hasOwn(intentRules, code) ? intentRules[code] : undefined;
  const own = rules && Object.hasOwn(rules, code) ? rules[code] : undefined;
  return { ...ours, ...own };
}

/** A person or a topic is neither bought nor left. */
const needsProduct: readonly RuledIntent[] = ['switching'];

/** In the order of core/model.ts, each with what told it. */
export function explainIntents(text: string, context: IntentContext = {}): FoundIntent[] {
  const lang = (context.lang ?? langOf(text) ?? 'en').toLowerCase();
  const code = lang.split('-')[0] ?? 'en';
  const words = plain(unlinked(text));
  const found: FoundIntent[] = [];
  const told = readIntent(text, code, context.rating);
  if (told !== 'other') found.push({ intent: told, because: told });
  const names: Names = { keywords: context.keyword ? [context.keyword] : [], competitors: context.competitors ?? [] };
  const rules = rulesOf(code, context.rules);
  for (const intent of ruledIntents) {
    if (context.keywordKind === 'person' && needsProduct.includes(intent)) continue;
    const because = findByRule(rules[intent] ?? '', words, names);
    if (because) found.push({ intent, because });
  }
  return found;
}

/** Each kind once. */
export const findIntents = (text: string, context: IntentContext = {}): IntentKind[] =>
  explainIntents(text, context).map(({ intent }) => intent);
