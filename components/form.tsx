import type { ComponentChildren } from 'preact';
import { word } from './words.ts';

interface Props {
  label: string;
  /** Besides that of every form. */
  class?: string;
  onSubmit: (event: Event) => void;
  onClose: () => void;
  children: ComponentChildren;
}

/** A form that says itself what is wrong in it, and that Escape closes, except where it ends an input method's word. */
export function Form({ label, class: own, onSubmit, onClose, children }: Props) {
  return (
    <form
      class={own ? `form ${own}` : 'form'}
      noValidate
      aria-label={label}
      onSubmit={onSubmit}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onClose()}
    >
      {children}
    </form>
  );
}

/** What a form ends with. `go` says what its button does, where that is not to save. */
export function FormEnds({ onClose, go = word('save') }: { onClose: () => void; go?: string }) {
  return (
    <div class="ends">
      <button type="button" onClick={onClose}>
        {word('cancel')}
      </button>
      <button type="submit" class="primary">
        {go}
      </button>
    </div>
  );
}
