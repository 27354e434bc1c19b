import { beforeEach, expect, test } from 'vitest';
import { listSnoozeTimes } from '../../../components/snooze-times.ts';
import { changeOf, listSteps, undoOf } from '../../../core/macros.ts';
import type { Macro, Mention } from '../../../core/model.ts';
import { mention as schema } from '../../../core/model.ts';
import { openDatabase } from '../../../storage/db.ts';
import { listMacros, removeMacro, saveMacros } from '../../../storage/macros.ts';
import { changeMentions, findNextWake, listAssignees, listWoken, runMacro, wakeSnoozed } from '../../../storage/mention-changes.ts';
import { getMention, listMentions, saveBatch, setStatus } from '../../../storage/mentions.ts';
import { listReplies, saveReplies } from '../../../storage/replies.ts';
import { importReplies } from '../../../storage/reply-imports.ts';
import { makeCapture, makeReply, now, startAnew } from './made-up.ts';

beforeEach(async () => {
  startAnew();
  await saveBatch({ captures: [makeCapture(1), makeCapture(2)], scanned: [] }, now);
});

const hour = 3_600_000;
const makeMacro = (change: Partial<Macro> = {}): Macro => ({ id: 'm1', name: 'Refund', addTags: ['refund'], createdAt: now, ...change });

async function get(id: string): Promise<Mention> {
  const found = await getMention(id);
  if (!found) throw new Error(`no ${id}`);
  schema.strict().parse(found);
  return found;
}

test('macros are kept, listed by name, and go', async () => {
  await saveMacros([makeMacro(), makeMacro({ id: 'm2', name: 'Apologise' })]);
  expect((await listMacros()).map(({ name }) => name)).toEqual(['Apologise', 'Refund']);
  await removeMacro('m2');
  expect(await listMacros()).toEqual([makeMacro()]);
});

test('what a macro will do is listed in the order it is done', () => {
  const macro = makeMacro({ replyId: 'r1', status: 'waiting', snoozeHours: 24 });
  expect(listSteps(macro, () => 'Sorry')).toEqual([
    { act: 'insert', title: 'Sorry' },
    { act: 'tags', tags: ['refund'] },
    { act: 'snooze', hours: 24 },
  ]);
  expect(listSteps(makeMacro({ replyId: 'gone', status: 'done', addTags: [] }), () => undefined)).toEqual([
    { act: 'insert-gone' },
    { act: 'status', status: 'done' },
  ]);
});

test('a macro tags and snoozes its mention alone, and it can be taken back', async () => {
  await changeMentions(['x:1'], { tags: ['Refund'], note: 'Ask Ben', assignee: 'Ben' }, now);
  const before = await get('x:1');
  const macro = makeMacro({ addTags: ['refund', 'vip'], snoozeHours: 2 });
  await saveMacros([macro]);
  expect(await runMacro('m1', 'x:1', now)).toBe(true);
  expect(await get('x:1')).toMatchObject({ status: 'snoozed', snoozedUntil: now + 2 * hour, tags: ['Refund', 'vip'], note: 'Ask Ben' });
  expect(await get('x:2')).toMatchObject({ status: 'new' });
  await changeMentions(['x:1'], undoOf(changeOf(macro, before, now), before), now);
  expect({ ...(await get('x:1')), statusAt: undefined }).toEqual({ ...before, statusAt: undefined });
  expect([await runMacro('gone', 'x:1', now), await runMacro('m1', 'x:9', now)]).toEqual([false, false]);
});

test('a snoozed mention is new again at its time, says so, and once', async () => {
  await changeMentions(['x:1'], { status: 'snoozed', snoozedUntil: now + hour }, now);
  await changeMentions(['x:2'], { status: 'snoozed', snoozedUntil: now + 3 * hour }, now);
  expect(await findNextWake()).toBe(now + hour);
  expect([await wakeSnoozed(now + hour - 1), await wakeSnoozed(now + hour), await wakeSnoozed(now + hour)]).toEqual([0, 1, 0]);
  expect(await get('x:1')).toMatchObject({ status: 'new', wokeAt: now + hour });
  expect((await get('x:1')).snoozedUntil).toBeUndefined();
  expect((await listWoken()).map(({ id }) => id)).toEqual(['x:1']);
  expect(await findNextWake()).toBe(now + 3 * hour);
  await setStatus(['x:1'], 'done');
  await setStatus(['x:2'], 'new');
  expect([await findNextWake(), await listWoken()]).toEqual([undefined, []]);
  expect(await listMentions({ status: 'new', limit: 9 })).toMatchObject([{ id: 'x:2' }]);
});

test('seeing a post again changes nothing of what the person wrote to it', async () => {
  await changeMentions(['x:1'], { tags: ['a'], note: 'n', assignee: 'Ben', status: 'snoozed', snoozedUntil: now + hour }, now);
  const before = await get('x:1');
  await saveBatch({ captures: [makeCapture(1)], scanned: [] }, now + 5);
  expect(await get('x:1')).toEqual(before);
});

test('assignees are named once, and one that is taken away is gone', async () => {
  await changeMentions(['x:1', 'x:2'], { assignee: 'Ben' }, now);
  expect(await listAssignees()).toEqual(['Ben']);
  await changeMentions(['x:1'], { assignee: 'Ada' }, now);
  expect(await listAssignees()).toEqual(['Ada', 'Ben']);
  await changeMentions(['x:2'], { assignee: null }, now);
  expect(await listAssignees()).toEqual(['Ada']);
});

test('an import is all or nothing, and taken back it leaves what was there', async () => {
  const kept = makeReply('r1', { body: 'Old', usedCount: 3 });
  await saveReplies([kept]);
  await importReplies({
    replies: [{ ...kept, body: 'New', usedCount: 1 }, makeReply('r2')],
    macros: [makeMacro()],
    removeReplies: [],
    removeMacros: [],
  });
  expect((await listReplies()).map(({ id, body, usedCount }) => [id, body, usedCount]).sort()).toEqual([
    ['r1', 'New', 3],
    ['r2', 'Hello {{author.firstName|there}}', 0],
  ]);
  await importReplies({ replies: [kept], macros: [], removeReplies: ['r2'], removeMacros: ['m1'] });
  expect([await listReplies(), await listMacros()]).toEqual([[kept], []]);
  const broken = { ...makeReply('r3'), id: undefined as unknown as string };
  await expect(
    importReplies({ replies: [makeReply('r4'), broken], macros: [], removeReplies: ['r1'], removeMacros: [] }),
  ).rejects.toThrow();
  expect(await (await openDatabase()).replies.toCollection().primaryKeys()).toEqual(['r1']);
});

test('times to snooze until are offered once each, on any day of the week', () => {
  for (let day = 0; day < 7; day++) {
    const times = listSnoozeTimes(new Date(2026, 10, 23 + day, 15).getTime()).map(({ until }) => until);
    expect(new Set(times).size).toBe(times.length);
    expect(times.every((until) => until > new Date(2026, 10, 23 + day, 15).getTime())).toBe(true);
  }
});
