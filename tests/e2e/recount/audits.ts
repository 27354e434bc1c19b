/** How things stand on a day, and what is different from another. */
import { beginOfHour, day } from './clock.ts';
import { type Goal, isCount, progressOf, sayWanted } from './goals.ts';
import { sayMeasure } from './measure-words.ts';
import * as measures from './measures.ts';
import { feelingOf, personOf, type Rows } from './rows.ts';
import * as say from './say.ts';
import { countRange, differenceOf, type Interval, shareOf, sum } from './statistics.ts';

export interface Audit {
  id: string;
  at: number;
  from: number;
  to: number;
  note?: string;
  counts: Record<string, number>;
  sites?: measures.Taken['sites'];
}

export const auditTime = (now: number): measures.Time => ({ from: now - 28 * day, to: now });

function countReplies(rows: Rows, asked: Parameters<typeof measures.repliesOf>[1]): Record<string, number> {
  const replies = measures.repliesOf(rows, asked);
  if (!replies) return {};
  const range: Record<string, number> = replies.range ? { medianLow: replies.range.low, medianHigh: replies.range.high } : {};
  const byClock = measures.byClockOf(rows, asked, replies.median);
  return { responses: replies.n, median: replies.median, ...range, ...(byClock === undefined ? {} : { medianByClock: byClock }) };
}

/** Since all of them were listened for. */
function countVoices(rows: Rows, { from, to }: measures.Time): Record<string, number> {
  const named = rows.keywords.filter(({ kind }) => kind === 'brand' || kind === 'competitor');
  const added = named.map(({ createdAt }) => beginOfHour(createdAt)).filter((at) => at < to);
  const mentions = measures.seenIn(rows, { from: Math.max(from, ...added), to });
  return {
    mine: mentions.filter(measures.namesKind(rows, 'brand')).length,
    theirs: mentions.filter(measures.namesKind(rows, 'competitor')).length,
  };
}

export function countAudit(rows: Rows, time: measures.Time): Record<string, number> {
  const mentions = measures.seenIn(rows, time);
  const read = measures.readIn(rows, time);
  const mine = measures.ofBrands(rows, mentions);
  const asked = mine.filter(measures.wantsAnswer(rows));
  const felt = (value: string) => mine.filter((one) => feelingOf(one) === value).length;
  const champions = mentions.filter((one) => measures.tagsOf(rows, one).some((tag) => tag.toLowerCase() === 'champion'));
  return {
    posts: sum(read.map(({ posts }) => posts)),
    sites: new Set(read.filter(({ posts }) => posts > 0).map(({ site }) => site)).size,
    communities: new Set(mentions.flatMap(({ site, community }) => (community ? `${site} ${community.toLowerCase()}` : []))).size,
    mentions: mentions.length,
    counted: measures.listAmongRead(rows, mentions, time).length,
    ...countVoices(rows, time),
    positive: felt('positive'),
    neutral: felt('neutral'),
    negative: felt('negative'),
    asked: asked.length,
    answered: asked.filter(({ id }) => rows.answeredAt.has(id)).length,
    ...countReplies(rows, asked),
    unanswered: measures.openNow(rows),
    champions: new Set(champions.flatMap((one) => personOf(one) ?? [])).size,
  };
}

export const countSites = (rows: Rows, time: measures.Time) => measures.bySite(rows, measures.seenIn(rows, time), time);

interface Stood {
  value: number | undefined;
  n: number;
  /** Absent where what was counted is certain. */
  range?: Interval | undefined;
}

interface Line {
  name: string;
  kind: string;
  plan: string;
  better?: 'more' | 'less';
  /** Taken from a sample: where its interval is not known, neither is whether a difference is chance. */
  isSampled?: boolean;
  stood: (counts: Record<string, number>) => Stood;
}

const level =
  (name: string) =>
  (counts: Record<string, number>): Stood => ({ value: counts[name], n: counts[name] ?? 0 });

/** Another time as many of the same people would not write. */
const events =
  (name: string) =>
  (counts: Record<string, number>): Stood => ({ ...level(name)(counts), range: countRange(counts[name] ?? 0) });

const share =
  (hits: string, parts: string[], times = 1) =>
  (counts: Record<string, number>): Stood => {
    const n = sum(parts.map((part) => counts[part] ?? 0));
    const found = shareOf(counts[hits] ?? 0, n);
    return { value: found && found.share * times, n, range: found && { low: found.low * times, high: found.high * times } };
  };

const median = ({ median: value, responses = 0, medianLow, medianHigh }: Record<string, number>): Stood => ({
  value,
  n: responses,
  range: medianLow === undefined || medianHigh === undefined ? undefined : { low: medianLow, high: medianHigh },
});

const felt = ['positive', 'neutral', 'negative'];
const sampled = { isSampled: true };
const lines: readonly Line[] = [
  { name: 'Posts read', kind: 'read', plan: 'Listen', stood: level('posts') },
  { name: 'Sites read', kind: 'read', plan: 'Listen', stood: level('sites') },
  { name: 'Communities with mentions', kind: 'read', plan: 'Listen', stood: level('communities') },
  { name: 'Mentions per 1,000 posts', kind: 'rate', plan: 'Listen', ...sampled, stood: share('counted', ['posts'], 1_000) },
  {
    name: 'Share of voice',
    kind: 'share-of-voice',
    plan: 'Win a comparison',
    better: 'more',
    ...sampled,
    stood: share('mine', ['mine', 'theirs']),
  },
  {
    name: 'Unhappy mentions of your brands',
    kind: 'negative',
    plan: 'Answer faster',
    better: 'less',
    ...sampled,
    stood: share('negative', felt),
  },
  {
    name: 'Answered, of your brands',
    kind: 'answered',
    plan: 'Answer faster',
    better: 'more',
    ...sampled,
    stood: share('answered', ['asked']),
  },
  {
    name: 'Median time to a reply about your brands',
    kind: 'response-time',
    plan: 'Answer faster',
    better: 'less',
    ...sampled,
    stood: median,
  },
  { name: 'Open mentions (new or snoozed)', kind: 'open', plan: 'Audit', better: 'less', stood: level('unanswered') },
  { name: 'Champions who wrote', kind: 'people', plan: 'Find champions', better: 'more', stood: events('champions') },
];

/** Whether two that were taken from samples differ by more than chance; what was not sampled is certain. */
export function isChance(now: Stood, before: Stood, isSampled = true, fewest = 0): boolean {
  if (!isSampled) return false;
  if (Math.min(now.n, before.n) < fewest) return true;
  if (!now.range || !before.range) return true;
  return !differenceOf(now.value ?? 0, now.range, before.value ?? 0, before.range).differs;
}

function sayChange(before: Stood, now: Stood, { better, isSampled = false }: Line): string {
  if (before.value === undefined || now.value === undefined) return 'Unknown';
  if (before.value === now.value) return 'The same';
  if (isChance(now, before, isSampled || now.range !== undefined, isSampled ? 6 : 0)) return 'May be chance';
  const isMore = now.value > before.value;
  if (!better) return isMore ? 'More' : 'Less';
  return isMore === (better === 'more') ? 'Better' : 'Worse';
}

const told = ['Posts read', 'Champions who wrote', 'Mentions per 1,000 posts', 'Share of voice'];
const isTold = ({ name, kind }: Line): boolean => told.includes(name) || !['read', 'people', 'rate', 'share-of-voice'].includes(kind);

export interface Wanting {
  rows: Rows;
  goals: readonly Goal[];
  now: number;
}

/** The last made of those that run and are told by the very number of the line. */
function findWanted(line: Line, { rows, goals, now }: Wanting): Goal | undefined {
  const tags = line.kind === 'people' ? 'champion' : '';
  const isOf = (goal: Goal) => {
    const { kind, keywordIds = [], intents = [], tags: own = [] } = goal.measure;
    const isWhole = keywordIds.length + intents.length === 0 && own.join().toLowerCase() === tags;
    const isRunning = goal.from <= now && now < goal.until && !['Reached', 'Missed'].includes(progressOf(rows, goal, now).state);
    return kind === line.kind && isWhole && isRunning;
  };
  return isTold(line) ? goals.filter(isOf).toSorted((a, b) => b.createdAt - a.createdAt)[0] : undefined;
}

/** What is counted from the first day on is to be there by the last. */
function sayAim(goal: Goal | undefined, { clock }: Rows): string {
  if (!goal) return 'no goal';
  const days = isCount(goal.measure) ? `, ${say.dateRange(clock.dayOf(goal.from), clock.dayOf(goal.until - 1))}` : '';
  return `${sayWanted(goal)}${days}`;
}

const sayStood = ({ kind, isSampled }: Line, { value, n }: Stood, ...others: (number | undefined)[]): string =>
  `${sayMeasure(kind, value, ...others)}${isSampled && value !== undefined ? ` | n = ${say.number(n)}` : ''}`;

interface Compared {
  name: string;
  counts: Record<string, number>;
  sites?: measures.Taken['sites'];
}

/** Like for like, which needs to be known of each site. */
function sayRateChange(before: Compared, now: Compared, was: Stood, is: Stood): string {
  if (was.value === undefined || is.value === undefined) return 'Unknown';
  if (!before.sites || !now.sites) return 'Unknown | Which sites were read was not kept then';
  const like = measures.likenTaken({ sites: now.sites }, { sites: before.sites });
  if (!like) return 'Unknown | No site was read in both times';
  const { times = 1, differs = false } = like.ratio ?? {};
  const same = Math.abs(times - 1) < 1e-9;
  const change = same ? 'The same' : differs ? (times > 1 ? 'More' : 'Less') : 'May be chance';
  const said = (value: number | undefined) => sayMeasure('rate', value);
  const isEven = said(like.now) === said(is.value) && said(like.before) === said(was.value);
  return isEven ? change : `${change} | Like for like ${said(like.before)} → ${said(like.now)}`;
}

export function auditTable(before: Compared, after: Compared, wanting: Wanting): string[][] {
  const rows = lines.map((line) => {
    const [was, is] = [line.stood(before.counts), line.stood(after.counts)];
    const goal = findWanted(line, wanting);
    const change = line.kind === 'rate' ? sayRateChange(before, after, was, is) : sayChange(was, is, line);
    // What is told to differ is seen to.
    const isTold = !/^(The same|May be chance)/.test(change);
    const target = goal && !isCount(goal.measure) ? goal.target : undefined;
    const cells = [sayStood(line, was, isTold ? is.value : undefined), sayStood(line, is, isTold ? was.value : undefined, target)];
    return [line.name, ...cells, change, sayAim(goal, wanting.rows), line.plan];
  });
  return [['Measure', before.name, after.name, 'Difference', 'Wanted', 'Plan'], ...rows];
}
