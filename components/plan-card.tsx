import { Circle, CircleCheck } from 'lucide';
import type { Goal } from '../core/model.ts';
import type { Plan } from '../core/plans.ts';
import { Icon } from './icon.tsx';
import type { Naming } from './measure-words.ts';
import { nameStep, planWords, sayHave, sayProposed } from './plan-words.ts';
import { word } from './words.ts';

interface Props {
  plan: Plan;
  /** The goals it would set, as things are now. */
  proposed: readonly Goal[];
  naming: Naming;
  /** Its goals are set already. */
  hasGoals: boolean;
  onSet: () => void;
}

export function PlanCard({ plan, proposed, naming, hasGoals, onSet }: Props) {
  const { name, what, outcomes } = planWords[plan.name];
  const many = outcomes.length > 1;
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
      {!hasGoals && proposed.length > 0 && (
        <ul class="small number plan-goals" aria-label={word(many ? 'planGoals' : 'planGoal')}>
          {proposed.map((goal) => (
            <li key={goal.id}>{sayProposed(goal, naming)}</li>
          ))}
        </ul>
      )}
      <footer class="row">
        <span class="quiet small number grow">{word('planSteps', plan.done, plan.steps.length)}</span>
        {hasGoals ? (
          <span class="quiet small">{word(many ? 'planHasMany' : 'planHas')}</span>
        ) : (
          <button type="button" class="slim accent" onClick={onSet}>
            {many ? word('planSetMany', outcomes.length) : word('planSet')}
          </button>
        )}
      </footer>
    </article>
  );
}
