import { Upload } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface Props {
  /** What the browser's own control is called. */
  label: string;
  accept: string;
  disabled?: boolean;
  onFile: (file: File) => Promise<unknown>;
  children: ComponentChildren;
}

/** A button that asks for a file. */
export function FilePick({ label, accept, disabled = false, onFile, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => input.current?.click()}>
        <Icon of={Upload} size={15} />
        {children}
      </button>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const field = event.currentTarget;
          const [file] = field.files ?? [];
          if (!file) return;
          // The same file may be chosen again, once it was put right.
          void onFile(file).then(() => {
            field.value = '';
          });
        }}
      />
    </>
  );
}
