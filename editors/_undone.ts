/**
 * Undoing a replacement selects again what was replaced. Of ours that is the one character which was written anew before the text (see
 * selectPrevious): left selected, it would be lost to the next letter that is typed.
 */
import { select, selectionIn } from './_caret.ts';
import { type Field, isTextField } from './_editor.ts';
import { readField } from './_read.ts';

interface Widened {
  grapheme: string;
  /** All that stood in the field. */
  text: string;
}

const widened = new WeakMap<Field, Widened>();

export function noteWidened(field: Field, grapheme: string): void {
  widened.set(field, { grapheme, text: readField(field) });
  // The same function, so that a field has it once.
  field.addEventListener('input', onInput);
}

function onInput(event: Event): void {
  const field = event.currentTarget as Field;
  // The selection is put back only after the event.
  if ((event as InputEvent).inputType === 'historyUndo') setTimeout(() => void collapseUndone(field, 0), 0);
}

/** Puts a bare caret behind that character, if it is selected and the field is as it was. */
export async function collapseUndone(field: Field, noticesAfter: number): Promise<void> {
  const { grapheme, text } = widened.get(field) ?? {};
  if (!grapheme || readField(field) !== text) return;
  if (isTextField(field)) {
    const { selectionStart, selectionEnd, value } = field;
    if (selectionEnd && value.slice(selectionStart ?? 0, selectionEnd) === grapheme) field.setSelectionRange(selectionEnd, selectionEnd);
    return;
  }
  const range = selectionIn(field);
  if (range?.toString() !== grapheme) return;
  const behind = range.cloneRange();
  behind.collapse(false);
  await select(field, behind, noticesAfter);
}
