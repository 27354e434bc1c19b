/** How a goal is doing, in words. */
import type { GoalState, Progress } from '../core/goals.ts';
import type { Goal } from '../core/model.ts';
import { sayGoalLike } from './like-words.ts';
import { formatMeasure, formatTarget, sayBasis, sayRange, sayWindow } from './measure-words.ts';
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

const isVerdict = (state: GoalState): boolean => state === 'on-course' || state === 'behind' || state === 'reached' || state === 'missed';

/** Whether its interval holds the other verdict too. */
export const mayBeChance = ({ state, sure }: Pick<Progress, 'state' | 'sure'>): boolean => isVerdict(state) && !sure;

/** "Behind", "Behind · may be chance". */
export function nameVerdict(progress: Pick<Progress, 'state' | 'sure'>): string {
  const state = word(states[progress.state]);
  return mayBeChance(progress) ? word('goalMayBeChance', state) : state;
}

export const sayWanted = ({ measure: { kind }, better, target }: Pick<Goal, 'measure' | 'better' | 'target'>): string =>
  word(better === 'more' ? 'goalWantedMore' : 'goalWantedLess', formatTarget(kind, target));

/** "On course for 31 of 40 (24–41)". */
export function sayPace({ measure: { kind }, better, target }: Goal, { pace }: Progress): string {
  if (!pace) return '';
  const said = [formatMeasure(kind, pace.value, target), formatTarget(kind, target)];
  if (!pace.range) return word(better === 'more' ? 'goalPaceBare' : 'goalPaceLessBare', ...said);
  const ends = [pace.range.low, pace.range.high].map((n) => formatMeasure(kind, n));
  return word(better === 'more' ? 'goalPace' : 'goalPaceLess', ...said, ...ends);
}

/** "read on 36 of 50 days"; nothing where all of them were read. */
function sayDaysRead({ daysRead }: Progress): string {
  if (!daysRead || daysRead.read >= daysRead.days) return '';
  return wordFor(daysRead.days, 'basisDaysOne', 'basisDays', formatNumber(daysRead.read));
}

/** "Last 28 days: 25 mentions that want an answer · 1,200 posts read meanwhile · 95 % sure: 40–60 %". */
export function sayGoalBasis(goal: Goal, progress: Progress): string {
  const { kind } = goal.measure;
  const { reading, elapsed, gap } = progress;
  if (gap) return sayDoubt(progress);
  const range = sayRange(kind, reading, goal.target);
  const said = [sayDaysRead(progress), sayBasis(kind, reading), range, sayGoalLike(goal, reading), sayDoubt(progress)]
    .filter(Boolean)
    .join(' · ');
  const window = sayWindow(kind, reading);
  // Of what has not begun nothing was looked at.
  if (!window || reading.to <= reading.from) return said;
  return word(elapsed >= 1 ? 'basisInItsWindow' : 'basisInWindow', window, said);
}

/** Why too little was seen to say anything. */
function sayLacking({ least, lacks }: Progress): string {
  if (lacks === 'posts') return word('goalLeastPosts', formatNumber(least.posts));
  if (lacks === 'n') return word('goalLeastN', formatNumber(least.n));
  if (lacks === 'days') return wordFor(Math.max(1, Math.round(least.time / day)), 'goalLeastPaceOne', 'goalLeastPaceDays');
  return word(lacks === 'half' ? 'goalUnreadHalf' : lacks === 'pace' ? 'goalLeastPace' : 'goalUnread');
}

/** Why nothing is said, or why it is not sure. */
function sayDoubt(progress: Progress): string {
  const { state, least, unreadMatters, gap } = progress;
  if (gap) return gap === 'keyword' ? word('goalGone') : sayVoiceGap(gap);
  if (state === 'too-early') return wordFor(Math.max(1, Math.round(least.time / day)), 'goalEarlyOne', 'goalEarlyMany');
  if (state === 'too-little') return sayLacking(progress);
  return unreadMatters ? word('goalUnreadMatters') : '';
}
