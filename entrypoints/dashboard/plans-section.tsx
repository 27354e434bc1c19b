import { useMemo } from 'preact/hooks';
import type { Naming } from '../../components/measure-words.ts';
import { PlanCard } from '../../components/plan-card.tsx';
import { listOutcomes } from '../../components/plan-words.ts';
import { useOneAtATime } from '../../components/use-one-at-a-time.ts';
import { word } from '../../components/words.ts';
import { baselinePeriod, isFinished } from '../../core/goals.ts';
import { findGap, type Gap } from '../../core/known.ts';
import { take } from '../../core/measures.ts';
import type { Goal, PlanName } from '../../core/model.ts';
import { listMeasures, listMet, type Met, makePlanGoals } from '../../core/plans.ts';
import { send } from '../../messages/send.ts';
import type { PageProps } from './page-props.ts';
import type { GoalsData } from './use-goals.ts';

interface Proposal {
  /** Those of the plan's goals that run. */
  set: Goal[];
  /** Those it would set. */
  goals: Goal[];
  met: Met[];
  /** What it takes before the others of its goals can be set. */
  gap: Gap | undefined;
}

/** What a plan would set, besides what is: shown before it is set, and then set as it was shown. */
function propose(plan: PlanName, { rows, now, goals: all, progress }: GoalsData): Proposal {
  const before = baselinePeriod(now);
  const outcomes = listOutcomes(plan);
  const baselines = listMeasures(plan).map((measure) => take(measure, rows, before));
  const goals = makePlanGoals({ plan, baselines, outcomes, ids: outcomes.map(() => crypto.randomUUID()), now });
  const isRunning = ({ id }: Goal): boolean => {
    const found = progress.get(id);
    return !found || (found.state !== 'gone' && !isFinished(found));
  };
  const set = all.filter((goal) => goal.plan === plan && isRunning(goal));
  const isOpen = ({ measure }: Pick<Goal, 'measure'>) => !set.some((goal) => goal.measure.kind === measure.kind);
  const gapOf = ({ measure }: Pick<Goal, 'measure'>): Gap | undefined => findGap(measure, rows);
  const open = goals.filter(isOpen);
  return {
    set,
    goals: open.filter((goal) => !gapOf(goal)),
    met: listMet(plan, baselines).filter(isOpen),
    gap: open.map(gapOf).find(Boolean),
  };
}

/** As they were shown, from this moment on: pressed twice before that is shown, they are the same goals. */
const begin = (goals: readonly Goal[], now: number): Goal[] =>
  goals.map((goal) => ({
    ...goal,
    from: now,
    until: now + (goal.until - goal.from),
    createdAt: now,
  }));

export function Plans({ editing, notify, measured, naming }: PageProps & { measured: GoalsData; naming: Naming }) {
  const { plans } = measured;
  const proposed = useMemo(() => new Map(plans.map(({ name }) => [name, propose(name, measured)])), [plans, measured]);
  const once = useOneAtATime();
  async function set(plan: PlanName) {
    const made = begin(proposed.get(plan)?.goals ?? [], Date.now());
    if (await once(plan, () => editing.attempt(send('goal/save', { goals: made })))) notify({ text: word('planSetDone') });
  }
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
            set={proposed.get(plan.name)?.set ?? []}
            onSet={() => void set(plan.name)}
          />
        ))}
      </div>
    </section>
  );
}
