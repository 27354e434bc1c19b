import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Notify } from './notices.tsx';
import { word } from './words.ts';

interface Step {
  readonly text: string;
  readonly undo: () => void;
}

/** What was done since the page was opened, and can be taken back one after the other. */
export interface Undoing {
  readonly count: number;
  /** What would be taken back. */
  readonly last: string | undefined;
  readonly undoLast: () => void;
  /** What is being done, and can be taken back once it is: it is waited for, or something before it would be taken back instead. */
  readonly during: <T>(work: Promise<T>) => Promise<T>;
}

/** Whatever is told with a way back can be taken back for as long as the page is open, also when the message has gone. */
export function useUndo(tell: Notify): { notify: Notify; undoing: Undoing } {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const newest = useRef(steps);
  newest.current = steps;
  const take = useCallback((step: Step) => {
    if (!newest.current.includes(step)) return;
    newest.current = newest.current.filter((one) => one !== step);
    setSteps(newest.current);
    step.undo();
  }, []);
  const notify: Notify = useCallback(
    (notice) => {
      if (!notice.undo) return tell(notice);
      const step: Step = { text: notice.text, undo: notice.undo };
      newest.current = [...newest.current, step];
      setSteps(newest.current);
      tell({ ...notice, undo: () => take(step) });
    },
    [tell, take],
  );
  const working = useRef(new Set<Promise<unknown>>());
  const during = useCallback(<T>(work: Promise<T>): Promise<T> => {
    working.current.add(work);
    const end = () => working.current.delete(work);
    work.then(end, end);
    return work;
  }, []);
  const undoLast = useCallback(async () => {
    await Promise.allSettled(working.current);
    const step = newest.current.at(-1);
    if (!step) return tell({ text: word('undoNothing') });
    take(step);
    tell({ text: word('undone', step.text) });
  }, [tell, take]);
  return useMemo(
    () => ({ notify, undoing: { count: steps.length, last: steps.at(-1)?.text, undoLast: () => void undoLast(), during } }),
    [notify, steps, undoLast, during],
  );
}
