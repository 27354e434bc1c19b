/**
 * Shows our own page, card.html, beside a hit. What it says of a mention and what may be done there belong to our origin: the page can
 * neither read nor press it. It never takes the focus by itself, and nothing of it is left in the page a while after it was closed.
 */
import { browser } from 'wxt/browser';
import { askView } from './frame-view.ts';
import { rectsOf } from './hover.ts';
import { type Box, leastView, placeCard } from './picker-place.ts';
import { createShell, layerOf, viewportSize } from './shell.ts';

export interface CardHost {
  /** Shows the card at these words of a post. False where they are out of sight, or the page will not have it. */
  open: (root: Element, words: AbstractRange | undefined) => boolean;
  close: () => void;
  /** What its content needs; it is seen from then on. */
  fit: (height: number) => void;
  /** Where it stands now, after a scroll; false once what it is about is out of sight. */
  follow: () => boolean;
  /** The point is on the card, on its words or on the way from one to the other. */
  isNear: (x: number, y: number) => boolean;
  takeFocus: () => void;
  hasFocus: () => boolean;
}

const firstHeight = 190;
const lingering = 20_000;
const corridor = 14;

function buildFrame(name: string | undefined): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = browser.runtime.getURL('/card.html') + (name ? `#${name}` : '');
  frame.title = 'Earshot';
  return frame;
}

/** `name` is what a frame's script goes by; absent in a page itself. */
export function createCardHost(name: string | undefined, onClosed: () => void, signal: AbortSignal): CardHost {
  const shell = createShell({ content: () => buildFrame(name), onTaken: close, signal });
  let about: { root: WeakRef<Element>; words: AbstractRange | undefined } | undefined;
  /** What is seen of the frame this is; undefined where it is the page itself, or not known yet. */
  let view: Box | undefined;
  let height = firstHeight;
  let ready = false;
  let before: WeakRef<Element> | undefined;
  let removal: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(removal), { once: true });

  function wordsRect(): DOMRect | undefined {
    const root = about?.root.deref();
    if (!root?.isConnected) return undefined;
    const rect = (about?.words && rectsOf(about.words)[0]) ?? root.getBoundingClientRect();
    return rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth ? rect : undefined;
  }

  /** Says no more than that there is something to ask for, or that it is the frame's turn: the frame may believe it from anyone. */
  function poke(what: 'look' | 'focus') {
    shell.content()?.contentWindow?.postMessage(what, '*');
  }

  function place(): boolean {
    const rect = wordsRect();
    const seen = name ? view : { left: 0, top: 0, ...viewportSize() };
    if (rect && seen) shell.place(placeCard(rect, seen, height), ready);
    return rect !== undefined;
  }

  /** How much of its frame is seen, before it has its place there. */
  function look() {
    view = undefined;
    shell.place({ left: 0, top: 0, ...viewportSize() }, false);
    const host = shell.host();
    if (!host) return;
    askView(
      host,
      (seen) => {
        if (!about) return;
        if (seen.width < leastView.width || seen.height < leastView.height) return close();
        view = seen;
        place();
      },
      signal,
    );
  }

  function close() {
    if (!about) return;
    about = undefined;
    const hadFocus = shell.hasFocus();
    // Firefox leaves the keys in a frame that is not shown any more.
    if (hadFocus) shell.content()?.blur();
    shell.hide();
    const target = before?.deref();
    if (hadFocus && target instanceof HTMLElement && target.isConnected) target.focus({ preventScroll: true });
    before = undefined;
    clearTimeout(removal);
    removal = setTimeout(shell.remove, lingering);
    onClosed();
  }

  return {
    open(root, words) {
      clearTimeout(removal);
      about = { root: new WeakRef(root), words };
      if (!shell.hasFocus()) before = document.activeElement ? new WeakRef(document.activeElement) : undefined;
      ready = false;
      if (!wordsRect() || !shell.show(layerOf(root))) {
        about = undefined;
        return false;
      }
      if (name) look();
      else place();
      // Where the frame is still loading it will ask anyway.
      poke('look');
      return true;
    },
    close,
    fit(wanted) {
      height = wanted;
      ready = true;
      place();
    },
    follow: place,
    isNear(x, y) {
      const words = wordsRect();
      const card = shell.host()?.getBoundingClientRect();
      if (!words || !card) return false;
      const top = Math.min(words.top, card.top) - corridor;
      const bottom = Math.max(words.bottom, card.bottom) + corridor;
      return (
        y >= top && y <= bottom && x >= Math.min(words.left, card.left) - corridor && x <= Math.max(words.right, card.right) + corridor
      );
    },
    takeFocus() {
      shell.content()?.focus();
      // Firefox lets a frame of another process take the focus from within alone.
      poke('focus');
    },
    hasFocus: shell.hasFocus,
  };
}
