/**
 * Mentions as goals, audits and reports count them, put together from tallies and the index of tags. None of them is read, but of days of which
 * tallies do not tell all there is yet.
 */
import type { CountedMention, Period } from '../core/measures.ts';
import type { Mention, Tally } from '../core/model.ts';
import {
  countTold,
  hashPost,
  isCounted,
  isGoneAt,
  isWhole,
  listAnswered,
  postAt,
  readPost,
  type TalliedPost,
  talliedOf,
} from '../core/tally.ts';
import { type AnswerTimes, readAnswerTimes } from './answer-times.ts';
import type { Database } from './db.ts';
import { eachSlice } from './slices.ts';
import { listTallies, readToldUntil } from './tallies.ts';

const dayLength = 86_400_000;

/** By site and hash, as tallies know posts. */
type Tags = ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>;

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

/** What is known of mentions beside what they are. */
interface Beside {
  readonly tags: Tags;
  /** How people who are kept are called in `MeasureRows.peopleTags`, by the hash of the tallies. */
  readonly people: ReadonlyMap<number, string>;
  readonly howLong: (from: number, to: number) => number;
}

const none: readonly string[] = [];

interface Known {
  readonly site: string;
  readonly told: TalliedPost;
  readonly keywordIds: readonly string[];
}

function toCounted({ site, told, keywordIds }: Known, { tags, people, howLong }: Beside): CountedMention {
  const { community, intents, sentiment, person, post, hour, after = 0, answered } = told;
  const seenAt = hour + after;
  const answeredAt = answered === undefined ? undefined : seenAt + answered;
  return {
    post,
    site,
    community,
    keywordIds,
    seenAt,
    status: told.ignored ? 'ignored' : undefined,
    tags: tags.get(site)?.get(post) ?? none,
    intents,
    sentiment,
    personId: person === 0 ? undefined : (people.get(person) ?? `${site}#${person}`),
    answeredAt,
    answeredAfter: answeredAt === undefined ? undefined : howLong(seenAt, answeredAt),
  };
}

type Draft = Known & { keywordIds: string[] };

/** A day's posts: one that names several keywords stands in the tally of each. */
function listKnown(tallies: readonly Tally[]): Draft[] {
  const sites = new Map<string, Map<number, Draft>>();
  for (const tally of tallies) {
    const { site, keywordId } = tally;
    const known = sites.get(site) ?? new Map<number, Draft>();
    sites.set(site, known);
    const times = listAnswered(tally);
    for (let n = 0; n < countTold(tally); n++) {
      if (isGoneAt(tally, n)) continue;
      const entry = known.get(postAt(tally, n));
      if (entry) entry.keywordIds.push(keywordId);
      else known.set(postAt(tally, n), { site, told: readPost(tally, n, times), keywordIds: [keywordId] });
    }
  }
  return [...sites.values()].flatMap((known) => [...known.values()]);
}

const readRow = (mention: Mention, answered: AnswerTimes): Known => ({
  site: mention.site,
  told: talliedOf(mention, answered.get(mention.id)),
  keywordIds: mention.keywordIds,
});

async function readExactly(db: Database, { from, to }: Period): Promise<Known[]> {
  const mentions: Mention[] = [];
  await eachSlice(db.mentions, 'seenAt', { from, to }, (rows) => mentions.push(...rows.filter(isCounted)));
  const answered = await readAnswerTimes(
    db,
    mentions.map(({ id }) => id),
  );
  return mentions.map((mention) => readRow(mention, answered));
}

const inOrder = (mentions: readonly CountedMention[], { from, to }: Period): CountedMention[] =>
  mentions.filter(({ seenAt }) => seenAt >= from && seenAt < to).sort((a, b) => a.seenAt - b.seenAt);

async function readDays(db: Database, { from, to }: Period): Promise<Known[][]> {
  const until = await readToldUntil(db);
  const byDay = new Map<number, Tally[]>();
  for (const tally of await listTallies({ from, to })) byDay.set(tally.day, [...(byDay.get(tally.day) ?? []), tally]);
  return Promise.all(
    [...byDay].map(([day, tallies]) => {
      const isTold = until !== undefined && day <= until && tallies.every(isWhole);
      return isTold ? listKnown(tallies) : readExactly(db, { from: Math.max(from, day), to: Math.min(to, day + dayLength) });
    }),
  );
}

/** Those first seen in the time, without the person's own and paid ones, in the order in which they were seen. */
export async function readCounted(
  db: Database,
  period: Period,
  { people, howLong }: Pick<Beside, 'people' | 'howLong'>,
): Promise<CountedMention[]> {
  // One transaction: to begin one takes as long as to read from it. Declared async, so that Dexie keeps it open over native promises.
  const tables = ['tallies', 'answers', 'mentions', 'counts'].filter((name) => name in db);
  const [days, tags] = await db.transaction('r', tables, async () => Promise.all([readDays(db, period), readTags(db)]));
  const counted = days.flat().map((known) => toCounted(known, { tags, people, howLong }));
  return inOrder(counted, period);
}
