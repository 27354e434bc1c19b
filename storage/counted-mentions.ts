/**
 * Mentions as goals, audits and reports count them, put together from indexes and tallies: their keys say which there are, the tallies what each
 * of them is. None of them is read.
 */
import type { CountedMention, Period } from '../core/measures.ts';
import type { Mention, Tally } from '../core/model.ts';
import { countTold, hashPost, isCounted, isWhole, postAt, readPost, type TalliedPost, talliedOf } from '../core/tally.ts';
import type { Database } from './db.ts';
import { eachSlice } from './slices.ts';
import { listTallies } from './tallies.ts';

const dayLength = 86_400_000;

/** An answer may come this long after the mention was seen, or have stood there this long before it was, and is looked for no further. */
const answeredWithin = 90 * dayLength;

/** When the first reply to each mention was seen to stand in the page. One that was put in and never seen was perhaps never sent. */
async function readAnswers(db: Database, { from, to }: Period): Promise<Map<string, number>> {
  const first = new Map<string, number>();
  await eachSlice(db.answers, 'insertedAt', { from: from - answeredWithin, to: to + answeredWithin }, (answers) => {
    for (const { mentionId, postedAt } of answers)
      if (mentionId !== undefined && postedAt !== undefined) first.set(mentionId, Math.min(postedAt, first.get(mentionId) ?? postedAt));
  });
  return first;
}

/** The tags of every mention that has any. */
async function readTags(db: Database): Promise<Map<string, string[]>> {
  const tags = (await db.mentions.orderBy('tags').uniqueKeys()).map(String);
  const tagged = await Promise.all(tags.map((tag) => db.mentions.where('tags').equals(tag).primaryKeys()));
  const found = new Map<string, string[]>();
  for (const [i, ids] of tagged.entries())
    for (const id of ids) {
      const known = found.get(id) ?? [];
      known.push(tags[i] ?? '');
      found.set(id, known);
    }
  return found;
}

async function readIgnored(db: Database, { from, to }: Period): Promise<Set<string>> {
  const ignored = db.mentions.where('[status+seenAt]').between(['ignored', from], ['ignored', to], true, false);
  return new Set(await ignored.primaryKeys());
}

/** What is known of mentions beside what they are. */
interface Beside {
  readonly answers: ReadonlyMap<string, number>;
  readonly ignored: ReadonlySet<string>;
  readonly tags: ReadonlyMap<string, readonly string[]>;
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

function toCounted(id: string, { site, told, keywordIds }: Known, beside: Beside): CountedMention {
  const { community, intents, sentiment, person, hour, after = 0 } = told;
  const seenAt = hour + after;
  const personId = person === 0 ? undefined : (beside.people.get(person) ?? `${site}#${person}`);
  const answeredAt = beside.answers.get(id);
  const answeredAfter = answeredAt === undefined ? undefined : beside.howLong(seenAt, answeredAt);
  const status = beside.ignored.has(id) ? 'ignored' : undefined;
  const tags = beside.tags.get(id) ?? none;
  return { id, site, community, keywordIds, seenAt, status, tags, intents, sentiment, personId, answeredAt, answeredAfter };
}

const readRow = (mention: Mention, beside: Beside): CountedMention =>
  toCounted(mention.id, { site: mention.site, told: talliedOf(mention), keywordIds: mention.keywordIds }, beside);

type Book = Map<string, Map<number, Known & { keywordIds: string[] }>>;

/** A day's posts by site and hash: one that names several keywords stands in the tally of each. */
function bookOf(tallies: readonly Tally[]): Book {
  const book: Book = new Map();
  for (const tally of tallies) {
    const { site, keywordId } = tally;
    const known = book.get(site) ?? new Map<number, Known & { keywordIds: string[] }>();
    book.set(site, known);
    for (let n = 0; n < countTold(tally); n++) {
      const entry = known.get(postAt(tally, n));
      if (entry) entry.keywordIds.push(keywordId);
      else known.set(postAt(tally, n), { site, told: readPost(tally, n), keywordIds: [keywordId] });
    }
  }
  return book;
}

/** What no tally knows is the person's own, or was paid for. */
const lookUp = (book: Book, id: string): Known | undefined => book.get(id.slice(0, id.indexOf(':')))?.get(hashPost(id));

async function readExactly(db: Database, { from, to }: Period): Promise<Mention[]> {
  const mentions: Mention[] = [];
  await eachSlice(db.mentions, 'seenAt', { from, to }, (rows) => mentions.push(...rows.filter(isCounted)));
  return mentions;
}

interface Day {
  readonly span: Period;
  readonly tallies: readonly Tally[];
  /** In the order in which they were seen. */
  readonly ids: readonly string[];
}

async function countDay(db: Database, { span, tallies, ids }: Day, beside: Beside): Promise<CountedMention[]> {
  // Tallies of before as much was kept, until storage/tallies.ts has made them tell more.
  if (!tallies.every(isWhole)) return (await readExactly(db, span)).map((mention) => readRow(mention, beside));
  const book = bookOf(tallies);
  return ids.flatMap((id) => {
    const known = lookUp(book, id);
    return known ? [toCounted(id, known, beside)] : [];
  });
}

async function readDays(db: Database, { from, to }: Period): Promise<Day[]> {
  const byDay = new Map<number, Tally[]>();
  for (const tally of await listTallies({ from, to })) byDay.set(tally.day, [...(byDay.get(tally.day) ?? []), tally]);
  const days = [...byDay].sort(([a], [b]) => a - b);
  return Promise.all(
    days.map(async ([day, tallies]) => {
      const span = { from: Math.max(from, day), to: Math.min(to, day + dayLength) };
      return { span, tallies, ids: await db.mentions.where('seenAt').between(span.from, span.to, true, false).primaryKeys() };
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
  const [days, answers, ignored, tags] = await db.transaction('r', ['tallies', 'answers', 'mentions'], async () =>
    Promise.all([readDays(db, period), readAnswers(db, period), readIgnored(db, period), readTags(db)]),
  );
  const beside: Beside = { answers, ignored, tags, people, howLong };
  return (await Promise.all(days.map((day) => countDay(db, day, beside)))).flat();
}
