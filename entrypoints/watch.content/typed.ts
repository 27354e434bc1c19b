/**
 * `;word ` typed in any box of the page. Only keys a person pressed count, so that a page that writes it there itself learns no reply; which
 * words stand for replies is known to the background alone.
 */
import { createTypedWord } from '../../core/typed-word.ts';
import { findField, insertText, isComposing, isTyped } from '../../editors/index.ts';
import { send } from '../../messages/send.ts';
import type { InsertOutcome } from '../../messages/tab-contract.ts';

export interface Typed {
  onKey: (event: KeyboardEvent) => void;
  /** The box a word was typed in lately. */
  field: () => HTMLElement | undefined;
  /** What stands before its caret for a reply, if it still does. */
  trigger: (field: HTMLElement) => string | undefined;
  expand: (word: string, text: string, caret?: number) => Promise<InsertOutcome>;
  forget: () => void;
}

/** The key is told before the field shows it, and some editors draw a frame later. */
const shownWithin = 300;
/** Keys wait no longer than this, whatever becomes of the reply. */
const holdsFor = 400;
/** A background that sleeps is woken by the first letter; that often is enough. */
const wakesEvery = 20_000;

const withKeys = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || (event.altKey && !event.getModifierState('AltGraph'));

export function createTyped(isAllowed: () => boolean): Typed {
  const typed = createTypedWord();
  let target: EventTarget | undefined;
  let last: { field: WeakRef<HTMLElement>; word: string } | undefined;
  let wokenAt = -wakesEvery;

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || !isAllowed()) return;
    const [at] = event.composedPath();
    if (at !== target || event.isComposing || withKeys(event)) typed.forget();
    target = at;
    if (event.isComposing || withKeys(event)) return;
    const word = typed.key(event.key);
    if (word === '') wake();
    else if (word) ask(word);
  }

  function wake(): void {
    if (performance.now() - wokenAt < wakesEvery) return;
    wokenAt = performance.now();
    void send('shortcut/typed', { word: '' }).catch(() => {});
  }

  function ask(word: string): void {
    const field = findField(document);
    if (!field || isComposing(field)) return;
    last = { field: new WeakRef(field), word };
    void send('shortcut/typed', { word }).catch(() => {});
  }

  const current = () => last?.field.deref();
  const triggerOf = (word: string) => `;${word} `;

  async function expand(word: string, text: string, caret?: number): Promise<InsertOutcome> {
    const field = current();
    if (!field || last?.word !== word || !(await isShown(field, triggerOf(word)))) return { outcome: 'failed' };
    last = undefined;
    const held = holdKeys(field.ownerDocument);
    const { outcome, editor } = await insertText(field, text, caret, triggerOf(word));
    const more = held();
    if (more) await insertText(field, more);
    return { outcome: outcome === 'inserted' ? 'inserted' : 'failed', editor };
  }

  return {
    onKey,
    field: current,
    trigger: (field) => (last && current() === field && isTyped(field, triggerOf(last.word)) ? triggerOf(last.word) : undefined),
    expand,
    forget: () => {
      last = undefined;
    },
  };
}

async function isShown(field: HTMLElement, trigger: string): Promise<boolean> {
  const until = performance.now() + shownWithin;
  while (!isTyped(field, trigger)) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return true;
}

/** The word is selected for a moment, and a letter typed in that moment would take its place: it waits, and comes after the reply. */
function holdKeys(root: Document): () => string {
  const stop = new AbortController();
  let held = '';
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing || withKeys(event) || [...event.key].length > 1) return;
    held += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  setTimeout(() => stop.abort(), holdsFor);
  root.defaultView?.addEventListener('keydown', onKey, { capture: true, signal: stop.signal });
  return () => {
    stop.abort();
    return held;
  };
}
