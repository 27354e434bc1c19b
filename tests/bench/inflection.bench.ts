/**
 * How many turning points are found, beside mean + k·sd and a plain threshold, at the same number of false alarms. On the public Twitter volume
 * series of the Numenta Anomaly Benchmark with their labelled windows (the folder named by EARSHOT_CORPORA or --corpora; skipped without one),
 * and on made-up ones: with gaps in what was scanned, where scrolling more must not look like growth; busy ones that burst by themselves; and such
 * whose level changes for weeks, or does not. What is constant in the formula was chosen on made-up series from other seeds than those measured
 * here, not on the labelled ones.
 */
import { beginTurning, findTurningPoints, updateTurningPoints } from '../../core/inflection.ts';
import { corpora } from './corpora.ts';
import { type Figure, figure } from './figure.ts';
import { type Change, changes, dailyMeanAndDeviation, dailyThreshold, inventLevelSeries, steady } from './inflection-levels.ts';
import { inventBusySeries, inventSeries } from './inflection-made-up.ts';
import { readSeries } from './inflection-series.ts';
import { type Detector, type Labelled, leaveOneOut, meanAndDeviation, plainThreshold } from './inflection-yardsticks.ts';

const ours: Detector = {
  name: 'Earshot',
  // Upwards only, as the others.
  thresholds: Array.from({ length: 40 }, (_, i) => 0.5 * 1.15 ** i),
  alarms: (bins, weeks) => findTurningPoints(bins, { weeks }).flatMap(({ at, direction }) => (direction === 'up' ? [at - 1] : [])),
};

/** Weeks: what is told in the product. */
const shipped = 4;

/** False alarms a week for each series that every method is allowed. */
const budgets = [0.15, 0.25, 0.5];

function compare(name: string, series: readonly Labelled[]): Figure[] {
  return budgets.flatMap((budget) => {
    const own = leaveOneOut(ours, series, budget);
    console.log(
      `${name}, ≤ ${budget} false alarms a week: ours ${own.found} of ${own.events}, ${own.falseAlarms.toFixed(2)} false a week (told after ${own.delay.toFixed(1)} h)`,
    );
    return [meanAndDeviation, plainThreshold].map((detector) => {
      const theirs = leaveOneOut(detector, series, budget);
      console.log(`  ${detector.name} ${theirs.found}, ${theirs.falseAlarms.toFixed(2)} false a week`);
      return figure(`inflection/${name}-found-at-${budget}-a-week`, own.found, `of ${own.events} events`, detector.name, theirs.found);
    });
  });
}

function asShipped(name: string, series: readonly Labelled[]): Figure[] {
  const result = leaveOneOut({ ...ours, thresholds: [shipped] }, series, Number.POSITIVE_INFINITY);
  return [
    figure(`inflection/${name}-found-as-shipped`, result.found, `of ${result.events} events`),
    figure(`inflection/${name}-false-alarms-as-shipped`, result.falseAlarms, 'a week'),
  ];
}

const oneWay = ({ direction: way }: Pick<Change, 'direction'>): Detector => ({
  ...ours,
  thresholds: [shipped],
  alarms: (bins) => findTurningPoints(bins).flatMap(({ at, direction }) => (direction === way ? [at - 1] : [])),
});

/** As shipped, beside the others at as many false alarms as that gave, but one in fifty weeks at least. */
function compareLevels(change: Change): Figure[] {
  const series = inventLevelSeries(change, 40);
  const own = leaveOneOut(oneWay(change), series, Number.POSITIVE_INFINITY);
  console.log(
    `level ${change.name}: ours ${own.found} of ${own.events}, ${own.falseAlarms.toFixed(2)} false a week (told after ${(own.delay / 24).toFixed(1)} days)`,
  );
  return [dailyMeanAndDeviation, dailyThreshold].map((make) => {
    const theirs = leaveOneOut(make(change.direction), series, Math.max(0.02, own.falseAlarms));
    const { name } = make(change.direction);
    console.log(`  ${name} ${theirs.found}, ${theirs.falseAlarms.toFixed(2)} false a week (${(theirs.delay / 24).toFixed(1)} days)`);
    return figure(`inflection/level-${change.name}-found-as-shipped`, own.found, `of ${own.events} events`, name, theirs.found);
  });
}

/** In both directions, spikes too. */
function steadyAlarms(): Figure {
  const series = inventLevelSeries(steady, 100);
  const told = series.reduce((sum, { bins }) => sum + findTurningPoints(bins).length, 0);
  return figure('inflection/steady-false-alarms-as-shipped', told / (series.length * 10), 'a week');
}

/** Of one bin, with the usual known: what a batch pays for each of its keywords. */
function microsecondsPerBin(series: readonly Labelled[]): number {
  const state = beginTurning();
  const bins = series.flatMap(({ bins: own }) => own);
  const begun = performance.now();
  for (const bin of bins) updateTurningPoints(state, bin);
  return ((performance.now() - begun) / bins.length) * 1000;
}

export async function run(): Promise<Figure[]> {
  const folder = corpora();
  const twitter = folder ? readSeries(folder) : [];
  const madeUp = inventSeries(40);
  const busy = inventBusySeries(40);
  return [
    ...(twitter.length > 0 ? [...compare('twitter', twitter), ...asShipped('twitter', twitter)] : []),
    ...compare('gaps', madeUp),
    ...asShipped('gaps', madeUp),
    ...compare('busy', busy),
    ...asShipped('busy', busy),
    ...changes.flatMap(compareLevels),
    steadyAlarms(),
    figure('inflection/cost', microsecondsPerBin(madeUp), 'µs a bin'),
  ];
}
