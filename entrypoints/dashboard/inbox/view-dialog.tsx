import { TextDialog } from '../../../components/text-dialog.tsx';
import { word } from '../../../components/words.ts';
import type { View } from '../../../core/model.ts';
import { send } from '../../../messages/send.ts';
import type { PageProps } from '../page-props.ts';
import type { InboxQuestion } from './use-inbox-filter.ts';

interface Props extends PageProps {
  /** The one to rename, or what is looked at now. */
  view: View | 'new';
  question: InboxQuestion;
  onClose: () => void;
}

export function ViewDialog({ view, question, editing, notify, onClose }: Props) {
  async function save(name: string) {
    const now = Date.now();
    const fresh = { id: crypto.randomUUID(), query: question.text.trim(), sort: question.sort, order: now, createdAt: now };
    const kept: View = view === 'new' ? { ...fresh, name } : { ...view, name };
    onClose();
    if (!(await editing.attempt(send('view/save', { views: [kept] })))) return;
    const back = view === 'new' ? () => send('view/remove', { id: kept.id }) : () => send('view/save', { views: [view] });
    notify({ text: word('viewSaved', name), undo: () => void editing.attempt(back()) });
  }
  return (
    <TextDialog
      title={word(view === 'new' ? 'viewSaveTitle' : 'viewRenameTitle')}
      label={word('viewName')}
      {...(view === 'new' ? { hint: word('viewHint', question.text.trim()) } : {})}
      value={view === 'new' ? '' : view.name}
      maxLength={120}
      required
      onSave={(name) => void save(name)}
      onClose={onClose}
    />
  );
}
