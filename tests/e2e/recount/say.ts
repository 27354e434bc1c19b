/** Numbers as a person reads them. */
import type { Difference, Interval, Ratio, Share } from './statistics.ts';

export const number = (n: number): string => n.toLocaleString('en-US');

/** So finely that it is neither nothing nor, of a hundred, all. */
function finely(n: number, usual: number, all = Infinity): string {
  if (n === 0 || n === all) return n.toFixed(usual);
  const places = [0, 1, 2, 3, 4, 5].find((more) => Number(n.toFixed(usual + more)) !== 0 && Number(n.toFixed(usual + more)) !== all) ?? 6;
  return n.toFixed(usual + places);
}

export const per = (rate: number): string => (rate >= 100 ? number(Math.round(rate)) : finely(rate, rate < 1 ? 2 : 1));

const range = (say: (n: number) => string, { low, high }: Interval): string => `${say(low)}–${say(high)}`;

export const perRange = (interval: Interval): string => range(per, interval);

export const percent = (share: number): string => `${finely(share * 100, share > 0 && share * 100 < 9.95 ? 1 : 0, 100)} %`;

export const percentRange = (interval: Interval): string => range(percent, interval);

export const shareSaid = (share: Share | undefined): string => (share ? percent(share.share) : 'Unknown');

/** What is not one is not said as one. */
export function times(n: number): string {
  if (n === Infinity) return '∞';
  if (n >= 10) return n.toFixed(0);
  const near = Math.abs(n - 1);
  return n.toFixed(n === 1 || near >= 0.05 ? 1 : near >= 0.005 ? 2 : 3);
}

export const timesRange = (interval: Interval): string => range(times, interval);

export function ratioSaid(ratio: Ratio | undefined, days: number): string {
  if (!ratio) return `Nothing to compare with in the ${days} days before`;
  if (!ratio.differs) return `No clear change from the ${days} days before (${timesRange(ratio)} times)`;
  if (ratio.times === Infinity) return `None in the ${days} days before`;
  return `${times(ratio.times)} times the ${days} days before (${timesRange(ratio)})`;
}

function points(share: number, isChange: boolean): string {
  const whole = isChange ? finely(Math.abs(share) * 100, 0) : String(Math.round(Math.abs(share) * 100));
  return whole === '0' ? '0' : `${share > 0 ? '+' : '−'}${whole}`;
}

export function differenceSaid(found: Difference | undefined, days: number): string {
  if (!found) return `Nothing to compare with in the ${days} days before`;
  const reach = `${points(found.low, found.differs)} to ${points(found.high, found.differs)}`;
  if (!found.differs) return `No clear change from the ${days} days before (${reach} points)`;
  return `${points(found.difference, true)} points from the ${days} days before (${reach})`;
}

export function length(ms: number): string {
  const [minutes, hours] = [ms / 60_000, ms / 3_600_000];
  const short = (n: number) => n.toLocaleString('en-US', { maximumFractionDigits: n < 10 ? 1 : 0 });
  if (minutes < 1) return `${Math.floor(ms / 1_000)} s`;
  if (minutes < 59.5) return `${Math.round(minutes)} min`;
  return hours < 47.5 ? `${short(hours)} h` : `${short(hours / 24)} d`;
}

const date = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  return (day: number): string => format.format(day);
};

/** Of days as clocks name them. */
export const shortDate = date({ day: 'numeric', month: 'short' });
export const longDate = date({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
export const wholeDate = date({ day: 'numeric', month: 'short', year: 'numeric' });
export const monthName = date({ month: 'long', year: 'numeric' });

/** "Nov 1 – 30": both of them in. */
export function dateRange(from: number, to: number): string {
  const format = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.formatRange(from, to).replace(/\s+/g, ' ');
}

/** Where there is little room. */
export const withoutYear = (range: string): string => range.replace(/, \d{4}/g, '');

/** "1 site", "2 sites". */
export const counted = (n: number, one: string): string => `${number(n)} ${one}${n === 1 ? '' : 's'}`;

export const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
export const clockHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

const sites: Record<string, string> = { x: 'X', reddit: 'Reddit', linkedin: 'LinkedIn', youtube: 'YouTube', hackernews: 'Hacker News' };
export const siteName = (site: string): string => sites[site] ?? site;

export const intents = {
  question: 'Question',
  complaint: 'Complaint',
  praise: 'Praise',
  buying: 'Wants to buy',
  switching: 'Wants to switch',
  bug: 'Bug report',
  press: 'Press',
};
