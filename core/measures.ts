/**
 * The numbers that goals, audits and reports are told in. Each comes with what it was counted from and how many posts were scanned meanwhile;
 * where nothing could be counted it is unknown, not zero.
 */
import { wholeHours } from './calendar.ts';
import type { Answering } from './follow-up.ts';
import { knownSince } from './known.ts';
import type { Listened } from './listened.ts';
import { ofMine } from './mine.ts';
import type { IntentKind, KeywordKind, Measure, Measured, MeasureKind, MentionStatus, SentimentValue } from './model.ts';
import { poisson } from './poisson.ts';
import type { SiteCount } from './rate-ratio.ts';
import { type Interval, wilson } from './rates.ts';
import { countSites, listAmongRead, sumPosts } from './site-counts.ts';
import { summarizeTimes } from './statistics.ts';

/** What of a mention is counted. The person's own posts and paid ones are not among them. */
export interface CountedMention {
  /** Which it is, as tallies know it (core/tally.ts). */
  readonly post: number;
  readonly site: string;
  readonly community?: string | undefined;
  readonly keywordIds: readonly string[];
  readonly seenAt: number;
  /** Absent where all that is known is that the person did not choose to ignore it. */
  readonly status?: MentionStatus | undefined;
  readonly tags: readonly string[];
  readonly intents: readonly IntentKind[];
  readonly sentiment?: SentimentValue | undefined;
  /** The same for all mentions of one person: `site:handle` of those who are kept. */
  readonly personId?: string | undefined;
  /** When the person's first reply was seen to stand under it. */
  readonly answeredAt?: number | undefined;
  /** How long that took since it was first seen, in working time where the person keeps hours. */
  readonly answeredAfter?: number | undefined;
}

export interface CountedHour {
  readonly site: string;
  readonly hour: number;
  readonly posts: number;
}

/** The same of a community, as it is written there. */
export interface CountedCommunity extends CountedHour {
  readonly community: string;
}

export interface MeasureRows {
  readonly mentions: readonly CountedMention[];
  readonly exposures: readonly CountedHour[];
  /** Where it was asked for. */
  readonly communities?: readonly CountedCommunity[];
  readonly kinds: ReadonlyMap<string, KeywordKind>;
  /** Since when each of them is listened for; of which it is not told, that always was. */
  readonly listened?: ReadonlyMap<string, Pick<Listened, 'createdAt' | 'paused'>>;
  /** The tags of people, by `site:handle`. */
  readonly peopleTags: ReadonlyMap<string, readonly string[]>;
  /** Mentions that are new or snoozed, whenever they were heard: what waits was answered. */
  readonly open: number;
  /** Nothing was ever read: that nothing is open says nothing. */
  readonly neverRead?: boolean | undefined;
  /** The person's own day that a moment lies in. */
  readonly dayOf: (time: number) => number;
  readonly answering: Answering;
}

export interface Period {
  readonly from: number;
  /** The first moment after it. */
  readonly to: number;
}

/**
 * `value` is per 1,000 posts scanned for `rate`, a share of 1 for `share-of-voice`, `answered` and `negative`, milliseconds for
 * `response-time`, and a count for the others. `low` and `high` are its 95 % interval.
 */
export interface Reading extends Measured {
  readonly low?: number;
  readonly high?: number;
  /** The median by a clock that never stops, where working hours make it another. */
  readonly byClock?: number;
}

/** Shares and times say how things are; counts add up over a period. */
export const isCount = (kind: MeasureKind): boolean => kind === 'read' || kind === 'people' || kind === 'mentions';

const isIn = ({ from, to }: Period, at: number): boolean => at >= from && at < to;

const words = new Intl.Collator(undefined, { sensitivity: 'base' });
const sameWord = (a: string, b: string): boolean => words.compare(a, b) === 0;
const sharesTag = (tags: readonly string[], wanted: readonly string[]): boolean => tags.some((tag) => wanted.some((w) => sameWord(tag, w)));

/**
 * Tags and intents narrow a measure; keywords do so too, but for share of voice they say whose voice is the person's. Where none are named,
 * how people speak, and what was answered, is told of what names a brand of theirs.
 */
function isOf(measure: Measure, mention: CountedMention): boolean {
  const { keywordIds, tags, intents } = measure;
  if (keywordIds && measure.kind !== 'share-of-voice' && !mention.keywordIds.some((id) => keywordIds.includes(id))) return false;
  if (intents && !mention.intents.some((intent) => intents.includes(intent))) return false;
  return !tags || measure.kind === 'people' || sharesTag(mention.tags, tags);
}

const isNarrow = ({ keywordIds, tags, intents }: Measure): boolean =>
  keywordIds !== undefined || tags !== undefined || intents !== undefined;

interface Counted {
  value: number | undefined;
  n: number;
  range?: Interval | undefined;
  byClock?: number | undefined;
  sites?: readonly SiteCount[];
}

function share(hits: number, of: number): Counted {
  return { value: of > 0 ? hits / of : undefined, n: of, range: wilson(hits, of) };
}

function countRate(mentions: readonly CountedMention[], hours: readonly CountedHour[], rows: MeasureRows): Counted {
  const among = listAmongRead(mentions, hours, rows);
  const [n, posts] = [among.length, sum(hours)];
  const sites = countSites(among, sumPosts(hours));
  if (posts === 0 || n > posts) return { value: undefined, n, sites };
  const range = wilson(n, posts);
  return { value: (n / posts) * 1000, n, sites, range: range && { low: range.low * 1000, high: range.high * 1000 } };
}

const ofKind = (rows: MeasureRows, { keywordIds }: CountedMention, kind: KeywordKind): boolean =>
  keywordIds.some((id) => rows.kinds.get(id) === kind);

/** Mine ÷ (mine + competitors). A post that names both counts once for each. */
function countVoice(measure: Measure, mentions: readonly CountedMention[], rows: MeasureRows): Counted {
  const mine = (m: CountedMention) =>
    measure.keywordIds ? m.keywordIds.some((id) => measure.keywordIds?.includes(id)) : ofKind(rows, m, 'brand');
  const ours = mentions.filter(mine).length;
  const theirs = mentions.filter((m) => ofKind(rows, m, 'competitor')).length;
  return share(ours, ours + theirs);
}

/** What the person chose to ignore wants no answer, unless it got one. */
export const wantsAnswer = ({ status, answeredAt }: CountedMention): boolean => status !== 'ignored' || answeredAt !== undefined;

/** From when a mention was first seen to when the reply to it stood there: what came before was not in the person's hands. */
export const listResponseTimes = (mentions: readonly CountedMention[]): number[] =>
  mentions.flatMap(({ answeredAfter }) => (answeredAfter === undefined ? [] : [answeredAfter]));

/** Of the keywords that were asked for, or else what names a brand: nobody owes a competitor's posts an answer. */
const listTold = ({ keywordIds }: Measure, mentions: readonly CountedMention[], { kinds }: MeasureRows): readonly CountedMention[] =>
  keywordIds ? mentions : ofMine(mentions, kinds);

/** The median of the same times by the clock; undefined where it is no other, as for all who keep no working hours. */
export function medianByClock(mentions: readonly CountedMention[], median: number | undefined): number | undefined {
  const times = mentions.flatMap(({ seenAt, answeredAt, answeredAfter }) =>
    answeredAt === undefined || answeredAfter === undefined ? [] : [Math.max(0, answeredAt - seenAt)],
  );
  const byClock = summarizeTimes(times)?.median;
  return byClock === median ? undefined : byClock;
}

function countResponse(mentions: readonly CountedMention[]): Counted {
  const asked = mentions.filter(wantsAnswer);
  const times = summarizeTimes(listResponseTimes(asked));
  return { value: times?.median, n: times?.n ?? 0, range: times?.interval, byClock: medianByClock(asked, times?.median) };
}

const told = ({ sentiment }: CountedMention): boolean => sentiment !== undefined && sentiment !== 'unknown';

/** Those who wrote in the period and have one of the tags, as people or at a mention; when each was first seen with it. */
function listPeople(tags: readonly string[], mentions: readonly CountedMention[], rows: MeasureRows): Map<string, number> {
  const has = ({ personId = '', tags: own }: CountedMention) =>
    sharesTag(own, tags) || sharesTag(rows.peopleTags.get(personId) ?? [], tags);
  const first = new Map<string, number>();
  for (const mention of mentions) {
    const { personId, seenAt } = mention;
    if (personId && has(mention)) first.set(personId, Math.min(first.get(personId) ?? seenAt, seenAt));
  }
  return first;
}

const count = (n: number): Counted => ({ value: n, n, range: poisson(n) });

function countAnswered(mentions: readonly CountedMention[]): Counted {
  const asked = mentions.filter(wantsAnswer);
  return share(asked.filter(({ answeredAt }) => answeredAt !== undefined).length, asked.length);
}

function countNegative(mentions: readonly CountedMention[]): Counted {
  const opinions = mentions.filter(told);
  return share(opinions.filter(({ sentiment }) => sentiment === 'negative').length, opinions.length);
}

function counted(measure: Measure, mentions: readonly CountedMention[], hours: readonly CountedHour[], rows: MeasureRows): Counted {
  switch (measure.kind) {
    case 'read':
      return { value: sum(hours), n: sum(hours) };
    case 'rate':
      return countRate(mentions, hours, rows);
    case 'share-of-voice':
      return countVoice(measure, mentions, rows);
    case 'answered':
      return countAnswered(listTold(measure, mentions, rows));
    case 'response-time':
      return countResponse(listTold(measure, mentions, rows));
    case 'negative':
      return countNegative(listTold(measure, mentions, rows));
    case 'people':
      return count(listPeople(measure.tags ?? [], mentions, rows).size);
    case 'mentions':
      return count(mentions.length);
    case 'open':
      return { value: rows.neverRead ? undefined : rows.open, n: rows.open };
  }
}

const sum = (hours: readonly CountedHour[]): number => hours.reduce((total, { posts }) => total + posts, 0);

const ordered = new WeakMap<readonly CountedMention[], boolean>();

/** As storage reads them; found out once of each list. */
function isInOrder(mentions: readonly CountedMention[]): boolean {
  const known = ordered.get(mentions) ?? mentions.every(({ seenAt }, i) => i === 0 || (mentions[i - 1]?.seenAt ?? 0) <= seenAt);
  ordered.set(mentions, known);
  return known;
}

/** The first that was seen at the time or later, of those that are in order. */
function findFrom(mentions: readonly CountedMention[], time: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.seenAt ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of the hours that begin in the time, as posts are counted. A report asks this a hundred times of a quarter's mentions. */
export function listIn(mentions: readonly CountedMention[], period: Period): readonly CountedMention[] {
  const hours = wholeHours(period);
  return isInOrder(mentions)
    ? mentions.slice(findFrom(mentions, hours.from), findFrom(mentions, hours.to))
    : mentions.filter(({ seenAt }) => isIn(hours, seenAt));
}

/** What is not known is told as such: of keywords only from when on they are listened for, and nothing where something that it takes is missing. */
export function take(measure: Measure, rows: MeasureRows, period: Period): Reading {
  const since = knownSince(measure, rows, period.to);
  const known = { from: Math.max(period.from, since ?? period.from), to: period.to };
  const all = listIn(rows.mentions, known);
  const mentions = isNarrow(measure) ? all.filter((mention) => isOf(measure, mention)) : all;
  const hours = rows.exposures.filter(({ hour }) => isIn(known, hour));
  if (since === undefined) return { n: 0, posts: sum(hours), ...known };
  const { value, n, range, byClock, sites } = counted(measure, mentions, hours, rows);
  return {
    ...(value === undefined ? {} : { value }),
    ...(range ? { low: range.low, high: range.high } : {}),
    ...(byClock === undefined ? {} : { byClock }),
    ...(sites ? { sites: [...sites] } : {}),
    n,
    posts: sum(hours),
    ...known,
  };
}

/** When each of what a count adds up was counted; a person when first seen with the tag. Nothing of other measures. */
export function listCounted(measure: Measure, rows: MeasureRows, period: Period): { readonly at: number; readonly n: number }[] {
  if (measure.kind === 'read') return rows.exposures.flatMap(({ hour, posts }) => (isIn(period, hour) ? [{ at: hour, n: posts }] : []));
  const mentions = listIn(rows.mentions, period).filter((mention) => isOf(measure, mention));
  if (measure.kind === 'mentions') return mentions.map(({ seenAt }) => ({ at: seenAt, n: 1 }));
  if (measure.kind !== 'people') return [];
  return [...listPeople(measure.tags ?? [], mentions, rows).values()].map((at) => ({ at, n: 1 }));
}
