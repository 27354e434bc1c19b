import { IDBDatabase } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Capture } from '../../../core/model.ts';
import { mention as mentionSchema } from '../../../core/model.ts';
import { listAnswersTo, saveAnswer } from '../../../storage/answers.ts';
import { openDatabase } from '../../../storage/db.ts';
import { listExposures } from '../../../storage/exposures.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { countByStatus, getMention, listMentions, listMentionsBy, saveBatch, setStatus } from '../../../storage/mentions.ts';
import { readCard, saveNote } from '../../../storage/people.ts';
import { listPeople } from '../../../storage/people-list.ts';
import { pruneRecent } from '../../../storage/recent-posts.ts';
import { listReplies, saveReplies } from '../../../storage/replies.ts';
import { begin, savePlaces, saveSettings } from '../../../storage/settings.ts';
import { countByKeyword } from '../../../storage/tallies.ts';
import { makeCapture, makeKeyword, makeReply, now, startAnew } from './made-up.ts';

beforeEach(startAnew);
afterEach(() => vi.restoreAllMocks());

const save = (captures: Capture[], scanned: { site: string; hour: number; posts: number[] }[] = []) =>
  saveBatch({ captures, scanned }, now);
const hour = Math.floor(now / 3_600_000) * 3_600_000;

test('every transaction that writes is strict', async () => {
  // Dexie binds the function when it opens.
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await save([makeCapture(1)], [{ site: 'x', hour, posts: [1, 2] }]);
  await setStatus(['x:1'], 'done');
  await saveKeywords([makeKeyword('k1')]);
  await saveReplies([makeReply('r1')]);
  await begin([]);
  await saveSettings({ brand: 'Earshot' });
  await savePlaces({ x: { listen: false } });
  await pruneRecent(now);
  await saveAnswer({ id: 'a1', replyId: 'r1', mentionId: 'x:1', insertedAt: now });
  await saveNote('x:ada', 'Ada', 'Kind');
  const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writing.length).toBeGreaterThanOrEqual(9);
  for (const [, , options] of writing) expect(options).toMatchObject({ durability: 'strict' });
});

test('eight tabs that save the same fifty posts at once keep fifty mentions', async () => {
  const posts = Array.from({ length: 50 }, (_, i) => makeCapture(i));
  const results = await Promise.all(Array.from({ length: 8 }, () => save(posts)));
  const db = await openDatabase();
  expect(await db.mentions.count()).toBe(50);
  expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(50);
  expect(results.every(({ saved }) => saved.length === 50)).toBe(true);
  expect(await countByKeyword()).toEqual({ k1: 50 });
});

test('a batch sent again changes nothing', async () => {
  const batch = [makeCapture(1), makeCapture(2)];
  await save(batch, [{ site: 'x', hour, posts: [7, 8] }]);
  const before = await listMentions({ limit: 10 });
  const again = await save(batch, [{ site: 'x', hour, posts: [7, 8] }]);
  expect(again).toEqual({ saved: ['x:1', 'x:2'], added: 0 });
  expect(await listMentions({ limit: 10 })).toEqual(before);
  expect(await countByKeyword()).toEqual({ k1: 2 });
});

test('an edited post keeps its status and when it was first seen, and takes the new words', async () => {
  await save([makeCapture(1)]);
  await setStatus(['x:1'], 'waiting');
  const text = 'I take it back: earshot and Tidewater are both fine.';
  const edited = makeCapture(1, { text, seenAt: now + 5, edited: true, hits: [{ keywordId: 'k2', start: 24, end: 33 }] });
  await saveBatch({ captures: [edited], scanned: [] }, now + 10);
  const kept = await getMention('x:1');
  expect(kept).toMatchObject({ text, status: 'waiting', seenAt: now, edited: true, keywordIds: ['k1', 'k2'], hits: edited.hits });
  expect(await countByKeyword()).toEqual({ k1: 1, k2: 1 });
});

test('a post shown cut does not replace the whole one', async () => {
  const whole = `Earshot ${'is good for long texts and '.repeat(10)}the end`;
  await save([makeCapture(1, { text: whole })]);
  await save([makeCapture(1, { text: `${whole.slice(0, 100)}… Show more` })]);
  expect((await getMention('x:1'))?.text).toBe(whole);
  await save([makeCapture(2, { text: `${whole.slice(0, 100)}…` })]);
  await save([makeCapture(2, { text: whole })]);
  expect((await getMention('x:2'))?.text).toBe(whole);
});

test('a promoted post is kept and marked, and no count grows by it: its posts were no exposure either', async () => {
  await save([makeCapture(1, { promoted: true }), makeCapture(2)]);
  expect(await getMention('x:1')).toMatchObject({ promoted: true, status: 'new' });
  expect(await countByKeyword()).toEqual({ k1: 1 });
});

test('a new keyword in a known post is added to it', async () => {
  await save([makeCapture(1)]);
  await save([makeCapture(1, { hits: [{ keywordId: 'k2', start: 8, end: 13 }] })]);
  const kept = await getMention('x:1');
  expect(kept?.keywordIds).toEqual(['k1', 'k2']);
  expect(kept?.hits).toHaveLength(2);
});

test('what the person wrote is kept as ignored and not counted', async () => {
  await save([makeCapture(1, { own: true })]);
  expect((await getMention('x:1'))?.status).toBe('ignored');
  expect(await countByKeyword()).toEqual({});
});

test('a clock that runs ahead puts nothing above the present', async () => {
  await save([makeCapture(1, { seenAt: now + 1e9 })]);
  expect((await getMention('x:1'))?.seenAt).toBe(now);
});

test('a post scanned in several tabs, or reported twice, is exposed once', async () => {
  const report = { site: 'x', hour, posts: [1, 2, 3] };
  await Promise.all([save([], [report]), save([], [report]), save([], [{ site: 'x', hour, posts: [3, 4] }])]);
  await save([], [report, { site: 'reddit', hour, posts: [1] }, { site: 'x', hour: hour - 3_600_000, posts: [1] }]);
  const exposures = await listExposures({ from: hour, to: hour + 1 });
  expect(exposures.map(({ site, posts }) => [site, posts]).sort()).toEqual([
    ['reddit', 1],
    ['x', 4],
  ]);
  expect(await listExposures({ from: 0, to: now, site: 'x' })).toHaveLength(2);
});

test('what was scanned is forgotten after two days, and its count stays', async () => {
  await save([], [{ site: 'x', hour, posts: [1, 2] }]);
  const later = now + 50 * 3_600_000;
  await saveBatch({ captures: [], scanned: [{ site: 'x', hour: later, posts: [1] }] }, later);
  await saveBatch({ captures: [], scanned: [{ site: 'x', hour, posts: [1, 2] }] }, later);
  const db = await openDatabase();
  expect(await db.scannedPosts.count()).toBe(1);
  expect((await listExposures({ from: hour, to: hour + 1 }))[0]?.posts).toBe(2);
});

test('the inbox is listed newest first, page by page, by any filter', async () => {
  const captures = Array.from({ length: 60 }, (_, i) =>
    makeCapture(i, {
      site: i % 2 ? 'reddit' : 'x',
      // Many are seen within one millisecond, as in a feed that is scanned at once.
      seenAt: now - Math.floor(i / 7),
      hits: [{ keywordId: i % 3 ? 'k1' : 'k2', start: 0, end: 7 }],
    }),
  );
  await save(captures);
  await setStatus(['x:0', 'x:6', 'reddit:3'], 'done');
  const filters = [
    {},
    { site: 'x' },
    { status: 'done' },
    { site: 'x', status: 'new' },
    { keywordId: 'k2' },
    { keywordId: 'k2', site: 'x', status: 'done' },
  ] as const;
  const all = (await (await openDatabase()).mentions.toArray()).sort((a, b) => b.seenAt - a.seenAt || (a.id < b.id ? 1 : -1));
  for (const filter of filters) {
    const expected = all.filter(
      (m) =>
        (!('site' in filter) || m.site === filter.site) &&
        (!('status' in filter) || m.status === filter.status) &&
        (!('keywordId' in filter) || m.keywordIds.includes(filter.keywordId)),
    );
    const listed = [];
    for (;;) {
      const page = await listMentions({ ...filter, limit: 4, before: listed.at(-1) });
      if (page.length === 0) break;
      listed.push(...page);
    }
    expect(listed.map((m) => m.id)).toEqual(expected.map((m) => m.id));
  }
  expect(await countByStatus()).toEqual({ new: 57, waiting: 0, done: 3, snoozed: 0, ignored: 0 });
});

test('people are summed up from what they wrote', async () => {
  await save([makeCapture(1), makeCapture(2), makeCapture(3, { author: { handle: 'bo' } }), makeCapture(4, { author: {} })]);
  expect((await listPeople(now)).people.map(({ id, name, mentions }) => [id, name, mentions])).toEqual([
    ['x:ada', 'Ada Byrne', 2],
    ['x:bo', 'bo', 1],
  ]);
  expect(await listMentionsBy('x', 'ada', 10)).toHaveLength(2);
});

test('an answer counts the use of its reply once, knows what its mention knows, and moves nothing by itself', async () => {
  await save([makeCapture(1)]);
  await saveReplies([makeReply('r1'), makeReply('r2')]);
  const answer = { id: 'a1', replyId: 'r1', mentionId: 'x:1', insertedAt: now };
  await saveAnswer(answer);
  expect((await getMention('x:1'))?.status).toBe('new');
  await saveAnswer({ ...answer, text: 'Hello' });
  expect((await listReplies())[0]).toMatchObject({ id: 'r1', usedCount: 1, lastUsedAt: now });
  expect((await getMention('x:1'))?.status).toBe('new');
  expect(await listAnswersTo('x:1')).toEqual([{ ...answer, text: 'Hello', site: 'x', personId: 'x:ada' }]);
});

test('a list that shows a post by its title alone does not take its words away', async () => {
  const whole = 'Earshot at sea\nIt works without any signal.';
  await save([makeCapture(1, { text: whole })]);
  await save([makeCapture(1, { text: 'Earshot at sea' })]);
  expect((await getMention('x:1'))?.text).toBe(whole);
  await save([makeCapture(1, { text: 'Earshot at last' })]);
  expect((await getMention('x:1'))?.text).toBe('Earshot at last');
});

test('a list that shows the minute alone gives way to the second that the thread knows', async () => {
  const exact = Date.UTC(2026, 5, 1, 9, 30, 39, 250);
  const minute = Date.UTC(2026, 5, 1, 9, 30);
  const timeAfter = async (...times: (number | undefined)[]) => {
    await (await openDatabase()).mentions.clear();
    for (const postedAt of times) await save([makeCapture(1, { postedAt })]);
    return (await getMention('x:1'))?.postedAt;
  };
  expect(await timeAfter(minute, exact)).toBe(exact);
  expect(await timeAfter(exact, minute)).toBe(exact);
  expect(await timeAfter(undefined, minute, exact, undefined)).toBe(exact);
  expect(await timeAfter(exact - 250, exact)).toBe(exact);
  expect(await timeAfter(minute, minute + 60_000)).toBe(minute);
  expect(await timeAfter(exact, exact + 1000)).toBe(exact);
});

test('in whatever order tabs save, each post is there once, whole and well formed', async () => {
  const batch = fc.array(
    fc.record({
      post: fc.integer({ min: 0, max: 6 }),
      keyword: fc.constantFrom('k1', 'k2'),
      words: fc.string({ minLength: 7, maxLength: 60 }),
    }),
    {
      maxLength: 8,
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 5 }), async (batches) => {
      startAnew();
      const toCaptures = (b: (typeof batches)[number]) =>
        b.map(({ post, keyword, words }) => makeCapture(post, { text: words, hits: [{ keywordId: keyword, start: 0, end: 7 }] }));
      await Promise.all(batches.map((b) => save(toCaptures(b))));
      const rows = await (await openDatabase()).mentions.toArray();
      const seen = batches.flat();
      expect(rows.map((row) => row.postId).sort()).toEqual([...new Set(seen.map(({ post }) => String(post)))].sort());
      for (const row of rows) {
        mentionSchema.parse(row);
        expect([...row.keywordIds].sort()).toEqual(
          [...new Set(seen.filter(({ post }) => String(post) === row.postId).map(({ keyword }) => keyword))].sort(),
        );
        for (const hit of row.hits) expect(hit.end).toBeLessThanOrEqual(row.text.length);
      }
      const counts = await countByKeyword();
      const expected = rows.flatMap((row) => row.keywordIds);
      expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(expected.length);
    }),
    { numRuns: 60 },
  );
});

test('a card tells the mention, its keywords, and what there was with who wrote it', async () => {
  await saveKeywords([makeKeyword('k1'), makeKeyword('k2')]);
  await save([makeCapture(1), makeCapture(2), makeCapture(3, { author: { handle: 'bob' } }), makeCapture(4, { author: {} })]);
  await saveAnswer({ id: 'a1', mentionId: 'x:2', insertedAt: now - 500 });
  await saveAnswer({ id: 'a2', mentionId: 'x:2', insertedAt: now - 400, postedAt: now - 100 });
  await saveAnswer({ id: 'a3', mentionId: 'x:3', insertedAt: now });
  await saveNote('x:ada', 'Ada Byrne', ' Met at the fair. ');
  const card = await readCard('x:1');
  expect(card.mention?.id).toBe('x:1');
  expect(card.keywords.map(({ id }) => id)).toEqual(['k1']);
  expect(card.person).toEqual({ id: 'x:ada', mentions: 2, answeredAt: now - 100, note: 'Met at the fair.' });
  expect((await readCard('x:3')).person).toEqual({ id: 'x:bob', mentions: 1, answeredAt: now, note: '' });
  expect((await readCard('x:4')).person).toBeUndefined();
  expect(await readCard('x:none')).toEqual({ keywords: [] });
});

test('a note is kept beside what else is known of the person, and an empty one takes it away', async () => {
  const db = await openDatabase();
  await db.people.put({ id: 'x:ada', name: 'Ada Byrne', tags: ['press'], note: '' });
  await saveNote('x:ada', '', 'Kind');
  expect(await db.people.get('x:ada')).toEqual({ id: 'x:ada', name: 'Ada Byrne', tags: ['press'], note: 'Kind' });
  await saveNote('x:ada', '', '  ');
  expect(await db.people.get('x:ada')).toMatchObject({ tags: ['press'], note: '' });
  await saveNote('x:bob', 'Bob', 'Loud');
  await saveNote('x:bob', 'Bob', '');
  expect(await db.people.get('x:bob')).toBeUndefined();
});

test('the links of a post are kept as other keywords find others, and survive an edit', async () => {
  const save = (links?: string[], change = {}) =>
    saveBatch({ captures: [makeCapture(7, { hits: [], keywordIds: ['k1'], ...(links ? { links } : {}), ...change })], scanned: [] }, now);
  await save(['https://acme.example/a']);
  await save(['https://acme.example/b', 'https://acme.example/a']);
  await save(undefined, { text: 'Other words', edited: true });
  expect((await getMention('x:7'))?.links).toEqual(['https://acme.example/a', 'https://acme.example/b']);
});
