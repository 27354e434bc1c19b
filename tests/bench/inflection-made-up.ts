/**
 * Made-up series with turns in them. Of two kinds: as a person who scrolls now and then brings them, with mentions by chance among the posts
 * scanned, days without a look, and one turn each; and as the talk of a whole network, all of it counted, that drifts, breathes with hour and
 * weekday, and bursts by itself with heavy tails, so that only the greatest bursts are turns.
 */
import type { Bin } from '../../core/inflection.ts';
import type { Labelled } from './inflection-yardsticks.ts';

const hourLength = 3_600_000;
const begin = Date.UTC(2026, 0, 5);
const weeks = 8;

/** Mulberry32: small, and the same everywhere. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Knuth's method, in steps, for any mean. */
export function poisson(mean: number, random: () => number): number {
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

/** Of mean 0 and deviation 1 (Box and Muller). */
const normal = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const exponential = (random: () => number): number => -Math.log(1 - random());
const between = (low: number, high: number, random: () => number): number => low + (high - low) * random();

interface Wave {
  readonly at: number;
  /** Mentions in its first hour, and after how many hours a third of that is left. */
  readonly height: number;
  readonly fades: number;
}

/** What a wave adds in the hour `n`. */
const swell = (n: number, { at, height, fades }: Wave): number => (n < at ? 0 : height * Math.exp(-(n - at) / fades));

/** Waves as they come by chance, `often` a week, with sizes that have a heavy tail (Pareto) but stay below what is a turn here. */
function listWaves(often: number, usual: number, tail: number, most: number, random: () => number): Wave[] {
  const waves: Wave[] = [];
  for (let at = 0; at < weeks * 168; at += (168 / often) * exponential(random)) {
    const height = usual * Math.min(most, (1 - random()) ** (-1 / tail));
    waves.push({ at: Math.floor(at), height, fades: between(0.7, 4, random) });
  }
  return waves;
}

function listTurns(usual: number, most: number, random: () => number): Wave[] {
  const number = 2 + Math.floor(3 * random());
  return Array.from({ length: number }, (_, i) => {
    const at = Math.floor(168 * (0.6 + ((weeks - 1) * (i + random())) / number));
    return { at, height: usual * most * between(1.2, 3, random), fades: between(1.5, 20, random) };
  });
}

function inventBusy(seed: number): Labelled {
  const random = createRandom(seed);
  const usual = 5 * 200 ** random();
  const [daily, weekend] = [between(0.2, 1, random), between(0.4, 1, random)];
  const [spread, holds, loose] = [between(0.1, 0.4, random), between(0.6, 0.97, random), between(0.05, 0.35, random)];
  const most = between(3, 12, random);
  const waves = listWaves(between(1, 14, random), usual, between(1, 2.5, random), most, random);
  const turns = listTurns(usual, most, random);
  const bins: Bin[] = [];
  for (let n = 0, drift = 0; n < weeks * 168; n++) {
    drift = holds * drift + Math.sqrt(1 - holds ** 2) * spread * normal(random);
    const day = Math.floor(n / 24) % 7;
    const breath = Math.exp(daily * Math.sin(((n - 9) / 24) * 2 * Math.PI) + drift + loose * normal(random)) * (day >= 5 ? weekend : 1);
    const burst = [...waves, ...turns].reduce((sum, wave) => sum + swell(n, wave), 0);
    // Half of those who join in are only there at their own hours.
    bins.push({ at: begin + n * hourLength, exposed: 10_000, count: poisson(usual * breath + (burst * (1 + breath)) / 2, random) });
  }
  const windows = turns.map(({ at }) => ({ from: begin + at * hourLength, to: begin + (at + 24) * hourLength }));
  return { name: `busy ${seed}`, bins, windows };
}

export const inventBusySeries = (number: number, seed = 1): Labelled[] => Array.from({ length: number }, (_, i) => inventBusy(seed + i));

export const inventSeries = (number: number, seed = 1): Labelled[] => Array.from({ length: number }, (_, i) => inventOne(seed + i));
