/**
 * Shows our own page, picker.html, over the web page: as a small button at a reply field, or as an open panel. The replies in it belong to
 * our origin; the page can neither read nor press anything there. It stands in a closed shadow root in the top layer, and what it looks
 * like is said inside that root, where the page's styles have no word.
 */
import { browser } from 'wxt/browser';
import { type Box, placeButton, placePanel } from './picker-place.ts';

const rules = `
:host { all: initial !important; position: fixed !important; display: none !important; margin: 0 !important; padding: 0 !important;
  border: 0 !important; background: transparent !important; overflow: visible !important; color-scheme: light dark !important; }
:host(:popover-open) { display: block !important; }
iframe { all: initial; display: block; width: 100%; height: 100%; border: 0; border-radius: 12px; color-scheme: light dark; }
`;

/** A page that keeps taking the picker away gets its way. */
const patience = { raises: 5, within: 5_000 };

export interface PickerHost {
  /** Shows the button at a field. */
  offer: (field: HTMLElement) => void;
  open: (field: HTMLElement, height?: number) => boolean;
  /** Back to the button, or away. */
  close: () => void;
  hide: () => void;
  isOpen: () => boolean;
  hasFocus: () => boolean;
}

export function createPickerHost(signal: AbortSignal): PickerHost {
  let shell: { host: HTMLElement; frame: HTMLIFrameElement; style: CSSStyleDeclaration } | undefined;
  let field: WeakRef<HTMLElement> | undefined;
  let mode: 'hidden' | 'button' | 'panel' = 'hidden';
  let panelHeight: number | undefined;
  let raises: number[] = [];
  let frameAsked = 0;
  let given = false;
  let follow: AbortController | undefined;

  const removals = new MutationObserver(onRemoved);
  const sizes = new ResizeObserver(later);
  signal.addEventListener('abort', () => remove(), { once: true });

  function build() {
    const host = document.createElement('div');
    host.popover = 'manual';
    const root = host.attachShadow({ mode: 'closed' });
    const style = document.createElement('style');
    style.textContent = rules;
    const frame = document.createElement('iframe');
    frame.src = browser.runtime.getURL('/picker.html');
    frame.title = 'Earshot';
    frame.allow = 'clipboard-write';
    root.append(style, frame);
    host.addEventListener('toggle', onToggle, { signal });
    return { host, frame, root, sheet: style };
  }

  function ensure(target: HTMLElement): typeof shell {
    // Whatever stands outside an open modal dialog cannot be pressed, so there the picker goes inside.
    const parent = target.closest('dialog:modal') ?? document.documentElement;
    if (shell?.host.parentNode === parent) return shell;
    remove();
    const { host, frame, sheet } = build();
    parent.append(host);
    const rule = sheet.sheet?.cssRules[0];
    if (!(rule instanceof CSSStyleRule)) return undefined;
    shell = { host, frame, style: rule.style };
    removals.observe(parent, { childList: true });
    return shell;
  }

  function remove() {
    removals.disconnect();
    stopFollowing();
    mode = 'hidden';
    const gone = shell?.host;
    shell = undefined;
    gone?.remove();
  }

  function show(target: HTMLElement, next: 'button' | 'panel'): boolean {
    if (given || signal.aborted) return false;
    field = new WeakRef(target);
    mode = next;
    const at = ensure(target);
    if (!at) return false;
    mode = next;
    if (!at.host.matches(':popover-open')) at.host.showPopover();
    startFollowing(target);
    return place();
  }

  function place(): boolean {
    frameAsked = 0;
    const target = field?.deref();
    if (!shell || mode === 'hidden') return false;
    if (!target?.isConnected) {
      hide();
      return false;
    }
    const rect = target.getBoundingClientRect();
    const viewport = { width: document.documentElement.clientWidth || innerWidth, height: innerHeight };
    const box = mode === 'panel' ? placePanel(rect, viewport, panelHeight) : placeButton(rect, viewport);
    move(shell.style, box);
    return true;
  }

  function move(style: CSSStyleDeclaration, box: Box | undefined) {
    style.setProperty('visibility', box ? 'visible' : 'hidden', 'important');
    if (!box) return;
    for (const side of ['left', 'top', 'width', 'height'] as const) style.setProperty(side, `${Math.round(box[side])}px`, 'important');
  }

  function later() {
    if (!frameAsked && mode !== 'hidden') frameAsked = requestAnimationFrame(place);
  }

  function startFollowing(target: HTMLElement) {
    stopFollowing();
    follow = new AbortController();
    const options = { signal: follow.signal, passive: true, capture: true };
    for (const type of ['scroll', 'resize']) window.addEventListener(type, later, options);
    target.addEventListener('input', later, options);
    sizes.observe(target);
    if (document.body) sizes.observe(document.body);
  }

  function stopFollowing() {
    follow?.abort();
    sizes.disconnect();
  }

  function onRemoved() {
    if (!shell || shell.host.isConnected) return;
    shell = undefined;
    raise();
  }

  function onToggle(event: Event) {
    if ((event as ToggleEvent).newState === 'closed' && mode !== 'hidden' && shell?.host === event.target) raise();
  }

  /** The page took the picker away. */
  function raise() {
    const now = performance.now();
    raises = [...raises.filter((at) => now - at < patience.within), now];
    const target = field?.deref();
    if (raises.length > patience.raises || !target?.isConnected) {
      given = raises.length > patience.raises;
      remove();
    } else if (mode !== 'hidden') show(target, mode);
  }

  function hide() {
    mode = 'hidden';
    stopFollowing();
    if (shell?.host.isConnected && shell.host.matches(':popover-open')) shell.host.hidePopover();
  }

  const hasFocus = () => shell !== undefined && document.activeElement === shell.host;

  return {
    offer(target) {
      if (mode === 'panel' && field?.deref() === target) return;
      show(target, 'button');
    },
    open(target, height) {
      panelHeight = height;
      const shown = show(target, 'panel');
      if (shown) shell?.frame.focus();
      return shown;
    },
    close() {
      const target = field?.deref();
      if (mode !== 'panel' || !target) return;
      show(target, 'button');
      target.focus({ preventScroll: true });
      // A panel that was just opening may take the focus once more; it is another process.
      setTimeout(() => mode === 'button' && hasFocus() && target.focus({ preventScroll: true }), 200);
    },
    hide,
    isOpen: () => mode === 'panel',
    hasFocus,
  };
}
