import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import type { TemplateProblem } from '../core/template-tree.ts';
import { Problem } from './controls.tsx';
import { cutAtMarks } from './query-box.tsx';
import { word } from './words.ts';

interface Props {
  label: string;
  value: string;
  onInput: (value: string) => void;
  problems: readonly TemplateProblem[];
  /** Why it cannot be saved. */
  problem?: string | undefined;
  box: Ref<HTMLTextAreaElement>;
}

/** The text of a reply: it grows with its lines, and the words a problem is about are underlined by a copy that stands behind it. */
export function TemplateBox({ label, value, onInput, problems, problem, box }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="query-box template-box">
        <div class="behind" dir="auto" aria-hidden="true">
          {cutAtMarks(value, problems).map(({ words, severity }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place.
            <span key={i} class={severity}>
              {words}
            </span>
          ))}
          {'\u200b'}
        </div>
        <textarea
          id={id}
          ref={box}
          dir="auto"
          placeholder={word('textPlaceholder')}
          value={value}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  );
}
