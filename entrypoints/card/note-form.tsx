import { useState } from 'preact/hooks';
import { Field } from '../../components/controls.tsx';
import { word } from '../../components/words.ts';
import type { Mention } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import type { Act } from './actions.tsx';
import { nameAuthor } from './naming.ts';

interface Props {
  mention: Mention;
  person: { id: string; note: string };
  act: Act;
  onDone: () => void;
}

export function NoteForm({ mention: { author }, person, act, onDone }: Props) {
  const [note, setNote] = useState(person.note);
  const name = author.name ?? author.handle ?? '';
  return (
    <form
      class="part"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await act(event, () => send('person/saveNote', { id: person.id, name, note }), word('cardNoteSaved'))) onDone();
      }}
    >
      <Field label={word('cardNoteOn', nameAuthor(author))} value={note} onInput={setNote} lines maxLength={4_000} autofocus />
      <button type="submit" class="slim primary">
        {word('save')}
      </button>
    </form>
  );
}
