/** What changed between two times, why, and whether that is good: our own words on it, for whoever reads nothing else. */
import type { Calendar } from '../core/calendar.ts';
import { leastPart, listNewSites } from '../core/drivers.ts';
import { type GoalState, leastSeenFor } from '../core/goals.ts';
import { isolate } from '../core/isolate.ts';
import type { Reading } from '../core/measures.ts';
import type { IntentKind, KeptTurningPoint, Keyword, Driver as TurnDriver } from '../core/model.ts';
import type { LikeForLike } from '../core/rate-ratio.ts';
import type { Figure, ReportFacts, Rival } from '../core/report.ts';
import type { Driver } from '../core/report-drivers.ts';
import { formatDays, formatWholeDay } from './date-words.ts';
import { comparedOf, nameCompared, sayFollowedLevel } from './followed-words.ts';
import { mayBeChance } from './goal-words.ts';
import { intentNames } from './intent-names.ts';
import { isUneven } from './like-words.ts';
import { formatMeasure, nameMeasureKind } from './measure-words.ts';
import { listUnheard } from './unheard-words.ts';
import { formatNumber, type WordKey, word, wordFor } from './words.ts';

export interface ReportNames {
  /** The brand, or what else the report is of. */
  readonly brand: string;
  readonly keywords: readonly Pick<Keyword, 'id' | 'name'>[];
  readonly nameSite: (site: string) => string;
  readonly calendar: Calendar;
}

export const nameKeywordOf =
  ({ keywords }: Pick<ReportNames, 'keywords'>) =>
  (id: string): string =>
    keywords.find((keyword) => keyword.id === id)?.name ?? word('keywordGone');

const counts = {
  reached: 'saySummaryReached',
  'on-course': 'saySummaryCourse',
  behind: 'saySummaryBehind',
  missed: 'saySummaryMissed',
  'too-early': 'saySummaryEarly',
  'too-little': 'saySummaryFew',
  'not-begun': 'saySummaryRest',
  gone: 'saySummaryGone',
} as const satisfies Record<GoalState, WordKey>;

/** "2 behind (1 of them may be chance)". */
const sayUnsure = (said: string, n: number, unsure: number): string =>
  unsure === 0 ? said : unsure === n ? word('saySummaryUnsureAll', said) : word('saySummaryUnsureSome', said, formatNumber(unsure));

function sayGoals(outcomes: ReportFacts['outcomes']): string {
  if (outcomes.length === 0) return word('saySummaryNone');
  const list = (Object.keys(counts) as GoalState[]).flatMap((state) => {
    const n = outcomes.filter(({ progress }) => progress.state === state).length;
    const unsure = outcomes.filter(({ progress }) => progress.state === state && mayBeChance(progress)).length;
    return n > 0 ? [sayUnsure(word(counts[state], formatNumber(n)), n, unsure)] : [];
  });
  return wordFor(outcomes.length, 'saySummaryGoal', 'saySummaryGoals', list.join(', '));
}

const isEnough = ({ kind, now }: Figure): boolean => {
  const { n, posts } = leastSeenFor({ measure: { kind }, better: 'more' });
  return now.value !== undefined && now.n >= n && now.posts >= posts;
};

const sayRate = (value: number | undefined): string => formatMeasure('rate', value);

/** Two that are told to differ: before, and now. */
const sayRates = ({ now, before }: { now: number | undefined; before: number | undefined }): [string, string] => [
  formatMeasure('rate', before, now),
  formatMeasure('rate', now, before),
];

/** What a number is to be told from: the other one, where the two are said to differ. */
const besideOf = ({ moved }: Figure, { value }: Reading): number | undefined => (moved === 'up' || moved === 'down' ? value : undefined);

type Rated = Pick<Figure, 'now' | 'before' | 'like'>;

/** The two like for like, where the rates as they were counted tell another story. */
export const findLike = ({ like, now, before }: Rated): LikeForLike | undefined =>
  isUneven(like, { now: now.value, before: before.value }, sayRate) ? like : undefined;

/** " (before: 12.2, no clear change)"; like for like too, where other sites were read. */
function sayBefore(figure: Figure): string {
  const { kind, before, moved, isUnheard } = figure;
  if (before.value === undefined) return '';
  const [value, like] = [formatMeasure(kind, before.value, besideOf(figure, figure.now)), kind === 'rate' ? findLike(figure) : undefined];
  if (kind === 'rate' && moved === 'unknown' && !isUnheard) return word('saySummaryBeforeElsewhere', value);
  const isClear = moved === 'up' || moved === 'down';
  if (like) return word(isClear ? 'saySummaryBeforeLike' : 'saySummaryBeforeLikeUnsure', value, sayRate(like.before), sayRate(like.now));
  return word(moved === 'unsure' ? 'saySummaryBeforeUnsure' : 'saySummaryBefore', value);
}

/** How much is said, and how much of it was answered; nothing of what is from too few. */
function sayLevels({ figures, ofBrands }: ReportFacts): string[] {
  return figures.flatMap((figure) => {
    const { kind, now } = figure;
    if (kind === 'rate' && !isEnough(figure)) return [word('saySummaryLittle', formatNumber(now.posts))];
    if (!isEnough(figure) || (kind !== 'rate' && kind !== 'answered')) return [];
    if (kind === 'answered') {
      const answered = ofBrands ? 'saySummaryAnsweredMine' : 'saySummaryAnswered';
      return [word(answered, formatMeasure(kind, now.value), formatNumber(now.n), sayFollowedLevel(figure))];
    }
    const is = formatMeasure(kind, now.value, besideOf(figure, figure.before));
    return [word(is === '1' ? 'saySummaryRateOne' : 'saySummaryRate', is, sayBefore(figure))];
  });
}

/** "Worse: share of unhappy mentions of your brands, 26 % → 56 %." */
function sayJudged({ figures, ofBrands }: ReportFacts, judged: Figure['judged'], key: WordKey): string[] {
  // How much was answered is told before.
  const found = figures.filter((figure) => figure.judged === judged && !(figure.kind === 'answered' && isEnough(figure)));
  const list = found.map((figure) => {
    const { now, before } = comparedOf(figure);
    const [was, is] = [formatMeasure(figure.kind, before.value, now.value), formatMeasure(figure.kind, now.value, before.value)];
    return word('saySummaryMove', nameCompared(figure, ofBrands), was, is);
  });
  return list.length > 0 ? [word(key, list.join('; '))] : [];
}

export const saySummary = (facts: ReportFacts): string =>
  [
    sayGoals(facts.outcomes),
    ...sayLevels(facts),
    ...sayJudged(facts, 'worse', 'saySummaryWorse'),
    ...sayJudged(facts, 'better', 'saySummaryBetter'),
  ].join(' ');

export function nameDriver({ what, name }: Driver, names: ReportNames): string {
  if (what === 'site') return names.nameSite(name);
  if (what === 'keyword') return isolate(nameKeywordOf(names)(name));
  return what === 'intent' ? word(intentNames[name as IntentKind]) : isolate(name);
}

/** Turning points, and the differences that are real, with what was behind them. */
export function sayChanges(facts: ReportFacts, names: ReportNames): string {
  const turns = facts.turns.map((turn) => sayTurn(turn, names));
  return [...turns, ...sayMoves(facts, names), ...sayWithout(facts, names)].join('\n');
}

/** Whose mentions are in one of the two times alone. */
function sayWithout({ figures }: ReportFacts, names: ReportNames): string[] {
  const unheard = figures.flatMap(({ without = [] }) => without);
  const once = unheard.filter(({ keywordId }, i) => unheard.findIndex((one) => one.keywordId === keywordId) === i);
  return once.length > 0 ? [word('sayWithout', listUnheard(once, { nameKeyword: nameKeywordOf(names), calendar: names.calendar }))] : [];
}

function nameTurnDriver({ kind, value }: TurnDriver, { nameSite }: ReportNames): string {
  return kind === 'site' ? nameSite(value) : kind === 'term' ? word('sayQuoted', isolate(value)) : isolate(value);
}

/** "Behind it: “export broke” (27), YouTube (19)." One of each kind, as far as it is in more than a few of them. */
function sayTurnDrivers({ drivers, count }: KeptTurningPoint, names: ReportNames): string[] {
  const found = (['term', 'site', 'community'] as const).flatMap((kind) => drivers.find((driver) => driver.kind === kind) ?? []);
  const told = found.filter((driver) => driver.count >= Math.max(2, count * leastPart));
  const list = told.map((driver) => word('sayTurnDriver', nameTurnDriver(driver, names), formatNumber(driver.count)));
  return list.length > 0 ? [word('sayTurnDrivers', list.join(', '))] : [];
}

/** "Talk about Acme rose sharply (Nov 3): 41 mentions where 9 are usual. Behind it: “export broke” (27). Note: our launch" */
function sayTurn(turn: KeptTurningPoint, names: ReportNames): string {
  const { keywordId, direction, kind, since, until, count, expected, note } = turn;
  const { calendar } = names;
  const when = kind === 'level' ? word('sayTurnSince', formatWholeDay(since, calendar)) : formatDays({ from: since, to: until }, calendar);
  const said = word(
    direction === 'up' ? 'sayTurnUp' : 'sayTurnDown',
    isolate(nameKeywordOf(names)(keywordId)),
    when,
    wordFor(count, 'mentionsOne', 'mentionsMany'),
    formatNumber(Math.round(expected * 10) / 10),
  );
  // Fewer mentions are driven by nothing: what they still say is what is always said.
  const why = direction === 'up' ? sayTurnDrivers(turn, names) : [];
  const unknown = listNewSites(turn).map(({ value }) => names.nameSite(value));
  const caveat = unknown.length > 0 ? [word('turnNewSite', unknown.join(', '))] : [];
  return [said, ...why, ...caveat, ...(note ? [word('sayTurnNote', isolate(note))] : [])].join(' ');
}

/** What has more than this of a change is behind most of it. */
export const mostOfIt = 0.5;

/** What has less is behind nothing: it would be told as none of it. */
export const leastOfIt = 0.01;

/** So many are named where none is. */
const mostDrivers = 3;

export const isPlace = ({ what }: Driver): boolean => what === 'site' || what === 'community';

/** What went the way of the whole, the largest part first: most of it, or as much as each has. What has nothing of it is not named. */
function sayDrivers(drivers: readonly Driver[], { moved }: Figure, names: ReportNames): string[] {
  const behind = drivers.filter(({ change, share }) => share >= leastOfIt && change > 0 === (moved === 'up'));
  const [first] = behind;
  if (!first) return [];
  const { rates, share, what, own } = first;
  if (share > mostOfIt)
    return [word(own ? 'sayDriverThere' : 'sayDriver', nameDriver(first, names), sayRate(rates.before), sayRate(rates.now))];
  const alike = behind.filter((driver) => driver.what === what).slice(0, mostDrivers);
  const list = alike.map((driver) => word('sayDriverShare', nameDriver(driver, names), formatMeasure('share-of-voice', driver.share)));
  return [word('sayDrivers', list.join(', '))];
}

const sayMixed = ({ unhappy }: ReportFacts): string => word('sayMixed', sayRate(unhappy?.before), sayRate(unhappy?.now));

function sayWhy(figure: Figure, facts: ReportFacts, names: ReportNames): string[] {
  const { now, before } = figure;
  // What all mentions have in common is behind no part of them.
  const isPart = (driver: Driver) => driver.now < now.n || driver.before < before.n;
  if (figure.kind === 'rate') return sayDrivers(facts.drivers.filter(isPart), figure, names);
  if (figure.judged === 'mixed') return [sayMixed(facts)];
  return figure.kind === 'negative' ? sayDrivers(facts.unhappyDrivers.filter(isPlace), figure, names) : [];
}

const judgements = { better: 'sayBetter', worse: 'sayWorse' } as const;

function sayMove(figure: Figure, facts: ReportFacts, names: ReportNames): string {
  const { kind, moved, judged } = figure;
  const like = findLike(figure);
  const { now, before } = comparedOf(figure);
  const said = like
    ? word(moved === 'up' ? 'sayUpLike' : 'sayDownLike', nameMeasureKind(kind, facts.ofBrands), ...sayRates(like))
    : word(
        moved === 'up' ? 'sayUp' : 'sayDown',
        nameCompared(figure, facts.ofBrands),
        formatMeasure(kind, before.value, now.value),
        formatMeasure(kind, now.value, before.value),
      );
  const meant = judged && judged !== 'mixed' ? [word(judgements[judged])] : [];
  return [said, ...meant, ...sayWhy(figure, facts, names)].join(' ');
}

/** What looks like a change, and is one of the reading. */
function sayElsewhere({ kind, now, before, like }: Figure, { ofBrands }: ReportFacts): string {
  const told = [nameMeasureKind(kind, ofBrands), formatMeasure(kind, before.value), formatMeasure(kind, now.value)];
  if (!like) return word('sayElsewhereNone', ...told);
  return word('sayElsewhere', ...told, sayRate(like.before), sayRate(like.now));
}

const rivalWords = { up: ['sayRivalUp', 'sayRivalUpLike'], down: ['sayRivalDown', 'sayRivalDownLike'] } as const;

function sayRival(rival: Rival, names: ReportNames): string {
  const { keywordId, now, before, moved } = rival;
  const like = findLike(rival);
  const [bare, likened] = rivalWords[moved];
  return word(
    like ? likened : bare,
    isolate(nameKeywordOf(names)(keywordId)),
    ...sayRates(like ?? { now: now.value, before: before.value }),
    ...[before.n, now.n].map((n) => formatNumber(n)),
  );
}

const places: readonly Figure['judged'][] = ['worse', 'mixed', 'better', undefined];

/** The bad news first. */
function sayMoves(facts: ReportFacts, names: ReportNames): string[] {
  const { figures, rivals } = facts;
  const moved = figures.filter((figure) => figure.moved === 'up' || figure.moved === 'down');
  const lines = moved.sort((a, b) => places.indexOf(a.judged) - places.indexOf(b.judged)).map((figure) => sayMove(figure, facts, names));
  lines.push(...figures.filter(({ elsewhere }) => elsewhere).map((figure) => sayElsewhere(figure, facts)));
  if (lines.length === 0) lines.push(word(figures.every(({ moved: how }) => how === 'unknown') ? 'sayUnknown' : 'saySteady'));
  return [...lines, ...rivals.map((rival) => sayRival(rival, names))];
}
