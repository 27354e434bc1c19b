/** Insertion into a field that is only typed into, and whose text is drawn elsewhere: where its caret stands is not known. */
import { type Editor, type Field, type InsertResult, isTextField, sleep } from './_editor.ts';
import { letters, lines, readField } from './_read.ts';

/** The text must have come in one piece, and nothing else with it. What is selected in there is selected in the field too, and is replaced. */
export async function insertUnseen(editor: Editor, field: Field, drawn: Field, text: string): Promise<InsertResult['outcome']> {
  const was = letters(readField(drawn));
  const size = was.length - letters(selectedIn(field)).length + letters(text).length;
  await editor.attempts[0]?.(field, text);
  const deadline = performance.now() + 400;
  while (letters(readField(drawn)).length !== size && performance.now() < deadline) await sleep(20);
  await sleep(60);
  const now = readField(drawn);
  if (letters(now).length === size && lines(now).join('\n').includes(lines(text).join('\n'))) return 'inserted';
  return letters(now) === was ? 'untouched' : 'partial';
}

const selectedIn = (field: Field): string =>
  isTextField(field) ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) : '';
