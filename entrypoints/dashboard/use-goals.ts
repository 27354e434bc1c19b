import { useNow } from '../../components/use-now.ts';
import { never, useObservable } from '../../components/use-observable.ts';
import { auditPeriod } from '../../core/audit.ts';
import { assess, baselinePeriod, type Progress } from '../../core/goals.ts';
import { type MeasureRows, type Reading, take } from '../../core/measures.ts';
import type { Audit, Goal, Measure } from '../../core/model.ts';
import { type Plan, type PlanFacts, planNames, readPlan } from '../../core/plans.ts';
import { listAudits } from '../../storage/audits.ts';
import { watchCalmly } from '../../storage/calm.ts';
import { watchQuery } from '../../storage/db.ts';
import { listGoals } from '../../storage/goals.ts';
import { measuredEvery, measuredTables, readMeasureRows } from '../../storage/measuring.ts';
import { readPlanFacts } from '../../storage/plan-facts.ts';
import { ownZone } from './insights/use-insights.ts';

export interface GoalsData {
  goals: readonly Goal[];
  audits: readonly Audit[];
  progress: ReadonlyMap<string, Progress>;
  plans: readonly Plan[];
  /** Of the last four weeks, and since the first goal began. */
  rows: MeasureRows;
  now: number;
}

async function measure(goals: readonly Goal[], audits: readonly Audit[], now: number): Promise<GoalsData> {
  const month = auditPeriod(now);
  const rows = await readMeasureRows({ from: Math.min(month.from, ...goals.map(({ from }) => from)), to: now }, ownZone());
  const lately: MeasureRows = {
    ...rows,
    mentions: rows.mentions.filter(({ seenAt }) => seenAt >= month.from),
    exposures: rows.exposures.filter(({ hour }) => hour >= month.from),
  };
  const facts: PlanFacts = await readPlanFacts(lately);
  return {
    goals,
    audits,
    progress: new Map(goals.map((goal) => [goal.id, assess(goal, rows, now)])),
    plans: planNames.map((name) => readPlan(name, facts)),
    rows,
    now,
  };
}

const hour = 3_600_000;

/** Measured when the page opens, when a goal changes, and where something else did each minute: a mention that comes in makes no one read a quarter anew. */
export function useGoals(): GoalsData | undefined {
  const now = useNow();
  const goals = useObservable(() => watchQuery(listGoals), []).value;
  const audits = useObservable(() => watchQuery(listAudits), []).value;
  const watch = () => (goals && audits ? watchCalmly(measuredTables, () => measure(goals, audits, Date.now()), measuredEvery) : never);
  return useObservable<GoalsData>(watch, [goals, audits, Math.floor(now / hour)]).value;
}

/** A measure as it was in the four weeks before `from`. */
export async function measureBefore(measured: Measure, from: number): Promise<Reading> {
  const period = baselinePeriod(from);
  return take(measured, await readMeasureRows(period, ownZone()), period);
}
