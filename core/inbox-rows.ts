/**
 * The rows of the inbox that have been read so far, in the pages they came in. What arrives later never moves what is being read: it waits
 * until it is asked for, and then stands above as a page of its own.
 */
import { comparePlaces, type InboxSort, placeOf } from './inbox-match.ts';
import type { Mention } from './model.ts';

export type Pages = readonly (readonly Mention[])[];

const orderBy =
  (sort: InboxSort) =>
  (a: Mention, b: Mention): number =>
    comparePlaces(placeOf(a, sort), placeOf(b, sort));

export const listRows = (pages: Pages): Mention[] => pages.flat();

const idsOfPages = new WeakMap<readonly Mention[], ReadonlySet<string>>();

/** The ids of a page, gathered once: a page is never changed, only replaced. */
function idsOf(page: readonly Mention[]): ReadonlySet<string> {
  const known = idsOfPages.get(page) ?? new Set(page.map(({ id }) => id));
  idsOfPages.set(page, known);
  return known;
}

const isAmong = (pages: Pages, { id }: Mention): boolean => pages.some((page) => idsOf(page).has(id));

/** Those that stood in the pages before and stand in none of them now. */
export function listGone(before: Pages, after: Pages): Mention[] {
  const [was, is] = [new Set(before), new Set(after)];
  // Most stand on a page that took the place of theirs.
  const places = [...after.filter((page) => !was.has(page)), ...after];
  return before.flatMap((page) => (is.has(page) ? [] : page.filter((row) => !isAmong(places, row))));
}

const idsOfAll = new WeakMap<Pages, Set<string>>();

/** The next page below; what is there already stays where it is. */
export function addPage(pages: Pages, page: readonly Mention[]): Pages {
  // Handed on to the pages that come of it: gathering a hundred thousand ids for each hundred rows would hold up who scrolls.
  const ids = idsOfAll.get(pages) ?? new Set(pages.flatMap((rows) => rows.map(({ id }) => id)));
  idsOfAll.delete(pages);
  const fresh = page.filter(({ id }) => !ids.has(id));
  const next = fresh.length > 0 ? [...pages, fresh] : pages;
  for (const { id } of fresh) ids.add(id);
  idsOfAll.set(next, ids);
  return next;
}

/**
 * Those at the head of the inbox that are not shown yet, in order. Where not all has been read, what stands below the last row is none of
 * them: its page brings it.
 */
export function listFresh(pages: Pages, head: readonly Mention[], { sort, complete }: { sort: InboxSort; complete: boolean }): Mention[] {
  const order = orderBy(sort);
  const last = pages.at(-1)?.at(-1);
  return head.filter((row) => !isAmong(pages, row) && (complete || (last !== undefined && order(row, last) < 0)));
}

/** Puts one that belongs between rows already read where its order has it. */
function insert(pages: Pages, row: Mention, order: (a: Mention, b: Mention) => number): Pages {
  const at = pages.findIndex((rows) => rows.some((other) => order(row, other) < 0));
  const page = at < 0 ? pages.length - 1 : at;
  if (page < 0) return [[row]];
  return pages.map((rows, i) => {
    if (i !== page) return rows;
    const place = rows.findIndex((other) => order(row, other) < 0);
    return place < 0 ? [...rows, row] : [...rows.slice(0, place), row, ...rows.slice(place)];
  });
}

interface Taking {
  /** Does a mention, as it is now, still belong here? */
  readonly passes: (mention: Mention) => boolean;
  readonly sort: InboxSort;
  /** All there are have been read: one that comes after the last belongs here too. */
  readonly complete: boolean;
  /** These may come in where they were not; others are only brought up to date or taken out. */
  readonly mayEnter?: boolean;
}

const isTouched = (page: readonly Mention[], updates: ReadonlyMap<string, unknown>): boolean => {
  const ids = idsOf(page);
  return updates.size < ids.size ? [...updates.keys()].some((id) => ids.has(id)) : page.some(({ id }) => updates.has(id));
};

/**
 * Brings rows up to date: `updates` has a mention as it is now, or undefined where it is gone. A row keeps its place whatever its order would
 * be by now, so that a list being read does not jump.
 */
export function takeUpdates(pages: Pages, updates: ReadonlyMap<string, Mention | undefined>, taking: Taking): Pages {
  if (updates.size === 0) return pages;
  const seen = new Set<string>();
  let next: Pages = pages
    .map((rows) => {
      if (!isTouched(rows, updates)) return rows;
      return rows.flatMap((row) => {
        if (!updates.has(row.id)) return [row];
        seen.add(row.id);
        const now = updates.get(row.id);
        return now && taking.passes(now) ? [now] : [];
      });
    })
    .filter((rows) => rows.length > 0);
  if (!taking.mayEnter) return next;
  const order = orderBy(taking.sort);
  const last = next.at(-1)?.at(-1);
  for (const row of updates.values()) {
    if (!row || seen.has(row.id) || !taking.passes(row)) continue;
    if (taking.complete || (last && order(row, last) < 0)) next = insert(next, row, order);
  }
  return next;
}
