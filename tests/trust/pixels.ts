/** What a picture of the screen shows, for those who want to know whether a person could have read something on it. */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Picture {
  width: number;
  height: number;
  /** 0 to 255, row by row. */
  grey: Float32Array;
}

/** How PNG foretells a byte from its neighbours to the left, above, and above to the left (W3C PNG, 9.2). */
function foretell(kind: number, left: number, above: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return (left + above) >> 1;
  if (kind !== 4) return 0;
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function listChunks(file: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** PNG as both browsers write their screenshots: eight bits a channel, without interlacing. */
export function readPicture(path: string): Picture {
  const chunks = listChunks(readFileSync(path));
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (head?.[8] !== 8 || head[12] !== 0 || (head[9] !== 2 && head[9] !== 6)) throw new Error(`${path}: not a plain picture`);
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const row = width * channels;
  let before = new Uint8Array(row);
  const grey = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const kind = raw[y * (row + 1)] ?? 0;
    const line = new Uint8Array(row);
    for (let i = 0; i < row; i += 1) {
      const left = i >= channels ? (line[i - channels] ?? 0) : 0;
      const corner = i >= channels ? (before[i - channels] ?? 0) : 0;
      line[i] = (raw[y * (row + 1) + 1 + i] ?? 0) + foretell(kind, left, before[i] ?? 0, corner);
    }
    for (let x = 0; x < width; x += 1) {
      const [r = 0, g = 0, b = 0] = line.subarray(x * channels, x * channels + 3);
      grey[y * width + x] = 0.3 * r + 0.59 * g + 0.11 * b;
    }
    before = line;
  }
  return { width, height, grey };
}

function cutOut({ width, height, grey }: Picture, area: Area): number[] {
  const cut: number[] = [];
  for (let y = Math.round(area.y); y < Math.min(height, area.y + area.height); y += 1)
    for (let x = Math.round(area.x); x < Math.min(width, area.x + area.width); x += 1) cut.push(grey[y * width + x] ?? 0);
  return cut;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const spreadOf = (values: readonly number[], mean: number): number => Math.sqrt(meanOf(values.map((one) => (one - mean) ** 2)));

/**
 * How alike an area is in two pictures (Pearson's correlation of its grey, 1 is the same), and how much of its contrast is left in the second.
 * Words that are there as before, and as dark, can be read as before.
 */
export function compareArea(one: Picture, other: Picture, area: Area): { likeness: number; contrast: number } {
  const [a, b] = [cutOut(one, area), cutOut(other, area)];
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  const [spreadA, spreadB] = [spreadOf(a, meanA), spreadOf(b, meanB)];
  if (spreadB < 0.5) return { likeness: 0, contrast: 0 };
  const together = meanOf(a.map((value, i) => (value - meanA) * ((b[i] ?? 0) - meanB)));
  return { likeness: together / (spreadA * spreadB), contrast: spreadB / spreadA };
}
