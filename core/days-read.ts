/** On how many days of a time something was read, and what was counted on each: of the others nothing is known. */
import { dayLength, startOfHour } from './calendar.ts';
import { isCount, listCounted, type MeasureRows, type Period } from './measures.ts';
import type { Measure } from './model.ts';

export interface DaysRead {
  /** Days that have begun. */
  readonly days: number;
  /** Those of them on which something was read. */
  readonly read: number;
}

/** Of times that follow upon each other most lie in the same hour; an hour belongs to the day it begins in. */
function createDays({ dayOf }: MeasureRows): (time: number) => number {
  let [hour, day] = [Number.NaN, Number.NaN];
  return (time) => {
    if (startOfHour(time) !== hour) [hour, day] = [startOfHour(time), dayOf(startOfHour(time))];
    return day;
  };
}

const hoursRead = new WeakMap<MeasureRows, ReadonlySet<number>>();

/** Who saw a mention read, also where the posts of that hour were not counted. Found out once of the rows, whatever number of goals they tell. */
function listHoursRead(rows: MeasureRows): ReadonlySet<number> {
  const known = hoursRead.get(rows);
  if (known) return known;
  const hours = new Set<number>();
  for (const { hour, posts } of rows.exposures) if (posts > 0) hours.add(hour);
  let last = Number.NaN;
  for (const { seenAt } of rows.mentions) {
    const hour = startOfHour(seenAt);
    if (hour !== last) hours.add(hour);
    last = hour;
  }
  hoursRead.set(rows, hours);
  return hours;
}

function listRead(rows: MeasureRows, { from, to }: Period): Set<number> {
  const hours = [...listHoursRead(rows)].filter((hour) => hour >= from && hour < to);
  return new Set(hours.map(rows.dayOf));
}

const countDays = ({ dayOf }: MeasureRows, { from, to }: Period): number =>
  to > from ? Math.round((dayOf(to - 1) - dayOf(from)) / dayLength) + 1 : 0;

/** Undefined of what unread days say nothing of: shares and rates are of what was read, and posts read are none on a day without reading. */
export function countDaysRead({ kind }: Measure, rows: MeasureRows, period: Period): DaysRead | undefined {
  if (!isCount(kind) || kind === 'read') return undefined;
  return { days: countDays(rows, period), read: listRead(rows, period).size };
}

/** What was counted on each whole day on which something was read. The first day and the last are parts of days. */
export function countByDay(measure: Measure, rows: MeasureRows, period: Period): number[] {
  if (period.to <= period.from) return [];
  const first = rows.dayOf(period.from);
  const whole = Array.from({ length: Math.max(0, countDays(rows, period) - 2) }, (_, i) => first + (i + 1) * dayLength);
  const read = measure.kind === 'read' ? undefined : listRead(rows, period);
  const counts = new Map(whole.filter((day) => !read || read.has(day)).map((day) => [day, 0]));
  const dayOf = createDays(rows);
  for (const { at, n } of listCounted(measure, rows, period)) {
    const day = dayOf(at);
    const known = counts.get(day);
    if (known !== undefined) counts.set(day, known + n);
  }
  return [...counts.values()];
}
