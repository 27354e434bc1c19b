/**
 * Which painted hit the pointer rests on, or the keyboard's focus came to. Browsers do not say which highlight is under a point (Chromium
 * does from 140, Firefox not), so the marks of the one post under the pointer are measured, once it has come to rest.
 */
import type { Mark, Painter } from './painter.ts';

export interface Found {
  root: Element;
  mark: Mark;
}

interface Options {
  painter: Painter;
  /** The pointer rests here; undefined where it is on no hit. */
  onRest: (found: Found | undefined, point: { x: number; y: number }) => void;
  /** The keyboard's focus came to a post or link with a hit in it; undefined when it went elsewhere. */
  onFocus: (found: Found | undefined) => void;
  signal: AbortSignal;
}

const rest = 140;
const focusRest = 400;

/** Listens only while `watch(true)`: a page without mentions has no listener of this kind at all. */
export function createHover({ painter, onRest, onFocus, signal }: Options): { watch: (on: boolean) => void } {
  let listening: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let focusTimer: ReturnType<typeof setTimeout> | undefined;
  let at = { x: 0, y: 0 };
  let moved = 0;
  signal.addEventListener('abort', stop, { once: true });

  function stop() {
    listening?.abort();
    listening = undefined;
    clearTimeout(timer);
    clearTimeout(focusTimer);
    timer = undefined;
  }

  function onMove(event: PointerEvent) {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    at = { x: event.clientX, y: event.clientY };
    moved = event.buttons === 0 ? event.timeStamp : Number.POSITIVE_INFINITY;
    timer ??= setTimeout(look, rest);
  }

  function look() {
    timer = undefined;
    if (moved === Number.POSITIVE_INFINITY) return;
    const left = rest - (performance.now() - moved);
    if (left > 8) timer = setTimeout(look, left);
    else onRest(findAt(painter, at.x, at.y), at);
  }

  function onFocusIn(event: FocusEvent) {
    clearTimeout(focusTimer);
    const target = event.composedPath()[0];
    const found = target instanceof Element && target.matches(':focus-visible') && !isTyping(target) ? findIn(painter, target) : undefined;
    focusTimer = setTimeout(() => onFocus(found), found ? focusRest : 0);
  }

  return {
    watch(on) {
      if (!on) return stop();
      if (listening || signal.aborted) return;
      listening = new AbortController();
      const options = { signal: listening.signal, passive: true, capture: true };
      window.addEventListener('pointermove', onMove, options);
      document.addEventListener('focusin', onFocusIn, options);
    },
  };
}

/** A place where keys write something. */
export function isTyping(target: EventTarget | null | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(button|checkbox|radio|range|color|file|image|reset|submit)$/.test(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function findAt(painter: Painter, x: number, y: number): Found | undefined {
  let root = painter.paintedAround(elementAt(x, y));
  while (root) {
    const mark = painter.marksIn(root).find(({ range }) => rectsOf(range).some((rect) => isInside(rect, x, y)));
    if (mark) return { root, mark };
    root = painter.paintedAround(root.parentNode ?? null);
  }
  return undefined;
}

function findIn(painter: Painter, target: Element): Found | undefined {
  const root = painter.paintedAround(target);
  const mark = root && painter.marksIn(root).find(({ range }) => target.contains(range.startContainer));
  return root && mark && { root, mark };
}

/** The innermost element under a point, also within open shadow roots. */
function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

const isInside = ({ left, right, top, bottom }: DOMRect, x: number, y: number) =>
  x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;

/** Where the words stand on the screen. A live range is a burden to the page, so it is let go of at once. */
export function rectsOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): DOMRect[] {
  const ruler = document.createRange();
  try {
    ruler.setStart(startContainer, startOffset);
    ruler.setEnd(endContainer, endOffset);
    return [...ruler.getClientRects()];
  } catch {
    // The page has changed the text since.
    return [];
  } finally {
    ruler.setStart(document, 0);
    ruler.collapse(true);
  }
}
