import { useId, useState } from 'preact/hooks';
import { word } from './words.ts';

/** What was begun and neither saved nor discarded, by what it is about: there for as long as the page lives. */
const drafts = new Map<string, string>();

/** @param saved as it was saved: what was written on while it was being saved stays begun. */
export function dropNoteDraft(about: string, saved: string): void {
  if (drafts.get(about)?.trim() === saved.trim()) drafts.delete(about);
}
export const hasNoteDraft = (about: string): boolean => drafts.has(about);

export interface NoteDraft {
  readonly text: string;
  /** It was begun before, and is not what is kept. */
  readonly again: boolean;
  readonly change: (text: string) => void;
  readonly discard: () => void;
}

/** A note while it is written: noted at each key, for whatever it is written in may be closed at the next. */
export function useNoteDraft(about: string, kept: string): NoteDraft {
  const [begun] = useState(() => drafts.has(about));
  const [text, setText] = useState(() => drafts.get(about) ?? kept);
  const isKept = (next: string) => next.trim() === kept.trim();
  function change(next: string) {
    setText(next);
    if (isKept(next)) drafts.delete(about);
    else drafts.set(about, next);
  }
  return { text, again: begun && !isKept(text), change, discard: () => change(kept) };
}

interface Props {
  label: string;
  draft: NoteDraft;
  maxLength: number;
  hint?: string;
  /** The dialog it stands in begins with it. */
  first?: boolean;
  /** Ctrl or Cmd with Enter. */
  onSave?: (event: Event) => void;
}

/** A note of several lines. One that was begun before is there again, says that it is not saved, and can be let go. */
export function NoteField({ label, draft, maxLength, hint, first, onSave }: Props) {
  const id = useId();
  const described = [draft.again ? `${id}-again` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        dir="auto"
        data-first={first}
        maxLength={maxLength}
        aria-describedby={described || undefined}
        value={draft.text}
        onInput={(event) => draft.change(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSave?.(event)}
      />
      {draft.again && (
        <p class="row wrap tight small">
          <span id={`${id}-again`}>{word('noteBegun')}</span>
          <button type="button" class="link small" onClick={draft.discard}>
            {word('noteDiscard')}
          </button>
        </p>
      )}
      {hint && (
        <p class="quiet small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
