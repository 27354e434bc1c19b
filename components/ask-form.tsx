import { useState } from 'preact/hooks';
import { Field, Problem } from './controls.tsx';
import type { Need } from './fill-reply.ts';
import { ReplyText } from './reply-text.tsx';
import { nameVariable } from './variable-words.ts';
import { word } from './words.ts';

export type Given = Readonly<Record<string, string>>;

interface Props {
  needs: readonly Need[];
  /** What of the reply nobody can supply here; then it can only be left. */
  stuck?: readonly string[];
  /** The press of Enter or of the button, for those who look at whether it was meant. */
  onFill: (given: Given, event: Event) => void;
  onClose: () => void;
  /** The reply with what has been typed, where it is not in sight. */
  preview?: (given: Given) => string;
  /** What the button says, where it is not that the reply is put in. */
  submit?: string;
}

/** May it be left empty? A question whose default is nothing says so. */
const isOptional = ({ preset }: Need): boolean => preset === '';

/**
 * What a reply still needs before it may go anywhere: Enter goes to the next empty field, and from the last one on; Escape goes back. What was
 * typed stays as long as the form is shown, whatever became of it.
 */
export function AskForm({ needs, stuck = [], onFill, onClose, preview, submit: said = word('fillInAndInsert') }: Props) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const readTyped = ({ question, preset = '' }: Need) => typed[question] ?? preset;
  const isMissing = (need: Need) => !isOptional(need) && !readTyped(need).trim();

  const soFar = (): Given =>
    Object.fromEntries(needs.filter((need) => !isMissing(need)).map((need) => [need.question, readTyped(need).trim()]));

  function submit(event: Event & { currentTarget: HTMLFormElement }) {
    event.preventDefault();
    const at = needs.findIndex(isMissing);
    if (at < 0) return onFill({ ...typed, ...Object.fromEntries(needs.map((need) => [need.question, readTyped(need).trim()])) }, event);
    const fields = event.currentTarget.querySelectorAll('input');
    // From a field that is filled in Enter goes on to the next; only from an empty one it is a mistake.
    setTried(tried || document.activeElement === fields[at]);
    fields[at]?.focus();
  }
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }

  return (
    <form class="form ask-form" noValidate aria-label={word('askTitle')} onSubmit={submit} onKeyDown={onKey}>
      {stuck.length > 0 ? <Problem>{word('askStuck', stuck.join(', '))}</Problem> : <p role="status">{word('fillInHint')}</p>}
      {stuck.length === 0 &&
        needs.map((need, i) => (
          <Field
            key={need.question}
            label={need.kind === 'value' ? nameVariable(need.question) : need.question}
            value={readTyped(need)}
            autofocus={i === 0}
            problem={tried && isMissing(need) ? word('fillInEmpty') : undefined}
            {...(isOptional(need) ? { hint: word('askOptional') } : {})}
            onInput={(value) => setTyped((before) => ({ ...before, [need.question]: value }))}
          />
        ))}
      {preview && stuck.length === 0 && <ReplyText text={preview(soFar())} />}
      <div class="ends">
        <button type="button" onClick={onClose} ref={stuck.length > 0 ? (button) => button?.focus() : undefined}>
          {word(stuck.length > 0 ? 'close' : 'cancel')}
        </button>
        {stuck.length === 0 && (
          <button type="submit" class="primary">
            {said}
          </button>
        )}
      </div>
    </form>
  );
}
