/** What a report tells of, reckoned: how the goals are doing, what the numbers were and are, and which of the differences are real. */
import { fewestToDiffer, mayBeChance } from './audit.ts';
import { createAges, takeHalf, takeWithin } from './follow-up.ts';
import { assess, type Progress } from './goals.ts';
import { findGap, type Gap, listKeywordsOf, listVoicesBy } from './known.ts';
import { type Comparison, compareAll, listenedSince, type Unheard } from './listened.ts';
import { type CountedMention, listIn, type MeasureRows, type Period, type Reading, take, wantsAnswer } from './measures.ts';
import { ofMine } from './mine.ts';
import type { Goal, KeptTurningPoint, MeasureKind } from './model.ts';
import { compareSites, type LikeForLike } from './rate-ratio.ts';
import { compareFigure, compareTogether, listVoiced, rowsCompared } from './report-compared.ts';
import { compareSides, type Driver, listDrivers, readSide, type Side } from './report-drivers.ts';

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
  /** What else the same posts say. */
  readonly others: readonly string[];
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
  /** Of answers: what the difference is told by, with as much time to answer in both (follow-up.ts). */
  readonly followed?: Followed;
  readonly moved: Move;
  /** What that is to whoever works for it; `mixed`: more voice, which is unhappy for the most part. Absent where it is neither, or nothing moved. */
  readonly judged?: 'better' | 'worse' | 'mixed' | undefined;
  /** Of a rate: the two held against each other on the sites read in both times. */
  readonly like?: LikeForLike | undefined;
  /** As they were counted the two differ, by more than chance; like for like they do not. */
  readonly elsewhere?: boolean;
  /** Keywords that were not listened for in both times: it is told without them. */
  readonly without?: readonly Unheard[];
  /** Because of them it is not known how it moved. */
  readonly isUnheard?: true;
}

export interface Followed {
  readonly now: Reading;
  readonly before: Reading;
  /** How soon was to be answered. */
  readonly target: number;
}

/** Up or down, where that is not likely to be chance; `unsure` where it may be, `unknown` where one of them is. */
export type Move = 'up' | 'down' | 'same' | 'unsure' | 'unknown';

/** A competitor, by mentions per 1,000 posts read. */
export interface Rival {
  readonly keywordId: string;
  readonly now: Reading;
  readonly before: Reading;
  readonly moved: 'up' | 'down';
  readonly like: LikeForLike | undefined;
}

export interface Voice {
  readonly keywordId: string;
  readonly mine: boolean;
  /** Unknown where it was not listened for then. */
  readonly now: number | undefined;
  readonly before: number | undefined;
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
  /** Of the mentions that share of voice is counted from, as `voices` are. */
  readonly ownVoice: OwnVoice;
  /** Why there is no share of voice. */
  readonly voiceGap: Gap | undefined;
  /** Keywords that were created within the time. */
  readonly fresh: readonly Unheard[];
  readonly feelings: { readonly now: Feelings; readonly before: Feelings };
  /** Feelings and answers are those of posts that name a brand. */
  readonly ofBrands: boolean;
  readonly drivers: readonly Driver[];
  /** The same of unhappy mentions of the person's brands alone. */
  readonly unhappyDrivers: readonly Driver[];
  /** Unhappy mentions of the person's brands per 1,000 posts read, of both times like for like. */
  readonly unhappy: LikeForLike | undefined;
  /** Of whom more or less was heard than chance makes it, the largest change first. */
  readonly rivals: readonly Rival[];
  /** The strongest first. */
  readonly turns: readonly KeptTurningPoint[];
  readonly rising: RisingWords;
  readonly sites: number;
  readonly posts: { readonly now: number; readonly before: number };
  readonly mentions: number;
  readonly mentionsBefore: number;
  readonly open: number;
}

const told = ['rate', 'share-of-voice', 'negative', 'answered', 'response-time'] as const satisfies readonly MeasureKind[];

const rangeOf = ({ value, low, high }: Reading) => ({
  value,
  range: low === undefined || high === undefined ? undefined : { low, high },
});

/** Which way is better. How much is said of all that is listened for is neither. */
const betterWay: Partial<Record<MeasureKind, Move>> = { 'share-of-voice': 'up', negative: 'down', answered: 'up', 'response-time': 'down' };

function judge(kind: MeasureKind, moved: Move, isUnhappy: boolean): Figure['judged'] {
  const way = betterWay[kind];
  if (!way || (moved !== 'up' && moved !== 'down')) return undefined;
  if (moved !== way) return 'worse';
  return kind === 'share-of-voice' && isUnhappy ? 'mixed' : 'better';
}

interface Told {
  rows: MeasureRows;
  shown: Period;
  before: Period;
  together: Comparison;
}

function readFigure(kind: MeasureKind, { rows, shown, before, together }: Told): Figure {
  const { measure, without, isKnown } = compareFigure(kind, rows, shown, before, together);
  const [is, was] = [take(measure, rows, shown), take(measure, rows, before)];
  if (!isKnown) return { kind, now: is, before: was, moved: 'unknown', without, isUnheard: true };
  const figure: Figure = kind === 'rate' ? readRate(is, was) : { kind, now: is, before: was, moved: readMove(was, is, fewestToDiffer) };
  return without.length > 0 ? { ...figure, without } : figure;
}

const hasMoved = (moved: Move): moved is 'up' | 'down' => moved === 'up' || moved === 'down';

/** What was read is another thing than what is said: a rate has moved where it has, site by site. */
function readRate(now: Reading, before: Reading): Figure {
  const like = compareSites(now.sites ?? [], before.sites ?? []);
  const moved = moveLike(now, before, like);
  return { kind: 'rate', now, before, like, moved, elsewhere: hasMoved(readMove(before, now)) && !hasMoved(moved) };
}

/** Sums of fractions are a hair off. */
const hair = 1e-9;

function moveLike(now: Reading, before: Reading, like: LikeForLike | undefined): Move {
  if (now.value === undefined || before.value === undefined || !like) return 'unknown';
  if (!like.ratio || Math.abs(like.ratio.times - 1) < hair) return 'same';
  if (!like.ratio.differs) return 'unsure';
  return like.ratio.times > 1 ? 'up' : 'down';
}

/** What wants an answer of those the figure is told of. */
const listAsked = (rows: MeasureRows, period: Period): CountedMention[] =>
  ofMine(listIn(rows.mentions, period), rows.kinds).filter(wantsAnswer);

/** The newest mentions have had less time to be answered: how that moved is told of as much time for both. */
function followUp(figure: Figure, rows: MeasureRows, age: (seenAt: number) => number): Figure {
  if (figure.kind !== 'answered' && figure.kind !== 'response-time') return figure;
  const of = (reading: Reading): Reading =>
    figure.kind === 'answered'
      ? takeWithin(listAsked(rows, reading), rows.answering, age, reading)
      : takeHalf(listAsked(rows, reading), age, reading);
  const followed = { now: of(figure.now), before: of(figure.before), target: rows.answering.target };
  return { ...figure, followed, moved: readMove(followed.before, followed.now, fewestToDiffer) };
}

const isBounded = ({ low, high }: Reading): boolean => low !== undefined && high !== undefined;

/** What has no interval is from too few to say how sure it is; of fewer than `fewest` none is. */
function readMove(was: Reading, is: Reading, fewest = 0): Move {
  if (was.value === undefined || is.value === undefined) return 'unknown';
  if (was.value === is.value) return 'same';
  if (Math.min(was.n, is.n) < fewest) return 'unsure';
  if (!isBounded(was) || !isBounded(is) || mayBeChance(rangeOf(was), rangeOf(is))) return 'unsure';
  return is.value > was.value ? 'up' : 'down';
}

/** More is said of the person's brands, like for like, and at least half of what is more is unhappy. */
const isRiseUnhappy = (own: LikeForLike | undefined, unhappy: LikeForLike | undefined): boolean =>
  own !== undefined && unhappy !== undefined && own.weight > 0 && unhappy.weight >= own.weight / 2;

const changeOf = ({ like }: Rival): number => Math.abs((like?.now ?? 0) - (like?.before ?? 0));

/** Those that were listened for in both times. */
function listRivals(rows: MeasureRows, period: Period, before: Period): Rival[] {
  const rivals = listKeywordsOf(rows).filter(({ kind }) => kind === 'competitor');
  return rivals
    .flatMap((rival) => compareAll([rival], period, before).keywordIds)
    .flatMap((keywordId): Rival[] => {
      const measure = { kind: 'rate' as const, keywordIds: [keywordId] };
      const { now, before: was, like, moved } = readRate(take(measure, rows, period), take(measure, rows, before));
      return hasMoved(moved) ? [{ keywordId, now, before: was, like, moved }] : [];
    })
    .sort((a, b) => changeOf(b) - changeOf(a))
    .slice(0, mostRivals);
}

function countFeelings(mentions: readonly CountedMention[]): Feelings {
  const counts = { positive: 0, neutral: 0, negative: 0, unknown: 0 };
  for (const { sentiment = 'unknown' } of mentions) counts[sentiment] += 1;
  return counts;
}

/** Brands and competitors, the most named first. */
function listVoices(rows: MeasureRows, shown: Period, before: Period): Voice[] {
  const countIn = (time: Period) => {
    const heard = new Set(listVoicesBy({ kind: 'share-of-voice' }, rows, time.to)?.map(({ id }) => id));
    const mentions = listVoiced(rows, time);
    return (id: string) => (heard.has(id) ? mentions.filter(({ keywordIds }) => keywordIds.includes(id)).length : undefined);
  };
  const [now, then] = [countIn(shown), countIn(before)];
  return [...rows.kinds]
    .filter(([, kind]) => kind === 'brand' || kind === 'competitor')
    .map(([id, kind]) => ({ keywordId: id, mine: kind === 'brand', now: now(id), before: then(id) }))
    .filter((voice) => (voice.now ?? 0) + (voice.before ?? 0) > 0)
    .sort((a, b) => (b.now ?? 0) - (a.now ?? 0) || (b.before ?? 0) - (a.before ?? 0));
}

/** Unknown where no share of voice is. */
const countOwnVoice = (rows: MeasureRows, time: Period): number | undefined =>
  listVoicesBy({ kind: 'share-of-voice' }, rows, time.to) && listVoiced(rows, time).filter(namesOwn(rows)).length;

const listFresh = (rows: MeasureRows, { from, to }: Period): Unheard[] =>
  listKeywordsOf(rows)
    .map((keyword) => ({ keywordId: keyword.id, since: listenedSince(keyword) }))
    .filter(({ since }) => since > from && since < to);

const isNegative = ({ sentiment }: CountedMention): boolean => sentiment === 'negative';

const namesOwn =
  ({ kinds }: MeasureRows) =>
  ({ keywordIds }: CountedMention): boolean =>
    keywordIds.some((id) => kinds.get(id) === 'brand');

/** Those that are unhappy with a brand of the person's; or with anything, where there is none. */
const unhappyOf = (side: Side, { kinds }: MeasureRows): Side => ({ ...side, mentions: ofMine(side.mentions, kinds).filter(isNegative) });

/** What ended before the period, or begins after it, is another report's. */
const isOfPeriod = ({ from, to }: Period, goal: Goal): boolean => goal.from < to && goal.until > from;

/** More than these and a page would be about nothing else. */
const mostTurns = 3;

/** As many have room on a page. */
const mostRivals = 3;

/** Rising words that have room on a page. */
export const mostRising = 5;

const listTurns = (turns: readonly KeptTurningPoint[], { from, to }: Period): KeptTurningPoint[] =>
  turns
    .filter(({ since, state }) => since >= from && since < to && state !== 'muted')
    .sort((a, b) => Number(b.state === 'confirmed') - Number(a.state === 'confirmed') || Math.abs(b.z) - Math.abs(a.z))
    .slice(0, mostTurns);

const countRead = ({ exposures }: MeasureRows, { from, to }: Period): number =>
  exposures.reduce((sum, { hour, posts }) => sum + (hour >= from && hour < to ? posts : 0), 0);

export function makeReport({ period, before, stretches, rows, goals, turns = [], rising = { words: [] }, now }: ReportInput): ReportFacts {
  const end = Math.min(period.to, now);
  const shown = { from: period.from, to: end };
  const [is, was] = [listIn(rows.mentions, shown), listIn(rows.mentions, before)];
  const [mine, mineBefore] = [ofMine(is, rows.kinds), ofMine(was, rows.kinds)];
  const together = compareTogether(rows, shown, before);
  const age = createAges(rows.answering.howLong, now);
  const read = told.map((kind) => followUp(readFigure(kind, { rows, shown, before, together }), rows, age));
  const posts = { now: countRead(rows, shown), before: countRead(rows, before) };
  const sides = [readSide(rows, shown), readSide(rows, before)] as const;
  const compared = rowsCompared(rows, together, before);
  const comparedSides = compared === rows ? sides : ([readSide(compared, shown), readSide(compared, before)] as const);
  const unhappySides = [unhappyOf(sides[0], rows), unhappyOf(sides[1], rows)] as const;
  const unhappy = compareSides(...unhappySides);
  const feelings = { now: countFeelings(mine), before: countFeelings(mineBefore) };
  const isUnhappy = isRiseUnhappy(compareSides(...sides, namesOwn(rows)), unhappy);
  return {
    period,
    shown,
    before,
    over: now >= period.to,
    isLatest: now < period.to + (period.to - period.from),
    outcomes: goals.filter((goal) => isOfPeriod(period, goal)).map((goal) => ({ goal, progress: assess(goal, rows, end) })),
    figures: read.map((figure) => ({ ...figure, judged: judge(figure.kind, figure.moved, isUnhappy) })),
    rates: stretches.slice(0, -1).flatMap((at, i) => {
      const to = Math.min(stretches[i + 1] ?? end, end);
      return at < end ? [{ at, reading: take({ kind: 'rate' }, rows, { from: at, to }) }] : [];
    }),
    voices: listVoices(rows, shown, before),
    ownVoice: { now: countOwnVoice(rows, shown), before: countOwnVoice(rows, before) },
    voiceGap: findGap({ kind: 'share-of-voice' }, rows),
    fresh: listFresh(rows, shown),
    feelings,
    ofBrands: [...rows.kinds.values()].includes('brand'),
    drivers: listDrivers(...comparedSides),
    unhappyDrivers: listDrivers(...unhappySides),
    unhappy,
    rivals: listRivals(rows, shown, before),
    turns: listTurns(
      turns.filter(({ keywordId }) => rows.kinds.has(keywordId)),
      shown,
    ),
    rising: { ...rising, words: rising.words.slice(0, mostRising) },
    sites: new Set(rows.exposures.filter(({ hour, posts }) => posts > 0 && hour >= period.from && hour < end).map(({ site }) => site)).size,
    posts,
    mentions: is.length,
    mentionsBefore: was.length,
    open: rows.open,
  };
}
