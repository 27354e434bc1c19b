import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { Field, IconButton, Switch } from './controls.tsx';
import { Stranger } from './plain-text.tsx';
import { word } from './words.ts';

export interface CommunityNoteRow {
  /** `site:community`, or a site's id. */
  id: string;
  text: string;
  noPromotion: boolean;
}

interface Props {
  rows: readonly CommunityNoteRow[];
  onSave: (row: CommunityNoteRow) => Promise<boolean>;
  onRemove: (row: CommunityNoteRow) => void;
}

/** What the person minds in each community. */
export function CommunityNotes({ rows, onSave, onRemove }: Props) {
  return (
    <div class="stack">
      <NoteForm onSave={onSave} />
      <ul class="list" aria-label={word('communityNotes')}>
        {rows.map((row) => (
          <li key={row.id} class="row note-row">
            <span class="grow">
              <strong>
                <Stranger>{row.id}</Stranger>
              </strong>{' '}
              {row.noPromotion && <span class="label-tag">{word('communityNoPromotion')}</span>}
              <br />
              <Stranger>{row.text}</Stranger>
            </span>
            <IconButton icon={Trash2} name={word('communityNoteRemove', row.id)} onClick={() => onRemove(row)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const empty: CommunityNoteRow = { id: '', text: '', noPromotion: true };

function NoteForm({ onSave }: Pick<Props, 'onSave'>) {
  const [row, setRow] = useState(empty);
  const [tried, setTried] = useState(false);
  async function save(event: Event) {
    event.preventDefault();
    setTried(true);
    const id = row.id.trim();
    if (id === '' || id.length > 400 || row.text.length > 1_000) return;
    if (!(await onSave({ ...row, id, text: row.text.trim() }))) return;
    // What is typed by then is the next one.
    setRow((now) => (now === row ? empty : now));
    setTried(false);
  }
  return (
    <form class="form" noValidate aria-label={word('communityNoteAdd')} onSubmit={save}>
      <Field
        label={word('communityNoteWhere')}
        value={row.id}
        maxLength={400}
        problem={tried && !row.id.trim() ? word('communityNoteWhereEmpty') : undefined}
        onInput={(id) => setRow((before) => ({ ...before, id }))}
      />
      <Field
        label={word('communityNoteText')}
        value={row.text}
        maxLength={1_000}
        onInput={(text) => setRow((before) => ({ ...before, text }))}
      />
      <Switch checked={row.noPromotion} onChange={(noPromotion) => setRow((before) => ({ ...before, noPromotion }))}>
        {word('communityNoPromotion')}
      </Switch>
      <div class="ends">
        <button type="submit" class="primary">
          {word('communityNoteAdd')}
        </button>
      </div>
    </form>
  );
}
