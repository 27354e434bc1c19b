/** Runs `work` once, `delay` after the first call; calls in between are answered by that one run. A failure is passed to `onError`. */
export function later(delay: number, work: () => Promise<unknown>, onError: (error: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      work().catch(onError);
    }, delay);
  };
}

/** Runs one piece of work after the other; a failed one does not stop the next. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let line: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = line.then(work);
    line = next.catch(() => undefined);
    return next;
  };
}
