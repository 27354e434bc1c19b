/** Where the caret is, was, and should be, also while the picker has the focus. */
import { type Field, isTextField, sleep } from './_editor.ts';
import { isFocused } from './_focus.ts';
import { isInline, keepsSpace } from './_style.ts';

/** Chromium has a selection for each shadow root; in Firefox the document's own one reaches inside. */
export function selectionOf(field: Field): Selection | null {
  const root = field.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? field.ownerDocument.getSelection();
}

export function selectionIn(field: Field): Range | undefined {
  const selection = selectionOf(field);
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return field.contains(range.startContainer) && field.contains(range.endContainer) ? range : undefined;
}

interface Kept {
  /** Follows the editor's own changes, for as long as the text it stands in is kept. */
  range: Range;
  node: Node;
  /** How many letters stand before its two ends: where to look once the text has been drawn anew. */
  start: number;
  end: number;
}

/** One per field; fields are let go when the page lets them go. */
const carets = new WeakMap<Field, Kept>();
/** Text fields that had the focus; a caret in any other one was put there by nobody. */
const entered = new WeakSet<Field>();

/** Keeps the selection of a field that has it now, for when the focus has gone to the picker. Text fields keep theirs by themselves. */
export function rememberCaret(field: Field): void {
  if (isTextField(field)) {
    entered.add(field);
    return;
  }
  const selected = selectionIn(field);
  if (!selected) return;
  const range = selected.cloneRange();
  const before = field.ownerDocument.createRange();
  before.setStart(field, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  carets.set(field, { range, node: range.startContainer, start, end: start + range.toString().length });
}

function recallCaret(field: Field): Range {
  const kept = carets.get(field);
  if (!kept) return endOf(field);
  if (kept.node.isConnected && kept.range.startContainer === kept.node && field.contains(kept.range.endContainer))
    return kept.range.cloneRange();
  const range = endOf(field);
  const end = pointAt(field, kept.end);
  const start = pointAt(field, kept.start);
  if (start && end) {
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
  }
  return range;
}

function pointAt(field: Field, at: number): { node: Node; offset: number } | undefined {
  const walker = field.ownerDocument.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return undefined;
}

/** Gives the field the focus, and the caret it had, or else one at its end. False where the page would not have it. */
export async function takeCaret(field: Field, noticesAfter: number, settlesAfter = 60): Promise<boolean> {
  if (isFocused(field) && (isTextField(field) || selectionIn(field))) return true;
  const kept = carets.get(field);
  if (isTextField(field) && !entered.has(field)) field.setSelectionRange(field.value.length, field.value.length);
  // In Firefox the body of a frame has the focus only once its window has.
  if (field.ownerDocument !== document) field.ownerDocument.defaultView?.focus();
  field.focus({ preventScroll: true });
  await sleep(settlesAfter);
  // The focus may have put a caret of its own there meanwhile, often before all text, and had it remembered.
  if (kept) carets.set(field, kept);
  else carets.delete(field);
  if (!isTextField(field)) await select(field, recallCaret(field), noticesAfter);
  return isFocused(field) && (isTextField(field) || selectionIn(field) !== undefined);
}

/** Selects, and waits until the editor has heard of it: they listen to `selectionchange`, and some only look a while later. */
export async function select(field: Field, range: Range, noticesAfter: number): Promise<void> {
  const selection = selectionOf(field);
  if (selection && !isSelected(selection, range)) {
    const heard = new Promise<void>((resolve) => {
      field.ownerDocument.addEventListener('selectionchange', () => resolve(), { once: true });
    });
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    await Promise.race([heard, sleep(100)]);
  }
  await sleep(noticesAfter);
}

/** Nothing is told of a selection that is made anew as it is. */
const isSelected = ({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection, range: Range): boolean =>
  anchorNode === range.startContainer &&
  anchorOffset === range.startOffset &&
  focusNode === range.endContainer &&
  focusOffset === range.endOffset;

/** Remembers the selection as it is, to put it back before a second attempt. */
export function keepCaret(field: Field, noticesAfter: number): () => Promise<void> {
  if (isTextField(field)) {
    const { selectionStart, selectionEnd } = field;
    return async () => field.setSelectionRange(selectionStart, selectionEnd);
  }
  const range = selectionIn(field)?.cloneRange();
  return async () => {
    if (range && field.contains(range.commonAncestorContainer)) await select(field, range, noticesAfter);
  };
}

/** After the last text or mention, or in the empty line below it. */
function endOf(field: Field): Range {
  const range = field.ownerDocument.createRange();
  range.selectNodeContents(field);
  range.collapse(false);
  let last: Node | undefined;
  for (const node of listPieces(field)) {
    if (node.nodeType === Node.TEXT_NODE) range.setStart(node, (node.nodeValue ?? '').length);
    else if (isUneditable(node)) range.setStartAfter(node);
    else if (last && node.parentNode?.contains(last)) continue;
    else range.setStartBefore(node);
    if (node.nodeName !== 'BR') last = node;
    range.collapse(true);
  }
  return range;
}

/** What a person sees in a field, in its order: texts, mentions that are things of their own, and line breaks. */
function* listPieces(field: Field): Generator<Node> {
  for (const child of field.childNodes) {
    if (child.nodeType === Node.TEXT_NODE ? isSeen(child) : child.nodeName === 'BR' || isMention(child)) yield child;
    else if (child.nodeType === Node.ELEMENT_NODE && !isUneditable(child)) yield* listPieces(child as Field);
  }
}

const isUneditable = (node: Node): boolean => (node as Element).getAttribute?.('contenteditable') === 'false';

/** Not an editor's buttons and hints, which stand in blocks of their own or out of the flow. */
function isMention(node: Node): boolean {
  return isUneditable(node) && isInline(node as Element) && Boolean(node.textContent?.trim());
}

/** A space behind a link is text too; one between two tags of the page's source is not. */
function isSeen(text: Node): boolean {
  const value = (text.nodeValue ?? '').replace(/[\u200b\u2060\ufeff]/g, '');
  return /[^ \t\r\n]/.test(value) || (value !== '' && keepsSpace(text.parentElement));
}
