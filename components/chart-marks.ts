/** Where the talk turned, as bands behind a chart: from its beginning to when it was last seen, with an arrow that says which way. */
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
const arrow = 5;
/** A tenth of a colour; the tokens are written with six digits. */
const fainter = (color: string): string => `${color}1f`;

function drawArrow(pen: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  pen.beginPath();
  pen.moveTo(x - Math.abs(size), y + size);
  pen.lineTo(x + Math.abs(size), y + size);
  pen.lineTo(x, y - size);
  pen.fill();
}

function drawMark(plot: Drawn, days: readonly number[], { first, last, direction }: ChartMark, palette: Palette): void {
  const { ctx: pen, bbox } = plot;
  const ratio = devicePixelRatio;
  const color = direction === 'up' ? palette.accent : palette.rose;
  const half = ((days[1] ?? 0) - (days[0] ?? 0) || 86_400_000) / second / 2;
  const edgeOf = (index: number, side: number): number => plot.valToPos((days[index] ?? 0) / second + side * half, 'x', true);
  const left = edgeOf(first, -1);
  pen.fillStyle = fainter(color);
  pen.fillRect(left, bbox.top, edgeOf(last, 1) - left, bbox.height);
  pen.fillStyle = color;
  pen.fillRect(left, bbox.top, Math.max(1, ratio), bbox.height);
  // Up, and down: told apart without the colour.
  drawArrow(pen, left + (arrow + 4) * ratio, bbox.top + (arrow + 2) * ratio, (direction === 'up' ? 1 : -1) * arrow * ratio);
}

export function drawMarks(plot: Drawn, days: readonly number[], marks: readonly ChartMark[], palette: Palette): void {
  plot.ctx.save();
  for (const mark of marks) drawMark(plot, days, mark, palette);
  plot.ctx.restore();
}
