import { beforeEach, expect, test } from 'vitest';
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import { listRows } from '../../../core/inbox-rows.ts';
import type { Mention } from '../../../core/model.ts';
import { mention as schema } from '../../../core/model.ts';
import { createInboxReader, emptyInbox, type InboxState } from '../../../entrypoints/dashboard/inbox/inbox-reader.ts';
import { printFilter, readFilter } from '../../../entrypoints/dashboard/inbox/use-inbox-filter.ts';
import { answerTables, putAnswers } from '../../../storage/answer-writes.ts';
import { openDatabase, write } from '../../../storage/db.ts';
import { countInbox } from '../../../storage/inbox.ts';
import { changeMentions, listTags, putBackMentions } from '../../../storage/mention-changes.ts';
import { getMention, saveBatch } from '../../../storage/mentions.ts';
import { listViews, removeView, saveViews } from '../../../storage/views.ts';
import { makeCapture, makeKeyword, now, startAnew } from './made-up.ts';

const captures = (from: number, to: number, part: object = {}) =>
  Array.from({ length: to - from + 1 }, (_, i) => makeCapture(from + i, { seenAt: now - 100_000 + from + i, ...part }));

beforeEach(async () => {
  startAnew();
  await saveBatch({ captures: captures(1, 12), scanned: [] }, now);
});

async function until<T>(what: string, read: () => T | undefined | false): Promise<T> {
  for (let i = 0; i < 400; i++) {
    const found = read();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`not seen: ${what}`);
}

function open(filter: InboxFilter, mayTake = () => false) {
  const stop = new AbortController();
  const seen = { state: emptyInbox };
  const onState = (state: InboxState) => {
    seen.state = state;
  };
  const reader = createInboxReader({ filter, sort: 'time', onState, mayTake, signal: stop.signal, pageSize: 5 });
  const ids = () => listRows(seen.state.pages).map(({ postId }) => Number(postId));
  return { reader, seen, ids, stop };
}

test('the inbox is read page by page, and what arrives waits until it is asked for', async () => {
  const { reader, seen, ids, stop } = open({ status: 'new' });
  await until('the first page', () => seen.state.ready);
  expect(ids()).toEqual([12, 11, 10, 9, 8]);
  await reader.loadMore();
  expect(ids()).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  await saveBatch({ captures: captures(13, 15), scanned: [] }, now);
  await until('three new', () => seen.state.fresh.length === 3);
  expect(ids()[0]).toBe(12);
  reader.takeFresh();
  expect(ids().slice(0, 4)).toEqual([15, 14, 13, 12]);
  expect(seen.state.fresh).toEqual([]);
  stop.abort();
});

test('where nothing is being read, what arrives is shown at once', async () => {
  const { seen, ids, stop } = open({ status: 'new' }, () => true);
  await until('the first page', () => seen.state.ready);
  await saveBatch({ captures: captures(13, 13), scanned: [] }, now);
  await until('the new one', () => ids()[0] === 13);
  expect(seen.state.fresh).toEqual([]);
  stop.abort();
});

test('what is done leaves the list, and stands where it stood when that is taken back', async () => {
  const { reader, seen, ids, stop } = open({ status: 'new' });
  await until('the first page', () => seen.state.ready);
  const changed = await changeMentions(['x:11', 'x:9'], { status: 'done' }, now);
  await reader.refresh(['x:11', 'x:9']);
  expect(ids()).toEqual([12, 10, 8]);
  await putBackMentions(changed);
  await reader.refresh(['x:11', 'x:9']);
  expect(ids().slice(0, 5)).toEqual([12, 11, 10, 9, 8]);
  expect(seen.state.fresh).toEqual([]);
  stop.abort();
});

test('what is being done leaves the list at once, whatever else is stored meanwhile, and is back where it stood if it failed', async () => {
  const { reader, seen, ids, stop } = open({ status: 'new' });
  await until('the first page', () => seen.state.ready);
  const settle = reader.expect(['x:11'], { status: 'done' });
  expect(ids()).toEqual([12, 10, 9, 8]);
  await saveBatch({ captures: captures(13, 13), scanned: [] }, now);
  await until('the new one', () => seen.state.fresh.length === 1);
  await reader.refresh(['x:11']);
  expect(ids()).toEqual([12, 10, 9, 8]);
  settle();
  await reader.refresh(['x:11']);
  expect(ids()).toEqual([12, 11, 10, 9, 8]);
  expect(seen.state.fresh.length).toBe(1);
  stop.abort();
});

test('what is answered leaves the list of what is open while it is looked at, and what is done leaves it at once', async () => {
  const { reader, seen, ids, stop } = open({ answer: 'open' });
  await until('the first page', () => seen.state.ready);
  reader.watch(['x:12', 'x:11', 'x:10']);
  const answer = { id: 'a', mentionId: 'x:11', insertedAt: now };
  await write(answerTables, (db) => putAnswers(db, [answer]));
  await write(answerTables, (db) => putAnswers(db, [{ ...answer, postedAt: now }]));
  await until('it to leave', () => !ids().includes(11));
  expect(ids()).toEqual([12, 10, 9, 8]);
  reader.expect(['x:10'], { status: 'done' });
  expect(ids()).toEqual([12, 9, 8]);
  await reader.refresh(['x:12', 'x:11']);
  expect(ids()).toEqual([12, 9, 8]);
  stop.abort();
});

test('what is being done to a row that stays is seen in it at once', async () => {
  const { reader, seen, stop } = open({ status: 'new' });
  await until('the first page', () => seen.state.ready);
  reader.expect(['x:12'], { starred: true });
  expect(listRows(seen.state.pages)[0]?.starred).toBe(1);
  stop.abort();
});

test('what is done to a thousand is read again only where it is or was in the list', async () => {
  await saveBatch({ captures: captures(13, 1_200), scanned: [] }, now);
  const { reader, seen, ids, stop } = open({ status: 'new' });
  await until('the first page', () => seen.state.ready);
  const all = Array.from({ length: 1_200 }, (_, i) => `x:${i + 1}`);
  const changed = await changeMentions(all, { status: 'done' }, now);
  const db = await openDatabase();
  let read = 0;
  db.mentions.hook('reading', (row) => {
    read += 1;
    return row;
  });
  await reader.refresh(all);
  expect(ids()).toEqual([]);
  expect(read).toBeLessThan(100);
  // As the list does that has nothing left to show.
  await reader.loadMore();
  await putBackMentions(changed);
  await reader.refresh(all);
  await until('all of them back', () => ids().slice(0, 5).join() === '1200,1199,1198,1197,1196');
  stop.abort();
});

test('what another tab does to a row that is shown is seen in it', async () => {
  const { reader, seen, ids, stop } = open({});
  await until('the first page', () => seen.state.ready);
  reader.watch(['x:12', 'x:11']);
  await changeMentions(['x:11'], { addTags: ['launch'] }, now);
  await until('the tag', () => listRows(seen.state.pages)[1]?.tags?.[0] === 'launch');
  expect(ids()).toEqual([12, 11, 10, 9, 8]);
  stop.abort();
});

test('a reader that was let go of tells nothing more', async () => {
  const { reader, seen, stop } = open({ status: 'new' });
  await until('the first page', () => seen.state.ready);
  stop.abort();
  const before = seen.state;
  await reader.loadMore();
  await saveBatch({ captures: captures(13, 13), scanned: [] }, now);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(seen.state).toBe(before);
});

const whole = async (id: string): Promise<Mention> => schema.strict().parse(await getMention(id));

test('many are changed at once and taken back as one; the counts follow both ways', async () => {
  const ids = ['x:1', 'x:2', 'x:3', 'x:gone'];
  const before = await Promise.all(ids.slice(0, 3).map(whole));
  const changed = await changeMentions(ids, { status: 'snoozed', snoozedUntil: now + 1_000, addTags: ['later'], starred: true }, now);
  expect(changed.map(({ id }) => id)).toEqual(['x:1', 'x:2', 'x:3']);
  expect((await countInbox({ status: 'snoozed' })).count).toBe(3);
  expect(await listTags()).toEqual(['later']);
  expect(await putBackMentions(changed)).toBe(3);
  expect(await Promise.all(ids.slice(0, 3).map(whole))).toEqual(before);
  expect((await countInbox({ status: 'new' })).count).toBe(12);
});

test('taking back leaves what was changed since, and brings back none that is gone', async () => {
  const [changed] = await changeMentions(['x:1'], { status: 'done' }, now);
  await changeMentions(['x:1'], { status: 'waiting' }, now + 5);
  expect(await putBackMentions([changed!, { ...changed!, id: 'x:gone' }])).toBe(0);
  expect(await whole('x:1')).toMatchObject({ status: 'waiting' });
  expect(await getMention('x:gone')).toBeUndefined();
});

test('a mention arrives with its priority, and with what tells its copies', async () => {
  const text = 'Earshot heard me before I had finished, and this sentence is long enough to be told apart.';
  await saveBatch({ captures: [makeCapture(20, { text }), makeCapture(21, { text: `${text} https://t.co/x` })], scanned: [] }, now);
  const [one, two] = [await whole('x:20'), await whole('x:21')];
  expect(one.likeness).toBeDefined();
  expect(two.likeness).toBe(one.likeness);
  expect(one.priority).toBeTypeOf('number');
  expect((await whole('x:1')).likeness).toBeUndefined();
});

test('views are kept in their order, and go', async () => {
  const view = { id: 'v1', name: 'Stars', query: 'is:starred', sort: 'time' as const, order: 2, createdAt: now };
  await saveViews([view, { ...view, id: 'v2', name: 'Launch', query: 'tag:launch', order: 1 }]);
  expect((await listViews()).map(({ name }) => name)).toEqual(['Launch', 'Stars']);
  await removeView('v1');
  expect((await listViews()).map(({ id }) => id)).toEqual(['v2']);
});

test('a filter names a keyword as the person does, unless two have the name', () => {
  const keywords = [makeKeyword('k1', { name: 'Sea salt' }), makeKeyword('k2', { name: 'Tide' }), makeKeyword('k3', { name: 'Tide' })];
  expect(printFilter({ keywordId: 'k1', status: 'new' }, keywords)).toBe('status:new keyword:"Sea salt"');
  expect(readFilter('keyword:"sea salt"', keywords).filter).toEqual({ keywordId: 'k1' });
  expect(printFilter({ keywordId: 'k2' }, keywords)).toBe('keyword:k2');
  for (const { id } of keywords) expect(readFilter(printFilter({ keywordId: id }, keywords), keywords).filter).toEqual({ keywordId: id });
});
