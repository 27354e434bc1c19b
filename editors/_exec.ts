/**
 * The browser's own editing command. Deprecated in name, yet the one way that writes into a field, tells the page, and can be undone.
 * It sends no key events.
 */
import type { Field } from './_editor.ts';

function exec(field: Field, command: 'insertText' | 'insertParagraph', value?: string): void {
  field.ownerDocument.execCommand(command, false, value);
}

export function execInsert(field: Field, text: string): { prevented: boolean } {
  exec(field, 'insertText', text);
  return { prevented: false };
}

/** For editors that drop the newlines of one long text. */
export function execLines(field: Field, text: string): { prevented: boolean } {
  text.split('\n').forEach((line, i) => {
    if (i > 0) exec(field, 'insertParagraph');
    if (line) exec(field, 'insertText', line);
  });
  return { prevented: false };
}
