import { expect, test } from 'vitest';
import { createKeyReader, defaultKeys, findConflicts, keyActions, makeKeymap, readBinding } from '../../../core/keymap.ts';

test('the first keys are in nobody’s way', () => {
  expect([...findConflicts(makeKeymap())]).toEqual([]);
});

test('each action answers to its key, and to the person’s own instead', () => {
  const read = createKeyReader(makeKeymap({ done: 'd', notRelevant: 'y' }));
  expect([read('d', 1), read('y', 2), read('e', 3)]).toEqual(['done', 'notRelevant', undefined]);
  for (const action of keyActions) {
    const fresh = createKeyReader(makeKeymap());
    const [first = '', second] = defaultKeys[action].split(' ');
    expect(second === undefined ? fresh(first, 1) : [fresh(first, 1), fresh(second, 2)]).toEqual(
      second === undefined ? action : ['begun', action],
    );
  }
});

test('g waits for a letter, but not for ever, and a letter that leads nowhere does nothing else', () => {
  const read = createKeyReader(makeKeymap());
  expect([read('g', 0), read('s', 100)]).toEqual(['begun', 'goSettings']);
  expect([read('g', 1_000), read('e', 1_100), read('e', 1_200)]).toEqual(['begun', undefined, 'done']);
  expect([read('g', 5_000), read('s', 9_000)]).toEqual(['begun', 'star']);
});

test('two on one key are told, and so is a key that another begins with', () => {
  const conflicts = findConflicts(makeKeymap({ star: 'e', note: 'g' }));
  expect(conflicts.get('star')).toEqual(['done']);
  expect(conflicts.get('done')).toEqual(['star']);
  expect(conflicts.get('note')).toContain('goInbox');
  expect(conflicts.has('open')).toBe(false);
});

test('a binding is one sign or two; anything else leaves the key as it was', () => {
  expect([readBinding(' g  i '), readBinding('?'), readBinding('ß'), readBinding('😀')]).toEqual(['g i', '?', 'ß', '😀']);
  expect([readBinding(''), readBinding('Enter'), readBinding('a b c'), readBinding('\u0007')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(makeKeymap({ done: 'Escape', nothing: 'x' }).done).toBe('e');
});
