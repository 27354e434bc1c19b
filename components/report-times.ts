/** Weeks, months and quarters, by the clock and calendar of this machine; weeks begin on Monday. */
import type { Period } from '../core/measures.ts';
import type { ReportPeriod } from '../core/report.ts';
import { word } from './words.ts';

export type Span = ReportPeriod['span'];

const midnight = (year: number, month: number, day: number): number => new Date(year, month, day).getTime();

/** The first moment of the span that `time` lies in, `by` spans later. */
function beginOf(span: Span, time: number, by = 0): number {
  const at = new Date(time);
  const [year, month, day] = [at.getFullYear(), at.getMonth(), at.getDate()];
  if (span === 'week') return midnight(year, month, day - ((at.getDay() + 6) % 7) + 7 * by);
  if (span === 'month') return midnight(year, month + by, 1);
  return midnight(year, month - (month % 3) + 3 * by, 1);
}

const dateOf = (time: number): string => {
  const at = new Date(time);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
};

/** `by` spans from the one that `time` lies in. */
export function periodOf(span: Span, time: number, by = 0): ReportPeriod {
  const from = beginOf(span, time, by);
  return { id: `${span}:${dateOf(from)}`, span, from, to: beginOf(span, time, by + 1) };
}

export const periodBefore = ({ span, from }: ReportPeriod): Period => ({ from: beginOf(span, from, -1), to: from });

/** The first moment of each day (of a week or month) or week (of a quarter), and the end of the last. */
export function listStretches({ span, from, to }: ReportPeriod): number[] {
  const stretches: number[] = [];
  for (let i = 0; ; i++) {
    const at = new Date(from);
    const next = span === 'quarter' ? new Date(beginOf('week', from, i)) : at;
    const start = span === 'quarter' ? Math.max(from, next.getTime()) : midnight(at.getFullYear(), at.getMonth(), at.getDate() + i);
    if (start >= to) return [...stretches, to];
    stretches.push(start);
  }
}

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' });
const whole = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });

export const formatShortDay = (time: number): string => day.format(time);
export const formatWholeDay = (time: number): string => whole.format(time);
/** The last day of it, not the first one after. */
export const formatLastDay = ({ to }: Period): string => whole.format(to - 1);

export function namePeriod({ span, from, to }: ReportPeriod): string {
  if (span === 'month') return month.format(from);
  if (span === 'week') return word('reportWeekOf', day.format(from), whole.format(to - 1));
  const at = new Date(from);
  return word('reportQuarterOf', at.getMonth() / 3 + 1, at.getFullYear());
}
