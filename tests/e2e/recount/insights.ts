/** The insights page as it is to be, counted from the rows. */
import { answeredTile, answeringOf, answeringTiles, becameTable, byHourTable } from './answering.ts';
import type { Chosen } from './choose.ts';
import { crowdTiles, listChampions, listTurned } from './crowd.ts';
import { feelingRest, feelingTables, intentTable, negativeTile } from './feeling.ts';
import { type GroupBy, groupTable } from './groups.ts';
import { type HeatOf, heatTable } from './heat.ts';
import { listRisen } from './rising.ts';
import * as say from './say.ts';
import type { Allowance, Seen } from './see.ts';
import { turningRest } from './turning.ts';
import { headToHead, sinceSaid, voiceBars, voiceTile } from './voice.ts';
import { volumeTables, volumeTiles } from './volume.ts';

export const insightAllowances: readonly Allowance[] = [
  { name: 'how long a time to choose', selector: '.filters .segments' },
  { name: 'zones to choose from ("Etc/GMT+1")', selector: 'details.measuring option', sometimes: true },
  { name: 'the first and the last day to choose', selector: '.filters .dates' },
  { name: 'what is chosen, on paper: dates', selector: '.on-paper' },
  { name: 'the words of a person: an example of a rising word', selector: '.topic-example' },
];

function risingTable({ now, before, keywords, choice }: Chosen): string[][] {
  const brands = keywords.filter(({ kind }) => kind === 'brand').map(({ id }) => id);
  const risen = listRisen(now.posts, before.posts, keywords, choice.keyword ? [choice.keyword] : brands, 15);
  const rows = risen.map(({ term, now: is, before: was, score, others }) => [
    term,
    say.number(is),
    say.number(was),
    score.toFixed(1),
    others === undefined ? '' : others.toFixed(1),
    '',
  ]);
  return [['Word or phrase', 'Posts now', 'Before', 'Score', 'Against competitors', 'For example'], ...rows];
}

function notesOf(chosen: Chosen): string[] {
  const { measuring, clock } = chosen.rows;
  const { target = 1_440, hours } = measuring;
  const runs = 'Times run from when a mention was first seen here until your reply was seen in the page.';
  const clockOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const days = [1, 2, 3, 4, 5, 6, 0].filter((one) => hours?.days.includes(one)).map((one) => say.weekdays[one]);
  const length = say.length(target * 60_000);
  const rules = hours
    ? `Target: ${length} of working time (${days.join(', ')}, ${clockOf(hours.from)}–${clockOf(hours.to)}, ${clock.zone}). ${runs}`
    : `Target: ${length}, the clock never stops. Time zone: ${clock.zone}. ${runs}`;
  const rising = `Words and phrases said more often than in the ${chosen.choice.days} days before: of the chosen keyword, or of your brands.`;
  const volume = 'How much was heard depends on how much was read. So mentions are told per 1,000 posts that passed by, with an interval';
  return [
    chosen.choice.keyword ? rules : `Only mentions of your brands are counted here; choose a keyword above to see another. ${rules}`,
    `${rising} Each post counts once. Of those listed, one in ten at most is chance.`,
    `${volume} that is 95 % sure. Days without reading are unknown: gaps, not zeros.`,
    // A heading, a choice, and the name of a table.
    ...['Mentions per 1,000 posts', 'Mentions per 1,000 posts', '[Mentions per 1,000 posts]'],
  ];
}

/** The name of the table, and how it is to be read. */
const heatRest = (heat: HeatOf, zone: string): string[] =>
  heat === 'Mentions per 1,000 posts'
    ? [`[By weekday and hour: ${heat}]`, `Nothing read | Less to more | Slanted: fewer than 100 posts read | Time zone: ${zone}`]
    : [];

function untoldRest({ now }: Chosen): string[] {
  const n = now.bare.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return [];
  if (n === 1) return ['Of 1 mention only the count is known. It is in the totals, and in no filter by kind or community.'];
  return [`Of ${say.number(n)} mentions only the count is known. They are in the totals, and in no filter by kind or community.`];
}

export interface Shown {
  heat: HeatOf;
  by: GroupBy;
}

export const shownFirst: Shown = { heat: 'Mentions per 1,000 posts', by: 'Site' };

/** @param moment by when those that are open have waited so long */
export function expectInsights(chosen: Chosen, moment: number, { heat, by }: Shown = shownFirst): { seen: Seen; buttons: string[] } {
  const answering = answeringOf(chosen, moment);
  const { table: bars, both } = voiceBars(chosen);
  const [turning, rivals] = [turningRest(chosen), headToHead(chosen)];
  const [champions, turned] = [listChampions(chosen), listTurned(chosen)];
  const rising = risingTable(chosen);
  const tables: Seen['tables'] = {
    ...volumeTables(chosen),
    [`By weekday and hour: ${heat}`]: heatTable(chosen, heat),
    'What it is made of': groupTable(chosen, by),
    'Share of voice': bars,
    'Head to head': rivals.table,
    ...feelingTables(chosen),
    'What people want': intentTable(chosen),
    ...(rising.length > 1 ? { 'Rising words': rising } : {}),
    'Mentions by what became of them': becameTable(answering),
    'By the hour in which it was first seen': byHourTable(answering, chosen),
  };
  const tiles: Seen['tiles'] = {
    '': [...volumeTiles(chosen), voiceTile(chosen), negativeTile(chosen), answeredTile(answering)],
    Response: answeringTiles(answering),
    People: crowdTiles(chosen),
  };
  const bothSaid = both === 1 ? '1 post names you and a competitor.' : `${say.number(both)} posts name you and a competitor.`;
  const rest = [
    ...notesOf(chosen),
    ...heatRest(heat, chosen.clock.zone),
    ...untoldRest(chosen),
    ...sinceSaid(chosen),
    bothSaid,
    rivals.note,
    ...feelingRest(chosen),
    ...turning.cards,
    ...champions,
    ...turned.flatMap(({ name, line }) => [line, `[complaint by ${name}]`, `[kind word by ${name}]`]),
  ];
  const buttons = [...turning.buttons, ...(turned.length > 8 ? [`Show all ${turned.length}`] : [])];
  return { seen: { tables, tiles, rest }, buttons: buttons.toSorted() };
}
