/**
 * How a post speaks of what it was found by: positive, neutral, negative, or unknown where it is not English or says too little. Words with
 * weights (core/sentiment-lexicon.ts, core/sentiment-words.ts) and rules in the open; irony is not understood, save where praise and a
 * complaint stand side by side. The verdict names the words that decided it, and what a person corrects teaches it (core/lessons.ts).
 */
import { langOf } from './lang.ts';
import type { Sentiment, SentimentValue } from './model.ts';
import { nearnessOf, type Place } from './sentiment-clauses.ts';
import { type Cue, findCues, type Lessons, vocabulary } from './sentiment-cues.ts';
import { mannersOf } from './sentiment-manners.ts';
import { endsSentence, readTokens, type Token } from './sentiment-tokens.ts';
import { turns } from './sentiment-words.ts';
import { stopWords } from './stop-words.ts';

export interface SentimentContext {
  /** Where the keyword stands: what is said of it counts, and what is said of others hardly does. */
  readonly hits?: readonly Place[];
  /** Where other keywords stand: competitors it is compared with. */
  readonly others?: readonly Place[];
  /** As BCP 47 has it; guessed from the words where it is absent. */
  readonly lang?: string | undefined;
  /** Stars of a review, up to 5. */
  readonly rating?: number | undefined;
  readonly lessons?: Lessons | undefined;
}

export interface SentimentReading extends Sentiment {
  /** For what speaks for it and against it; `value` is what they come to. */
  readonly score: number;
}

/** From here on a post is called positive, or negative. Complaints are understated more often than praise. */
const positiveFrom = 1.3;
const negativeFrom = -1;

/** Fewer words than this say too little, unless one of them is felt. */
const fewest = 2;

const personal = new Set("i i'm i've i'll i'd im ive my me mine we we're we've our us you you're u ur your yours".split(' '));

/** Further words that most English texts have, and texts of other languages too. */
const alsoEnglish =
  'a an at be by he him her his she i me no or us am did does go going got new now see said via here over after before only even very too more most non'.split(
    ' ',
  );
const own = new Set("i i'm i've i'll i'd im ive my me mine".split(' '));

const english = new Set([...(stopWords.en ?? []), ...alsoEnglish]);
const foreign = new Set(
  Object.entries(stopWords).flatMap(([code, words]) =>
    code === 'en' ? [] : words.filter((word) => word.length > 1 && !english.has(word)),
  ),
);

/** Short posts do not show their language. They are taken for English where they have more words of it than of others, or only plain letters. */
function isEnglish(text: string, tokens: readonly Token[], lang: string | undefined): boolean {
  const code = (lang ?? langOf(text))?.toLowerCase().split('-')[0];
  if (code) return code === 'en';
  const words = tokens.filter(({ kind }) => kind === 'word').map((token) => token.text);
  const known = words.filter((word) => english.has(word) || personal.has(word) || vocabulary().words.has(word)).length;
  const strange = words.filter((word) => foreign.has(word) || /[^\p{ASCII}]/u.test(word)).length;
  return known >= strange;
}

/** What comes before a "but" is politeness as often as not. */
function turnOf(tokens: readonly Token[], cue: Cue): number {
  for (let i = cue.to; i < tokens.length && !endsSentence(tokens[i] as Token); i++) if (turns.has((tokens[i] as Token).text)) return 0.5;
  return 1;
}

/** Who tells of themselves, or speaks to somebody, means it. A headline that someone passes on is news, whomever it speaks to. */
function warmthOf(text: string, tokens: readonly Token[]): number {
  const passesOn = /https?:\/\//.test(text);
  const means = ({ text: word, kind }: Token) =>
    kind === 'smiley' || (passesOn ? own : personal).has(word) || (!passesOn && word.includes('!'));
  if (tokens.some(means)) return 1;
  return passesOn ? 0.55 : 0.85;
}

/** Politeness beside a complaint is not praise, and thanks beside it are often meant otherwise. */
const besideComplaint = 0.5;

interface Weighed extends Cue {
  readonly counted: number;
}

function sumUp(cues: readonly Weighed[], text: string, tokens: readonly Token[]): number {
  const praise = cues.reduce((sum, { counted }) => sum + Math.max(0, counted), 0);
  const blame = cues.reduce((sum, { counted }) => sum + Math.max(0, -counted), 0);
  const loud = 1 + 0.1 * Math.min(3, tokens.filter(({ text: word, kind }) => kind === 'mark' && word.includes('!')).length);
  return ((blame >= 1.5 ? praise * besideComplaint : praise) - blame) * loud * warmthOf(text, tokens);
}

function byStars(rating: number | undefined): number {
  if (rating === undefined || rating > 5) return 0;
  return rating <= 2 ? -4 : rating >= 4 ? 3 : 0;
}

const mostWords = 6;

function listDeciding(text: string, tokens: readonly Token[], cues: readonly Weighed[], value: SentimentValue): string[] {
  const side = value === 'positive' ? 1 : value === 'negative' ? -1 : 0;
  const deciding = cues.filter(({ counted }) => (side === 0 ? Math.abs(counted) > 0.5 : counted * side > 0));
  const strongest = [...deciding].sort((a, b) => Math.abs(b.counted) - Math.abs(a.counted)).slice(0, mostWords);
  const words = strongest
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) =>
      text
        .slice(tokens[from]?.start, tokens[to - 1]?.end)
        .replace(/\s+/g, ' ')
        .slice(0, 60),
    );
  return [...new Set(words)];
}

const nameOf = (score: number): SentimentValue => (score >= positiveFrom ? 'positive' : score <= negativeFrom ? 'negative' : 'neutral');

/** The verdict with the number it comes from. Never throws, whatever the text. */
export function explainSentiment(text: string, { hits = [], others = [], lang, rating, lessons }: SentimentContext = {}): SentimentReading {
  const tokens = readTokens(text);
  const stars = byStars(rating);
  if (!isEnglish(text, tokens, lang)) return { value: stars === 0 ? 'unknown' : nameOf(stars), words: [], score: stars };
  const nearness = nearnessOf(tokens, hits, others);
  const isHit = ({ from, to }: Cue) =>
    hits.some(({ start, end }) => (tokens[from]?.start ?? 0) < end && (tokens[to - 1]?.end ?? 0) > start);
  const cues = findCues(tokens, lessons)
    .filter((cue) => !isHit(cue))
    .map((cue) => ({ ...cue, counted: cue.weight * (nearness[cue.from] ?? 1) * turnOf(tokens, cue) }));
  const complains = cues.some(({ counted }) => counted <= -1);
  const meant = cues.map((cue) => ({ ...cue, counted: cue.counted * mannersOf(tokens, cue, complains) }));
  const score = sumUp(meant, text, tokens) + stars;
  const words = tokens.filter(({ kind }) => kind === 'word');
  if (words.length < fewest && cues.length === 0 && stars === 0) return { value: 'unknown', words: [], score };
  const value = nameOf(score);
  return { value, words: listDeciding(text, tokens, meant, value), score };
}

export function judgeSentiment(text: string, context: SentimentContext = {}): Sentiment {
  const { value, words } = explainSentiment(text, context);
  return { value, words };
}
