import { useState } from 'preact/hooks';
import type { PagePart } from '../core/report-page.ts';
import { dropNoteDraft, useBegun, useNoteDraft } from './note-drafts.ts';
import { NoteField } from './note-field.tsx';
import { Sentence } from './sentence.tsx';
import { useFocusBack } from './use-focus-back.ts';
import { useSaved } from './use-saved.ts';
import { word } from './words.ts';

export interface TextEditing {
  /** The report's: what was begun is there again in the same one alone. */
  readonly id: string;
  /** What stands in a passage, with all names. */
  readonly texts: Readonly<Record<string, string>>;
  /** Passages the person wrote. */
  readonly written: ReadonlySet<string>;
  /** Absent `text`: back to our own words. */
  readonly onText: (name: string, text?: string) => Promise<boolean>;
}

type PassageProps = Extract<PagePart, { kind: 'text' }> & { editing: TextEditing };

/** Ours until the person writes their own; theirs is kept for this very report. */
export function Passage({ name, title, text, editing }: PassageProps) {
  const [open, setOpen] = useState(false);
  const focusBack = useFocusBack(open);
  const label = title || word('reportSummary');
  const about = `report ${editing.id} ${name}`;
  const [known, onSaved] = useSaved(editing.texts[name] ?? '');
  const isBegun = useBegun(about, known);
  return (
    <section class="passage">
      {title && <h3>{title}</h3>}
      {open ? (
        <PassageForm
          name={name}
          about={about}
          label={label}
          known={known}
          editing={editing}
          onSaved={onSaved}
          onClose={() => setOpen(false)}
        />
      ) : (
        <>
          <p dir="auto" class={title ? 'prose-lines' : 'prose-lines summary'}>
            <Sentence>{text}</Sentence>
          </p>
          <button
            type="button"
            class="link small report-tool"
            ref={focusBack}
            aria-label={word(isBegun ? 'reportEditBegun' : 'reportEdit', label)}
            onClick={() => setOpen(true)}
          >
            {word(isBegun ? 'editBegun' : 'edit')}
          </button>
        </>
      )}
    </section>
  );
}

interface FormProps {
  name: string;
  /** What is begun here is known by it. */
  about: string;
  label: string;
  /** What stands there, with all names. */
  known: string;
  editing: TextEditing;
  onSaved: (text: string) => void;
  onClose: () => void;
}

/** Closed however one likes: what was begun is there again, until it is saved or let go. */
function PassageForm({ name, about, label, known, editing, onSaved, onClose }: FormProps) {
  const draft = useNoteDraft(about, known);
  async function keep(text?: string) {
    if (!(await editing.onText(name, text))) return;
    dropNoteDraft(about, draft.text);
    if (text !== undefined) onSaved(text);
    onClose();
  }
  function onKeyDown(event: KeyboardEvent) {
    // What ends the writing of a word in some scripts does not end the editing.
    if (event.key === 'Escape' && !event.isComposing) onClose();
  }
  return (
    <form
      class="stack report-tool"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void keep(draft.text);
      }}
    >
      <NoteField
        label={label}
        isLabelUnseen
        draft={draft}
        maxLength={10_000}
        lines={Math.min(12, Math.max(3, draft.text.split('\n').length + 1))}
        autofocus
        onSave={() => void keep(draft.text)}
      />
      <div class="row wrap">
        <button type="submit" class="primary">
          {word('save')}
        </button>
        <button type="button" onClick={onClose}>
          {word('cancel')}
        </button>
        {editing.written.has(name) && (
          <button type="button" class="plain" onClick={() => void keep()}>
            {word('reportReset')}
          </button>
        )}
      </div>
    </form>
  );
}
