/** Answers of two times, with as much time to answer in both. */
import { sayMeasure } from './measure-words.ts';
import * as measures from './measures.ts';
import type { Mention, Rows } from './rows.ts';
import * as say from './say.ts';
import { type Interval, shareOf } from './statistics.ts';

export interface Alike {
  now: measures.Taken;
  before: measures.Taken;
  target: number;
}

interface Waited {
  time: number;
  isOver: boolean;
}

interface Half {
  median: number | undefined;
  range: Interval | undefined;
}

/** Kaplan and Meier 1958; Wilson's interval of as many as Peto 1977 and Rothman 1978 reckon. Each time is looked up in the whole list. */
export function halfOf(waits: readonly Waited[]): Half {
  const times = [...new Set(waits.filter(({ isOver }) => isOver).map(({ time }) => time))].sort((a, b) => a - b);
  let open = 1;
  const found: { median?: number; low?: number; high?: number } = {};
  for (const time of times) {
    const waiting = waits.filter((one) => one.time >= time).length;
    const over = waits.filter((one) => one.isOver && one.time === time).length;
    const weight = waiting / open;
    open = (open * (waiting - over)) / waiting;
    const range = shareOf(Math.max(0, 1 - open) * weight, weight);
    if (found.low === undefined && range && range.high >= 0.5) found.low = time;
    if (found.median === undefined && open < 0.5 + 1e-9) found.median = time;
    if (range && range.low > 0.5) {
      found.high = time;
      break;
    }
  }
  const { median, low, high = Infinity } = found;
  return { median, range: median === undefined || low === undefined ? undefined : { low, high } };
}

const askedIn = (rows: Rows, time: measures.Time): Mention[] =>
  measures.ofBrands(rows, measures.seenIn(rows, time)).filter(measures.wantsAnswer(rows));

const usualTarget = 24 * 60;

export function alikeOf(rows: Rows, kind: string, [shown, before]: [measures.Time, measures.Time], moment: number): Alike | undefined {
  const target = (rows.measuring.target ?? usualTarget) * 60_000;
  const tookOf = ({ id, seenAt }: Mention) => {
    const at = rows.answeredAt.get(id);
    return at === undefined ? undefined : rows.howLong(seenAt, at);
  };
  const within = (time: measures.Time): measures.Taken => {
    const old = askedIn(rows, time).filter(({ seenAt }) => rows.howLong(seenAt, moment) >= target);
    const found = shareOf(old.filter((one) => (tookOf(one) ?? Infinity) <= target).length, old.length);
    return { value: found?.share, n: old.length, posts: 0, range: found };
  };
  const half = (time: measures.Time): measures.Taken => {
    const asked = askedIn(rows, time);
    const waits = asked.map((one) => ({ time: tookOf(one) ?? rows.howLong(one.seenAt, moment), isOver: tookOf(one) !== undefined }));
    const { median, range } = halfOf(waits);
    return { value: median, n: asked.length, posts: 0, range };
  };
  if (kind === 'answered') return { now: within(shown), before: within(before), target };
  return kind === 'response-time' ? { now: half(shown), before: half(before), target } : undefined;
}

interface Told {
  kind: string;
  name: string;
  now: measures.Taken;
  before: measures.Taken;
  alike: Alike | undefined;
}

const time = (ms: number) => sayMeasure('response-time', ms);

export function nameAlike({ kind, name, alike }: Told): string {
  if (!alike) return name;
  return kind === 'answered'
    ? `${name} within ${time(alike.target)} (of those at least that old)`
    : `${name} (those still open counted in)`;
}

export function basisAlike({ kind, now, before, alike }: Told): string {
  if (!alike || now.n === 0 || before.n === 0) return '';
  const half = ({ value }: measures.Taken) => (value === undefined ? 'fewer than half yet' : `half within ${time(value)}`);
  if (kind !== 'answered') return `. Compared, those still open counted in: ${half(alike.now)} (before: ${half(alike.before)})`;
  const [is, was] = [alike.now, alike.before].map(({ value, n }) => `${sayMeasure(kind, value)} of ${say.number(n)}`);
  return `. Compared: within ${time(alike.target)}, of those at least that old: ${is} (before: ${was})`;
}

export function levelAlike({ alike }: Told, isUnsure: boolean): string {
  if (alike?.now.value === undefined || alike.before.value === undefined) return '';
  const [is, was] = [alike.now, alike.before].map(({ value }) => sayMeasure('answered', value));
  return `; of the ${say.number(alike.now.n)} at least ${time(alike.target)} old, ${is} within that time (before: ${was}${isUnsure ? ', no clear change' : ''})`;
}
