/** What a report tells of, reckoned: how the goals are doing, what the numbers were and are, and which of the differences are real. */
import { fewestToDiffer, mayBeChance } from './audit.ts';
import { assess, type Progress } from './goals.ts';
import { findGap, type Gap, listKeywordsOf, listVoicesBy } from './known.ts';
import { type Comparison, listenedSince, type Unheard } from './listened.ts';
import { type CountedMention, listIn, type MeasureRows, type Period, type Reading, take } from './measures.ts';
import { ofMine } from './mine.ts';
import type { Goal, KeptTurningPoint, MeasureKind } from './model.ts';
import { compareFigure, compareTogether, listCompared, listVoiced } from './report-compared.ts';
import { type Driver, listDrivers, type Posts } from './report-drivers.ts';

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
  readonly moved: Move;
  /** What that is to whoever works for it; `mixed`: more voice, which is unhappy for the most part. Absent where it is neither, or nothing moved. */
  readonly judged?: 'better' | 'worse' | 'mixed' | undefined;
  /** Keywords that were not listened for in both times: it is told without them, or, where it is not known how it moved, because of them. */
  readonly without?: readonly Unheard[];
}

/** Up or down, where that is not likely to be chance; `unsure` where it may be, `unknown` where one of them is. */
export type Move = 'up' | 'down' | 'same' | 'unsure' | 'unknown';

/** A competitor, by mentions per 1,000 posts read. */
export interface Rival {
  readonly keywordId: string;
  readonly now: Reading;
  readonly before: Reading;
  readonly moved: 'up' | 'down';
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
  /** Of whom more or less was heard than chance makes it, the largest change first. */
  readonly rivals: readonly Rival[];
  /** The strongest first. */
  readonly turns: readonly KeptTurningPoint[];
  readonly rising: RisingWords;
  readonly sites: number;
  readonly posts: Posts;
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
  const moved = isKnown ? readMove(was, is, kind === 'rate' ? 0 : fewestToDiffer) : 'unknown';
  return { kind, now: is, before: was, moved, ...(without.length > 0 ? { without } : {}) };
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

/** More is said of the person's brands, put to what was read, and at least half of what is more is unhappy. */
function isRiseUnhappy(own: Posts, { now, before }: ReportFacts['feelings'], posts: Posts): boolean {
  if (posts.now === 0 || posts.before === 0) return false;
  const rise = own.now / posts.now - own.before / posts.before;
  return rise > 0 && now.negative / posts.now - before.negative / posts.before >= rise / 2;
}

const changeOf = ({ now, before }: Rival): number => Math.abs((now.value ?? 0) - (before.value ?? 0));

function listRivals(rows: MeasureRows, period: Period, before: Period): Rival[] {
  const ids = [...rows.kinds].flatMap(([id, kind]) => (kind === 'competitor' ? [id] : []));
  return ids
    .flatMap((keywordId): Rival[] => {
      const measure = { kind: 'rate' as const, keywordIds: [keywordId] };
      const [is, was] = [take(measure, rows, period), take(measure, rows, before)];
      const moved = readMove(was, is);
      return moved === 'up' || moved === 'down' ? [{ keywordId, now: is, before: was, moved }] : [];
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
  listVoicesBy({ kind: 'share-of-voice' }, rows, time.to) && countOwn(listVoiced(rows, time), rows);

const listFresh = (rows: MeasureRows, { from, to }: Period): Unheard[] =>
  listKeywordsOf(rows)
    .map((keyword) => ({ keywordId: keyword.id, since: listenedSince(keyword) }))
    .filter(({ since }) => since > from && since < to);

const isNegative = ({ sentiment }: CountedMention): boolean => sentiment === 'negative';

const countOwn = (mentions: readonly CountedMention[], { kinds }: MeasureRows): number =>
  mentions.filter(({ keywordIds }) => keywordIds.some((id) => kinds.get(id) === 'brand')).length;

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
  const [compared, comparedBefore] = [listCompared(is, together), listCompared(was, together)];
  const read = told.map((kind) => readFigure(kind, { rows, shown, before, together }));
  const posts = { now: countRead(rows, shown), before: countRead(rows, before) };
  const feelings = { now: countFeelings(mine), before: countFeelings(mineBefore) };
  const isUnhappy = isRiseUnhappy({ now: countOwn(is, rows), before: countOwn(was, rows) }, feelings, posts);
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
    drivers: listDrivers(compared, comparedBefore, posts),
    unhappyDrivers: listDrivers(mine.filter(isNegative), mineBefore.filter(isNegative), posts),
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
