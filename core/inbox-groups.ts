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

/** What was found in the pages gone through so far. */
interface Grouped {
  readonly folding: Folding;
  readonly pages: (readonly Mention[])[];
  /** The first that says something, and on which page it stands. */
  readonly first: Map<string, { id: string; page: number }>;
  readonly firsts: Map<string, Mention[]>;
  readonly hidden: Set<string>;
  readonly entries: Entry[][];
}

/**
 * One person writing the same again below is as much a copy as another site's post is.
 * @returns the pages on which something has more copies now
 */
function noteCopies({ first, firsts, hidden }: Grouped, rows: readonly Mention[], page: number): Set<number> {
  const touched = new Set<number>();
  for (const row of rows) {
    if (!row.likeness) continue;
    const found = first.get(row.likeness);
    if (found === undefined) {
      first.set(row.likeness, { id: row.id, page });
      continue;
    }
    hidden.add(row.id);
    firsts.set(found.id, [...(firsts.get(found.id) ?? []), row]);
    touched.add(found.page);
  }
  return touched;
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

/** As it is read: what it began with, and then as it was written. */
function inReadingOrder(key: string, rows: readonly Mention[]): Mention[] {
  const timeOf = ({ id, postedAt, seenAt }: Mention) => (id === key ? -1 : (postedAt ?? seenAt));
  return [...rows].sort((a, b) => timeOf(a) - timeOf(b));
}

/** A thread is gathered within a page: what a later page brings must not push down what is being read. */
function groupPage(rows: readonly Mention[], copies: Copies, folding: Folding): Entry[] {
  const threads = new Map<string, Mention[]>();
  for (const row of rows) {
    if (copies.hidden.has(row.id)) continue;
    const key = threadKeyOf(row);
    const known = threads.get(key);
    if (known) known.push(row);
    else threads.set(key, [row]);
  }
  return [...threads].flatMap(([key, members]) => listThread(key, inReadingOrder(key, members), copies, folding));
}

const beginGroups = (folding: Folding): Grouped => ({
  folding,
  pages: [],
  first: new Map(),
  firsts: new Map(),
  hidden: new Set(),
  entries: [],
});

const goesOn = (before: Grouped, pages: Pages, folding: Folding): boolean =>
  before.folding === folding && before.pages.length <= pages.length && before.pages.every((page, i) => page === pages[i]);

/** Lists the lines of the pages. Where only some were added below since the last time, only these and what they touch are gone through. */
export function createGrouper(): (pages: Pages, folding: Folding) => Entry[] {
  let grouped: Grouped | undefined;
  return (pages, folding) => {
    if (!grouped || !goesOn(grouped, pages, folding)) grouped = beginGroups(folding);
    const changed = new Set<number>();
    for (let page = grouped.pages.length; page < pages.length; page++) {
      const rows = pages[page] ?? [];
      for (const touched of noteCopies(grouped, rows, page)) changed.add(touched);
      grouped.pages.push(rows);
      changed.add(page);
    }
    for (const page of changed) grouped.entries[page] = groupPage(pages[page] ?? [], grouped, folding);
    return grouped.entries.flat();
  };
}

export const groupRows = (pages: Pages, folding: Folding): Entry[] => createGrouper()(pages, folding);
