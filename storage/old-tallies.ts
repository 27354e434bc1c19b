/**
 * Tallies of before as much was kept of a mention as now, and those that came from a file or a copy, made to tell all that their mentions and the
 * answers to them do. So many days are gone through in one transaction that few are needed, and that none holds up others for long: whoever is
 * stopped goes on after the last of them.
 */
import type { Mention, Tally } from '../core/model.ts';
import { changeTally, emptyTally, isCounted, type TalliedPost, talliedOf, tellRest } from '../core/tally.ts';
import { type AnswerTimes, readAnswerTimes } from './answer-times.ts';
import { bounds } from './bounds.ts';
import { type Database, reading, write } from './db.ts';
import { readSlice } from './slices.ts';
import { isTold, marker, readToldUntil, sumByKeyword, toHeard } from './tallies.ts';

const dayLength = 86_400_000;

/** The first days after `after`, with all of their tallies: those of so many mentions, or one that has more. */
async function readDays(db: Database, after: number): Promise<Map<number, Tally[]>> {
  const { rows } = await readSlice(db.tallies, 'day', { from: after, isOpen: true, to: Number.POSITIVE_INFINITY }, bounds.slice);
  const days = new Map<number, Tally[]>();
  let mentions = 0;
  for (const row of rows) {
    if (mentions >= bounds.told && !days.has(row.day)) break;
    mentions += row.count;
    days.set(row.day, [...(days.get(row.day) ?? []), row]);
  }
  return days;
}

/** What there is of each keyword on a site on a day. */
function sortMentions(mentions: readonly Mention[], answered: AnswerTimes): (tally: Tally) => readonly TalliedPost[] {
  const found = new Map<string, TalliedPost[]>();
  for (const mention of mentions) {
    const told = talliedOf(mention, answered.get(mention.id));
    const day = Math.floor(mention.seenAt / dayLength) * dayLength;
    for (const id of new Set(mention.keywordIds)) {
      const name = `${id}\n${mention.site}\n${day}`;
      const posts = found.get(name) ?? [];
      found.set(name, posts);
      posts.push(told);
    }
  }
  return ({ keywordId, site, day }) => found.get(`${keywordId}\n${site}\n${day}`) ?? [];
}

/** Mentions that are gone stay counted, and nothing is made up about them. */
function tell(tally: Tally, found: readonly TalliedPost[]): Tally {
  if (tally.posts) return tellRest(tally, found);
  const { keywordId, site, day, count } = tally;
  const row = changeTally(emptyTally(keywordId, site, day), { out: [], in: found });
  return { ...row, count: Math.max(count, row.count) };
}

async function tellDays(db: Database, days: ReadonlyMap<number, readonly Tally[]>): Promise<void> {
  const [from, last] = [Math.min(...days.keys()), Math.max(...days.keys())];
  const seen = await db.mentions
    .where('seenAt')
    .between(from, last + dayLength, true, false)
    .toArray();
  const mentions = seen.filter(isCounted);
  const answered = await readAnswerTimes(
    db,
    mentions.map(({ id }) => id),
  );
  const foundOf = sortMentions(mentions, answered);
  await db.tallies.bulkPut([...days.values()].flat().map((tally) => tell(tally, foundOf(tally))));
  await db.counts.put({ ...marker, after: String(last) });
}

async function sumUp(db: Database): Promise<void> {
  await db.counts.bulkPut([...Object.entries(await sumByKeyword(db)).map(toHeard), marker]);
}

/** The next days, or the sums after the last of them. @returns how many days they were */
const tellNext = (): Promise<number> =>
  write(['tallies', 'mentions', 'answers', 'counts'], async (db) => {
    const days = await readDays(db, (await readToldUntil(db)) ?? Number.NEGATIVE_INFINITY);
    await (days.size > 0 ? tellDays(db, days) : sumUp(db));
    return days.size;
  });

/** @returns how many days were gone through */
export async function tellOldTallies(): Promise<number> {
  if (await reading(isTold)) return 0;
  let all = 0;
  for (let days = await tellNext(); days > 0; days = await tellNext()) all += days;
  return all;
}
