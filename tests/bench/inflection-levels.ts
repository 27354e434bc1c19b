/**
 * Made-up series whose level changes for weeks, as people bring them who read five, ten or twenty-four hours a day: so many mentions a week among
 * the posts scanned, days that vary beyond chance, seasons of hour and weekday, days away, and in half of them twice as much reading from some day
 * on. And steady ones in which nothing changes. What levels are held against elsewhere is the count of a day.
 */
import type { Bin } from '../../core/inflection.ts';
import { createRandom, poisson } from './inflection-made-up.ts';
import type { Detector, Labelled } from './inflection-yardsticks.ts';

const hourLength = 3_600_000;
const dayLength = 24 * hourLength;
const begin = Date.UTC(2026, 0, 5);
const daysBefore = 35;
const days = 70;

export interface Change {
  readonly name: string;
  readonly direction: 'up' | 'down';
  /** How many times the usual, so many days after it began. */
  readonly times: (after: number) => number;
}

export const changes: readonly Change[] = [
  { name: 'twice', direction: 'up', times: () => 2 },
  { name: 'three-times', direction: 'up', times: () => 3 },
  { name: 'half', direction: 'down', times: () => 0.5 },
  { name: 'a-quarter', direction: 'down', times: () => 0.25 },
  { name: 'a-tenth-more-a-week', direction: 'up', times: (after) => 1.1 ** (after / 7) },
];

export const steady: Change = { name: 'steady', direction: 'up', times: () => 1 };

const hoursRead: readonly (readonly number[])[] = [
  [8, 12, 16, 17, 20],
  [8, 9, 10, 11, 12, 13, 14, 16, 17, 20],
  Array.from({ length: 24 }, (_, hour) => hour),
];

/** A gamma of mean 1 as the mean of so many exponentials. */
function vary(shape: number, random: () => number): number {
  let sum = 0;
  for (let i = 0; i < shape; i++) sum -= Math.log(1 - random()) / shape;
  return sum;
}

function inventOne({ name, times }: Change, seed: number): Labelled {
  const random = createRandom(seed * 977);
  const perWeek = 20 * 15 ** random();
  const hours = hoursRead[Math.floor(3 * random())] ?? [];
  // Of days, beyond chance: φ from a half to a twentieth.
  const shape = Math.round(2 * 10 ** random());
  const [weekend, keenFrom] = [0.4 + 0.8 * random(), random() < 0.5 ? Math.floor(days * random()) : days];
  const bins: Bin[] = [];
  for (let day = 0; day < days; day++) {
    const level = vary(shape, random) * (day % 7 >= 5 ? weekend : 1) * (day < daysBefore ? 1 : times(day - daysBefore));
    const isAway = random() < 0.1;
    for (const hour of hours) {
      const exposed = isAway || random() < 0.25 ? 0 : Math.round((60 + 100 * random()) * (day >= keenFrom ? 2 : 1));
      const season = 1 + 0.5 * Math.sin(((hour - 9) / 24) * 2 * Math.PI);
      const mean = (perWeek / (7 * hours.length * 0.75)) * (exposed / 110) * season * level;
      bins.push({ at: begin + (day * 24 + hour) * hourLength, exposed, count: exposed === 0 ? 0 : poisson(mean, random) });
    }
  }
  const window = { from: begin + daysBefore * dayLength, to: begin + days * dayLength };
  return { name: `${name} ${seed}`, bins, windows: name === steady.name ? [] : [window] };
}

export const inventLevelSeries = (change: Change, number: number, seed = 1): Labelled[] =>
  Array.from({ length: number }, (_, i) => inventOne(change, seed + i));

/** Counts of days on which something was read, and their ends. */
function listDays(bins: readonly Bin[]): { at: number; count: number }[] {
  const found: { at: number; count: number; day: number }[] = [];
  for (const { at, count, exposed } of bins) {
    if (exposed === 0) continue;
    const day = Math.floor(at / dayLength);
    const last = found.at(-1);
    if (last?.day === day) Object.assign(last, { at, count: last.count + count });
    else found.push({ at, count, day });
  }
  return found;
}

const fewestDays = 7;

export const dailyMeanAndDeviation = (direction: Change['direction']): Detector => ({
  name: 'mean ± k·sd of days',
  thresholds: Array.from({ length: 60 }, (_, i) => 0.5 + i * 0.1),
  alarms(bins, k) {
    const found: number[] = [];
    let [sum, squares, n] = [0, 0, 0];
    for (const { at, count } of listDays(bins)) {
      const mean = sum / Math.max(1, n);
      const far = k * Math.sqrt(Math.max(0, squares / Math.max(1, n) - mean ** 2));
      if (n >= fewestDays && (direction === 'up' ? count > mean + far : count < mean - far)) found.push(at);
      [sum, squares, n] = [sum + count, squares + count ** 2, n + 1];
    }
    return found;
  },
});

export const dailyThreshold = (direction: Change['direction']): Detector => ({
  name: 'plain threshold of days',
  thresholds: Array.from({ length: 60 }, (_, i) => 1 + i * 0.1),
  alarms(bins, times) {
    const all = listDays(bins);
    const mean = all.slice(0, fewestDays).reduce((sum, { count }) => sum + count, 0) / fewestDays;
    const isFar = (count: number): boolean => (direction === 'up' ? count > times * mean : count < mean / times);
    return all.slice(fewestDays).flatMap(({ at, count }) => (isFar(count) ? [at] : []));
  },
});
