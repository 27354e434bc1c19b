/** What changed between two times, why, and whether that is good: our own words on it, for whoever reads nothing else. */
import type { Calendar } from '../core/calendar.ts';
import { type GoalState, leastSeenFor } from '../core/goals.ts';
import type { Reading } from '../core/measures.ts';
import type { IntentKind, KeptTurningPoint, Keyword, Driver as TurnDriver } from '../core/model.ts';
import type { Figure, ReportFacts, Rival } from '../core/report.ts';
import type { Driver } from '../core/report-drivers.ts';
import { formatDays, formatWholeDay } from './date-words.ts';
import { intentNames } from './intent-names.ts';
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

function sayGoals(outcomes: ReportFacts['outcomes']): string {
  if (outcomes.length === 0) return word('saySummaryNone');
  const list = (Object.keys(counts) as GoalState[]).flatMap((state) => {
    const n = outcomes.filter(({ progress }) => progress.state === state).length;
    return n > 0 ? [word(counts[state], formatNumber(n))] : [];
  });
  return wordFor(outcomes.length, 'saySummaryGoal', 'saySummaryGoals', list.join(', '));
}

const isEnough = ({ kind, now }: Figure): boolean => {
  const { n, posts } = leastSeenFor({ measure: { kind }, better: 'more' });
  return now.value !== undefined && now.n >= n && now.posts >= posts;
};

/** How much is said, and how much of it was answered; nothing of what is from too few. */
function sayLevels({ figures, ofBrands }: ReportFacts): string[] {
  return figures.flatMap((figure) => {
    const { kind, now, before, moved } = figure;
    if (kind === 'rate' && !isEnough(figure)) return [word('saySummaryLittle', formatNumber(now.posts))];
    if (!isEnough(figure) || (kind !== 'rate' && kind !== 'answered')) return [];
    const is = formatMeasure(kind, now.value);
    const unsure = moved === 'unsure' ? 'saySummaryBeforeUnsure' : 'saySummaryBefore';
    const was = before.value === undefined ? '' : word(unsure, formatMeasure(kind, before.value));
    const answered = ofBrands ? 'saySummaryAnsweredMine' : 'saySummaryAnswered';
    return [kind === 'rate' ? word('saySummaryRate', is, was) : word(answered, is, formatNumber(now.n), was)];
  });
}

/** "Worse: share of unhappy mentions of your brands, 26 % → 56 %." */
function sayJudged({ figures, ofBrands }: ReportFacts, judged: Figure['judged'], key: WordKey): string[] {
  // How much was answered is told before.
  const found = figures.filter((figure) => figure.judged === judged && !(figure.kind === 'answered' && isEnough(figure)));
  const list = found.map(({ kind, now, before }) =>
    word('saySummaryMove', nameMeasureKind(kind, ofBrands), formatMeasure(kind, before.value), formatMeasure(kind, now.value)),
  );
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
  if (what === 'keyword') return nameKeywordOf(names)(name);
  return what === 'intent' ? word(intentNames[name as IntentKind]) : name;
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

/** In fewer of the mentions it drives nothing. */
const leastPart = 0.2;

function nameTurnDriver({ kind, value }: TurnDriver, { nameSite }: ReportNames): string {
  return kind === 'site' ? nameSite(value) : kind === 'term' ? word('sayQuoted', value) : value;
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
    nameKeywordOf(names)(keywordId),
    when,
    wordFor(count, 'mentionsOne', 'mentionsMany'),
    formatNumber(Math.round(expected * 10) / 10),
  );
  // Fewer mentions are driven by nothing: what they still say is what is always said.
  const why = direction === 'up' ? sayTurnDrivers(turn, names) : [];
  return [said, ...why, ...(note ? [word('sayTurnNote', note)] : [])].join(' ');
}

const perThousand = (count: number, { posts }: Pick<Reading, 'posts'>): string =>
  formatMeasure('rate', posts > 0 ? (count / posts) * 1_000 : undefined);

/** The first that went the way of the whole; counts are put to the posts read, as the whole is. */
function sayDriver(drivers: readonly Driver[], { now, before, moved }: Figure, names: ReportNames): string[] {
  const driver = drivers.find(({ change }) => change > 0 === (moved === 'up'));
  if (!driver) return [];
  return [word('sayDriver', nameDriver(driver, names), perThousand(driver.before, before), perThousand(driver.now, now))];
}

function sayMixed({ feelings, figures: [rate] }: ReportFacts): string {
  const say = (when: 'now' | 'before') => perThousand(feelings[when].negative, rate?.[when] ?? { posts: 0 });
  return word('sayMixed', say('before'), say('now'));
}

function sayWhy(figure: Figure, facts: ReportFacts, names: ReportNames): string[] {
  if (figure.kind === 'rate') return sayDriver(facts.drivers, figure, names);
  if (figure.judged === 'mixed') return [sayMixed(facts)];
  const where = facts.unhappyDrivers.filter(({ what }) => what === 'site' || what === 'community');
  return figure.kind === 'negative' ? sayDriver(where, figure, names) : [];
}

const judgements = { better: 'sayBetter', worse: 'sayWorse' } as const;

function sayMove(figure: Figure, facts: ReportFacts, names: ReportNames): string {
  const { kind, now, before, moved, judged } = figure;
  const said = word(
    moved === 'up' ? 'sayUp' : 'sayDown',
    nameMeasureKind(kind, facts.ofBrands),
    formatMeasure(kind, before.value),
    formatMeasure(kind, now.value),
  );
  const meant = judged && judged !== 'mixed' ? [word(judgements[judged])] : [];
  return [said, ...meant, ...sayWhy(figure, facts, names)].join(' ');
}

function sayRival({ keywordId, now, before, moved }: Rival, names: ReportNames): string {
  const [was, is] = [formatMeasure('rate', before.value), formatMeasure('rate', now.value)];
  const counts = [formatNumber(before.n), formatNumber(now.n)];
  return word(moved === 'up' ? 'sayRivalUp' : 'sayRivalDown', nameKeywordOf(names)(keywordId), was, is, ...counts);
}

const places: readonly Figure['judged'][] = ['worse', 'mixed', 'better', undefined];

/** The bad news first. */
function sayMoves(facts: ReportFacts, names: ReportNames): string[] {
  const { figures, rivals } = facts;
  const moved = figures.filter((figure) => figure.moved === 'up' || figure.moved === 'down');
  const lines = moved.sort((a, b) => places.indexOf(a.judged) - places.indexOf(b.judged)).map((figure) => sayMove(figure, facts, names));
  if (lines.length === 0) lines.push(word(figures.every(({ moved: how }) => how === 'unknown') ? 'sayUnknown' : 'saySteady'));
  return [...lines, ...rivals.map((rival) => sayRival(rival, names))];
}
