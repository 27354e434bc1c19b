/**
 * Something of ours over a web page, in a closed shadow root in the top layer: what it looks like is said inside that root, where the page's
 * styles have no word, and it takes no room in the page. A page that keeps taking it away gets its way.
 */
import type { Box } from './picker-place.ts';

const rules = `
:host { all: initial !important; position: fixed !important; display: none !important; margin: 0 !important; padding: 0 !important;
  border: 0 !important; background: transparent !important; overflow: visible !important; color-scheme: light dark !important; }
:host(:popover-open) { display: block !important; }
:host::backdrop { display: none !important; }
.shield { position: absolute; inset: 0; display: none; border-radius: 12px; background: rgb(128 128 128 / .3); cursor: wait; }
iframe { all: initial; display: block; width: 100%; height: 100%; border: 0; border-radius: 12px; color-scheme: light dark; }
`;

const shieldsFor = 500;
const patience = { raises: 5, within: 5_000 };

interface Options<T extends HTMLElement> {
  content: () => T;
  css?: string;
  /** The page took it away. It may be shown again; where the page keeps doing so, that is refused. */
  onTaken: () => void;
  signal: AbortSignal;
}

export interface Shell<T extends HTMLElement> {
  /** Loads what it holds, to be shown there later without a wait. */
  prepare: (parent: Element) => void;
  /** Shows it within this element of the page; false where the page will not have it. */
  show: (parent: Element) => boolean;
  /** Dims it and takes the presses for a moment: the page may have slid it under a pointer that was about to press something else. */
  guard: () => void;
  /** Where on the screen; hidden without a box, or until it has something to show. */
  place: (box: Box | undefined, visible?: boolean) => void;
  hide: () => void;
  remove: () => void;
  content: () => T | undefined;
  host: () => HTMLElement | undefined;
  hasFocus: () => boolean;
}

export function createShell<T extends HTMLElement>({ content, css = '', onTaken, signal }: Options<T>): Shell<T> {
  let shell: { host: HTMLElement; content: T; style: CSSStyleDeclaration; shield: HTMLElement } | undefined;
  let shielded: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  let given = false;
  let raises: number[] = [];
  const removals = new MutationObserver(onRemoved);
  signal.addEventListener('abort', () => remove(), { once: true });

  function build() {
    const host = document.createElement('div');
    host.popover = 'manual';
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = document.createElement('style');
    sheet.textContent = rules + css;
    const inner = content();
    const shield = document.createElement('div');
    shield.className = 'shield';
    root.append(sheet, inner, shield);
    host.addEventListener('toggle', onToggle, { signal });
    return { host, inner, sheet, shield };
  }

  function ensure(parent: Element): typeof shell {
    if (shell?.host.parentNode === parent) return shell;
    remove();
    const { host, inner, sheet, shield } = build();
    parent.append(host);
    const rule = sheet.sheet?.cssRules[0];
    if (!(rule instanceof CSSStyleRule)) return undefined;
    shell = { host, content: inner, style: rule.style, shield };
    removals.observe(parent, { childList: true });
    return shell;
  }

  function remove() {
    removals.disconnect();
    wanted = false;
    const gone = shell?.host;
    shell = undefined;
    gone?.remove();
  }

  function onRemoved() {
    if (!shell || shell.host.isConnected) return;
    shell = undefined;
    raise();
  }

  function onToggle(event: Event) {
    if ((event as ToggleEvent).newState === 'closed' && wanted && shell?.host === event.target) raise();
  }

  function raise() {
    const now = performance.now();
    raises = [...raises.filter((at) => now - at < patience.within), now];
    given = raises.length > patience.raises;
    const told = wanted;
    if (given) remove();
    if (told) onTaken();
  }

  return {
    prepare(parent) {
      if (!given && !signal.aborted && !shell) ensure(parent);
    },
    show(parent) {
      if (given || signal.aborted) return false;
      const at = ensure(parent);
      if (!at) return false;
      wanted = true;
      if (!at.host.matches(':popover-open')) at.host.showPopover();
      return true;
    },
    guard() {
      const at = shell;
      if (!at) return;
      clearTimeout(shielded);
      at.shield.style.display = 'block';
      shielded = setTimeout(() => at.shield.style.removeProperty('display'), shieldsFor);
    },
    place(box, visible = true) {
      shell?.style.setProperty('visibility', box && visible ? 'visible' : 'hidden', 'important');
      if (!box) return;
      for (const side of ['left', 'top', 'width', 'height'] as const)
        shell?.style.setProperty(side, `${Math.round(box[side])}px`, 'important');
    },
    hide() {
      wanted = false;
      if (shell?.host.isConnected && shell.host.matches(':popover-open')) shell.host.hidePopover();
    },
    remove,
    content: () => shell?.content,
    host: () => shell?.host,
    hasFocus: () => shell !== undefined && document.activeElement === shell.host,
  };
}

/** Whatever stands outside an open modal dialog cannot be pressed, so at something in one, ours goes inside it too. */
export const layerOf = (target: Element): Element => target.closest('dialog:modal') ?? document.documentElement;

/** The part of the window that is not a scroll bar. */
export const viewportSize = () => ({ width: document.documentElement.clientWidth || innerWidth, height: innerHeight });
