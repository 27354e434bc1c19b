import type { IconNode } from 'lucide';
import { CircleAlert, Search } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

export function IconButton({ icon, name, onClick, pressed }: { icon: IconNode; name: string; onClick: () => void; pressed?: boolean }) {
  return (
    <button type="button" class="plain square" aria-label={name} title={name} aria-pressed={pressed} onClick={onClick}>
      <Icon of={icon} />
    </button>
  );
}

export function Switch(props: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ComponentChildren;
  name?: string;
}) {
  return (
    <label class="switch">
      <span class="grow">{props.children}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={props.checked}
        aria-label={props.name}
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

export function Problem({ id, children }: { id?: string; children: ComponentChildren }) {
  return (
    <p class="problem small" id={id} role="alert">
      <Icon of={CircleAlert} size={13} />
      <span>{children}</span>
    </p>
  );
}

interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  problem?: string | undefined;
  hint?: string;
  lines?: boolean;
  maxLength?: number;
  autofocus?: boolean;
  placeholder?: string;
}

/** A labelled text field with its hint and its problem, each tied to it for those who cannot see that they stand together. */
export function Field(props: FieldProps) {
  const id = useId();
  const described = [props.hint ? `${id}-hint` : '', props.problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  const common = {
    id,
    value: props.value,
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    dir: 'auto' as const,
    'aria-invalid': props.problem ? true : undefined,
    'aria-describedby': described || undefined,
    ref: props.autofocus ? focusOnce : undefined,
  };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.lines ? (
        <textarea {...common} onInput={(event) => props.onInput(event.currentTarget.value)} />
      ) : (
        <input type="text" {...common} onInput={(event) => props.onInput(event.currentTarget.value)} />
      )}
      {props.hint && (
        <p class="quiet small" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.problem && <Problem id={`${id}-problem`}>{props.problem}</Problem>}
    </div>
  );
}

export function SearchBox({ name, value, onInput }: { name: string; value: string; onInput: (value: string) => void }) {
  return (
    <div class="search">
      <Icon of={Search} size={15} />
      <input type="search" aria-label={name} placeholder={name} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
    </div>
  );
}

/** As a ref, so that a form that opens takes the caret without an effect in each of them. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}
