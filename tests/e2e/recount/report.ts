/** The report as it is to be, counted from the rows. */
import { type Alike, alikeOf, basisAlike } from './alike.ts';
import { basisOf, type Goal, isCount, nameShort, progressOf, sayPace, sayVerdict, sayWanted } from './goals.ts';
import { nameKind, sayCounted, sayInterval, sayMeasure } from './measure-words.ts';
import * as measures from './measures.ts';
import type { Stretch } from './months.ts';
import { type Move, moveOf, rateMoveOf } from './moves.ts';
import { chartsOf } from './report-charts.ts';
import { textsOf } from './report-texts.ts';
import { type Joined, joinRisen, listRisen } from './rising.ts';
import { feelingOf, type Mention, type Rows } from './rows.ts';
import * as say from './say.ts';
import type { Allowance, Seen } from './see.ts';
import type { Likened } from './statistics.ts';

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
  /** What the difference is told by, where it is another number. */
  alike: Alike | undefined;
  moved: Move;
  judged: 'good' | 'bad' | 'unhappy talk' | undefined;
  /** Of a rate: like for like, where that is written otherwise than what was counted. */
  like?: Likened | undefined;
  /** It looks like a change and is none like for like. */
  isElsewhere?: boolean;
}

/** Where the rates, as they are written, tell another story. */
export function likeOf(now: measures.Taken, before: measures.Taken): Likened | undefined {
  const like = measures.likenTaken(now, before);
  if (!like || now.value === undefined || before.value === undefined) return undefined;
  const said = (value: number | undefined) => sayMeasure('rate', value);
  return said(like.now) === said(now.value) && said(like.before) === said(before.value) ? undefined : like;
}

export const arrowOf = ({ now, before }: Likened): string => `${sayMeasure('rate', before)} → ${sayMeasure('rate', now)}`;

export interface Reported {
  rows: Rows;
  stretch: Stretch;
  /** What is over of it. */
  shown: measures.Time;
  goals: readonly Goal[];
  figures: readonly Figure[];
  /** It runs, or was the last that did. */
  isLatest: boolean;
}

/** Whether that is good; how much is said of all is neither. */
function judge(kind: string, moved: Move, isRiseUnhappy: boolean): Figure['judged'] {
  const better: Record<string, Move> = { 'share-of-voice': 'Up', negative: 'Down', answered: 'Up', 'response-time': 'Down' };
  if (!better[kind] || (moved !== 'Up' && moved !== 'Down')) return undefined;
  if (moved !== better[kind]) return 'bad';
  return kind === 'share-of-voice' && isRiseUnhappy ? 'unhappy talk' : 'good';
}

/** More is said of the brands like for like, and at least half of what is more is unhappy. */
function isRiseUnhappy(rows: Rows, shown: measures.Time, before: measures.Time): boolean {
  const more = (is: (one: Mention) => boolean) => {
    const sitesOf = (time: measures.Time) => {
      const mine = measures.seenIn(rows, time).filter(measures.namesKind(rows, 'brand'));
      return { sites: measures.bySite(rows, mine.filter(is), time) };
    };
    return measures.likenTaken(sitesOf(shown), sitesOf(before))?.more ?? 0;
  };
  const rise = more(() => true);
  return rise > 0 && more((one) => feelingOf(one) === 'negative') >= rise / 2;
}

const told = ['rate', 'share-of-voice', 'negative', 'answered', 'response-time'];

export function reportOf(rows: Rows, stretch: Stretch, goals: readonly Goal[], moment: number): Reported {
  const { from, to, before } = stretch;
  const shown = { from, to: Math.min(to, moment) };
  const isUnhappy = isRiseUnhappy(rows, shown, before);
  const figures = told.map((kind): Figure => {
    const [now, was] = [measures.takeMeasure(rows, { kind }, shown), measures.takeMeasure(rows, { kind }, before)];
    const name = nameKind(kind);
    if (kind === 'rate') {
      const [moved, counted] = [rateMoveOf(now, was), moveOf(now, was)];
      const isElsewhere = ['Up', 'Down'].includes(counted) && !['Up', 'Down'].includes(moved);
      return { kind, name, now, before: was, alike: undefined, moved, judged: undefined, like: likeOf(now, was), isElsewhere };
    }
    const alike = alikeOf(rows, kind, [shown, before], moment);
    const moved = moveOf(alike?.now ?? now, alike?.before ?? was, 6);
    return { kind, name, now, before: was, alike, moved, judged: judge(kind, moved, isUnhappy) };
  });
  const isLatest = moment < to + (to - from);
  return { rows, stretch, shown, figures, isLatest, goals: goals.filter((goal) => goal.from < to && goal.until > from) };
}

/** The days of both times. */
export const daysOf = ({ rows, shown, stretch }: Reported): [now: string, before: string] => {
  const sayDays = ({ from, to }: measures.Time) => say.dateRange(rows.clock.dayOf(from), rows.clock.dayOf(Math.max(from, to - 1)));
  return [sayDays(shown), sayDays(stretch.before)];
};

function leadOf({ rows, stretch, shown }: Reported): string {
  const { before, isOver } = stretch;
  const sites = new Set(
    measures
      .readIn(rows, shown)
      .filter(({ posts }) => posts > 0)
      .map(({ site }) => site),
  ).size;
  const posts = (time: measures.Time) => measures.readIn(rows, time).reduce((sum, one) => sum + one.posts, 0);
  const mentions = (time: measures.Time) => measures.seenIn(rows, time).length;
  const date = (moment: number) => say.wholeDate(rows.clock.dayOf(moment));
  const heard = (time: measures.Time) => `${say.counted(mentions(time), 'mention')} in ${say.counted(posts(time), 'post')}`;
  const days = (one: string, other: string) => (one === other ? one : `${one} – ${other}`);
  const until = isOver ? days(date(stretch.from), date(stretch.to - 1)) : `${days(date(stretch.from), date(shown.to - 1))}, not over yet`;
  const is = `${until}: ${heard(shown)} read on ${say.counted(sites, 'site')}.`;
  const [first, last] = [date(before.from), date(before.to - 1)];
  if (posts(before) === 0 && mentions(before) === 0)
    return `${is} Nothing was read ${first === last ? `on ${first}` : `from ${first} to ${last}`}: there is nothing to compare it with.`;
  const some = first === last ? 'the first day' : 'as many days';
  const what = isOver ? 'Compared with' : `Compared with ${some} of the time before,`;
  return `${is} ${what} ${days(first, last)}: ${heard(before)}.`;
}

function outcomeRest({ rows, shown }: Reported, goal: Goal): string[] {
  const progress = progressOf(rows, goal, shown.to);
  const { kind } = goal.measure;
  const { value } = goal.baseline ?? {};
  const notes = [sayPace(goal, progress), basisOf(goal, progress), goal.owner ? `Looked after by ${goal.owner}` : ''];
  const was = value === undefined || isCount(goal.measure) ? '' : `before: ${sayMeasure(kind, value, goal.target)}`;
  const wanted = `wanted: ${sayWanted(goal)} by ${say.wholeDate(rows.clock.dayOf(goal.until))}`;
  const standing = [`${nameShort(goal.measure, rows)}: ${sayMeasure(kind, progress.taken.value, goal.target)}`, was, wanted]
    .filter(Boolean)
    .join(' · ');
  const note = notes.filter(Boolean).join(' · ');
  return [[goal.outcome, sayVerdict(progress), standing, note].filter(Boolean).join(' | '), note].filter((text) => /\d/.test(text));
}

/** What is told to have moved is seen to. */
function sayTaken({ kind, moved }: Figure, { value, range }: measures.Taken, other: measures.Taken): string {
  const said = sayMeasure(kind, value, moved === 'Up' || moved === 'Down' ? other.value : undefined);
  return value !== undefined && range ? `${said} (${sayInterval(kind, range)})` : said;
}

function sayMoved({ moved, judged, like, isElsewhere }: Figure): string {
  if (isElsewhere && moved === 'Unknown') return 'Unknown: other sites read';
  const said = like ? `${moved}, like for like` : moved;
  return judged ? `${said} · ${judged}` : said;
}

const figureRow = (figure: Figure): string[] => {
  const { kind, name, now, before, like } = figure;
  const read = like ? `; like for like ${arrowOf(like)}, in ${say.number(like.postsBefore)} → ${say.number(like.posts)} posts` : '';
  const among = `${say.number(before.posts)}${read}`;
  const was = kind === 'rate' ? `${say.number(before.n)} in ${among}` : say.number(before.n);
  const basis = `${sayCounted(kind, now)} (before: ${was})${basisAlike(figure)}`;
  return [name, sayTaken(figure, now, before), sayTaken(figure, before, now), sayMoved(figure), basis];
};

function risingTable(reported: Reported): string[][] {
  const { rows, shown, stretch } = reported;
  const brands = rows.keywords.filter(({ kind }) => kind === 'brand').map(({ id }) => id);
  const [now, before] = [measures.seenIn(rows, shown), measures.seenIn(rows, stretch.before)];
  const risen = joinRisen(listRisen(now, before, rows.keywords, brands, 20), now).slice(0, 5);
  const line = (one: Joined) => [[one.term, ...one.also.slice(0, 2)].join(', '), say.number(one.now), say.number(one.before), ''];
  return [['Word or phrase', ...daysOf(reported), 'For example'], ...risen.map(line)];
}

const foot =
  'Made with Earshot from posts that were read and kept on one machine; nothing else was counted. Rates are per 1,000 posts read, intervals ' +
  'are 95 % sure (they hold in 95 of 100 cases), and a difference is only named where it is not likely to be chance.';

export function expectReport(reported: Reported): Seen {
  const { tables, rest } = chartsOf(reported);
  const rising = risingTable(reported);
  const texts = textsOf(reported).map((text) => text.replace(/\s+/g, ' '));
  const { name } = reported.stretch;
  const head = ['Measure', ...daysOf(reported), 'Difference', 'Counted from'];
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
