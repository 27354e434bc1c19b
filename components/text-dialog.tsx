import { useId, useState } from 'preact/hooks';
import { FormEnds } from './form.tsx';
import { Modal } from './modal.tsx';

interface Props {
  title: string;
  label: string;
  hint?: string;
  value: string;
  maxLength: number;
  /** What it may be completed to. */
  known?: readonly string[];
  required?: boolean;
  onSave: (text: string) => void;
  onClose: () => void;
}

/** Asks for one text. Enter saves. */
export function TextDialog({ title, label, hint, value, maxLength, known, required, onSave, onClose }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const save = (event: Event) => {
    event.preventDefault();
    if (!required || text.trim()) onSave(text.trim());
  };
  return (
    <Modal title={title} onClose={onClose}>
      <form class="stack" onSubmit={save}>
        <div class="field">
          <label for={id}>{label}</label>
          <input
            id={id}
            type="text"
            dir="auto"
            data-first
            autocomplete="off"
            required={required}
            maxLength={maxLength}
            aria-describedby={hint ? `${id}-hint` : undefined}
            list={known ? `${id}-known` : undefined}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          {hint && (
            <p class="quiet small" id={`${id}-hint`}>
              {hint}
            </p>
          )}
          {known && (
            <datalist id={`${id}-known`}>
              {known.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          )}
        </div>
        <FormEnds onClose={onClose} />
      </form>
    </Modal>
  );
}
