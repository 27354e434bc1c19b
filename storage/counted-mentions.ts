/**
 * Mentions as goals, audits and reports count them, put together from tallies and the index of tags. None of them is read, but of days of which
 * tallies do not tell all there is yet.
 */
import { type Beside, createListing, inOrder, type Tags, toCounted } from '../core/counted.ts';
import type { CountedMention, Period } from '../core/measures.ts';
import type { Mention, Tally } from '../core/model.ts';
import { hashPost, isCounted, isWhole, talliedOf } from '../core/tally.ts';
import { readAnswerTimes } from './answer-times.ts';
import type { Database } from './db.ts';
import { eachSlice } from './slices.ts';
import { listTallies, readToldUntil } from './tallies.ts';

const dayLength = 86_400_000;

/** The tags of every mention that has any. */
async function readTags(db: Database): Promise<Tags> {
  const tags = (await db.mentions.orderBy('tags').uniqueKeys()).map(String);
  const tagged = await Promise.all(tags.map((tag) => db.mentions.where('tags').equals(tag).primaryKeys()));
  const found = new Map<string, Map<number, string[]>>();
  for (const [i, ids] of tagged.entries())
    for (const id of ids) {
      const site = id.slice(0, id.indexOf(':'));
      const posts = found.get(site) ?? new Map<number, string[]>();
      found.set(site, posts);
      posts.set(hashPost(id), [...(posts.get(hashPost(id)) ?? []), tags[i] ?? '']);
    }
  return found;
}

async function readExactly(db: Database, { from, to }: Period, beside: Beside): Promise<CountedMention[]> {
  const mentions: Mention[] = [];
  await eachSlice(db.mentions, 'seenAt', { from, to }, (rows) => mentions.push(...rows.filter(isCounted)));
  const answered = await readAnswerTimes(
    db,
    mentions.map(({ id }) => id),
  );
  return mentions.map((one) => toCounted(one.site, talliedOf(one, answered.get(one.id)), one.keywordIds, beside));
}

async function readDays(db: Database, { from, to }: Period, beside: Beside): Promise<CountedMention[][]> {
  const [until, found] = await Promise.all([readToldUntil(db), listTallies({ from, to })]);
  const days = new Map<number, Tally[]>();
  for (const tally of found) {
    const ofDay = days.get(tally.day);
    if (ofDay) ofDay.push(tally);
    else days.set(tally.day, [tally]);
  }
  const list = createListing(beside);
  return Promise.all(
    [...days].map(([day, tallies]) => {
      const isTold = until !== undefined && day <= until && tallies.every(isWhole);
      return isTold ? list(tallies) : readExactly(db, { from: Math.max(from, day), to: Math.min(to, day + dayLength) }, beside);
    }),
  );
}

/** Those first seen in the time, without the person's own and paid ones, in the order in which they were seen. */
export async function readCounted(db: Database, period: Period, known: Pick<Beside, 'people' | 'howLong'>): Promise<CountedMention[]> {
  // One transaction: to begin one takes as long as to read from it. Declared async, so that Dexie keeps it open over native promises.
  const tables = ['tallies', 'answers', 'mentions', 'counts'].filter((name) => name in db);
  const days = await db.transaction('r', tables, async () => readDays(db, period, { ...known, tags: await readTags(db) }));
  return inOrder(days.flat(), period);
}
