/** Weeks, months and quarters, by the person's own calendar; weeks begin on Monday. */
import { type Calendar, dayLength } from '../core/calendar.ts';
import type { Period } from '../core/measures.ts';
import type { ReportPeriod } from '../core/report.ts';
import { formatMonth, formatShortDay, formatWholeDay, toDate } from './date-words.ts';
import { word } from './words.ts';

export type Span = ReportPeriod['span'];

/** The first moment of the span that `time` lies in, `by` spans later. */
function beginOf(span: Span, time: number, calendar: Calendar, by = 0): number {
  const day = new Date(calendar.dayOf(time));
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()];
  const begin = (m: number, d: number) => calendar.momentOf(Date.UTC(year, m, d));
  if (span === 'week') return begin(month, date - ((day.getUTCDay() + 6) % 7) + 7 * by);
  if (span === 'month') return begin(month + by, 1);
  return begin(month - (month % 3) + 3 * by, 1);
}

/** `by` spans from the one that `time` lies in. */
export function periodOf(span: Span, time: number, calendar: Calendar, by = 0): ReportPeriod {
  const from = beginOf(span, time, calendar, by);
  return { id: `${span}:${toDate(from, calendar)}`, span, from, to: beginOf(span, time, calendar, by + 1) };
}

export const periodBefore = ({ span, from }: ReportPeriod, calendar: Calendar): Period => ({
  from: beginOf(span, from, calendar, -1),
  to: from,
});

/** What it is compared with: all of the one before, or, where this one is not over, as many of its first days as have begun of this one. */
export function comparedWith(period: ReportPeriod, now: number, calendar: Calendar): Period {
  const { from, to } = periodBefore(period, calendar);
  if (now >= period.to) return { from, to };
  const begun = calendar.dayOf(Math.max(now, period.from)) - calendar.dayOf(period.from) + dayLength;
  return { from, to: Math.min(to, calendar.momentOf(calendar.dayOf(from) + begun)) };
}

/** The first moment of each day (of a week or month) or week (of a quarter), and the end of the last. */
export function listStretches({ span, from, to }: ReportPeriod, calendar: Calendar): number[] {
  const day = calendar.dayOf(from);
  const stretches: number[] = [];
  for (let i = 0; ; i++) {
    const start = span === 'quarter' ? Math.max(from, beginOf('week', from, calendar, i)) : calendar.momentOf(day + i * dayLength);
    if (start >= to) return [...stretches, to];
    stretches.push(start);
  }
}

/** The last day of it, not the first one after. */
export const formatLastDay = ({ to }: Period, calendar: Calendar): string => formatWholeDay(to - 1, calendar);

/** "Nov 1, 2026 – Nov 30, 2026"; one day is said once. */
export function formatWholeDays(period: Period, calendar: Calendar): string {
  const [first, last] = [formatWholeDay(period.from, calendar), formatLastDay(period, calendar)];
  return first === last ? first : word('reportDays', first, last);
}

export function namePeriod({ span, from, to }: ReportPeriod, calendar: Calendar): string {
  if (span === 'month') return formatMonth(from, calendar);
  if (span === 'week') return word('reportWeekOf', formatShortDay(from, calendar), formatWholeDay(to - 1, calendar));
  const day = new Date(calendar.dayOf(from));
  return word('reportQuarterOf', day.getUTCMonth() / 3 + 1, day.getUTCFullYear());
}
