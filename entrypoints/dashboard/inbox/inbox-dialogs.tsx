import { NoteDialog } from '../../../components/note-dialog.tsx';
import { SnoozeDialog } from '../../../components/snooze-dialog.tsx';
import { TagDialog } from '../../../components/tag-dialog.tsx';
import { TextDialog } from '../../../components/text-dialog.tsx';
import { useObservable } from '../../../components/use-observable.ts';
import { word, wordFor } from '../../../components/words.ts';
import type { MentionChange } from '../../../core/macros.ts';
import type { Mention } from '../../../core/model.ts';
import { watchQuery } from '../../../storage/db.ts';
import { listAssignees, listTags } from '../../../storage/mention-changes.ts';

export type Asked = 'snooze' | 'tag' | 'note' | 'assign';

interface Props {
  asked: Asked;
  /** What it is for; of many, those that are shown. */
  mentions: readonly Mention[];
  count: number;
  onChange: (change: MentionChange) => void;
  /** Nothing is changed. */
  onClose: () => void;
}

const onAll = (mentions: readonly Mention[]): string[] => {
  const [first, ...rest] = mentions;
  return (first?.tags ?? []).filter((tag) => rest.every(({ tags = [] }) => tags.some((one) => one.toLowerCase() === tag.toLowerCase())));
};

/** One question about one mention or many; the answer is a change. */
export function InboxDialog({ asked, mentions, count, onChange, onClose }: Props) {
  const tags = useObservable(() => watchQuery(listTags), []).value;
  const assignees = useObservable(() => watchQuery(listAssignees), []).value;
  const [first] = mentions;
  if (asked === 'snooze') {
    const snooze = (until: number) => onChange({ status: 'snoozed', snoozedUntil: until });
    return <SnoozeDialog count={count} now={Date.now()} onSnooze={snooze} onClose={onClose} />;
  }
  if (asked === 'tag') {
    const save = (addTags: string[], removeTags: string[]) =>
      onChange({ ...(addTags.length ? { addTags } : {}), ...(removeTags.length ? { removeTags } : {}) });
    return <TagDialog count={count} tags={onAll(mentions)} known={tags ?? []} onSave={save} onClose={onClose} />;
  }
  if (asked === 'note') {
    return (
      <NoteDialog about={first?.id ?? ''} note={first?.note ?? ''} onSave={(note) => onChange({ note: note || null })} onClose={onClose} />
    );
  }
  return (
    <TextDialog
      title={wordFor(count, 'assignTitleOne', 'assignTitleMany')}
      label={word('assignee')}
      hint={word('assignHint')}
      value={count === 1 ? (first?.assignee ?? '') : ''}
      maxLength={300}
      known={assignees ?? []}
      onSave={(assignee) => onChange({ assignee: assignee || null })}
      onClose={onClose}
    />
  );
}
