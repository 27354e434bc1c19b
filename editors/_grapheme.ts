import { select, selectionIn, selectionOf } from './_caret.ts';
import type { Field } from './_editor.ts';
import { noteWidened } from './_undone.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function countGraphemes(text: string): number {
  return [...graphemes.segment(text)].length;
}

/** The last character of a text, as a person would count characters. */
export function lastGrapheme(text: string): string {
  let last = '';
  for (const { segment } of graphemes.segment(text.slice(-40))) last = segment;
  return last;
}

/**
 * Selects the character before a bare caret. Chromium adds an insertion to the typing that went before it, so that one undo takes both back;
 * a replacement begins a step of its own. Returns what must be written again in front of the text.
 */
export async function selectPrevious(field: Field, noticesAfter = 0): Promise<string> {
  const range = selectionIn(field);
  if (!range?.collapsed || range.startContainer.nodeType !== Node.TEXT_NODE) return '';
  const end = range.startOffset;
  const grapheme = lastGrapheme((range.startContainer.nodeValue ?? '').slice(0, end));
  if (!grapheme || /[\n\u200b\ufeff]/.test(grapheme)) return '';
  noteWidened(field, grapheme);
  const previous = range.cloneRange();
  previous.setStart(range.startContainer, end - grapheme.length);
  if (noticesAfter) await select(field, previous, noticesAfter);
  else selectionOf(field)?.setBaseAndExtent(previous.startContainer, previous.startOffset, previous.endContainer, end);
  return grapheme;
}
