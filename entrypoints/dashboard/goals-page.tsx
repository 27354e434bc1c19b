import { Plus, Target } from 'lucide';
import { Empty } from '../../components/empty.tsx';
import { GoalCard } from '../../components/goal-card.tsx';
import { GoalForm } from '../../components/goal-form.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Naming } from '../../components/measure-words.ts';
import { useOpenForm } from '../../components/use-open-form.ts';
import { word } from '../../components/words.ts';
import { isFinished } from '../../core/goals.ts';
import { isolate } from '../../core/isolate.ts';
import { listMine } from '../../core/mine.ts';
import type { Goal } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { AuditSection } from './audit-section.tsx';
import './goals.css';
import { useCalendar } from './insights/use-insights.ts';
import type { PageProps } from './page-props.ts';
import { Plans } from './plans-section.tsx';
import { type GoalsData, measureBefore, useGoals } from './use-goals.ts';

export function GoalsPage(props: PageProps) {
  const data = useGoals();
  const { keywords } = props.data;
  const naming: Naming = {
    nameKeyword: (id) => keywords.find((keyword) => keyword.id === id)?.name ?? word('keywordGone'),
    hasBrands: listMine(keywords) !== undefined,
  };
  return (
    <div class="stack wide-gaps goals-page">
      <p class="quiet prose">{word('goalsIntro')}</p>
      {data && (
        <>
          <Goals {...props} measured={data} naming={naming} />
          <Plans {...props} measured={data} naming={naming} />
          <AuditSection {...props} measured={data} />
        </>
      )}
    </div>
  );
}

type Props = PageProps & { measured: GoalsData; naming: Naming };

function Goals({ data, editing, notify, measured: { goals, progress }, naming }: Props) {
  const { open, onOpen, onClose } = useOpenForm();
  const calendar = useCalendar(data.settings);
  async function save(goal: Goal) {
    if (!(await editing.attempt(send('goal/save', { goals: [goal] })))) return false;
    notify({ text: word('goalSaved', isolate(goal.outcome)) });
    return true;
  }
  async function remove(goal: Goal) {
    if (!(await editing.attempt(send('goal/remove', { id: goal.id })))) return;
    notify({
      text: word('removed', isolate(goal.outcome)),
      undo: () => void editing.attempt(send('goal/save', { goals: [goal] })),
    });
  }
  const form = { keywords: data.keywords, calendar, onMeasure: measureBefore, onSave: save };
  const isOver = ({ id }: Goal): boolean => {
    const found = progress.get(id);
    return found !== undefined && isFinished(found);
  };
  const running = goals.filter((goal) => !isOver(goal));
  // What ended last is what one wants to look back on first.
  const finished = goals.filter(isOver).reverse();
  const show = (goal: Goal) => (
    <li key={goal.id}>
      {open === goal.id ? (
        <GoalForm goal={goal} {...form} onClose={() => onClose(goal.id)} />
      ) : (
        <GoalCard
          goal={goal}
          progress={progress.get(goal.id)}
          naming={naming}
          calendar={calendar}
          onEdit={() => onOpen(goal.id)}
          onRemove={() => void remove(goal)}
        />
      )}
    </li>
  );
  return (
    <section class="stack" aria-labelledby="goals-title">
      <div class="row">
        <h2 id="goals-title" class="grow">
          {word('goalsYours')}
        </h2>
        <button type="button" class="primary" onClick={() => onOpen('new')}>
          <Icon of={Plus} size={15} />
          {word('goalNew')}
        </button>
      </div>
      {open === 'new' && <GoalForm {...form} onClose={() => onClose('new')} />}
      {goals.length === 0 && open !== 'new' && (
        <Empty icon={Target} title={word('goalsEmptyTitle')}>
          <p>{word('goalsEmpty')}</p>
        </Empty>
      )}
      <ul class="stack" aria-label={word('goalsYours')}>
        {running.map(show)}
      </ul>
      {finished.length > 0 && (
        <>
          <h3>{word('goalsFinished')}</h3>
          <ul class="stack" aria-label={word('goalsFinished')}>
            {finished.map(show)}
          </ul>
        </>
      )}
    </section>
  );
}
