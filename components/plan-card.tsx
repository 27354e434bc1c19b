import { Circle, CircleCheck } from 'lucide';
import type { Gap } from '../core/known.ts';
import type { Goal } from '../core/model.ts';
import type { Met, Plan } from '../core/plans.ts';
import { Icon } from './icon.tsx';
import type { Naming } from './measure-words.ts';
import { nameStep, planWords, sayHave, sayMet, sayProposed, saySet } from './plan-words.ts';
import { Sentence } from './sentence.tsx';
import { sayVoiceGap } from './unheard-words.ts';
import { word } from './words.ts';

interface Props {
  plan: Plan;
  /** The goals it would set, as things are now. */
  proposed: readonly Goal[];
  /** Those of its goals that are met as things are: they are not set. */
  met: readonly Met[];
  /** What it takes before its goals can be set. */
  gap?: Gap | undefined;
  naming: Naming;
  /** Those of its goals that are set already. */
  set: readonly Goal[];
  onSet: () => void;
}

export function PlanCard({ plan, proposed, met, gap, naming, set, onSet }: Props) {
  const { name, what, outcomes } = planWords[plan.name];
  const many = outcomes.length > 1;
  const toSet = proposed.length;
  const isWhole = set.length > 0 && toSet + met.length === 0 && !gap;
  return (
    <article class="card pad plan" aria-label={word(name)}>
      <h3>{word(name)}</h3>
      <p class="quiet small">{word(what)}</p>
      <ol class="plan-steps" aria-label={word('planSteps', plan.done, plan.steps.length)}>
        {plan.steps.map((step) => (
          <li key={step.name} class={step.done ? 'done' : ''}>
            <Icon of={step.done ? CircleCheck : Circle} size={15} />
            <span class="unseen">{word(step.done ? 'planStepDone' : 'planStepOpen')}</span>
            {step.done ? <span>{nameStep(step.name)}</span> : <a href={`#${step.page}`}>{nameStep(step.name)}</a>}
            {!step.done && step.want > 1 && <span class="quiet small number">{sayHave(step)}</span>}
          </li>
        ))}
      </ol>
      {toSet + met.length > 0 && (
        <ul class="small number plan-goals" aria-label={word(many ? 'planGoals' : 'planGoal')}>
          {set.map((goal) => (
            <li key={goal.id}>
              <Sentence>{saySet(goal, naming)}</Sentence>
            </li>
          ))}
          {proposed.map((goal) => (
            <li key={goal.id}>
              <Sentence>{sayProposed(goal, naming)}</Sentence>
            </li>
          ))}
          {met.map((one) => (
            <li key={one.measure.kind}>
              <Sentence>{sayMet(one, naming)}</Sentence>
            </li>
          ))}
        </ul>
      )}
      {gap && <p class="quiet small">{sayVoiceGap(gap)}</p>}
      <footer class="row">
        <span class="quiet small number grow">{word('planSteps', plan.done, plan.steps.length)}</span>
        {isWhole ? (
          <span class="quiet small">{word(many ? 'planHasMany' : 'planHas')}</span>
        ) : (
          toSet > 0 && (
            <button type="button" class="slim accent" onClick={onSet}>
              {toSet > 1 ? word('planSetMany', toSet) : word(many ? 'planSetOther' : 'planSet')}
            </button>
          )
        )}
      </footer>
    </article>
  );
}
