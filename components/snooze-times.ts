/** When a snoozed mention may come back, as people say it; by the clock of this machine. */
import type { WordKey } from './words.ts';

export interface SnoozeTime {
  readonly name: WordKey;
  readonly until: number;
}

const hour = 3_600_000;
/** The hour of a day that is named without one. */
export const wokenHour = 9;

function morningIn(days: number, now: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return date.setHours(wokenHour, 0, 0, 0);
}

export function listSnoozeTimes(now: number): SnoozeTime[] {
  const toMonday = (8 - new Date(now).getDay()) % 7 || 7;
  const all: SnoozeTime[] = [
    { name: 'snoozeHours', until: now + 3 * hour },
    { name: 'snoozeTomorrow', until: morningIn(1, now) },
    { name: 'snoozeThreeDays', until: morningIn(3, now) },
    { name: 'snoozeMonday', until: morningIn(toMonday, now) },
  ];
  // On a Sunday, Monday is tomorrow.
  return all.filter(({ until }, i) => all.findIndex((one) => one.until === until) === i);
}

const said = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });

export const formatWake = (time: number): string => said.format(time);
