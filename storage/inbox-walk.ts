/** Going down an index in the order that is asked for, a bounded way at a time. */
import Dexie, { type Collection } from 'dexie';
import type { InboxFilter } from '../core/inbox-filter.ts';
import { comparePlaces, type InboxPlace, type InboxSort, placeOf } from '../core/inbox-match.ts';
import type { Mention } from '../core/model.ts';
import { bounds } from './bounds.ts';
import { readCounts, statuses } from './counts.ts';
import type { Database } from './db.ts';

/** What is looked for, taken apart once. */
export interface Sought {
  filter: InboxFilter;
  passes: (mention: Mention) => boolean;
  sort: InboxSort;
  before: InboxPlace | undefined;
  limit: number;
}

export interface Walked {
  mentions: Mention[];
  /** How far was looked; absent where all was. */
  reached?: InboxPlace | undefined;
}

const isPast = (before: InboxPlace | undefined, place: InboxPlace): boolean => !before || comparePlaces(before, place) < 0;

/** The next mentions of a collection that is in the order asked for. */
async function walk(rows: Collection<Mention, string>, sought: Sought, most: number): Promise<Walked> {
  const { passes, sort, before, limit } = sought;
  let looked = 0;
  let reached: InboxPlace | undefined;
  const found = await rows
    .until(() => looked >= most)
    .filter((mention) => {
      const place = placeOf(mention, sort);
      if (!isPast(before, place)) return false;
      looked += 1;
      reached = place;
      return passes(mention);
    })
    .limit(limit + 1)
    .toArray();
  if (found.length > limit) return { mentions: found.slice(0, limit), reached: placeOf(found[limit - 1] as Mention, sort) };
  return looked >= most ? { mentions: found, reached } : { mentions: found };
}

/** Below this time, and not above what was shown. */
const topOf = ({ filter: { until }, before }: Pick<Sought, 'filter' | 'before'>): number =>
  Math.min(until ?? Number.MAX_SAFE_INTEGER, before?.seenAt ?? Number.MAX_SAFE_INTEGER);

/** The narrowest index in order of time. */
function byTime(db: Database, sought: Sought): Collection<Mention, string> {
  const { starred, site, status, since = 0 } = sought.filter;
  const parts: [string, string | number | undefined][] = starred
    ? [['starred', 1]]
    : [
        ['site', site],
        ['status', status],
      ];
  const given = parts.filter(([, value]) => value !== undefined);
  const fields = [...given.map(([name]) => name), 'seenAt'].join('+');
  const prefix = given.map(([, value]) => value);
  const top = topOf(sought);
  if (prefix.length === 0) return db.mentions.where('seenAt').between(since, top, true, true).reverse();
  return db.mentions
    .where(`[${fields}]`)
    .between([...prefix, since], [...prefix, top], true, true)
    .reverse();
}

/** The ids of those that an index alone tells, the newest first: no mention is read. */
export function listIdsByTime(db: Database, sought: Sought, most: number): Promise<string[]> {
  const { until } = sought.filter;
  const inside = until === undefined ? sought : { ...sought, filter: { ...sought.filter, until: until - 1 } };
  return Promise.resolve(byTime(db, inside).limit(most).primaryKeys());
}

/** Those of a status that have a value, the highest first. */
function byValue(db: Database, { sort, before }: Sought, status: string): Collection<Mention, string> {
  const top = before?.value === undefined ? [Dexie.maxKey, Dexie.maxKey] : [before.value, before.seenAt];
  return db.mentions
    .where(`[status+${sort}+seenAt]`)
    .between([status, Dexie.minKey, Dexie.minKey], [status, ...top], true, true)
    .reverse();
}

/** Of several ways the best `limit`, as far as all of them were gone. */
function join(walks: readonly Walked[], { sort, limit }: Sought): Walked {
  const ends = walks.flatMap(({ reached }) => (reached ? [reached] : [])).sort(comparePlaces);
  const all = walks.flatMap(({ mentions }) => mentions.map((mention) => ({ mention, place: placeOf(mention, sort) })));
  const known = all.filter(({ place }) => !ends[0] || comparePlaces(place, ends[0]) <= 0).sort((a, b) => comparePlaces(a.place, b.place));
  const page = known.slice(0, limit);
  const reached = known.length > limit ? page.at(-1)?.place : ends[0];
  return { mentions: page.map(({ mention }) => mention), reached };
}

async function walkValues(db: Database, sought: Sought): Promise<Walked> {
  const ways = sought.filter.status ? [sought.filter.status] : statuses;
  const walks = await Promise.all(ways.map((status) => walk(byValue(db, sought, status), sought, Math.ceil(bounds.looked / ways.length))));
  return join(walks, sought);
}

/** Those without a value come last, by time. */
async function walkValueless(db: Database, sought: Sought): Promise<Walked> {
  const { filter, sort } = sought;
  const kind = `${filter.status ? `${filter.status}/` : ''}no-${sort}`;
  const count = (await readCounts(db, [kind]))?.[0];
  if (count === 0) return { mentions: [] };
  const passes = (mention: Mention) => mention[sort === 'reach' ? 'reach' : 'priority'] === undefined && sought.passes(mention);
  const before = sought.before?.value === undefined ? sought.before : undefined;
  return walk(byTime(db, { ...sought, before }), { ...sought, sort: 'time', before, passes }, bounds.looked);
}

const lowest: InboxPlace = { value: -Infinity, seenAt: Number.MAX_SAFE_INTEGER, id: '' };

/** Where the way among those that have a value is over, the next page goes on among those that have none. */
export async function walkInbox(db: Database, sought: Sought): Promise<Walked> {
  const { sort, before, limit } = sought;
  if (sort === 'time') return walk(byTime(db, sought), sought, bounds.looked);
  const first = before && before.value === undefined ? { mentions: [] } : await walkValues(db, sought);
  if (first.reached || first.mentions.length === limit) return { ...first, reached: first.reached ?? lowest };
  const rest = await walkValueless(db, {
    ...sought,
    before: before?.value === undefined ? before : undefined,
    limit: limit - first.mentions.length,
  });
  return { mentions: [...first.mentions, ...rest.mentions], reached: rest.reached };
}
