/** The three charts of a report: what is written in them, what is told of them, and the table behind each. */
import { measureNames, sayMeasure } from './measure-words.ts';
import * as measures from './measures.ts';
import { daysOf, type Reported } from './report.ts';
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
    say.shortDate(rows.clock.dayOf(time.from)),
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

interface Side {
  name: string;
  now: number;
  before: number;
}

const mostFirst = (a: Side, b: Side): number => b.now - a.now || b.before - a.before;

/** All brands are one side; each of them stands below. */
function listSides({ rows, stretch, shown }: Reported): { sides: Side[]; parts: Side[] } {
  const [now, before] = [measures.seenIn(rows, shown), measures.seenIn(rows, stretch.before)];
  const sideOf = (name: string, is: (one: Mention) => boolean): Side => ({
    name,
    now: now.filter(is).length,
    before: before.filter(is).length,
  });
  const ofKind = (kind: string) =>
    rows.keywords
      .filter((one) => one.kind === kind)
      .map(({ id, name }) => sideOf(name, ({ keywordIds }) => keywordIds.includes(id)))
      .filter((one) => one.now + one.before > 0)
      .sort(mostFirst);
  const [own, theirs] = [ofKind('brand'), ofKind('competitor')];
  if (own.length < 2) return { sides: [...own, ...theirs].sort(mostFirst), parts: [] };
  return { sides: [sideOf('Your brands', measures.namesKind(rows, 'brand')), ...theirs].sort(mostFirst), parts: own };
}

function voiceChart(reported: Reported): Part {
  const { sides, parts } = listSides(reported);
  const voice = reported.figures.find(({ kind }) => kind === 'share-of-voice');
  const [all, allBefore] = [voice?.now.n ?? 0, voice?.before.n ?? 0];
  const said = [...sides, ...parts].map((one) => ({ ...one, share: share(one.now, all), was: share(one.before, allBefore) }));
  const table = said.map((one) => [one.name, one.share, one.was, `${say.number(one.now)} / ${say.number(one.before)}`]);
  const drawn = said.slice(0, Math.min(sides.length, mostDrawn));
  const list = drawn.map((one) => `${one.name} ${one.share}`).join(', ');
  const desc = `Bars, each keyword's share of the mentions of you and your competitors: ${list}.`;
  const [now, before] = daysOf(reported);
  const of = `Shares of ${say.counted(all, 'mention')} of you and competitors, ${say.number(allBefore)} in the time before.`;
  const whole = Math.round((100 * sum(drawn.map((one) => one.now))) / all);
  const more = whole > 100 ? [`Who names several of them counts for each: the bars add up to ${say.number(whole)} %.`] : [];
  const note = [`Hatched: ${before}.`, of, ...more].join(' ');
  const figures = drawn.flatMap((one) => [one.share, one.was]);
  const head = ['Keyword', now, before, 'Mentions'];
  return {
    tables: table.length > 0 ? { 'Whose voice': [head, ...table] } : {},
    rest: drawn.length > 0 ? [note, ...twice([desc, ...figures].filter((text) => /\d/.test(text)))] : [],
  };
}

const feelings = [
  { value: 'positive', name: 'Pleased' },
  { value: 'neutral', name: 'Neutral' },
  { value: 'negative', name: 'Unhappy' },
];

/** How wide a whole is drawn on a page and on a narrow one, and how wide a part has to be for a figure. */
const [widths, widthForFigure] = [[482, 320], 44];

function feelingChart(reported: Reported): Part {
  const { rows, stretch, shown } = reported;
  const days = daysOf(reported);
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
    return `${days[i]}: ${parts}`;
  });
  const desc = `Two bars of positive, neutral and negative mentions, now and before: ${list.join('; ')}.`;
  const drawn = widths.flatMap((width) =>
    stacks.flatMap(({ counts, whole }) => counts.filter((n) => (n / whole) * width > widthForFigure).map((n) => share(n, whole))),
  );
  const unknown = now?.unknown
    ? [`${say.counted(now.unknown, 'mention')} could not be told and ${now.unknown === 1 ? 'is' : 'are'} not in it.`]
    : [];
  const rest = (now?.whole ?? 0) + (before?.whole ?? 0) > 0 ? [...unknown, ...twice([desc, ...days.map(say.withoutYear)]), ...drawn] : [];
  const table = feelings.map(({ name }, i) => [name, cell(now, i), cell(before, i)]);
  return { tables: { 'How they speak of your brands': [['Of', ...days], ...table] }, rest };
}

export function chartsOf(reported: Reported): Part {
  const charts = [rateChart(reported), voiceChart(reported), feelingChart(reported)];
  return { tables: Object.assign({}, ...charts.map(({ tables }) => tables)), rest: charts.flatMap(({ rest }) => rest) };
}
