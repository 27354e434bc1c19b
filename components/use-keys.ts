import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { createKeyReader, type KeyAction, type Keymap } from '../core/keymap.ts';
import { isTyping } from './keys.ts';

export type KeyHandlers = Partial<Record<KeyAction, () => void>>;

/** Listens for the keys of these actions wherever nothing is being typed. */
export function useKeys(keymap: Keymap, handlers: KeyHandlers): void {
  const read = useMemo(() => createKeyReader(keymap), [keymap]);
  const newest = useRef(handlers);
  newest.current = handlers;
  // Before the page is painted, so that a key pressed the moment it can be seen is heard.
  useLayoutEffect(() => {
    const stop = new AbortController();
    function onKey(event: KeyboardEvent) {
      if (isTyping(event)) return;
      const action = read(event.key, event.timeStamp);
      const act = action && action !== 'begun' ? newest.current[action] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', onKey, { signal: stop.signal });
    return () => stop.abort();
  }, [read]);
}
