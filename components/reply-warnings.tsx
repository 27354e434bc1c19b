import { TriangleAlert } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Warning } from '../core/reply-guard.ts';
import type { Alternative } from './check-filled.ts';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { ReplyText } from './reply-text.tsx';
import { sayWarning } from './reply-words.ts';
import { word } from './words.ts';

export interface WarningsProps {
  title: string;
  /** The reply itself, where it is not in sight. */
  text?: string;
  warnings: readonly Warning[];
  alternatives: readonly Alternative[];
  now: number;
  /** Put it in all the same; `hush`: and say nothing of this here from now on. */
  onOverrule: (event: Event, hush: boolean) => void;
  /** Put in the first of the parts. */
  onPart?: ((event: Event, parts: readonly string[]) => void) | undefined;
  onAlternative: (event: MouseEvent, alternative: Alternative) => void;
  onClose: () => void;
  /** Keys that do the same, where the caret stands elsewhere. */
  keys?: boolean;
}

/** It takes this long to have read anything at all. */
const second = 250;

/** What speaks against a reply, before it is put in. */
export function ReplyWarnings(props: WarningsProps) {
  const { title, text, warnings, alternatives, now, keys, onOverrule, onPart, onAlternative, onClose } = props;
  const long = warnings.find((one) => one.code === 'too-long');
  const [numbered, setNumbered] = useState(false);
  const parts = (numbered && long?.numbered) || long?.parts;
  const since = useRef(Date.now());
  const overrule = useRef<HTMLButtonElement>(null);
  // At once: a key that is pressed before it has the focus is heard by nothing.
  useLayoutEffect(() => overrule.current?.focus(), []);

  function onKey(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key !== 'Enter' || !event.isTrusted) return;
    // The key that brought this up, still held down or pressed twice in haste, is not a second thought.
    else if (event.repeat || Date.now() - since.current < second) event.preventDefault();
    else if (event.altKey && parts && onPart) onPart(event, parts);
    else if (event.ctrlKey || event.metaKey) onOverrule(event, true);
    else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section class="warnings" aria-label={word('guardTitle', title)} onKeyDown={onKey}>
      <ul role="alert">
        {warnings.map((warning) => (
          <li key={warning.code}>
            <Icon of={TriangleAlert} size={14} />
            <Stranger>{sayWarning(warning, now)}</Stranger>
          </li>
        ))}
      </ul>
      {parts && onPart && <Parts parts={parts} numbered={numbered} {...(long?.numbered ? { onNumbered: setNumbered } : {})} />}
      {text !== undefined && !parts && <ReplyText text={text} />}
      {alternatives.length > 0 && (
        <div class="alternatives">
          <p class="quiet small">{word('guardInstead')}</p>
          {alternatives.map((one) => (
            <button type="button" key={one.filled.text} class="plain alternative" onClick={(event) => onAlternative(event, one)}>
              <span class="preview small" dir="auto">
                <Stranger>{one.filled.text}</Stranger>
              </span>
            </button>
          ))}
        </div>
      )}
      <div class="ends">
        <button type="button" class="slim" onClick={onClose}>
          {word('cancel')}
        </button>
        {parts && onPart && (
          <button type="button" class="slim" onClick={(event) => onPart(event, parts)}>
            {word('guardPart', 1, parts.length)}
            {keys && <kbd>Alt ⏎</kbd>}
          </button>
        )}
        <button type="button" class="slim" onClick={(event) => onOverrule(event, true)}>
          {word('guardHush')}
          {keys && <kbd>Ctrl ⏎</kbd>}
        </button>
        <button type="button" ref={overrule} class="slim primary" onClick={(event) => onOverrule(event, false)}>
          {word('guardOverrule')}
          {keys && <kbd>⏎</kbd>}
        </button>
      </div>
    </section>
  );
}

interface PartsProps {
  parts: readonly string[];
  numbered: boolean;
  /** Absent where there is no room for numbers. */
  onNumbered?: (numbered: boolean) => void;
}

/** Where it would be parted, before it is. */
function Parts({ parts, numbered, onNumbered }: PartsProps) {
  return (
    <div class="parts">
      <ol aria-label={word('guardParts')}>
        {parts.map((part) => (
          <li key={part} class="small">
            <span class="preview" dir="auto">
              <Stranger>{part}</Stranger>
            </span>
          </li>
        ))}
      </ol>
      {onNumbered && (
        <label class="small">
          <input type="checkbox" checked={numbered} onChange={(event) => onNumbered(event.currentTarget.checked)} />
          {word('guardNumbered', `1/${parts.length}`)}
        </label>
      )}
    </div>
  );
}
