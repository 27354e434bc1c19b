import { useEffect, useRef, useState } from 'preact/hooks';

interface Row {
  readonly id: string;
}

/** As long as it may take until what was saved is read again. What has not come by then was changed once more meanwhile. */
const patience = 5_000;

/**
 * The rows of a list with what was just saved in them, until that is read again: who goes on with a row a moment after, opens its form or
 * switches something of it, goes on from what they saved and not from what was there before.
 *
 * @param kept as they were read last
 * @returns the rows to show, and how they are saved from there
 */
export function useSavedRows<T extends Row>(
  kept: readonly T[],
  save: (row: T) => Promise<boolean>,
): { rows: readonly T[]; onSave: (row: T) => Promise<boolean> } {
  const newest = useRef(kept);
  newest.current = kept;
  const [saved, setSaved] = useState<ReadonlyMap<string, { row: T; before: string }>>(() => new Map());
  const isAwaited = (row: T | undefined) => row !== undefined && saved.get(row.id)?.before === JSON.stringify(row);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read anew, and nothing else, ends the waiting.
  useEffect(() => {
    const left = [...saved].filter(([id]) => isAwaited(kept.find((row) => row.id === id)));
    if (left.length < saved.size) setSaved(new Map(left));
  }, [kept]);
  useEffect(() => {
    if (saved.size === 0) return;
    const timer = setTimeout(() => setSaved(new Map()), patience);
    return () => clearTimeout(timer);
  }, [saved]);

  async function onSave(row: T): Promise<boolean> {
    const find = () => JSON.stringify(newest.current.find(({ id }) => id === row.id));
    const before = find();
    if (!(await save(row))) return false;
    // It may have been read anew already.
    if (before !== undefined && find() === before) setSaved((others) => new Map(others).set(row.id, { row, before }));
    return true;
  }
  return { rows: saved.size === 0 ? kept : kept.map((row) => (isAwaited(row) ? (saved.get(row.id)?.row ?? row) : row)), onSave };
}
