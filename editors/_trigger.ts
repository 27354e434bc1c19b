/** What was typed to stand for a reply: found before the caret, and selected, so that the reply replaces it in the same undo step. */
import { select, selectionIn, selectionOf } from './_caret.ts';
import { type Field, isTextField } from './_editor.ts';
import { countGraphemes } from './_grapheme.ts';
import { readAround } from './_read.ts';

/** As it is compared: `;Thanks` stands for what `;thanks` does, and editors keep a space at the end of a line as another one. */
const plain = (text: string): string => text.replace(/\u00a0/g, ' ').toLowerCase();

/** Does it stand right before a bare caret, and not in the middle of a longer word? */
export function isTyped(field: Field, trigger: string): boolean {
  const before = plain(readAround(field)?.before ?? '');
  if (!isBare(field) || !before.endsWith(trigger)) return false;
  return !/[\p{L}\p{N}_;&/:]$/u.test(before.slice(0, -trigger.length));
}

function isBare(field: Field): boolean {
  return isTextField(field) ? field.selectionStart === field.selectionEnd : selectionIn(field)?.collapsed === true;
}

/** Never deleted first: that would be a step of its own, and breaks Slate. False leaves the caret where it was. */
export async function selectTyped(field: Field, trigger: string, noticesAfter: number): Promise<boolean> {
  if (!isTyped(field, trigger)) return false;
  if (isTextField(field)) {
    const end = field.selectionStart ?? 0;
    field.setSelectionRange(end - trigger.length, end);
    return true;
  }
  const range = selectionIn(field);
  if (!range) return false;
  const { startContainer: node, startOffset: end } = range;
  if (node.nodeType === Node.TEXT_NODE && plain((node.nodeValue ?? '').slice(0, end)).endsWith(trigger)) {
    const word = range.cloneRange();
    word.setStart(node, end - trigger.length);
    await select(field, word, noticesAfter);
  } else await extendBack(field, countGraphemes(trigger), noticesAfter);
  if (plain(selectionIn(field)?.toString() ?? '') === trigger) return true;
  await select(field, range, noticesAfter);
  return false;
}

/** It may stand in several nodes; so does a person select it, with the arrow key. */
async function extendBack(field: Field, steps: number, noticesAfter: number): Promise<void> {
  const selection = selectionOf(field);
  for (let i = 0; i < steps; i++) selection?.modify('extend', 'backward', 'character');
  const range = selectionIn(field);
  if (range) await select(field, range, noticesAfter);
}
