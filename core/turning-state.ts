/** What a detector of turning points remembers between two bins, and how long it does. */
import { beginLevels, type LevelState } from './turning-level.ts';
import { type Bin, nothingUsual, type Usual } from './usual.ts';

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
  /** One like it is to be expected once in so many weeks, by how this keyword has been. */
  readonly weeks: number;
  /** The window that fired: its length in bins, its beginning and end, mentions, how many are usual, posts scanned. */
  readonly bins: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly expected: number;
  readonly posts: number;
}

/** How often there were bursts, and Σ of how far they went above `burst`. */
export interface Tail {
  weeks: number;
  bursts: number;
  excess: number;
}

export interface Spread {
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
  /** The last spike that was told, also where it is over. */
  latest: TurningPoint | undefined;
  /** What is judged by days and weeks. */
  levels: LevelState;
}

const dayLength = 86_400_000;

export interface Scale {
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

const hourly: Scale = { windows: [1, 3, 6, 24, 72], memory: 21 * 24, settled: 72, over: 6, again: 24, first: 24, delay: 12 };
const daily: Scale = { windows: [1, 3, 7, 14], memory: 42, settled: 10, over: 2, again: 2, first: 4, delay: 2 };
export const scaleOf = (step: number): Scale => (step < dayLength ? hourly : daily);

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
  latest: undefined,
  levels: beginLevels(),
});
