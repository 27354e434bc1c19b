/** A report for spreadsheets: a row for each number and time, in the units that a person types, with what it was counted from. */
import type { Calendar } from '../core/calendar.ts';
import type { Period, Reading } from '../core/measures.ts';
import type { MeasureKind } from '../core/model.ts';
import type { ReportFacts } from '../core/report.ts';
import type { PageData } from '../core/report-page.ts';
import { toDate } from './date-words.ts';
import { nameCompared } from './followed-words.ts';
import { nameVerdict } from './goal-words.ts';
import { type Naming, nameMeasure, nameMeasureKind, unitOf } from './measure-words.ts';
import { word } from './words.ts';

type Cells = (string | number | undefined)[];

const inUnit = (kind: MeasureKind, value: number | undefined): number | undefined =>
  value === undefined || !Number.isFinite(value) ? undefined : value / unitOf(kind).size;

/** The last day, not the first one after. */
const dates = ({ from, to }: Period, calendar: Calendar): Cells => [toDate(from, calendar), toDate(Math.max(from, to - 1), calendar)];

/** Value, interval, what it was counted from, and what was read for it. */
const readingCells = (kind: MeasureKind, { value, low, high, n, posts }: Reading): Cells => [
  inUnit(kind, value),
  inUnit(kind, low),
  inUnit(kind, high),
  n,
  posts,
];

const readingHead = () => [word('dataValue'), word('dataLow'), word('dataHigh'), word('dataN'), word('reportPosts')];

export const listFigureData = ({ figures, shown, before, ofBrands }: ReportFacts, calendar: Calendar): PageData => ({
  head: [word('reportFigure'), word('dataUnit'), word('dataFrom'), word('dataTo'), ...readingHead()],
  rows: figures.flatMap((figure) => {
    const { kind, now, before: was, followed } = figure;
    const rowsOf = (name: string, is: Reading, earlier: Reading): Cells[] => [
      [name, unitOf(kind).name, ...dates(shown, calendar), ...readingCells(kind, is)],
      [name, unitOf(kind).name, ...dates(before, calendar), ...readingCells(kind, earlier)],
    ];
    // What the difference was told by has rows of its own.
    return [
      ...rowsOf(nameMeasureKind(kind, ofBrands), now, was),
      ...(followed ? rowsOf(nameCompared(figure, ofBrands), followed.now, followed.before) : []),
    ];
  }),
});

export const listRateData = ({ rates }: ReportFacts, calendar: Calendar): PageData => ({
  head: [word('reportWhen'), ...readingHead()],
  rows: rates.map(({ at, reading }) => [toDate(at, calendar), ...readingCells('rate', reading)]),
});

export const listOutcomeData = ({ outcomes }: ReportFacts, calendar: Calendar, naming: Naming): PageData => ({
  head: [
    word('dataOutcome'),
    word('dataState'),
    word('reportFigure'),
    word('dataUnit'),
    ...readingHead(),
    word('dataBaseline'),
    word('goalBetter'),
    word('dataWanted'),
    word('dataPace'),
    word('dataPaceLow'),
    word('dataPaceHigh'),
    word('dataDays'),
    word('dataDaysRead'),
    word('dataFrom'),
    word('dataBy'),
    word('goalOwner'),
  ],
  rows: outcomes.map(({ goal, progress }) => {
    const { kind } = goal.measure;
    const { reading, pace, daysRead } = progress;
    return [
      goal.outcome,
      nameVerdict(progress),
      nameMeasure(goal.measure, naming),
      unitOf(kind).name,
      ...readingCells(kind, reading),
      inUnit(kind, goal.baseline?.value),
      word(goal.better === 'more' ? 'goalBetterMore' : 'goalBetterLess'),
      inUnit(kind, goal.target),
      inUnit(kind, pace?.value),
      inUnit(kind, pace?.range?.low),
      inUnit(kind, pace?.range?.high),
      daysRead?.days,
      daysRead?.read,
      toDate(goal.from, calendar),
      toDate(goal.until, calendar),
      goal.owner,
    ];
  }),
});

/** Counts of both times; the columns are named by their days. */
export const listCountData = (
  facts: Pick<ReportFacts, 'shown' | 'before'>,
  calendar: Calendar,
  name: string,
  rows: readonly { readonly name: string; readonly now: number | undefined; readonly before: number | undefined }[],
): PageData => ({
  head: [name, ...[facts.shown, facts.before].map((time) => dates(time, calendar).join('/'))],
  rows: rows.map((row) => [row.name, row.now, row.before]),
});
