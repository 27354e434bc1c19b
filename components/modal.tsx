import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A dialog that is open for as long as it is there. Escape closes it, and the focus goes back to where it was, or to what a list has there now. */
export function Modal({ title, onClose, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const back = useRef<() => Element | null | undefined>(undefined);
  // Before the page is painted: what is typed right after the key that opens it is meant for it.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const list = before?.closest('[data-keeps-focus]');
    back.current = () => (before?.isConnected ? before : list?.querySelector('[tabindex="0"]'));
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  // Once it is gone: as long as it is there nothing else can have the focus.
  useEffect(
    () => () => {
      const element = back.current?.();
      if (element instanceof HTMLElement) element.focus({ preventScroll: true });
    },
    [],
  );
  return (
    <dialog ref={dialog} class="modal" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
