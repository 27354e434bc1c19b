/**
 * What a post does: it asks, complains, praises, or none of these. Rules in the open (core/intent-words.ts), no guess from far away: where the
 * language has no rules, only signs that all languages share are read. Irony is not understood.
 */
import { readPlace } from './find-phrases.ts';
import { type Rules, rulesOf, standsAt, wordsOf } from './intent-cues.ts';
import { type PostPhrases, readPhrases } from './intent-phrases.ts';
import { add, keepComplaint, type Score, scoreRating, scoreText } from './intent-score.ts';
import type { IntentChanges, SentimentValue, Situation } from './model.ts';

export type Intent = NonNullable<Situation['intent']>;

export interface IntentReading {
  intent: Intent;
  /** The words that told, for those who want to know why. */
  because: string[];
}

const unchanged: IntentChanges = {};

const noise = /https?:\/\/\S+|(?<![\p{L}\p{N}])[@#](?=[\p{L}\p{N}_])|&(?:amp|lt|gt|quot);/gu;
const handles = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]+/gu;
/** Said by everybody, whatever they want. */
const manners =
  /(?<!\p{L})(?:good (?:morning|afternoon|evening|day|night)|happy (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|birthday|holidays|new year)|(?:would|i'd|we'd|you'd) love|buen[oa]s (?:días|tardes|noches)|bonne (?:journée|soirée|nuit)|bom dia|boa (?:tarde|noite)|goede (?:morgen|middag|avond)|schönen (?:tag|abend)|buona (?:giornata|sera|serata))(?!\p{L})/gu;

/** 2: it asks in so many words; 1: it has a question mark; 0: neither. */
function readQuestion(text: string, rules: Rules | undefined): { strength: number; because: string[] } {
  const marked = /[?？؟]/.test(text);
  if (!rules) return { strength: marked ? 2 : 0, because: marked ? ['?'] : [] };
  const words = wordsOf(text);
  const asked = rules.asks.find((cue) => words.some((_, at) => standsAt(words, at, cue)));
  if (asked) return { strength: 2, because: [asked.words.join(' ')] };
  for (const sentence of text.match(/[^.!?…\n]*\?/g) ?? []) {
    const own = wordsOf(sentence.replace(/^[\s¿"']+/, ''));
    const begins = rules.beginnings.find((cue) => [0, 1, 2].some((at) => standsAt(own, at, cue)));
    if (begins) return { strength: 2, because: [`${begins.words.join(' ')} … ?`] };
  }
  const unmarked = marked ? undefined : rules.unmarked.find((cue) => standsAt(words, 0, cue));
  if (unmarked) return { strength: 1, because: [`${unmarked.words.join(' ')} …`] };
  return { strength: marked ? 1 : 0, because: marked ? ['?'] : [] };
}

/** What speaks for each, in numbers. */
export interface Weighed extends Score {
  readonly question: { readonly strength: number; readonly because: readonly string[] };
}

function addPhrases(score: Score, { read }: PostPhrases): void {
  for (const side of ['complaint', 'praise'] as const)
    for (const { because, weight, own } of read(side).told) {
      if (own) continue;
      add(score, side, weight, because);
    }
}

const readPlain = (raw: string): string =>
  raw.replace(/[’ʼ`]/g, "'").replace(handles, ' ').replace(noise, ' ').toLowerCase().replace(manners, ' ');

/** `changes`: what of the words the person took out. */
export function weighIntents(
  raw: string,
  lang: string | undefined,
  rating: number | undefined,
  changes: IntentChanges,
  phrases: PostPhrases,
): Weighed {
  const text = readPlain(raw);
  const rules = rulesOf(lang, changes);
  const score = scoreText(text, rules);
  const left = phrases.textLeft('complaint');
  if (left !== undefined) keepComplaint(score, scoreText(readPlain(left), rules));
  addPhrases(score, phrases);
  // "Thanks for losing my bag" praises nothing.
  if (phrases.read('praise').deniesOurs) score.praise = 0;
  scoreRating(score, rating);
  const asked = phrases.read('question').told.find(({ own }) => !own);
  return { ...score, question: asked ? { strength: 2, because: [asked.because] } : readQuestion(text, rules) };
}

/** What it does first of all. */
export function chooseIntent({ question, ...score }: Weighed): IntentReading {
  const lead = score.complaint - score.praise;
  // Someone who asks plainly wants an answer, also where something does not work; someone who rages does not.
  if (question.strength === 2 && score.complaint < 3 && score.praise - score.complaint < 3)
    return { intent: 'question', because: [...question.because] };
  if (score.complaint >= 1 && lead >= 0) return { intent: 'complaint', because: score.because.complaint };
  if (score.praise >= 2 && lead < 0 && question.strength < 2) return { intent: 'praise', because: score.because.praise };
  if (question.strength > 0) return { intent: 'question', because: [...question.because] };
  if (score.praise >= 1 && lead < 0) return { intent: 'praise', because: score.because.praise };
  return { intent: 'other', because: [] };
}

export interface WeighedIntent {
  readonly intent: 'question' | 'complaint' | 'praise';
  readonly because: readonly string[];
  /** False for what counts only where the post does nothing else. */
  readonly isSure: boolean;
}

/**
 * Of these three whatever it does: to ask and to complain at once is common. Where it is known how a post speaks of the keyword (`feels`), one
 * word that may mean much counts only where somebody speaks for themselves, or complains to the keyword itself, asks nothing, and does not feel
 * otherwise.
 */
export function listWeighed(
  { complaint, praise, because, heaviest, question }: Weighed,
  { isPersonal, isAddressed }: PostPhrases,
  feels?: SentimentValue,
): WeighedIntent[] {
  const isEnough = (score: number, most: number, value: SentimentValue): boolean => {
    if (feels === undefined) return score >= (question.strength === 2 ? 2 : 1);
    const speaks = isPersonal || (isAddressed && value === 'negative');
    if (score >= 2) return speaks || most >= 2;
    return score >= 1 && speaks && question.strength === 0 && (feels === value || (feels === 'unknown' && value === 'negative'));
  };
  const found: WeighedIntent[] = [];
  const asks = question.strength === 2 ? complaint < 5 : question.strength === 1 && complaint < 2;
  if (asks) found.push({ intent: 'question', because: question.because, isSure: true });
  if (isEnough(complaint, heaviest.complaint, 'negative') && complaint >= praise)
    found.push({ intent: 'complaint', because: because.complaint, isSure: feels === undefined || complaint >= 2 });
  if (isEnough(praise, heaviest.praise, 'positive') && praise > complaint)
    found.push({ intent: 'praise', because: because.praise, isSure: true });
  return found;
}

export function explainIntent(raw: string, lang?: string, rating?: number, changes = unchanged): IntentReading {
  const code = lang?.toLowerCase().split('-')[0] ?? 'en';
  return chooseIntent(
    weighIntents(raw, code, rating, changes, readPhrases(readPlace(raw.replace(handles, ' ').replace(noise, ' '), [], []), code, changes)),
  );
}

export const readIntent = (text: string, lang?: string, rating?: number): Intent => explainIntent(text, lang, rating).intent;
