/** Which element on a page a reply would go into. */
import { rememberCaret } from './_caret.ts';
import { type Field, isTextField } from './_editor.ts';
import { deepActive, isShadowRoot, outerOf } from './_focus.ts';

const ofText = new Set(['text', '']);
/** Boxes one looks for something in, signs in with, or that an editor keeps out of sight for its own use. */
const notForReplies = [
  '[type="search"]',
  '[role="searchbox"]',
  'search *',
  '[role="search"] *',
  '[aria-label^="search" i]',
  '[name="q"]',
  '[enterkeyhint="search"]',
  '[autocomplete*="name"]',
  '[autocomplete*="password"]',
  '[autocomplete*="email"]',
  '[autocomplete="one-time-code"]',
  '[autocomplete^="cc-"]',
  '.ql-clipboard',
].join(',');

/** Can a reply be written here? Not where it is not allowed, and not where one would look for something or sign in. */
export function isField(element: Element): element is Field {
  if (element.matches('[aria-readonly="true"],[aria-disabled="true"]') || element.matches(notForReplies)) return false;
  if (!isTextField(element)) return isEditingHost(element);
  if (element.readOnly || element.disabled) return false;
  return element.localName === 'textarea' || ofText.has(element.type);
}

function isEditingHost(element: Element): boolean {
  return (element as HTMLElement).isContentEditable === true && element.parentElement?.isContentEditable !== true;
}

/** The field an element is, or stands in. */
function fieldAround(element: Element | undefined): Field | undefined {
  let host = element;
  while (host && !isTextField(host) && host.parentElement?.isContentEditable) host = host.parentElement;
  return host && isField(host) ? host : undefined;
}

/** Held weakly: a page must be able to let go of its editor. */
let last: WeakRef<Field> | undefined;

/** The field that has the focus, or else the last one that had it and is still there. */
export function findField(root: Document): Field | undefined {
  const focused = fieldAround(deepActive(root));
  if (focused) {
    last = new WeakRef(focused);
    return focused;
  }
  const kept = last?.deref();
  return kept?.isConnected && isField(kept) ? kept : undefined;
}

const firstFocus = new WeakMap<Field, number>();

/** Has it had the focus for less than a second, ever? What a page does with a box that is used for the first time, it does then. */
export const isNew = (field: Field): boolean => performance.now() - (firstFocus.get(field) ?? 0) < 1_000;

const composing = new WeakSet<Field>();

/** Is an input method in the middle of a word here? */
export const isComposing = (field: Field): boolean => composing.has(field);

interface Watching {
  signal: AbortSignal;
  /** A field has got the focus. */
  onFocus?: (field: Field) => void;
  /** A key was pressed, by the person, in a field or elsewhere in a document that is known. */
  onKey?: (event: KeyboardEvent) => void;
}

/** Keeps track of the field in use and of its caret, in this document and in the shadow roots and same-origin frames entered from it. */
export function watchFields(root: Document, { signal, onFocus, onKey }: Watching): void {
  const entered = new WeakSet<Node>();
  const note = (): Field | undefined => {
    const field = fieldAround(deepActive(root));
    if (!field) return undefined;
    last = new WeakRef(field);
    if (!firstFocus.has(field)) firstFocus.set(field, performance.now());
    rememberCaret(field);
    return field;
  };
  const enter = (place: Document | ShadowRoot): void => {
    if (entered.has(place)) return;
    entered.add(place);
    place.addEventListener('focusin', onFocusIn, { signal, capture: true });
    place.addEventListener('selectionchange', note, { signal });
    place.addEventListener('blur', onLeave, { signal, capture: true });
    if (!isShadowRoot(place)) place.defaultView?.addEventListener('blur', onWindowBlur, { signal });
    if (onKey && !isShadowRoot(place))
      place.addEventListener('keydown', (event) => onKey(event as KeyboardEvent), { signal, capture: true });
  };
  // `selectionchange` comes a task after the caret has moved, which may be when the field has lost the focus and been drawn anew.
  const onLeave = (event: Event): void => {
    // No `instanceof`: an element of a same-origin frame is made by that frame's own class.
    const node = event.target as Node | null;
    const left = node?.nodeType === 1 ? fieldAround(node as Element) : undefined;
    if (left) rememberCaret(left);
  };
  const onFocusIn = (event: Event): void => {
    // Moves within one shadow root are not told outside of it, so each root that is entered is listened to by itself.
    for (const node of event.composedPath()) if (isShadowRoot(node)) enter(node);
    const frame = event.target as Element | null;
    if (frame?.localName === 'iframe') enterFrame(frame as HTMLIFrameElement, enter);
    const field = note();
    if (field) onFocus?.(field);
  };
  // A press into a frame is told to nobody here but by the window's losing the focus.
  const onWindowBlur = (event: Event): void => {
    const place = (event.currentTarget as Window).document;
    setTimeout(() => {
      const frame = place.activeElement;
      if (signal.aborted || frame?.localName !== 'iframe') return;
      enterFrame(frame as HTMLIFrameElement, enter);
      const field = note();
      if (field) onFocus?.(field);
    }, 0);
  };
  const onComposition = (event: Event): void => {
    const field = fieldAround(event.composedPath()[0] as Element);
    if (field && event.type === 'compositionstart') composing.add(field);
    else if (field) composing.delete(field);
  };
  enter(root);
  for (const type of ['compositionstart', 'compositionend']) root.addEventListener(type, onComposition, { signal, capture: true });
  // A field that had the focus before we were here has none to get any more; and whoever asks has its own affairs to set up first.
  queueMicrotask(() => {
    if (signal.aborted) return;
    for (let element = deepActive(root); element; element = outerOf(element)) enter(element.getRootNode() as Document | ShadowRoot);
    const field = note();
    if (field) onFocus?.(field);
  });
}

function enterFrame(frame: HTMLIFrameElement, enter: (place: Document) => void): void {
  try {
    if (frame.contentDocument) enter(frame.contentDocument);
  } catch {
    // A frame of another origin keeps its fields to itself.
  }
}
