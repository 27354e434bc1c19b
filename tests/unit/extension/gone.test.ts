import { beforeEach, expect, test } from 'vitest';
import { noteGone } from '../../../storage/gone.ts';
import { getMention, saveBatch } from '../../../storage/mentions.ts';
import { makeCapture, now, startAnew } from './made-up.ts';

const later = now + 24 * 3_600_000;

beforeEach(async () => {
  startAnew();
  await saveBatch({ captures: [makeCapture(1), makeCapture(2)], scanned: [] }, now);
});

test('a mention whose page says it is deleted keeps its words and its status, and the time it was said', async () => {
  const before = await getMention('x:1');
  expect(await noteGone('x', [{ postId: '1', what: 'deleted' }], later)).toBe(1);
  expect(await getMention('x:1')).toEqual({ ...before, changes: [{ at: later, what: 'deleted' }] });
  expect(await getMention('x:2')).not.toHaveProperty('changes');
});

test('said again it is no news, and of a post that is not kept nothing is', async () => {
  const posts = [
    { postId: '1', what: 'deleted' as const },
    { postId: 'a stranger’s', what: 'deleted' as const },
  ];
  expect(await noteGone('x', posts, later)).toBe(1);
  expect(await noteGone('x', posts, later + 1)).toBe(0);
  expect(await noteGone('mastodon', posts, later)).toBe(0);
});

test('seen again on another day, it is back', async () => {
  await noteGone('x', [{ postId: '1', what: 'unavailable' }], later);
  const again = later + 24 * 3_600_000;
  await saveBatch({ captures: [{ ...makeCapture(1), seenAt: again }], scanned: [] }, again);
  expect((await getMention('x:1'))?.changes).toEqual([
    { at: later, what: 'unavailable' },
    { at: again, what: 'back' },
  ]);
});
