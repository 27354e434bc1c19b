/** Dates in a reply: so many days, weeks, months or business days from now, as a calendar in the reader's time zone counts them. */
import type { DateStep, DateUnit } from './template-tree.ts';

export interface DateWorld {
  readonly now: number;
  readonly lang: string;
  readonly zone: string;
}

const written = /^([+-])(\d{1,4})(h|d|w|m|b|bd)$/i;

/** `+2d`, `-1w`, `+3b`. */
export function readStep(text: string): DateStep | undefined {
  const [, sign, digits = '', unit = ''] = written.exec(text.replace('−', '-')) ?? [];
  if (!sign) return undefined;
  return { amount: Number(digits) * (sign === '-' ? -1 : 1), unit: unit.charAt(0).toLowerCase() as DateUnit };
}

const named: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date: { dateStyle: 'long' },
  full: { dateStyle: 'full' },
  medium: { dateStyle: 'medium' },
  short: { dateStyle: 'short' },
  time: { timeStyle: 'short' },
  datetime: { dateStyle: 'medium', timeStyle: 'short' },
};

/** What Intl.DateTimeFormat may be told, and what it is told by the bare word. */
const parts: Readonly<Record<string, readonly string[]>> = {
  weekday: ['long', 'short', 'narrow'],
  day: ['numeric', '2-digit'],
  month: ['long', 'short', 'narrow', 'numeric', '2-digit'],
  year: ['numeric', '2-digit'],
  hour: ['numeric', '2-digit'],
  minute: ['2-digit', 'numeric'],
  timeZoneName: ['short', 'long'],
};

export const formatNames: readonly string[] = [...Object.keys(named), 'iso', 'relative', ...Object.keys(parts)];

/** `weekday`, `weekday:short day month`, `datetime`: for Intl. Undefined where it is none of these. */
export function readFormat(format: string): Intl.DateTimeFormatOptions | 'iso' | 'relative' | undefined {
  const plain = format.trim();
  if (plain === 'iso' || plain === 'relative') return plain;
  if (Object.hasOwn(named, plain)) return named[plain];
  const options: Record<string, string> = {};
  for (const word of plain.split(/[\s,]+/)) {
    const [name = '', value] = word.split(':');
    const key = Object.keys(parts).find((part) => part.toLowerCase() === name.toLowerCase());
    const allowed = parts[key ?? ''] ?? [];
    const chosen = value ?? allowed[0];
    if (!key || chosen === undefined || !allowed.includes(chosen)) return undefined;
    options[key] = chosen;
  }
  return options as Intl.DateTimeFormatOptions;
}

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

export function isLang(lang: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang).length > 0;
  } catch {
    return false;
  }
}

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** What the clock on the wall shows in a time zone. */
function wallAt(time: number, zone: string): Wall {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const shown = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
  return { year: of('year'), month: of('month') - 1, day: of('day'), hour: of('hour'), minute: of('minute'), second: of('second') };
}

const asUtc = ({ year, month, day, hour, minute, second }: Wall): number => Date.UTC(year, month, day, hour, minute, second);

/** When the clock shows this; an hour that a change of clocks leaves out is the one after it. */
function timeOf(wall: Wall, zone: string): number {
  const shown = asUtc(wall);
  const offsetAt = (time: number) => asUtc(wallAt(time, zone)) - time;
  const near = shown - offsetAt(shown);
  return shown - offsetAt(near);
}

const dayOfWeek = (wall: Wall): number => new Date(asUtc(wall)).getUTCDay();
const isWeekend = (wall: Wall): boolean => dayOfWeek(wall) % 6 === 0;

function addDays(wall: Wall, days: number): Wall {
  const moved = new Date(asUtc({ ...wall, day: wall.day + days }));
  return { ...wall, year: moved.getUTCFullYear(), month: moved.getUTCMonth(), day: moved.getUTCDate() };
}

/** The 31st, a month on, is the last day where there is no 31st. */
function addMonths(wall: Wall, months: number): Wall {
  const first = new Date(Date.UTC(wall.year, wall.month + months, 1));
  const longest = new Date(Date.UTC(wall.year, wall.month + months + 1, 0)).getUTCDate();
  return { ...wall, year: first.getUTCFullYear(), month: first.getUTCMonth(), day: Math.min(wall.day, longest) };
}

/** Monday to Friday; public holidays are nobody's to know here. None at all is the next such day. */
function addBusinessDays(wall: Wall, days: number): Wall {
  const step = days < 0 ? -1 : 1;
  let at = wall;
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, step);
    if (!isWeekend(at)) left--;
  }
  while (isWeekend(at)) at = addDays(at, step);
  return at;
}

export function addSteps(now: number, steps: readonly DateStep[], zone: string): number {
  return steps.reduce((time, { amount, unit }) => {
    if (unit === 'h') return time + amount * 3_600_000;
    const wall = wallAt(time, zone);
    const rest = time - timeOf(wall, zone);
    const moved =
      unit === 'm'
        ? addMonths(wall, amount)
        : unit === 'b'
          ? addBusinessDays(wall, amount)
          : addDays(wall, unit === 'w' ? amount * 7 : amount);
    return timeOf(moved, zone) + rest;
  }, now);
}

const two = (n: number): string => String(n).padStart(2, '0');
const isoOf = ({ year, month, day }: Wall): string => `${year}-${two(month + 1)}-${two(day)}`;

/** "tomorrow", "in 3 days", "next week" where it is whole weeks away; in hours only within the same day. */
function relativeTo(time: number, { now, lang, zone }: DateWorld): string {
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  const dayOf = (at: number) => asUtc({ ...wallAt(at, zone), hour: 0, minute: 0, second: 0 }) / 86_400_000;
  const days = Math.round(dayOf(time) - dayOf(now));
  const hours = Math.round((time - now) / 3_600_000);
  if (days === 0 && hours !== 0) return format.format(hours, 'hour');
  return days !== 0 && days % 7 === 0 ? format.format(days / 7, 'week') : format.format(days, 'day');
}

/** Undefined where its format, language or time zone is none. */
export function writeDate(steps: readonly DateStep[], format: string | undefined, world: DateWorld): string | undefined {
  const options = readFormat(format ?? 'date');
  if (!options || !isLang(world.lang) || !isZone(world.zone)) return undefined;
  const time = addSteps(world.now, steps, world.zone);
  if (options === 'iso') return isoOf(wallAt(time, world.zone));
  if (options === 'relative') return relativeTo(time, world);
  return new Intl.DateTimeFormat(world.lang, { ...options, timeZone: world.zone }).format(time);
}
