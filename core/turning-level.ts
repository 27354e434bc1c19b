/**
 * Changes that no one hour shows: of a day, or of level, which lasts. After each bin the newest 1 to 28 days that were read are held against all
 * days before them (up to 84, none from before the last change of level), in either direction: a generalized likelihood ratio over all beginnings,
 *
 *   z = max over w of the signed root of the deviance of c mentions in the last w days where m = λ·E are usual,
 *   1/k = φ·(ΣE²/(ΣE)² + Σe²/(Σe)²) + 1/n
 *
 * with λ = n/Σe the rate of the days before, E and e the posts scanned on days of the window and before it, weighed by the seasons of hour and
 * weekday, and φ how much days before it vary beyond chance, with two standard errors. (Willsky and Jones, IEEE Transactions on Automatic Control
 * 21, 1976; window-limited by Lai, Journal of the Royal Statistical Society B 57, 1995; for counts of a negative binomial distribution with seasons
 * Höhle and Paul, Computational Statistics & Data Analysis 52, 2008. Given both, a count with a rate learnt from n is negative binomial with k = n.)
 * The usual is learnt from before the window only, so that what changes slowly does not become usual before it is told.
 *
 * Where nothing changes, a z is reached once in √(2π)·exp(z²/2)/(z·I) days, I = ∫x·exp(−1.166x)dx from z/√28 to z (Siegmund and Venkatraman, The
 * Annals of Statistics 23, 1995). It is told where that is once in forty weeks or less: ten times as rare as a spike, because the two are told
 * together. It is a level where at least three days were read, and where it would still stand out had its strangest day not been.
 */
import { chanceOf } from './deviance.ts';
import { addDay, type Day, type DaySums, judgedOf, noDays, rateIn, scoreDays, takeIntoDays } from './turning-days.ts';
import type { TurningPoint } from './turning-state.ts';
import { type Bin, seasonOf, type Usual } from './usual.ts';

/** A change of days that goes on, and the days before it, which it stays to be held against. */
export interface OpenChange {
  point: TurningPoint;
  before: DaySums;
}

export interface LevelState {
  days: Day[];
  open: OpenChange | undefined;
}

interface Pace {
  step: number;
  weeks: number;
}

export const beginLevels = (): LevelState => ({ days: [], open: undefined });

const dayLength = 86_400_000;
const longest = 28;
const kept = 84;
/** So many days must have been read before. */
const fewestBefore = 4;
const fewestMentions = 5;
/** From so many days on it may be a level, where without its strangest day the score is still beyond `withoutOne`. */
const levelDays = 3;
const withoutOne = 2.5;
/** So many times rarer than a spike of hours it must be to be told; what lasts a day or two, and may be a spike, more. */
const rarer = { level: 10, spike: 25 };
/** A root of the deviance is at most √2 times as many deviations of the Poisson distribution; below so many it is not reckoned. */
const fewestDeviations = 2.2;
/** A level is told of as going on for so long; then it is the usual one. */
const settled = 42 * dayLength;
/** Ten years: nobody has watched for longer. */
const mostWeeks = 520;
/** What lasted less than three days and was not seen for so long is over. */
const over = 2 * dayLength;

const slope = 1.166;
const part = (x: number): number => (x / slope + 1 / slope ** 2) * Math.exp(-slope * x);

/** Below this the approximation no longer holds: it would take less for rarer. */
const leastScore = 1.5;

/** Once in how many weeks a score is reached where nothing changes. */
export function weeksOf(z: number): number {
  const x = Math.max(leastScore, Math.abs(z));
  return (Math.sqrt(2 * Math.PI) * Math.exp(x ** 2 / 2)) / (7 * x * (part(x / Math.sqrt(longest)) - part(x)));
}

interface Found {
  z: number;
  /** Where it begins among the days. */
  first: number;
  before: DaySums;
  kind: TurningPoint['kind'];
}

/** Whether it would stand out without the day that does most for it. */
function outlastsOne(before: DaySums, after: DaySums, days: readonly Day[], z: number): boolean {
  const rate = rateIn(before);
  const far = (day: Day): number => (judgedOf(day) - rate * day.weighed) * Math.sign(z);
  const strangest = days.reduce((most, day) => (far(day) > far(most) ? day : most));
  const rest = { ...after };
  addDay(rest, strangest, -1);
  return scoreDays(before, rest) * Math.sign(z) >= withoutOne;
}

/** The beginning from which on the days are furthest from those before it, of those that are rare enough. */
function findChange(days: readonly Day[], weeks: number): Found | undefined {
  const [before, after] = [noDays(), noDays()];
  days.forEach((day, i) => {
    addDay(before, day, 1, days[i - 1]);
  });
  let best: Found | undefined;
  for (let first = days.length - 1; first >= Math.max(fewestBefore, days.length - longest); first--) {
    const day = days[first];
    if (!day) break;
    addDay(before, day, -1, days[first - 1]);
    addDay(after, day, 1);
    const rate = rateIn(before);
    const expected = rate * after.weighed;
    if (Math.max(after.count, expected) < fewestMentions) continue;
    if (Math.abs(after.count - expected) < fewestDeviations * Math.sqrt(expected)) continue;
    const z = scoreDays(before, after);
    const kind = days.length - first >= levelDays ? 'level' : 'spike';
    if (Math.abs(z) <= Math.abs(best?.z ?? 0) || weeksOf(z) < weeks * rarer[kind]) continue;
    if (kind === 'level' && !outlastsOne(before, after, days.slice(first), z)) continue;
    best = { z, first, before: { ...before, pairs: { ...before.pairs } }, kind };
  }
  return best;
}

/** The end until which it most likely went on: where the logarithm of the likelihood ratio, summed up from its beginning, is greatest. */
export function lastOf<T>(items: readonly T[], read: (item: T) => { count: number; expected: number }): number {
  const all = items.map(read);
  const count = all.reduce((sum, one) => sum + one.count, 0);
  const expected = all.reduce((sum, one) => sum + one.expected, 0);
  const times = Math.max(count, 0.5) / Math.max(expected, 1e-9);
  let [last, sum, greatest] = [0, 0, Number.NEGATIVE_INFINITY];
  all.forEach((one, i) => {
    sum += one.count * Math.log(times) - (times - 1) * one.expected;
    if (sum >= greatest) [last, greatest] = [i, sum];
  });
  return last;
}

/** The point as its days now tell it; how sure it is does not wane when it does. */
function measure(point: TurningPoint, before: DaySums, days: readonly Day[]): TurningPoint {
  const rate = rateIn(before);
  const own = days.filter(({ first }) => first >= point.from);
  const going = own.slice(0, lastOf(own, (day) => ({ count: judgedOf(day), expected: rate * day.weighed })) + 1);
  const after = noDays();
  for (const day of going) addDay(after, day, 1);
  const sum = (of: (day: Day) => number): number => going.reduce((all, day) => all + of(day), 0);
  const until = going.at(-1)?.end ?? point.until;
  const now = scoreDays(before, after);
  const z = now * point.z > point.z ** 2 ? now : point.z;
  return {
    ...point,
    z,
    p: chanceOf(z),
    weeks: Math.min(mostWeeks, weeksOf(z)),
    until,
    to: until,
    bins: Math.max(
      1,
      sum(({ bins }) => bins),
    ),
    count: sum(({ count }) => count),
    expected: rate * after.weighed,
    posts: sum(({ posts }) => posts),
  };
}

function toPoint(days: readonly Day[], { z, first, before, kind }: Found, end: number): TurningPoint {
  const since = days[first]?.first ?? end;
  const numbers = { bins: 1, count: 0, expected: 0, posts: 0, p: 1, weeks: 0 };
  const point = { at: end, since, until: end, from: since, to: end, direction: z > 0 ? 'up' : 'down', kind, z, ...numbers } as const;
  return measure(point, before, days);
}

/** The usual is from now on what it was since: days before are no measure any more. */
export function restartDays(state: LevelState, since: number): void {
  state.days = state.days.filter(({ end }) => end > since);
  state.open = undefined;
}

/** Mentions beyond the usual of a spike that is over are no part of its days any more. */
export function forgetSpike(state: LevelState, hours: readonly { at: number; beyond: number }[]): void {
  const beyond = new Map<number, number>();
  for (const { at, beyond: more } of hours) {
    const day = Math.floor(at / dayLength) * dayLength;
    beyond.set(day, (beyond.get(day) ?? 0) + more);
  }
  state.days = state.days.map((day) => ({ ...day, told: Math.max(day.told, beyond.get(day.at) ?? 0) }));
}

function goOn(state: LevelState, open: OpenChange, end: number): void {
  open.point = measure(open.point, open.before, state.days);
  const { kind, since, until, from } = open.point;
  if (kind === 'level' ? end - since < settled : end - until < over) return;
  if (kind === 'spike')
    forgetSpike(
      state,
      state.days
        .filter(({ first }) => first >= from && first < until)
        .map(({ at, count, weighed }) => ({ at, beyond: count - rateIn(open.before) * weighed })),
    );
  state.open = undefined;
}

/** Another change than the one that goes on: a level after a level, or one the other way. */
const isOther = (open: OpenChange | undefined, { z, kind }: Found): boolean =>
  !open || (open.point.direction === 'up') !== z > 0 || (open.point.kind === 'level' && kind === 'level');

/** Takes the next bin in. @returns the change of days that is told by it, or goes on */
export function updateLevel(
  state: LevelState,
  bin: Bin,
  usual: Usual,
  { step, weeks }: Pace,
): { point: TurningPoint; isNew: boolean } | undefined {
  takeIntoDays(state.days, bin, seasonOf(usual, bin, step), step);
  if (state.days.length > kept) state.days.shift();
  const end = bin.at + step;
  const found = findChange(state.days, weeks);
  const { open } = state;
  if (found && (isOther(open, found) || (found.kind === 'level' && open?.point.kind === 'spike'))) {
    const point = toPoint(state.days, found, end);
    const next = open && !isOther(open, found) ? { ...point, at: open.point.at } : point;
    if (found.kind === 'level') restartDays(state, next.from);
    state.open = { point: next, before: found.before };
    return { point: next, isNew: true };
  }
  if (open) goOn(state, open, end);
  return open && { point: open.point, isNew: false };
}
