import type { Ref } from 'preact';
import type { Span } from '../core/query-tree.ts';

export interface MarkedSpan extends Span {
  readonly severity: 'error' | 'warning';
}

interface Props {
  id?: string;
  label?: string;
  value: string;
  onInput: (value: string) => void;
  /** What to underline in what is typed. */
  marks: readonly MarkedSpan[];
  placeholder?: string;
  invalid?: boolean;
  describedBy?: string | undefined;
  box?: Ref<HTMLTextAreaElement>;
}

/**
 * A box for a query: one line that grows with it, with the words a problem is about underlined. The underlines are drawn by a copy of the
 * words that stands behind the box, in the same type, where nobody sees or hears it.
 */
export function QueryBox({ id, label, value, onInput, marks, placeholder, invalid, describedBy, box }: Props) {
  return (
    <div class="query-box">
      <div class="behind" dir="auto" aria-hidden="true">
        {cutAtMarks(value, marks).map(({ words, severity }, i) => (
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
        rows={1}
        aria-label={label}
        placeholder={placeholder}
        dir="auto"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={value}
        aria-invalid={invalid ? true : undefined}
        aria-describedby={describedBy}
        onInput={(event) => onInput(event.currentTarget.value.replace(/[\r\n]+/g, ' '))}
        onKeyDown={saveOnEnter}
      />
    </div>
  );
}

/** A query is one line: Enter means what it means in any field of a form. Not while letters are still being composed. */
function saveOnEnter(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** Overlapping marks: the first one counts. */
export function cutAtMarks(text: string, marks: readonly MarkedSpan[]): { words: string; severity?: MarkedSpan['severity'] }[] {
  const pieces: { words: string; severity?: MarkedSpan['severity'] }[] = [];
  let at = 0;
  for (const { start, end, severity } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end > text.length || start >= end) continue;
    if (start > at) pieces.push({ words: text.slice(at, start) });
    pieces.push({ words: text.slice(start, end), severity });
    at = end;
  }
  if (at < text.length) pieces.push({ words: text.slice(at) });
  return pieces;
}
