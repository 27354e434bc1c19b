import { expect, test } from 'vitest';
import { changeMention, type MentionChange } from '../../../core/macros.ts';
import type { Mention } from '../../../core/model.ts';
import { differenceOf, putBack } from '../../../core/put-back.ts';

const mention: Mention = {
  id: 'x:1',
  site: 'x',
  postId: '1',
  kind: 'post',
  author: {},
  text: 'Acme',
  hits: [],
  keywordIds: ['k1'],
  seenAt: 1,
  status: 'waiting',
  statusAt: 3,
  moved: { why: 'own-reply', at: 3 },
  tags: ['a'],
};

const changes: MentionChange[] = [
  { status: 'done' },
  { status: 'snoozed', snoozedUntil: 99 },
  { addTags: ['b'], starred: true },
  { removeTags: ['A'] },
  { note: 'Ask Ben', assignee: 'Ben' },
];

test.each(changes)('taken back, %o leaves no trace', (change) => {
  const after = changeMention(mention, change, 10);
  const changed = differenceOf(mention, after);
  expect(changed && putBack(after, changed)).toEqual(mention);
});

test('a change that changes nothing has nothing to take back', () => {
  expect(differenceOf(mention, changeMention(mention, { addTags: ['A'] }, 10))).toBeUndefined();
});

test('what was changed again meanwhile stays, and the rest comes back', () => {
  const after = changeMention(mention, { status: 'done', addTags: ['b'] }, 10);
  const changed = differenceOf(mention, after);
  const meanwhile: Mention = { ...after, status: 'new', moved: { why: 'answered-back', at: 12 }, text: 'Acme, edited' };
  expect(changed && putBack(meanwhile, changed)).toEqual({ ...meanwhile, tags: ['a'] });
  expect(changed && putBack({ ...meanwhile, tags: ['c'] }, changed)).toBeUndefined();
});
