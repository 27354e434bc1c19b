/** Series as a person who scrolls now and then brings them: mentions by chance among the posts scanned, days without a look, and one turn each. */
import type { Bin } from '../../core/inflection.ts';
import type { Labelled } from './inflection-yardsticks.ts';

const hourLength = 3_600_000;
const begin = Date.UTC(2026, 0, 5);
const weeks = 8;

/** Mulberry32: small, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Knuth's method, in steps, for any mean. */
function poisson(mean: number, random: () => number): number {
  let [count, left] = [0, mean];
  while (left > 0) {
    const part = Math.min(left, 30);
    left -= part;
    let product = random();
    for (const limit = Math.exp(-part); product > limit; product *= random()) count++;
  }
  return count;
}

/** A gamma of mean 1 and shape 4, as the mean of four exponentials: talk comes in bursts. */
const burst = (random: () => number): number => [0, 1, 2, 3].reduce((sum) => sum - Math.log(1 - random()) / 4, 0);

/** Posts scanned in an hour: nothing at night, little at work, on some days nothing at all, and now and then an evening of much scrolling. */
function scannedIn(hour: number, away: boolean, keen: boolean, random: () => number): number {
  if (away || hour < 7 || random() < 0.35) return 0;
  return Math.round((20 + 180 * random()) * (keen ? 6 : 1));
}

function inventOne(seed: number): Labelled {
  const random = createRandom(seed);
  const perPost = 0.004 + 0.02 * random();
  const turn = begin + (3 + 4 * random()) * 7 * 24 * hourLength;
  const [times, lasts] = random() < 0.5 ? [4 + 4 * random(), 24 + 24 * random()] : [2.5 + 1.5 * random(), 7 * 24];
  const bins: Bin[] = [];
  let [away, keen] = [0, false];
  for (let n = 0; n < weeks * 168; n++) {
    const at = begin + n * hourLength;
    const hour = n % 24;
    if (hour === 0) {
      away = away > 0 ? away - 1 : random() < 0.08 ? 1 + Math.floor(random() * 4) : 0;
      keen = random() < 0.1;
    }
    const exposed = scannedIn(hour, away > 0, keen, random);
    const season = 1 + 0.5 * Math.sin(((hour - 9) / 24) * 2 * Math.PI);
    const turned = at >= turn && at < turn + lasts * hourLength ? times : 1;
    bins.push({ at, exposed, count: exposed === 0 ? 0 : poisson(exposed * perPost * season * turned * burst(random), random) });
  }
  return { name: `made up ${seed}`, bins, windows: [{ from: turn, to: turn + Math.max(lasts, 48) * hourLength }] };
}

export const inventSeries = (number: number): Labelled[] => Array.from({ length: number }, (_, i) => inventOne(i + 1));
