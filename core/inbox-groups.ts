/** How the rows of the inbox stand together: threads side by side, and posts that say the same folded into the first of them. */
import type { Pages } from './inbox-rows.ts';
import { mentionIdOf } from './mention.ts';
import type { Mention } from './model.ts';

/** One line of the list. */
export interface Entry {
  readonly mention: Mention;
  /** The thread it stands in here, with how many of it are shown together; absent where it stands alone. */
  readonly thread?: { readonly key: string; readonly place: 'first' | 'middle' | 'last'; readonly size: number };
  /** The rest of its thread, folded away behind it. */
  readonly folded: readonly Mention[];
  /** Others that say the same, shown only where that is asked for. */
  readonly same: readonly Mention[];
  /** It stands here because the first that says the same is unfolded. */
  readonly isCopy: boolean;
}

export interface Folding {
  /** Threads that are folded: all are open at first, since each mention of a thread is one to deal with. */
  readonly closed: ReadonlySet<string>;
  /** The ids of the first of those that say the same, where all of them are shown. */
  readonly opened: ReadonlySet<string>;
}

/** What a post's thread is known by; the post it began with belongs to it too. */
export function threadKeyOf({ site, postId, thread, parent }: Mention): string {
  return mentionIdOf(site, thread ?? parent?.postId ?? postId);
}

interface Copies {
  readonly firsts: ReadonlyMap<string, readonly Mention[]>;
  readonly hidden: ReadonlySet<string>;
}

/** One person writing the same again below is as much a copy as another site's post is. */
function findCopies(pages: Pages): Copies {
  const first = new Map<string, string>();
  const firsts = new Map<string, Mention[]>();
  const hidden = new Set<string>();
  for (const row of pages.flat()) {
    if (!row.likeness) continue;
    const found = first.get(row.likeness);
    if (found === undefined) {
      first.set(row.likeness, row.id);
      continue;
    }
    hidden.add(row.id);
    firsts.set(found, [...(firsts.get(found) ?? []), row]);
  }
  return { firsts, hidden };
}

const withCopies = (row: Mention, { firsts }: Copies, { opened }: Folding): Entry[] => {
  const same = firsts.get(row.id) ?? [];
  const shown = opened.has(row.id) ? same : [];
  return [{ mention: row, folded: [], same, isCopy: false }, ...shown.map((mention) => ({ mention, folded: [], same: [], isCopy: true }))];
};

function listThread(key: string, rows: readonly Mention[], copies: Copies, folding: Folding): Entry[] {
  const [first, ...rest] = rows;
  if (!first) return [];
  if (rest.length === 0) return withCopies(first, copies, folding);
  if (folding.closed.has(key)) {
    const [entry, ...others] = withCopies(first, copies, folding);
    return entry ? [{ ...entry, thread: { key, place: 'first', size: rows.length }, folded: rest }, ...others] : [];
  }
  const entries = rows.flatMap((row) => withCopies(row, copies, folding));
  return entries.map((entry, i) => {
    const place = i === 0 ? 'first' : i === entries.length - 1 ? 'last' : 'middle';
    return { ...entry, thread: { key, place, size: rows.length } };
  });
}

/** A thread is gathered within a page: what a later page brings must not push down what is being read. */
export function groupRows(pages: Pages, folding: Folding): Entry[] {
  const copies = findCopies(pages);
  return pages.flatMap((rows) => {
    const threads = new Map<string, Mention[]>();
    for (const row of rows) {
      if (copies.hidden.has(row.id)) continue;
      const key = threadKeyOf(row);
      const known = threads.get(key);
      if (known) known.push(row);
      else threads.set(key, [row]);
    }
    return [...threads].flatMap(([key, members]) => listThread(key, members, copies, folding));
  });
}
