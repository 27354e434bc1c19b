import { useCallback, useMemo, useRef, useState } from 'preact/hooks';

/** The one item of a list that holds the keyboard's place. */
export interface ListPlace {
  /** Its index; -1 in an empty list. */
  readonly at: number;
  readonly id: string | undefined;
  /** The place is here now; the focus is wherever it is. */
  readonly hold: (id: string) => void;
  /** The place and the focus go there. */
  readonly move: (index: number) => void;
  /** Another list: the place is its first item, and the focus is wherever it is. */
  readonly begin: () => void;
  /** True once after `move`, for the list that gives the focus. */
  readonly takeMove: () => boolean;
}

/** It goes with its item, and stays where it is when the item leaves. */
export function useListPlace(ids: readonly string[]): ListPlace {
  const [{ held }, setHeld] = useState<{ held?: string }>({});
  const last = useRef(0);
  const moved = useRef(false);
  const newest = useRef(ids);
  newest.current = ids;
  const found = useMemo(() => (held === undefined ? -1 : ids.indexOf(held)), [ids, held]);
  if (found >= 0) last.current = found;
  const at = found >= 0 ? found : Math.min(last.current, ids.length - 1);
  const move = useCallback((index: number) => {
    const id = newest.current[index];
    if (id === undefined) return;
    moved.current = true;
    last.current = index;
    // A new object, so that the list is drawn and gives the focus even where the place is what it was.
    setHeld({ held: id });
  }, []);
  const hold = useCallback((id: string) => setHeld((before) => (before.held === id ? before : { held: id })), []);
  const begin = useCallback(() => {
    last.current = 0;
    setHeld({});
  }, []);
  const takeMove = useCallback(() => {
    const was = moved.current;
    moved.current = false;
    return was;
  }, []);
  return { at, id: ids[at], hold, move, begin, takeMove };
}
