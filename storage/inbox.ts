/**
 * The inbox as it is looked at: filtered, in an order, page by page. No question reads more than some two thousand mentions: what is few is
 * fetched by the index that names it, what has words or properties by the search index, and the rest by going down the order that is asked for,
 * in steps.
 */
import type { InboxFilter } from '../core/inbox-filter.ts';
import { compileFilter, type InboxPlace, type InboxSort } from '../core/inbox-match.ts';
import type { Mention } from '../core/model.ts';
import { bounds } from './bounds.ts';
import { watchCalmly } from './calm.ts';
import { readCounts } from './counts.ts';
import { type Database, reading, type TableName, type Watched } from './db.ts';
import { findAnswered } from './inbox-answers.ts';
import { pageOf, searchInbox } from './inbox-search.ts';
import { listIdsByTime, type Sought, type Walked, walkInbox } from './inbox-walk.ts';

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

/** Kinds of mentions that are counted (counts.ts), of which the filter lets only such through. */
function listKinds({ keywordId, site, tag, starred, assignee, status }: InboxFilter): string[] {
  const given = (name: string, value: string | undefined): string[] => (value === undefined ? [] : [`${name}:${value}`]);
  const kinds = [
    ...(starred ? ['starred'] : []),
    ...given('tag', tag?.toLowerCase()),
    ...given('assignee', assignee?.toLowerCase()),
    ...given('keyword', keywordId),
    ...given('site', site),
  ];
  const all = kinds.length > 0 ? kinds : ['all'];
  return status ? all.map((kind) => `${status}/${kind}`) : all;
}

/** What else the filter asks, besides what is counted. */
const isCounted = ({ keywordId, site, tag, starred, assignee, status, ...others }: InboxFilter): boolean =>
  Object.values(others).every((value) => value === undefined);

/** The mentions of a kind, where they are known to be few. */
async function listFew(db: Database, kind: string): Promise<string[]> {
  const [name, ...rest] = kind.split(':');
  const value = rest.join(':');
  switch (name) {
    case 'starred':
      return db.mentions.where('starred').equals(1).primaryKeys();
    case 'tag':
      return db.mentions.where('tags').equalsIgnoreCase(value).primaryKeys();
    case 'assignee':
      return db.mentions.where('assignee').equalsIgnoreCase(value).primaryKeys();
    case 'keyword':
      return db.mentions.where('keywordIds').equals(value).primaryKeys();
    default:
      return db.mentions.where('[site+seenAt]').between([value, 0], [value, Number.MAX_SAFE_INTEGER], true, true).primaryKeys();
  }
}

/** The ids of the few there can be, where one property alone says that they are few. */
async function findFew(db: Database, filter: InboxFilter): Promise<string[] | undefined> {
  const kinds = listKinds({ ...filter, status: undefined } as InboxFilter).filter((kind) => kind !== 'all');
  const statusKind = filter.status === undefined ? [] : [`${filter.status}/all`];
  const together = listKinds(filter);
  const counts = await readCounts(db, [...together, ...statusKind, ...kinds]);
  if (!counts) return findPerson(db, filter);
  if (counts.slice(0, together.length).includes(0)) return [];
  const [ofStatus = Infinity] = filter.status === undefined ? [] : counts.slice(together.length);
  const ofKinds = counts.slice(together.length + statusKind.length);
  const least = Math.min(...ofKinds, Infinity);
  if (least <= bounds.few) return listFew(db, kinds[ofKinds.indexOf(least)] ?? '');
  if (ofStatus <= bounds.few && filter.status) return listOfStatus(db, filter.status);
  return findPerson(db, filter);
}

const listOfStatus = (db: Database, status: string): Promise<string[]> =>
  db.mentions.where('[status+seenAt]').between([status, 0], [status, Number.MAX_SAFE_INTEGER], true, true).primaryKeys();

async function findPerson(db: Database, { personId }: InboxFilter): Promise<string[] | undefined> {
  if (personId === undefined) return undefined;
  const cut = personId.indexOf(':');
  const by = db.mentions.where('[site+author.handle]').equals([personId.slice(0, cut), personId.slice(cut + 1)]);
  const ids = await by.limit(bounds.few + 1).primaryKeys();
  return ids.length > bounds.few ? undefined : ids;
}

/** An index of the database has just these, in order of time. */
const isInOrder = ({ filter: { site, status, since, until, starred, ...others }, sort }: Sought): boolean =>
  sort === 'time' && !(starred && (site ?? status)) && Object.values(others).every((value) => value === undefined);

async function answer(db: Database, sought: Sought): Promise<Walked> {
  if (isInOrder(sought)) return walkInbox(db, sought);
  const few = (await findFew(db, sought.filter)) ?? (await findAnswered(db, sought.filter));
  if (few) {
    // A mention may have the same tag in two spellings, and several answers.
    const rows = await db.mentions.bulkGet([...new Set(few)]);
    return pageOf(
      db,
      rows.filter((mention) => mention !== undefined),
      sought,
    );
  }
  return (await searchInbox(db, sought)) ?? (await walkInbox(db, sought));
}

/** Live in `watchQuery`: whatever changes the page has it asked again. */
export function listInbox({ filter, sort, before, limit }: InboxQuestion): Promise<InboxPage> {
  const sought: Sought = { filter, passes: compileFilter(filter), sort, before, limit };
  return reading(async (db) => {
    const { mentions, reached } = await answer(db, sought);
    return reached ? { mentions, next: reached } : { mentions };
  });
}

export interface InboxCount {
  count: number;
  /** False where counting stopped: there are at least this many. */
  exact: boolean;
}

/** Pages that are gone through to count what nothing counts. */
const mostPages = 4;
const pageSize = 500;

/** How many a filter lets through: at once where what it asks is counted, else as far as so many pages tell. */
export async function countInbox(filter: InboxFilter, { most = mostPages, signal }: Counting = {}): Promise<InboxCount> {
  const kinds = listKinds(filter);
  if (isCounted(filter) && kinds.length === 1) {
    const known = await reading((db) => readCounts(db, kinds));
    if (known) return { count: known[0] ?? 0, exact: true };
  }
  let count = 0;
  let before: InboxPlace | undefined;
  for (let page = 0; page < most && !signal?.aborted; page++) {
    const { mentions, next } = await listInbox({ filter, sort: 'time', before, limit: pageSize });
    count += mentions.length;
    if (!next) return { count, exact: true };
    before = next;
  }
  return { count, exact: false };
}

interface Counting {
  /** Pages. */
  most?: number;
  signal?: AbortSignal;
}

/** What nothing counts is gone through: once in so many milliseconds, however fast mentions come. */
const countedEvery = 1_000;
/** What takes long to count is counted for no more than this part of the time. */
const partOfTime = 1 / 10;

/** What lies in a time is counted to its end: whoever comes from a figure looks for that figure. What is known sooner is told sooner. */
export const watchCount = (filter: InboxFilter): Watched<InboxCount> => ({
  subscribe(onValue, onError) {
    const stop = new AbortController();
    let [told, took] = [false, 0];
    const count = async (): Promise<InboxCount> => {
      const start = performance.now();
      const few = await countInbox(filter);
      if (few.exact || filter.since === undefined) return few;
      if (!told) onValue(few);
      const all = await countInbox(filter, { most: Infinity, signal: stop.signal });
      [told, took] = [true, performance.now() - start];
      return all;
    };
    const tables: TableName[] = ['counts', 'unindexed', ...(filter.answer === undefined ? [] : (['answers'] as const))];
    const watching = watchCalmly(tables, count, () => Math.max(countedEvery, took / partOfTime)).subscribe(onValue, onError);
    return {
      unsubscribe() {
        stop.abort();
        watching.unsubscribe();
      },
    };
  },
});

/** The ids of what a filter lets through, newest first, at most `most` of them: for what is done to all of it at once. */
export async function listInboxIds(filter: InboxFilter, most: number): Promise<string[]> {
  const sought: Sought = { filter, passes: compileFilter(filter), sort: 'time', before: undefined, limit: most };
  if (isInOrder(sought)) return reading((db) => listIdsByTime(db, sought, most));
  const ids: string[] = [];
  let before: InboxPlace | undefined;
  do {
    const { mentions, next } = await listInbox({ filter, sort: 'time', before, limit: Math.min(pageSize, most - ids.length) });
    ids.push(...mentions.map(({ id }) => id));
    before = next;
  } while (before && ids.length < most);
  return ids;
}
