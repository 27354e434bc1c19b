import { FormEnds } from './form.tsx';
import { Modal } from './modal.tsx';
import { useNoteDraft } from './note-drafts.ts';
import { NoteField } from './note-field.tsx';
import { word } from './words.ts';

interface Props {
  /** What it is about. */
  about: string;
  note: string;
  onSave: (note: string) => void;
  onClose: () => void;
}

export function NoteDialog({ about, note, onSave, onClose }: Props) {
  const draft = useNoteDraft(about, note);
  const save = (event: Event) => {
    event.preventDefault();
    onSave(draft.text.trim());
  };
  return (
    <Modal title={word('noteTitle')} onClose={onClose}>
      <form class="stack" onSubmit={save}>
        <NoteField label={word('careNote')} draft={draft} maxLength={5_000} hint={word('noteHint')} first onSave={save} />
        <FormEnds onClose={onClose} />
      </form>
    </Modal>
  );
}
