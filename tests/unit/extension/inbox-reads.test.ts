/** How much is read to answer a question about the inbox: what a browser takes its time for is the requests, each of them, and the rows. */
import { IDBCursor, IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import type { InboxSort } from '../../../core/inbox-match.ts';
import type { Mention } from '../../../core/model.ts';
import { answerTables, putAnswers } from '../../../storage/answer-writes.ts';
import { bounds } from '../../../storage/bounds.ts';
import { openDatabase, write } from '../../../storage/db.ts';
import { listInbox } from '../../../storage/inbox.ts';
import { changeMentions, putBackMentions } from '../../../storage/mention-changes.ts';
import { saveBatch } from '../../../storage/mentions.ts';
import { type CopyPlace, writeCopy } from '../../../storage/second-copy.ts';
import { countRows } from '../../../storage/status.ts';
import { takeStep } from '../../../storage/upkeep.ts';
import { makeCapture, now, startAnew } from './made-up.ts';

const usual = { ...bounds };
const small = { segment: 400, names: 25, few: 5, looked: 100 };

/** Every tenth names a gull; every fifth is new, and so is every fifth of the gulls. */
async function makeInbox(): Promise<void> {
  startAnew();
  const captures = Array.from({ length: 600 }, (_, i) =>
    makeCapture(i, {
      site: i % 3 === 0 ? 'reddit' : 'x',
      seenAt: now - i * 1_000,
      text: `Earshot heard ${i % 10 === 3 ? 'a gull' : 'the sea'} ${i}`,
      author: { handle: `person${i}` },
    }),
  );
  await saveBatch({ captures, scanned: [] }, now);
  const done = captures.filter((_, i) => Math.floor(i / 10) % 5 !== 1);
  await changeMentions(
    done.map(({ site, postId }) => `${site}:${postId}`),
    { status: 'done' },
    now,
  );
  while (await takeStep(now));
}

beforeAll(async () => {
  Object.assign(bounds, small);
  await makeInbox();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  Object.assign(bounds, usual);
});

interface Reads {
  found: number;
  /** What the browser was asked: each takes longer than a row does. */
  requests: number;
  mentions: number;
  /** Requests for rows of the search index. */
  postings: number;
  /** How often mentions were asked for by their ids, one lot after the other. */
  lots: number;
}

async function countReads(filter: InboxFilter, sort: InboxSort = 'time'): Promise<Reads> {
  const db = await openDatabase();
  const asked = [
    vi.spyOn(IDBObjectStore.prototype, 'get'),
    ...[IDBObjectStore, IDBIndex].flatMap(({ prototype }) => [
      vi.spyOn(prototype, 'getAll'),
      vi.spyOn(prototype, 'getAllKeys'),
      vi.spyOn(prototype, 'openCursor'),
    ]),
  ];
  const steps = vi.spyOn(IDBCursor.prototype, 'continue');
  const lots = vi.spyOn(db.mentions, 'bulkGet');
  let mentions = 0;
  const onRead = (row: Mention) => {
    mentions += row ? 1 : 0;
    return row;
  };
  db.mentions.hook('reading', onRead);
  const page = await listInbox({ filter, sort, limit: 10 });
  db.mentions.hook('reading').unsubscribe(onRead);
  return {
    found: page.mentions.length,
    requests: [...asked, steps].reduce((sum, { mock }) => sum + mock.calls.length, 0),
    postings: asked.flatMap(({ mock }) => mock.contexts).filter((source) => source instanceof IDBObjectStore && source.name === 'postings')
      .length,
    mentions,
    lots: lots.mock.calls.length,
  };
}

test('a page that an index has in order is one request', async () => {
  expect(await countReads({ site: 'x' })).toMatchObject({ found: 10, mentions: 11, requests: 1 });
});

test('in order of a value it is a request for each status', async () => {
  expect((await countReads({}, 'priority')).requests).toBeLessThan(12);
});

test.each<InboxFilter>([{ words: 'earshot' }, { words: 'the sea' }, { kind: 'post', site: 'reddit' }, { keywordId: 'k1' }])(
  'what most mentions have is read side by side, not one by one: %o',
  async (filter) => {
    const { found, requests, mentions } = await countReads(filter);
    expect(found).toBe(10);
    expect(mentions).toBeLessThan(40);
    expect(requests).toBeLessThan(15);
  },
);

test('where nothing passes, as many as may be looked at are read by a few requests', async () => {
  const { found, requests, mentions } = await countReads({ site: 'x', query: 'NOT earshot' });
  expect(found).toBe(0);
  expect(mentions).toBeGreaterThanOrEqual(small.looked);
  expect(mentions).toBeLessThan(small.looked + 10);
  expect(requests).toBeLessThan(20);
});

test('of what is rare no mention is read that has not got it', async () => {
  expect(await countReads({ words: 'gull' })).toMatchObject({ found: 10, mentions: 11 });
});

test('where few of those that have a word pass, the next lot is as much larger', async () => {
  const { found, lots, mentions } = await countReads({ words: 'gull', status: 'new' });
  expect(found).toBe(10);
  expect(mentions).toBeLessThanOrEqual(60);
  expect(lots).toBeLessThanOrEqual(4);
});

test('names that lie close together are read at once', async () => {
  // Two or three gulls to a row of names; and one request for where they are.
  expect((await countReads({ words: 'gull' })).postings).toBe(2);
});

test('neither the second copy nor the page of status counts mentions one by one', async () => {
  const counted = vi.spyOn(IDBObjectStore.prototype, 'count');
  const files = new Map<string, string>();
  const place: CopyPlace = {
    read: async (name) => files.get(name),
    write: async (name, text) => void files.set(name, text),
    remove: async (name) => void files.delete(name),
  };
  expect((await writeCopy(place, 'authored', undefined, now)).counts).toEqual({ keywords: 0, replies: 0, mentions: 600 });
  expect((await countRows()).mentions).toBe(600);
  const names = counted.mock.contexts.map((source) => (source instanceof IDBObjectStore ? source.name : ''));
  expect(names).toContain('keywords');
  expect(names).not.toContain('mentions');
});

test('what is changed, and taken back, is read once', async () => {
  const ids = Array.from({ length: 60 }, (_, i) => `${i % 3 === 0 ? 'reddit' : 'x'}:${i}`);
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  const countMentions = () => asked.mock.contexts.filter((source) => source instanceof IDBObjectStore && source.name === 'mentions').length;
  const changed = await changeMentions(ids, { status: 'ignored' }, now);
  expect(countMentions()).toBe(60);
  expect(await putBackMentions(changed)).toBe(60);
  expect(countMentions()).toBe(120);
});

test('where nearly all is done, what is open is found among the statuses that are', async () => {
  const idOf = (i: number) => `${i % 3 === 0 ? 'reddit' : 'x'}:${i}`;
  const isOld = (i: number) => i >= 560 && i < 570;
  const others = Array.from({ length: 600 }, (_, i) => i).filter((i) => !isOld(i));
  await changeMentions(others.map(idOf), { status: 'done' }, now);
  const { found, mentions, requests } = await countReads({ answer: 'open', counted: true });
  expect([found, mentions]).toEqual([10, 10]);
  expect(requests).toBeLessThan(20);
});

test('where few answers are known, what was answered is found by them', async () => {
  const idOf = (i: number) => `${i % 3 === 0 ? 'reddit' : 'x'}:${i}`;
  const answers = [300, 400, 500].map((i) => ({ id: `a${i}`, mentionId: idOf(i), insertedAt: now, postedAt: now }));
  await write(answerTables, (db) => putAnswers(db, answers));
  expect(await countReads({ answer: 'answered' })).toMatchObject({ found: 3, mentions: 3 });
});
