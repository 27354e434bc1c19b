/** Going down an index in the order that is asked for, a bounded way at a time. */
import Dexie, { type Collection } from 'dexie';
import { openStatuses } from '../core/became.ts';
import type { InboxFilter } from '../core/inbox-filter.ts';
import { comparePlaces, type InboxPlace, type InboxSort, placeOf } from '../core/inbox-match.ts';
import type { Mention, MentionStatus } from '../core/model.ts';
import { bounds } from './bounds.ts';
import { readCounts, statuses } from './counts.ts';
import type { Database } from './db.ts';
import { keepAnswered } from './inbox-answers.ts';

/** What is looked for, taken apart once. */
export interface Sought {
  filter: InboxFilter;
  /** As far as a mention tells; of its answers see `pick`. */
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

/** Those of the rows that the filter lets through. */
export async function pick(db: Database, { passes, filter: { answer } }: Sought, rows: readonly Mention[]): Promise<Mention[]> {
  const passing = rows.filter(passes);
  return answer === undefined || passing.length === 0 ? passing : keepAnswered(db, answer, passing);
}

/** How many more to look at so that a page is likely full, by what came of those looked at so far. */
export function paceOf({ limit }: Pick<Sought, 'limit'>, { looked, found }: { looked: number; found: number }): number {
  const missing = limit + 1 - found;
  if (looked === 0) return missing;
  return found === 0 ? looked * 2 : Math.ceil((missing * looked) / found);
}

const isPast = (before: InboxPlace | undefined, place: InboxPlace): boolean => !before || comparePlaces(before, place) < 0;

/** An index in the order asked for, from a place (in) on. */
type Way = (from: InboxPlace | undefined) => Collection<Mention, string>;

/** Fewer are not asked for after the first: each request takes as long as several rows. */
const fewest = 20;

/**
 * The next mentions on a way. They are read many at a time, which takes a fourth of the time of reading one by one, and at first no more than
 * fill a page.
 */
async function walk(db: Database, way: Way, sought: Sought, most: number): Promise<Walked> {
  const { sort, before, limit } = sought;
  const found: Mention[] = [];
  let looked = 0;
  let reached = before;
  let same = before ? 1 : 0;
  while (looked < most) {
    const pace = Math.max(looked === 0 ? 1 : fewest, paceOf(sought, { looked, found: found.length }));
    const size = Math.min(pace, most - looked) + same;
    const rows = await way(reached).limit(size).toArray();
    const next = rows.filter((mention) => isPast(reached, placeOf(mention, sort)));
    found.push(...(await pick(db, sought, next)));
    if (found.length > limit) return { mentions: found.slice(0, limit), reached: placeOf(found[limit - 1] as Mention, sort) };
    if (rows.length < size) return { mentions: found };
    looked += next.length;
    reached = next.length > 0 ? placeOf(next.at(-1) as Mention, sort) : reached;
    // The place itself is read once more, and so is what stands at the same time.
    same = next.length > 0 ? 1 : size * 2;
  }
  return { mentions: found, reached };
}

/** The narrowest index in order of time. */
function byTime(db: Database, { filter }: Sought, from?: InboxPlace): Collection<Mention, string> {
  const { starred, site, status, since = 0, until = Number.MAX_SAFE_INTEGER } = filter;
  const parts: [string, string | number | undefined][] = starred
    ? [['starred', 1]]
    : [
        ['site', site],
        ['status', status],
      ];
  const given = parts.filter(([, value]) => value !== undefined);
  const fields = [...given.map(([name]) => name), 'seenAt'].join('+');
  const prefix = given.map(([, value]) => value);
  const top = Math.min(until, from?.seenAt ?? until);
  if (prefix.length === 0) return db.mentions.where('seenAt').between(since, top, true, true).reverse();
  return db.mentions
    .where(`[${fields}]`)
    .between([...prefix, since], [...prefix, top], true, true)
    .reverse();
}

/** How large a part of all mentions lies in the narrowest index in order of time; of a status is not known where it lies in there. */
export async function readShare(db: Database, { starred, site }: InboxFilter): Promise<number> {
  const kind = starred ? 'starred' : site === undefined ? 'all' : `site:${site}`;
  const [part = 1, all = 1] = (await readCounts(db, [kind, 'all'])) ?? [];
  return part / Math.max(1, all);
}

/** The ids of those that an index alone tells, the newest first: no mention is read. */
export function listIdsByTime(db: Database, sought: Sought, most: number): Promise<string[]> {
  const { until } = sought.filter;
  const inside = until === undefined ? sought : { ...sought, filter: { ...sought.filter, until: until - 1 } };
  return Promise.resolve(byTime(db, inside).limit(most).primaryKeys());
}

/** Those of a status that have a value, the highest first. */
function byValue(db: Database, sort: InboxSort, status: string, from?: InboxPlace): Collection<Mention, string> {
  const top = from?.value === undefined ? [Dexie.maxKey, Dexie.maxKey] : [from.value, from.seenAt];
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

/** The statuses of what the filter lets through. */
function statusesOf({ status, answer }: InboxFilter): readonly MentionStatus[] {
  if (status) return [status];
  return answer === 'open' ? openStatuses : statuses;
}

/** Where most is dealt with, what is open is found among its own statuses. */
async function walkTime(db: Database, sought: Sought): Promise<Walked> {
  const { filter } = sought;
  if (filter.answer !== 'open' || filter.status || filter.starred)
    return walk(db, (from) => byTime(db, sought, from), sought, bounds.looked);
  const ways = statusesOf(filter).map((status) => ({ ...sought, filter: { ...filter, status } }));
  return join(await Promise.all(ways.map((way) => walk(db, (from) => byTime(db, way, from), way, bounds.looked))), sought);
}

async function walkValues(db: Database, sought: Sought): Promise<Walked> {
  const ways = statusesOf(sought.filter);
  const most = Math.ceil(bounds.looked / ways.length);
  const walks = await Promise.all(ways.map((status) => walk(db, (from) => byValue(db, sought.sort, status, from), sought, most)));
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
  return walk(db, (from) => byTime(db, sought, from), { ...sought, sort: 'time', before, passes }, bounds.looked);
}

const lowest: InboxPlace = { value: -Infinity, seenAt: Number.MAX_SAFE_INTEGER, id: '' };

/** Where the way among those that have a value is over, the next page goes on among those that have none. */
export async function walkInbox(db: Database, sought: Sought): Promise<Walked> {
  const { sort, before, limit } = sought;
  if (sort === 'time') return walkTime(db, sought);
  const first = before && before.value === undefined ? { mentions: [] } : await walkValues(db, sought);
  if (first.reached || first.mentions.length === limit) return { ...first, reached: first.reached ?? lowest };
  const rest = await walkValueless(db, {
    ...sought,
    before: before?.value === undefined ? before : undefined,
    limit: limit - first.mentions.length,
  });
  return { mentions: [...first.mentions, ...rest.mentions], reached: rest.reached };
}
