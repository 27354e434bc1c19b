import { CircleCheck, CircleHelp, CircleX, Clock, Pencil, Trash2, TrendingDown, TrendingUp } from 'lucide';
import type { GoalState, Progress } from '../core/goals.ts';
import { isCount } from '../core/measures.ts';
import type { Goal } from '../core/model.ts';
import { IconButton } from './controls.tsx';
import { Icon } from './icon.tsx';
import { formatMeasure, nameMeasure, sayBasis, sayRange } from './measure-words.ts';
import { Stranger } from './plain-text.tsx';
import { formatDay } from './time.tsx';
import { formatNumber, word } from './words.ts';

interface Props {
  goal: Goal;
  /** Undefined until it has been measured. */
  progress: Progress | undefined;
  nameKeyword: (id: string) => string;
  onEdit: () => void;
  onRemove: () => void;
}

const states = {
  'not-begun': { name: 'goalStateNotBegun', icon: Clock },
  'too-little': { name: 'goalStateTooLittle', icon: CircleHelp },
  'on-course': { name: 'goalStateOnCourse', icon: TrendingUp },
  behind: { name: 'goalStateBehind', icon: TrendingDown },
  reached: { name: 'goalStateReached', icon: CircleCheck },
  missed: { name: 'goalStateMissed', icon: CircleX },
} as const satisfies Record<GoalState, unknown>;

export const nameGoalState = (state: GoalState): string => word(states[state].name);

export function GoalCard({ goal, progress, nameKeyword, onEdit, onRemove }: Props) {
  const { outcome, measure, owner, until } = goal;
  return (
    <article class="card pad goal">
      <header class="row">
        <h3 class="grow">
          <Stranger>{outcome}</Stranger>
        </h3>
        {progress && <StateTag state={progress.state} />}
        <div class="tools">
          <IconButton icon={Pencil} name={word('editNamed', outcome)} onClick={onEdit} />
          <IconButton icon={Trash2} name={word('removeNamed', outcome)} onClick={onRemove} />
        </div>
      </header>
      {progress && <Figures goal={goal} progress={progress} />}
      <p class="quiet small facts">
        <span>
          <Stranger>{nameMeasure(measure, nameKeyword)}</Stranger>
        </span>
        <span>{word('goalUntilDate', formatDay(until))}</span>
        {progress && progress.elapsed > 0 && progress.elapsed < 1 && (
          <span class="number">{word('goalElapsed', Math.round(progress.elapsed * 100))}</span>
        )}
        {owner && <Stranger>{owner}</Stranger>}
      </p>
    </article>
  );
}

function StateTag({ state }: { state: GoalState }) {
  const { name, icon } = states[state];
  return (
    <span class={`goal-state state-${state}`}>
      <Icon of={icon} size={14} />
      {word(name)}
    </span>
  );
}

export const sayWanted = ({ measure: { kind }, better, target }: Goal): string =>
  word(better === 'more' ? 'goalWantedMore' : 'goalWantedLess', formatMeasure(kind, target));

function Figures({ goal, progress }: { goal: Goal; progress: Progress }) {
  const { kind } = goal.measure;
  const { reading, pace } = progress;
  return (
    <>
      <p class="goal-figures">
        <strong class="number">{formatMeasure(kind, reading.value)}</strong>
        <span class="number">{word('goalWanted', sayWanted(goal))}</span>
        {goal.baseline?.value !== undefined && !isCount(kind) && (
          <span class="quiet number">{word('goalWas', formatMeasure(kind, goal.baseline.value))}</span>
        )}
      </p>
      <Bar goal={goal} progress={progress} />
      {pace && progress.state !== 'reached' && progress.state !== 'missed' && (
        <p class="number" title={word('goalPaceTip')}>
          {sayPace(goal, progress)}
        </p>
      )}
      <p class="quiet small number">
        {[sayBasis(kind, reading), sayRange(kind, reading), sayDoubt(progress, goal)].filter(Boolean).join(' · ')}
      </p>
    </>
  );
}

/** "On course for 31 of 40 (24–41)". */
export function sayPace({ measure: { kind }, better, target }: Goal, { pace }: Progress): string {
  if (!pace) return '';
  const [value, low, high] = [pace.value, pace.low, pace.high].map((n) => formatMeasure(kind, n));
  return word(better === 'more' ? 'goalPace' : 'goalPaceLess', value ?? '', formatMeasure(kind, target), low ?? '', high ?? '');
}

/** Why nothing is said, or why it is not sure. */
export function sayDoubt({ state, reading, least, sure }: Progress, { measure: { kind } }: Goal): string {
  if (state === 'too-little') {
    if (reading.posts < least.posts) return word('goalLeastPosts', formatNumber(least.posts));
    return least.n > 0 ? word('goalLeastN', formatNumber(least.n)) : word('goalLeastPace');
  }
  return state === 'reached' && !sure && !isCount(kind) && kind !== 'open' ? word('goalNotSure') : '';
}

/** From where it was to where it is to be; what can only stay low has no such way, and none is drawn. */
function Bar({ goal, progress: { share, elapsed } }: { goal: Goal; progress: Progress }) {
  if (share === undefined) return null;
  const done = Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <div
      class="goal-bar"
      role="progressbar"
      aria-label={word('goalProgress', goal.outcome)}
      aria-valuenow={done}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="way" width="100" height="8" rx="1" />
        <rect class="gone" width={done} height="8" rx="1" />
        <rect class="time" x={Math.min(elapsed * 100, 99.4)} width="0.6" height="8" />
      </svg>
    </div>
  );
}
