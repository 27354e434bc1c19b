/**
 * The charts of a report: few, still, legible in print and without colour (lines and hatching tell what colours tell). Each has a title and a
 * description for those who hear it; the table behind it is the report's. Colours are classes: a page and a file dress them alike.
 */
import { listRuns } from './runs.ts';
import { type SvgNode, svg } from './svg.ts';

/** What a chart is drawn on: letters keep their size, so that a picture for a telephone is another one, not a smaller one. */
interface Paper {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  /** Room for names to the left of bars; 0 where they stand above. */
  readonly names: number;
  /** Room for the figure behind the longest bar. */
  readonly figures: number;
  /** From one entry of a key to the next. */
  readonly key: number;
}

const papers = {
  wide: { name: 'wide', width: 640, names: 190, figures: 90, key: 130 },
  narrow: { name: 'narrow', width: 320, names: 0, figures: 56, key: 104 },
} as const satisfies Record<string, Paper>;

/** The same chart for both; whoever shows them shows one. */
export interface Pictures {
  readonly wide: SvgNode;
  readonly narrow: SvgNode;
}

const onBoth = ({ id, ...about }: ChartFrame, draw: (paper: Paper, about: ChartFrame) => SvgNode): Pictures => ({
  wide: draw(papers.wide, { ...about, id }),
  narrow: draw(papers.narrow, { ...about, id: `${id}-narrow` }),
});

const letter = 6.4;

export interface ChartFrame {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly desc: string;
}

export interface ChartPoint {
  readonly label: string;
  /** Undefined where nothing is known: a gap, not zero. */
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

function frame({ id, title, desc }: ChartFrame, paper: Paper, height: number, ...children: SvgNode[]): SvgNode {
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${paper.width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      class: `chart ${paper.name}`,
    },
    svg('title', { id: `${id}-title` }, title),
    svg('desc', { id: `${id}-desc` }, desc),
    svg('defs', {}, hatch(`${id}-a`)),
    ...children,
  );
}

const hatch = (id: string): SvgNode =>
  svg(
    'pattern',
    { id, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { width: 5, height: 5, class: 'hatch-ground' }),
    svg('line', { x1: 0, y1: 0, x2: 0, y2: 5, class: 'hatch-line' }),
  );

const words = (x: number, y: number, text: string, more: SvgNode['attributes'] = {}): SvgNode => svg('text', { x, y, ...more }, text);

/** On screen; letters are larger on paper, in the wide pictures. */
const onPaper = 1.25;

const widthOf = (sign: string): number =>
  /[\u1100-\uffff]|\p{Extended_Pictographic}/u.test(sign) ? 13 : /[A-Z<>=+@%&mw#~]/.test(sign) ? 9.6 : letter;

function countFitting(letters: readonly string[], room: number): number {
  let [count, wide] = [0, 0];
  for (const sign of letters) {
    wide += widthOf(sign);
    if (wide > room) break;
    count += 1;
  }
  return count;
}

/** As much of it as fits, by the letter: a picture cannot be asked how wide its words are. */
const cutTo = (text: string, room: number): string => {
  const letters = [...text];
  if (countFitting(letters, room) === letters.length) return text;
  return `${letters.slice(0, Math.max(1, countFitting(letters, room - widthOf('…')))).join('')}…`;
};

/** 0 and two to five round numbers, the last of them not below the highest. */
export function listTicks(highest: number): number[] {
  if (!(highest > 0) || !Number.isFinite(highest)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = ([0.2, 0.5, 1, 2].find((part) => highest / (part * power) <= 5) ?? 2) * power;
  return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

const plot = { left: 46, right: 24, top: 10, bottom: 24, height: 210 };

const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** A rate over time with the band it may well come from. `format` says a number of the scale. */
export const drawLine = (about: ChartFrame, points: readonly ChartPoint[], format: (value: number) => string): Pictures =>
  onBoth(about, (paper, named) => drawLineOn(paper, named, points, format));

function drawLineOn(paper: Paper, about: ChartFrame, points: readonly ChartPoint[], format: (value: number) => string): SvgNode {
  const { width } = paper;
  const highest = Math.max(0, ...points.flatMap(({ value, high }) => [value ?? 0, Math.min(high ?? 0, (value ?? 0) * 3)]));
  const ticks = listTicks(highest);
  const top = ticks.at(-1) ?? 1;
  const bottom = plot.height - plot.bottom;
  const step = (width - plot.left - plot.right) / Math.max(1, points.length);
  const x = (i: number) => plot.left + step * (i + 0.5);
  const y = (value: number) => bottom - (Math.min(value, top) / top) * (bottom - plot.top);
  const grid = ticks.flatMap((tick) => [
    svg('line', { x1: plot.left, x2: width - plot.right, y1: y(tick), y2: y(tick), class: 'grid' }),
    words(plot.left - 6, y(tick) + 4, format(tick), { 'text-anchor': 'end', class: 'scale' }),
  ]);
  const unknown = points.flatMap(({ value }, i) =>
    value === undefined
      ? [
          svg('rect', {
            x: plot.left + step * i,
            y: plot.top,
            width: step,
            height: bottom - plot.top,
            fill: `url(#${about.id}-a)`,
            class: 'gap',
          }),
        ]
      : [],
  );
  return frame(about, paper, plot.height, ...unknown, ...grid, ...drawRuns(points, { x, y, step }), ...drawLabels(points, x, step));
}

interface Scales {
  readonly x: (i: number) => number;
  readonly y: (value: number) => number;
  readonly step: number;
}

/** Of one day: a band without width would not be seen, and the least sure would look the surest. */
function drawLoneBand({ value = 0, low = value, high = value }: ChartPoint, cx: number, { y, step }: Scales): SvgNode {
  const width = Math.max(4, Math.min(14, step * 0.6));
  return svg('rect', { x: cx - width / 2, y: y(high), width, height: y(low) - y(high), class: 'band' });
}

function drawRuns(points: readonly ChartPoint[], scales: Scales): SvgNode[] {
  const { x, y } = scales;
  const at = (i: number, part: 'value' | 'low' | 'high'): [number, number] => [x(i), y(points[i]?.[part] ?? points[i]?.value ?? 0)];
  return listRuns(points.map(({ value }) => value)).flatMap((run) => {
    const band = [...run.map((i) => at(i, 'high')), ...run.toReversed().map((i) => at(i, 'low'))];
    const line = run.map((i) => at(i, 'value'));
    const dots = run.length === 1 || points.length <= 31 ? line.map(([cx, cy]) => svg('circle', { cx, cy, r: 2.5, class: 'dot-1' })) : [];
    const [first = 0] = run;
    const range =
      run.length === 1
        ? drawLoneBand(points[first] ?? { label: '' }, x(first), scales)
        : svg('path', { d: `${path(band)}Z`, class: 'band' });
    return [range, svg('path', { d: path(line), class: 'line-1' }), ...dots];
  });
}

/** So many labels as have room, the last of them always. */
function drawLabels(points: readonly ChartPoint[], x: (i: number) => number, step: number): SvgNode[] {
  const longest = Math.max(1, ...points.map(({ label }) => label.length)) * letter + 24;
  const every = Math.max(1, Math.ceil(longest / step));
  return points.flatMap(({ label }, i) =>
    (points.length - 1 - i) % every === 0 ? [words(x(i), plot.height - 7, label, { 'text-anchor': 'middle', class: 'scale' })] : [],
  );
}

export interface Bar {
  readonly name: string;
  /** A share of 1, and how it is said. */
  readonly value: number | undefined;
  readonly text: string;
  readonly before?: { readonly value: number | undefined; readonly text: string } | undefined;
  /** One of the person's own. */
  readonly mine?: boolean | undefined;
}

/** Bars from the left; what was before stands hatched under what is now. */
export const drawBars = (about: ChartFrame, bars: readonly Bar[]): Pictures =>
  onBoth(about, (paper, named) => drawBarsOn(paper, named, bars));

/** Beside what it names, or above it. */
const nameAt = ({ names, width }: Paper, y: number, name: string, look: string): SvgNode =>
  names > 0
    ? words(names - 8, y + 12, cutTo(name, (names - 12) / onPaper), { 'text-anchor': 'end', class: look })
    : words(0, y + 12, cutTo(name, width), { class: look });

const underName = ({ names }: Paper): number => (names > 0 ? 0 : 18);

function drawBarsOn(paper: Paper, about: ChartFrame, bars: readonly Bar[]): SvgNode {
  const { width, names, figures } = paper;
  const row = (bars.some(({ before }) => before) ? 42 : 26) + underName(paper);
  const most = Math.max(0.000_1, ...bars.flatMap(({ value, before }) => [value ?? 0, before?.value ?? 0]));
  const room = width - names - figures;
  const wide = (share: number | undefined) => Math.max(share ? 1 : 0, ((share ?? 0) / most) * room);
  const drawn = bars.flatMap(({ name, value, text, before, mine }, i) => {
    const top = 6 + i * row;
    const y = top + underName(paper);
    return [
      nameAt(paper, top, name, mine ? 'name strong' : 'name'),
      svg('rect', { x: names, y, width: wide(value), height: 16, class: mine ? 'bar-1' : 'bar-2' }),
      words(names + wide(value) + 6, y + 12, text, { class: 'figure-text' }),
      ...(before
        ? [
            svg('rect', { x: names, y: y + 18, width: wide(before.value), height: 9, fill: `url(#${about.id}-a)`, class: 'edge' }),
            words(names + wide(before.value) + 6, y + 26, before.text, { class: 'scale' }),
          ]
        : []),
    ];
  });
  return frame(about, paper, 8 + bars.length * row, ...drawn);
}

export interface Stack {
  readonly name: string;
  readonly parts: readonly { readonly name: string; readonly count: number }[];
}

/** Wholes side by side, each cut into the same parts in the same order: the first plain, the second hatched, the third dark. */
export const drawStacks = (about: ChartFrame, stacks: readonly Stack[], format: (share: number) => string): Pictures =>
  onBoth(about, (paper, named) => drawStacksOn(paper, named, stacks, format));

function drawStacksOn(paper: Paper, about: ChartFrame, stacks: readonly Stack[], format: (share: number) => string): SvgNode {
  const { width, names, key } = paper;
  const room = width - names - (names > 0 ? 8 : 0);
  const row = 40 + underName(paper);
  const drawn = stacks.flatMap(({ name, parts }, i) => {
    const top = 30 + i * row;
    const y = top + underName(paper);
    const whole = parts.reduce((sum, { count }) => sum + count, 0);
    let x = names;
    const cells = parts.flatMap(({ count }, part) => {
      const wide = whole === 0 ? 0 : (count / whole) * room;
      const left = x;
      x += wide;
      return wide === 0
        ? []
        : [
            svg('rect', { x: left, y, width: wide, height: 26, ...dress(about.id, part) }),
            ...(wide > 44 ? label(left + wide / 2, y + 17, format(count / whole)) : []),
          ];
    });
    return [nameAt(paper, names > 0 ? top + 5 : top, name, 'name'), ...cells];
  });
  const keys = (stacks[0]?.parts ?? []).flatMap(({ name }, part) => [
    svg('rect', { x: names + part * key, y: 6, width: 12, height: 12, ...dress(about.id, part) }),
    words(names + part * key + 18, 16, cutTo(name, key - 20), { class: 'scale' }),
  ]);
  return frame(about, paper, 34 + stacks.length * row, ...keys, ...drawn);
}

/** On a ground of its own, as it may stand on hatching; wide enough for the larger letters of print. */
function label(x: number, y: number, text: string): SvgNode[] {
  const wide = text.length * letter * 1.25 + 8;
  return [
    svg('rect', { x: x - wide / 2, y: y - 13, width: wide, height: 18, rx: 3, class: 'label-ground' }),
    words(x, y, text, { 'text-anchor': 'middle', class: 'figure-text' }),
  ];
}

const dress = (id: string, part: number): SvgNode['attributes'] =>
  part === 0 ? { class: 'bar-1' } : part === 1 ? { fill: `url(#${id}-a)`, class: 'edge' } : { class: 'bar-3' };
