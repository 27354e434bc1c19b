/** What is seen of a frame: it may be as tall as all its posts, and be scrolled by the page around it, of which it knows nothing. */
import type { Box } from './picker-place.ts';

/**
 * `filling` lies over all of the frame, whose document may be shorter. Asked once: what stands in the frame moves with it. The browser answers
 * in this frame's own coordinates, whatever page is around it.
 */
export function askView(filling: Element, onView: (view: Box) => void, signal: AbortSignal): void {
  const watcher = new IntersectionObserver((entries) => {
    watcher.disconnect();
    const { left, top, width, height } = entries.at(-1)?.intersectionRect ?? new DOMRect();
    if (!signal.aborted) onView({ left, top, width, height });
  });
  watcher.observe(filling);
  signal.addEventListener('abort', () => watcher.disconnect(), { once: true });
}
