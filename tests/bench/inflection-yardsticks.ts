/** What detectors are measured against, and how: the same past, the same silence after an alarm, the same number of false alarms. */
import type { Bin } from '../../core/inflection.ts';

export interface Labelled {
  name: string;
  bins: Bin[];
  windows: { from: number; to: number }[];
}

export interface Detector {
  name: string;
  thresholds: readonly number[];
  /** Times of alarms. */
  alarms: (bins: readonly Bin[], threshold: number) => number[];
}

const hourLength = 3_600_000;
const firstHours = 24;
/** The first 750 rows of five minutes belong to learning, as they do in the benchmark the series come from. */
const probation = 62.5 * hourLength;

/** After an alarm there is silence for a day, whoever gives it. */
function quieten(alarms: readonly number[]): number[] {
  const kept: number[] = [];
  for (const at of alarms) if (at - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) >= 24 * hourLength) kept.push(at);
  return kept;
}

/** What most dashboards do: the count of an hour against all before it. */
export const meanAndDeviation: Detector = {
  name: 'mean + k·sd',
  thresholds: Array.from({ length: 80 }, (_, i) => 1 + i * 0.25),
  alarms(bins, k) {
    const found: number[] = [];
    let [sum, squares, n] = [0, 0, 0];
    for (const { at, count } of bins) {
      const mean = n > 0 ? sum / n : 0;
      const sd = n > 1 ? Math.sqrt(Math.max(0, squares / n - mean ** 2)) : Number.POSITIVE_INFINITY;
      if (n >= firstHours && count > mean + k * sd) found.push(at);
      [sum, squares, n] = [sum + count, squares + count ** 2, n + 1];
    }
    return found;
  },
};

/** "Tell me at more than so many": a number chosen once, as a multiple of the first day's mean. */
export const plainThreshold: Detector = {
  name: 'plain threshold',
  thresholds: Array.from({ length: 120 }, (_, i) => 1 + i * 0.25),
  alarms(bins, times) {
    const first = bins.slice(0, firstHours);
    const mean = Math.max(0.5, first.reduce((sum, { count }) => sum + count, 0) / Math.max(1, first.length));
    return bins.slice(firstHours).flatMap(({ at, count }) => (count > times * mean ? [at] : []));
  },
};

interface Tried {
  found: number;
  falseAlarms: number;
  weeks: number;
  delays: number[];
}

function tryOne(detector: Detector, { bins, windows }: Labelled, threshold: number): Tried {
  const alarms = quieten(detector.alarms(bins, threshold).filter((at) => at >= (bins[0]?.at ?? 0) + probation));
  const inside = ({ from, to }: { from: number; to: number }) => alarms.filter((at) => at >= from && at <= to);
  const delays = windows.flatMap((window) =>
    inside(window)
      .slice(0, 1)
      .map((at) => at - window.from),
  );
  const wrong = alarms.filter((at) => !windows.some(({ from, to }) => at >= from && at <= to));
  return {
    found: delays.length,
    falseAlarms: wrong.length,
    weeks: ((bins.at(-1)?.at ?? 0) - (bins[0]?.at ?? 0)) / (168 * hourLength),
    delays,
  };
}

function sumUp(tried: readonly Tried[]): Tried {
  return tried.reduce(
    (sum, one) => ({
      found: sum.found + one.found,
      falseAlarms: sum.falseAlarms + one.falseAlarms,
      weeks: sum.weeks + one.weeks,
      delays: [...sum.delays, ...one.delays],
    }),
    { found: 0, falseAlarms: 0, weeks: 0, delays: [] },
  );
}

export interface Result {
  found: number;
  events: number;
  /** A week for each series. */
  falseAlarms: number;
  /** Hours from the beginning of the window to the alarm, mean. */
  delay: number;
}

/** The threshold is chosen on the other series, as the one that finds most within the budget of false alarms, and tried on the one left out. */
export function leaveOneOut(detector: Detector, series: readonly Labelled[], budget: number): Result {
  const table = detector.thresholds.map((threshold) => series.map((one) => tryOne(detector, one, threshold)));
  const tried = series.map((_, left) => {
    const rated = table.map((row) => ({ own: row[left], others: sumUp(row.filter((__, i) => i !== left)) }));
    const within = rated.filter(({ others }) => others.falseAlarms / Math.max(others.weeks, 1e-9) <= budget);
    const best = [...within].sort((a, b) => b.others.found - a.others.found || a.others.falseAlarms - b.others.falseAlarms)[0];
    return best?.own ?? { found: 0, falseAlarms: 0, weeks: 0, delays: [] };
  });
  const all = sumUp(tried);
  return {
    found: all.found,
    events: series.reduce((sum, { windows }) => sum + windows.length, 0),
    falseAlarms: all.falseAlarms / Math.max(all.weeks, 1e-9),
    delay: all.delays.reduce((sum, delay) => sum + delay, 0) / Math.max(1, all.delays.length) / hourLength,
  };
}
