/**
 * Calls back within the page's next frame, right after it was laid out: the one moment where asking for boxes makes the browser lay out
 * nothing. In a timer, or before a frame, the page may have changed, and laying out a very long one takes longer than we ever may.
 */
export function whenLaidOut(measure: () => void): void {
  // A size observer always tells the first size it sees.
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    measure();
  });
  observer.observe(document.documentElement);
}
