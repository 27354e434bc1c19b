import { ChevronDown, type IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { closeWhenLeft, placePanel } from './place-panel.ts';

interface Props {
  icon: IconNode;
  name: string;
  /** What the panel is called to those who cannot see it. */
  title: string;
  /** The action of core/keymap.ts whose key opens it where the list has its place. */
  shortcut?: string;
  children: (close: () => void) => ComponentChildren;
}

/** A button and the panel it opens. The browser closes it at Escape and at a click elsewhere, and gives the focus back. */
export function PanelButton({ icon, name, title, shortcut, children }: Props) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open || !panel.current || !button.current) return;
    placePanel(panel.current, button.current.getBoundingClientRect());
    panel.current.querySelector<HTMLElement>('button, input, a, textarea')?.focus({ preventScroll: true });
  }, [open]);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="slim plain"
        popovertarget={id}
        aria-expanded={open}
        aria-haspopup="dialog"
        data-key={shortcut}
        aria-label={name}
        title={title}
      >
        <Icon of={icon} size={14} />
        <Icon of={ChevronDown} size={12} />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        class="dismiss-panel panel-of"
        role="dialog"
        aria-label={title}
        onFocusOut={closeWhenLeft}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
      >
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}
