/** The ready plans, in words. */
import { isCount } from '../core/measures.ts';
import type { Goal, Measure, Measured, PlanName } from '../core/model.ts';
import type { Met, Step, StepName } from '../core/plans.ts';
import { sayWanted } from './goal-words.ts';
import { formatMeasure, type Naming, nameMeasure, sayDays } from './measure-words.ts';
import { formatNumber, type WordKey, word } from './words.ts';

export const planWords = {
  listen: { name: 'planListen', what: 'planListenWhat', outcomes: ['outcomeRead'] },
  'answer-faster': { name: 'planAnswer', what: 'planAnswerWhat', outcomes: ['outcomeResponse', 'outcomeAnswered'] },
  'win-comparison': { name: 'planComparison', what: 'planComparisonWhat', outcomes: ['outcomeVoice'] },
  'find-champions': { name: 'planChampions', what: 'planChampionsWhat', outcomes: ['outcomeChampions'] },
  'teach-colleagues': { name: 'planTeach', what: 'planTeachWhat', outcomes: ['outcomeTeach'] },
  audit: { name: 'planAudit', what: 'planAuditWhat', outcomes: ['outcomeOpen'] },
} as const satisfies Record<PlanName, { name: WordKey; what: WordKey; outcomes: readonly WordKey[] }>;

export const namePlan = (plan: PlanName): string => word(planWords[plan].name);

/** The outcomes of a plan's goals, in the order of its measures. */
export const listOutcomes = (plan: PlanName): string[] => planWords[plan].outcomes.map((key) => word(key));

/** Every step's words begin with "step": `threePlays` → `stepThreePlays`. */
export const nameStep = (name: StepName): string =>
  word(`step${name.charAt(0).toUpperCase()}${name.slice(1)}` as `step${Capitalize<StepName>}`);

/** "2 of 5"; the names of steps say of what, but for days. */
export const sayHave = ({ name, have, want }: Step): string =>
  word(name === 'auditAgain' ? 'planStepDays' : 'planStepHave', formatNumber(have), formatNumber(want));

/** "last 28 days: 30 %", "now: 31". */
function sayStood({ kind }: Measure, { value, from, to }: Measured): string {
  const said = formatMeasure(kind, value);
  return kind === 'open' ? word('planNow', said) : word('planStood', sayDays(from, to), said);
}

/** "Posts read: at least 13,000 within a quarter. It is met already (last 28 days: 117,471).". */
export const sayMet = ({ baseline, ...met }: Met, naming: Naming): string =>
  word('planMet', nameMeasure(met.measure, naming), sayWanted(met), sayStood(met.measure, baseline));

/** "Posts read: at least 13,000. It is set.": as the person has it by now. */
export const saySet = (goal: Goal, naming: Naming): string => word('planIsSet', nameMeasure(goal.measure, naming), sayWanted(goal));

/** "Posts read: at least 13,000 within a quarter". What is counted from the goal's first day on is nothing yet. */
export function sayProposed(goal: Goal, naming: Naming): string {
  const { measure, baseline } = goal;
  const said = [nameMeasure(measure, naming), sayWanted(goal)];
  if (baseline?.value === undefined || isCount(measure.kind)) return word('planProposed', ...said);
  return word('planProposedNow', ...said, sayStood(measure, baseline));
}
