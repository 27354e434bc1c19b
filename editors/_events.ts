/**
 * Events that carry text to an editor's own handlers, as a paste or an input method would. None of them is a key.
 *
 * In Firefox a content script sees the page through Xray wrappers, and data put into an event from behind one is empty on the page's side
 * (bug 1654724). Made with the page's own classes, which `wrappedJSObject` uncovers, the event arrives whole.
 */
import type { Field } from './_editor.ts';

/** The classes of the page that are needed here; a window has many more. */
interface PageClasses {
  ClipboardEvent: typeof ClipboardEvent;
  InputEvent: typeof InputEvent;
  DataTransfer: typeof DataTransfer;
}
type Waived<T> = { wrappedJSObject?: T };
declare const cloneInto: (<T extends object>(value: T, scope: object, options: { wrapReflectors: boolean }) => T) | undefined;

export interface Payload {
  plain: string;
  html?: string;
}

const common = { bubbles: true, cancelable: true, composed: true };

/** A synthetic paste. Nothing happens where no handler listens: browsers ignore a paste no person made. */
export function paste(field: Field, payload: Payload): { prevented: boolean } {
  const page = pageOf(field);
  const event = new page.classes.ClipboardEvent('paste', page.give({ ...common, clipboardData: transfer(page, payload) }));
  // Gecko ignores the object it was given and makes an empty one of its own.
  if (event.clipboardData && !event.clipboardData.getData('text/plain')) fill(event.clipboardData, payload);
  return dispatch(page.field, event);
}

/** What an input method or a spelling correction would announce before it changes the field. */
export function beforeInput(field: Field, inputType: string, text: string): { prevented: boolean } {
  const page = pageOf(field);
  const init =
    inputType === 'insertText'
      ? { ...common, inputType, data: text }
      : { ...common, inputType, dataTransfer: transfer(page, { plain: text }) };
  return dispatch(page.field, new page.classes.InputEvent('beforeinput', page.give(init)));
}

interface Page {
  classes: PageClasses;
  field: Field;
  give: <T extends object>(value: T) => T;
}

function pageOf(field: Field): Page {
  const view = field.ownerDocument.defaultView as (Window & PageClasses & Waived<Window & PageClasses>) | null;
  if (!view) throw new Error('the field has no window');
  const waived = view.wrappedJSObject;
  if (!waived || typeof cloneInto !== 'function') return { classes: view, field, give: (value) => value };
  const clone = cloneInto;
  return {
    classes: waived,
    field: (field as Field & Waived<Field>).wrappedJSObject ?? field,
    give: (value) => clone(value, waived, { wrapReflectors: true }),
  };
}

function transfer(page: Page, payload: Payload): DataTransfer {
  const data = new page.classes.DataTransfer();
  fill(data, payload);
  return data;
}

function fill(data: DataTransfer, payload: Payload): void {
  data.setData('text/plain', payload.plain);
  if (payload.html !== undefined) data.setData('text/html', payload.html);
}

function dispatch(field: Field, event: Event): { prevented: boolean } {
  return { prevented: !field.dispatchEvent(event) };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c] ?? c);

/** Lines within the paragraph they come into. The `meta` is what browsers put before what they copy; without it, this would be taken for plain text. */
export const brokenLines = (text: string): string => `<meta charset="utf-8">${escapeMarkup(text).split('\n').join('<br>')}`;

/** One paragraph a line, for editors that lose blank lines when they split plain text themselves. They drop a plain space at either end. */
export function paragraphs(text: string): string {
  return escapeMarkup(text)
    .replace(/^ | $/g, '&nbsp;')
    .split('\n')
    .map((line) => `<p style="white-space:pre-wrap">${line}</p>`)
    .join('');
}
