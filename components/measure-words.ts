/** Measures and their numbers, as people say them. */
import { isOfWindow } from '../core/goals.ts';
import { isolate } from '../core/isolate.ts';
import type { Reading } from '../core/measures.ts';
import type { Measure, MeasureKind, SentimentValue } from '../core/model.ts';
import { type Written, writeTruly, writeWhole } from '../core/true-digits.ts';
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

/** So many digits behind the point, at most. */
function writeNumber(n: number, digits: number, unit = 1): Written {
  const text = n.toLocaleString('en', { maximumFractionDigits: digits });
  return { text, says: Number(text.replaceAll(',', '')) * unit };
}

const within = (key: WordKey, { text, says }: Written): Written => ({ text: word(key, text), says });
const round = (n: number, finer: number, unit: number): Written => writeNumber(n, (n < 10 ? 1 : 0) + finer, unit);

/** From so many hours on a span is told in days. */
const manyHours = 48;

function writeSpan(ms: number, finer: number): Written {
  if (ms < 60_000) return within('secondsShort', writeNumber(finer === 0 ? Math.floor(ms / 1_000) : ms / 1_000, finer, 1_000));
  if (Math.round(ms / 60_000) < 60) return within('minutesShort', writeNumber(ms / 60_000, finer, 60_000));
  if (Math.round(ms / hour) < manyHours) return within('hoursShort', round(ms / hour, finer, hour));
  return within('daysShort', round(ms / hour / 24, finer, 24 * hour));
}

/** "40 s", "18 min", "2.5 h", "3 d": the same span in the same words wherever it is told. */
export const formatSpan = (ms: number): string => writeTruly(ms, (finer) => writeSpan(ms, finer), [0]);

/** As fine on each page: a rate that is rounded to its interval's edge looks like another one. */
const writeRate = (n: number, finer: number): Written => writeNumber(n, (n >= 100 ? 0 : n < 1 ? 2 : 1) + finer);

const writeShare = (share: number, finer: number): Written => {
  const { text, says } = round(share * 100, finer, 0.01);
  return { text: `${text} %`, says };
};

function writeMeasure(kind: MeasureKind, value: number): (finer: number) => Written {
  if (isShare(kind)) return (finer) => writeShare(value, finer);
  if (kind === 'response-time') return (finer) => writeSpan(value, finer);
  return (finer) => (kind === 'rate' ? writeRate(value, finer) : writeNumber(value, finer));
}

type Beside = readonly (number | undefined)[];

/** "34 %", "12.5", "3 h", "1,204". With more digits where it would else look like what stands beside it, and is not: what is wanted, or was before. */
export function formatMeasure(kind: MeasureKind, value: number | undefined, ...beside: Beside): string {
  if (value === undefined) return word('unknown');
  return writeTruly(value, writeMeasure(kind, value), isShare(kind) ? [0, 1, ...beside] : [0, ...beside]);
}

/** What is wanted, as it was typed. */
export const formatTarget = (kind: MeasureKind, target: number): string => writeWhole(target, writeMeasure(kind, target));

/** "52–64 %": of one unit it is said once; in one piece. */
export function formatInterval(kind: MeasureKind, low: number, high: number, ...beside: Beside): string {
  const [from, to] = [formatMeasure(kind, low, ...beside), formatMeasure(kind, high, ...beside)].map((text) => text.split(' '));
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
export function sayRange(kind: MeasureKind, { low, high, n }: Reading, ...beside: Beside): string {
  if (low === undefined || high === undefined || n === 0 || kind === 'people' || kind === 'mentions') return '';
  return word('between', formatMeasure(kind, low, ...beside), formatMeasure(kind, high, ...beside));
}
