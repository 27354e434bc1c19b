/** The report as it is to be, counted from the rows. */
import { isChance } from './audits.ts';
import { basisOf, type Goal, progressOf, sayPace, sayWanted } from './goals.ts';
import { measureNames, sayCounted, sayMeasure } from './measure-words.ts';
import * as measures from './measures.ts';
import type { Stretch } from './months.ts';
import { chartsOf } from './report-charts.ts';
import { textsOf } from './report-texts.ts';
import { listRisen } from './rising.ts';
import type { Rows } from './rows.ts';
import * as say from './say.ts';
import type { Allowance, Seen } from './see.ts';

export const reportAllowances: readonly Allowance[] = [
  { name: 'labels of an axis', selector: 'svg[aria-labelledby^="rate"] > text' },
  { name: 'the words of a person, with their date', selector: '.quote' },
  { name: 'the words of a person: an example of a rising word', selector: '.figures td:nth-child(4):last-child' },
];

export interface Figure {
  kind: string;
  name: string;
  now: measures.Taken;
  before: measures.Taken;
  moved: string;
}

export interface Reported {
  rows: Rows;
  stretch: Stretch;
  /** What is over of it. */
  shown: measures.Time;
  goals: readonly Goal[];
  figures: readonly Figure[];
}

/** A difference is only named where it is not likely to be chance. */
function sayMoved(now: measures.Taken, before: measures.Taken): string {
  if (now.value === undefined || before.value === undefined) return 'Unknown';
  if (now.value === before.value) return 'The same';
  return isChance(now, before) ? 'May be chance' : now.value > before.value ? 'Up' : 'Down';
}

const told = ['rate', 'share-of-voice', 'negative', 'answered', 'response-time'];

export function reportOf(rows: Rows, stretch: Stretch, goals: readonly Goal[], moment: number): Reported {
  const shown = { from: stretch.from, to: Math.min(stretch.to, moment) };
  const figures = told.map((kind): Figure => {
    const [now, before] = [measures.takeMeasure(rows, { kind }, shown), measures.takeMeasure(rows, { kind }, stretch.before)];
    const name = kind === 'negative' ? 'Share of unhappy mentions of your brands' : (measureNames[kind] ?? '');
    return { kind, name, now, before, moved: sayMoved(now, before) };
  });
  return { rows, stretch, shown, goals: goals.filter(({ from, until }) => from < stretch.to && until > stretch.from), figures };
}

function leadOf({ rows, stretch, shown }: Reported): string {
  const read = measures.readIn(rows, shown);
  const posts = read.reduce((sum, one) => sum + one.posts, 0);
  const sites = new Set(read.filter((one) => one.posts > 0).map(({ site }) => site)).size;
  const date = (moment: number) => say.wholeDate(rows.ownClock.wall(moment));
  const until = shown.to < stretch.to ? ', until now' : '';
  const mentions = measures.seenIn(rows, shown).length;
  return `${date(stretch.from)} – ${date(stretch.to - 1)}${until} · ${say.number(posts)} posts read on ${sites} sites · ${say.number(mentions)} mentions`;
}

function outcomeRest({ rows, shown }: Reported, goal: Goal): string[] {
  const progress = progressOf(rows, goal, shown.to);
  const notes = [sayPace(goal, progress), basisOf(goal, progress), goal.owner ? `Looked after by ${goal.owner}` : ''];
  const standing = `${sayMeasure(goal.measure.kind, progress.taken.value)} · wanted: ${sayWanted(goal)}`;
  const note = notes.filter(Boolean).join(' · ');
  return [[goal.outcome, progress.state, standing, note].filter(Boolean).join(' | '), note].filter((text) => /\d/.test(text));
}

const figureRow = ({ kind, name, now, before, moved }: Figure): string[] => [
  name,
  sayMeasure(kind, now.value),
  sayMeasure(kind, before.value),
  moved,
  sayCounted(kind, now),
];

function risingTable({ rows, shown, stretch }: Reported): string[][] {
  const brands = rows.keywords.filter(({ kind }) => kind === 'brand').map(({ id }) => id);
  const [now, before] = [measures.seenIn(rows, shown), measures.seenIn(rows, stretch.before)];
  const risen = listRisen(now, before, rows.keywords, brands, 5);
  return [
    ['Word or phrase', 'Posts now', 'Before', 'For example'],
    ...risen.map((one) => [one.term, say.number(one.now), say.number(one.before), '']),
  ];
}

const foot =
  'Made with Earshot from posts that were read and kept on one machine; nothing else was counted. Rates are per 1,000 posts read, intervals ' +
  'hold in 95 of 100 cases, and a difference is only named where it is not likely to be chance.';

export function expectReport(reported: Reported): Seen {
  const { tables, rest } = chartsOf(reported);
  const rising = risingTable(reported);
  const texts = textsOf(reported).map((text) => text.replace(/\s+/g, ' '));
  const { name } = reported.stretch;
  const head = ['Measure', 'Now', 'Before', 'Difference', 'Counted from'];
  return {
    tables: {
      'The numbers': [head, ...reported.figures.map(figureRow)],
      ...tables,
      ...(rising.length > 1 ? { 'Rising words': rising } : {}),
    },
    tiles: {},
    rest: [
      name,
      `What was said: ${name}`,
      leadOf(reported),
      ...reported.goals.flatMap((goal) => outcomeRest(reported, goal)),
      ...rest,
      ...texts.filter((text) => /\d/.test(text)),
      foot,
    ],
  };
}
