/** The three charts of a report: what is written in them, what is told of them, and the table behind each. */
import { measureNames, sayMeasure } from './measure-words.ts';
import * as measures from './measures.ts';
import type { Reported } from './report.ts';
import { feelingOf, type Mention } from './rows.ts';
import * as say from './say.ts';
import type { Seen } from './see.ts';
import { sum } from './statistics.ts';

type Part = Pick<Seen, 'tables' | 'rest'>;

const share = (part: number, whole: number): string => sayMeasure('share-of-voice', whole === 0 ? undefined : part / whole);

/** For a page and for a narrow one; one of them is seen. */
const twice = (list: readonly string[]): string[] => [...list, ...list];

function rateChart({ rows, stretch, shown }: Reported): Part {
  const title = measureNames.rate ?? '';
  const said = (value: number | undefined) => sayMeasure('rate', value);
  const parts = stretch.parts
    .slice(0, -1)
    .map((from, i) => ({ from, to: Math.min(stretch.parts[i + 1] ?? shown.to, shown.to) }))
    .filter(({ from }) => from < shown.to)
    .map((time) => ({ time, taken: measures.takeMeasure(rows, { kind: 'rate' }, time) }));
  const table = parts.map(({ time, taken: { value, range, n, posts } }) => [
    say.shortDate(rows.ownClock.wall(time.from)),
    said(value),
    value === undefined ? '' : `${said(range?.low)}–${said(range?.high)}`,
    say.number(n),
    say.number(posts),
  ]);
  const known = parts.flatMap(({ taken }) => taken.value ?? []);
  const from = `It goes from ${said(Math.min(...known))} to ${said(Math.max(...known))}`;
  const unread = `${parts.length - known.length} of ${parts.length} stretches are unknown, as nothing was read in them.`;
  const desc = `A line over time with its interval. ${from}; ${unread}`;
  return {
    tables: { [title]: [['When', title, '95 % sure', 'Mentions', 'Posts read'], ...table] },
    rest: [title, ...(known.length > 0 ? twice([title, desc]) : [])],
  };
}

const mostDrawn = 8;

function voiceChart(reported: Reported): Part {
  const { rows, stretch, shown, figures } = reported;
  const [now, before] = [measures.seenIn(rows, shown), measures.seenIn(rows, stretch.before)];
  const count = (mentions: readonly Mention[], id: string) => mentions.filter(({ keywordIds }) => keywordIds.includes(id)).length;
  const voices = rows.keywords
    .filter(({ kind }) => kind === 'brand' || kind === 'competitor')
    .map(({ id, name }) => ({ name, now: count(now, id), before: count(before, id) }))
    .filter((one) => one.now + one.before > 0)
    .sort((a, b) => b.now - a.now || b.before - a.before);
  const [all, allBefore] = [sum(voices.map((one) => one.now)), sum(voices.map((one) => one.before))];
  const said = voices.map((one) => ({ ...one, share: share(one.now, all), was: share(one.before, allBefore) }));
  const table = said.map((one) => [one.name, one.share, one.was, `${say.number(one.now)} / ${say.number(one.before)}`]);
  const drawn = said.slice(0, mostDrawn);
  const list = drawn.map((one) => `${one.name} ${one.share}`).join(', ');
  const desc = `Bars, each keyword's share of the mentions of you and your competitors: ${list}.`;
  const voice = figures.find(({ kind }) => kind === 'share-of-voice');
  const note = `Hatched: before. From ${say.number(voice?.now.n ?? 0)} mentions now and ${say.number(voice?.before.n ?? 0)} before.`;
  const figuresDrawn = drawn.flatMap((one) => [one.share, one.was]).filter((text) => /\d/.test(text));
  return {
    tables: table.length > 0 ? { 'Whose voice': [['Keyword', 'Now', 'Before', 'Mentions'], ...table] } : {},
    rest: drawn.length > 0 ? [note, ...twice([desc, ...figuresDrawn])] : [],
  };
}

const feelings = [
  { value: 'positive', name: 'Pleased' },
  { value: 'neutral', name: 'Neutral' },
  { value: 'negative', name: 'Unhappy' },
];

/** How wide a whole is drawn on a page and on a narrow one, and how wide a part has to be for a figure. */
const [widths, widthForFigure] = [[482, 320], 44];

function feelingChart({ rows, stretch, shown }: Reported): Part {
  const stacks = [shown, stretch.before].map((time) => {
    const mentions = measures.ofBrands(rows, measures.seenIn(rows, time));
    const count = (value: string) => mentions.filter((one) => feelingOf(one) === value).length;
    const counts = feelings.map(({ value }) => count(value));
    return { counts, whole: sum(counts), unknown: count('unknown') };
  });
  const [now, before] = stacks;
  const cell = (stack: typeof now, i: number) =>
    `${say.number(stack?.counts[i] ?? 0)} (${share(stack?.counts[i] ?? 0, stack?.whole ?? 0)})`;
  const list = stacks.map(({ counts }, i) => {
    const parts = feelings.map(({ name }, at) => `${name} ${say.number(counts[at] ?? 0)}`).join(', ');
    return `${i === 0 ? 'Now' : 'Before'}: ${parts}`;
  });
  const desc = `Two bars of positive, neutral and negative mentions, now and before: ${list.join('; ')}.`;
  const drawn = widths.flatMap((width) =>
    stacks.flatMap(({ counts, whole }) => counts.filter((n) => (n / whole) * width > widthForFigure).map((n) => share(n, whole))),
  );
  const unknown = now?.unknown ? [`${say.number(now.unknown)} mentions could not be told and are not in it.`] : [];
  const rest = (now?.whole ?? 0) + (before?.whole ?? 0) > 0 ? [...unknown, ...twice([desc]), ...drawn] : [];
  const table = feelings.map(({ name }, i) => [name, cell(now, i), cell(before, i)]);
  return { tables: { 'How they speak of your brands': [['Of', 'Now', 'Before'], ...table] }, rest };
}

export function chartsOf(reported: Reported): Part {
  const charts = [rateChart(reported), voiceChart(reported), feelingChart(reported)];
  return { tables: Object.assign({}, ...charts.map(({ tables }) => tables)), rest: charts.flatMap(({ rest }) => rest) };
}
