/** Colours, dashes and hatches of charts: read from the tokens, so that both schemes and a change between them are right. */

export const chartColors = ['accent', 'rose', 'amber', 'violet', 'sky', 'slate', 'muted'] as const;
export type ChartColor = (typeof chartColors)[number];

export interface Palette extends Record<ChartColor, string> {
  text: string;
  line: string;
  surface: string;
  font: string;
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const colors = Object.fromEntries(chartColors.map((name) => [name, read(name)])) as Record<ChartColor, string>;
  return { ...colors, text: read('text'), line: read('line'), surface: read('surface'), font: `11px ${read('font')}` };
}

/** So that two series are told apart without their colours. */
export type Texture = 'solid' | 'dashed' | 'dotted';
export const dashOf: Record<Texture, number[]> = { solid: [], dashed: [7, 4], dotted: [2, 3] };

/** A bar's inside: plain, or hatched one way or the other. */
export function hatch(context: CanvasRenderingContext2D, color: string, surface: string, texture: Texture): CanvasPattern | string {
  if (texture === 'solid') return color;
  const size = Math.round(6 * devicePixelRatio);
  const tile = new OffscreenCanvas(size, size);
  const pen = tile.getContext('2d');
  if (!pen) return color;
  pen.fillStyle = surface;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = color;
  pen.lineWidth = Math.max(1, size / (texture === 'dashed' ? 3 : 5));
  const [from, to] = texture === 'dashed' ? [0, size] : [size, 0];
  // Drawn past the edges, so that lines of neighbouring tiles meet.
  for (const shift of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(from + shift, 0);
    pen.lineTo(to + shift, size);
    pen.stroke();
  }
  return context.createPattern(tile, 'repeat') ?? color;
}

/** Calls back when what the tokens say may have changed. */
export function onPaletteChange(callback: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  signal.addEventListener('abort', () => observer.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', callback, { signal });
}
