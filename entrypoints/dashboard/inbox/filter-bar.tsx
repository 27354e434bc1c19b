import { Bookmark, Keyboard, SlidersHorizontal, Undo2, X } from 'lucide';
import type { Ref } from 'preact';
import { IconButton } from '../../../components/controls.tsx';
import { Icon } from '../../../components/icon.tsx';
import { nameStatus } from '../../../components/mention-words.ts';
import { PanelButton } from '../../../components/panel-button.tsx';
import { Stranger } from '../../../components/plain-text.tsx';
import { QueryProblems } from '../../../components/query-problems.tsx';
import { formatNumber, word } from '../../../components/words.ts';
import type { MentionStatus } from '../../../core/model.ts';
import { listSites } from '../../../sites/_index.ts';
import { showKeyHelp } from '../key-help.tsx';
import type { PageProps } from '../page-props.ts';
import { nameSite } from '../site-names.ts';
import { FilterMore } from './filter-more.tsx';
import { listChips } from './filter-words.ts';
import type { InboxQuestion } from './use-inbox-filter.ts';

const statuses = ['new', 'waiting', 'snoozed', 'done', 'ignored'] as const satisfies readonly MentionStatus[];

interface Props extends PageProps {
  question: InboxQuestion;
  searchBox: Ref<HTMLInputElement>;
  onSaveView: () => void;
  /** What was typed is all: on to the list. */
  onLeave: () => void;
}

/** What of the inbox is looked at: as text, and as the same in controls. */
export function FilterBar(props: Props) {
  const { data, question } = props;
  return (
    <div class="filters inbox-filters">
      <StatusChoice {...props} />
      <div class="row wrap tight filter-line">
        <FilterText {...props} />
        <select
          aria-label={word('filterKeyword')}
          value={question.filter.keywordId ?? ''}
          onChange={(event) => question.change({ keywordId: event.currentTarget.value || undefined, keywordIds: undefined })}
        >
          <option value="">{word('allKeywords')}</option>
          {data.keywords.map((keyword) => (
            <option key={keyword.id} value={keyword.id}>
              {keyword.name}
            </option>
          ))}
        </select>
        <select
          aria-label={word('filterSite')}
          value={question.filter.site ?? ''}
          onChange={(event) => question.change({ site: event.currentTarget.value || undefined })}
        >
          <option value="">{word('allSites')}</option>
          {listSites().map(({ id }) => (
            <option key={id} value={id}>
              {nameSite(id)}
            </option>
          ))}
        </select>
        <PanelButton icon={SlidersHorizontal} name={word('inboxMoreFilters')} title={word('inboxMoreFilters')}>
          {() => <FilterMore question={question} />}
        </PanelButton>
      </div>
      <QueryProblems query={question.text} problems={question.problems} onFix={question.setText} />
      <Chips {...props} />
    </div>
  );
}

function StatusChoice({ data, question, undoing }: Props) {
  return (
    <div class="row wrap tight">
      <fieldset class="segments">
        <legend class="unseen">{word('status')}</legend>
        {[...statuses, undefined].map((status) => (
          <label key={status ?? 'all'}>
            <input type="radio" name="status" checked={question.filter.status === status} onChange={() => question.change({ status })} />
            <span>{status ? nameStatus(status) : word('all')}</span>
            {status && <span class="number count">{formatNumber(data.statuses[status] ?? 0)}</span>}
          </label>
        ))}
      </fieldset>
      <span class="grow" />
      {undoing.count > 0 && <IconButton icon={Undo2} name={word('undoLast')} onClick={undoing.undoLast} />}
      <IconButton icon={Keyboard} name={word('keys')} onClick={showKeyHelp} />
    </div>
  );
}

function FilterText({ question, searchBox, onLeave }: Props) {
  return (
    <div class="search grow">
      <input
        ref={searchBox}
        type="search"
        dir="auto"
        spellcheck={false}
        aria-label={word('inboxFilter')}
        placeholder={word('inboxFilterExample')}
        maxLength={2_000}
        value={question.text}
        onInput={(event) => question.setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return;
          event.preventDefault();
          if (event.key === 'Escape') event.currentTarget.blur();
          question.open(question.text, question.sort);
          onLeave();
        }}
      />
    </div>
  );
}

function Chips({ data, question, onSaveView }: Props) {
  const chips = listChips(question.filter, data.keywords);
  if (chips.length === 0) return null;
  return (
    <div class="row wrap tight filter-chips">
      {chips.map(({ part, text }) => (
        <button
          key={part}
          type="button"
          class="chip-button"
          aria-label={word('inboxRemoveFilter', text)}
          onClick={() => question.change({ [part]: undefined })}
        >
          <span class="clip">
            <Stranger>{text}</Stranger>
          </span>
          <Icon of={X} size={12} />
        </button>
      ))}
      {chips.length > 1 && (
        <button type="button" class="link small" onClick={question.clear}>
          {word('inboxClearFilters')}
        </button>
      )}
      <button type="button" class="link small" onClick={onSaveView}>
        <Icon of={Bookmark} size={13} />
        {word('viewSave')}
      </button>
    </div>
  );
}
