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

/** In the order of core/model.ts, each with what told it. */
export function explainIntents(text: string, context: IntentContext = {}): FoundIntent[] {
  const code = (context.lang ?? readLanguage(text)).toLowerCase().split('-')[0] ?? 'en';
  const changes = context.changes ?? unchanged;
  const place = readPlace(unlinked(text), context.keyword ? [context.keyword] : [], context.competitors ?? []);
  const phrases = readPhrases(place, code, changes);
  const weighed = listWeighed(weighIntents(text, code, context.rating, changes, phrases), phrases, context.sentiment?.value);
  const isLookedFor = (intent: IntentKind): boolean =>
    !changeOf(changes, code, intent).off && !(context.keywordKind === 'person' && needsProduct.includes(intent));
  const all = intentKinds.filter(isLookedFor).flatMap((intent) => findOne(intent, { phrases, weighed }) ?? []);
  const found = all.length > 1 ? all.filter(({ isSure }) => isSure) : all;
  if (found.length > 0) return found.map(({ isSure: _, ...one }) => one);
  const { denied, deniesOurs } = phrases.read('complaint');
  const mayComplain = isLookedFor('complaint') && phrases.isPersonal && !denied && !deniesOurs;
  const ill = mayComplain ? listIll(context, code) : [];
  return ill.length > 0 ? [{ intent: 'complaint', because: ill.join(', '), own: false }] : [];
}

/** Each kind once. */
export const findIntents = (text: string, context: IntentContext = {}): IntentKind[] =>
  explainIntents(text, context).map(({ intent }) => intent);
