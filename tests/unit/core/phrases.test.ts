/** Rules about words: groups in them, and how they stand in a text. */
import { expect, test } from 'vitest';
import { findPhrases, readPlace } from '../../../core/find-phrases.ts';
import { listUnknownGroups, tidyGroupWord, tidyPhrase } from '../../../core/intent-changes.ts';
import { makeFinder, makeGroup } from '../../../core/phrases.ts';

const groups = new Map([
  ['not', makeGroup(['not', 'never', "won't", 'nie'])],
  ['want', makeGroup(['want to', 'thinking of', 'going'])],
  ['no answer', makeGroup(['nothing', 'silence'])],
  ['buy', makeGroup(['buy', 'order', 'sign up for', 'subscri*', 'déjà-vu'])],
]);

function stands(written: string, text: string, keyword = 'Acme'): boolean {
  return findPhrases(makeFinder([{ written }], groups), readPlace(text, [keyword], ['Globex', 'Big Pan'])).length > 0;
}

test.each([
  ['<want> … <buy>', 'I want to buy it', true],
  ['<want> … <buy>', 'Thinking of maybe one day to ORDER one', true],
  ['<want> … <buy>', 'thinking of it, and I sign up for it', true],
  ['<want> … <buy>', 'I want to subscribe', true],
  ['<want> … <buy>', 'I buy what I want to', false],
  ['<want> <buy>', 'I want to really buy it', false],
  ['<want> … <buy>', 'I want to read first one two three order', false],
  ['buy', 'a buyer', false],
  ['<no answer> … <buy>', 'nothing but an order', true],
])('%s in “%s”: %s', (rule, text, found) => {
  expect(stands(rule, text)).toBe(found);
});

test('a rule with a group stands within one sentence; one without stands wherever its words do', () => {
  expect(stands('<want> … <buy>', 'That is what I want to. Order 12 is here')).toBe(false);
  expect(stands('want to … order', 'That is what I want to. Order 12 is here')).toBe(true);
});

test('a “not” shortly before it, or in its gaps, takes back a rule with a group, in its own clause', () => {
  expect(stands('<want> … <buy>', "I don't think so, I want to buy it")).toBe(true);
  expect(stands('<want> … <buy>', 'I never want to buy it')).toBe(false);
  expect(stands('<want> … <buy>', 'I want to not buy it')).toBe(false);
  expect(stands('<want> … <buy>', 'Never mind, I want to buy it')).toBe(true);
  expect(stands('want to … buy', 'I never want to buy it')).toBe(true);
  expect(stands('<not> … <buy>', "I won't buy it")).toBe(true);
});

test('in a rule with a group accents, apostrophes and glued articles count for nothing', () => {
  expect(stands('<want> … <buy>', 'i want to deja-vu')).toBe(true);
  expect(stands('<not> … <buy>', 'I wont buy it')).toBe(true);
  expect(stands('<buy> été', "order l'ete")).toBe(true);
  expect(stands('été', 'ete')).toBe(false);
});

test('a name stands where it is said, with what is glued to it, and only for who is called so', () => {
  expect(stands('<buy> … {keyword}', "I order Acme's pans")).toBe(true);
  expect(stands('<buy> … {keyword}', 'Order the Acme-App')).toBe(true);
  expect(stands('<buy> … {competitor}', 'order from big pan')).toBe(true);
  expect(stands('<buy> … {competitor}', 'order from pan')).toBe(false);
  expect(stands('{competitor} → {keyword}', 'Globex -> Acme')).toBe(true);
  expect(stands('{keyword}さん', 'アクメさんです', 'アクメ')).toBe(true);
});

test('a rule that names a group that is not there says nothing', () => {
  expect(stands('<nothing> … <buy>', 'nothing to buy')).toBe(false);
});

test('what a person types is tidied, groups and all', () => {
  expect(tidyPhrase('<Want>...<buy>,{Keyword}')).toBe('<want> … <buy> {keyword}');
  expect(tidyPhrase('love <3 it')).toBe('love 3 it');
  expect([tidyGroupWord(' Snap  up* '), tidyGroupWord('!<buy> … {keyword}'), tidyGroupWord('get … one')]).toEqual([
    'snap up*',
    '',
    'get one',
  ]);
  expect(listUnknownGroups('<want> … <purchase>', 'en')).toEqual(['<purchase>']);
  expect(listUnknownGroups('<want>', 'ja')).toEqual(['<want>']);
});
