import { beforeEach, expect, test } from 'vitest';
import type { Rule } from '../../../core/model.ts';
import { rule as ruleSchema } from '../../../core/model.ts';
import { openDatabase } from '../../../storage/db.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { getMention, saveBatch, setStatus } from '../../../storage/mentions.ts';
import { joinPerson, savePerson } from '../../../storage/people.ts';
import { listRules, moveRule, removeRule, saveRules } from '../../../storage/rules.ts';
import { makeCapture, makeKeyword, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const makeRule = (id: string, change: Partial<Rule> = {}): Rule => ({
  id,
  name: id,
  query: 'heard',
  on: true,
  order: 0,
  addTags: [id],
  createdAt: now,
  ...change,
});
const save = (...captures: ReturnType<typeof makeCapture>[]) => saveBatch({ captures, scanned: [] }, now);
const listNotices = async () => (await openDatabase()).notices.toArray();

test('a mention is kept as its rules leave it, with what it is to be told of, in one transaction', async () => {
  await saveRules([makeRule('loud', { star: true, status: 'waiting', notify: 'now' })]);
  await save(makeCapture(1));
  expect(await getMention('x:1')).toMatchObject({
    tags: ['loud'],
    starred: 1,
    status: 'waiting',
    rules: [{ ruleId: 'loud', did: ['tag:loud', 'star', 'status:waiting', 'notify:now'], at: now }],
  });
  expect(await listNotices()).toMatchObject([{ id: 'mention:x:1', mentionId: 'x:1', ruleId: 'loud', how: 'now' }]);
});

test('a mention that is there already is left alone, edited or not, and told of no second time', async () => {
  await saveRules([makeRule('first', { query: '', keywordIds: ['k1'], notify: 'now' })]);
  await save(makeCapture(1));
  await setStatus(['x:1'], 'done', now);
  await (await openDatabase()).notices.clear();
  await saveRules([makeRule('second', { query: 'changed' })]);
  await save(makeCapture(1, { text: 'Earshot has changed its mind and heard', edited: true }));
  const kept = await getMention('x:1');
  expect(kept).toMatchObject({ status: 'done', text: 'Earshot has changed its mind and heard' });
  expect(kept?.rules?.map(({ ruleId }) => ruleId)).toEqual(['first']);
  expect(await listNotices()).toEqual([]);
});

test('a batch sent again, or by eight tabs at once, makes one mark and one notice', async () => {
  await saveRules([makeRule('loud', { notify: 'digest' })]);
  await Promise.all(Array.from({ length: 8 }, () => save(makeCapture(1))));
  expect((await getMention('x:1'))?.rules).toHaveLength(1);
  expect(await listNotices()).toHaveLength(1);
});

test('what a keyword tells of is told, paused or not by its rule, and the person’s own posts never are', async () => {
  await saveKeywords([makeKeyword('k1', { notify: 'digest' }), makeKeyword('k2')]);
  await saveRules([makeRule('away', { query: 'spam', status: 'ignored' })]);
  await save(
    makeCapture(1),
    makeCapture(2, { own: true }),
    makeCapture(3, { text: 'Earshot spam' }),
    makeCapture(4, { hits: [{ keywordId: 'k2', start: 0, end: 7 }] }),
  );
  expect((await listNotices()).map(({ mentionId, how }) => [mentionId, how])).toEqual([['x:1', 'digest']]);
});

test('a rule for tagged people knows them under each of their names', async () => {
  await saveRules([makeRule('vip', { query: '', personTags: ['champion'] })]);
  await savePerson('reddit:ada', { tags: ['Champion'] }, now);
  await save(makeCapture(1));
  expect((await getMention('x:1'))?.rules).toBeUndefined();
  await joinPerson('reddit:ada', 'x:ada', now);
  await save(makeCapture(2));
  expect((await getMention('x:2'))?.rules).toMatchObject([{ ruleId: 'vip' }]);
});

test('rules stand in an order that the person changes, and each fits the model', async () => {
  await saveRules(['a', 'b', 'c'].map((id, order) => makeRule(id, { order })));
  expect(await moveRule('c', 0)).toBe(true);
  expect((await listRules()).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  await moveRule('c', 99);
  expect((await listRules()).map(({ id, order }) => [id, order])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
  await removeRule('b');
  expect(await moveRule('b', 0)).toBe(false);
  for (const rule of await listRules()) ruleSchema.parse(rule);
});
