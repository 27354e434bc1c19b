/** Where the talk turned, as bars along the top of a chart: from its beginning to when it was last seen, with an arrow that says which way. */
import type { Palette } from './chart-colors.ts';

/** Points of the chart, by their number. */
export interface ChartMark {
  readonly first: number;
  readonly last: number;
  readonly direction: 'up' | 'down';
}

/** What a chart lets one draw with; which library draws it is known to draw-chart.ts alone. */
interface Drawn {
  ctx: CanvasRenderingContext2D;
  bbox: { top: number; height: number };
  valToPos: (value: number, scale: string, canvasPixels: boolean) => number;
}

const second = 1_000;
const arrow = 4;
const lane = 11;
/** Two fifths of a colour; the tokens are written with six digits. */
const faint = (color: string): string => `${color}66`;

function drawArrow(pen: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  pen.beginPath();
  pen.moveTo(x - Math.abs(size), y + size);
  pen.lineTo(x + Math.abs(size), y + size);
  pen.lineTo(x, y - size);
  pen.fill();
}

/** Those at one time stand below one another: the first lane that is free for each. */
export function listLanes(marks: readonly ChartMark[]): number[] {
  const ends: number[] = [];
  return marks.map(({ first, last }) => {
    const free = ends.findIndex((end) => end < first);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = last;
    return lane;
  });
}

function drawMark(plot: Drawn, days: readonly number[], { first, last, direction }: ChartMark, row: number, palette: Palette): void {
  const { ctx: pen, bbox } = plot;
  const ratio = devicePixelRatio;
  const color = direction === 'up' ? palette.accent : palette.rose;
  const half = ((days[1] ?? 0) - (days[0] ?? 0) || 86_400_000) / second / 2;
  const edgeOf = (index: number, side: number): number => plot.valToPos((days[index] ?? 0) / second + side * half, 'x', true);
  const [left, right, top] = [edgeOf(first, -1), edgeOf(last, 1), bbox.top + row * lane * ratio];
  pen.fillStyle = faint(color);
  pen.fillRect(left, top, ratio, bbox.top + bbox.height - top);
  pen.fillStyle = color;
  pen.fillRect(left, top, right - left, 2 * ratio);
  // Up, and down: told apart without the colour.
  drawArrow(pen, left + (arrow + 3) * ratio, top + (arrow + 3) * ratio, (direction === 'up' ? 1 : -1) * arrow * ratio * 0.8);
}

export function drawMarks(plot: Drawn, days: readonly number[], marks: readonly ChartMark[], palette: Palette): void {
  const sorted = [...marks].sort((a, b) => a.first - b.first);
  const lanes = listLanes(sorted);
  plot.ctx.save();
  sorted.forEach((mark, i) => {
    drawMark(plot, days, mark, lanes[i] ?? 0, palette);
  });
  plot.ctx.restore();
}
