import { useMemo, useRef } from 'preact/hooks';
import { createGrouper, type Entry, type Folding } from '../../../core/inbox-groups.ts';
import type { Pages } from '../../../core/inbox-rows.ts';
import type { Mention } from '../../../core/model.ts';

const sameMentions = (a: readonly Mention[], b: readonly Mention[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]);

const sameThread = (a: Entry['thread'], b: Entry['thread']): boolean =>
  a === b || (a !== undefined && b !== undefined && a.key === b.key && a.place === b.place && a.size === b.size);

const isSame = (a: Entry, b: Entry): boolean =>
  a.isCopy === b.isCopy && sameThread(a.thread, b.thread) && sameMentions(a.folded, b.folded) && sameMentions(a.same, b.same);

/** The lines of the list. One that is what it was is the very same object, so that a page that is added draws no other row again. */
export function useEntries(pages: Pages, folding: Folding): Entry[] {
  const known = useRef(new WeakMap<Mention, Entry>());
  const group = useMemo(createGrouper, []);
  return useMemo(
    () =>
      group(pages, folding).map((entry) => {
        const before = known.current.get(entry.mention);
        if (before && (before === entry || isSame(before, entry))) return before;
        known.current.set(entry.mention, entry);
        return entry;
      }),
    [pages, folding, group],
  );
}
