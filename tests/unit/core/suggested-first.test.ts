import { expect, test } from 'vitest';
import { putSuggestedFirst } from '../../../components/suggested-first.ts';
import type { Reply } from '../../../core/model.ts';

const replies = ['a', 'b', 'c'].map(
  (id): Reply => ({ id, title: id, body: id, shortcut: '', tags: [], createdAt: 1, updatedAt: 1, usedCount: 0 }),
);
const suggested = [
  { replyId: 'c', reasons: [{ code: 'often' as const, times: 3 }] },
  { replyId: 'b', reasons: [] },
  { replyId: 'gone', reasons: [{ code: 'often' as const, times: 2 }] },
];
const show = (search: string) => putSuggestedFirst(replies, suggested, search).map(({ reply, reasons }) => [reply.id, reasons?.length]);

test('what something speaks for stands on top, and what nothing speaks for is not said to be suggested', () => {
  expect(show('')).toEqual([
    ['c', 1],
    ['a', undefined],
    ['b', undefined],
  ]);
});

test('who searches gets what was found, as it was found', () => {
  expect(show('x').map(([id]) => id)).toEqual(['a', 'b', 'c']);
});
