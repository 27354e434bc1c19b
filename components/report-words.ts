/** What was reckoned for a report → the page that is read: our words round the numbers. */
import type { Calendar } from '../core/calendar.ts';
import type { GoalState } from '../core/goals.ts';
import { isCount, type Reading } from '../core/measures.ts';
import type { Goal, IntentKind, KeptTurningPoint, Keyword, Mention } from '../core/model.ts';
import type { Driver, Figure, ReportFacts } from '../core/report.ts';
import type { PageOutcome, PagePart, PageQuote, ReportPage } from '../core/report-page.ts';
import { formatWholeDay } from './date-words.ts';
import { nameGoalState, sayDoubt, sayPace, sayWanted } from './goal-words.ts';
import { intentNames } from './intent-names.ts';
import { formatInterval, formatMeasure, nameMeasureKind, sayBasis, sayCounted, sayRange } from './measure-words.ts';
import { namePlan } from './plan-words.ts';
import { listCharts, nameTimes } from './report-charts.ts';
import { formatLastDay, namePeriod } from './report-times.ts';
import { formatNumber, type WordKey, word, wordFor } from './words.ts';

export interface ReportNames {
  /** The brand, or what else the report is of. */
  readonly brand: string;
  readonly keywords: readonly Pick<Keyword, 'id' | 'name'>[];
  readonly nameSite: (site: string) => string;
  readonly calendar: Calendar;
}

export interface ReportContents {
  readonly facts: ReportFacts;
  readonly names: ReportNames;
  /** What the person wrote, by the name of the passage. */
  readonly texts: Readonly<Record<string, string>>;
  readonly quotes: readonly Mention[];
}

export const nameKeywordOf =
  ({ keywords }: Pick<ReportNames, 'keywords'>) =>
  (id: string): string =>
    keywords.find((keyword) => keyword.id === id)?.name ?? word('unknown');

function toOutcome({ goal, progress }: ReportFacts['outcomes'][number], calendar: Calendar): PageOutcome {
  const { kind } = goal.measure;
  const { state, reading } = progress;
  const notes = [
    state === 'on-course' || state === 'behind' ? sayPace(goal, progress) : '',
    [sayBasis(kind, reading), sayRange(kind, reading), sayDoubt(progress, goal)].filter(Boolean).join(' · '),
    goal.owner ? word('goalOwnedBy', goal.owner) : '',
  ];
  return {
    outcome: goal.outcome,
    state: nameGoalState(state),
    looks: state,
    standing: sayStanding(goal, reading.value, calendar),
    notes: notes.filter(Boolean),
  };
}

/** Where it is, where it was, where it is to be, and by when. */
function sayStanding({ baseline, until, ...goal }: Goal, value: number | undefined, calendar: Calendar): string {
  const { kind } = goal.measure;
  const was = baseline?.value === undefined || isCount(kind) ? '' : word('goalWas', formatMeasure(kind, baseline.value));
  const wanted = word('reportWantedBy', sayWanted({ ...goal, until }), formatWholeDay(until, calendar));
  return [formatMeasure(kind, value), was, wanted].filter(Boolean).join(' · ');
}

const moves = {
  up: 'movedUp',
  down: 'movedDown',
  same: 'differsSame',
  unsure: 'differsUnsure',
  unknown: 'differsUnknown',
} as const;

/** "58 % (52–64 %)". The interval is not torn apart where there is little room. */
function sayReading(kind: Figure['kind'], { value, low, high }: Reading): string {
  const said = formatMeasure(kind, value);
  return value === undefined || low === undefined || high === undefined ? said : `${said} (${formatInterval(kind, low, high)})`;
}

function sayCountedBoth(kind: Figure['kind'], now: Reading, before: Reading): string {
  const was = kind === 'rate' ? word('basisBeforeRate', formatNumber(before.n), formatNumber(before.posts)) : formatNumber(before.n);
  return word('basisBefore', sayCounted(kind, now), was);
}

const toFigureRow = ({ kind, now, before, moved }: Figure, ofBrands: boolean): string[] => [
  nameMeasureKind(kind, ofBrands),
  sayReading(kind, now),
  sayReading(kind, before),
  word(moves[moved]),
  sayCountedBoth(kind, now, before),
];

export const defaultTexts = (facts: ReportFacts, names: ReportNames) => ({
  summary: saySummary(facts),
  changed: sayChanges(facts, names),
  next: sayNext(facts),
});

const counts = {
  reached: 'saySummaryReached',
  'on-course': 'saySummaryCourse',
  behind: 'saySummaryBehind',
  missed: 'saySummaryMissed',
  'too-early': 'saySummaryEarly',
  'too-little': 'saySummaryFew',
  'not-begun': 'saySummaryRest',
} as const satisfies Record<GoalState, WordKey>;

function sayGoals(outcomes: ReportFacts['outcomes']): string {
  if (outcomes.length === 0) return word('saySummaryNone');
  const list = (Object.keys(counts) as GoalState[]).flatMap((state) => {
    const n = outcomes.filter(({ progress }) => progress.state === state).length;
    return n > 0 ? [word(counts[state], formatNumber(n))] : [];
  });
  return word('saySummaryGoals', formatNumber(outcomes.length), list.join(', '));
}

function saySummary({ outcomes, figures, ofBrands }: ReportFacts): string {
  const of = (kind: Figure['kind']) => figures.find((figure) => figure.kind === kind)?.now;
  const [rate, answered] = [of('rate'), of('answered')];
  if (rate?.value === undefined || answered?.value === undefined) return sayGoals(outcomes);
  const said = ofBrands ? 'saySummaryVoiceMine' : 'saySummaryVoice';
  return `${sayGoals(outcomes)} ${word(said, formatMeasure('rate', rate.value), formatMeasure('answered', answered.value))}`;
}

function nameDriver({ what, name }: Driver, names: ReportNames): string {
  if (what === 'site') return names.nameSite(name);
  if (what === 'keyword') return nameKeywordOf(names)(name);
  return what === 'intent' ? word(intentNames[name as IntentKind]) : name;
}

/** Differences that are real, and for the rate what was behind it. */
function sayChanges(facts: ReportFacts, names: ReportNames): string {
  const turns = facts.turns.map((turn) => sayTurn(turn, names));
  return [...turns, sayMoves(facts, names)].join('\n');
}

/** "Talk about Acme rose since 3 Nov: 41 mentions where 9 are usual. Our launch" */
function sayTurn({ keywordId, direction, since, count, expected, note }: KeptTurningPoint, names: ReportNames): string {
  const said = word(
    direction === 'up' ? 'sayTurnUp' : 'sayTurnDown',
    nameKeywordOf(names)(keywordId),
    formatWholeDay(since, names.calendar),
    formatNumber(count),
    formatNumber(Math.round(expected * 10) / 10),
  );
  return note ? word('sayTurnNote', said, note) : said;
}

function sayMoves({ figures, drivers, ofBrands }: ReportFacts, names: ReportNames): string {
  const moved = figures.filter((figure) => figure.moved === 'up' || figure.moved === 'down');
  if (moved.length === 0) return word(figures.every(({ moved: how }) => how === 'unknown') ? 'sayUnknown' : 'saySteady');
  const lines = moved.map(({ kind, now, before, moved: how }) => {
    const said = word(
      how === 'up' ? 'sayUp' : 'sayDown',
      nameMeasureKind(kind, ofBrands),
      formatMeasure(kind, before.value),
      formatMeasure(kind, now.value),
      sayCounted(kind, now),
    );
    const driver = kind === 'rate' ? drivers.find(({ change }) => change > 0 === (how === 'up')) : undefined;
    return driver ? `${said} ${word('sayDriver', nameDriver(driver, names), formatNumber(driver.before), formatNumber(driver.now))}` : said;
  });
  return lines.join('\n');
}

const fewPosts = 1_000;
const manyOpen = 10;

function sayNext({ outcomes, figures, open, isLatest, over }: ReportFacts): string {
  const behind = outcomes.flatMap(({ goal, progress: { state } }) => {
    if (state !== 'behind' && state !== 'missed') return [];
    return [word(state === 'behind' ? 'nextBehind' : 'nextMissed', goal.outcome, planOf(goal))];
  });
  const posts = figures[0]?.now.posts ?? 0;
  const lines = [
    ...behind,
    // What is open today says nothing of a time long past, and who reads of that can do nothing more about it.
    ...(isLatest && open > manyOpen ? [word(over ? 'nextOpenToday' : 'nextOpen', formatNumber(open))] : []),
    ...(isLatest && posts < fewPosts ? [word('nextRead', formatNumber(posts))] : []),
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

function toQuote({ id, text, author, site, postedAt, seenAt, url }: Mention, names: ReportNames): PageQuote {
  const named = author.name && author.handle && author.name !== author.handle ? `${author.name} (${author.handle})` : undefined;
  const who = named ?? author.name ?? author.handle ?? word('someone');
  return {
    mentionId: id,
    text,
    by: word('quoteBy', who, names.nameSite(site), formatWholeDay(postedAt ?? seenAt, names.calendar)),
    link: url,
  };
}

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
            rows: words.map(({ term, now, before, example }) => [term, formatNumber(now), formatNumber(before), example]),
          },
        },
      ];

function listParts({ facts, names, texts, quotes }: ReportContents): PagePart[] {
  const written = { ...defaultTexts(facts, names), ...texts };
  return [
    { kind: 'text', name: 'summary', title: '', text: written.summary },
    {
      kind: 'outcomes',
      title: word('reportOutcomes'),
      outcomes: facts.outcomes.map((outcome) => toOutcome(outcome, names.calendar)),
      none: word('reportNoGoals'),
    },
    {
      kind: 'figures',
      title: word('reportFigures'),
      table: {
        caption: '',
        head: [word('reportFigure'), ...nameTimes(facts, names.calendar), word('reportMoved'), word('reportBasis')],
        rows: facts.figures.map((figure) => toFigureRow(figure, facts.ofBrands)),
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
  const { period, before, over, figures, sites, mentions, mentionsBefore } = facts;
  const posts = (when: 'now' | 'before') => formatNumber(figures[0]?.[when].posts ?? 0);
  const of = word(
    over ? 'reportLead' : 'reportLeadUntil',
    formatWholeDay(period.from, calendar),
    formatLastDay(over ? period : facts.shown, calendar),
    posts('now'),
    wordFor(sites, 'reportSitesOne', 'reportSitesMany'),
    wordFor(mentions, 'reportMentionsOne', 'reportMentionsMany'),
  );
  const compared = word(
    over ? 'reportCompared' : 'reportComparedDays',
    formatWholeDay(before.from, calendar),
    formatLastDay(before, calendar),
    posts('before'),
    wordFor(mentionsBefore, 'reportMentionsOne', 'reportMentionsMany'),
  );
  return `${of} ${compared}`;
}

export function makePage(contents: ReportContents): ReportPage {
  const { facts, names } = contents;
  const name = namePeriod(facts.period, names.calendar);
  return {
    lang: 'en',
    title: names.brand ? word('reportTitle', names.brand, name) : word('reportTitleBare', name),
    lead: sayLead(facts, names),
    parts: listParts(contents),
    foot: word('reportFoot'),
    tableName: word('reportTable'),
  };
}
