/** Mentions counted by keyword, site and day, in the transaction that changes the mentions: counts and rows never disagree. */
import Dexie from 'dexie';
import type { Mention, Tally } from '../core/model.ts';
import { changeTally, emptyTally, isCounted, isWhole, type TalliedPost, talliedDay, talliedOf, tellMoments } from '../core/tally.ts';
import { type Database, reading, write } from './db.ts';

/** A mention before and after; without `before` it is new, without `after` it is gone. */
export interface TallyChange {
  before?: Mention | undefined;
  after?: Mention | undefined;
}

type Key = [keywordId: string, site: string, day: number];

interface Moves {
  key: Key;
  out: TalliedPost[];
  in: TalliedPost[];
}

const keysOf = (mention: Mention | undefined): Map<string, Key> => {
  if (!mention || !isCounted(mention)) return new Map();
  const day = talliedDay(mention.seenAt);
  return new Map(mention.keywordIds.map((id) => [`${id}\n${mention.site}\n${day}`, [id, mention.site, day]]));
};

const isSame = (a: TalliedPost | undefined, b: TalliedPost | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

function collectMoves(changes: readonly TallyChange[]): Moves[] {
  const moves = new Map<string, Moves>();
  const at = (name: string, key: Key): Moves => {
    const entry = moves.get(name) ?? { key, out: [], in: [] };
    moves.set(name, entry);
    return entry;
  };
  for (const { before, after } of changes) {
    const [old, fresh] = [before && talliedOf(before), after && talliedOf(after)];
    const [from, to] = [keysOf(before), keysOf(after)];
    const stays = isSame(old, fresh);
    for (const [name, key] of from) if (old && !(stays && to.has(name))) at(name, key).out.push(old);
    for (const [name, key] of to) if (fresh && !(stays && from.has(name))) at(name, key).in.push(fresh);
  }
  return [...moves.values()];
}

/** Under which id `counts` has how many mentions a keyword has had. */
const heardOf = (keywordId: string): string => `heard:${keywordId}`;

async function addHeard(db: Database, before: readonly (Tally | undefined)[], after: readonly Tally[]): Promise<void> {
  const sums = new Map<string, number>();
  after.forEach(({ keywordId, count }, i) => {
    sums.set(keywordId, (sums.get(keywordId) ?? 0) + count - (before[i]?.count ?? 0));
  });
  const changed = [...sums].filter(([, by]) => by !== 0);
  const known = await db.counts.bulkGet(changed.map(([id]) => heardOf(id)));
  await db.counts.bulkPut(changed.map(([id, by], i) => ({ id: heardOf(id), count: Math.max(0, (known[i]?.count ?? 0) + by) })));
}

/**
 * Part of each transaction that adds, changes or removes mentions (`tallies` and `counts` must be among its tables). Changes that touch nothing
 * that is counted cost nothing.
 */
export async function moveTallies(db: Database, changes: readonly TallyChange[]): Promise<void> {
  const moves = collectMoves(changes);
  if (moves.length === 0) return;
  const known = await db.tallies.bulkGet(moves.map(({ key }) => key));
  const rows = moves.map((move, i) => changeTally(known[i] ?? emptyTally(...move.key), move));
  await db.tallies.bulkPut(rows.filter(({ count }) => count > 0));
  await db.tallies.bulkDelete(moves.filter((_, i) => rows[i]?.count === 0).map(({ key }) => key));
  await addHeard(db, known, rows);
}

async function sumByKeyword(db: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await db.tallies.each(({ keywordId, count }) => {
    counts[keywordId] = (counts[keywordId] ?? 0) + count;
  });
  return counts;
}

/** Says, in `counts`, that every tally tells as much as its mentions do, and that what was heard of each keyword is summed up. */
const marker = { id: 'tallies:told', count: 2 };

/** For whoever writes tallies themselves, in a transaction over `counts` too: what was heard of each keyword is to be summed up anew. */
export const forgetSums = (db: Database): Promise<unknown> => Promise.resolve(db.counts.delete(marker.id));

const isTold = async (db: Database): Promise<boolean> => (await db.counts.get(marker.id))?.count === marker.count;

const firstHeard = heardOf('');

/** How many mentions each keyword has had, without reading a mention; until they are summed up, without reading more than the tallies. */
export function countByKeyword(): Promise<Record<string, number>> {
  return reading(async (db) => {
    if (!('counts' in db) || !(await isTold(db))) return sumByKeyword(db);
    const rows = await db.counts.where('id').startsWith(firstHeard).toArray();
    return Object.fromEntries(rows.flatMap(({ id, count }) => (count > 0 ? [[id.slice(firstHeard.length), count] as const] : [])));
  });
}

/** Those of the days (UTC) that `from` (in) and `to` (out) lie in or between. */
export const listTallies = ({ from, to }: { from: number; to: number }): Promise<Tally[]> =>
  reading((db) => db.tallies.where('day').between(talliedDay(from), to, true, false).toArray());

/** The first day after `after` that has a tally which tells less than it counts. */
const findUntold = (after: number): Promise<number | undefined> =>
  reading(
    async (db) =>
      (
        await db.tallies
          .where('day')
          .above(after)
          .filter((tally) => !isWhole(tally))
          .first()
      )?.day,
  );

/** What is not told yet of a day is read from its mentions; those that are gone stay counted. */
async function tellDay(db: Database, day: number): Promise<void> {
  const [tallies, mentions] = await Promise.all([
    db.tallies.where('day').equals(day).toArray(),
    db.mentions
      .where('seenAt')
      .between(day, day + 86_400_000, true, false)
      .toArray(),
  ]);
  const told = tallies
    .filter((tally) => !isWhole(tally))
    .map((tally) => {
      const { keywordId, site, count } = tally;
      const found = mentions.filter((one) => isCounted(one) && one.site === site && one.keywordIds.includes(keywordId)).map(talliedOf);
      if (tally.posts) return tellMoments(tally, found);
      const row = changeTally(emptyTally(keywordId, site, day), { out: [], in: found });
      return { ...row, count: Math.max(count, row.count) };
    });
  await db.tallies.bulkPut(told);
}

/**
 * Tallies of before more than the count was kept, made to tell more: a day at a time, each in a transaction of its own, so that it may be
 * broken off anywhere and goes on from there. @returns how many days there were
 */
export async function tellOldTallies(): Promise<number> {
  if (await reading(isTold)) return 0;
  let days = 0;
  for (let day = await findUntold(Dexie.minKey as unknown as number); day !== undefined; day = await findUntold(day)) {
    const current = day;
    await write(['tallies', 'mentions'], (db) => tellDay(db, current));
    days += 1;
  }
  await write(['tallies', 'counts'], async (db) => {
    const sums = Object.entries(await sumByKeyword(db));
    await db.counts.bulkPut([...sums.map(([id, count]) => ({ id: heardOf(id), count })), marker]);
  });
  return days;
}
