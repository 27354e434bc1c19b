/** How far a goal has come, and where it will end if nothing changes. Nothing is said where too little was seen to say it. */
import { findGap, type Gap, listSinceBaseline } from './known.ts';
import type { Unheard } from './listened.ts';
import { isCount, type MeasureRows, type Reading, take } from './measures.ts';
import type { Goal, MeasureKind } from './model.ts';
import { poisson } from './poisson.ts';

/**
 * `reached`: it is where it was to be (for what must stay low or high until the end: it was so at the end). `on-course`, `behind`: the time is
 * not over. `too-little`: too little was seen to say which. `too-early`: too little of the time is over. `gone`: a keyword it is told by is no more.
 */
export type GoalState = 'gone' | 'not-begun' | 'too-early' | 'too-little' | 'on-course' | 'behind' | 'reached' | 'missed';

export interface Pace {
  /** What it will come to by the end. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
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
  /** Its interval, too, is on the right side of the target. */
  readonly sure: boolean;
  /** What there has to be before anything is said. */
  readonly least: Least;
  /** Why nothing can be said of it, whatever is seen. */
  readonly gap?: Gap | undefined;
  /** Keywords that are in the number and are not in the baseline: there is no way from it. */
  readonly added?: readonly Unheard[];
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
const leastForPace = 3;

/**
 * What was counted, and for the time that is left the same again per day: n + n/elapsed·(1 − elapsed). Its interval takes that of n
 * for the time that is left; what was counted is certain.
 */
function paceOf({ measure: { kind } }: Goal, { value, n, low = n, high = n }: Reading, elapsed: number): Pace | undefined {
  if (!isCount(kind) || value === undefined || elapsed <= 0 || n < leastForPace) return undefined;
  const left = (1 - elapsed) / elapsed;
  return { value: value + n * left, low: value + low * left, high: value + high * left };
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

/** Where it will be at the end, or is as it should be now: half of the way once half of the time is over. */
function isOnCourse(goal: Goal, value: number, share: number | undefined, elapsed: number, pace: Pace | undefined): boolean {
  if (pace) return meets(goal, pace.value);
  return meets(goal, value) || (share !== undefined && share >= elapsed - hair);
}

/** A count that has reached what it was to reach stays so; everything else has to hold until the end. */
const isSettled = ({ measure: { kind }, better }: Goal): boolean => isCount(kind) && better === 'more';

/** So few, where so many were due by now, would be seen by chance alone one time in forty or less. */
const isFarBehind = (goal: Goal, n: number, elapsed: number): boolean => poisson(n).high < goal.target * elapsed;

type Assessed = Pick<Progress, 'reading' | 'share' | 'elapsed' | 'pace' | 'least'> & { isEarly: boolean };

/** While the time runs, and where enough was seen. */
function stateMeanwhile(goal: Goal, value: number, { reading, share, elapsed, pace, isEarly }: Assessed): GoalState {
  const { kind } = goal.measure;
  if (isEarly) return meets(goal, value) && !isCount(kind) ? 'on-course' : 'too-early';
  if (isSettled(goal) && !pace) return isFarBehind(goal, reading.n, elapsed) ? 'behind' : 'too-little';
  return isOnCourse(goal, value, share, elapsed, pace) ? 'on-course' : 'behind';
}

function stateOf(goal: Goal, assessed: Assessed): GoalState {
  const { reading, elapsed, least } = assessed;
  const { value } = reading;
  if (elapsed < 0) return 'not-begun';
  const met = value !== undefined && meets(goal, value);
  if (isSettled(goal) && met) return 'reached';
  if (isCount(goal.measure.kind) && goal.better === 'less' && value !== undefined && !met) return 'missed';
  if (value === undefined || !enough(reading, least)) return 'too-little';
  if (elapsed >= 1) return met ? 'reached' : 'missed';
  return stateMeanwhile(goal, value, assessed);
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

export function assess(goal: Goal, rows: MeasureRows, now: number): Progress {
  const reading = take(goal.measure, rows, measuredPeriod(goal, now));
  const span = Math.max(1, goal.until - goal.from);
  const elapsed = now < goal.from ? -1 : Math.min(1, (now - goal.from) / span);
  const least = leastFor(goal);
  const isEarly = now - goal.from < least.time;
  const added = listSinceBaseline(goal, rows);
  const share = added.length > 0 ? undefined : shareOf(goal, reading.value);
  const pace = isEarly || elapsed >= 1 ? undefined : paceOf(goal, reading, elapsed);
  const bound = goal.better === 'more' ? reading.low : reading.high;
  const gap = findGap(goal.measure, rows);
  return {
    state: gap === 'keyword' ? 'gone' : stateOf(goal, { reading, share, elapsed, pace, least, isEarly }),
    gap,
    added,
    reading,
    share,
    elapsed: Math.max(0, elapsed),
    pace,
    sure: bound === undefined ? reading.value !== undefined : meets(goal, bound),
    least,
  };
}

/** Its time is over, or what has come of it cannot change any more. */
export const isFinished = ({ state, elapsed }: Progress): boolean => elapsed >= 1 || state === 'reached' || state === 'missed';
