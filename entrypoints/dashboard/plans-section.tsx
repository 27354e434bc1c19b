import { useMemo } from 'preact/hooks';
import type { Naming } from '../../components/measure-words.ts';
import { PlanCard } from '../../components/plan-card.tsx';
import { listOutcomes } from '../../components/plan-words.ts';
import { word } from '../../components/words.ts';
import { baselinePeriod, isFinished } from '../../core/goals.ts';
import { findGap, type Gap } from '../../core/known.ts';
import { take } from '../../core/measures.ts';
import type { Goal, PlanName } from '../../core/model.ts';
import { listMeasures, listMet, type Met, makePlanGoals } from '../../core/plans.ts';
import { send } from '../../messages/send.ts';
import type { PageProps } from './page-props.ts';
import type { GoalsData } from './use-goals.ts';

/** What a plan would set: shown before it is set, and then set as it was shown. */
function propose(plan: PlanName, { rows, now }: GoalsData): { goals: Goal[]; met: Met[]; gap: Gap | undefined } {
  const before = baselinePeriod(now);
  const outcomes = listOutcomes(plan);
  const baselines = listMeasures(plan).map((measure) => take(measure, rows, before));
  const goals = makePlanGoals({ plan, baselines, outcomes, ids: outcomes.map((_, i) => `${plan}-${i}`), now });
  const gapOf = ({ measure }: Pick<Goal, 'measure'>): Gap | undefined => findGap(measure, rows);
  return { goals: goals.filter((goal) => !gapOf(goal)), met: listMet(plan, baselines), gap: goals.map(gapOf).find(Boolean) };
}

/** As they were shown, from this moment on. */
const begin = (goals: readonly Goal[], now: number): Goal[] =>
  goals.map((goal) => ({
    ...goal,
    id: crypto.randomUUID(),
    from: now,
    until: now + (goal.until - goal.from),
    createdAt: now,
  }));

export function Plans({ editing, notify, measured, naming }: PageProps & { measured: GoalsData; naming: Naming }) {
  const { plans, goals, progress } = measured;
  const proposed = useMemo(() => new Map(plans.map(({ name }) => [name, propose(name, measured)])), [plans, measured]);
  async function set(plan: PlanName) {
    const made = begin(proposed.get(plan)?.goals ?? [], Date.now());
    if (await editing.attempt(send('goal/save', { goals: made }))) notify({ text: word('planSetDone') });
  }
  const isRunning = ({ id }: Goal): boolean => {
    const found = progress.get(id);
    return !found || (found.state !== 'gone' && !isFinished(found));
  };
  return (
    <section class="stack" aria-labelledby="plans-title">
      <h2 id="plans-title">{word('plans')}</h2>
      <p class="quiet prose">{word('plansIntro')}</p>
      <div class="plans">
        {plans.map((plan) => (
          <PlanCard
            key={plan.name}
            plan={plan}
            proposed={proposed.get(plan.name)?.goals ?? []}
            met={proposed.get(plan.name)?.met ?? []}
            gap={proposed.get(plan.name)?.gap}
            naming={naming}
            hasGoals={goals.some((goal) => goal.plan === plan.name && isRunning(goal))}
            onSet={() => void set(plan.name)}
          />
        ))}
      </div>
    </section>
  );
}
