import { TriangleAlert } from 'lucide';
import type { Warning } from '../core/reply-guard.ts';
import type { Alternative } from './check-filled.ts';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { sayWarning } from './reply-words.ts';
import { word } from './words.ts';

export interface WarningsProps {
  title: string;
  warnings: readonly Warning[];
  alternatives: readonly Alternative[];
  now: number;
  /** Put it in all the same; `hush`: and say nothing of this here from now on. */
  onOverrule: (event: MouseEvent, hush: boolean) => void;
  /** Put in the first of the parts. */
  onPart?: ((event: MouseEvent, parts: readonly string[]) => void) | undefined;
  onAlternative: (event: MouseEvent, alternative: Alternative) => void;
  onClose: () => void;
  /** Keys that do the same, where the caret stands elsewhere. */
  keys?: boolean;
}

/** What speaks against a reply, before it is put in. */
export function ReplyWarnings(props: WarningsProps) {
  const { title, warnings, alternatives, now, keys, onOverrule, onPart, onAlternative, onClose } = props;
  const parts = warnings.flatMap((one) => (one.code === 'too-long' && one.parts ? [one.parts] : []))[0];
  return (
    <section class="warnings" aria-label={word('guardTitle', title)}>
      <ul role="alert">
        {warnings.map((warning) => (
          <li key={warning.code}>
            <Icon of={TriangleAlert} size={14} />
            <Stranger>{sayWarning(warning, now)}</Stranger>
          </li>
        ))}
      </ul>
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
        <button type="button" class="slim primary" onClick={(event) => onOverrule(event, false)}>
          {word('guardOverrule')}
          {keys && <kbd>⏎</kbd>}
        </button>
      </div>
    </section>
  );
}
