/** The ready plans, in words. */
import type { PlanName } from '../core/model.ts';
import type { StepName } from '../core/plans.ts';
import { type WordKey, word } from './words.ts';

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
