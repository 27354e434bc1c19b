import { Info, Pencil } from 'lucide';
import { useState } from 'preact/hooks';
import { adviceFor } from '../../components/check-filled.ts';
import { Field, IconButton, Switch } from '../../components/controls.tsx';
import type { Guard } from '../../components/guard.ts';
import { Icon } from '../../components/icon.tsx';
import { Stranger } from '../../components/plain-text.tsx';
import { word } from '../../components/words.ts';
import type { CommunityNote } from '../../core/reply-guard.ts';
import { send } from '../../messages/send.ts';
import type { PickerData } from './use-picker-data.ts';

interface Props {
  data: PickerData;
  guard: { current: Guard | undefined };
  editing: boolean;
  onEditing: (editing: boolean) => void;
  /** The next reply is checked by it. */
  onSaved: (note: CommunityNote | undefined) => void;
}

/** A note is of the community, or else of the site. */
export const namePlace = ({ context }: PickerData): string => context?.community ?? context?.site ?? '';

/** What the person wrote down for themselves about this place, and where they write it. */
export function PlaceNote(props: Props) {
  const { data, editing, onEditing } = props;
  const note = data.advice?.note;
  const where = namePlace(data);
  if (editing) return <NoteForm {...props} where={where} />;
  if (!note) return null;
  return (
    <p class="place-note small" role="note" aria-label={word('communityNoteTitle', where)}>
      <Icon of={Info} size={13} />
      <Stranger>{note.text || word('communityNoPromotion')}</Stranger>
      <IconButton icon={Pencil} name={word('placeNoteEdit', where)} onClick={() => onEditing(true)} />
    </p>
  );
}

function NoteForm({ data: { context, advice }, guard, where, onSaved, onEditing }: Props & { where: string }) {
  const onClose = () => onEditing(false);
  const [text, setText] = useState(advice?.note?.text ?? '');
  const [noPromotion, setNoPromotion] = useState(advice?.note?.noPromotion ?? false);
  const [failed, setFailed] = useState(false);
  async function save(event: Event) {
    event.preventDefault();
    const { site } = adviceFor(context, advice).situation;
    const id = context?.community ? `${site}:${context.community}` : site;
    if (!(await guard.current?.whenSteady(event))) return setFailed(true);
    const kept = { text: text.trim(), noPromotion };
    try {
      await send('community/saveNote', { id, ...kept });
    } catch {
      return setFailed(true);
    }
    onSaved(kept.text || noPromotion ? kept : undefined);
    onClose();
  }
  function onKey(event: KeyboardEvent) {
    // The arrows and Enter are the form's, not the list's.
    event.stopPropagation();
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    onClose();
  }
  return (
    <form class="form note-form" aria-label={word('communityNoteTitle', where)} onSubmit={save} onKeyDown={onKey}>
      <Field label={word('communityNoteTitle', where)} value={text} maxLength={1_000} autofocus onInput={setText} />
      <Switch checked={noPromotion} onChange={setNoPromotion}>
        {word('communityNoPromotion')}
      </Switch>
      {failed && (
        <p class="problem" role="alert">
          {word('placeNoteFailed')}
        </p>
      )}
      <div class="ends">
        <button type="button" class="slim" onClick={onClose}>
          {word('cancel')}
        </button>
        <button type="submit" class="slim primary">
          {word('save')}
        </button>
      </div>
    </form>
  );
}
