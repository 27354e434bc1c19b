/** How things stand on a day, in counts, and what is different from another day. */
import { type AuditSites, compareAuditRates } from './audit-sites.ts';
import { type KnownKeyword, knownSince } from './known.ts';
import { compareAll, listenedSince, type Unheard } from './listened.ts';
import { type CountedMention, listIn, listResponseTimes, type MeasureRows, medianByClock, type Period, wantsAnswer } from './measures.ts';
import { ofMine } from './mine.ts';
import type { Audit } from './model.ts';
import { poisson } from './poisson.ts';
import type { LikeForLike } from './rate-ratio.ts';
import { type Interval, wilson } from './rates.ts';
import { listAmongRead } from './site-counts.ts';
import { summarizeTimes } from './statistics.ts';

const length = 28 * 86_400_000;

export const auditPeriod = (now: number): Period => ({ from: now - length, to: now });

const countIf = (mentions: readonly CountedMention[], is: (mention: CountedMention) => boolean): number => mentions.filter(is).length;

function countTimes(asked: readonly CountedMention[]): Record<string, number> {
  const times = summarizeTimes(listResponseTimes(asked));
  if (!times) return {};
  const byClock = medianByClock(asked, times.median);
  return {
    responses: times.n,
    median: times.median,
    ...(times.interval ? { medianLow: times.interval.low, medianHigh: times.interval.high } : {}),
    ...(byClock === undefined ? {} : { medianByClock: byClock }),
  };
}

/** Nothing where share of voice is not known; only from when on all of them are listened for. */
function countVoices(rows: MeasureRows, { from, to }: Period): Record<string, number> {
  const since = knownSince({ kind: 'share-of-voice' }, rows, to);
  if (since === undefined) return {};
  const mentions = listIn(rows.mentions, { from: Math.max(from, since), to });
  const has = (kind: string) => (m: CountedMention) => m.keywordIds.some((id) => rows.kinds.get(id) === kind);
  return { mine: countIf(mentions, has('brand')), theirs: countIf(mentions, has('competitor')) };
}

/** Everything shares are reckoned from later: only counts are kept, so that nothing is rounded twice. */
export function countAudit(rows: MeasureRows, period: Period): Record<string, number> {
  const mentions = listIn(rows.mentions, period);
  const hours = rows.exposures.filter(({ hour }) => hour >= period.from && hour < period.to);
  const sites = new Set(hours.filter(({ posts }) => posts > 0).map(({ site }) => site));
  const mine = ofMine(mentions, rows.kinds);
  const asked = mine.filter(wantsAnswer);
  const tagged = ({ tags, personId = '' }: CountedMention) =>
    [...tags, ...(rows.peopleTags.get(personId) ?? [])].some((tag) => tag.toLowerCase() === 'champion');
  return {
    posts: hours.reduce((sum, { posts }) => sum + posts, 0),
    sites: sites.size,
    communities: new Set(mentions.flatMap(({ site, community }) => (community ? [`${site}:${community.toLowerCase()}`] : []))).size,
    mentions: mentions.length,
    counted: listAmongRead(mentions, hours, rows).length,
    ...countVoices(rows, period),
    positive: countIf(mine, ({ sentiment }) => sentiment === 'positive'),
    neutral: countIf(mine, ({ sentiment }) => sentiment === 'neutral'),
    negative: countIf(mine, ({ sentiment }) => sentiment === 'negative'),
    asked: asked.length,
    answered: countIf(asked, ({ answeredAt }) => answeredAt !== undefined),
    ...countTimes(asked),
    ...(rows.neverRead ? {} : { unanswered: rows.open }),
    champions: new Set(mentions.filter(tagged).flatMap(({ personId }) => personId ?? [])).size,
  };
}

export type AuditLine = 'posts' | 'sites' | 'communities' | 'rate' | 'voice' | 'negative' | 'answered' | 'response' | 'open' | 'champions';

export interface Stood {
  readonly value: number | undefined;
  /** What a share, a rate or a median is taken of. */
  readonly n?: number | undefined;
  readonly range?: Interval | undefined;
  /** It was counted whole: no part of it is chance. */
  readonly exact?: true;
  /** A median by a clock that never stops, where working hours make it another. */
  readonly byClock?: number | undefined;
}

/** `unsure`: what lies between may be chance. `unknown`: one of the two was not measured. */
export type Difference = 'better' | 'worse' | 'more' | 'less' | 'same' | 'unsure' | 'unknown';

export interface ComparedLine {
  readonly name: AuditLine;
  readonly before: Stood;
  readonly after: Stood;
  readonly difference: Difference;
  /** Of a rate: on the sites read in both times. */
  readonly like?: LikeForLike;
  /** One of the two kept no counts by site: whether it differs is unknown. */
  readonly noSites?: true;
  /** Listened for in one of the two alone, and why nothing is said of a difference. */
  readonly without?: readonly Unheard[];
}

type Counts = Readonly<Record<string, number>>;

function share(counts: Counts, hits: string, others: readonly string[], times = 1): Stood {
  const n = others.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  const range = wilson(counts[hits] ?? 0, n);
  return {
    value: range && ((counts[hits] ?? 0) / n) * times,
    n,
    range: range && { low: range.low * times, high: range.high * times },
  };
}

/** Where nothing was read, what was not seen there is unknown. Audits of before posts were kept say nothing of them. */
const isUnread = ({ posts }: Counts): boolean => posts === 0;

const level = (counts: Counts, name: string): Stood => ({ value: counts[name], exact: true });

const seen = (counts: Counts, name: string): Stood => (isUnread(counts) && !counts[name] ? { value: undefined } : level(counts, name));

/** Who writes in four weeks is chance: another time as many of the same people would not. */
const events = (counts: Counts, name: string): Stood => {
  const { value } = seen(counts, name);
  return { value, range: value === undefined ? undefined : poisson(value) };
};

const lines: Readonly<Record<AuditLine, { read: (counts: Counts) => Stood; better?: 'more' | 'less' }>> = {
  posts: { read: (c) => level(c, 'posts') },
  sites: { read: (c) => level(c, 'sites') },
  communities: { read: (c) => seen(c, 'communities') },
  rate: { read: (c) => share(c, 'counted', ['posts'], 1_000) },
  voice: { read: (c) => share(c, 'mine', ['mine', 'theirs']), better: 'more' },
  negative: { read: (c) => share(c, 'negative', ['positive', 'neutral', 'negative']), better: 'less' },
  answered: { read: (c) => share(c, 'answered', ['asked']), better: 'more' },
  response: {
    read: (c) => ({
      value: c.median,
      n: c.responses ?? 0,
      byClock: c.medianByClock,
      range: c.medianLow === undefined || c.medianHigh === undefined ? undefined : { low: c.medianLow, high: c.medianHigh },
    }),
    better: 'less',
  },
  open: { read: (c) => level(c, 'unanswered'), better: 'less' },
  champions: { read: (c) => events(c, 'champions'), better: 'more' },
};

export const auditLines = Object.keys(lines) as AuditLine[];

export const readAuditLine = (name: AuditLine, { counts }: Pick<Audit, 'counts'>): Stood => lines[name].read(counts);

/** Of fewer nothing is called a difference, whatever their intervals say: one mention of which all is unhappy is no trend. */
export const fewestToDiffer = 6;

/**
 * Whether a difference may be chance, from the two intervals: that of the difference reaches from d − √((a−aₗ)² + (bᵤ−b)²) to
 * d + √((aᵤ−a)² + (b−bₗ)²), and what holds 0 may be none (Newcombe's method 10, Statistics in Medicine 17, 1998; for other intervals Zou and
 * Donner, ibid. 27, 2008). Where an interval is missing too little is known to tell: the median of two replies may be anything.
 */
export function mayBeChance(before: Pick<Stood, 'value' | 'range'>, after: Pick<Stood, 'value' | 'range'>): boolean {
  const [a, b] = [after.value ?? 0, before.value ?? 0];
  if (!after.range || !before.range) return true;
  const difference = a - b;
  const low = difference - Math.hypot(a - after.range.low, before.range.high - b);
  const high = difference + Math.hypot(after.range.high - a, b - before.range.low);
  return low <= 0 && high >= 0;
}

function differ(before: Stood, after: Stood, better: 'more' | 'less' | undefined): Difference {
  if (before.value === undefined || after.value === undefined) return 'unknown';
  if (before.value === after.value) return 'same';
  const n = Math.min(before.n ?? fewestToDiffer, after.n ?? fewestToDiffer);
  if (!before.exact && (n < fewestToDiffer || mayBeChance(before, after))) return 'unsure';
  const direction = after.value > before.value ? 'more' : 'less';
  if (!better) return direction;
  return direction === better ? 'better' : 'worse';
}

type Taken = Pick<Audit, 'counts'> & Partial<Pick<Audit, 'from' | 'to'>> & AuditSites;

/** Counts of one cannot be told apart by keyword any more: where a keyword was not listened for in both, nothing is said of their difference. */
function listUnheard(name: AuditLine, keywords: readonly KnownKeyword[], before: Taken, after: Taken): readonly Unheard[] {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = before;
  const end = after.to ?? Number.POSITIVE_INFINITY;
  if (name === 'voice') {
    const named = keywords.filter(({ kind }) => kind === 'brand' || kind === 'competitor');
    return compareAll(named, { from: to, to: end }, { from, to }).without;
  }
  const added = keywords.filter((keyword) => listenedSince(keyword) >= to && listenedSince(keyword) < end);
  return name === 'rate' ? added.map((keyword) => ({ keywordId: keyword.id, since: listenedSince(keyword) })) : [];
}

/** @param keywords those that are listened for now */
export function compareAudits(before: Taken, after: Taken, keywords: readonly KnownKeyword[] = []): ComparedLine[] {
  return auditLines.map((name) => {
    const [was, is] = [lines[name].read(before.counts), lines[name].read(after.counts)];
    const both = { name, before: was, after: is };
    const without = listUnheard(name, keywords, before, after);
    if (without.length > 0) return { ...both, difference: 'unknown', without };
    if (name !== 'rate') return { ...both, difference: differ(was, is, lines[name].better) };
    return { ...both, ...compareAuditRates({ before: { ...before, stood: was }, after: { ...after, stood: is } }) };
  });
}
