/**
 * Shows our own page, round.html, at the lower edge of the web page while a round is gone: how far it is, and the way on. Like the picker
 * (picker-host.ts) it is a frame of our origin in a closed shadow root in the top layer. A page that takes it away gets its way: the popup
 * and the keys lead on as well.
 */
import { browser } from 'wxt/browser';

const rules = `
:host { all: initial !important; position: fixed !important; display: none !important; inset: auto auto 16px 50% !important;
  width: min(560px, calc(100vw - 24px)) !important; height: 58px !important; translate: -50% 0 !important; margin: 0 !important;
  padding: 0 !important; border: 0 !important; background: transparent !important; overflow: visible !important;
  color-scheme: light dark !important; }
:host(:popover-open) { display: block !important; }
:host::backdrop { display: none !important; }
iframe { all: initial; display: block; width: 100%; height: 100%; border: 0; border-radius: 14px; color-scheme: light dark; }
`;

let shown: HTMLElement | undefined;

export function showStrip(signal: AbortSignal): void {
  if (signal.aborted || shown?.isConnected) return;
  const host = document.createElement('div');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = rules;
  const frame = document.createElement('iframe');
  frame.src = browser.runtime.getURL('/round.html');
  frame.title = 'Earshot';
  root.append(style, frame);
  document.documentElement.append(host);
  host.showPopover();
  shown = host;
  signal.addEventListener('abort', () => host.remove(), { once: true });
}

export function hideStrip(): void {
  shown?.remove();
  shown = undefined;
}
