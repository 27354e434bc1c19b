/** What was reckoned for a report → the page that is read: our words round the numbers. */
import type { Calendar } from '../core/calendar.ts';
import { oneLine } from '../core/clean-text.ts';
import { isolate } from '../core/isolate.ts';
import { isCount, type Reading } from '../core/measures.ts';
import type { Goal, Mention } from '../core/model.ts';
import type { Figure, ReportFacts } from '../core/report.ts';
import type { PageOutcome, PagePart, PageQuote, ReportPage } from '../core/report-page.ts';
import { formatWholeDay } from './date-words.ts';
import { sayComparedBy } from './followed-words.ts';
import { mayBeChance, nameVerdict, sayGoalBasis, sayPace, sayWanted } from './goal-words.ts';
import { formatInterval, formatMeasure, type Naming, nameMeasureKind, nameMeasureShort, sayCounted } from './measure-words.ts';
import { namePlan } from './plan-words.ts';
import {
  findLike,
  isPlace,
  leastOfIt,
  mostOfIt,
  nameDriver,
  nameKeywordOf,
  type ReportNames,
  sayChanges,
  saySummary,
} from './report-changes.ts';
import { listCharts, nameTimes } from './report-charts.ts';
import { listCountData, listFigureData, listOutcomeData } from './report-data.ts';
import { formatLastDay, formatWholeDays, namePeriod } from './report-times.ts';
import { listUnheard, sayVoiceGap, type UnheardNames } from './unheard-words.ts';
import { formatNumber, word, wordFor } from './words.ts';

export interface ReportContents {
  readonly facts: ReportFacts;
  readonly names: ReportNames;
  /** What the person wrote, by the name of the passage. */
  readonly texts: Readonly<Record<string, string>>;
  readonly quotes: readonly Mention[];
}

function toOutcome({ goal, progress }: ReportFacts['outcomes'][number], calendar: Calendar, naming: Naming): PageOutcome {
  const { state, reading, added = [] } = progress;
  const { baseline: _, ...compared } = goal;
  const told = added.length > 0 ? compared : goal;
  const notes = [
    state === 'on-course' || state === 'behind' ? sayPace(goal, progress) : '',
    sayGoalBasis(goal, progress),
    added.length > 0 ? word('goalNoWay', listUnheard(added, { nameKeyword: naming.nameKeyword, calendar })) : '',
    goal.owner ? word('goalOwnedBy', isolate(goal.owner)) : '',
  ];
  return {
    outcome: goal.outcome,
    state: nameVerdict(progress),
    looks: state,
    standing: word('outcomeStands', nameMeasureShort(goal.measure, naming), sayStanding(told, reading.value, calendar)),
    notes: notes.filter(Boolean),
  };
}

/** Where it is, where it was, where it is to be, and by when. */
function sayStanding({ baseline, until, ...goal }: Goal, value: number | undefined, calendar: Calendar): string {
  const { kind } = goal.measure;
  const was = baseline?.value === undefined || isCount(kind) ? '' : word('goalWas', formatMeasure(kind, baseline.value, goal.target));
  const wanted = word('reportWantedBy', sayWanted(goal), formatWholeDay(until, calendar));
  return [formatMeasure(kind, value, goal.target), was, wanted].filter(Boolean).join(' · ');
}

const moves = {
  up: 'movedUp',
  down: 'movedDown',
  same: 'differsSame',
  unsure: 'differsUnsure',
  unknown: 'differsUnknown',
} as const;

/** "Up · bad". */
function sayDifference(figure: Figure): string {
  const { moved, judged, elsewhere } = figure;
  if (elsewhere && moved === 'unknown') return word('movedElsewhere');
  const said = findLike(figure) ? word('movedLike', word(moves[moved])) : word(moves[moved]);
  return judged ? word(judgedMoves[judged], said) : said;
}

const judgedMoves = { better: 'movedBetter', worse: 'movedWorse', mixed: 'movedMixed' } as const;

/** "58 % (52–64 %)"; where there is little room the interval stands below, and is not torn apart. */
function sayReading({ kind, moved }: Figure, { value, low, high }: Reading, other: Reading): string {
  const said = moved === 'up' || moved === 'down' ? formatMeasure(kind, value, other.value) : formatMeasure(kind, value);
  return value === undefined || low === undefined || high === undefined ? said : `${said}\n(${formatInterval(kind, low, high)})`;
}

function sayCountedBefore(figure: Figure): string {
  const { kind, before } = figure;
  const [n, posts, like] = [formatNumber(before.n), formatNumber(before.posts), findLike(figure)];
  if (kind !== 'rate') return n;
  if (!like) return word('basisBeforeRate', n, posts);
  const rates = [like.before, like.now].map((rate) => formatMeasure(kind, rate));
  return word('basisBeforeRateLike', n, posts, ...rates, formatNumber(like.posts.before), formatNumber(like.posts.now));
}

const sayCountedBoth = (figure: Figure): string => word('basisBefore', sayCounted(figure.kind, figure.now), sayCountedBefore(figure));

/** With what is left out of it, or why it is not compared. */
function sayFigureBasis(figure: Figure, names: UnheardNames): string {
  const { isUnheard, without = [] } = figure;
  const said = sayComparedBy(figure, sayCountedBoth(figure));
  if (without.length === 0) return said;
  return word(isUnheard ? 'reportNotComparable' : 'reportWithout', said, listUnheard(without, names));
}

const toFigureRow = (figure: Figure, { ofBrands, voiceGap }: ReportFacts, names: UnheardNames): string[] => {
  const { kind, now, before } = figure;
  return [
    nameMeasureKind(kind, ofBrands),
    sayReading(figure, now, before),
    sayReading(figure, before, now),
    sayDifference(figure),
    kind === 'share-of-voice' && voiceGap ? sayVoiceGap(voiceGap) : sayFigureBasis(figure, names),
  ];
};

export const defaultTexts = (facts: ReportFacts, names: ReportNames) => ({
  summary: saySummary(facts),
  changed: sayChanges(facts, names),
  next: sayNext(facts, names),
});

const fewPosts = 1_000;
const manyOpen = 10;

/** Where to begin: where most of what is more unhappy stands, or how much of it does. */
function sayUnhappyNext({ figures, unhappyDrivers, isLatest, ofBrands }: ReportFacts, names: ReportNames): string[] {
  const isWorse = figures.some(({ kind, judged }) => kind === 'negative' && judged === 'worse');
  const place = unhappyDrivers.find((driver) => driver.change > 0 && driver.share >= leastOfIt && isPlace(driver));
  if (!isLatest || !ofBrands || !isWorse || !place) return [];
  const name = nameDriver(place, names);
  return [place.share > mostOfIt ? word('nextUnhappy', name) : word('nextUnhappyPart', name, formatMeasure('share-of-voice', place.share))];
}

const goalsNext = { behind: ['nextBehind', 'nextBehindMany'], missed: ['nextMissed', 'nextMissedMany'] } as const;

/** A line for each plan that helps, whatever number of goals it helps. */
function sayGoalsNext(outcomes: ReportFacts['outcomes'], state: keyof typeof goalsNext): string[] {
  const found = outcomes.filter(({ progress }) => progress.state === state);
  const unsure = new Set(found.filter(({ progress }) => mayBeChance(progress)).map(({ goal }) => goal));
  const goals = found.map(({ goal }) => goal);
  const [one, many] = goalsNext[state];
  return [...new Set(goals.map(planOf))].map((plan) => {
    const nameGoal = (goal: Goal) => {
      const name = word('sayQuoted', isolate(goal.outcome));
      return unsure.has(goal) ? word('saySummaryUnsureAll', name) : name;
    };
    const names = goals.filter((goal) => planOf(goal) === plan).map(nameGoal);
    return word(names.length === 1 ? one : many, names.join(', '), plan);
  });
}

function sayNext(facts: ReportFacts, names: ReportNames): string {
  const { outcomes, open, isLatest, over } = facts;
  const posts = facts.posts.now;
  const lines = [
    ...sayGoalsNext(outcomes, 'behind'),
    ...sayGoalsNext(outcomes, 'missed'),
    ...sayUnhappyNext(facts, names),
    // What is open today says nothing of a time long past, and who reads of that can do nothing more about it.
    ...(isLatest && open > manyOpen ? [word(over ? 'nextOpenToday' : 'nextOpen', formatNumber(open))] : []),
    ...(isLatest && posts < fewPosts ? [wordFor(posts, 'nextReadOne', 'nextRead')] : []),
    ...(isLatest && outcomes.length === 0 ? [word('nextGoals')] : []),
  ];
  return (lines.length > 0 ? lines : [word(isLatest ? 'nextKeep' : 'nextPast')]).join('\n');
}

const planOf = ({ plan, measure: { kind } }: Goal): string => {
  const fitting = {
    'share-of-voice': 'win-comparison',
    people: 'find-champions',
    read: 'listen',
    rate: 'listen',
    mentions: 'listen',
  } as const;
  return namePlan(plan ?? fitting[kind as keyof typeof fitting] ?? 'answer-faster');
};

const oneName = (name: string): string => isolate(oneLine(name));

export function toQuote({ id, text, author, site, postedAt, seenAt, url }: Mention, names: ReportNames): PageQuote {
  const { name, handle } = author;
  const [first, second] = [name ?? handle, name && handle !== name ? handle : undefined].flatMap((one) => (one ? [oneName(one)] : []));
  const who = [first ?? word('someone'), ...(second ? [`(${second})`] : [])].join(' ');
  return {
    mentionId: id,
    text,
    by: word('quoteBy', who, names.nameSite(site), formatWholeDay(postedAt ?? seenAt, names.calendar)),
    link: url,
  };
}

/** Of what the same posts say. */
const mostOthers = 2;

/** Left out where nothing rises: a page says what is, not what is not. */
const listRisingWords = ({ rising: { words, cut }, ...facts }: ReportFacts, calendar: Calendar): PagePart[] =>
  words.length === 0
    ? []
    : [
        {
          kind: 'figures',
          title: word('topics'),
          table: {
            caption: cut === undefined ? '' : word('detailsCut', formatNumber(cut)),
            head: [word('topic'), ...nameTimes(facts, calendar), word('topicExample')],
            rows: words.map(({ term, others, now, before, example }) => [
              [term, ...others.slice(0, mostOthers)].map(isolate).join(', '),
              formatNumber(now),
              formatNumber(before),
              isolate(example),
            ]),
            data: listCountData(
              facts,
              calendar,
              word('topic'),
              words.map(({ term, now, before }) => ({ name: term, now, before })),
            ),
          },
        },
      ];

function listParts({ facts, names, texts, quotes }: ReportContents): PagePart[] {
  const written = { ...defaultTexts(facts, names), ...texts };
  const naming: Naming = { nameKeyword: nameKeywordOf(names), hasBrands: facts.ofBrands };
  return [
    { kind: 'text', name: 'summary', title: '', text: written.summary },
    {
      kind: 'outcomes',
      title: word('reportOutcomes'),
      outcomes: facts.outcomes.map((outcome) => toOutcome(outcome, names.calendar, naming)),
      none: word('reportNoGoals'),
      data: listOutcomeData(facts, names.calendar, naming),
    },
    {
      kind: 'figures',
      title: word('reportFigures'),
      table: {
        caption: facts.figures.some((figure) => findLike(figure)) ? word('likeForLike') : '',
        head: [word('reportFigure'), ...nameTimes(facts, names.calendar), word('reportMoved'), word('reportBasis')],
        rows: facts.figures.map((figure) => toFigureRow(figure, facts, { nameKeyword: naming.nameKeyword, calendar: names.calendar })),
        data: listFigureData(facts, names.calendar),
      },
    },
    { kind: 'charts', charts: listCharts(facts, nameKeywordOf(names), names.calendar) },
    { kind: 'text', name: 'changed', title: word('reportChanged'), text: written.changed },
    ...listRisingWords(facts, names.calendar),
    {
      kind: 'quotes',
      title: word('reportQuotes'),
      quotes: quotes.map((mention) => toQuote(mention, names)),
      openPost: word('reportOpenPost'),
    },
    { kind: 'text', name: 'next', title: word('reportNext'), text: written.next },
  ];
}

/** What it is of, and what it is compared with. */
function sayLead(facts: ReportFacts, { calendar }: ReportNames): string {
  const { period, before, over, posts, sites, mentions, mentionsBefore } = facts;
  const of = word(
    over ? 'reportLead' : 'reportLeadUntil',
    formatWholeDays(over ? period : facts.shown, calendar),
    wordFor(posts.now, 'roundReadOne', 'roundReadMany'),
    wordFor(sites, 'reportSitesOne', 'reportSitesMany'),
    wordFor(mentions, 'reportMentionsOne', 'reportMentionsMany'),
  );
  const [first, last] = [formatWholeDay(before.from, calendar), formatLastDay(before, calendar)];
  const nothing = first === last ? word('reportComparedNoneOn', first) : word('reportComparedNone', first, last);
  if (posts.before === 0 && mentionsBefore === 0) return `${of} ${nothing}`;
  const compared = word(
    over ? 'reportCompared' : first === last ? 'reportComparedDay' : 'reportComparedDays',
    formatWholeDays(before, calendar),
    wordFor(posts.before, 'reportPostsOne', 'reportPostsMany'),
    wordFor(mentionsBefore, 'reportMentionsOne', 'reportMentionsMany'),
  );
  return `${of} ${compared}`;
}

export function makePage(contents: ReportContents): ReportPage {
  const { facts, names } = contents;
  const name = namePeriod(facts.period, names.calendar);
  return {
    lang: 'en',
    title: names.brand ? word('reportTitle', isolate(names.brand), name) : word('reportTitleBare', name),
    lead: sayLead(facts, names),
    parts: listParts(contents),
    foot: word('reportFoot'),
    tableName: word('reportTable'),
  };
}
