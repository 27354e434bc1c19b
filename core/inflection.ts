/**
 * Where the talk about a keyword turns: spikes and changes of level, in mentions for each post scanned, not in counts. After each bin the last
 * 1, 3, 6, 24 and 72 hours (days: 1, 3, 7, 14) are held against what is usual at that time of day and week for so many posts. Of a window with c
 * mentions where m are usual, the score is the signed root of the deviance of a negative binomial distribution,
 *
 *   z = ±√(2·(c·ln(c/m) − (c + k)·ln((c + k)/(m + k)))),   1/k = φ + 1/n
 *
 * (McCullagh and Nelder, Generalized Linear Models, 1989, ch. 9; c is moved half a mention towards m for continuity). φ is how much windows of
 * that length have varied beyond chance, by the method of moments; n is how many mentions the usual rate was learnt from, so that a young
 * keyword has to jump higher. Bins that nobody looked at count as unknown and are left out, and a window knows only the bins in it.
 *
 * From z = 2.5 on it is a burst. Some keywords burst every other day, and then a burst is no news: the number of bursts a week and the mean of how
 * far they went above 2.5 give how often one of at least this strength is to be expected, often·exp(−(z − 2.5)/mean) (peaks over a threshold,
 * with the exponential tail; Siffer et al., KDD 2017, use the same for streams). It is told where that is less than once in four weeks.
 */
import { type Bin, expectedIn, learn, nothingUsual, rateOf, type Usual } from './usual.ts';

export type { Bin } from './usual.ts';

export interface TurningPoint {
  /** When there was enough to tell it (the end of the bin), and since when it is so. */
  readonly at: number;
  readonly since: number;
  /** The end of the last bin that it was seen in; it goes on where no later bin is over. */
  readonly until: number;
  readonly direction: 'up' | 'down';
  /** A `level` has lasted so long that it is the new usual. */
  readonly kind: 'spike' | 'level';
  /** The best score, and the chance (two-sided, of that one window) to see one like it when nothing has changed. */
  readonly z: number;
  readonly p: number;
  /** Of the window that fired: its length in bins, mentions, how many are usual, posts scanned. */
  readonly bins: number;
  readonly count: number;
  readonly expected: number;
  readonly posts: number;
}

export interface TurningOptions {
  /** Length of a bin in ms; an hour where it is not given. */
  readonly step?: number;
  /** It is told where a burst like it is to be expected only once in so many weeks. */
  readonly weeks?: number;
}

/** How often there were bursts, and Σ of how far they went above `burst`. */
interface Tail {
  weeks: number;
  bursts: number;
  excess: number;
}

interface Spread {
  /** Σ((c − m)² − m) and Σm² of windows past. */
  excess: number;
  square: number;
}

/** Plain data: may be kept, and gone on with when the next bin is over. */
export interface TurningState {
  usual: Usual;
  spreads: Spread[];
  /** The newest bins with exposure, and how many mentions were usual in each. */
  recent: { bin: Bin; expected: number }[];
  tails: { up: Tail; down: Tail };
  /** The burst that is not over, and whether it was strange enough to be told. */
  open: TurningPoint | undefined;
  told: boolean;
  /** Bins learnt from at the very beginning, when nothing was usual yet. */
  young: number;
  /** Bins seen since it opened, and since it was last seen. */
  lasted: number;
  quiet: number;
}

const hourLength = 3_600_000;
const dayLength = 24 * hourLength;
const defaultWeeks = 4;

interface Scale {
  readonly windows: readonly number[];
  readonly memory: number;
  /** A change that lasts so many bins is the new usual; one not seen for `over` bins has ended. */
  readonly settled: number;
  readonly over: number;
  /** What was told is told again no sooner. */
  readonly again: number;
  /** The first bins only show how often it is mentioned at all. */
  readonly first: number;
  /** Bins wait this long before they are learnt from, so that what is turning does not hide itself. */
  readonly delay: number;
}

const hourly: Scale = { windows: [1, 3, 6, 24, 72], memory: 21 * 24, settled: 72, over: 12, again: 24, first: 24, delay: 12 };
const daily: Scale = { windows: [1, 3, 7, 14], memory: 42, settled: 10, over: 2, again: 2, first: 4, delay: 2 };
const scaleOf = (step: number): Scale => (step < dayLength ? hourly : daily);

/** What windows vary beyond chance before it is known: a third of what is usual. */
const spreadBefore = 0.1;
const spreadWeight = 20;
const mostSpread = 30;

/** From this score on it is a burst. */
const burst = 2.5;
/** What bursts are taken to be like before there were any: one a week. */
const tailBefore: Tail = { weeks: 4, bursts: 4, excess: 4 };

export const beginTurning = (): TurningState => ({
  usual: nothingUsual(),
  spreads: [],
  recent: [],
  tails: { up: { weeks: 0, bursts: 0, excess: 0 }, down: { weeks: 0, bursts: 0, excess: 0 } },
  open: undefined,
  told: false,
  young: 0,
  lasted: 0,
  quiet: 0,
});

/** The score of the formula above. */
export function deviance(count: number, expected: number, spread: number): number {
  if (expected <= 0) return 0;
  const c = count > expected ? Math.max(expected, count - 0.5) : Math.min(expected, count + 0.5);
  const k = 1 / Math.max(spread, 1e-9);
  const value = 2 * ((c > 0 ? c * Math.log(c / expected) : 0) - (c + k) * Math.log((c + k) / (expected + k)));
  return Math.sign(count - expected) * Math.sqrt(Math.max(0, value));
}

/** Two-sided tail of the normal distribution (Abramowitz and Stegun 26.2.17, and its first term where that is too coarse). */
export function chanceOf(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x > 5) return Math.min(1, (2 * density) / x);
  const t = 1 / (1 + 0.2316419 * x);
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.min(1, 2 * density * tail);
}

function spreadOf(state: TurningState, number: number): number {
  const { excess, square } = state.spreads[number] ?? { excess: 0, square: 0 };
  const prior = spreadWeight * Math.max(0.25, square / Math.max(1, state.recent.length));
  return Math.min(mostSpread, Math.max(0.01, (excess + spreadBefore * prior) / (square + prior)));
}

interface Window {
  number: number;
  bins: number;
  from: number;
  count: number;
  expected: number;
  posts: number;
}

/** The windows that end with the newest bin; a longer one that holds no more bins than a shorter is left out. */
function listWindows({ recent }: TurningState, step: number): Window[] {
  const newest = recent.at(-1)?.bin.at ?? 0;
  const windows: Window[] = [];
  let [count, expected, posts, taken] = [0, 0, 0, 0];
  scaleOf(step).windows.forEach((bins, number) => {
    const before = taken;
    for (; taken < recent.length; taken++) {
      const entry = recent[recent.length - 1 - taken];
      if (!entry || entry.bin.at <= newest - bins * step) break;
      count += entry.bin.count;
      expected += entry.expected;
      posts += entry.bin.exposed;
    }
    if (taken > before) windows.push({ number, bins, from: recent[recent.length - taken]?.bin.at ?? newest, count, expected, posts });
  });
  return windows;
}

interface Scored extends Window {
  z: number;
}

/** Of a window with hardly a mention, usual or seen, nothing can be said. */
const fewest = 3;

function strongest(state: TurningState, step: number): Scored | undefined {
  let best: Scored | undefined;
  for (const window of listWindows(state, step)) {
    if (Math.max(window.count, window.expected) < fewest) continue;
    const z = deviance(window.count, window.expected, spreadOf(state, window.number) + 1 / (state.usual.count + 1));
    if (!best || Math.abs(z) > Math.abs(best.z)) best = { ...window, z };
  }
  return best;
}

/** What is learnt of a bin: not more than is likely, so that a spike is not taken for usual. */
function likely(bin: Bin, expected: number, spread: number): number {
  const half = 2.5 * Math.sqrt(expected + spread * expected ** 2) + 1;
  return expected === 0 ? bin.count : Math.min(expected + half, Math.max(expected - half, bin.count));
}

function learnSpread(state: TurningState, step: number): void {
  const { memory } = scaleOf(step);
  const keep = 2 ** (-1 / memory);
  for (const { number, count, expected } of listWindows(state, step)) {
    if (expected <= 0) continue;
    const spread = state.spreads[number] ?? { excess: 0, square: 0 };
    const cut = Math.min(count, expected + 4 * Math.sqrt(expected + spreadOf(state, number) * expected ** 2) + 1);
    state.spreads[number] = {
      excess: spread.excess * keep + (cut - expected) ** 2 - expected,
      square: spread.square * keep + expected ** 2,
    };
  }
}

const toPoint = ({ z, from, bins, count, expected, posts }: Scored, end: number): TurningPoint => ({
  at: end,
  since: from,
  until: end,
  direction: z > 0 ? 'up' : 'down',
  kind: 'spike',
  z,
  p: chanceOf(z),
  bins,
  count,
  expected,
  posts,
});

/** What is open goes on, settles as the new usual, or ends. */
function goOn(state: TurningState, open: TurningPoint, best: Scored | undefined, end: number, scale: Scale): TurningPoint {
  const same = best !== undefined && Math.abs(best.z) >= burst && best.z > 0 === (open.direction === 'up');
  state.lasted += 1;
  state.quiet = same ? 0 : state.quiet + 1;
  if (!same) return open;
  const stronger = Math.abs(best.z) > Math.abs(open.z) ? toPoint(best, end) : open;
  const kind = state.lasted >= scale.settled ? 'level' : open.kind;
  return { ...stronger, at: open.at, since: Math.min(open.since, stronger.since), until: end, kind };
}

/** The level of the time since it turned is the usual one from now on; which hours are busy has not changed. */
function settle(state: TurningState, since: number): void {
  const own = state.recent.filter(({ bin }) => bin.at >= since);
  const count = own.reduce((sum, { bin }) => sum + bin.count, 0);
  const usualThen = own.reduce((sum, { expected }) => sum + expected, 0);
  const exposed = own.reduce((sum, { bin }) => sum + bin.exposed, 0);
  const rate = rateOf(state.usual) * (usualThen > 0 ? count / usualThen : 1);
  state.usual.exposed = exposed;
  state.usual.count = rate * exposed;
  state.spreads = [];
  state.recent = [];
}

function absorb(state: TurningState, step: number): void {
  const { delay, memory } = scaleOf(step);
  const entry = state.recent[state.recent.length - 1 - delay];
  if (entry) learn(state.usual, entry.bin, likely(entry.bin, entry.expected, spreadOf(state, 0)), memory);
}

/** Bursts of a strength of at least `z` that are to be expected in a week, by how many there were and how high they went. */
export function burstsAWeek({ weeks, bursts, excess }: Tail, z: number): number {
  const often = (bursts + tailBefore.bursts) / (weeks + tailBefore.weeks);
  const mean = (excess + tailBefore.excess) / (bursts + tailBefore.bursts);
  return often * Math.exp(-(Math.abs(z) - burst) / mean);
}

function endBurst(state: TurningState, open: TurningPoint): void {
  const tail = state.tails[open.direction];
  tail.bursts += 1;
  tail.excess += Math.abs(open.z) - burst;
  Object.assign(state, { open: undefined, told: false, lasted: 0, quiet: 0 });
}

/** Higher, a day later, than what was told: that is news again. */
function growsAgain({ open, told }: TurningState, best: Scored, end: number, { again }: Scale, step: number): boolean {
  return told && open !== undefined && end - open.at >= again * step && best.z * Math.sign(open.z) > Math.abs(open.z);
}

function fadeTails({ tails }: TurningState, step: number): void {
  const keep = 2 ** (-1 / scaleOf(step).memory);
  for (const tail of [tails.up, tails.down]) {
    tail.bursts *= keep;
    tail.excess *= keep;
    tail.weeks = tail.weeks * keep + step / (7 * dayLength);
  }
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
  if (best && growsAgain(state, best, end, scale, step) && state.open) endBurst(state, state.open);
  if (!state.open && best && Math.abs(best.z) >= burst) state.open = toPoint(best, end);
  else if (state.open) state.open = goOn(state, state.open, best, end, scale);
  const { open } = state;
  learnSpread(state, step);
  if (!open) {
    absorb(state, step);
    return undefined;
  }
  if (!state.told && open.until === end && burstsAWeek(state.tails[open.direction], open.z) <= 1 / weeks) {
    state.told = true;
    state.open = { ...open, at: end };
  }
  const told = state.told && open.until === end ? state.open : undefined;
  if (open.kind === 'level') settle(state, open.since);
  if (open.kind === 'level' || state.quiet >= scale.over) endBurst(state, open);
  return told;
}

/** All turning points of a series in order of time, each as it was last seen. */
export function findTurningPoints(series: readonly Bin[], options: TurningOptions = {}): TurningPoint[] {
  const state = beginTurning();
  const points: TurningPoint[] = [];
  for (const bin of series) {
    const point = updateTurningPoints(state, bin, options);
    if (!point) continue;
    if (points.at(-1)?.at === point.at) points[points.length - 1] = point;
    else points.push(point);
  }
  return points;
}
