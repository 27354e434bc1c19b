/** Weeks, months and quarters by the clock that is chosen. A week begins on Monday. */
import { type Clock, day } from './clock.ts';
import type { Time } from './measures.ts';
import * as say from './say.ts';

export type Span = 'Week' | 'Month' | 'Quarter';

export interface Stretch extends Time {
  name: string;
  isOver: boolean;
  before: Time;
  /** Where each day of it begins, or each week of a quarter, and the end of the last. */
  parts: number[];
}

/** The dates it begins on and the next one does, `by` of them later. */
function datesOf(span: Span, date: number, by: number): [number, number] {
  const at = new Date(date);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  if (span === 'Week') {
    const monday = date - ((at.getUTCDay() + 6) % 7) * day + by * 7 * day;
    return [monday, monday + 7 * day];
  }
  const [first, size] = span === 'Month' ? [month + by, 1] : [month - (month % 3) + 3 * by, 3];
  return [Date.UTC(year, first), Date.UTC(year, first + size)];
}

function nameOf(span: Span, from: number, to: number): string {
  if (span === 'Month') return say.monthName(from);
  if (span === 'Week') return `Week of ${say.shortDate(from)} – ${say.wholeDate(to - day)}`;
  const at = new Date(from);
  return `Quarter ${at.getUTCMonth() / 3 + 1} of ${at.getUTCFullYear()}`;
}

function listBegins(span: Span, from: number, to: number): number[] {
  const begins = [from];
  for (let date = from + day; date < to; date += day) if (span !== 'Quarter' || new Date(date).getUTCDay() === 1) begins.push(date);
  return [...begins, to];
}

export function spanAt(span: Span, clock: Clock, moment: number, by = 0): Stretch {
  const [from, to] = datesOf(span, clock.dayOf(moment), by);
  const [fromBefore] = datesOf(span, clock.dayOf(moment), by - 1);
  // One that is not over is held against as many days of the one before as have begun of it.
  const isOver = moment >= clock.momentOf(to);
  const begun = Math.max(clock.dayOf(moment), from) - from + day;
  return {
    from: clock.momentOf(from),
    to: clock.momentOf(to),
    name: nameOf(span, from, to),
    isOver,
    before: { from: clock.momentOf(fromBefore), to: clock.momentOf(isOver ? from : Math.min(from, fromBefore + begun)) },
    parts: listBegins(span, from, to).map((date) => clock.momentOf(date)),
  };
}
