/** Measures and what they come to, as people say them. */
import { hour } from './clock.ts';
import type { Taken } from './measures.ts';
import * as say from './say.ts';
import type { Interval } from './statistics.ts';

const isShare = (kind: string): boolean => ['share-of-voice', 'answered', 'negative'].includes(kind);

/** With so many digits at most, and what it then says. */
type Said = (more: number) => [text: string, says: number];

function digits(n: number, usual: number, unit: number, sign: string): Said {
  return (more) => {
    const text = n.toLocaleString('en-US', { maximumFractionDigits: usual + more });
    return [`${text}${sign}`, Number.parseFloat(text.split(',').join('')) * unit];
  };
}

const usualOf = (n: number): number => (n < 10 ? 1 : 0);

function sayTime(ms: number): Said {
  const [minutes, hours, days] = [ms / 60_000, ms / hour, ms / hour / 24];
  if (minutes < 1) return (more) => digits(more === 0 ? Math.floor(ms / 1_000) : ms / 1_000, 0, 1_000, ' s')(more);
  if (minutes < 59.5) return digits(minutes, 0, 60_000, ' min');
  return hours < 47.5 ? digits(hours, usualOf(hours), hour, ' h') : digits(days, usualOf(days), 24 * hour, ' d');
}

function saidOf(kind: string, value: number): Said {
  if (isShare(kind)) return digits(value * 100, usualOf(value * 100), 0.01, ' %');
  if (kind === 'response-time') return sayTime(value);
  return digits(value, kind !== 'rate' || value >= 100 ? 0 : value < 1 ? 2 : 1, 1, '');
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** Whether one is above, at or below the other. */
const compare = (a: number, b: number): string => (isSame(a, b) ? 'same' : a > b ? 'above' : 'below');

/** With the fewest digits that neither make it nothing, nor all, nor as much as another that it is not. */
export function sayMeasure(kind: string, value: number | undefined, ...others: (number | undefined)[]): string {
  if (value === undefined) return 'Unknown';
  const apart = [0, ...(isShare(kind) ? [1] : []), ...others].filter((one): one is number => one !== undefined && !isSame(value, one));
  const said = saidOf(kind, value);
  const more = [0, 1, 2, 3, 4, 5, 6].find((n) => apart.every((one) => compare(said(n)[1], one) === compare(value, one)));
  return said(more ?? 6)[0];
}

/** As it was typed. */
export function sayTarget(kind: string, target: number): string {
  const said = saidOf(kind, target);
  return said([0, 1, 2].find((n) => isSame(said(n)[1], target)) ?? 3)[0];
}

/** "52–64 %": of one unit it is said once. */
export function sayInterval(kind: string, { low, high }: Interval): string {
  const [from = '', to = ''] = [sayMeasure(kind, low), sayMeasure(kind, high)];
  const [number, unit] = from.split(' ');
  return unit && to.endsWith(` ${unit}`) ? `${number}–${to}` : `${from}–${to}`;
}

const bases: Record<string, readonly [one: string, many: string]> = {
  'share-of-voice': ['mention of you and competitors', 'mentions of you and competitors'],
  answered: ['mention that wants an answer', 'mentions that want an answer'],
  'response-time': ['reply seen', 'replies seen'],
  negative: ['mention that could be told', 'mentions that could be told'],
};

/** What it was counted from. */
export function sayCounted(kind: string, { n, posts, byClock }: Pick<Taken, 'n' | 'posts' | 'byClock'>): string {
  if (['read', 'open', 'people', 'mentions'].includes(kind)) return '';
  if (kind === 'rate') return `${say.counted(n, 'mention')} in ${say.counted(posts, 'post')} read`;
  if (n === 0) return 'nothing counted yet';
  const counted = `${say.number(n)} ${bases[kind]?.[n === 1 ? 0 : 1]}`;
  return byClock === undefined ? counted : `${counted}, ${sayMeasure(kind, byClock)} by the clock`;
}

const ofBrands: Record<string, string> = {
  answered: 'Share of mentions of your brands answered',
  'response-time': 'Median time to a reply about your brands',
  negative: 'Share of unhappy mentions of your brands',
};

/** Of the brands, where no keywords are named. */
export const nameKind = (kind: string, isOfBrands = true): string => (isOfBrands && ofBrands[kind]) || measureNames[kind] || '';

export const measureNames: Record<string, string> = {
  read: 'Posts read',
  rate: 'Mentions per 1,000 posts read',
  'share-of-voice': 'Share of voice',
  answered: 'Share of mentions answered',
  'response-time': 'Median time to a reply',
  negative: 'Share of unhappy mentions',
  people: 'People with a tag who wrote',
  mentions: 'Mentions',
  open: 'Open mentions (new or snoozed)',
};
