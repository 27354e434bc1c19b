/** What stands in a field, as a person would read it: the only judge of whether an insertion worked. */

import { selectionIn } from './_caret.ts';
import { type Field, isTextField } from './_editor.ts';
import { isBlock, keepsSpace } from './_style.ts';

export interface Snapshot {
  before: string;
  after: string;
}

const zeroWidth = /[\u200b\u2060\ufeff]/g;

/** The text on each side of the selection, or nothing where the selection is not in the field. */
export function readAround(field: Field): Snapshot | undefined {
  if (isTextField(field)) {
    const { value, selectionStart, selectionEnd } = field;
    if (selectionStart === null || selectionEnd === null) return undefined;
    return { before: value.slice(0, selectionStart), after: value.slice(selectionEnd) };
  }
  const range = selectionIn(field);
  if (!range) return undefined;
  const text = readPieces(field, [
    { node: range.startContainer, offset: range.startOffset },
    { node: range.endContainer, offset: range.endOffset },
  ]);
  const [start = 0, end = start] = text.marks;
  return { before: text.text.slice(0, start), after: text.text.slice(end) };
}

export function readField(field: Field): string {
  return isTextField(field) ? field.value : readPieces(field, []).text;
}

interface Mark {
  node: Node;
  offset: number;
}

/** Walks the field once; `marks` are where the given places stand in the text. */
function readPieces(field: Field, places: readonly Mark[]): { text: string; marks: number[] } {
  const out = { text: '', marks: [] as number[] };
  const markAt = (node: Node, offset: number, at: number): void => {
    places.forEach((p, i) => {
      if (p.node === node && p.offset === offset) out.marks[i] = at;
    });
  };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const data = node.nodeValue ?? '';
      const keep = keepsSpace(node.parentElement);
      places.forEach((p, i) => {
        if (p.node === node) out.marks[i] = out.text.length + shown(data.slice(0, p.offset), keep).length;
      });
      out.text += shown(data, keep);
      return;
    }
    if (!isElement(node)) return;
    if (node.localName === 'img' || isFurniture(node, field)) {
      out.text += emojiIn(node);
      return;
    }
    const block = node !== field && isBlock(node);
    if (block) breakLine(out);
    node.childNodes.forEach((child, i) => {
      markAt(node, i, out.text.length);
      if (isElement(child) && child.localName === 'br') out.text += isFiller(child, field) ? '' : '\n';
      else walk(child);
    });
    markAt(node, node.childNodes.length, out.text.length);
    if (block) out.text += BREAK;
  };
  walk(field);
  return { text: out.text, marks: out.marks };
}

/** The end of a block. It is a line's end only if something follows; comparing lines takes no notice of empty ones. */
const BREAK = '\n';

function breakLine(out: { text: string }): void {
  if (out.text && !out.text.endsWith('\n')) out.text += BREAK;
}

const isElement = (node: Node): node is HTMLElement => node.nodeType === Node.ELEMENT_NODE;

/** A placeholder, a button: in the field, but not its text. */
function isFurniture(element: HTMLElement, field: Field): boolean {
  return element !== field && (element.getAttribute('contenteditable') === 'false' || element.hasAttribute('data-slate-placeholder'));
}

/** Some sites draw each emoji as an image that is named by it. */
function emojiIn(element: HTMLElement): string {
  const images = [...(element.localName === 'img' ? [element] : element.querySelectorAll('img'))];
  return images
    .map((image) => image.getAttribute('alt') ?? '')
    .filter((alt) => /^\p{Extended_Pictographic}/u.test(alt))
    .join('');
}

/** A `br` that only keeps an empty or a last line open. */
function isFiller(br: Element, field: Field): boolean {
  for (let node: Node | null = br; node && node !== field; node = node.parentNode) {
    if (node.nextSibling) return false;
    if (node !== br && isElement(node) && isBlock(node)) return true;
  }
  return true;
}

function shown(data: string, keep: boolean): string {
  const visible = data.replace(zeroWidth, '');
  return keep ? visible : visible.replace(/[ \t\r\n]+/g, ' ');
}

/** All letters, no spaces: how a text is compared while its lines are still being drawn. */
export const letters = (text: string): string => text.replace(zeroWidth, '').replace(/\s+/g, '');

/** The lines that say something, as they are compared in the end. */
export function lines(text: string): string[] {
  return text
    .replace(zeroWidth, '')
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Is there text the editor itself has not rendered? Then it is in the page, and not in the editor. */
export function hasForeignText(field: Field, renders: string): boolean {
  const walker = field.ownerDocument.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || letters(node.nodeValue ?? '') === '' || parent.closest('[contenteditable="false"]')) continue;
    if (!parent.closest(renders)) return true;
  }
  return false;
}
