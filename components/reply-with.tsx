import { ChevronDown, MessageSquareReply } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { closeWhenLeft, placePanel } from './place-panel.ts';
import { ReplyChoice } from './reply-choice.tsx';
import type { Answering } from './reply-desk.ts';
import { word } from './words.ts';

/** A button and the list of replies it opens: the one that is chosen is put into the site's own box. Keys: type to search, arrows, Enter. */
export function ReplyWith({ answering }: { answering: Answering }) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  usePlace(panel, button, open);
  const chosen: Answering = {
    ...answering,
    onChosen: (...given) => {
      panel.current?.hidePopover();
      answering.onChosen(...given);
    },
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="slim plain"
        popovertarget={id}
        aria-label={word('replyWith')}
        title={word('replyWith')}
        aria-expanded={open}
        aria-haspopup="dialog"
        data-key="replyWith"
      >
        <Icon of={MessageSquareReply} size={14} />
        <Icon of={ChevronDown} size={12} />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        class="dismiss-panel reply-choice"
        role="dialog"
        aria-label={word('replyWithTitle')}
        onFocusOut={closeWhenLeft}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
      >
        {open && <ReplyChoice answering={chosen} />}
      </div>
    </>
  );
}

/** It grows when its replies are there, and with what is asked then. */
function usePlace(panel: { current: HTMLElement | null }, button: { current: HTMLElement | null }, open: boolean): void {
  useEffect(() => {
    const [shown, from] = [panel.current, button.current];
    if (!open || !shown || !from) return;
    const sizes = new ResizeObserver(() => placePanel(shown, from.getBoundingClientRect()));
    for (const child of shown.children) sizes.observe(child);
    sizes.observe(shown);
    return () => sizes.disconnect();
  }, [panel, button, open]);
}
