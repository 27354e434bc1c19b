import { describe, expect, test } from 'vitest';
import { createTypedWord } from '../../../core/typed-word.ts';

/** What the keys gave, where they gave anything. `<` is Backspace, `^` an arrow, `⇧` Shift. */
const named: Record<string, string> = { '<': 'Backspace', '^': 'ArrowLeft', '⇧': 'Shift', '\n': 'Enter', '\t': 'Tab' };
function give(keys: string): string[] {
  const typed = createTypedWord();
  return [...keys].map((key) => typed.key(named[key] ?? key)).filter((word) => word !== undefined && word !== '') as string[];
}

describe('a word is complete', () => {
  test.each([
    [';thanks ', 'thanks'],
    ['Hi ;thanks ', 'thanks'],
    [';Thanks ', 'thanks'],
    ['⇧;tha⇧nks ', 'thanks'],
    [';thanx<ks ', 'thanks'],
    [';größe-2 ', 'größe-2'],
  ])('%j', (keys, word) => expect(give(keys)).toEqual([word]));

  test('two in a row', () => expect(give(';a ;b ')).toEqual(['a', 'b']));
});

describe('none is', () => {
  test.each([
    'thanks ',
    'a;thanks ',
    ';; ',
    '; ',
    ';thanks',
    ';thanks\n',
    ';thanks\t',
    ';tha^nks ',
    `;${'a'.repeat(41)} `,
    ';a;b ',
    ';<thanks ',
  ])('%j', (keys) => expect(give(keys)).toEqual([]));
});

test('where a word begins is told, so that the answer can be made ready', () => {
  expect(createTypedWord().key(';')).toBe('');
});

test('what was typed in another field is forgotten', () => {
  const typed = createTypedWord();
  for (const key of ';than') typed.key(key);
  typed.forget();
  for (const key of 'ks') typed.key(key);
  expect(typed.key(' ')).toBeUndefined();
});
