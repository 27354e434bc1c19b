/** How far a goal has come, and where it will end if nothing changes. Nothing is said where too little was seen to say it. */
import { countByDay, countDaysRead, type DaysRead } from './days-read.ts';
import { isCount, type MeasureRows, type Reading, take } from './measures.ts';
import type { Goal, MeasureKind } from './model.ts';
import { poisson } from './poisson.ts';
import { findDispersion, predictCount } from './prediction.ts';
import type { Interval } from './rates.ts';

/**
 * `reached`: it is where it was to be (for what must stay low or high until the end: it was so at the end). `on-course`, `behind`: the time is
 * not over. `too-little`: too little was seen to say which. `too-early`: too little of the time is over.
 */
export type GoalState = 'not-begun' | 'too-early' | 'too-little' | 'on-course' | 'behind' | 'reached' | 'missed';

export interface Pace {
  /** What it will come to by the end. */
  readonly value: number;
  /** Where the final count will be in 95 of 100 cases. Absent where it is not known how much days vary. */
  readonly range: Interval | undefined;
}

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
}

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

const enough = ({ n, posts, value }: Reading, least: LeastSeen): boolean => value !== undefined && n >= least.n && posts >= least.posts;

const meets = ({ better, target }: Goal, value: number): boolean => (better === 'more' ? value >= target : value <= target);

/** From fewer than this no pace is told: one more or less would change it by half. */
export const leastForPace = 3;

/** Of what is counted on fewer of its days it cannot be said whether it stayed below a target, or missed it: there may have been as many again. */
export const leastDaysRead = 0.5;

/** How much of the goal's time was read, is not known, and is to come, as parts of it. */
interface Times {
  readonly read: number;
  readonly unread: number;
  readonly left: number;
}

function timesOf(elapsed: number, daysRead: DaysRead | undefined): Times {
  const share = daysRead ? daysRead.read / Math.max(1, daysRead.days) : 1;
  return { read: elapsed * share, unread: elapsed * (1 - share), left: 1 - elapsed };
}

/** A count that is told in days of which it is known how much they vary; few of what was heard vary as Poisson counts at least, posts read more. */
function predict({ measure: { kind } }: Goal, n: number, dispersion: number | undefined, read: number, left: number): Interval | undefined {
  if (read <= 0 || (kind === 'read' && dispersion === undefined)) return undefined;
  return predictCount({ n, counted: read, left, dispersion: dispersion ?? 1 });
}

/** What was counted, and for the time that is left the same again per day that was read. */
function paceOf(n: number, { read, left }: Times, range: Interval | undefined): Pace {
  return { value: n + (n * left) / read, range };
}

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

interface Assessed extends Pick<Progress, 'reading' | 'share' | 'elapsed' | 'pace' | 'least' | 'daysRead'> {
  readonly isEarly: boolean;
  readonly times: Times;
}

/** While the time runs, and where enough was seen. */
function stateMeanwhile(goal: Goal, value: number, { reading, share, elapsed, pace, isEarly, times }: Assessed): GoalState {
  const { kind } = goal.measure;
  if (isEarly) return meets(goal, value) && !isCount(kind) ? 'on-course' : 'too-early';
  if (isSettled(goal) && !pace) return isFarBehind(goal, reading.n, times.read) ? 'behind' : 'too-little';
  return isOnCourse(goal, value, share, elapsed, pace) ? 'on-course' : 'behind';
}

/** Whether so few of its days were read that it may be anything. A pace is known by what was read, be that little of the time. */
export function isUnread({ better }: Pick<Goal, 'better'>, { daysRead, elapsed }: Pick<Progress, 'daysRead' | 'elapsed'>): boolean {
  if (!daysRead || daysRead.days === 0) return false;
  if (daysRead.read === 0) return true;
  return (better === 'less' || elapsed >= 1) && daysRead.read < daysRead.days * leastDaysRead;
}

function stateOf(goal: Goal, assessed: Assessed): GoalState {
  const { reading, elapsed, least } = assessed;
  const { value } = reading;
  if (elapsed < 0) return 'not-begun';
  const met = value !== undefined && meets(goal, value);
  if (isSettled(goal) && met) return 'reached';
  if (isCount(goal.measure.kind) && goal.better === 'less' && value !== undefined && !met) return 'missed';
  if (value === undefined || !enough(reading, least)) return 'too-little';
  if (assessed.isEarly && isCount(goal.measure.kind)) return 'too-early';
  if (isUnread(goal, assessed)) return 'too-little';
  if (elapsed >= 1) return met ? 'reached' : 'missed';
  return stateMeanwhile(goal, value, assessed);
}

const isGood = (state: GoalState): boolean => state === 'on-course' || state === 'reached';

/** All of an interval is where the verdict says. */
function isWithin({ better }: Pick<Goal, 'better'>, state: GoalState, { low, high }: Interval, due: number): boolean {
  if (isGood(state)) return better === 'more' ? low >= due - hair : high <= due + hair;
  return better === 'more' ? high < due : low > due;
}

/** By what was counted to the end, or else by the interval of what is measured; what cannot change any more is sure. */
function isSure(goal: Goal, state: GoalState, { reading, share, elapsed, isEarly }: Assessed, range: Interval | undefined): boolean {
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

/** A count that is over, or is not to grow, is what it is: what was on unread days is not in it. */
function unreadMattersFor(goal: Goal, state: GoalState, n: number, { read, unread, left }: Times, dispersion: number | undefined): boolean {
  const isOpen = state === 'missed' ? goal.better === 'more' : goal.better === 'less' && isGood(state);
  if (!isOpen || unread <= 0) return false;
  const range = predict(goal, n, dispersion, read, unread + left);
  return range !== undefined && !isWithin(goal, state, range, goal.target);
}

export function assess(goal: Goal, rows: MeasureRows, now: number): Progress {
  const { measure, from, until } = goal;
  const period = measuredPeriod(goal, now);
  const reading = take(measure, rows, period);
  const elapsed = now < from ? -1 : Math.min(1, (now - from) / Math.max(1, until - from));
  const least = leastFor(goal);
  const daysRead = countDaysRead(measure, rows, period);
  const times = timesOf(Math.max(0, elapsed), daysRead);
  const { n, value } = reading;
  const counts = isCount(measure.kind) && value !== undefined;
  const isEarly = now - from < least.time;
  const dispersion = counts ? findDispersion(countByDay(measure, rows, period)) : undefined;
  const isRunning = counts && !isEarly && elapsed < 1;
  const range = isRunning ? predict(goal, n, dispersion, times.read, times.left) : undefined;
  // As much has to be read as has to be over: no day of the week is like another.
  const hasPace = isRunning && n >= leastForPace && times.read * (until - from) >= least.time;
  const pace = hasPace ? paceOf(n, times, range) : undefined;
  const assessed = { reading, share: shareOf(goal, value), elapsed, pace, least, daysRead, isEarly, times };
  const state = stateOf(goal, assessed);
  return {
    state,
    reading,
    share: assessed.share,
    elapsed: Math.max(0, elapsed),
    pace,
    sure: isSure(goal, state, assessed, range),
    daysRead,
    unreadMatters: counts && unreadMattersFor(goal, state, n, times, dispersion),
    least,
  };
}

/** Its time is over, or what has come of it cannot change any more. */
export const isFinished = ({ state, elapsed }: Progress): boolean => elapsed >= 1 || state === 'reached' || state === 'missed';
