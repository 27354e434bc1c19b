/** Draws a chart over days with uPlot (docs/decisions/0025). Loaded only where a chart is shown. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { listLone } from '../core/runs.ts';
import { type ChartColor, dashOf, hatch, type Palette, readPalette, type Texture } from './chart-colors.ts';
import { type ChartMark, drawMarks } from './chart-marks.ts';

export type Value = number | null;

export interface ChartSeries {
  name: string;
  color: ChartColor;
  texture?: Texture;
  shape: 'line' | 'bars';
  /** Null where it is unknown: a gap, never a zero. */
  values: readonly Value[];
  /** The interval it may well come from, drawn as a band. */
  low?: readonly Value[];
  high?: readonly Value[];
}

export interface ChartData {
  /** Days, as the UTC midnights of their dates. */
  days: readonly number[];
  series: readonly ChartSeries[];
  /** For the marks of the axis. */
  format: (value: number) => string;
  /** The least that the axis reaches up to. */
  top?: number;
  /** Where the talk turned. */
  marks?: readonly ChartMark[];
}

export interface DrawnChart {
  resize(width: number): void;
  /** Shows the point, or none. */
  point(index: number | undefined): void;
  destroy(): void;
}

const second = 1_000;
const gutter = 46;

/** A fifth of a colour; the tokens are written with six digits. */
const faint = (color: string): string => `${color}36`;

const fewPoints = 62;

function seriesOf({ name, color, texture = 'solid', shape, values }: ChartSeries, palette: Palette): uPlot.Series {
  const stroke = palette[color];
  const bars = uPlot.paths.bars?.({ size: [0.72, 36], radius: 0.15 });
  if (shape === 'bars')
    return {
      label: name,
      stroke,
      width: texture === 'solid' ? 0 : 1,
      fill: (plot) => hatch(plot.ctx, stroke, palette.surface, texture) as string,
      ...(bars ? { paths: bars } : {}),
      points: { show: false },
    };
  const isFew = values.length <= fewPoints;
  const lone = listLone(values);
  return {
    label: name,
    stroke,
    width: 2,
    dash: dashOf[texture],
    // Among many, those that no line goes through.
    points: { show: isFew || lone.length > 0, size: 5, width: 1.5, fill: palette.surface, ...(isFew ? {} : { filter: () => lone }) },
  };
}

const least = 4;
const most = 14;

/** The interval of a day between two gaps, of which a band would have no width. */
function drawLoneBands(plot: uPlot, { series, days }: ChartData, palette: Palette): void {
  const [first = 0, next = first + 86_400_000] = days;
  const step = plot.valToPos(next / second, 'x', true) - plot.valToPos(first / second, 'x', true);
  const width = Math.max(least * devicePixelRatio, Math.min(most * devicePixelRatio, step * 0.6));
  for (const { values, low, high, color } of series) {
    for (const i of low && high ? listLone(values) : []) {
      const [top, bottom] = [high?.[i], low?.[i]].map((value) => plot.valToPos(value ?? values[i] ?? 0, 'y', true));
      if (top === undefined || bottom === undefined) continue;
      plot.ctx.fillStyle = faint(palette[color]);
      const edge = Math.max(plot.bbox.top, top);
      plot.ctx.fillRect(plot.valToPos((days[i] ?? 0) / second, 'x', true) - width / 2, edge, width, bottom - edge);
    }
  }
}

const hidden = (label: string): uPlot.Series => ({ label, stroke: 'transparent', width: 0, points: { show: false } });

interface Laid {
  columns: (readonly Value[])[];
  series: uPlot.Series[];
  bands: uPlot.Band[];
}

/** Each series, and before it the two ends of its band. */
function lay(all: readonly ChartSeries[], palette: Palette): Laid {
  const laid: Laid = { columns: [], series: [], bands: [] };
  for (const one of all) {
    if (one.low && one.high) {
      laid.columns.push(one.high, one.low);
      laid.series.push(hidden(`${one.name} ↑`), hidden(`${one.name} ↓`));
      laid.bands.push({ series: [laid.series.length - 1, laid.series.length], fill: faint(palette[one.color]) });
    }
    laid.columns.push(one.values);
    laid.series.push(seriesOf(one, palette));
  }
  return laid;
}

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en', { month: 'short', year: '2-digit', timeZone: 'UTC' });
const manyDays = 200;

function axesOf({ format, days }: ChartData, palette: Palette): uPlot.Axis[] {
  const common = { stroke: palette.muted, font: palette.font, ticks: { show: false } };
  const span = ((days.at(-1) ?? 0) - (days[0] ?? 0)) / 86_400_000;
  return [
    {
      ...common,
      grid: { show: false },
      space: 64,
      size: 24,
      gap: 4,
      incrs: [1, 2, 7, 14, 28, 56, 91].map((n) => n * 86_400),
      splits: span > manyDays ? (_, __, min, max) => monthsBetween(min, max) : undefined,
      // The half step of air at the beginning is no day.
      values: (_, splits) => splits.map((at) => (at * second < (days[0] ?? 0) ? '' : (span > manyDays ? month : day).format(at * second))),
    } as uPlot.Axis,
    {
      ...common,
      size: gutter,
      gap: 6,
      space: 34,
      grid: { stroke: palette.line, width: 1 },
      values: (_, splits) => splits.map((value) => format(value)),
    },
  ];
}

/** Every second month's first day. */
function monthsBetween(min: number, max: number): number[] {
  const found: number[] = [];
  const start = new Date(min * second);
  for (let i = 0; i < 40; i += 2) {
    const at = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1) / second;
    if (at > max) break;
    if (at >= min) found.push(at);
  }
  return found;
}

function optionsOf(data: ChartData, laid: Laid, palette: Palette, size: { width: number; height: number }): uPlot.Options {
  const step = (data.days[1] ?? 0) - (data.days[0] ?? 0) || 86_400_000;
  return {
    ...size,
    padding: [10, 8, 0, 0],
    legend: { show: false },
    tzDate: (at) => uPlot.tzDate(new Date(at * second), 'Etc/UTC'),
    scales: {
      // Half a step of air at each end, so that the first and the last bar are whole.
      x: { time: true, range: (_, min, max) => [min - step / second / 2, max + step / second / 2] },
      y: { range: (_, __, max) => [0, Math.max(data.top ?? 0, (max ?? 0) * 1.06) || 1] },
    },
    axes: axesOf(data, palette),
    series: [{}, ...laid.series],
    bands: laid.bands,
    plugins: [{ hooks: { drawClear: (plot) => drawMarks(plot, data.days, data.marks ?? [], palette) } }],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 8, width: 2 } },
  };
}

/** @param onPoint told which point the pointer is over */
export function drawChart(
  place: HTMLElement,
  data: ChartData,
  size: { width: number; height: number },
  onPoint: (index: number | undefined) => void,
): DrawnChart {
  const palette = readPalette();
  const laid = lay(data.series, palette);
  const columns = [data.days.map((at) => at / second), ...laid.columns] as uPlot.AlignedData;
  const plot = new uPlot(
    {
      ...optionsOf(data, laid, palette, size),
      hooks: {
        setCursor: [({ cursor }) => onPoint(cursor.idx ?? undefined)],
        drawAxes: [(drawn) => drawLoneBands(drawn, data, palette)],
      },
    },
    columns,
    place,
  );
  return {
    resize: (width) => plot.setSize({ width, height: size.height }),
    point: (index) => {
      const at = index === undefined ? undefined : data.days[index];
      plot.setCursor({ left: at === undefined ? -10 : plot.valToPos(at / second, 'x'), top: at === undefined ? -10 : 0 });
    },
    destroy: () => plot.destroy(),
  };
}
