/**
 * The page around this frame may hide it, cover it or slide it under a pointer to have a click it wants (trust: clickjacking). It cannot
 * reach in here, so here is where it is decided whether a click was meant: the whole panel has been seen, unmoved, for half a second.
 */
const steady = 500;
const patience = 4_000;

export interface Guard {
  /** True once the panel may be acted on; false where that does not come to be. A click that was merely quick waits. */
  whenSteady: (event: Event) => Promise<boolean>;
  /** Pressed with a pointer in a browser that cannot tell whether the panel can be seen: a key has to say that it was meant. */
  needsKey: (event: Event) => boolean;
}

/** Firefox takes `trackVisibility` without a word and never reports it: the property is what tells. */
const canSee = 'isVisible' in IntersectionObserverEntry.prototype;

export function createGuard(panel: Element, signal: AbortSignal): Guard {
  let seenSince: number | undefined = canSee ? undefined : -Infinity;
  let offset: string | undefined;
  if (canSee) watchVisibility(panel, signal, (visible) => (seenSince = visible ? (seenSince ?? performance.now()) : undefined));

  // Where the frame stands on the screen is known only from pointer events; a change between two of them is a move.
  let isPointed = false;
  function onPointer(event: MouseEvent) {
    if (event.type !== 'pointermove') isPointed = true;
    const now = `${Math.round(event.screenX - event.clientX)} ${Math.round(event.screenY - event.clientY)}`;
    if (canSee && offset !== undefined && offset !== now && seenSince !== undefined) seenSince = performance.now();
    offset = now;
  }
  for (const type of ['pointermove', 'pointerdown', 'pointerup'] as const)
    document.addEventListener(type, onPointer, { signal, capture: true });

  document.addEventListener('keydown', onPressed, { signal, capture: true });
  function onPressed(event: KeyboardEvent) {
    if (event.isTrusted) isPointed = false;
  }

  const isSteady = () => seenSince !== undefined && performance.now() - seenSince >= steady;
  return {
    // A form says nothing of what sent it, and a button pressed by a key says that nothing was clicked.
    needsKey: (event) => !canSee && isPointed && !(event instanceof KeyboardEvent) && !(event instanceof MouseEvent && event.detail === 0),
    async whenSteady(event) {
      if (!event.isTrusted) return false;
      const until = performance.now() + patience;
      while (!isSteady() && performance.now() < until && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 50));
      return isSteady() && !signal.aborted;
    },
  };
}

/** All of it is in view, or, where it is taller than its frame, as much as the frame can show. */
function isWhole({ boundingClientRect: { width, height }, intersectionRect }: IntersectionObserverEntry): boolean {
  return intersectionRect.width >= 0.99 * width && intersectionRect.height >= 0.99 * Math.min(height, innerHeight);
}

function watchVisibility(panel: Element, signal: AbortSignal, onChange: (visible: boolean) => void): void {
  const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
    threshold: Array.from({ length: 21 }, (_, i) => i / 20),
    trackVisibility: true,
    delay: 100,
  };
  const watcher = new IntersectionObserver((entries) => {
    const last = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined;
    onChange(last?.isVisible === true && isWhole(last));
  }, options);
  watcher.observe(panel);
  signal.addEventListener('abort', () => watcher.disconnect(), { once: true });
}
