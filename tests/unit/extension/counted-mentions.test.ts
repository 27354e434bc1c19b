/** What goals and reports count is put together from indexes and tallies; here it is counted once more from the rows themselves. */
import { IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { countAudit } from '../../../core/audit.ts';
import { calendarOf } from '../../../core/calendar.ts';
import { type CountedMention, type MeasureRows, take } from '../../../core/measures.ts';
import type { Answer, Measure, Mention, Tally } from '../../../core/model.ts';
import { cutQuotable, listQuotable, type Quotable } from '../../../core/report-quotes.ts';
import { hashPost } from '../../../core/tally.ts';
import { putAnswers, removeAnswers } from '../../../storage/answer-writes.ts';
import { openDatabase, write } from '../../../storage/db.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { readMeasureRows } from '../../../storage/measuring.ts';
import { mentionTables, putMentions, removeMentions } from '../../../storage/mention-writes.ts';
import { tellOldTallies } from '../../../storage/old-tallies.ts';
import { readQuotable } from '../../../storage/quotable.ts';
import { makeKeyword, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

test('the hour in which the time ends is read whole: where zones are a part of an hour off it belongs to the last day', async () => {
  await saveKeywords([makeKeyword('ours', { createdAt: 1 })]);
  const end = Math.floor(now / hour) * hour - 45 * 60_000;
  const seen = { before: end - 1, within: end + 1, after: end + hour };
  const mentions = Object.entries(seen).map(
    ([postId, seenAt]): Mention => ({
      ...{ id: `x:${postId}`, site: 'x', postId, kind: 'post', author: {}, text: 'Words.', keywordIds: ['ours'], hits: [], status: 'new' },
      seenAt,
    }),
  );
  await write(mentionTables, (db) => putMentions(db, mentions));
  const time = { from: end - day, to: end };
  expect(take({ kind: 'mentions' }, await readMeasureRows(time, 'Asia/Kathmandu'), time).value).toBe(2);
});

const hour = 3_600_000;
const day = 24 * hour;
const keywords = [
  { id: 'ours', kind: 'brand' as const },
  { id: 'theirs', kind: 'competitor' as const },
  { id: 'topic', kind: 'topic' as const },
];

const someMention = fc.record({
  postId: fc.integer({ min: 0, max: 80 }),
  site: fc.constantFrom('x', 'reddit'),
  keywordIds: fc.uniqueArray(fc.constantFrom(...keywords.map(({ id }) => id)), { minLength: 1, maxLength: 3 }),
  back: fc.oneof(fc.integer({ min: 0, max: 9 * day }), fc.integer({ min: 50 * hour, max: 52 * hour })),
  community: fc.constantFrom(undefined, 'r/devops', 'r/DevOps', 'r/sysadmin'),
  handle: fc.constantFrom(undefined, 'ada', 'bo', 'cy'),
  own: fc.constantFrom(undefined, undefined, undefined, true),
  promoted: fc.constantFrom(undefined, undefined, undefined, true),
  value: fc.constantFrom('positive' as const, 'negative' as const, 'unknown' as const, undefined),
  intents: fc.uniqueArray(fc.constantFrom('question' as const, 'complaint' as const, 'buying' as const)),
  status: fc.constantFrom('new' as const, 'done' as const, 'ignored' as const, 'waiting' as const, 'snoozed' as const),
  tags: fc.constantFrom([], [], ['lead'], ['Lead', 'refund'], ['champion']),
  answers: fc.array(fc.record({ after: fc.integer({ min: -4 * day, max: 2 * day }), seen: fc.boolean() }), { maxLength: 2 }),
  gone: fc.constantFrom(false, false, false, true),
});
type Some = typeof someMention extends fc.Arbitrary<infer T> ? T : never;

const toMention = ({ postId, site, keywordIds, back, community, handle, own, promoted, value, intents, status, tags }: Some): Mention =>
  JSON.parse(
    JSON.stringify({
      id: `${site}:${postId}`,
      site,
      postId: String(postId),
      kind: 'post',
      author: handle ? { handle } : {},
      text: 'Words.',
      seenAt: now - back,
      keywordIds,
      hits: [],
      status,
      community,
      own,
      promoted,
      intents,
      tags,
      ...(value ? { sentiment: { value, words: [] } } : {}),
    }),
  ) as Mention;

const answersOf = ({ site, postId, back, answers }: Some): Answer[] =>
  answers.map(({ after, seen }, i) => {
    const [mentionId, insertedAt] = [`${site}:${postId}`, now - back + after];
    return { id: `${mentionId} ${i}`, mentionId, insertedAt, ...(seen ? { postedAt: insertedAt } : {}) };
  });

async function keep(made: readonly Some[]): Promise<void> {
  await saveKeywords(keywords.map(({ id, kind }) => makeKeyword(id, { kind, createdAt: 1 })));
  const rows = [...new Map(made.map((one) => [`${one.site}:${one.postId}`, one])).values()];
  await write([...mentionTables, 'people', 'exposures'], async (db) => {
    // Some are answered before they are kept, and some are kept as others are before the person judges them.
    await putAnswers(db, rows.filter(({ postId }) => postId % 2 === 0).flatMap(answersOf));
    await putMentions(
      db,
      rows.map((one) => toMention(one.postId % 3 === 0 ? { ...one, status: 'new', tags: [], keywordIds: ['topic'] } : one)),
    );
    await putMentions(db, rows.map(toMention));
    await putAnswers(db, rows.flatMap(answersOf));
    await removeAnswers(
      db,
      rows
        .filter(({ postId }) => postId % 5 === 0)
        .flatMap(answersOf)
        .map(({ id }) => id),
    );
    await db.people.bulkPut([
      { id: 'x:ada', name: 'Ada', tags: ['lead'], note: '' },
      { id: 'reddit:cy', name: 'Cy', tags: ['Champion'], note: '' },
    ]);
    for (let n = 0; n < 9 * 24; n += 7) {
      const at = Math.floor(now / hour) * hour - n * hour;
      await db.exposures.put({ id: `x:${at}`, site: 'x', hour: at, posts: 40 });
    }
    // What is too old is forgotten, and its being counted stays.
    const gone = rows.filter((one) => one.gone).map(({ site, postId }) => `${site}:${postId}`);
    await removeMentions(db, gone, 'stay');
  });
}

/** The rows themselves, as they are kept. An hour belongs to the time it begins in. */
async function countRows(zone: string, { from, to }: { from: number; to: number }): Promise<MeasureRows> {
  const db = await openDatabase();
  const answers = await db.answers.toArray();
  const mentions = (await db.mentions.orderBy('seenAt').toArray())
    .filter(({ own, promoted, seenAt }) => !own && !promoted && seenAt >= from && Math.floor(seenAt / hour) * hour < to)
    .map((one): CountedMention => {
      const times = answers.flatMap(({ mentionId, postedAt }) => (mentionId === one.id && postedAt !== undefined ? [postedAt] : []));
      const answeredAt = times.length > 0 ? Math.min(...times) : undefined;
      const { id, site, community, keywordIds, seenAt, status, tags = [], intents = [], author } = one;
      return {
        ...{ post: hashPost(id), site, community, keywordIds, seenAt, status, tags, intents, answeredAt },
        sentiment: one.sentiment?.value,
        personId: author.handle ? `${site}:${author.handle}` : undefined,
        answeredAfter: answeredAt === undefined ? undefined : Math.max(0, answeredAt - seenAt),
      };
    });
  const open = (await db.mentions.toArray()).filter(({ status }) => status === 'new' || status === 'snoozed').length;
  return {
    mentions,
    exposures: await db.exposures.toArray(),
    kinds: new Map(keywords.map(({ id, kind }) => [id, kind])),
    peopleTags: new Map((await db.people.toArray()).map(({ id, tags }) => [id, tags])),
    open,
    dayOf: calendarOf(zone).dayOf,
    answering: { target: day, howLong: (start, end) => Math.max(0, end - start) },
  };
}

const measures: readonly Measure[] = [
  { kind: 'read' },
  { kind: 'rate' },
  { kind: 'rate', keywordIds: ['ours'] },
  { kind: 'share-of-voice' },
  { kind: 'answered' },
  { kind: 'answered', tags: ['refund'] },
  { kind: 'response-time' },
  { kind: 'negative' },
  { kind: 'people', tags: ['lead'] },
  { kind: 'people', tags: ['champion'] },
  { kind: 'mentions', tags: ['lead'] },
  { kind: 'mentions', intents: ['buying', 'question'] },
  { kind: 'open' },
];

/** By its name alone, in all that is kept. */
async function listIds(quotable: readonly Quotable[]): Promise<string[]> {
  const ids = await (await openDatabase()).mentions.toCollection().primaryKeys();
  return cutQuotable(quotable.map((one) => ({ ...one, id: ids.find((id) => hashPost(id) === one.post) ?? '' })));
}

/** Tallies as they were before more than counts and hours was told of anything in them. */
async function forgetMore(without: readonly (keyof Tally)[]): Promise<void> {
  const db = await openDatabase();
  await db.tallies.toCollection().modify((row) => {
    for (const name of without) delete row[name];
    // What is ignored and gone is told above the lower 24 bits.
    row.posts = row.posts?.map((number, i) => (i % 3 === 0 ? number & 0xffffff : number));
  });
  await db.counts.delete('tallies:told');
}

/** Kept by this version from the first, kept by an older one and told since, or not told yet. */
const histories = ['new', 'told', 'untold'] as const;

async function keepAs(history: (typeof histories)[number], made: readonly Some[]): Promise<void> {
  if (history === 'new') await tellOldTallies();
  await keep(made);
  if (history === 'new') return;
  await forgetMore(['moments', 'answered']);
  if (history === 'told') await tellOldTallies();
}

type History = (typeof histories)[number];

async function expectSame(history: History, made: readonly Some[], zone: string, marks: readonly number[]): Promise<void> {
  startAnew();
  await keepAs(history, made);
  const times = marks.map((back) => now - back).sort((a, b) => a - b);
  const whole = { from: times[0] ?? 0, to: times.at(-1) ?? 0 };
  const [found, expected] = [await readMeasureRows(whole, zone), await countRows(zone, whole)];
  for (const [i, from] of times.entries())
    for (const to of times.slice(i)) {
      const period = { from, to };
      for (const measure of measures) expect(take(measure, found, period)).toEqual(take(measure, expected, period));
      expect(countAudit(found, period)).toEqual(countAudit(expected, period));
      const quotable = await readQuotable(listQuotable(found, period));
      expect(quotable.map(({ id }) => id)).toEqual(await listIds(listQuotable(expected, period)));
    }
}

const someMarks = fc.array(fc.integer({ min: 0, max: 9 * day }), { minLength: 2, maxLength: 5 });
const zones = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata'];

test('goals, audits and reports count what the rows say, at whatever moments they are cut', async () => {
  const some = [fc.constantFrom(...histories), fc.array(someMention, { maxLength: 60 }), fc.constantFrom(...zones), someMarks] as const;
  await fc.assert(fc.asyncProperty(...some, expectSame), { numRuns: 90 });
});

test.each([['posts', 'moments'], ['moments']] as const)(
  'a day of which less is known yet (no %s) is read from its rows',
  async (...without) => {
    const made = fc.sample(someMention, { numRuns: 60, seed: 7 });
    await keep(made.map((one) => ({ ...one, gone: false })));
    const db = await openDatabase();
    await db.tallies.toCollection().modify((row) => {
      for (const name of without) delete row[name];
    });
    const whole = { from: now - 9 * day, to: now + 1 };
    const [found, expected] = [await readMeasureRows(whole, 'UTC'), await countRows('UTC', whole)];
    expect(found.mentions.length).toBeGreaterThan(10);
    for (const measure of measures) expect(take(measure, found, whole)).toEqual(take(measure, expected, whole));
  },
);

/** Whatever the browser is asked for, by table and index. */
function noteReads(): string[] {
  const read: string[] = [];
  for (const kind of [IDBIndex, IDBObjectStore])
    for (const name of ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count'] as const) {
      const original = kind.prototype[name] as (...args: unknown[]) => never;
      vi.spyOn(kind.prototype, name).mockImplementation(function (
        this: { name: string; objectStore?: { name: string } },
        ...args: unknown[]
      ) {
        read.push(this.objectStore ? `${this.objectStore.name} ${this.name}` : this.name);
        return original.apply(this, args);
      });
    }
  return read;
}

test('no mention is read, no answer and no key of theirs, whatever is counted and wherever the time begins and ends', async () => {
  await keepAs('told', fc.sample(someMention, { numRuns: 60, seed: 7 }));
  const whole = { from: now - 9 * day + 12_345, to: now - 54_321 };
  const read = noteReads();
  const { mentions } = await readMeasureRows(whole, 'UTC');
  vi.restoreAllMocks();
  expect(mentions.length).toBeGreaterThan(10);
  expect(mentions.some(({ answeredAfter }) => answeredAfter !== undefined)).toBe(true);
  expect(read).toContain('tallies day');
  expect(read.filter((name) => /^(?:mentions|answers)/.test(name) && name !== 'mentions tags')).toEqual([]);
});
