/** Where the caret is, was, and should be: through shadow roots and frames, and while the picker has the focus. */
import { type Field, isTextField, sleep } from './_editor.ts';

/** The element that really has the focus. */
export function deepActive(root: Document): Element | undefined {
  let active: Element | null = root.activeElement;
  for (;;) {
    const inner: Element | null | undefined = active?.shadowRoot?.activeElement ?? frameDocument(active)?.activeElement;
    if (!inner) return active ?? undefined;
    active = inner;
  }
}

/** The document in a frame of the same origin. */
function frameDocument(element: Element | null): Document | undefined {
  if (element?.localName !== 'iframe') return undefined;
  try {
    return (element as HTMLIFrameElement).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** Is the focus here, as seen from each shadow root and frame the field stands in? */
export function isFocused(field: Field): boolean {
  for (let element: Element | undefined = field; element; element = outerOf(element)) {
    const active: Element | null = (element.getRootNode() as Document | ShadowRoot).activeElement;
    if (active !== element && !(element === field && field.contains(active))) return false;
  }
  return true;
}

/** The shadow host or the frame an element is in. */
function outerOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return (isShadowRoot(root) ? root.host : element.ownerDocument.defaultView?.frameElement) ?? undefined;
}

/** By its shape, not by class: one in a frame is of another realm's classes. */
export const isShadowRoot = (node: EventTarget): node is ShadowRoot => (node as Node).nodeType === 11 && 'host' in node;

/** Chromium has a selection for each shadow root; in Firefox the document's own one reaches inside. */
function selectionOf(field: Field): Selection | null {
  const root = field.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? field.ownerDocument.getSelection();
}

export function selectionIn(field: Field): Range | undefined {
  const selection = selectionOf(field);
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return field.contains(range.startContainer) && field.contains(range.endContainer) ? range : undefined;
}

/** A live range follows the editor's own changes; one per field, and fields are let go when the page lets them go. */
const carets = new WeakMap<Field, Range>();

/** Keeps the selection of a field that has it now, for when the focus has gone to the picker. Text fields keep theirs by themselves. */
export function rememberCaret(field: Field): void {
  if (isTextField(field)) return;
  const range = selectionIn(field);
  if (range) carets.set(field, range.cloneRange());
}

/** Gives the field the focus, and the caret it had, or else one at its end. False where the page would not have it. */
export async function takeCaret(field: Field, noticesAfter: number): Promise<boolean> {
  if (isFocused(field) && (isTextField(field) || selectionIn(field))) return true;
  const kept = isTextField(field) ? undefined : carets.get(field)?.cloneRange();
  field.focus({ preventScroll: true });
  await sleep(60);
  if (!isTextField(field)) {
    const usable = kept && field.contains(kept.startContainer) && field.contains(kept.endContainer) ? kept : endOf(field);
    await select(field, usable, noticesAfter);
  }
  return isFocused(field) && (isTextField(field) || selectionIn(field) !== undefined);
}

/** Selects, and waits until the editor has heard of it: they listen to `selectionchange`, and some only look a while later. */
export async function select(field: Field, range: Range, noticesAfter: number): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    field.ownerDocument.addEventListener('selectionchange', () => resolve(), { once: true });
  });
  selectionOf(field)?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  await Promise.race([heard, sleep(100)]);
  await sleep(noticesAfter);
}

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

/** After the last text, or in the empty line below it. */
function endOf(field: Field): Range {
  const range = field.ownerDocument.createRange();
  range.selectNodeContents(field);
  range.collapse(false);
  const walker = field.ownerDocument.createTreeWalker(field, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.getAttribute('contenteditable') === 'false' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let text: Node | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) {
      text = node;
      range.setStart(node, (node.nodeValue ?? '').length);
    } else if (node.nodeName === 'BR' && node.parentNode && !(text && node.parentNode.contains(text))) {
      range.setStartBefore(node);
    } else continue;
    range.collapse(true);
  }
  return range;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

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
  const previous = range.cloneRange();
  previous.setStart(range.startContainer, end - grapheme.length);
  if (noticesAfter) await select(field, previous, noticesAfter);
  else selectionOf(field)?.setBaseAndExtent(previous.startContainer, previous.startOffset, previous.endContainer, end);
  return grapheme;
}
