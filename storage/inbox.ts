/** The inbox as it is looked at: filtered, in an order, page by page. */
import type { InboxFilter } from '../core/inbox-filter.ts';
import { comparePlaces, compileFilter, type InboxPlace, type InboxSort, placeOf } from '../core/inbox-match.ts';
import type { Mention } from '../core/model.ts';
import { reading } from './db.ts';

export interface InboxQuestion {
  filter: InboxFilter;
  sort: InboxSort;
  /** `next` of the page before this one. */
  before?: InboxPlace | undefined;
  limit: number;
}

export interface InboxPage {
  mentions: Mention[];
  /** Where the next page begins; absent at the end. A page may be short, or empty, and have one: what is rare is looked for in steps. */
  next?: InboxPlace;
}

export async function listInbox({ filter, sort, before, limit }: InboxQuestion): Promise<InboxPage> {
  const passes = compileFilter(filter);
  return reading(async (db) => {
    const rows = (await db.mentions.filter(passes).toArray())
      .map((mention) => ({ mention, place: placeOf(mention, sort) }))
      .filter(({ place }) => !before || comparePlaces(before, place) < 0)
      .sort((a, b) => comparePlaces(a.place, b.place));
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { mentions: page.map(({ mention }) => mention), ...(last && rows.length > limit ? { next: last.place } : {}) };
  });
}

export interface InboxCount {
  count: number;
  /** False where counting stopped: there are at least this many. */
  exact: boolean;
}

export async function countInbox(filter: InboxFilter): Promise<InboxCount> {
  const passes = compileFilter(filter);
  return reading(async (db) => ({ count: await db.mentions.filter(passes).count(), exact: true }));
}

/** The ids of what a filter lets through, newest first, at most `most` of them: for what is done to all of it at once. */
export async function listInboxIds(filter: InboxFilter, most: number): Promise<string[]> {
  const { mentions } = await listInbox({ filter, sort: 'time', limit: most });
  return mentions.map(({ id }) => id);
}
