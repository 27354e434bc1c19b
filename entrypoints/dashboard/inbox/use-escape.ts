import { useLayoutEffect } from 'preact/hooks';

/** Escape leaves what is selected, where it has nothing nearer to close. */
export function useEscape(active: boolean, leave: () => void): void {
  // Before the page is painted, so that the key is heard the moment what it leaves can be seen.
  useLayoutEffect(() => {
    if (!active) return;
    const stop = new AbortController();
    // While the key goes down, what it closes is still open.
    const isNeeded = () =>
      document.querySelector('dialog[open], [popover]:popover-open, input:focus:not([type=checkbox], [type=radio])') !== null;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isNeeded()) leave();
    };
    document.addEventListener('keydown', onKey, { signal: stop.signal, capture: true });
    return () => stop.abort();
  }, [active, leave]);
}
