/** Everything a post does, as far as a business waits for it: several at once are common ("it crashes, so I switch to …, which should I buy?"). */
import { readPlace } from './find-phrases.ts';
import { listWeighed, type WeighedIntent, weighIntents } from './intent.ts';
import { changeOf } from './intent-changes.ts';
import { readLanguage } from './intent-language.ts';
import { type PostPhrases, readPhrases, type Told } from './intent-phrases.ts';
import { isRuled } from './intent-rules.ts';
import type { IntentChanges, IntentKind, KeywordKind, Sentiment } from './model.ts';
import { intentKinds } from './tally.ts';

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
  /** The rule that found these words, where it is one with groups of words. */
  readonly rule?: string;
  /** By words of the person's own. */
  readonly own: boolean;
}

const unlinked = (text: string): string => text.replace(/https?:\/\/\S+/g, ' ');

const unchanged: IntentChanges = {};

/** A person or a topic is neither bought nor left. */
const needsProduct: readonly IntentKind[] = ['switching'];

/** Who does nothing else and speaks ill of the keyword complains; not by words the person took out. */
function listIll({ sentiment, changes = unchanged }: IntentContext, code: string): readonly string[] {
  if (sentiment?.value !== 'negative') return [];
  const { removed = [] } = changeOf(changes, code, 'complaint');
  return sentiment.words.filter((word) => !removed.includes(word.toLowerCase()));
}

interface Post {
  readonly phrases: PostPhrases;
  readonly weighed: readonly WeighedIntent[];
  /** More in it praises than complains, be it too little to be told. */
  readonly isPraise: boolean;
}

/** What tells one intent: a person's own words before ours; ours where nothing of ours speaks against it. */
function findOne(intent: IntentKind, { phrases, weighed }: Post): (FoundIntent & { readonly isSure: boolean }) | undefined {
  const { told, denied, deniesOurs } = phrases.read(intent);
  if (denied) return undefined;
  // One word of ours in a post that speaks for nobody is news as often as not.
  const isTold = ({ own, because }: Told) => own || (!deniesOurs && isRuled(intent) && (phrases.isPersonal || because.includes(' ')));
  const best = told.find(isTold);
  if (best) return { intent, because: best.because, own: best.own, ...(best.rule ? { rule: best.rule } : {}), isSure: true };
  const word = deniesOurs ? undefined : weighed.find((one) => one.intent === intent);
  return word && { intent, because: [...new Set(word.because)].join(', '), own: false, isSure: word.isSure };
}

/** Who meets a fault, speaks for themselves, asks nothing and does not like it complains, and by the same words. */
function findFault(found: readonly FoundIntent[], { sentiment }: IntentContext): FoundIntent | undefined {
  if (found.some(({ intent }) => intent === 'complaint' || intent === 'question' || intent === 'praise')) return undefined;
  return sentiment?.value === 'negative' || sentiment?.value === 'neutral'
    ? found.find(({ intent, own }) => intent === 'bug' && !own)
    : undefined;
}

/** What is no rule's finding: a complaint by a fault that was met, or by how the keyword is spoken of where a post does nothing else. */
function findImplied(found: readonly FoundIntent[], { phrases, isPraise }: Post, context: IntentContext, code: string): FoundIntent[] {
  const { denied, deniesOurs, unsaid } = phrases.read('complaint');
  if (denied || deniesOurs || unsaid.size > 0 || !(phrases.isPersonal || phrases.isAddressed)) return [];
  const fault = findFault(found, context);
  if (fault) return [{ ...fault, intent: 'complaint' }];
  const ill = found.length === 0 && !isPraise ? listIll(context, code) : [];
  return ill.length > 0 ? [{ intent: 'complaint', because: ill.join(', '), own: false }] : [];
}

/** In the order of core/model.ts, each with what told it. */
export function explainIntents(text: string, context: IntentContext = {}): FoundIntent[] {
  const code = (context.lang ?? readLanguage(text)).toLowerCase().split('-')[0] ?? 'en';
  const changes = context.changes ?? unchanged;
  const place = readPlace(unlinked(text), context.keyword ? [context.keyword] : [], context.competitors ?? []);
  const phrases = readPhrases(place, code, changes);
  const weights = weighIntents(text, code, context.rating, changes, phrases);
  const weighed = listWeighed(weights, phrases, context.sentiment?.value);
  const post: Post = { phrases, weighed, isPraise: weights.praise > weights.complaint };
  const isLookedFor = (intent: IntentKind): boolean =>
    !changeOf(changes, code, intent).off && !(context.keywordKind === 'person' && needsProduct.includes(intent));
  const all = intentKinds.filter(isLookedFor).flatMap((intent) => findOne(intent, post) ?? []);
  const found = (all.length > 1 ? all.filter(({ isSure }) => isSure) : all).map(({ isSure: _, ...one }) => one);
  const implied = isLookedFor('complaint') ? findImplied(found, post, context, code) : [];
  return [...found, ...implied].sort((a, b) => intentKinds.indexOf(a.intent) - intentKinds.indexOf(b.intent));
}

/** Each kind once. */
export const findIntents = (text: string, context: IntentContext = {}): IntentKind[] =>
  explainIntents(text, context).map(({ intent }) => intent);
