import type { IconNode } from 'lucide';
import { AlarmClock, Ban, Check, Hourglass, Inbox, Star, Tag, UserRound, X } from 'lucide';
import { IconButton } from '../../../components/controls.tsx';
import { Icon } from '../../../components/icon.tsx';
import { formatNumber, type WordKey, word, wordFor } from '../../../components/words.ts';
import type { MentionStatus } from '../../../core/model.ts';
import type { InboxCount } from '../../../storage/inbox.ts';

interface Props {
  selected: number;
  count: InboxCount | undefined;
  onSelectAll: () => void;
  onClear: () => void;
  onStatus: (status: MentionStatus) => void;
  onStar: () => void;
  onAsk: (dialog: 'snooze' | 'tag' | 'assign') => void;
}

/** What is done to all that is selected. */
export function BulkBar({ selected, count, onSelectAll, onClear, onStatus, onStar, onAsk }: Props) {
  return (
    <div class="bulk-bar" role="toolbar" aria-label={word('bulkTitle')}>
      <IconButton icon={X} name={word('bulkClear')} onClick={onClear} />
      <strong aria-live="polite">{wordFor(selected, 'bulkSelectedOne', 'bulkSelectedMany')}</strong>
      {count && count.count > selected && (
        <button type="button" class="link small" onClick={onSelectAll}>
          {word('bulkSelectAll', `${formatNumber(count.count)}${count.exact ? '' : '+'}`)}
        </button>
      )}
      <span class="grow" />
      <Tool icon={Check} name="done" onClick={() => onStatus('done')} />
      <Tool icon={Ban} name="ignore" onClick={() => onStatus('ignored')} />
      <Tool icon={Hourglass} name="statusWaiting" onClick={() => onStatus('waiting')} />
      <Tool icon={Inbox} name="statusNew" onClick={() => onStatus('new')} />
      <Tool icon={AlarmClock} name="snooze" onClick={() => onAsk('snooze')} />
      <Tool icon={Tag} name="bulkTag" onClick={() => onAsk('tag')} />
      <Tool icon={UserRound} name="bulkAssign" onClick={() => onAsk('assign')} />
      <Tool icon={Star} name="inboxStar" onClick={onStar} />
    </div>
  );
}

function Tool({ icon, name, onClick }: { icon: IconNode; name: WordKey; onClick: () => void }) {
  return (
    <button type="button" class="slim" onClick={onClick}>
      <Icon of={icon} size={14} />
      {word(name)}
    </button>
  );
}
