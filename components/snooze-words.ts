/** When a mention is to come back, read from words: "next friday 10am", "in 3 hours". By the clock of this machine. */
import { casual } from 'chrono-node';
import { wokenHour } from './snooze-times.ts';

export type SnoozeReading =
  | { readonly until: number }
  /** `unread`: no time in it. `past`: a time, and it is over. `empty`: nothing to read. */
  | { readonly problem: 'empty' | 'unread' | 'past' };

/** Of these words chrono says an hour that people mean; any other day without an hour begins in the morning. */
const namedHour = /\b(noon|midday|midnight|afternoon|evening|tonight|night)\b/i;

export function readSnoozeWords(words: string, now: number): SnoozeReading {
  if (words.trim() === '') return { problem: 'empty' };
  const [found] = casual.parse(words, new Date(now), { forwardDate: true });
  if (!found) return { problem: 'unread' };
  const date = found.start.date();
  if (!found.start.isCertain('hour') && !namedHour.test(found.text)) date.setHours(wokenHour, 0, 0, 0);
  return date.getTime() > now ? { until: date.getTime() } : { problem: 'past' };
}
