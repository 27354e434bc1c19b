/** Measures and their numbers, as people say them. */
import { isOfWindow } from '../core/goals.ts';
import { isolate } from '../core/isolate.ts';
import type { Reading } from '../core/measures.ts';
import type { Measure, MeasureKind, SentimentValue } from '../core/model.ts';
import { intentNames } from './intent-names.ts';
import { formatNumber, type WordKey, word, wordFor } from './words.ts';

const names = {
  read: 'measureRead',
  rate: 'measureRate',
  'share-of-voice': 'measureVoice',
  answered: 'measureAnswered',
  'response-time': 'measureResponse',
  negative: 'measureNegative',
  people: 'measurePeople',
  mentions: 'measureMentions',
  open: 'measureOpen',
} as const satisfies Record<MeasureKind, WordKey>;

export const measureKinds = Object.keys(names) as MeasureKind[];

/** What is told of mentions of the person's brands, where they have some and named no other keywords. */
const namesOfBrands: Partial<Record<MeasureKind, WordKey>> = {
  answered: 'measureAnsweredMine',
  'response-time': 'measureResponseMine',
  negative: 'measureNegativeMine',
};

export const isToldOfBrands = (kind: MeasureKind): boolean => kind in namesOfBrands;

export const nameMeasureKind = (kind: MeasureKind, ofBrands = false): string => word((ofBrands && namesOfBrands[kind]) || names[kind]);

export const feelingNames = {
  positive: 'feelsPositive',
  neutral: 'feelsNeutral',
  negative: 'feelsNegative',
  unknown: 'feelsUnknown',
} as const satisfies Record<SentimentValue, WordKey>;

export interface Naming {
  readonly nameKeyword: (id: string) => string;
  /** The person listens for brands of theirs. */
  readonly hasBrands: boolean;
}

/** As lines of an audit are called: five goals have to stand on one page with all there is to say of a month. */
const shortNames: Partial<Record<MeasureKind, readonly [of: WordKey, ofBrands: WordKey]>> = {
  rate: ['auditRate', 'auditRate'],
  answered: ['auditAnswered', 'auditAnsweredMine'],
  'response-time': ['auditResponse', 'auditResponseMine'],
  negative: ['auditNegative', 'auditNegativeMine'],
};

function narrow(name: string, { keywordIds = [], tags = [], intents = [] }: Measure, nameKeyword: Naming['nameKeyword']): string {
  const narrowed = [...[...keywordIds.map(nameKeyword), ...tags].map(isolate), ...intents.map((intent) => word(intentNames[intent]))];
  return narrowed.length > 0 ? word('measureOfRate', name, narrowed.join(', ')) : name;
}

const isOfBrands = ({ keywordIds = [] }: Measure, { hasBrands }: Naming): boolean => hasBrands && keywordIds.length === 0;

/** "Mentions · refund, chargeback". */
export const nameMeasure = (measure: Measure, naming: Naming): string =>
  narrow(nameMeasureKind(measure.kind, isOfBrands(measure, naming)), measure, naming.nameKeyword);

/** "Answered, of your brands", where there is little room. */
export function nameMeasureShort(measure: Measure, naming: Naming): string {
  const short = shortNames[measure.kind]?.[isOfBrands(measure, naming) ? 1 : 0];
  return short ? narrow(word(short), measure, naming.nameKeyword) : nameMeasure(measure, naming);
}

const isShare = (kind: MeasureKind): boolean => kind === 'share-of-voice' || kind === 'answered' || kind === 'negative';

const hour = 3_600_000;

/** From so many hours on a span is told in days. */
const manyHours = 48;

/** "40 s", "18 min", "2.5 h", "3 d": the same span in the same words wherever it is told. */
export function formatSpan(ms: number): string {
  if (ms < 60_000) return word('secondsShort', Math.floor(ms / 1_000));
  if (Math.round(ms / 60_000) < 60) return word('minutesShort', Math.round(ms / 60_000));
  if (Math.round(ms / hour) < manyHours) return word('hoursShort', round(ms / hour));
  return word('daysShort', round(ms / hour / 24));
}

/** As fine on each page: a rate that is rounded to its interval's edge looks like another one. */
const roundRate = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: n >= 100 ? 0 : n < 1 ? 2 : 1 });

const round = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: n < 10 ? 1 : 0 });

/** "34 %", "12.5", "3 h", "1,204". */
export function formatMeasure(kind: MeasureKind, value: number | undefined): string {
  if (value === undefined) return word('unknown');
  if (isShare(kind)) return `${round(value * 100)} %`;
  if (kind === 'response-time') return formatSpan(value);
  return kind === 'rate' ? roundRate(value) : formatNumber(Math.round(value));
}

/** "52–64 %": of one unit it is said once; in one piece. */
export function formatInterval(kind: MeasureKind, low: number, high: number): string {
  const [from, to] = [formatMeasure(kind, low), formatMeasure(kind, high)].map((text) => text.split(' '));
  const same = from?.[1] === to?.[1];
  return `${from?.slice(0, same ? 1 : 2).join('\u00a0')}–${to?.join('\u00a0')}`;
}

/** How many of the unit a person types make one of the unit it is kept in. */
export function unitOf(kind: MeasureKind): { name: string; size: number } {
  if (isShare(kind)) return { name: word('unitShare'), size: 0.01 };
  if (kind === 'response-time') return { name: word('unitHours'), size: hour };
  return { name: word(kind === 'rate' ? 'unitRate' : 'unitCount'), size: 1 };
}

const bases = {
  rate: ['basisRateOne', 'basisRate'],
  'share-of-voice': ['basisVoiceOne', 'basisVoice'],
  answered: ['basisAnsweredOne', 'basisAnswered'],
  'response-time': ['basisResponseOne', 'basisResponse'],
  negative: ['basisNegativeOne', 'basisNegative'],
} as const;

type Basis = Pick<Reading, 'n' | 'posts' | 'byClock'>;

/** What the number was counted from: "25 mentions of you and competitors". What is counted alone says nothing more. */
export function sayCounted(kind: MeasureKind, { n, posts, byClock }: Basis): string {
  if (kind === 'read' || kind === 'open' || kind === 'people' || kind === 'mentions') return '';
  if (n === 0 && kind !== 'rate') return word('basisNone');
  const [one, many] = bases[kind];
  const counted = wordFor(n, one, many, wordFor(posts, 'roundReadOne', 'roundReadMany'));
  return byClock === undefined ? counted : word('basisByClock', counted, formatSpan(byClock));
}

/** The same with how much was read: "25 mentions of you and competitors · 1,200 posts read meanwhile". */
export function sayBasis(kind: MeasureKind, reading: Basis): string {
  const read = kind === 'read' || kind === 'open' || kind === 'rate' ? '' : wordFor(reading.posts, 'basisPostsOne', 'basisPosts');
  return [sayCounted(kind, reading), read].filter(Boolean).join(' · ');
}

const day = 86_400_000;

/** "last 28 days", or fewer where there were no more; nothing of what is counted from a first day on, or is as it is now. */
export const sayWindow = (kind: MeasureKind, { from, to }: Pick<Reading, 'from' | 'to'>): string =>
  isOfWindow(kind) ? sayDays(from, to) : '';

export const sayDays = (from: number, to: number): string => wordFor(Math.max(1, Math.round((to - from) / day)), 'windowOne', 'windowMany');

/** The interval of what is a share or a rate; what was counted is certain. */
export function sayRange(kind: MeasureKind, { low, high, n }: Reading): string {
  if (low === undefined || high === undefined || n === 0 || kind === 'people' || kind === 'mentions') return '';
  return word('between', formatMeasure(kind, low), formatMeasure(kind, high));
}
