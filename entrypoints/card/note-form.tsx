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
  /** What was begun here before and neither saved nor discarded. */
  draft: string;
  onDraft: (draft: string) => void;
  act: Act;
  onDone: () => void;
}

export function NoteForm({ mention: { id, author }, person, draft, onDraft, act, onDone }: Props) {
  const [note, setNote] = useState(draft || person.note);
  const name = author.name ?? author.handle ?? '';
  /** Told at each key: the card, its tab or its post may be gone at the next. */
  async function keep(text: string) {
    onDraft(text);
    await send('note/draft', { id, text });
  }
  function change(text: string) {
    setNote(text);
    keep(text.trim() === person.note ? '' : text).catch(console.error);
  }
  async function save(event: Event) {
    event.preventDefault();
    const done = async () => {
      await send('person/saveNote', { id: person.id, name, note });
      await keep('');
    };
    if (await act(event, done, word('cardNoteSaved'))) onDone();
  }
  function discard() {
    keep('').catch(console.error);
    onDone();
  }
  return (
    <form class="part" onSubmit={save}>
      <Field label={word('cardNoteOn', nameAuthor(author))} value={note} onInput={change} lines maxLength={4_000} autofocus />
      <div class="row">
        <button type="submit" class="slim primary">
          {word('save')}
        </button>
        <button type="button" class="slim plain" onClick={discard}>
          {word('cardNoteDiscard')}
        </button>
      </div>
    </form>
  );
}
