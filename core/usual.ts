/**
 * What is usual: how often a keyword is mentioned among the posts scanned, by hour of the day and day of the week, learnt bin by bin. Everything
 * is forgotten slowly (half of it in `memory` bins), and one odd bin moves it little, because counts are cut off at what is likely before they
 * are learnt from.
 */

/** One hour or day. `exposed`: posts scanned; 0 where nobody looked, which says nothing about the count. */
export interface Bin {
  readonly at: number;
  readonly count: number;
  readonly exposed: number;
}

/** Plain data, so that it may be kept between two runs. */
export interface Usual {
  /** Mentions and posts learnt from, with those of long ago faded. */
  count: number;
  exposed: number;
  /** By hour of the day (UTC) and by day of the week: mentions, and how many were to be expected without regard to the time. */
  hours: { count: number; expected: number }[];
  days: { count: number; expected: number }[];
}

const dayLength = 86_400_000;
const hourLength = 3_600_000;

export const nothingUsual = (): Usual => ({
  count: 0,
  exposed: 0,
  hours: Array.from({ length: 24 }, () => ({ count: 0, expected: 0 })),
  days: Array.from({ length: 7 }, () => ({ count: 0, expected: 0 })),
});

/** So many mentions pull the factor of an hour or a day towards 1: with little known, every hour is like the others. */
const held = 20;
/** The rate before anything is known counts as much as this many mentions. */
const unknown = 0.5;

const factorOf = ({ count, expected }: { count: number; expected: number }): number => (count + held) / (expected + held);

const hourOf = (at: number): number => Math.floor((at % dayLength) / hourLength);
const weekdayOf = (at: number): number => Math.floor(at / dayLength) % 7;

/** Mentions for each post scanned, whatever the time. */
export const rateOf = ({ count, exposed }: Usual): number => (exposed > 0 ? (count + unknown) / exposed : 0);

/** How many mentions are usual in a bin; a bin of a whole day knows no hour. */
export function expectedIn(usual: Usual, { at, exposed }: Bin, step: number): number {
  const hour = usual.hours[hourOf(at)];
  const day = usual.days[weekdayOf(at)];
  const byHour = step < dayLength && hour ? factorOf(hour) : 1;
  return rateOf(usual) * exposed * byHour * (day ? factorOf(day) : 1);
}

/** The mean factor of the times that were read. */
function meanFactor(slots: Usual['hours']): number {
  const read = slots.reduce((sum, { expected }) => sum + expected, 0);
  return read > 0 ? slots.reduce((sum, slot) => sum + factorOf(slot) * slot.expected, 0) / read : 1;
}

/**
 * How much more is spoken at the time of a bin than at others that are read. A change of level lifts all factors until the rate has followed it, so
 * that they are held against their own mean.
 */
export function seasonOf(usual: Usual, { at }: Bin, step: number): number {
  const [hour, day] = [usual.hours[hourOf(at)], usual.days[weekdayOf(at)]];
  const byHour = step < dayLength && hour ? factorOf(hour) / meanFactor(usual.hours) : 1;
  return byHour * (day ? factorOf(day) / meanFactor(usual.days) : 1);
}

/** `count` is what is learnt of the bin, already cut off at what is likely. `memory`: the number of bins after which half is forgotten. */
export function learn(usual: Usual, bin: Bin, count: number, memory: number): void {
  const keep = 2 ** (-1 / memory);
  const expected = rateOf(usual) * bin.exposed;
  usual.count = usual.count * keep + count;
  usual.exposed = usual.exposed * keep + bin.exposed;
  // The first bins only show how often it is mentioned at all.
  if (expected === 0) return;
  for (const slot of [usual.hours[hourOf(bin.at)], usual.days[weekdayOf(bin.at)]]) {
    if (!slot) continue;
    // An hour comes round once a day, a day once a week: each forgets at its own pace.
    const slotKeep = 2 ** (-24 / memory);
    slot.count = slot.count * slotKeep + count;
    slot.expected = slot.expected * slotKeep + expected;
  }
}
