const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'narrow' });
const absolute = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

export function formatRelative(time: number, now: number): string {
  const apart = time - now;
  if (Math.abs(apart) > 30 * 86_400_000) return day.format(time);
  const [unit, length] = units.find(([, ms]) => Math.abs(apart) >= ms) ?? (['second', 1_000] as const);
  return unit === 'second' ? relative.format(0, 'second') : relative.format(Math.trunc(apart / length), unit);
}

export function Time({ at, now }: { at: number; now: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={absolute.format(at)}>
      {formatRelative(at, now)}
    </time>
  );
}

export function formatDay(time: number): string {
  return day.format(time);
}
