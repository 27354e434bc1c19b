import { Circle, CircleCheck } from 'lucide';
import type { PlanName } from '../core/model.ts';
import type { Plan, StepName } from '../core/plans.ts';
import { Icon } from './icon.tsx';
import { formatNumber, type WordKey, word } from './words.ts';

const plans = {
  listen: { name: 'planListen', what: 'planListenWhat', outcomes: ['outcomeRead'] },
  'answer-faster': { name: 'planAnswer', what: 'planAnswerWhat', outcomes: ['outcomeResponse', 'outcomeAnswered'] },
  'win-comparison': { name: 'planComparison', what: 'planComparisonWhat', outcomes: ['outcomeVoice'] },
  'find-champions': { name: 'planChampions', what: 'planChampionsWhat', outcomes: ['outcomeChampions'] },
  'teach-colleagues': { name: 'planTeach', what: 'planTeachWhat', outcomes: ['outcomeTeach'] },
  audit: { name: 'planAudit', what: 'planAuditWhat', outcomes: ['outcomeOpen'] },
} as const satisfies Record<PlanName, { name: WordKey; what: WordKey; outcomes: readonly WordKey[] }>;

export const namePlan = (plan: PlanName): string => word(plans[plan].name);

/** The outcomes of a plan's goals, in the order of its measures. */
export const listOutcomes = (plan: PlanName): string[] => plans[plan].outcomes.map((key) => word(key));

/** Every step's words begin with "step": `threePlays` → `stepThreePlays`. */
const stepKey = (name: StepName): WordKey => `step${name.charAt(0).toUpperCase()}${name.slice(1)}` as `step${Capitalize<StepName>}`;

interface Props {
  plan: Plan;
  /** Its goals are set already. */
  hasGoals: boolean;
  onSet: () => void;
}

export function PlanCard({ plan, hasGoals, onSet }: Props) {
  const { name, what, outcomes } = plans[plan.name];
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
            {step.done ? <span>{word(stepKey(step.name))}</span> : <a href={`#${step.page}`}>{word(stepKey(step.name))}</a>}
            {!step.done && step.want > 1 && (
              <span class="quiet small number">{word('planStepHave', formatNumber(step.have), formatNumber(step.want))}</span>
            )}
          </li>
        ))}
      </ol>
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
