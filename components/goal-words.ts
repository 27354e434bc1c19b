/** How a goal is doing, in words. */
import type { GoalState, Progress } from '../core/goals.ts';
import { isCount } from '../core/measures.ts';
import type { Goal } from '../core/model.ts';
import { sayGoalLike } from './like-words.ts';
import { formatMeasure, sayBasis, sayRange, sayWindow } from './measure-words.ts';
import { sayVoiceGap } from './unheard-words.ts';
import { formatNumber, type WordKey, word, wordFor } from './words.ts';

const day = 86_400_000;

const states = {
  gone: 'goalStateGone',
  'not-begun': 'goalStateNotBegun',
  'too-early': 'goalStateTooEarly',
  'too-little': 'goalStateTooLittle',
  'on-course': 'goalStateOnCourse',
  behind: 'goalStateBehind',
  reached: 'goalStateReached',
  missed: 'goalStateMissed',
} as const satisfies Record<GoalState, WordKey>;

export const nameGoalState = (state: GoalState): string => word(states[state]);

export const sayWanted = ({ measure: { kind }, better, target }: Pick<Goal, 'measure' | 'better' | 'target'>): string =>
  word(better === 'more' ? 'goalWantedMore' : 'goalWantedLess', formatMeasure(kind, target));

/** "On course for 31 of 40 (24–41)". */
export function sayPace({ measure: { kind }, better, target }: Goal, { pace }: Progress): string {
  if (!pace) return '';
  const [value, low, high] = [pace.value, pace.low, pace.high].map((n) => formatMeasure(kind, n));
  return word(better === 'more' ? 'goalPace' : 'goalPaceLess', value ?? '', formatMeasure(kind, target), low ?? '', high ?? '');
}

/** "Last 28 days: 25 mentions that want an answer · 1,200 posts read meanwhile · 95 % sure: 40–60 %". */
export function sayGoalBasis(goal: Goal, progress: Progress): string {
  const { kind } = goal.measure;
  const { reading, elapsed, gap } = progress;
  if (gap) return sayDoubt(progress, goal);
  const said = [sayBasis(kind, reading), sayRange(kind, reading), sayGoalLike(goal, reading), sayDoubt(progress, goal)]
    .filter(Boolean)
    .join(' · ');
  const window = sayWindow(kind, reading);
  // Of what has not begun nothing was looked at.
  if (!window || reading.to <= reading.from) return said;
  return word(elapsed >= 1 ? 'basisInItsWindow' : 'basisInWindow', window, said);
}

/** Why nothing is said, or why it is not sure. */
export function sayDoubt({ state, reading, least, sure, gap }: Progress, { measure: { kind } }: Goal): string {
  if (gap) return gap === 'keyword' ? word('goalGone') : sayVoiceGap(gap);
  if (state === 'too-early') return wordFor(Math.max(1, Math.round(least.time / day)), 'goalEarlyOne', 'goalEarlyMany');
  if (state === 'too-little') {
    if (reading.posts < least.posts) return word('goalLeastPosts', formatNumber(least.posts));
    return least.n > 0 ? word('goalLeastN', formatNumber(least.n)) : word('goalLeastPace');
  }
  return state === 'reached' && !sure && !isCount(kind) && kind !== 'open' ? word('goalNotSure') : '';
}
