/** What a report tells of, reckoned: how the goals are doing, what the numbers were and are, and which of the differences are real. */
import { mayBeChance } from './audit.ts';
import { assess, type Progress } from './goals.ts';
import { type CountedMention, listIn, type MeasureRows, type Period, type Reading, take } from './measures.ts';
import { ofMine } from './mine.ts';
import type { Goal, KeptTurningPoint, MeasureKind } from './model.ts';

export interface ReportPeriod extends Period {
  /** `month:2026-11-01`. */
  readonly id: string;
  readonly span: 'week' | 'month' | 'quarter';
}

export interface ReportInput {
  readonly period: ReportPeriod;
  /** What it is compared with: the one before, or as many days of that as are over of this one. */
  readonly before: Period;
  /** The first moment of each stretch of the chart over time, and the end of the last. */
  readonly stretches: readonly number[];
  /** From the beginning of `before`, or of the first goal, on. */
  readonly rows: MeasureRows;
  readonly goals: readonly Goal[];
  /** Turning points of the time that were not muted. */
  readonly turns?: readonly KeptTurningPoint[];
  readonly rising?: RisingWords;
  readonly now: number;
}

/** A word or phrase that is said more than before, in how many posts now and before. */
export interface RisingWord {
  readonly term: string;
  readonly now: number;
  readonly before: number;
  /** The words around it in one of the posts. */
  readonly example: string;
}

export interface RisingWords {
  /** The surest first. */
  readonly words: readonly RisingWord[];
  /** In how many of the newest posts they were counted, where there are more. */
  readonly cut?: number | undefined;
}

export interface Figure {
  readonly kind: MeasureKind;
  readonly now: Reading;
  readonly before: Reading;
  /** Up or down, where that is not likely to be chance; `unsure` where it may be, `unknown` where one of them is. */
  readonly moved: 'up' | 'down' | 'same' | 'unsure' | 'unknown';
}

export interface Voice {
  readonly keywordId: string;
  readonly mine: boolean;
  readonly now: number;
  readonly before: number;
}

/** In how many mentions any brand of the person's is named: who names two of them is one voice. */
export type OwnVoice = Pick<Voice, 'now' | 'before'>;

/** Mentions of the person's brands, or all where there is none, by how they speak. */
export interface Feelings {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  readonly unknown: number;
}

/** What moved the number of mentions most: by how much more (or less) per 1,000 posts read it is there now. */
export interface Driver {
  readonly what: 'site' | 'community' | 'keyword' | 'intent';
  readonly name: string;
  readonly now: number;
  readonly before: number;
  readonly change: number;
}

export interface ReportFacts {
  readonly period: ReportPeriod;
  /** As far as it is over. */
  readonly shown: Period;
  readonly before: Period;
  readonly over: boolean;
  /** It runs, or was the last that did: what is open today has to do with it. */
  readonly isLatest: boolean;
  readonly outcomes: readonly { readonly goal: Goal; readonly progress: Progress }[];
  readonly figures: readonly Figure[];
  readonly rates: readonly { readonly at: number; readonly reading: Reading }[];
  readonly voices: readonly Voice[];
  readonly ownVoice: OwnVoice;
  readonly feelings: { readonly now: Feelings; readonly before: Feelings };
  /** Feelings and answers are those of posts that name a brand. */
  readonly ofBrands: boolean;
  readonly drivers: readonly Driver[];
  /** The strongest first. */
  readonly turns: readonly KeptTurningPoint[];
  readonly rising: RisingWords;
  readonly sites: number;
  readonly mentions: number;
  readonly mentionsBefore: number;
  readonly open: number;
}

const told = ['rate', 'share-of-voice', 'negative', 'answered', 'response-time'] as const satisfies readonly MeasureKind[];

const rangeOf = ({ value, low, high }: Reading) => ({
  value,
  range: low === undefined || high === undefined ? undefined : { low, high },
});

function readFigure(kind: MeasureKind, rows: MeasureRows, period: Period, before: Period): Figure {
  const [is, was] = [take({ kind }, rows, period), take({ kind }, rows, before)];
  return { kind, now: is, before: was, moved: readMove(was, is) };
}

function readMove(was: Reading, is: Reading): Figure['moved'] {
  if (was.value === undefined || is.value === undefined) return 'unknown';
  if (was.value === is.value) return 'same';
  if (mayBeChance(rangeOf(was), rangeOf(is))) return 'unsure';
  return is.value > was.value ? 'up' : 'down';
}

function countFeelings(mentions: readonly CountedMention[]): Feelings {
  const counts = { positive: 0, neutral: 0, negative: 0, unknown: 0 };
  for (const { sentiment = 'unknown' } of mentions) counts[sentiment] += 1;
  return counts;
}

/** Brands and competitors, the most named first. */
function listVoices({ kinds }: MeasureRows, now: readonly CountedMention[], before: readonly CountedMention[]): Voice[] {
  const count = (mentions: readonly CountedMention[], id: string) => mentions.filter(({ keywordIds }) => keywordIds.includes(id)).length;
  return [...kinds]
    .filter(([, kind]) => kind === 'brand' || kind === 'competitor')
    .map(([id, kind]) => ({ keywordId: id, mine: kind === 'brand', now: count(now, id), before: count(before, id) }))
    .filter((voice) => voice.now + voice.before > 0)
    .sort((a, b) => b.now - a.now || b.before - a.before);
}

const countOwn = (mentions: readonly CountedMention[], { kinds }: MeasureRows): number =>
  mentions.filter(({ keywordIds }) => keywordIds.some((id) => kinds.get(id) === 'brand')).length;

type Count = (name: string) => void;

const groupers: Readonly<Record<Driver['what'], (mention: CountedMention, count: Count) => void>> = {
  site: ({ site }, count) => count(site),
  community: ({ community }, count) => community && count(community),
  keyword: ({ keywordIds }, count) => keywordIds.forEach(count),
  intent: ({ intents }, count) => intents.forEach(count),
};

/** The same community is written "r/DevOps" here and "r/devops" there; as it was written first it is told of. */
function createSpelling(): (name: string) => string {
  const [first, spelt] = [new Map<string, string>(), new Map<string, string>()];
  return (name) => {
    const known = spelt.get(name) ?? first.get(name.toLowerCase()) ?? name;
    first.set(name.toLowerCase(), known);
    spelt.set(name, known);
    return known;
  };
}

function tally(what: Driver['what'], mentions: readonly CountedMention[], spell: (name: string) => string): Map<string, number> {
  const written = new Map<string, number>();
  const count: Count = (name) => void written.set(name, (written.get(name) ?? 0) + 1);
  for (const mention of mentions) groupers[what](mention, count);
  if (what !== 'community') return written;
  const counts = new Map<string, number>();
  for (const [name, n] of written) counts.set(spell(name), (counts.get(spell(name)) ?? 0) + n);
  return counts;
}

/** Fewer than this, now and before, and a driver is an anecdote. */
const leastForDriver = 5;

/** Both counts are put to the posts read in their own period: who reads twice as much sees twice as much, and that drives nothing. */
function listDrivers(now: readonly CountedMention[], before: readonly CountedMention[], posts: { now: number; before: number }): Driver[] {
  if (posts.now === 0 || posts.before === 0) return [];
  const drivers = (Object.keys(groupers) as Driver['what'][]).flatMap((what) => {
    const spell = createSpelling();
    const [was, is] = [tally(what, before, spell), tally(what, now, spell)];
    return [...new Set([...is.keys(), ...was.keys()])].map((name): Driver => {
      const counts = { now: is.get(name) ?? 0, before: was.get(name) ?? 0 };
      return { what, name, ...counts, change: (counts.now / posts.now - counts.before / posts.before) * 1_000 };
    });
  });
  return drivers.filter((driver) => driver.now + driver.before >= leastForDriver).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

/** What ended before the period, or begins after it, is another report's. */
const isOfPeriod = ({ from, to }: Period, goal: Goal): boolean => goal.from < to && goal.until > from;

/** More than these and a page would be about nothing else. */
const mostTurns = 3;

/** Rising words that have room on a page. */
export const mostRising = 5;

const listTurns = (turns: readonly KeptTurningPoint[], { from, to }: Period): KeptTurningPoint[] =>
  turns
    .filter(({ since, state }) => since >= from && since < to && state !== 'muted')
    .sort((a, b) => Number(b.state === 'confirmed') - Number(a.state === 'confirmed') || Math.abs(b.z) - Math.abs(a.z))
    .slice(0, mostTurns);

export function makeReport({ period, before, stretches, rows, goals, turns = [], rising = { words: [] }, now }: ReportInput): ReportFacts {
  const end = Math.min(period.to, now);
  const shown = { from: period.from, to: end };
  const figures = told.map((kind) => readFigure(kind, rows, shown, before));
  const [is, was] = [listIn(rows.mentions, shown), listIn(rows.mentions, before)];
  const [rate] = figures;
  return {
    period,
    shown,
    before,
    over: now >= period.to,
    isLatest: now < period.to + (period.to - period.from),
    outcomes: goals.filter((goal) => isOfPeriod(period, goal)).map((goal) => ({ goal, progress: assess(goal, rows, end) })),
    figures,
    rates: stretches.slice(0, -1).flatMap((at, i) => {
      const to = Math.min(stretches[i + 1] ?? end, end);
      return at < end ? [{ at, reading: take({ kind: 'rate' }, rows, { from: at, to }) }] : [];
    }),
    voices: listVoices(rows, is, was),
    ownVoice: { now: countOwn(is, rows), before: countOwn(was, rows) },
    feelings: { now: countFeelings(ofMine(is, rows.kinds)), before: countFeelings(ofMine(was, rows.kinds)) },
    ofBrands: [...rows.kinds.values()].includes('brand'),
    drivers: listDrivers(is, was, { now: rate?.now.posts ?? 0, before: rate?.before.posts ?? 0 }),
    turns: listTurns(turns, shown),
    rising: { ...rising, words: rising.words.slice(0, mostRising) },
    sites: new Set(rows.exposures.filter(({ hour, posts }) => posts > 0 && hour >= period.from && hour < end).map(({ site }) => site)).size,
    mentions: is.length,
    mentionsBefore: was.length,
    open: rows.open,
  };
}
