/**
 * What a person's corrections teach: for each word of a corrected post how much it is to be taken up or down from then on. Nothing is guessed
 * from far away: a lesson names the corrections it comes from, and goes away with them.
 */
import type { Correction, Sentiment, SentimentValue } from './model.ts';
import { explainSentiment, type SentimentContext } from './sentiment.ts';
import type { Lessons } from './sentiment-cues.ts';
import { readTokens } from './sentiment-tokens.ts';
import { readTellingWords } from './telling-words.ts';

/** What a corrected post should have come to. */
const target: Record<SentimentValue, number> = { positive: 2.5, neutral: 0, negative: -2.5, unknown: 0 };
/** No word is taken further than from neutral to plainly meant. */
const most = 3;
/** As if so many corrections of each word had taught nothing: a single one moves words a little, several that agree move them far. */
const doubt = 1;
const mostWords = 30;

const isWord = (word: string): boolean => /^[\p{L}\p{M}'-]{2,40}$/u.test(word);

/** The words of a post that a correction may teach: those that decided, twice as much, and those with a subject. Names of what was looked for are none. */
export function wordsToTeach(text: string, sentiment: Sentiment | undefined, hits: SentimentContext['hits'] = []): string[] {
  const named = new Set(hits.flatMap(({ start, end }) => readTokens(text.slice(start, end)).map((token) => token.text)));
  const deciding = (sentiment?.words ?? []).flatMap((words) => readTokens(words).map((token) => token.text));
  const telling = [...readTellingWords(text).values()];
  return [...new Set([...deciding, ...telling])].filter((word) => isWord(word) && !named.has(word)).slice(0, mostWords);
}

/** What a person says of a mention's sentiment, to be kept. `at` in ms. */
export function toCorrection(
  mention: { id: string; text: string; hits: readonly { start: number; end: number }[]; sentiment?: Sentiment | undefined },
  value: SentimentValue,
  at: number,
): Correction {
  const reading = explainSentiment(mention.text, { hits: mention.hits });
  const teaches = value !== 'unknown';
  return {
    id: mention.id,
    at,
    value,
    was: reading.value,
    score: Math.max(-20, Math.min(20, reading.score)),
    words: teaches ? wordsToTeach(mention.text, reading, mention.hits) : [],
  };
}

/** By word, how far it is to be moved. */
export function learnLessons(corrections: readonly Correction[]): Lessons {
  const moves = new Map<string, { sum: number; count: number }>();
  for (const { value, score, words } of corrections) {
    if (words.length === 0) continue;
    // All words of the post together make up for what it was off by.
    const step = (target[value] - Math.max(-4, Math.min(4, score))) / Math.sqrt(words.length);
    for (const word of words) {
      const { sum, count } = moves.get(word) ?? { sum: 0, count: 0 };
      moves.set(word, { sum: sum + step, count: count + 1 });
    }
  }
  const lessons = new Map<string, number>();
  for (const [word, { sum, count }] of moves) lessons.set(word, Math.max(-most, Math.min(most, sum / (count + doubt))));
  return lessons;
}
