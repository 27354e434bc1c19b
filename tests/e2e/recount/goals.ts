/** How a goal is doing, in the words of docs/goals.md. */
import { beginOfHour, day } from './clock.ts';
import { nameKind, sayCounted, sayMeasure, sayTarget } from './measure-words.ts';
import { likenTaken, listCounted, type Measure, readIn, seenIn, type Taken, takeMeasure } from './measures.ts';
import type { Rows } from './rows.ts';
import * as say from './say.ts';
import { countRange, finalRange, type Interval, sum, varyOf } from './statistics.ts';

export interface Goal {
  id: string;
  outcome: string;
  measure: Measure;
  better: 'more' | 'less';
  target: number;
  baseline?: { value?: number; n: number; posts: number; from: number; to: number; sites?: { site: string; n: number; posts: number }[] };
  from: number;
  until: number;
  owner?: string;
  plan?: string;
  createdAt: number;
}

export const isCount = ({ kind }: Measure): boolean => ['read', 'people', 'mentions'].includes(kind);
const fourWeeks = 28 * day;

/** Counts run from the first day; everything else is of the last four weeks of it. */
export function takeGoal(rows: Rows, goal: Goal, now: number): Taken {
  const to = Math.max(goal.from, Math.min(now, goal.until));
  return takeMeasure(rows, goal.measure, { from: isCount(goal.measure) ? goal.from : Math.max(goal.from, to - fourWeeks), to });
}

const meets = ({ better, target }: Goal, value: number): boolean => (better === 'more' ? value >= target : value <= target);

/** Days that have begun since the goal did, and those of them on which something was read or heard. Posts that were not read are none. */
function daysOf(rows: Rows, { measure: { kind }, from }: Goal, to: number): { all: number[]; read: number[] } | undefined {
  if ((kind !== 'people' && kind !== 'mentions') || to <= from) return undefined;
  const heard = [
    ...readIn(rows, { from, to }).flatMap(({ hour, posts }) => (posts > 0 ? [hour] : [])),
    ...seenIn(rows, { from, to }).map(({ seenAt }) => beginOfHour(seenAt)),
  ];
  return { all: daysIn(rows, from, to), read: [...new Set(heard.map((at) => rows.clock.dayOf(at)))] };
}

function daysIn({ clock }: Rows, from: number, to: number): number[] {
  const days = [];
  for (let one = clock.dayOf(from); one <= clock.dayOf(to - 1); one += day) days.push(one);
  return days;
}

/** By how much whole days that were read vary. */
function varyOfDays(rows: Rows, { measure, from }: Goal, to: number, read: readonly number[] | undefined): number | undefined {
  const counted = listCounted(rows, measure, { from, to }).map(({ at, n }) => ({ on: rows.clock.dayOf(at), n }));
  const whole = daysIn(rows, from, to)
    .slice(1, -1)
    .filter((one) => !read || read.includes(one));
  return varyOf(whole.map((one) => sum(counted.filter(({ on }) => on === one).map(({ n }) => n))));
}

interface Prospect {
  pace: { value: number; range: Interval | undefined } | undefined;
  range: Interval | undefined;
  /** All days that were not read taken as those that were. */
  whole: Interval | undefined;
}

/** Where a count will be: n + n ÷ read × left, and from where to where. */
function prospectOf(rows: Rows, goal: Goal, { value, n }: Taken, { now, to, elapsed }: Moment, partRead: number): Prospect | undefined {
  const { measure } = goal;
  if (!isCount(measure) || value === undefined) return undefined;
  const read = elapsed * partRead;
  const vary = varyOfDays(rows, goal, to, daysOf(rows, goal, to)?.read);
  const rangeOf = (left: number) => (read > 0 && (measure.kind !== 'read' || vary) ? finalRange(n, read, left, vary ?? 1) : undefined);
  const isRunning = elapsed < 1 && now - goal.from >= firstOf(goal);
  const range = isRunning ? rangeOf(1 - elapsed) : undefined;
  const isTold = isRunning && n >= 3 && read * (goal.until - goal.from) >= firstOf(goal) - 1;
  return { pace: isTold ? { value: n + (n * (1 - elapsed)) / read, range } : undefined, range, whole: rangeOf(1 - read) };
}

interface Moment {
  now: number;
  to: number;
  elapsed: number;
}

/** How much of the way from where it was to where it is to be. Where it was as it should be, or has to stay low, there is none. */
function wayOf(goal: Goal, value: number | undefined): number | undefined {
  const counts = isCount(goal.measure);
  const start = counts ? 0 : goal.baseline?.value;
  if (value === undefined || start === undefined || (counts ? goal.better === 'less' : meets(goal, start))) return undefined;
  return (value - start) / (goal.target - start);
}

/** Its first week, or the first quarter of what is shorter than four. */
const firstOf = ({ from, until }: Goal): number => Math.min(7 * day, (until - from) / 4);

export type State =
  | 'Keyword removed'
  | 'Not begun'
  | 'Too early to say'
  | 'Too little seen to say'
  | 'On course'
  | 'Behind'
  | 'Reached'
  | 'Missed';

const leastN: Record<string, number> = { 'share-of-voice': 20, negative: 20, answered: 10, 'response-time': 10 };

/** What has to be there before anything is said. */
function leastOf({ measure: { kind }, better }: Goal): { n: number; posts: number } {
  const looked = kind === 'rate' || (better === 'less' && (kind === 'mentions' || kind === 'people'));
  return { n: leastN[kind] ?? 0, posts: looked ? 200 : 0 };
}

export interface Progress {
  taken: Taken;
  state: State;
  /** Its interval holds the other verdict too. */
  mayBeChance: boolean;
  elapsed: number;
  /** Until when it was looked at. */
  to: number;
  way: number | undefined;
  pace: Prospect['pace'];
  days: { all: number; read: number } | undefined;
  partRead: number;
  /** Days that were not read might make it the other verdict. */
  mayBeOther: boolean;
}

interface Found {
  taken: Taken;
  elapsed: number;
  way: number | undefined;
  prospect: Prospect | undefined;
  days: Progress['days'];
  partRead: number;
}

const isHardlyRead = ({ better }: Goal, { days, elapsed }: Pick<Found, 'days' | 'elapsed'>): boolean =>
  days !== undefined && (days.read === 0 || ((better === 'less' || elapsed >= 1) && days.read / days.all < 0.5));

/** Less than the time in which nothing is said. */
const isReadTooShort = (goal: Goal, { days, elapsed, partRead }: Pick<Found, 'days' | 'elapsed' | 'partRead'>): boolean =>
  days !== undefined && elapsed * partRead * (goal.until - goal.from) < firstOf(goal) - 1;

function stateOf(goal: Goal, found: Found, now: number): State {
  const { taken, elapsed, way, prospect, partRead } = found;
  const { value, n, posts } = taken;
  const [counts, least] = [isCount(goal.measure), leastOf(goal)];
  if (now < goal.from) return 'Not begun';
  const met = value !== undefined && meets(goal, value);
  if (counts && goal.better === 'more' && met) return 'Reached';
  if (counts && goal.better === 'less' && value !== undefined && !met) return 'Missed';
  if (value === undefined || n < least.n || posts < least.posts) return 'Too little seen to say';
  const isEarly = now - goal.from < firstOf(goal);
  if (isEarly && counts) return 'Too early to say';
  if (isHardlyRead(goal, found)) return 'Too little seen to say';
  if (elapsed >= 1) return met ? 'Reached' : 'Missed';
  if (isEarly) return met ? 'On course' : 'Too early to say';
  if (isReadTooShort(goal, found)) return 'Too little seen to say';
  const pace = prospect?.pace;
  // Behind only where so few would hardly be seen by chance.
  if (counts && goal.better === 'more' && !pace)
    return countRange(n).high < goal.target * elapsed * partRead ? 'Behind' : 'Too little seen to say';
  const isOnCourse = pace ? meets(goal, pace.value) : met || (way !== undefined && way >= elapsed - 1e-9);
  return isOnCourse ? 'On course' : 'Behind';
}

/** Whether an interval is not all where the verdict says, of what is due by now. */
function reachesOver({ better }: Goal, state: State, { low, high }: Interval, due: number): boolean {
  const isGood = state === 'On course' || state === 'Reached';
  if (better === 'more') return isGood ? low < due - 1e-9 : high >= due;
  return isGood ? high > due + 1e-9 : low <= due;
}

const isVerdict = (state: State): boolean => ['On course', 'Behind', 'Reached', 'Missed'].includes(state);

function isChance(goal: Goal, state: State, { taken, elapsed, way, prospect }: Found, isEarly: boolean): boolean {
  if (!isVerdict(state) || goal.measure.kind === 'open') return false;
  const isRunning = state === 'On course' || state === 'Behind';
  if (isCount(goal.measure)) return isRunning && prospect?.range !== undefined && reachesOver(goal, state, prospect.range, goal.target);
  const start = goal.baseline?.value ?? 0;
  const due = way === undefined || isEarly ? goal.target : start + (goal.target - start) * elapsed;
  return taken.range !== undefined && reachesOver(goal, state, taken.range, due);
}

function isOther(goal: Goal, state: State, { prospect, partRead }: Found): boolean {
  const isOpen = goal.better === 'less' ? state === 'On course' || state === 'Reached' : state === 'Missed';
  return isOpen && partRead < 1 && prospect?.whole !== undefined && reachesOver(goal, state, prospect.whole, goal.target);
}
/** A keyword it is told by is no more. */
const isGone = ({ keywords }: Rows, { measure }: Goal): boolean =>
  (measure.keywordIds ?? []).some((id) => !keywords.some((one) => one.id === id));

export function progressOf(rows: Rows, goal: Goal, now: number): Progress {
  const taken = takeGoal(rows, goal, now);
  const elapsed = Math.min(1, Math.max(0, (now - goal.from) / (goal.until - goal.from)));
  const to = Math.min(now, goal.until);
  const listed = daysOf(rows, goal, to);
  const days = listed && { all: listed.all.length, read: listed.read.length };
  const partRead = days ? days.read / days.all : 1;
  const prospect = prospectOf(rows, goal, taken, { now, to, elapsed }, partRead);
  const found = { taken, elapsed, way: wayOf(goal, taken.value), prospect, days, partRead };
  const state = isGone(rows, goal) ? 'Keyword removed' : stateOf(goal, found, now);
  const mayBeChance = isChance(goal, state, found, now - goal.from < firstOf(goal));
  return { ...found, to, state, mayBeChance, pace: prospect?.pace, mayBeOther: isOther(goal, state, found) };
}

export const sayVerdict = ({ state, mayBeChance }: Progress): string => (mayBeChance ? `${state} · may be chance` : state);

function sayLacking(goal: Goal, progress: Progress): string {
  const [least, { taken }] = [leastOf(goal), progress];
  if (taken.posts < least.posts) return `Nothing is said before ${least.posts} posts are read.`;
  if (taken.n < least.n) return `Nothing is said from fewer than ${least.n}.`;
  if (taken.value === undefined || progress.days?.read === 0) return 'Too little was read to say.';
  if (isHardlyRead(goal, progress)) return 'Too little was read to say: less than half of its days.';
  if (!isReadTooShort(goal, progress)) return 'From fewer than three no pace is told.';
  const days = Math.max(1, Math.round(firstOf(goal) / day));
  return days === 1 ? 'From less than a day read no pace is told.' : `From fewer than ${days} days read no pace is told.`;
}

function sayDoubt(goal: Goal, progress: Progress): string {
  if (progress.state === 'Too early to say') {
    const days = Math.max(1, Math.round(firstOf(goal) / day));
    return days === 1 ? 'Nothing is said on its first day.' : `Nothing is said in its first ${days} days.`;
  }
  if (progress.state === 'Too little seen to say') return sayLacking(goal, progress);
  return progress.mayBeOther ? 'On the days not read there may have been enough to change this.' : '';
}

/** What of its way since the goal was set is but other reading. */
function likeSaid({ measure: { kind }, baseline }: Goal, taken: Taken): string {
  if (kind !== 'rate' || taken.value === undefined || baseline?.value === undefined) return '';
  if (!baseline.sites) return 'which sites were read before was not kept: not to be compared like for like';
  const like = likenTaken(taken, baseline);
  if (!like) return 'other sites were read before: not to be compared';
  const [was, is] = [like.before, like.now].map((rate) => sayMeasure('rate', rate));
  if (is === sayMeasure('rate', taken.value) && was === sayMeasure('rate', baseline.value)) return '';
  const unclear = like.ratio?.differs ? '' : ', no clear change';
  return `like for like ${was} → ${is}${unclear} (on the sites read in both times, each as much as now)`;
}

/** What it was counted from, how much was read meanwhile, how sure it is. */
export function basisOf(goal: Goal, progress: Progress): string {
  const { taken, days } = progress;
  const { kind } = goal.measure;
  if (progress.state === 'Keyword removed') return 'A keyword it is told by was removed. Choose others, or remove the goal.';
  const on = days && days.read < days.all ? `read on ${days.read} of ${days.all} day${days.all === 1 ? '' : 's'}` : '';
  const read = ['read', 'open', 'rate'].includes(kind) ? '' : `${say.counted(taken.posts, 'post')} read meanwhile`;
  const isSaid = taken.range && taken.n > 0 && kind !== 'people' && kind !== 'mentions';
  const range = isSaid
    ? `95 % sure: ${sayMeasure(kind, taken.range?.low, goal.target)}–${sayMeasure(kind, taken.range?.high, goal.target)}`
    : '';
  const said = [on, sayCounted(kind, taken), read, range, likeSaid(goal, taken), sayDoubt(goal, progress)].filter(Boolean).join(' · ');
  return `${sayWindow(goal, progress)}${said}`;
}

/** Where it is of the last four weeks, of how many days there were. */
function sayWindow(goal: Goal, { elapsed, to }: Progress): string {
  const days = Math.min(28, Math.max(1, Math.round((to - goal.from) / day)));
  if (isCount(goal.measure) || goal.measure.kind === 'open' || to <= goal.from) return '';
  return `In ${elapsed >= 1 ? 'its' : 'the'} last ${days === 1 ? 'day' : `${days} days`}: `;
}

export const sayWanted = ({ better, target, measure }: Pick<Goal, 'better' | 'target' | 'measure'>): string =>
  `${better === 'more' ? 'at least' : 'at most'} ${sayTarget(measure.kind, target)}`;

export function sayPace({ measure: { kind }, better, target }: Goal, { pace, state }: Progress): string {
  if (!pace || state === 'Reached' || state === 'Missed') return '';
  const [value, wanted] = [sayMeasure(kind, pace.value, target), sayTarget(kind, target)];
  const range = pace.range ? ` (${sayMeasure(kind, pace.range.low)}–${sayMeasure(kind, pace.range.high)})` : '';
  return `On course for ${value}${better === 'more' ? ` of ${wanted}` : `, at most ${wanted} wanted`}${range}`;
}

const shortNames: Record<string, string> = {
  rate: 'Mentions per 1,000 posts',
  answered: 'Answered',
  'response-time': 'Median time to a reply',
  negative: 'Unhappy mentions',
};
const shortOfBrands: Record<string, string> = {
  answered: 'Answered, of your brands',
  'response-time': 'Median time to a reply about your brands',
  negative: 'Unhappy mentions of your brands',
};

/** As the report has room for. */
export function nameShort(measure: Measure, rows: Rows): string {
  const isOfBrands = (measure.keywordIds ?? []).length === 0;
  const short = (isOfBrands && shortOfBrands[measure.kind]) || shortNames[measure.kind];
  return nameMeasure(measure, rows, short);
}

export function nameMeasure({ kind, keywordIds = [], tags = [], intents = [] }: Measure, { keywords }: Rows, short?: string): string {
  const names = keywordIds.map((id) => keywords.find((one) => one.id === id)?.name ?? 'removed keyword');
  const narrowed = [...names, ...tags, ...intents.map((intent) => (say.intents as Record<string, string>)[intent])];
  const name = short ?? nameKind(kind, keywordIds.length === 0);
  return narrowed.length > 0 ? `${name} · ${narrowed.join(', ')}` : name;
}

/** Everything with a number on the goal's card. */
export function cardRest(rows: Rows, goal: Goal, now: number): string[] {
  const progress = progressOf(rows, goal, now);
  const { taken, elapsed, way } = progress;
  const { kind } = goal.measure;
  const { value } = goal.baseline ?? {};
  const was = value !== undefined && !isCount(goal.measure) ? ` | before: ${sayMeasure(kind, value, goal.target)}` : '';
  const over = elapsed > 0 && elapsed < 1 ? ` | ${Math.floor(elapsed * 100)} % of the time is over` : '';
  const owner = goal.owner ? ` | Looked after by ${goal.owner}` : '';
  const until = say.wholeDate(rows.clock.dayOf(goal.until));
  const last = `${nameMeasure(goal.measure, rows)} | until ${until}${over}${owner}`;
  if (progress.state === 'Keyword removed') return [last];
  return [
    `${sayMeasure(kind, taken.value, goal.target)} | wanted: ${sayWanted(goal)}${was}`,
    sayPace(goal, progress),
    basisOf(goal, progress),
    last,
    ...(way === undefined ? [] : [`[${Math.floor(Math.min(Math.max(way, 0), 1) * 100)}]`]),
  ].filter((said) => /\d/.test(said));
}
