/**
 * The browser's own editing command. Deprecated in name, yet the one way that writes into a field, tells the page, and can be undone.
 * It sends no key events.
 */
import type { Field } from './_editor.ts';
import { readAround } from './_read.ts';

function exec(field: Field, command: 'insertText' | 'insertParagraph' | 'insertLineBreak' | 'forwardDelete', value?: string): void {
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

/** Within one paragraph. Firefox has no such command, and breaks the lines of a text so by itself. */
export function execLineBreaks(field: Field, text: string): { prevented: boolean } {
  if (!field.ownerDocument.queryCommandSupported('insertLineBreak')) return execInsert(field, text);
  const after = readAround(field)?.after;
  text.split('\n').forEach((line, i) => {
    if (i > 0) exec(field, 'insertLineBreak');
    if (line) exec(field, 'insertText', line);
  });
  // At the end of a field a break comes with a second one, which opens the line to stand in and then stays behind the text.
  if (after !== undefined && readAround(field)?.after === `${after}\n`) exec(field, 'forwardDelete');
  return { prevented: false };
}
