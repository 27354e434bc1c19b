import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { NoteDraft } from './note-drafts.ts';
import { word } from './words.ts';

interface Props {
  label: string;
  /** Said by what stands around it: only read out. */
  isLabelUnseen?: boolean;
  draft: NoteDraft;
  maxLength: number;
  hint?: string;
  placeholder?: string;
  /** As many lines at first; one is a field in which Enter saves. */
  lines?: number;
  /** The dialog it stands in begins with it. */
  first?: boolean;
  /** It has the caret as soon as it is there. */
  autofocus?: boolean;
  /** Ctrl or Cmd with Enter. */
  onSave?: (event: Event) => void;
}

/** A note. One that was begun before is there again, says that it is not saved, and can be let go. */
export function NoteField({ label, isLabelUnseen, draft, maxLength, hint, placeholder, lines, first, autofocus, onSave }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (autofocus) field.current?.focus();
  }, [autofocus]);
  const described = [draft.again ? `${id}-again` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  const common = {
    id,
    ref: field,
    dir: 'auto' as const,
    'data-first': first,
    'aria-describedby': described || undefined,
    maxLength,
    placeholder,
    value: draft.text,
    onInput: (event: { currentTarget: { value: string } }) => draft.change(event.currentTarget.value),
    onKeyDown: (event: KeyboardEvent) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSave?.(event),
  };
  return (
    <div class="field">
      <label for={id} class={isLabelUnseen ? 'unseen' : undefined}>
        {label}
      </label>
      {lines === 1 ? <input type="text" {...common} /> : <textarea rows={lines} {...common} />}
      {draft.again && (
        <p class="row wrap tight small">
          <span id={`${id}-again`}>{word('noteBegun')}</span>
          <button
            type="button"
            class="link small"
            onClick={() => {
              draft.discard();
              // What was pressed is gone with it.
              field.current?.focus();
            }}
          >
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
