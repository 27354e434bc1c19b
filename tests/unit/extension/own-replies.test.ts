import { beforeEach, expect, test } from 'vitest';
import { listAnswersTo, saveAnswer } from '../../../storage/answers.ts';
import { getMention, saveBatch, setStatus } from '../../../storage/mentions.ts';
import { listAwaited, noteSeen } from '../../../storage/own-replies.ts';
import { makeCapture, now, startAnew } from './made-up.ts';

const text = 'Hello Ada, it hears you on every site you let it, and nowhere else.';
const reply = {
  site: 'x',
  postId: '2',
  handle: 'me',
  own: true,
  text,
  postedAt: now + 60_000,
  thread: '1',
  url: 'https://x.com/me/status/2',
};
const theirs = { site: 'x', postId: '3', handle: 'ada', own: false, text: 'And on that one?', postedAt: now + 120_000, thread: '1' };
const later = now + 600_000;

beforeEach(async () => {
  startAnew();
  await saveBatch({ captures: [makeCapture(1)], scanned: [] }, now);
  await saveAnswer({ id: 'a1', mentionId: 'x:1', insertedAt: now, text });
});

test('an answer that is seen stops the clock at its own time, and its mention waits', async () => {
  expect(await listAwaited('x', now + 1)).toEqual([text]);
  expect(await noteSeen([reply], later)).toBe(1);
  expect(await listAnswersTo('x:1')).toMatchObject([{ id: 'a1', postId: '2', postedAt: now + 60_000, url: reply.url }]);
  expect(await getMention('x:1')).toMatchObject({ status: 'waiting', moved: { why: 'own-reply', at: now + 60_000 } });
  expect(await listAwaited('x', now + 1)).toEqual([]);
});

test('seen again, and again with the page’s other posts, it changes nothing', async () => {
  await noteSeen([reply], later);
  await setStatus(['x:1'], 'done', later + 1);
  expect(await noteSeen([reply, { ...reply, text: 'Edited a little.' }], later + 2)).toBe(0);
  expect(await getMention('x:1')).toMatchObject({ status: 'done' });
  expect((await getMention('x:1'))?.moved).toBeUndefined();
  expect(await listAnswersTo('x:1')).toHaveLength(1);
});

test('the other side writes again and the mention is new, in whatever order the page shows them', async () => {
  expect(await noteSeen([theirs, reply], later)).toBe(2);
  expect(await getMention('x:1')).toMatchObject({ status: 'new', moved: { why: 'answered-back', at: now + 120_000 } });
  expect(await listAnswersTo('x:1')).toMatchObject([{ answeredBackAt: now + 120_000, postedAt: now + 60_000 }]);
  await setStatus(['x:1'], 'ignored', later + 1);
  expect(await noteSeen([theirs, reply], later + 2)).toBe(0);
  expect(await getMention('x:1')).toMatchObject({ status: 'ignored' });
  expect(await noteSeen([{ ...theirs, postId: '4', postedAt: later + 60_000 }], later + 120_000)).toBe(1);
  expect(await getMention('x:1')).toMatchObject({ status: 'new' });
});

test('a reply written by hand is kept as an answer, once', async () => {
  await saveBatch({ captures: [makeCapture(9)], scanned: [] }, now);
  const byHand = { ...reply, postId: '10', text: 'No template here.', thread: '9' };
  expect(await noteSeen([byHand], later)).toBe(1);
  expect(await noteSeen([byHand], later + 1)).toBe(0);
  expect(await listAnswersTo('x:9')).toMatchObject([{ postedAt: now + 60_000, personId: 'x:ada', text: 'No template here.' }]);
  expect(await getMention('x:9')).toMatchObject({ status: 'waiting' });
});

test('a snoozed mention that is answered sleeps no longer', async () => {
  const { openDatabase } = await import('../../../storage/db.ts');
  await (await openDatabase()).mentions.update('x:1', { status: 'snoozed', snoozedUntil: now + 9e8 });
  await noteSeen([reply], later);
  const mention = await getMention('x:1');
  expect(mention).toMatchObject({ status: 'waiting' });
  expect(mention).not.toHaveProperty('snoozedUntil');
});

test('a sent answer with a keyword in it is no mention of somebody else, where the site does not tell own posts apart', async () => {
  const unmarked = { ...reply, own: false };
  await saveBatch({ captures: [makeCapture(2, { author: { handle: 'me' }, text })], scanned: [] }, now + 60_000);
  expect(await getMention('x:2')).toMatchObject({ status: 'new' });
  expect(await noteSeen([unmarked], later)).toBe(1);
  expect(await getMention('x:2')).toMatchObject({ own: true, status: 'ignored' });
});

test('and none either where it is heard only after it was seen', async () => {
  const unmarked = { ...reply, own: false };
  expect(await noteSeen([unmarked], later)).toBe(1);
  await saveBatch({ captures: [makeCapture(2, { author: { handle: 'me' }, text })], scanned: [] }, now + 60_000);
  expect(await noteSeen([unmarked], later + 1)).toBe(0);
  expect(await getMention('x:2')).toMatchObject({ own: true, status: 'ignored' });
});
