/** Measures and what they come to, as people say them. */
import type { Taken } from './measures.ts';
import * as say from './say.ts';
import type { Interval } from './statistics.ts';

const isShare = (kind: string): boolean => ['share-of-voice', 'answered', 'negative'].includes(kind);

const rate = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: n >= 100 ? 0 : n < 1 ? 2 : 1 });
const rounded = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: n < 10 ? 1 : 0 });

export function sayMeasure(kind: string, value: number | undefined): string {
  if (value === undefined) return 'Unknown';
  if (isShare(kind)) return `${rounded(value * 100)} %`;
  if (kind === 'response-time') return say.length(value);
  return kind === 'rate' ? rate(value) : say.number(Math.round(value));
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
