import { type Editor, type Field, isTextField, joinLines, type TextField } from './_editor.ts';
import { execInsert } from './_exec.ts';
import { lastGrapheme } from './_grapheme.ts';
import { signatures } from './_signatures.ts';
import { noteWidened } from './_undone.ts';

/**
 * Reaches React's and Preact's state too, and can be undone. A page that was told of it has had the text, even if it then emptied the field: some
 * editors keep one out of sight only to be typed into.
 */
function type(field: Field, text: string): { prevented: boolean } {
  if (!isTextField(field)) return { prevented: false };
  let told = false;
  const onInput = () => {
    told = true;
  };
  const before = widen(field);
  field.addEventListener('input', onInput, { once: true });
  execInsert(field, `${before}${text}`);
  field.removeEventListener('input', onInput);
  return { prevented: told };
}

/** See selectPrevious: an insertion at a bare caret would be undone together with the typing before it. */
function widen(field: TextField): string {
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (start === null || start !== end || start === 0) return '';
  const grapheme = lastGrapheme(value.slice(0, start));
  noteWidened(field, grapheme);
  field.setSelectionRange(start - grapheme.length, start);
  return grapheme;
}

/** For fields on which the command has no effect. Cannot be undone. */
function set(field: Field, text: string): { prevented: boolean } {
  if (!isTextField(field)) return { prevented: false };
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (start === null || end === null) return { prevented: false };
  writeValue(field, `${value.slice(0, start)}${text}${value.slice(end)}`);
  field.setSelectionRange(start + text.length, start + text.length);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
  return { prevented: false };
}

/** Through the browser's own setter: a framework may have put one of its own on the element, to ignore what it wrote itself. */
function writeValue(field: TextField, value: string): void {
  const own = field.localName === 'input' ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(own, 'value')?.set?.call(field, value);
}

export default {
  name: 'text field',
  claims: (field) => isTextField(field) && !field.matches(signatures.codemirror5),
  settlesAfter: 20,
  attempts: [type, set],
  fit: (field, text) => (field.localName === 'input' ? joinLines(text) : text),
} satisfies Editor;
