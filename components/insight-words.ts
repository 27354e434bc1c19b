/** Figures of insights in words. An interval is always said with what it is of. */
import type { LikeForLike, Ratio } from '../core/rate-ratio.ts';
import type { Rate } from '../core/rates.ts';
import type { Difference, Share } from '../core/statistics.ts';
import { writeTruly } from '../core/true-digits.ts';
import { isUneven } from './like-words.ts';
import { formatNumber, word, wordFor } from './words.ts';

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Of a date that is the UTC midnight of itself. */
export const formatDate = (date: number): string => day.format(date);
export const formatLongDate = (date: number): string => longDay.format(date);

/** With so many digits behind the point, or more where it would else reach what it is not. */
function writeFixed(value: number, digits: number, borders: readonly number[]): string {
  const write = (finer: number) => ({ text: value.toFixed(digits + finer), says: Number(value.toFixed(digits + finer)) });
  return writeTruly(value, write, borders);
}

export function formatPer(rate: number): string {
  return rate >= 100 ? formatNumber(Math.round(rate)) : writeFixed(rate, rate < 1 ? 2 : 1, [0]);
}

/** On an axis, where 10 is not written 10.0. */
export const formatMark = (value: number): string => formatNumber(Number(value.toFixed(2)));

export const sayRate = (rate: Rate | undefined): string => (rate ? formatPer(rate.perThousand) : word('unknown'));
export const sayRateRange = ({ low, high }: Rate): string => word('rangeOf', formatPer(low), formatPer(high));

export function formatPercent(share: number): string {
  const percent = share * 100;
  return `${writeFixed(percent, percent > 0 && percent < 9.95 ? 1 : 0, [0, 100])} %`;
}

export const sayShare = (share: Share | undefined): string => (share ? formatPercent(share.share) : word('unknown'));

/** An interval has two ends: what rounding would make one is told more finely. */
export function sayShareRange({ low, high }: Share): string {
  const [from, to] = [formatPercent(low), formatPercent(high)];
  if (from !== to || low === high) return word('rangeOf', from, to);
  const fine = (share: number): string => `${(share * 100).toFixed(low < 0.1 ? 2 : 1)} %`;
  return word('rangeOf', fine(low), fine(high));
}

interface Heard {
  mentions: number;
  posts: number | undefined;
}

/** Where nothing was read, nothing could be heard: that is not zero. */
export const sayMentions = ({ mentions, posts }: Heard): string =>
  mentions === 0 && posts === undefined ? word('unknown') : formatNumber(mentions);

/** "12 mentions among 400 posts read", "nothing read". */
export function sayHeard({ mentions, posts }: Heard): string {
  const heard = wordFor(mentions, 'inboxCountOne', 'inboxCountMany');
  if (posts !== undefined) return wordFor(posts, 'heardAmongOne', 'heardAmongMany', heard);
  return mentions === 0 ? word('nothingRead') : word('heardUnread', heard);
}

/** "1.2"; next to one with as many digits as it takes to be told from it: "1.04" is more, and "1.0" would be as much. */
export function formatTimes(n: number): string {
  if (n === Number.POSITIVE_INFINITY) return '∞';
  if (n >= 10) return n.toFixed(0);
  const digits = [1, 2, 3].find((d) => n === 1 || Number(n.toFixed(d)) !== 1) ?? 1;
  return n.toFixed(digits);
}

/** Against the days before. */
export function sayRatio(ratio: Ratio | undefined, days: number): string {
  if (!ratio) return wordFor(days, 'changeUnknownOne', 'changeUnknown');
  const range = word('rangeOf', formatTimes(ratio.low), formatTimes(ratio.high));
  if (!ratio.differs) return wordFor(days, 'changeNoneTimesOne', 'changeNoneTimes', range);
  if (ratio.times === Number.POSITIVE_INFINITY) return wordFor(days, 'changeNewOne', 'changeNew');
  return wordFor(days, 'changeTimesOne', 'changeTimes', formatTimes(ratio.times), range);
}

interface Compared {
  readonly like: LikeForLike | undefined;
  readonly now: Rate | undefined;
  readonly before: Rate | undefined;
}

/** How many times the rate is of what it was, and both like for like where other sites were read, or others more. */
export function sayLikeForLike({ like, now, before }: Compared, days: number): string[] {
  if (!like && now && before) return [wordFor(days, 'changeElsewhereOne', 'changeElsewhere')];
  const rates = { now: now?.perThousand, before: before?.perThousand };
  const noted = isUneven(like, rates, formatPer)
    ? [word('likeForLikeOn', formatPer(like.before), formatPer(like.now), formatNumber(like.posts.before), formatNumber(like.posts.now))]
    : [];
  return [sayRatio(like?.ratio, days), ...noted];
}

/** What is a change is not written as none. */
function points(share: number, isChange = false): string {
  const written = writeFixed(Math.abs(share) * 100, 0, isChange ? [0] : []);
  return `${Number(written) === 0 ? '' : share > 0 ? '+' : '−'}${written}`;
}

export function sayDifference(found: Difference | undefined, days: number): string {
  if (!found) return wordFor(days, 'changeUnknownOne', 'changeUnknown');
  const range = word('rangeBetween', points(found.low, found.differs), points(found.high, found.differs));
  if (!found.differs) return wordFor(days, 'changeNonePointsOne', 'changeNonePoints', range);
  return wordFor(days, 'changePointsOne', 'changePoints', points(found.difference, true), range);
}

const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });
/** 0 is Sunday; 4 January 1970 was one. */
export const nameWeekday = (day: number): string => weekday.format((3 + day) * 86_400_000);
export const nameHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
