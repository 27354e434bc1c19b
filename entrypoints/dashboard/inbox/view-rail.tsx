import type { IconNode } from 'lucide';
import { Bookmark, Pencil, Star, Trash2 } from 'lucide';
import { useMemo } from 'preact/hooks';
import { IconButton } from '../../../components/controls.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Stranger } from '../../../components/plain-text.tsx';
import { useObservable } from '../../../components/use-observable.ts';
import { formatNumber, word } from '../../../components/words.ts';
import type { InboxSort } from '../../../core/inbox-match.ts';
import type { Keyword, View } from '../../../core/model.ts';
import { send } from '../../../messages/send.ts';
import { watchQuery } from '../../../storage/db.ts';
import { watchCount } from '../../../storage/inbox.ts';
import { listViews } from '../../../storage/views.ts';
import type { PageProps } from '../page-props.ts';
import { type InboxQuestion, readFilter } from './use-inbox-filter.ts';

interface Props extends PageProps {
  question: InboxQuestion;
  onRename: (view: View) => void;
}

interface RailItem {
  name: string;
  query: string;
  sort: InboxSort;
  icon: IconNode;
}

/** Ways to look at the inbox: those that everyone needs, and the person's own, each with how many it holds. */
export function ViewRail({ data, editing, notify, question, onRename }: Props) {
  const views = useObservable(() => watchQuery(listViews), []).value ?? [];
  const fixed = useMemo((): RailItem[] => {
    const urgent = { name: word('viewFirst'), query: 'status:new', sort: 'priority' as const, icon: Bookmark };
    return [urgent, { name: word('viewStarred'), query: 'is:starred', sort: 'time', icon: Star }];
  }, []);
  async function remove(view: View) {
    const back = () => void editing.attempt(send('view/save', { views: [view] }));
    if (await editing.attempt(send('view/remove', { id: view.id }))) notify({ text: word('removed', view.name), undo: back });
  }
  return (
    <nav class="view-rail" aria-label={word('views')}>
      <ul>
        {fixed.map((item) => (
          <li key={item.query + item.sort}>
            <ViewLink {...item} keywords={data.keywords} question={question} />
          </li>
        ))}
        {views.map((view) => (
          <li key={view.id}>
            <ViewLink {...view} icon={Bookmark} keywords={data.keywords} question={question} />
            <span class="view-tools">
              <IconButton icon={Pencil} name={word('viewRename', view.name)} onClick={() => onRename(view)} />
              <IconButton icon={Trash2} name={word('viewRemove', view.name)} onClick={() => void remove(view)} />
            </span>
          </li>
        ))}
      </ul>
      {views.length === 0 && <p class="quiet small">{word('viewsEmpty')}</p>}
    </nav>
  );
}

function ViewLink({ name, query, sort, icon, keywords, question }: RailItem & { keywords: readonly Keyword[]; question: InboxQuestion }) {
  const count = useObservable(() => watchCount(readFilter(query, keywords).filter), [query, keywords]).value;
  const isOpen = question.text.trim() === query.trim() && question.sort === sort;
  return (
    <button type="button" class="view-link" aria-current={isOpen ? 'true' : undefined} onClick={() => question.open(query, sort)}>
      <Icon of={icon} size={14} />
      <span class="clip grow">
        <Stranger>{name}</Stranger>
      </span>
      {count && (
        <span class="number count">
          {formatNumber(count.count)}
          {count.exact ? '' : '+'}
        </span>
      )}
    </button>
  );
}
