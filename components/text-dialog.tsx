import { useId, useState } from 'preact/hooks';
import { FormEnds } from './form.tsx';
import { Modal } from './modal.tsx';
import { word } from './words.ts';

interface Props {
  title: string;
  label: string;
  hint?: string;
  value: string;
  maxLength: number;
  /** What it may be completed to. */
  known?: readonly string[];
  lines?: boolean;
  required?: boolean;
  onSave: (text: string) => void;
  onClose: () => void;
}

/** Asks for one text. Enter saves; in a text of several lines it is Ctrl or Cmd with Enter. */
export function TextDialog({ title, label, hint, value, maxLength, known, lines, required, onSave, onClose }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const common = { id, maxLength, required, dir: 'auto' as const, 'data-first': true, 'aria-describedby': hint ? `${id}-hint` : undefined };
  const save = (event: Event) => {
    event.preventDefault();
    if (!required || text.trim()) onSave(text.trim());
  };
  return (
    <Modal title={title} onClose={onClose}>
      <form class="stack" onSubmit={save}>
        <div class="field">
          <label for={id}>{label}</label>
          {lines ? (
            <textarea
              {...common}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save(event)}
            />
          ) : (
            <input
              {...common}
              type="text"
              autocomplete="off"
              list={known ? `${id}-known` : undefined}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
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
