/** What the hours tell and what the days tell of one change is one turning point. */
import { scaleOf, type TurningPoint, type TurningState } from './turning-state.ts';
import { type Bin, expectedIn } from './usual.ts';

const dayLength = 86_400_000;

const isOne = (a: TurningPoint, b: TurningPoint): boolean =>
  a.direction === b.direction && a.since < b.until + dayLength && b.since < a.until + dayLength;

const timesOf = ({ count, expected }: TurningPoint): number => count / Math.max(expected, 1e-9);

/** What begins after the days were told of, and is twice as high as they are, is another one. */
const isPart = (ofHours: TurningPoint, ofDays: TurningPoint): boolean =>
  isOne(ofHours, ofDays) && (ofHours.since <= ofDays.at || timesOf(ofHours) < 2 * timesOf(ofDays));

/** Hours are held against the new level, too. Which of them are busy has not changed. */
function follow(state: TurningState, { from, count, posts }: TurningPoint, step: number): void {
  state.usual.exposed = posts;
  state.usual.count = count;
  const again = (bin: Bin): number => (bin.at >= from ? expectedIn(state.usual, bin, step) : 0);
  state.recent = state.recent.map(({ bin, expected }) => ({ bin, expected: again(bin) || expected }));
  Object.assign(state, { open: undefined, told: false, lasted: 0, quiet: 0 });
}

export function joinChanges(
  state: TurningState,
  ofHours: TurningPoint | undefined,
  ofDays: { point: TurningPoint; isNew: boolean },
  end: number,
  step: number,
): TurningPoint | undefined {
  const { latest, levels } = state;
  let { point } = ofDays;
  if (ofDays.isNew && latest && isOne(latest, point)) {
    point = { ...point, at: Math.min(point.at, latest.at), since: Math.min(point.since, latest.since) };
    if (levels.open) levels.open.point = point;
  }
  if (ofDays.isNew && point.kind === 'level') follow(state, point, step);
  if (!ofHours) return latest && point.kind === 'spike' && point.at === latest.at ? undefined : point;
  if (point.kind === 'level' && (point.at === ofHours.at || point.at === end)) return point;
  if (point.kind === 'spike' && point.at < ofHours.at && state.open && isPart(ofHours, point)) {
    state.open = { ...state.open, at: point.at };
    state.latest = { ...ofHours, at: point.at };
    return state.latest;
  }
  return ofHours;
}
