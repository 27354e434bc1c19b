/** Dates by the person's own calendar: that of the time zone they chose, wherever this machine stands. */
import type { Calendar } from '../core/calendar.ts';

const inUtc = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en', { ...parts, timeZone: 'UTC' });
const short = inUtc({ day: 'numeric', month: 'short' });
const whole = inUtc({ day: 'numeric', month: 'short', year: 'numeric' });
const month = inUtc({ month: 'long', year: 'numeric' });

/** "Nov 3" */
export const formatShortDay = (time: number, calendar: Calendar): string => short.format(calendar.dayOf(time));
/** "Nov 3, 2026" */
export const formatWholeDay = (time: number, calendar: Calendar): string => whole.format(calendar.dayOf(time));
/** "November 2026" */
export const formatMonth = (time: number, calendar: Calendar): string => month.format(calendar.dayOf(time));

/** "Nov 1 – 30", of a time that ends before `to`. */
export const formatDays = ({ from, to }: { from: number; to: number }, calendar: Calendar): string =>
  short.formatRange(calendar.dayOf(from), calendar.dayOf(Math.max(from, to - 1)));

/** "Nov 1 – 30, 2026", of two dates that are the UTC midnight of themselves: paper is read in other years. */
export const formatWholeDates = ({ from, to }: { from: number; to: number }): string => whole.formatRange(from, to);

/** "2026-11-29": what a field for a date holds. */
export const toDate = (time: number, calendar: Calendar): string => new Date(calendar.dayOf(time)).toISOString().slice(0, 10);
/** The first moment of it; not a number while it is typed in part, or not at all. */
export function readDate(text: string, calendar: Calendar): number {
  const day = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(day) ? day : calendar.momentOf(day);
}
