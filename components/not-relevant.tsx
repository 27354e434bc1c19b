import { CircleSlash } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Mention } from '../core/model.ts';
import type { Dismissing } from './dismissing.ts';
import { Icon } from './icon.tsx';
import type { KeywordLooks } from './marked-text.tsx';
import { NotRelevantForm } from './not-relevant-form.tsx';
import { closeWhenLeft, placePanel } from './place-panel.ts';
import { word } from './words.ts';

interface Props {
  mention: Mention;
  keywords: KeywordLooks;
  dismissing: Dismissing;
}

/** A button and the panel it opens. The browser closes it at Escape and at a click elsewhere, and gives the focus back. */
export function NotRelevant({ mention, keywords, dismissing }: Props) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  // Closed and opened again at once, the browser tells of it once, as open: the focus has to go in all the same.
  const [times, setTimes] = useState(0);
  const [selected, setSelected] = useState('');

  // Its height is known, and its first control there, only once its content is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` is how often it was opened or closed.
  useEffect(() => {
    if (!open || !panel.current || !button.current) return;
    placePanel(panel.current, button.current.getBoundingClientRect());
    panel.current.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }, [open, times]);

  return (
    <>
      <button
        ref={button}
        type="button"
        class="slim plain"
        popovertarget={id}
        aria-expanded={open}
        aria-haspopup="dialog"
        data-key="notRelevant"
        onMouseDown={() => setSelected(readSelection(button.current))}
      >
        <Icon of={CircleSlash} size={14} />
        {word('notRelevant')}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        class="dismiss-panel"
        role="dialog"
        aria-label={word('notRelevantTitle')}
        onFocusOut={closeWhenLeft}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          setTimes((n) => n + 1);
        }}
        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
      >
        {open && (
          <NotRelevantForm
            mention={mention}
            keywords={keywords}
            selected={selected}
            dismissing={dismissing}
            onClose={() => panel.current?.hidePopover()}
          />
        )}
      </div>
    </>
  );
}

/** Words the person has marked in this very mention: the likeliest phrase. */
function readSelection(button: HTMLElement | null): string {
  const selection = document.getSelection();
  const text = button?.closest('article')?.querySelector('.mention-text');
  const words = selection?.toString().trim() ?? '';
  return selection?.anchorNode && text?.contains(selection.anchorNode) && words.length <= 100 ? words : '';
}
