import { useMemo, useState } from 'preact/hooks';
import type { Folds } from '../../../components/mention-row.tsx';
import type { Folding } from '../../../core/inbox-groups.ts';

const toggled = (set: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
};

/** Which threads are folded, and which copies unfolded. */
export function useFolds(): { folding: Folding; folds: Folds } {
  const [folding, setFolding] = useState<Folding>({ closed: new Set(), opened: new Set() });
  const folds = useMemo(
    (): Folds => ({
      onThread: (key) => setFolding((before) => ({ ...before, closed: toggled(before.closed, key) })),
      onSame: (id) => setFolding((before) => ({ ...before, opened: toggled(before.opened, id) })),
      isSameOpen: (id) => folding.opened.has(id),
    }),
    [folding],
  );
  return { folding, folds };
}
