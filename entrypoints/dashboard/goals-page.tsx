import { Plus, Target } from 'lucide';
import { useState } from 'preact/hooks';
import { Empty } from '../../components/empty.tsx';
import { GoalCard } from '../../components/goal-card.tsx';
import { GoalForm } from '../../components/goal-form.tsx';
import { Icon } from '../../components/icon.tsx';
import { PlanCard } from '../../components/plan-card.tsx';
import { listOutcomes } from '../../components/plan-words.ts';
import { word } from '../../components/words.ts';
import { baselinePeriod } from '../../core/goals.ts';
import { take } from '../../core/measures.ts';
import type { Goal, PlanName } from '../../core/model.ts';
import { listMeasures, makePlanGoals } from '../../core/plans.ts';
import { send } from '../../messages/send.ts';
import { readMeasureRows } from '../../storage/measuring.ts';
import { AuditSection } from './audit-section.tsx';
import './goals.css';
import { ownZone, useCalendar } from './insights/use-insights.ts';
import type { PageProps } from './page-props.ts';
import { type GoalsData, measureBefore, useGoals } from './use-goals.ts';

export function GoalsPage(props: PageProps) {
  const data = useGoals();
  return (
    <div class="stack wide-gaps goals-page">
      <p class="quiet prose">{word('goalsIntro')}</p>
      {data && (
        <>
          <Goals {...props} measured={data} />
          <Plans {...props} measured={data} />
          <AuditSection {...props} measured={data} />
        </>
      )}
    </div>
  );
}

type Props = PageProps & { measured: GoalsData };

function Goals({ data, editing, notify, measured: { goals, progress } }: Props) {
  const [open, setOpen] = useState<string>();
  const calendar = useCalendar(data.settings);
  const close = () => setOpen(undefined);
  const nameKeyword = (id: string) => data.keywords.find((keyword) => keyword.id === id)?.name ?? word('unknown');
  async function save(goal: Goal) {
    if (!(await editing.attempt(send('goal/save', { goals: [goal] })))) return false;
    notify({ text: word('goalSaved', goal.outcome) });
    return true;
  }
  async function remove(goal: Goal) {
    if (!(await editing.attempt(send('goal/remove', { id: goal.id })))) return;
    notify({
      text: word('removed', goal.outcome),
      undo: () => void editing.attempt(send('goal/save', { goals: [goal] })),
    });
  }
  const form = { keywords: data.keywords, calendar, onMeasure: measureBefore, onSave: save, onClose: close };
  return (
    <section class="stack" aria-labelledby="goals-title">
      <div class="row">
        <h2 id="goals-title" class="grow">
          {word('goalsYours')}
        </h2>
        <button type="button" class="primary" onClick={() => setOpen('new')}>
          <Icon of={Plus} size={15} />
          {word('goalNew')}
        </button>
      </div>
      {open === 'new' && <GoalForm {...form} />}
      {goals.length === 0 && open !== 'new' && (
        <Empty icon={Target} title={word('goalsEmptyTitle')}>
          <p>{word('goalsEmpty')}</p>
        </Empty>
      )}
      <ul class="stack" aria-label={word('goalsYours')}>
        {goals.map((goal) => (
          <li key={goal.id}>
            {open === goal.id ? (
              <GoalForm goal={goal} {...form} />
            ) : (
              <GoalCard
                goal={goal}
                progress={progress.get(goal.id)}
                nameKeyword={nameKeyword}
                calendar={calendar}
                onEdit={() => setOpen(goal.id)}
                onRemove={() => void remove(goal)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function makeGoals(plan: PlanName, now: number): Promise<Goal[]> {
  const before = baselinePeriod(now);
  const rows = await readMeasureRows(before, ownZone());
  const outcomes = listOutcomes(plan);
  return makePlanGoals({
    plan,
    baselines: listMeasures(plan).map((measure) => take(measure, rows, before)),
    outcomes,
    ids: outcomes.map(() => crypto.randomUUID()),
    now,
  });
}

function Plans({ editing, notify, measured: { plans, goals } }: Props) {
  async function set(plan: PlanName) {
    const made = await makeGoals(plan, Date.now());
    if (await editing.attempt(send('goal/save', { goals: made }))) notify({ text: word('planSetDone') });
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
            hasGoals={goals.some((goal) => goal.plan === plan.name)}
            onSet={() => void set(plan.name)}
          />
        ))}
      </div>
    </section>
  );
}
