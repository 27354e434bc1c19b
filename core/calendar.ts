/**
 * The person's own days and hours. A day is named by the UTC midnight of its date, so that days are 24 hours apart wherever clocks are put
 * forward, and a date is never off by one. What is counted by the hour belongs to the day in which its hour begins.
 */
export const hourLength = 3_600_000;
/** The moment (ms) at which the hour (UTC) began that a time (ms) lies in. */
export const startOfHour = (time: number): number => Math.floor(time / hourLength) * hourLength;
/** The first hour (UTC) that begins at a time (ms) or later. */
export const nextHour = (time: number): number => Math.ceil(time / hourLength) * hourLength;
/** The hours (UTC) that begin in a time: where zones are a part of an hour off it begins and ends within one. */
export const wholeHours = ({ from, to }: { from: number; to: number }): { from: number; to: number } => ({
  from: nextHour(from),
  to: nextHour(to),
});
export const dayLength = 24 * hourLength;
const quarter = hourLength / 4;

export interface Calendar {
  readonly zone: string;
  /** The date of a moment, as the UTC midnight of that date. */
  dayOf(time: number): number;
  /** 0–23. */
  hourOf(time: number): number;
  /** 0 is Sunday. */
  weekdayOf(time: number): number;
  /** What the clock on the wall shows, as if it were UTC. */
  wallOf(time: number): number;
  /** The moment a clock on the wall shows this. Of two, the earlier; where it is skipped, the moment it is skipped at or an hour beside it. */
  momentOf(wall: number): number;
}

/** Zones differ from UTC by whole quarters of an hour, and change at them. */
function createOffsets(zone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const readOffset = (time: number): number => {
    const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const wall = Date.UTC(parts.year ?? 1970, (parts.month ?? 1) - 1, parts.day ?? 1, parts.hour ?? 0, parts.minute ?? 0);
    return wall - time;
  };
  const known = new Map<number, number>();
  const readOnce = (time: number): number => {
    const kept = known.get(time);
    if (kept !== undefined) return kept;
    const offset = readOffset(time);
    known.set(time, offset);
    return offset;
  };
  // Asking the browser takes microseconds: on a day whose beginning and end agree, which is nearly every one, it is asked only for these.
  return (time) => {
    const start = Math.floor(time / dayLength) * dayLength;
    const offset = readOnce(start);
    return readOnce(start + dayLength) === offset ? offset : readOnce(Math.floor(time / quarter) * quarter);
  };
}

/** @param zone as the IANA names it ("Europe/Berlin"). @throws RangeError where there is no such zone */
export function createCalendar(zone: string): Calendar {
  const offsetAt = createOffsets(zone);
  const wallOf = (time: number): number => time + offsetAt(time);
  return {
    zone,
    wallOf,
    dayOf: (time) => Math.floor(wallOf(time) / dayLength) * dayLength,
    hourOf: (time) => Math.floor((wallOf(time) % dayLength) / hourLength),
    weekdayOf: (time) => (Math.floor(wallOf(time) / dayLength) + 4) % 7,
    momentOf: (wall) => {
      const before = wall - offsetAt(wall - dayLength);
      return wallOf(before) === wall ? before : wall - offsetAt(wall + dayLength);
    },
  };
}

/** A calendar of the zone, or of UTC where the zone is unknown here. */
export function calendarOf(zone: string | undefined): Calendar {
  try {
    return createCalendar(zone ?? 'UTC');
  } catch {
    return createCalendar('UTC');
  }
}

/** Whole days, both ends in. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

export const listDays = ({ from, to }: Period): number[] =>
  Array.from({ length: Math.max(0, Math.round((to - from) / dayLength) + 1) }, (_, i) => from + i * dayLength);

/** The last `length` days, today among them. */
export function lastDays(length: number, now: number, calendar: Calendar): Period {
  const to = calendar.dayOf(now);
  return { from: to - (length - 1) * dayLength, to };
}

/** As many days, right before it. */
export function periodBefore({ from, to }: Period): Period {
  const length = to - from + dayLength;
  return { from: from - length, to: to - length };
}

/** Of the days a moment of UTC rows may lie in, a day more at each end: which zone it is does not matter then. */
export const spanOf = ({ from, to }: Period): { from: number; to: number } => ({ from: from - dayLength, to: to + 2 * dayLength });

/** From which moment (in) to which (out) the hours (UTC) last that belong to the days: those that begin in them. */
export function hoursOf({ from, to }: Period, { dayOf, momentOf }: Calendar): { from: number; to: number } {
  const firstOf = (day: number): number => {
    let hour = startOfHour(momentOf(day)) - 2 * hourLength;
    while (dayOf(hour) < day) hour += hourLength;
    return hour;
  };
  return { from: firstOf(from), to: firstOf(to + dayLength) };
}

/** When work is done: minutes of the day, on some days of the week (0 is Sunday). */
export interface WorkingHours {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

const minute = 60_000;
/** What has waited longer than this is late by any measure. */
const longest = 400;

/**
 * How much working time lies between two moments: what comes in at night begins to wait in the morning, and what is answered at night was
 * answered at closing time.
 */
export function workingTime(from: number, to: number, { days, from: opens, to: closes }: WorkingHours, calendar: Calendar): number {
  let sum = 0;
  const last = Math.min(calendar.dayOf(to), calendar.dayOf(from) + longest * dayLength);
  for (let day = calendar.dayOf(from); day <= last; day += dayLength) {
    if (!days.includes((day / dayLength + 4) % 7)) continue;
    const start = Math.max(from, calendar.momentOf(day + opens * minute));
    const end = Math.min(to, calendar.momentOf(day + closes * minute));
    sum += Math.max(0, end - start);
  }
  return sum;
}
