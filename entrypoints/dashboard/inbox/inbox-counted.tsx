import { formatNumber, type WordKey, word, wordFor } from '../../../components/words.ts';
import type { InboxSort } from '../../../core/inbox-match.ts';
import type { InboxCount } from '../../../storage/inbox.ts';
import type { InboxQuestion } from './use-inbox-filter.ts';

const sorts = { time: 'inboxSortTime', priority: 'inboxSortPriority', reach: 'inboxSortReach' } as const satisfies Record<
  InboxSort,
  WordKey
>;

interface Props {
  /** Absent where there is nothing to count. */
  count: InboxCount | undefined;
  question: InboxQuestion;
}

/** How much there is of what is looked at, and in which order it stands; that some stand folded behind others is seen at those. */
export function InboxCounted({ count, question }: Props) {
  return (
    <div class="row inbox-counted">
      <p class="quiet small grow">
        {count &&
          (count.exact ? wordFor(count.count, 'inboxCountOne', 'inboxCountMany') : word('inboxCountLeast', formatNumber(count.count)))}
      </p>
      <select
        class="slim"
        aria-label={word('inboxSort')}
        value={question.sort}
        onChange={(event) => question.setSort(event.currentTarget.value as InboxSort)}
      >
        {Object.entries(sorts).map(([sort, name]) => (
          <option key={sort} value={sort}>
            {word(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
