/**
 * How well the sentiment of posts is told, beside VADER, AFINN and wink-sentiment, on labelled posts that are not ours to ship: the folder
 * with them is named by EARSHOT_CORPORA or --corpora, and without one this is skipped. A set is a table with the columns `text` and
 * `sentiment` (positive, neutral, negative; other rows are left out). Nothing of ours is fitted to them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Papa from 'papaparse';
import { judgeSentiment } from '../../core/sentiment.ts';
import { corpora } from './corpora.ts';
import { type Figure, figure } from './figure.ts';

const load = createRequire(import.meta.url);
const classes = ['positive', 'neutral', 'negative'] as const;
type Class = (typeof classes)[number];

interface Labelled {
  text: string;
  sentiment: Class;
}

interface Set {
  name: string;
  rows: Labelled[];
}

const isClass = (value: unknown): value is Class => classes.includes(value as Class);

function readSet(path: string, name: string): Set {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true });
  return { name, rows: data.flatMap(({ text = '', sentiment }) => (isClass(sentiment) ? [{ text, sentiment }] : [])) };
}

const bySign = (score: number, within = 0): Class => (score > within ? 'positive' : score < -within ? 'negative' : 'neutral');

type Judge = (text: string) => Class;

function listJudges(): (readonly [name: string, judge: Judge])[] {
  const { SentimentIntensityAnalyzer } = load('vader-sentiment');
  const afinn = new (load('sentiment'))();
  const wink = load('wink-sentiment');
  const byVader: Judge = (text) => bySign(SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.0499);
  const byAfinn: Judge = (text) => bySign(afinn.analyze(text).score);
  const byWink: Judge = (text) => bySign(wink(text).normalizedScore);
  // Each with the limits its authors give.
  return [
    ['VADER', byVader],
    ['AFINN', byAfinn],
    ['wink-sentiment', byWink],
  ];
}

/** What is not known counts as neutral here, because the others have no such answer. */
const ours: Judge = (text) => {
  const { value } = judgeSentiment(text);
  return value === 'unknown' ? 'neutral' : value;
};

function measure(rows: readonly Labelled[], judge: Judge): { accuracy: number; macroF1: number; each: string } {
  const pairs = rows.map(({ text, sentiment }) => [sentiment, judge(text)] as const);
  const f1 = (wanted: Class) => {
    const found = pairs.filter(([, said]) => said === wanted).length;
    const there = pairs.filter(([truth]) => truth === wanted).length;
    const right = pairs.filter(([truth, said]) => truth === wanted && said === wanted).length;
    return found + there === 0 ? 0 : (2 * right) / (found + there);
  };
  const scores = classes.map(f1);
  return {
    accuracy: pairs.filter(([truth, said]) => truth === said).length / pairs.length,
    macroF1: scores.reduce((sum, score) => sum + score, 0) / classes.length,
    each: classes.map((name, i) => `${name} ${(scores[i] ?? 0).toFixed(3)}`).join('  '),
  };
}

function microsecondsPerText(rows: readonly Labelled[], judge: Judge): number {
  const begun = performance.now();
  for (const { text } of rows) judge(text);
  return ((performance.now() - begun) / rows.length) * 1000;
}

export async function run(): Promise<Figure[]> {
  const folder = corpora();
  if (!folder) return [];
  const sets = readdirSync(folder)
    .filter((file) => file.endsWith('.csv') && /sentiment/.test(readFileSync(join(folder, file), 'utf8').slice(0, 200)))
    .map((file) => readSet(join(folder, file), file.replace(/\.csv$/, '')))
    .filter(({ rows }) => rows.length > 0);
  const judges = listJudges();
  return sets.flatMap(({ name, rows }) => {
    const own = measure(rows, ours);
    console.log(`${name}: ${rows.length} posts; ours by class: ${own.each}`);
    const cost = microsecondsPerText(rows, ours);
    return judges.flatMap(([yardstick, judge]) => {
      const theirs = measure(rows, judge);
      return [
        figure(`sentiment/macro-f1-${name}`, own.macroF1, 'macro-F1', yardstick, theirs.macroF1),
        figure(`sentiment/accuracy-${name}`, own.accuracy, 'accuracy', yardstick, theirs.accuracy),
        figure(`sentiment/cost-${name}`, cost, 'µs a post', yardstick, microsecondsPerText(rows, judge)),
      ];
    });
  });
}
