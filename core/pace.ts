/** Where a count will be by the end of its time, by the days of it that were read. */
import { countByDay, type DaysRead } from './days-read.ts';
import { isCount, type MeasureRows, type Period, type Reading } from './measures.ts';
import type { Measure } from './model.ts';
import { findDispersion, predictCount } from './prediction.ts';
import type { Interval } from './rates.ts';

export interface Pace {
  /** What it will come to by the end. */
  readonly value: number;
  /** Where the final count will be in 95 of 100 cases. Absent where it is not known how much days vary. */
  readonly range: Interval | undefined;
}

/** From fewer than this no pace is told: one more or less would change it by half. */
export const leastForPace = 3;

/** How much of a time was read, is over and not known, and is to come, as parts of it. */
export interface Times {
  readonly read: number;
  readonly unread: number;
  readonly left: number;
}

export function partTime(elapsed: number, daysRead: DaysRead | undefined): Times {
  const share = daysRead ? daysRead.read / Math.max(1, daysRead.days) : 1;
  return { read: elapsed * share, unread: elapsed * (1 - share), left: 1 - elapsed };
}

export interface Prospect {
  readonly pace: Pace;
  /** Where the count would be had its unread days been like those that were read. */
  readonly whole: Interval | undefined;
}

/** What was counted, and for the time that is left the same again per day that was read. Only of counts, and where something was read. */
export function foresee(measure: Measure, rows: MeasureRows, period: Period, { n, value }: Reading, times: Times): Prospect | undefined {
  const { read, unread, left } = times;
  if (!isCount(measure.kind) || value === undefined || read <= 0) return undefined;
  const dispersion = findDispersion(countByDay(measure, rows, period));
  // What is heard varies as Poisson counts do, at least; what is read varies by far more.
  const isKnown = measure.kind !== 'read' || dispersion !== undefined;
  const predict = (rest: number) => (isKnown ? predictCount({ n, counted: read, left: rest, dispersion: dispersion ?? 1 }) : undefined);
  return { pace: { value: n + (n * left) / read, range: predict(left) }, whole: predict(unread + left) };
}
