/**
 * Where the talk about a keyword turns, in mentions for each post scanned, not in counts: spikes, which hours show, and changes of level, which days
 * do (core/turning-level.ts has their formula). A spike and the level it begins are one (core/turning-joined.ts). After each bin the last
 * 1, 3, 6, 24 and 72 hours (days: 1, 3, 7, 14) are held against what is usual at that time of day and week for so many posts. Of a window with c
 * mentions where m are usual, the score of a rise is how many deviations of a negative binomial distribution it is above that,
 *
 *   z = (c − m)/√(M + M²/k),   1/k = φ + 1/n,   M = the greater of m and what is usual for so many posts whatever the time
 *
 * because what makes people talk comes at any hour: three mentions more at night are no more news than three more at noon. A fall, which ends at
 * none, is scored by the signed root of that distribution's deviance,
 *
 *   z = −√(2·(c·ln(c/m) − (c + k)·ln((c + k)/(m + k))))
 *
 * (McCullagh and Nelder, Generalized Linear Models, 1989, ch. 9; c is moved half a mention towards m for continuity). φ is how much windows of
 * that length have varied beyond chance, by the method of moments; n is how many mentions the usual rate was learnt from, so that a young
 * keyword has to jump higher. Bins that nobody looked at count as unknown and are left out, and a window knows only the bins in it.
 *
 * From z = 4 on, or −2.5, it is a burst. Some keywords burst every other day, and then a burst is no news: the number of bursts a week and the
 * mean of how far they went, ln(z/4) or −z − 2.5, give how often one of at least this strength is to be expected, often·exp(−far/mean) (peaks over
 * a threshold; of rises, which have heavy tails, with Pareto's tail and Hill's estimate of it, The Annals of Statistics 3, 1975; Siffer et al., KDD
 * 2017, use the like for streams). It is told where that is less than once in four weeks. It was seen last where the logarithm of the likelihood
 * ratio, summed up from its beginning, is greatest.
 */
import { burstsAWeek, excessOf, strengthOf } from './bursts.ts';
import { joinChanges } from './turning-joined.ts';
import { forgetSpike, lastOf, restartDays, updateLevel } from './turning-level.ts';
import { beginTurning, type Scale, scaleOf, type TurningPoint, type TurningState } from './turning-state.ts';
import { beginningOf, chanceIn, learnSpread, likely, type Scored, spreadOf, strongest } from './turning-windows.ts';
import { type Bin, expectedIn, learn, rateOf } from './usual.ts';

export { beginTurning, type TurningPoint, type TurningState } from './turning-state.ts';

export type { Bin } from './usual.ts';

export interface TurningOptions {
  /** Length of a bin in ms; an hour where it is not given. */
  readonly step?: number;
  /** It is told where a burst like it is to be expected only once in so many weeks. */
  readonly weeks?: number;
}

const hourLength = 3_600_000;
const dayLength = 24 * hourLength;
const defaultWeeks = 4;
/** Ten years: nobody has watched for longer. */
const mostWeeks = 520;

function toPoint(state: TurningState, best: Scored, end: number): TurningPoint {
  const { z, from, bins, count, expected, posts } = best;
  return {
    at: end,
    since: beginningOf(state, best),
    until: end,
    direction: z > 0 ? 'up' : 'down',
    kind: 'spike',
    z,
    p: chanceIn(state, best),
    weeks: Math.min(mostWeeks, 1 / burstsAWeek(z > 0 ? state.tails.up : state.tails.down, z)),
    bins,
    from,
    to: end,
    count,
    expected,
    posts,
  };
}

/** The end of the hour in which it was most likely seen last: a long window holds a spike for days after it is over. */
function lastSeen({ recent }: TurningState, { since, until }: TurningPoint, step: number): number {
  const own = recent.filter(({ bin }) => bin.at >= since);
  const last = own[lastOf(own, ({ bin, expected }) => ({ count: bin.count, expected }))];
  return last ? last.bin.at + step : until;
}

/** What is open goes on, settles as the new usual, or ends. */
function goOn(state: TurningState, open: TurningPoint, best: Scored | undefined, end: number, step: number): TurningPoint {
  const { settled, over } = scaleOf(step);
  const same = best !== undefined && strengthOf(best.z) >= 1 && best.z > 0 === (open.direction === 'up');
  state.lasted += 1;
  state.quiet = same ? 0 : state.quiet + 1;
  if (!same) return open;
  const stronger = Math.abs(best.z) > Math.abs(open.z) ? toPoint(state, best, end) : open;
  const until = lastSeen(state, stronger, step);
  const kind = state.lasted >= settled && end - until <= over * step ? 'level' : open.kind;
  return { ...stronger, at: open.at, until, kind };
}

/** The level of the time since it turned is the usual one from now on; which hours are busy has not changed. */
function settle(state: TurningState, since: number): void {
  const own = state.recent.filter(({ bin }) => bin.at >= since);
  const sum = (of: (entry: (typeof own)[number]) => number): number => own.reduce((all, entry) => all + of(entry), 0);
  const usualThen = sum(({ expected }) => expected);
  const rate = rateOf(state.usual) * (usualThen > 0 ? sum(({ bin }) => bin.count) / usualThen : 1);
  state.usual.exposed = sum(({ bin }) => bin.exposed);
  state.usual.count = rate * state.usual.exposed;
  state.spreads = [];
  state.recent = [];
}

function absorb(state: TurningState, step: number): void {
  const { delay, memory } = scaleOf(step);
  const entry = state.recent[state.recent.length - 1 - delay];
  if (entry) learn(state.usual, entry.bin, likely(entry.bin, entry.expected, spreadOf(state, 0)), memory);
}

function endBurst(state: TurningState, open: TurningPoint): void {
  const tail = state.tails[open.direction];
  tail.bursts += 1;
  tail.excess += excessOf(open.z);
  if (state.told && open.kind === 'spike') {
    const own = state.recent.filter(({ bin }) => bin.at >= open.since && bin.at < open.until);
    forgetSpike(
      state.levels,
      own.map(({ bin, expected }) => ({ at: bin.at, beyond: bin.count - expected })),
    );
  }
  Object.assign(state, { open: undefined, told: false, lasted: 0, quiet: 0 });
}

/** Higher, a day later, than what was told: that is news again. */
function growsAgain({ open, told }: TurningState, best: Scored, end: number, { again }: Scale, step: number): boolean {
  return told && open !== undefined && end - open.at >= again * step && best.z * Math.sign(open.z) > Math.abs(open.z);
}

/** What was low rises, or the other way: the one is over. */
const turnsRound = ({ open }: TurningState, { z }: Scored): boolean =>
  open !== undefined && strengthOf(z) >= 1 && z > 0 !== (open.direction === 'up');

function fadeTails({ tails }: TurningState, step: number): void {
  const keep = 2 ** (-1 / scaleOf(step).memory);
  for (const tail of [tails.up, tails.down]) {
    tail.bursts *= keep;
    tail.excess *= keep;
    tail.weeks = tail.weeks * keep + step / (7 * dayLength);
  }
}

/** What the last hours tell. */
function updateHours(state: TurningState, bin: Bin, step: number, weeks: number): TurningPoint | undefined {
  const scale = scaleOf(step);
  const end = bin.at + step;
  const longest = (scale.windows.at(-1) ?? 1) + scale.delay;
  if (state.young < scale.first) {
    state.young += 1;
    learn(state.usual, bin, bin.count, scale.memory);
    return undefined;
  }
  state.recent = [...state.recent, { bin, expected: expectedIn(state.usual, bin, step) }].slice(-longest);
  fadeTails(state, step);
  const best = strongest(state, step);
  if (best && state.open && (growsAgain(state, best, end, scale, step) || turnsRound(state, best))) endBurst(state, state.open);
  if (!state.open && best && strengthOf(best.z) >= 1) state.open = toPoint(state, best, end);
  else if (state.open) state.open = goOn(state, state.open, best, end, step);
  learnSpread(state, step);
  if (!state.open) {
    absorb(state, step);
    return undefined;
  }
  return tell(state, state.open, end, { step, weeks });
}

/** What is open is told once it is rare enough, and as long as it is seen. */
function tell(state: TurningState, open: TurningPoint, end: number, { step, weeks }: Required<TurningOptions>): TurningPoint | undefined {
  const isSeen = state.quiet === 0;
  if (!state.told && isSeen && open.weeks >= weeks) {
    state.told = true;
    state.open = { ...open, at: end };
  }
  const told = state.told && isSeen ? state.open : undefined;
  if (told) state.latest = told;
  // What went on for so long, on and off, is part of what is usual; a level only where it was there to the end.
  const isSettled = isSeen && state.lasted >= scaleOf(step).settled;
  if (open.kind === 'level') restartDays(state.levels, open.since);
  if (isSettled || state.quiet >= scaleOf(step).over) endBurst(state, open);
  if (isSettled) settle(state, open.since);
  return told;
}

/**
 * Takes the next bin in, in order of time, and changes `state`. What it returns is new where its `at` is this bin's end, and otherwise one told
 * before that goes on. Costs the same however long the series is.
 */
export function updateTurningPoints(
  state: TurningState,
  bin: Bin,
  { step = hourLength, weeks = defaultWeeks }: TurningOptions = {},
): TurningPoint | undefined {
  if (!(bin.exposed > 0)) return undefined;
  const ofHours = updateHours(state, bin, step, weeks);
  const ofDays = updateLevel(state.levels, bin, state.usual, { step, weeks });
  if (!ofDays) return ofHours;
  return joinChanges(state, ofHours, ofDays, bin.at + step, step);
}

/** All turning points of a series in order of time, each as it was last seen. */
export function findTurningPoints(series: readonly Bin[], options: TurningOptions = {}): TurningPoint[] {
  const state = beginTurning();
  const points = new Map<string, TurningPoint>();
  for (const bin of series) {
    const point = updateTurningPoints(state, bin, options);
    if (point) points.set(`${point.at} ${point.direction}`, point);
  }
  return [...points.values()].sort((a, b) => a.at - b.at);
}
