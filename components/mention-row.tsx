import { ChevronDown, ChevronRight, Copy, MessagesSquare, Star } from 'lucide';
import { useMemo } from 'preact/hooks';
import type { Entry } from '../core/inbox-groups.ts';
import type { Hit, Mention } from '../core/model.ts';
import type { Priority } from '../core/priority.ts';
import { Icon } from './icon.tsx';
import type { KeywordLooks } from './marked-text.tsx';
import { type MentionActions, MentionItem } from './mention-item.tsx';
import { PriorityBadge, PriorityLine } from './priority-words.tsx';
import { word, wordFor } from './words.ts';

/** What all rows share; a new object only where something of it has changed, so that a row is not drawn again for nothing. */
export interface RowLooks {
  readonly keywords: KeywordLooks;
  readonly nameSite: (mention: Mention) => string;
  readonly namePlace: (place: string) => string;
  readonly now: number;
  readonly actions: MentionActions;
  readonly priorityOf: (mention: Mention) => Priority;
  /** What a search found in a text. */
  readonly searchHits: (mention: Mention) => readonly Hit[];
  readonly onStar: (mention: Mention) => void;
}

export interface Selecting {
  readonly ids: ReadonlySet<string>;
  /** `through`: all from the one selected before it. */
  readonly onSelect: (entry: Entry, through: boolean) => void;
}

export interface Folds {
  readonly onThread: (key: string) => void;
  readonly onSame: (id: string) => void;
  readonly isSameOpen: (id: string) => boolean;
}

interface Props {
  entry: Entry;
  looks: RowLooks;
  selecting: Selecting;
  selected: boolean;
  folds: Folds;
}

export function MentionRow({ entry, looks, selecting, selected, folds }: Props) {
  const { onSelect } = selecting;
  // The same element again is not gone through again: scrolling draws no row twice.
  return useMemo(() => {
    const { mention } = entry;
    const priority = looks.priorityOf(mention);
    return (
      <MentionItem
        mention={mention}
        siteName={looks.nameSite(mention)}
        keywords={looks.keywords}
        namePlace={looks.namePlace}
        now={looks.now}
        {...looks.actions}
        found={looks.searchHits(mention)}
        lead={<SelectBox entry={entry} selected={selected} onSelect={onSelect} />}
        ends={
          <>
            <PriorityBadge priority={priority} />
            <StarButton mention={mention} onStar={looks.onStar} />
          </>
        }
        why={<PriorityLine priority={priority} />}
        below={<FoldButtons entry={entry} folds={folds} />}
      />
    );
  }, [entry, looks, onSelect, selected, folds]);
}

function SelectBox({ entry, selected, onSelect }: { entry: Entry; selected: boolean; onSelect: Selecting['onSelect'] }) {
  const { name, handle } = entry.mention.author;
  return (
    <input
      type="checkbox"
      class="select-box"
      aria-label={word('inboxSelectOne', name || handle || word('someone'))}
      checked={selected}
      onClick={(event) => onSelect(entry, event.shiftKey)}
    />
  );
}

function StarButton({ mention, onStar }: { mention: Mention; onStar: (mention: Mention) => void }) {
  const starred = mention.starred === 1;
  return (
    <button
      type="button"
      class={starred ? 'plain square star on' : 'plain square star'}
      aria-label={word('inboxStar')}
      aria-pressed={starred}
      title={word(starred ? 'inboxUnstar' : 'inboxStar')}
      onClick={() => onStar(mention)}
    >
      <Icon of={Star} size={15} />
    </button>
  );
}

function FoldButtons({ entry, folds }: { entry: Entry; folds: Folds }) {
  const { mention, thread, folded, same } = entry;
  const isHead = thread && thread.place === 'first' && thread.size > 1;
  const isOpen = folds.isSameOpen(mention.id);
  if (!isHead && same.length === 0) return null;
  return (
    <p class="folds small">
      {isHead && (
        <button type="button" class="link" data-key="unfold" aria-expanded={folded.length === 0} onClick={() => folds.onThread(thread.key)}>
          <Icon of={MessagesSquare} size={13} />
          {folded.length > 0
            ? wordFor(folded.length, 'inboxMoreInThreadOne', 'inboxMoreInThreadMany')
            : wordFor(thread.size, 'inboxThreadMany', 'inboxThreadMany')}
          <Icon of={folded.length > 0 ? ChevronRight : ChevronDown} size={13} />
        </button>
      )}
      {same.length > 0 && (
        <button
          type="button"
          class="link"
          data-key={isHead ? undefined : 'unfold'}
          aria-expanded={isOpen}
          onClick={() => folds.onSame(mention.id)}
        >
          <Icon of={Copy} size={13} />
          {wordFor(same.length, 'inboxMoreSameOne', 'inboxMoreSameMany')}
          <Icon of={isOpen ? ChevronDown : ChevronRight} size={13} />
        </button>
      )}
    </p>
  );
}
