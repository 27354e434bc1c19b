import { expect, test } from 'vitest';
import { looksEdited } from '../../../core/edits.ts';
import { isOwnHandle, joinHandles, learnHandle } from '../../../core/own.ts';

test('a handle is one’s own at its place alone, whatever its case and with or without @', () => {
  const mine = { x: ['@Ada'], 'forum.example': ['ada'] };
  expect(isOwnHandle(mine, 'x', 'ADA')).toBe(true);
  expect(isOwnHandle(mine, 'forum.example', '@ada')).toBe(true);
  expect(isOwnHandle(mine, 'reddit', 'ada')).toBe(false);
  expect(isOwnHandle(mine, 'x', 'ada2')).toBe(false);
  expect(isOwnHandle(mine, 'x', undefined)).toBe(false);
  expect(isOwnHandle(undefined, 'x', 'ada')).toBe(false);
});

test('what is learnt joins what was set, and what was dismissed does not', () => {
  const learnt = { x: [{ handle: 'ada' }, { handle: 'ada_work' }, { handle: 'other', dismissed: true }], hackernews: [{ handle: 'adab' }] };
  expect(joinHandles({ x: ['@Ada'] }, learnt)).toEqual({ x: ['@Ada', 'ada_work'], hackernews: ['adab'] });
  expect(joinHandles(undefined, undefined)).toEqual({});
});

test('a handle is learnt once, not again after it was dismissed, and a page cannot teach more than anyone has', () => {
  const once = learnHandle({}, 'x', ' Ada ');
  expect(once).toEqual({ x: [{ handle: 'Ada' }] });
  expect(learnHandle(once, 'x', '@ada')).toBe(once);
  const dismissed = { x: [{ handle: 'Ada', dismissed: true }] };
  expect(learnHandle(dismissed, 'x', 'ada')).toBe(dismissed);
  expect(learnHandle(once, 'x', '@')).toBe(once);
  let many = {};
  for (let i = 0; i < 300; i += 1) many = learnHandle(learnHandle(many, 'x', `ada${i}`), `host${i}.example`, 'ada');
  expect((many as { x: unknown[] }).x).toHaveLength(20);
  expect(Object.keys(many).length).toBeLessThanOrEqual(200);
});

test('an edit keeps most of the words; a cut, an empty element and a translation do not count as one', () => {
  const before = 'Acme is great for small teams who answer quickly';
  expect(looksEdited(before, 'It is great for small teams who answer quickly')).toBe(true);
  expect(looksEdited(before, `${before}, says everyone. Edit: no longer.`)).toBe(true);
  expect(looksEdited(before, 'Acme is great for small… more')).toBe(false);
  expect(looksEdited(before, '')).toBe(false);
  expect(looksEdited(before, before)).toBe(false);
  expect(looksEdited(before, 'Acme ist großartig für kleine Teams, die schnell antworten')).toBe(false);
});
