import Dexie, { type Collection } from 'dexie';
import { mentionIdOf } from '../core/mention.ts';
import type { Capture, Mention, MentionStatus, Notice, RecentPost, Scanned } from '../core/model.ts';
import { arrivalTables, onArrival, readArrivalContext } from './arrival.ts';
import { readCounts, statuses } from './counts.ts';
import { type Database, reading, write } from './db.ts';
import { countScanned } from './exposures.ts';
import { mentionTables, putMentions } from './mention-writes.ts';
import { mergeMention, toMention } from './merge.ts';
import { keepAway } from './mutes.ts';
import { putRecent } from './recent-posts.ts';

export interface Batch {
  captures: readonly Capture[];
  scanned: readonly Scanned[];
  recent?: readonly RecentPost[] | undefined;
}

export interface SavedBatch {
  /** The ids of all captures of the batch: they are safe on disk, or kept away by a mute. */
  saved: string[];
  /** How many of them had not been there before. */
  added: number;
}

/** A post may stand twice in one batch (an edit while it waited): later news is merged into earlier. */
function joinCaptures(captures: readonly Capture[], now: number): Map<string, Mention> {
  const fresh = new Map<string, Mention>();
  for (const capture of captures) {
    const mention = toMention(capture, now);
    const earlier = fresh.get(mention.id);
    fresh.set(mention.id, earlier ? mergeMention(earlier, mention) : mention);
  }
  return fresh;
}

/** Other words, or other keywords, may mean something else. */
const saysMore = (row: Mention, old: Mention | undefined): boolean =>
  !old || old.text !== row.text || old.keywordIds.length !== row.keywordIds.length || old.rating !== row.rating;

/** Answers how many of them had not been there before. */
async function keepFresh(db: Database, fresh: Map<string, Mention>, now: number): Promise<number> {
  const known = await db.mentions.bulkGet([...fresh.keys()]);
  const context = await readArrivalContext(db, [...fresh.values()], now);
  const rows: Mention[] = [];
  const olds: (Mention | undefined)[] = [];
  const notices: Notice[] = [];
  [...fresh.values()].forEach((mention, i) => {
    const old = known[i];
    const merged = old ? mergeMention(old, mention) : mention;
    const arrived = saysMore(merged, old) ? onArrival(merged, old, context) : undefined;
    const row = arrived?.mention ?? merged;
    notices.push(...(arrived?.notices ?? []));
    if (old && JSON.stringify(old) === JSON.stringify(row)) return;
    rows.push(row);
    olds.push(old);
  });
  await putMentions(db, rows, olds);
  if (notices.length > 0) await db.notices.bulkPut(notices);
  return known.filter((old) => !old).length;
}

/**
 * Keeps what a page read, in one strict transaction. Safe to repeat: a mention is its site and post id, so a batch that is sent again, from
 * any tab, adds nothing. Resolved means on disk.
 */
export async function saveBatch(batch: Batch, now: number): Promise<SavedBatch> {
  const recent = batch.recent ?? [];
  const tables = [...mentionTables, 'exposures', 'coverage', 'scannedPosts', 'mutes', 'keptAway', ...arrivalTables] as const;
  const added = await write(recent.length > 0 ? [...tables, 'recentPosts'] : tables, async (db) => {
    const fresh = joinCaptures(await keepAway(db, batch.captures, now), now);
    const added = fresh.size > 0 ? await keepFresh(db, fresh, now) : 0;
    await countScanned(db, batch.scanned, now);
    if (recent.length > 0) await putRecent(db, recent, now);
    return added;
  });
  return { saved: [...new Set(batch.captures.map(({ site, postId }) => mentionIdOf(site, postId)))], added };
}

export interface MentionFilter {
  keywordId?: string;
  site?: string;
  status?: MentionStatus;
  /** The last mention of the page before this one. */
  before?: { seenAt: number; id: string };
  limit: number;
}

/** Up to this many mentions of one keyword are sorted in memory; a keyword with more is dense enough to be met by walking down the time. */
const fewEnoughToSort = 2_000;

const isBefore = (mention: Mention, before: MentionFilter['before']): boolean =>
  !before || mention.seenAt < before.seenAt || (mention.seenAt === before.seenAt && mention.id < before.id);

const passes = (filter: MentionFilter) => (mention: Mention) =>
  isBefore(mention, filter.before) &&
  (!filter.keywordId || mention.keywordIds.includes(filter.keywordId)) &&
  (!filter.site || mention.site === filter.site) &&
  (!filter.status || mention.status === filter.status);

const newestFirst = (a: Mention, b: Mention): number => b.seenAt - a.seenAt || (a.id < b.id ? 1 : -1);

/** The narrowest index that is in order of time. */
function walkDown(db: Database, { site, status, before }: MentionFilter): Collection<Mention, string> {
  const prefix = [site, status].filter((part) => part !== undefined);
  const fields = [...(site ? ['site'] : []), ...(status ? ['status'] : []), 'seenAt'];
  const top = before?.seenAt ?? Dexie.maxKey;
  if (prefix.length === 0)
    return db.mentions
      .where('seenAt')
      .belowOrEqual(before?.seenAt ?? Number.MAX_SAFE_INTEGER)
      .reverse();
  return db.mentions
    .where(`[${fields.join('+')}]`)
    .between([...prefix, Dexie.minKey], [...prefix, top], true, true)
    .reverse();
}

async function listRare(db: Database, keywordId: string): Promise<Mention[] | undefined> {
  const ids = await db.mentions
    .where('keywordIds')
    .equals(keywordId)
    .limit(fewEnoughToSort + 1)
    .primaryKeys();
  if (ids.length > fewEnoughToSort) return undefined;
  return (await db.mentions.bulkGet(ids)).filter((mention) => mention !== undefined);
}

/** Newest first. The next page is asked with the last mention as `before`. */
export function listMentions(filter: MentionFilter): Promise<Mention[]> {
  return reading(async (db) => {
    const rare = filter.keywordId ? await listRare(db, filter.keywordId) : undefined;
    if (rare) return rare.filter(passes(filter)).sort(newestFirst).slice(0, filter.limit);
    return walkDown(db, filter).filter(passes(filter)).limit(filter.limit).toArray();
  });
}

/** Those of `ids` that are kept. */
export const getMentions = (ids: readonly string[]): Promise<Mention[]> =>
  reading(async (db) => (await db.mentions.bulkGet([...ids])).filter((mention) => mention !== undefined));

export const getMention = (id: string): Promise<Mention | undefined> => reading((db) => db.mentions.get(id));

/** Newest first: the mentions of the person `site:handle`. */
export function listMentionsBy(site: string, handle: string, limit: number): Promise<Mention[]> {
  return reading(async (db) => {
    const rows = await db.mentions.where('[site+author.handle]').equals([site, handle]).toArray();
    return rows.sort(newestFirst).slice(0, limit);
  });
}

/** By hand: what a page showed before that says nothing about it any more. */
export const setStatus = (ids: readonly string[], status: MentionStatus, now = Date.now()): Promise<number> =>
  write(mentionTables, async (db) => {
    const found = (await db.mentions.bulkGet([...new Set(ids)])).filter((mention) => mention !== undefined);
    const rows = found.map(({ moved, wokeAt, ...mention }): Mention => {
      const { snoozedUntil, ...rest } = { ...mention, status, statusAt: now };
      return status === 'snoozed' && snoozedUntil !== undefined ? { ...rest, snoozedUntil } : rest;
    });
    await putMentions(db, rows, found);
    return rows.length;
  });

const byStatus = (numbers: readonly number[]) =>
  Object.fromEntries(statuses.map((status, i) => [status, numbers[i] ?? 0])) as Record<MentionStatus, number>;

/** How many mentions stand in each status. Until all are counted (counts.ts), the index is asked. */
export function countByStatus(): Promise<Record<MentionStatus, number>> {
  return reading(async (db) => {
    const known = await readCounts(
      db,
      statuses.map((status) => `${status}/all`),
    );
    if (known) return byStatus(known);
    const count = (status: MentionStatus) =>
      db.mentions.where('[status+seenAt]').between([status, Dexie.minKey], [status, Dexie.maxKey], true, true).count();
    return byStatus(await Promise.all(statuses.map(count)));
  });
}

export const countMentions = (): Promise<number> =>
  reading(async (db) => (await readCounts(db, ['all']))?.[0] ?? (await db.mentions.count()));
