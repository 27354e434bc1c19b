/** What of the mentions a list of people rests on. However many there are, so many are read. */
import Dexie from 'dexie';
import type { Answer, Mention, Person } from '../core/model.ts';
import { groupOf, hasPersonTag } from '../core/people.ts';
import { readCounts } from './counts.ts';
import { type Database, reading } from './db.ts';
import { splitKey } from './person-rows.ts';
import { readLast } from './slices.ts';

/** Of those that are open, new or snoozed, so many of the most pressing are looked at as well, however long ago: who waits longest is not among the newest. */
const mostPressing = 300;
/** And so many mentions of each of so many people with a tag that puts them on a list. */
const mostTagged = { people: 200, mentions: 50 };

/** In order of time, the newest last. One read of a range is many times as fast as a walk through it. */
export async function readNewest(db: Database, most: number): Promise<Mention[]> {
  const [from] = await db.mentions
    .orderBy('seenAt')
    .reverse()
    .offset(most - 1)
    .limit(1)
    .keys();
  return from === undefined
    ? db.mentions.orderBy('seenAt').toArray()
    : db.mentions
        .where('seenAt')
        .aboveOrEqual(from)
        .limit(most * 2)
        .toArray();
}

export async function readPressing(db: Database): Promise<Mention[]> {
  const open = ['new', 'snoozed'].map((status) =>
    readLast(
      db.mentions,
      '[status+priority+seenAt]',
      { low: [status, Dexie.minKey, Dexie.minKey], high: [status, Dexie.maxKey, Dexie.maxKey] },
      mostPressing,
    ),
  );
  return (await Promise.all(open)).flat();
}

export const readLastAnswers = (db: Database, most: number): Promise<Answer[]> =>
  readLast(db.answers, 'insertedAt', { low: Dexie.minKey, high: Dexie.maxKey }, most);

const listTags: readonly string[] = ['champion', 'lead', 'unhappy'];

export async function readTagged(db: Database, rows: readonly Person[]): Promise<Mention[]> {
  const tagged = rows.filter((row) => listTags.some((tag) => hasPersonTag(row, tag))).slice(0, mostTagged.people);
  const keys = tagged.flatMap((row) => groupOf(row).map(splitKey));
  const by = db.mentions.where('[site+author.handle]');
  return (await Promise.all(keys.map((key) => by.equals(key).limit(mostTagged.mentions).toArray()))).flat();
}

/** Each once; an answer to any of them counts. */
export function joinMentions(recent: readonly Mention[], others: readonly Mention[]): Mention[] {
  const known = new Set(recent.map(({ id }) => id));
  return [...recent, ...new Map(others.filter(({ id }) => !known.has(id)).map((mention) => [mention.id, mention])).values()];
}

export const countMentions = async (db: Database): Promise<number> => (await readCounts(db, ['all']))?.[0] ?? db.mentions.count();

/** One name at a time: the browser counts a single key by itself, and walks through several. */
export async function countUnder(db: Database, ids: readonly string[]): Promise<number> {
  const counts = await Promise.all(ids.map((id) => db.mentions.where('[site+author.handle]').equals(splitKey(id)).count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

const mostFound = 20;

/** People by the beginning of their handle, among all mentions there are, on these sites. */
export function findByHandle(start: string, sites: readonly string[]): Promise<string[]> {
  const wanted = start.trim().replace(/^@/, '');
  if (wanted.length < 2) return Promise.resolve([]);
  return reading(async (db) => {
    const found = await Promise.all(
      sites.map((site) =>
        db.mentions
          .where('[site+author.handle]')
          .between([site, wanted], [site, `${wanted}\uffff`], true, true)
          .limit(mostFound * 5)
          .keys(),
      ),
    );
    return [...new Set((found.flat() as unknown as [string, string][]).map(([site, handle]) => `${site}:${handle}`))].slice(0, mostFound);
  });
}
