/** An hour of the clock on the wall, on one day of the week or on any: "mon-14@Europe/Berlin", "09@UTC". */
import { calendarOf, startOfHour } from './calendar.ts';

export interface WeekHour {
  /** 0 is Sunday; absent: any. */
  readonly weekday?: number | undefined;
  /** 0–23. */
  readonly hour: number;
  /** As the IANA names it. */
  readonly zone: string;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const form = /^(?:([a-z]{3})-)?([01]?\d|2[0-3])@([a-z][a-z0-9_+/-]{0,60})$/i;

export function readWeekHour(text: string): WeekHour | undefined {
  const [, day, hour, zone = ''] = form.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const weekday = day === undefined ? undefined : weekdays.indexOf(day.toLowerCase());
  return weekday === -1 ? undefined : { weekday, hour: Number(hour), zone };
}

export const printWeekHour = ({ weekday, hour, zone }: WeekHour): string =>
  `${weekday === undefined ? '' : `${weekdays[weekday]}-`}${String(hour).padStart(2, '0')}@${zone}`;

/** True for times that lie in an hour (UTC) which begins in it: by that, all that is counted by the hour is counted. */
export function createHourTest({ weekday, hour, zone }: WeekHour): (time: number) => boolean {
  const calendar = calendarOf(zone);
  return (time) => {
    const start = startOfHour(time);
    return calendar.hourOf(start) === hour && (weekday === undefined || calendar.weekdayOf(start) === weekday);
  };
}
