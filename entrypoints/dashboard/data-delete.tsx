import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { Field } from '../../components/controls.tsx';
import { Icon } from '../../components/icon.tsx';
import { word } from '../../components/words.ts';
import { send } from '../../messages/send.ts';
import type { PageProps } from './page-props.ts';

/** Everything goes. The words are typed, so that no slip of a hand does it. */
export function DataDelete({ editing, notify }: PageProps) {
  const [typed, setTyped] = useState('');
  const isMeant = typed.trim().toLowerCase() === word('deleteAllWords').toLowerCase();
  const remove = async () => {
    await send('data/deleteAll', { confirm: 'delete everything' });
    setTyped('');
    notify({ text: word('deletedAll') });
  };
  return (
    <section class="stack" aria-labelledby="delete-title">
      <h2 id="delete-title">{word('deleteAll')}</h2>
      <p class="quiet prose">{word('deleteAllIntro')}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isMeant) void editing.attempt(remove());
        }}
      >
        <Field label={word('deleteAllType', word('deleteAllWords'))} value={typed} onInput={setTyped} />
        <div class="ends">
          <button type="submit" class="danger" disabled={!isMeant}>
            <Icon of={Trash2} size={15} />
            {word('deleteAllNow')}
          </button>
        </div>
      </form>
    </section>
  );
}
