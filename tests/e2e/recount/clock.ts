/** A clock on a wall somewhere, asked of the browser's calendar for each moment. A day is the UTC midnight of its date. */
export const hour = 3_600_000;
export const day = 24 * hour;

export interface Clock {
  readonly zone: string;
  /** What it shows, as if it were UTC. */
  wall(time: number): number;
  dayOf(time: number): number;
  hourOf(time: number): number;
  /** 0 is Sunday. */
  weekdayOf(time: number): number;
  /** When it shows this. */
  momentOf(wall: number): number;
}

export const beginOfHour = (time: number): number => time - (time % hour);

function createWall(zone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const known = new Map<number, number>();
  // No zone's clock is changed but at a quarter of an hour.
  const quarter = hour / 4;
  return (time) => {
    const begin = Math.floor(time / quarter) * quarter;
    const shown = known.get(begin) ?? Date.parse(`${format.format(begin).replace(' ', 'T')}Z`);
    known.set(begin, shown);
    return shown + (time - begin);
  };
}

export function createClock(zone: string): Clock {
  const wall = createWall(zone);
  const dayOf = (time: number) => Math.floor(wall(time) / day) * day;
  return {
    zone,
    wall,
    dayOf,
    hourOf: (time) => new Date(wall(time)).getUTCHours(),
    weekdayOf: (time) => new Date(wall(time)).getUTCDay(),
    momentOf(shown) {
      // All moments that may be it, an hour of change and a day of offset away at most; the first that is.
      for (let time = shown - 15 * hour; time <= shown + 15 * hour; time += hour / 4) if (wall(time) >= shown) return time;
      throw new Error(`no clock in ${zone} shows ${new Date(shown).toISOString()}`);
    },
  };
}

export interface Hours {
  days: number[];
  from: number;
  to: number;
}

/** Of the time between two moments what lies in working hours. */
export function workedBetween(from: number, to: number, { days, from: opens, to: closes }: Hours, clock: Clock): number {
  let sum = 0;
  for (let date = clock.dayOf(from); date <= clock.dayOf(to); date += day) {
    if (!days.includes(new Date(date).getUTCDay())) continue;
    const [begin, end] = [clock.momentOf(date + opens * 60_000), clock.momentOf(date + closes * 60_000)];
    sum += Math.max(0, Math.min(to, end) - Math.max(from, begin));
  }
  return sum;
}
