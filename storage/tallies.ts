/** Mentions counted by keyword, site and day, in the transaction that changes the mentions: counts and rows never disagree. */
import type { Mention, Tally } from '../core/model.ts';
import { changeTally, emptyTally, isCounted, type TalliedPost, talliedDay, talliedOf } from '../core/tally.ts';
import { type AnswerTimes, readAnswerTimes } from './answer-times.ts';
import { type Count, type Database, reading } from './db.ts';

/** A mention before and after; without `before` it is new, without `after` it is gone. */
export interface TallyChange {
  before?: Mention | undefined;
  after?: Mention | undefined;
  /** It is let go because it is old, and stays counted as heard. */
  isLetGo?: boolean | undefined;
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

/** Whether anything that is counted is another. */
function isMove({ before, after, isLetGo }: TallyChange): boolean {
  if (isLetGo) return true;
  const say = (mention: Mention | undefined): string => {
    const keys = [...keysOf(mention).keys()];
    return JSON.stringify(keys.length > 0 && mention ? [keys, talliedOf(mention)] : []);
  };
  return say(before) !== say(after);
}

function collectMoves(changes: readonly TallyChange[], answered: AnswerTimes): Moves[] {
  const moves = new Map<string, Moves>();
  const at = (name: string, key: Key): Moves => {
    const entry = moves.get(name) ?? { key, out: [], in: [] };
    moves.set(name, entry);
    return entry;
  };
  for (const { before, after, isLetGo = false } of changes) {
    for (const [name, key] of keysOf(before)) if (before) at(name, key).out.push(talliedOf(before));
    for (const [name, key] of keysOf(after))
      if (after) at(name, key).in.push({ ...talliedOf(after, answered.get(after.id)), gone: isLetGo });
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

async function applyChanges(db: Database, changes: readonly TallyChange[]): Promise<void> {
  const after = changes.flatMap((change) => (change.after && isCounted(change.after) ? [change.after.id] : []));
  const moves = collectMoves(changes, await readAnswerTimes(db, after));
  const known = await db.tallies.bulkGet(moves.map(({ key }) => key));
  const rows = moves.map((move, i) => changeTally(known[i] ?? emptyTally(...move.key), move));
  await db.tallies.bulkPut(rows.filter(({ count }) => count > 0));
  await db.tallies.bulkDelete(moves.filter((_, i) => rows[i]?.count === 0).map(({ key }) => key));
  await addHeard(db, known, rows);
}

/**
 * Part of each transaction that adds, changes or removes mentions (`tallies`, `counts` and `answers` must be among its tables). Changes that touch
 * nothing that is counted cost nothing.
 */
export async function moveTallies(db: Database, changes: readonly TallyChange[]): Promise<void> {
  const moved = changes.filter(isMove);
  if (moved.length > 0) await applyChanges(db, moved);
}

/** After what is known of the answers to these mentions has changed. */
export async function renewTallies(db: Database, mentionIds: readonly string[]): Promise<void> {
  if (mentionIds.length === 0) return;
  const mentions = (await db.mentions.bulkGet([...new Set(mentionIds)])).filter((mention) => mention !== undefined);
  await applyChanges(
    db,
    mentions.map((mention) => ({ before: mention, after: mention })),
  );
}

export async function sumByKeyword(db: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await db.tallies.each(({ keywordId, count }) => {
    counts[keywordId] = (counts[keywordId] ?? 0) + count;
  });
  return counts;
}

/**
 * Says, in `counts`, that every tally tells as much as its mentions and their answers do, and that what was heard of each keyword is summed up.
 * While older tallies are made to tell more (old-tallies.ts), `after` is the last day that does.
 */
export const marker: Count = { id: 'tallies:told', count: 3 };

/** For whoever writes tallies or answers themselves, in a transaction over `counts` too: all is to be told and summed up anew. */
export const forgetSums = (db: Database): Promise<unknown> => Promise.resolve(db.counts.delete(marker.id));

/** The last day of which tallies tell all there is; undefined where they do of none. */
export async function readToldUntil(db: Database): Promise<number | undefined> {
  const found = 'counts' in db ? await db.counts.get(marker.id) : undefined;
  if (found?.count !== marker.count) return undefined;
  return found.after === undefined ? Number.POSITIVE_INFINITY : Number(found.after);
}

/** Every tally does, and all is summed up. */
export const isTold = async (db: Database): Promise<boolean> => (await readToldUntil(db)) === Number.POSITIVE_INFINITY;

export const toHeard = ([keywordId, count]: [string, number]): Count => ({ id: heardOf(keywordId), count });

const firstHeard = heardOf('');

/** How many mentions each keyword has had, without reading a mention; until they are summed up, without reading more than the tallies. */
export function countByKeyword(): Promise<Record<string, number>> {
  return reading(async (db) => {
    if (!(await isTold(db))) return sumByKeyword(db);
    const rows = await db.counts.where('id').startsWith(firstHeard).toArray();
    return Object.fromEntries(rows.flatMap(({ id, count }) => (count > 0 ? [[id.slice(firstHeard.length), count] as const] : [])));
  });
}

/** Those of the days (UTC) that `from` (in) and `to` (out) lie in or between. */
export const listTallies = ({ from, to }: { from: number; to: number }): Promise<Tally[]> =>
  reading((db) => db.tallies.where('day').between(talliedDay(from), to, true, false).toArray());
