import { IDBDatabase } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Capture, Mention, Tally } from '../../../core/model.ts';
import { tally as tallySchema } from '../../../core/model.ts';
import { countUntold, hashPost, isWhole, listPosts, type TalliedPost } from '../../../core/tally.ts';
import { keepUp } from '../../../entrypoints/background/upkeep.ts';
import { saveAnswer } from '../../../storage/answers.ts';
import { bounds } from '../../../storage/bounds.ts';
import { closeDatabase, openDatabase, reading, write } from '../../../storage/db.ts';
import { mentionTables, removeMentions } from '../../../storage/mention-writes.ts';
import { saveBatch, setStatus } from '../../../storage/mentions.ts';
import { tellOldTallies } from '../../../storage/old-tallies.ts';
import { countByKeyword, listTallies, moveTallies, readToldUntil } from '../../../storage/tallies.ts';
import { makeCapture, now, startAnew } from './made-up.ts';

const usual = bounds.told;

beforeEach(() => {
  startAnew();
  bounds.told = usual;
});

const day = 86_400_000;
const hour = 3_600_000;
const floor = (time: number, step: number): number => Math.floor(time / step) * step;

/** Counted from the rows, one after the other, knowing nothing of how tallies are kept. */
async function recount(): Promise<Map<string, string[]>> {
  const db = await openDatabase();
  const days = new Map<string, string[]>();
  for (const mention of await db.mentions.toArray()) {
    if (mention.own || mention.promoted) continue;
    for (const keywordId of new Set(mention.keywordIds)) {
      const key = `${keywordId} ${mention.site} ${floor(mention.seenAt, day)}`;
      const { kind, sentiment, intents = [], community, seenAt } = mention;
      const told = [seenAt, kind, sentiment?.value ?? 'unknown', [...intents].sort(), community?.toLowerCase()];
      days.set(key, [...(days.get(key) ?? []), JSON.stringify(told)]);
    }
  }
  return new Map([...days].map(([key, posts]) => [key, posts.sort()]));
}

const sayPost = ({ hour: at, after = Number.NaN, kind, sentiment, intents, community }: TalliedPost): string =>
  JSON.stringify([at + after, kind, sentiment, [...intents].sort(), community?.toLowerCase()]);

async function readTallies(): Promise<Map<string, string[]>> {
  const rows = await listTallies({ from: 0, to: Number.MAX_SAFE_INTEGER });
  for (const row of rows) tallySchema.parse(row);
  expect(rows.filter((row) => countUntold(row) > 0)).toEqual([]);
  expect(rows.every((row) => row.count === listPosts(row).length)).toBe(true);
  return new Map(rows.map((row) => [`${row.keywordId} ${row.site} ${row.day}`, listPosts(row).map(sayPost).sort()]));
}

const someMention = fc.record({
  postId: fc.integer({ min: 0, max: 15 }),
  site: fc.constantFrom('x', 'reddit'),
  keywordIds: fc.uniqueArray(fc.constantFrom('k1', 'k2', 'k3'), { minLength: 1 }),
  seenAt: fc.integer({ min: now - 3 * day, max: now }),
  kind: fc.constantFrom('post' as const, 'comment' as const, 'review' as const, 'message' as const),
  community: fc.option(fc.constantFrom('r/devops', 'r/DevOps', 'r/sysadmin'), { nil: undefined }),
  own: fc.constantFrom(undefined, undefined, undefined, true),
  promoted: fc.constantFrom(undefined, undefined, undefined, true),
});

const someJudgement = fc.record({
  postId: fc.integer({ min: 0, max: 15 }),
  value: fc.constantFrom('positive' as const, 'negative' as const, 'neutral' as const, 'unknown' as const),
  intents: fc.uniqueArray(fc.constantFrom('question' as const, 'complaint' as const, 'press' as const)),
  gone: fc.constantFrom(false, false, true),
});

const capturesOf = (some: readonly Record<string, unknown>[]): Capture[] =>
  some.map((fields) =>
    makeCapture(String(fields.postId), {
      hits: [],
      ...(JSON.parse(JSON.stringify(fields)) as Partial<Capture>),
      postId: String(fields.postId),
    }),
  );

/** What a correction, or the removal of a mention, does. */
const judge = ({ postId, value, intents, gone }: { postId: number } & Record<string, unknown>): Promise<void> =>
  write(['mentions', 'tallies', 'counts', 'answers'], async (db) => {
    const before = await db.mentions.get(`x:${postId}`);
    if (!before) return;
    const after = gone ? undefined : ({ ...before, sentiment: { value, words: [] }, intents } as Mention);
    if (after) await db.mentions.put(after);
    else await db.mentions.delete(before.id);
    await moveTallies(db, [{ before, after }]);
  });

test('whatever is heard, corrected and removed, tallies are what a recount of the rows finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(someMention, { maxLength: 12 }), { maxLength: 5 }),
      fc.array(someJudgement),
      async (batches, changes) => {
        startAnew();
        for (const [i, batch] of batches.entries()) {
          await saveBatch({ captures: capturesOf(batch), scanned: [] }, now);
          for (const change of changes.filter((_, j) => j % 5 === i)) await judge(change);
        }
        expect(await readTallies()).toEqual(await recount());
      },
    ),
    { numRuns: 60 },
  );
});

test('what was heard of each keyword is summed up as the tallies change, and told without reading them', async () => {
  await tellOldTallies();
  await fc.assert(
    fc.asyncProperty(fc.array(someMention, { maxLength: 12 }), fc.array(someJudgement), async (batch, changes) => {
      startAnew();
      await saveBatch({ captures: capturesOf(batch.slice(0, 6)), scanned: [] }, now);
      await tellOldTallies();
      await saveBatch({ captures: capturesOf(batch.slice(6)), scanned: [] }, now);
      for (const change of changes) await judge(change);
      const sums: Record<string, number> = {};
      for (const [key, posts] of await recount()) sums[key.split(' ')[0] ?? ''] = (sums[key.split(' ')[0] ?? ''] ?? 0) + posts.length;
      expect(await countByKeyword()).toEqual(sums);
      const db = await openDatabase();
      await db.counts.clear();
      expect(await countByKeyword()).toEqual(sums);
    }),
    { numRuns: 30 },
  );
});

test('a post is the same under two keywords, and a person the same in two posts', async () => {
  await saveBatch({ captures: [makeCapture(1, { keywordIds: ['k1', 'k2'] }), makeCapture(2, { keywordIds: ['k2'] })], scanned: [] }, now);
  const [one, two] = await listTallies({ from: now, to: now + day });
  const [first] = listPosts(one as Tally);
  const [again, other] = listPosts(two as Tally);
  expect([again?.post, again?.person, other?.person]).toEqual([first?.post, first?.person, first?.person]);
  expect(other?.post).not.toBe(first?.post);
});

test('tallies of an older version are made to tell more, from wherever it was broken off', async () => {
  const captures = Array.from({ length: 30 }, (_, i) => makeCapture(i, { seenAt: now - i * 5 * hour, kind: i % 2 ? 'comment' : 'post' }));
  await saveBatch({ captures, scanned: [] }, now);
  const whole = await readTallies();
  const db = await openDatabase();
  await db.tallies.toCollection().modify((row) => {
    delete row.posts;
    delete row.communities;
  });
  // What is heard before they tell more is counted with the rest of its day.
  await saveBatch({ captures: [makeCapture(99)], scanned: [] }, now);
  const [last] = await db.tallies.orderBy('day').reverse().toArray();
  expect(last?.posts).toBeUndefined();
  expect(await tellOldTallies()).toBe(whole.size);
  expect(await readTallies()).toEqual(await recount());
  expect(await tellOldTallies()).toBe(0);
});

test('mentions that are gone from an older version stay counted, and nothing is made up about them', async () => {
  await saveBatch({ captures: [makeCapture(1), makeCapture(2), makeCapture(3)], scanned: [] }, now);
  const db = await openDatabase();
  await db.tallies.toCollection().modify((row) => {
    delete row.posts;
  });
  await db.mentions.bulkDelete(['x:1', 'x:2']);
  await tellOldTallies();
  const [row] = await listTallies({ from: now, to: now + day });
  expect([row?.count, listPosts(row as Tally).length, countUntold(row as Tally)]).toEqual([3, 1, 2]);
});

test('of tallies that know the hour alone the moments are told, and those that are gone keep all that was known', async () => {
  await saveBatch({ captures: [makeCapture(1), makeCapture(2, { seenAt: now - 1_234 }), makeCapture(3)], scanned: [] }, now);
  const [whole] = await listTallies({ from: now, to: now + day });
  const db = await openDatabase();
  await db.tallies.toCollection().modify((row) => {
    delete row.moments;
  });
  await db.mentions.delete('x:1');
  await db.counts.put({ id: 'tallies:told', count: 1 });
  expect(await tellOldTallies()).toBe(1);
  const [row] = await listTallies({ from: now, to: now + day });
  const [told, before] = [listPosts(row as Tally), listPosts(whole as Tally)];
  expect(told).toEqual(before.map((post, n) => (n === 0 ? { ...post, after: 0, gone: true } : post)));
  expect(row?.moments).toEqual(whole?.moments?.map((moment, n) => (n === 0 ? 0 : moment)));
});

/** Forty days with three mentions each, as a version left them that knew hours alone. */
async function leaveOld(): Promise<void> {
  const captures = Array.from({ length: 120 }, (_, i) => makeCapture(i, { seenAt: now - Math.floor(i / 3) * day - i }));
  await saveBatch({ captures, scanned: [] }, now);
  const db = await openDatabase();
  await db.tallies.toCollection().modify((row) => {
    delete row.moments;
  });
  await db.counts.put({ id: 'tallies:told', count: 1 });
}

test('what came from a file or a copy is made to tell the rest with all that nobody waits for, not only when the background starts', async () => {
  await leaveOld();
  await keepUp();
  expect(await readTallies()).toEqual(await recount());
  expect(await tellOldTallies()).toBe(0);
});

/** How often something is written in one go. */
async function countWriting(work: () => Promise<unknown>): Promise<number> {
  // Dexie binds the function when it opens.
  closeDatabase();
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await work();
  closeDatabase();
  const modes = begun.mock.calls.map(([, mode]) => mode);
  begun.mockRestore();
  return modes.filter((mode) => mode === 'readwrite').length;
}

test('older tallies are told many days at a time, and few transactions are written', async () => {
  await leaveOld();
  bounds.told = 30;
  // Ten days of three mentions each, four times, and the sums.
  expect(await countWriting(tellOldTallies)).toBe(5);
  expect(await readTallies()).toEqual(await recount());
  expect(await countWriting(tellOldTallies)).toBe(0);
});

test('a day of more mentions than are told at once is told by itself', async () => {
  await leaveOld();
  bounds.told = 1;
  expect(await countWriting(tellOldTallies)).toBe(41);
  expect(await readTallies()).toEqual(await recount());
});

test('whoever is stopped while older tallies are told has the last days told whole or not at all, and goes on after them', async () => {
  await leaveOld();
  bounds.told = 30;
  const db = await openDatabase();
  let left = 25;
  const stop = () => {
    left -= 1;
    if (left < 0) throw new Error('stopped');
  };
  db.tallies.hook('updating', stop);
  await expect(tellOldTallies()).rejects.toThrow();
  db.tallies.hook('updating').unsubscribe(stop);
  const told = (await db.tallies.toArray()).filter(isWhole);
  expect(told).toHaveLength(20);
  expect(await reading(readToldUntil)).toBe(Math.max(...told.map((row) => row.day)));
  expect(await tellOldTallies()).toBe(20);
  expect(await readTallies()).toEqual(await recount());
  expect(await reading(readToldUntil)).toBe(Number.POSITIVE_INFINITY);
});

test('what is heard and judged while older tallies are told is told as well', async () => {
  await leaveOld();
  const db = await openDatabase();
  bounds.told = 30;
  await Promise.all([
    tellOldTallies(),
    saveBatch({ captures: [makeCapture('late')], scanned: [] }, now),
    setStatus(['x:5', 'x:119'], 'ignored', now),
  ]);
  const ignored = (await db.tallies.toArray()).flatMap(listPosts).filter((post) => post.ignored);
  expect(ignored.map(({ post }) => post).sort()).toEqual([hashPost('x:5'), hashPost('x:119')].sort());
  expect(await readTallies()).toEqual(await recount());
});

test('a tally tells which of its mentions are ignored, when they were answered, and which were let go because they were old', async () => {
  await tellOldTallies();
  await saveBatch({ captures: [makeCapture(1), makeCapture(2), makeCapture(3)], scanned: [] }, now);
  await setStatus(['x:1'], 'ignored', now);
  await saveAnswer({ id: 'a', mentionId: 'x:2', insertedAt: now, postedAt: now + 5_000 });
  await saveAnswer({ id: 'b', mentionId: 'x:2', insertedAt: now, postedAt: now + 3_000 });
  await saveAnswer({ id: 'c', mentionId: 'x:3', insertedAt: now });
  await write(mentionTables, (db) => removeMentions(db, ['x:3'], 'stay'));
  const [row] = await listTallies({ from: now, to: now + day });
  const say = (id: string) => listPosts(row as Tally).find(({ post }) => post === hashPost(id));
  expect(say('x:1')).toMatchObject({ ignored: true, gone: false, answered: undefined });
  expect(say('x:2')).toMatchObject({ ignored: false, gone: false, answered: 3_000 });
  expect(say('x:3')).toMatchObject({ ignored: false, gone: true, answered: undefined });
  expect(row?.count).toBe(3);
});
