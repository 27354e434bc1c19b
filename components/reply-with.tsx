import { ChevronDown, MessageSquareReply } from 'lucide';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Reply } from '../core/model.ts';
import { findReplies } from './find-replies.ts';
import { Icon } from './icon.tsx';
import { placePanel } from './place-panel.ts';
import { Stranger } from './plain-text.tsx';
import { word } from './words.ts';

interface Props {
  replies: readonly Reply[];
  onPick: (reply: Reply) => void;
}

/** A button and the list of replies it opens: the one that is chosen is put into the site's own box. Keys: type to search, arrows, Enter. */
export function ReplyWith({ replies, onPick }: Props) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open || !panel.current || !button.current) return;
    placePanel(panel.current, button.current.getBoundingClientRect());
    panel.current.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }, [open]);
  function pick(reply: Reply) {
    panel.current?.hidePopover();
    onPick(reply);
  }
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
        class="dismiss-panel reply-with"
        role="dialog"
        aria-label={word('replyWithTitle')}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
      >
        {open && <Choice replies={replies} onPick={pick} />}
      </div>
    </>
  );
}

function Choice({ replies, onPick }: Props) {
  const id = useId();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const shown = useMemo(() => findReplies(replies, search).slice(0, 50), [replies, search]);
  const active = Math.min(at, shown.length - 1);
  function onKey(event: KeyboardEvent) {
    if (event.isComposing) return;
    const reply = shown[active];
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && reply) onPick(reply);
    else return;
    event.preventDefault();
  }
  return (
    <>
      <input
        type="search"
        aria-label={word('searchReplies')}
        placeholder={word('searchReplies')}
        aria-controls={id}
        aria-activedescendant={shown[active] && `${id}-${active}`}
        value={search}
        onInput={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id={id} role="listbox" aria-label={word('replies')}>
        {shown.map((reply, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search box keeps the focus and its keys choose; see aria-activedescendant.
          <div key={reply.id} id={`${id}-${i}`} role="option" aria-selected={i === active} tabIndex={-1} onClick={() => onPick(reply)}>
            <strong class="clip">
              <Stranger>{reply.title}</Stranger>
            </strong>
          </div>
        ))}
      </div>
      {shown.length === 0 && <p class="quiet small">{word(search ? 'repliesNoneFound' : 'pickerEmpty')}</p>}
    </>
  );
}
