import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor } from '../../../core/redact.ts';

const words = { name: '[name]', link: '[link]', address: '[address]' };
const known = {
  names: ['Mira Okafor', 'Jon Aldana', '山田太郎', 'Rich', 'Tide Water', 'Jo'],
  handles: ['mira_o', '@jon', 'c++fan', 'may'],
  keep: ['Tidewater', 'Tide Water', 'May be chance'],
};
const redact = createRedactor(known, words);

test.each([
  ['Thanks Mira Okafor!', 'Thanks [name]!'],
  ['thanks MIRA  OKAFOR', 'thanks [name]'],
  ['Ask Mira, or Okafor’s team', 'Ask [name], or [name]’s team'],
  ['Miranda and Miracle stay', 'Miranda and Miracle stay'],
  ['mira_o wrote to jon', '[name] wrote to [name]'],
  ['by c++fan.', 'by [name].'],
  ['@someone_else and @who@social.example', '[name] and [name]'],
  ['u/rando and /u/other-one say', '[name] and [name] say'],
  ['https://x.com/mira_o/status/1 and www.mira.example/me', '[link] and [link]'],
  ['write to mira.okafor@mail.example now', 'write to [address] now'],
  ['山田太郎さんが書いた', '[name]さんが書いた'],
  ['Mira Okafor (@mira_o) on X', '[name] on X'],
  ['Looked after by Jo', 'Looked after by [name]'],
  ['@a, @b and Jon Aldana; @c @d', '[name], [name] and [name]; [name] [name]'],
  ['Mira Okafor, Rich, Jo (@jo)', '[name], [name], [name]'],
  ['See https://x.com/mira_o/status/1. Or www.mira.example/me?', 'See [link]. Or [link]?'],
])('%s → %s', (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});

test('a part of a name is one only where it is written as one', () => {
  expect(redact('a rich feature, said Rich')).toBe('a [name] feature, said [name]');
  expect(createRedactor({ ...known, names: ['Rich Aldana'] }, words)('a rich feature, said Rich')).toBe('a rich feature, said [name]');
});

test('a month before a number is a date, whoever is called so', () => {
  const dated = createRedactor({ names: ['April Jones', 'Jan'], handles: [], keep: [] }, words);
  expect(dated('April 3 – 30 and Jan 1, 2026: so said April and Jan.')).toBe('April 3 – 30 and Jan 1, 2026: so said [name] and [name].');
});

test('what the person listens for keeps its name, whoever is called so', () => {
  expect(redact('Tide Water makes Tidewater')).toBe('Tide Water makes Tidewater');
  expect(redact('It may be chance. May be chance.')).toBe('It may be chance. May be chance.');
});

test('no name that is known is left, whatever signs it is made of and wherever it stands', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcXYZé.*+?()[]{}|\\^$-_/9'), minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(letters, fc.constantFrom(' ', '\n', ', '), (name, gap) => {
      fc.pre(name.trim() === name && /^[\p{L}]/u.test(name) && /[\p{L}\p{N}]$/u.test(name));
      const text = createRedactor({ names: [], handles: [name], keep: [] }, words)(`said${gap}${name}${gap}then`);
      return !text.toLowerCase().includes(name.toLowerCase());
    }),
  );
});

test('thousands of names are taken out in one text', () => {
  const handles = Array.from({ length: 3_000 }, (_, i) => `person${i}x`);
  const many = createRedactor({ names: [], handles, keep: [] }, words);
  expect(many('person0x, person1499x and person2999x but not person3000x')).toBe('[name], [name] and [name] but not person3000x');
});
