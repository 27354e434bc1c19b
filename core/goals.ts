/** How far a goal has come, and where it will end if nothing changes. Nothing is said where too little was seen to say it. */
import { countDaysRead, type DaysRead } from './days-read.ts';
import { findGap, type Gap, listSinceBaseline } from './known.ts';
import type { Unheard } from './listened.ts';
import { isCount, type MeasureRows, type Reading, take } from './measures.ts';
import type { Goal, MeasureKind } from './model.ts';
import { foresee, leastForPace, type Pace, type Prospect, partTime, type Times } from './pace.ts';
import { poisson } from './poisson.ts';
import type { Interval } from './rates.ts';

/**
 * `reached`: it is where it was to be (for what must stay low or high until the end: it was so at the end). `on-course`, `behind`: the time is
 * not over. `too-little`: too little was seen to say which. `too-early`: too little of the time is over. `gone`: a keyword it is told by is no more.
 */
export type GoalState = 'gone' | 'not-begun' | 'too-early' | 'too-little' | 'on-course' | 'behind' | 'reached' | 'missed';

export interface Progress {
  readonly state: GoalState;
  readonly reading: Reading;
  /** From 0, the baseline, to 1, the target, and past them. Undefined where that cannot be said. */
  readonly share: number | undefined;
  /** How much of the time is over, 0–1. */
  readonly elapsed: number;
  /** Only for counts that have begun. */
  readonly pace: Pace | undefined;
  /** Its interval, too, is on the side of the verdict: what is called behind is not likely to be on course, nor the other way round. */
  readonly sure: boolean;
  /** Of how many days it was counted. Only of what may have been on unread days too. */
  readonly daysRead: DaysRead | undefined;
  /** With as many on its unread days as on those that were read, the verdict might be the other one. */
  readonly unreadMatters: boolean;
  /** What there has to be before anything is said. */
  readonly least: Least;
  /** Which of it there is too little of. */
  readonly lacks: Lack | undefined;
  /** Why nothing can be said of it, whatever is seen. */
  readonly gap?: Gap | undefined;
  /** Keywords that are in the number and are not in the baseline: there is no way from it. */
  readonly added?: readonly Unheard[];
}

/**
 * `posts`, `n`: fewer than the least. `unread`: nothing was read. `half`: less than half of the days. `days`: less than what has to be over of the
 * time. `pace`: from so few no pace is told.
 */
export type Lack = 'posts' | 'n' | 'unread' | 'half' | 'days' | 'pace';

export interface Least {
  readonly n: number;
  readonly posts: number;
  /** How much of its time has to be over. */
  readonly time: number;
}

type LeastSeen = Omit<Least, 'time'>;

/**
 * Less than this and a number is mostly chance: 20 make a share known to about ±20 points, 10 times bound a median within the sample,
 * and from 200 posts on a rate of 1 in 100 is told from none.
 */
const leasts: Readonly<Record<MeasureKind, LeastSeen>> = {
  read: { n: 0, posts: 0 },
  rate: { n: 0, posts: 200 },
  'share-of-voice': { n: 20, posts: 0 },
  answered: { n: 10, posts: 0 },
  'response-time': { n: 10, posts: 0 },
  negative: { n: 20, posts: 0 },
  people: { n: 0, posts: 0 },
  mentions: { n: 0, posts: 0 },
  open: { n: 0, posts: 0 },
};

/** No day of the week is like another: before each has passed once, days to come cannot be reckoned from those that are over. */
const wholeWeek = 7 * 86_400_000;

/** That there were few says nothing where no one looked. */
export const leastSeenFor = ({ measure: { kind }, better }: Pick<Goal, 'measure' | 'better'>): LeastSeen =>
  better === 'less' && (kind === 'mentions' || kind === 'people') ? { n: 0, posts: 200 } : leasts[kind];

/** Of what is over within four weeks, a quarter. */
const leastFor = (goal: Goal): Least => ({ ...leastSeenFor(goal), time: Math.min(wholeWeek, (goal.until - goal.from) / 4) });

const meets = ({ better, target }: Goal, value: number): boolean => (better === 'more' ? value >= target : value <= target);

/** Of what is counted on fewer of its days it cannot be said whether it stayed below a target, or missed it: there may have been as many again. */
const leastDaysRead = 0.5;

/**
 * On a straight line from the baseline (for counts: from nothing) to the target. A count that must stay low has no way to go, and neither has
 * what was as it should be when the goal began: it has to stay so.
 */
function shareOf(goal: Goal, value: number | undefined): number | undefined {
  if (value === undefined || (isCount(goal.measure.kind) && goal.better === 'less')) return undefined;
  const start = isCount(goal.measure.kind) ? 0 : goal.baseline?.value;
  if (start === undefined || start === goal.target || (!isCount(goal.measure.kind) && meets(goal, start))) return undefined;
  return (value - start) / (goal.target - start);
}

/** Shares are reckoned in binary fractions: what is a hair short of the way is not short of it. */
const hair = 1e-9;

/** Where it has to be by now to be on course: half of the way once half of the time is over. What has no way has to be there. */
function dueOf(goal: Goal, share: number | undefined, elapsed: number, isEarly: boolean): number {
  const start = goal.baseline?.value;
  if (share === undefined || isCount(goal.measure.kind) || start === undefined || isEarly) return goal.target;
  return start + (goal.target - start) * Math.min(1, elapsed);
}

/** Where it will be at the end, or is as it should be now. */
function isOnCourse(goal: Goal, value: number, share: number | undefined, elapsed: number, pace: Pace | undefined): boolean {
  if (pace) return meets(goal, pace.value);
  return meets(goal, value) || (share !== undefined && share >= elapsed - hair);
}

/** A count that has reached what it was to reach stays so; everything else has to hold until the end. */
const isSettled = ({ measure: { kind }, better }: Goal): boolean => isCount(kind) && better === 'more';

/** So few, where so many were due by now, would be seen by chance alone one time in forty or less. */
const isFarBehind = (goal: Goal, n: number, read: number): boolean => poisson(n).high < goal.target * read;

interface Assessed extends Pick<Progress, 'reading' | 'share' | 'added' | 'elapsed' | 'pace' | 'least' | 'daysRead'> {
  readonly isEarly: boolean;
  readonly times: Times;
  readonly prospect: Prospect | undefined;
}

/** A hair of time: what is reckoned in parts of it is not exact. */
const moment = 1;

const isReadLong = ({ from, until }: Goal, { times, least }: Pick<Assessed, 'times' | 'least'>): boolean =>
  times.read * (until - from) >= least.time - moment;

/** Whether too few of its days were read. A pace is known by what was read, be that little of the time; how much stayed out of sight is not. */
function lackOfDays(goal: Goal, assessed: Assessed): Lack | undefined {
  const { daysRead, elapsed } = assessed;
  if (daysRead?.read === 0 && daysRead.days > 0) return 'unread';
  if (daysRead && (goal.better === 'less' || elapsed >= 1) && daysRead.read < daysRead.days * leastDaysRead) return 'half';
  return daysRead && elapsed < 1 && !isReadLong(goal, assessed) ? 'days' : undefined;
}

function lackOf(goal: Goal, assessed: Assessed): Lack | undefined {
  const { reading, least, elapsed, pace, times } = assessed;
  if (reading.posts < least.posts) return 'posts';
  if (reading.n < least.n) return 'n';
  if (reading.value === undefined) return 'unread';
  const isOpen = isSettled(goal) && elapsed < 1 && !pace && !isFarBehind(goal, reading.n, times.read);
  return lackOfDays(goal, assessed) ?? (isOpen ? 'pace' : undefined);
}

/** What is so whatever else comes, or was not read. */
function settledState(goal: Goal, value: number): GoalState | undefined {
  if (!isCount(goal.measure.kind) || meets(goal, value) !== (goal.better === 'more')) return undefined;
  return goal.better === 'more' ? 'reached' : 'missed';
}

function stateOf(goal: Goal, { reading, elapsed, isEarly, share, pace }: Assessed, lacks: Lack | undefined): GoalState {
  if (elapsed < 0) return 'not-begun';
  const { value } = reading;
  const settled = value === undefined ? undefined : settledState(goal, value);
  if (settled) return settled;
  if (value === undefined || lacks === 'posts' || lacks === 'n') return 'too-little';
  if (isEarly) return meets(goal, value) && !isCount(goal.measure.kind) ? 'on-course' : 'too-early';
  if (lacks) return 'too-little';
  if (elapsed >= 1) return meets(goal, value) ? 'reached' : 'missed';
  return isOnCourse(goal, value, share, elapsed, pace) ? 'on-course' : 'behind';
}

const isGood = (state: GoalState): boolean => state === 'on-course' || state === 'reached';

/** All of an interval is where the verdict says. */
function isWithin({ better }: Pick<Goal, 'better'>, state: GoalState, { low, high }: Interval, due: number): boolean {
  if (isGood(state)) return better === 'more' ? low >= due - hair : high <= due + hair;
  return better === 'more' ? high < due : low > due;
}

/** By what was counted to the end, or else by the interval of what is measured; what cannot change any more is sure. */
function isSure(goal: Goal, state: GoalState, { reading, share, elapsed, isEarly, prospect }: Assessed): boolean {
  const range = prospect?.pace.range;
  const { low, high } = reading;
  if (goal.measure.kind === 'open') return true;
  if (isCount(goal.measure.kind)) return state === 'reached' || state === 'missed' || !range || isWithin(goal, state, range, goal.target);
  if (low === undefined || high === undefined) return true;
  return isWithin(goal, state, { low, high }, dueOf(goal, share, elapsed, isEarly));
}

/** Counts are taken from the goal's beginning on. What is a state of things is taken of the last four weeks of it, or what there is. */
const lookedBack = 28 * 86_400_000;

/** Whether a measure is of a stretch of time that moves along: neither counted from the first day on nor as it is now. */
export const isOfWindow = (kind: MeasureKind): boolean => !isCount(kind) && kind !== 'open';

function measuredPeriod({ measure: { kind }, from, until }: Pick<Goal, 'measure' | 'from' | 'until'>, now: number) {
  const to = Math.max(from, Math.min(now, until));
  return { from: isCount(kind) ? from : Math.max(from, to - lookedBack), to };
}

/** As things were before the goal began: the same measure, of the four weeks before. */
export const baselinePeriod = (from: number) => ({ from: from - lookedBack, to: from });

/** Not of what is so whatever was not read. */
function isChangedByUnread(goal: Goal, state: GoalState, { times, prospect }: Assessed): boolean {
  const isOpen = state === 'missed' ? goal.better === 'more' : goal.better === 'less' && isGood(state);
  return isOpen && times.unread > 0 && prospect?.whole !== undefined && !isWithin(goal, state, prospect.whole, goal.target);
}

function assessTimes(goal: Goal, rows: MeasureRows, now: number): Assessed {
  const { measure, from, until } = goal;
  const period = measuredPeriod(goal, now);
  const reading = take(measure, rows, period);
  const elapsed = now < from ? -1 : Math.min(1, (now - from) / Math.max(1, until - from));
  const [least, daysRead] = [leastFor(goal), countDaysRead(measure, rows, period)];
  const times = partTime(Math.max(0, elapsed), daysRead);
  const isEarly = now - from < least.time;
  const prospect = isEarly ? undefined : foresee(measure, rows, period, reading, times);
  // As much has to be read as has to be over: no day of the week is like another.
  const isTold = elapsed < 1 && reading.n >= leastForPace && isReadLong(goal, { times, least });
  const pace = isTold ? prospect?.pace : undefined;
  // From another number there is no way to this one.
  const added = listSinceBaseline(goal, rows);
  const share = added.length > 0 ? undefined : shareOf(goal, reading.value);
  return { reading, share, added, elapsed, pace, least, daysRead, isEarly, times, prospect };
}

export function assess(goal: Goal, rows: MeasureRows, now: number): Progress {
  const gap = findGap(goal.measure, rows);
  const assessed = assessTimes(goal, rows, now);
  const { reading, share, added, elapsed, pace, least, daysRead } = assessed;
  const lacks = lackOf(goal, assessed);
  const state = gap === 'keyword' ? 'gone' : stateOf(goal, assessed, lacks);
  return {
    state,
    gap,
    added,
    reading,
    share,
    elapsed: Math.max(0, elapsed),
    pace,
    sure: gap !== 'keyword' && isSure(goal, state, assessed),
    daysRead,
    unreadMatters: isChangedByUnread(goal, state, assessed),
    least,
    lacks,
  };
}

/** Its time is over, or what has come of it cannot change any more. */
export const isFinished = ({ state, elapsed }: Progress): boolean => elapsed >= 1 || state === 'reached' || state === 'missed';
