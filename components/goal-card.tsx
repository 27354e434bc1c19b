import type { IconNode } from 'lucide';
import { CircleCheck, CircleHelp, CircleX, Clock, Hourglass, Pencil, Trash2, TrendingDown, TrendingUp, Unlink } from 'lucide';
import type { Calendar } from '../core/calendar.ts';
import type { GoalState, Progress } from '../core/goals.ts';
import { isolate } from '../core/isolate.ts';
import { isCount } from '../core/measures.ts';
import type { Goal } from '../core/model.ts';
import { IconButton } from './controls.tsx';
import { formatWholeDay } from './date-words.ts';
import { nameVerdict, sayGoalBasis, sayPace, sayWanted } from './goal-words.ts';
import { Icon } from './icon.tsx';
import { formatMeasure, type Naming, nameMeasure } from './measure-words.ts';
import { Stranger } from './plain-text.tsx';
import { Sentence } from './sentence.tsx';
import { listUnheard, type UnheardNames } from './unheard-words.ts';
import { word } from './words.ts';

interface Props {
  goal: Goal;
  /** Undefined until it has been measured. */
  progress: Progress | undefined;
  naming: Naming;
  calendar: Calendar;
  onEdit: () => void;
  onRemove: () => void;
}

const icons: Readonly<Record<GoalState, IconNode>> = {
  gone: Unlink,
  'not-begun': Clock,
  'too-early': Hourglass,
  'too-little': CircleHelp,
  'on-course': TrendingUp,
  behind: TrendingDown,
  reached: CircleCheck,
  missed: CircleX,
};

export function GoalCard({ goal, progress, naming, calendar, onEdit, onRemove }: Props) {
  const { outcome, measure, owner, until } = goal;
  return (
    <article class="card pad goal">
      <header class="row">
        <h3 class="grow">
          <Stranger>{outcome}</Stranger>
        </h3>
        {progress && <StateTag progress={progress} />}
        <div class="tools">
          <IconButton icon={Pencil} name={word('editNamed', isolate(outcome))} onClick={onEdit} />
          <IconButton icon={Trash2} name={word('removeNamed', isolate(outcome))} onClick={onRemove} />
        </div>
      </header>
      {progress?.state === 'gone' ? (
        <Gone onEdit={onEdit} onRemove={onRemove} />
      ) : (
        progress && <Figures goal={goal} progress={progress} names={{ nameKeyword: naming.nameKeyword, calendar }} />
      )}
      <p class="quiet small facts">
        <span>
          <Sentence>{nameMeasure(measure, naming)}</Sentence>
        </span>
        <span>{word('goalUntilDate', formatWholeDay(until, calendar))}</span>
        {progress && progress.elapsed > 0 && progress.elapsed < 1 && (
          <span class="number">{word('goalElapsed', Math.floor(progress.elapsed * 100))}</span>
        )}
        {owner && <Sentence>{word('goalOwnedBy', isolate(owner))}</Sentence>}
      </p>
    </article>
  );
}

/** Nothing can be said of it any more: what one may do instead. */
function Gone({ onEdit, onRemove }: Pick<Props, 'onEdit' | 'onRemove'>) {
  return (
    <>
      <p>{word('goalGone')}</p>
      <p class="row wrap">
        <button type="button" class="slim" onClick={onEdit}>
          {word('goalGoneEdit')}
        </button>
        <button type="button" class="slim" onClick={onRemove}>
          {word('goalGoneRemove')}
        </button>
      </p>
    </>
  );
}

function StateTag({ progress }: { progress: Progress }) {
  const { state } = progress;
  return (
    <span class={`goal-state state-${state}`}>
      <Icon of={icons[state]} size={14} />
      {nameVerdict(progress)}
    </span>
  );
}

function Figures({ goal, progress, names }: { goal: Goal; progress: Progress; names: UnheardNames }) {
  const { kind } = goal.measure;
  const { reading, pace, added = [] } = progress;
  return (
    <>
      <p class="goal-figures">
        <strong class="number">{formatMeasure(kind, reading.value, goal.target)}</strong>
        <span class="number">{word('goalWanted', sayWanted(goal))}</span>
        {goal.baseline?.value !== undefined && !isCount(kind) && added.length === 0 && (
          <span class="quiet number">{word('goalWas', formatMeasure(kind, goal.baseline.value, goal.target))}</span>
        )}
      </p>
      <Bar goal={goal} progress={progress} />
      {pace && progress.state !== 'reached' && progress.state !== 'missed' && (
        <p class="number" title={word('goalPaceTip')}>
          {sayPace(goal, progress)}
        </p>
      )}
      <p class="quiet small number">{sayGoalBasis(goal, progress)}</p>
      {added.length > 0 && (
        <p class="quiet small">
          <Sentence>{word('goalNoWay', listUnheard(added, names))}</Sentence>
        </p>
      )}
    </>
  );
}

/** From where it was to where it is to be; what can only stay low has no such way, and none is drawn. */
function Bar({ goal, progress: { share, elapsed } }: { goal: Goal; progress: Progress }) {
  if (share === undefined) return null;
  // What is nearly there is not there.
  const done = Math.floor(Math.min(Math.max(share, 0), 1) * 100);
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
