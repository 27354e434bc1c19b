/**
 * Shows our own page, picker.html, over the web page: as a small button at a reply field, or as an open panel. The replies in it belong to
 * our origin; the page can neither read nor press anything there.
 */
import { browser } from 'wxt/browser';
import { rectOf } from './fields.ts';
import { type Box, placeButton, placePanel } from './picker-place.ts';
import { createShell, layerOf, viewportSize } from './shell.ts';

export interface PickerHost {
  /** It will be opened in a moment. */
  prepare: () => void;
  /** Shows the button at a field. */
  offer: (field: HTMLElement) => void;
  /** At this field; without one, in the corner of the window. */
  open: (field: HTMLElement | undefined, height?: number) => boolean;
  /** Back to the button, or away. */
  close: () => void;
  /** An open panel is gone, with all that was said and chosen in it; what is opened next begins anew. */
  renew: () => void;
  hide: () => void;
  isOpen: () => boolean;
  hasFocus: () => boolean;
}

/** Less than this nobody misses. */
const slack = 4;
const hasMoved = (from: Box, to: Box | undefined): boolean =>
  to !== undefined && (Math.abs(from.left - to.left) > slack || Math.abs(from.top - to.top) > slack);

const isNowhere = (active: Element | null): boolean => active === null || active === document.body || active === document.documentElement;

function buildFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = browser.runtime.getURL('/picker.html');
  frame.title = 'Earshot';
  frame.allow = 'clipboard-write';
  return frame;
}

export function createPickerHost(signal: AbortSignal): PickerHost {
  const shell = createShell({ content: buildFrame, onTaken, signal });
  let field: WeakRef<HTMLElement> | undefined;
  let isLoose = false;
  let mode: 'hidden' | 'button' | 'panel' = 'hidden';
  let panelHeight: number | undefined;
  let frameAsked = 0;
  let placed: Box | undefined;
  let follow: AbortController | undefined;
  const sizes = new ResizeObserver(later);
  signal.addEventListener('abort', () => leave(), { once: true });

  function show(target: HTMLElement | undefined, next: 'button' | 'panel'): boolean {
    if (!shell.show(target ? layerOf(target) : document.documentElement)) return false;
    field = target && new WeakRef(target);
    isLoose = target === undefined;
    mode = next;
    startFollowing(target);
    return place();
  }

  function place(isFollowing = false): boolean {
    frameAsked = 0;
    const target = field?.deref();
    if (!shell.content() || mode === 'hidden') return false;
    if (!isLoose && !target?.isConnected) {
      hide();
      return false;
    }
    const rect = target ? rectOf(target) : new DOMRect(innerWidth, innerHeight, 0, 0);
    const box = mode === 'panel' ? placePanel(rect, viewportSize(), panelHeight) : placeButton(rect, viewportSize());
    if (isFollowing && placed && mode === 'panel' && hasMoved(placed, box)) shell.guard();
    placed = box;
    shell.place(box);
    return true;
  }

  function later() {
    if (!frameAsked && mode !== 'hidden') frameAsked = requestAnimationFrame(() => place(true));
  }

  function startFollowing(target: HTMLElement | undefined) {
    stopFollowing();
    follow = new AbortController();
    const options = { signal: follow.signal, passive: true, capture: true };
    for (const type of ['scroll', 'resize']) window.addEventListener(type, later, options);
    target?.addEventListener('input', later, options);
    if (target) sizes.observe(target);
    if (document.body) sizes.observe(document.body);
  }

  function stopFollowing() {
    follow?.abort();
    sizes.disconnect();
  }

  function leave() {
    mode = 'hidden';
    stopFollowing();
  }

  function onTaken() {
    const target = field?.deref();
    if (mode !== 'hidden' && (isLoose || target?.isConnected) && show(target, mode)) return;
    renew();
  }

  function renew() {
    leave();
    shell.remove();
  }

  function hide() {
    leave();
    shell.hide();
  }

  return {
    prepare: () => shell.prepare(document.documentElement),
    offer(target) {
      if (mode === 'panel' && field?.deref() === target) return;
      show(target, 'button');
    },
    open(target, height) {
      panelHeight = height;
      const shown = show(target, 'panel');
      if (shown) shell.content()?.focus();
      return shown;
    },
    close() {
      const target = field?.deref();
      if (mode !== 'panel') return;
      if (!target) return hide();
      const isHere = shell.hasFocus() || isNowhere(document.activeElement);
      show(target, 'button');
      // Who has gone on to something else by then stays there.
      if (isHere) target.focus({ preventScroll: true });
      // A panel that was just opening may take the focus once more; it is another process.
      setTimeout(() => mode === 'button' && shell.hasFocus() && target.focus({ preventScroll: true }), 200);
    },
    renew: () => mode === 'panel' && renew(),
    hide,
    isOpen: () => mode === 'panel',
    hasFocus: shell.hasFocus,
  };
}
