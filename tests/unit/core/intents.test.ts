import { expect, test } from 'vitest';
import { intentRules, ruledIntents } from '../../../core/intent-rules.ts';
import { explainIntents, findIntents } from '../../../core/intents.ts';

const context = { keyword: 'Acme', competitors: ['Globex', 'Initech One'] };

test.each([
  ['Looking for a CRM, is Acme worth the money?', ['question', 'buying']],
  ['We switched from Globex to Acme last week', ['switching']],
  ['any good alternative to Initech One?', ['question', 'switching']],
  ['Acme won’t sync since the update, I get an error code 12', ['complaint', 'bug']],
  ['I’m a journalist writing an article about Acme, who do I ask for comment?', ['question', 'press']],
  ['Love the new Acme!', ['praise']],
  ['Acme opens at nine', []],
])('%s', (text, intents) => {
  expect(findIntents(text, { ...context, lang: 'en' })).toEqual(intents);
});

test.each([
  ['de', 'Was kostet Acme für zehn Leute?', 'buying'],
  ['de', 'Ich bin von Globex zu Acme gewechselt, bin umgestiegen', 'switching'],
  ['fr', 'Quel est le prix de Acme ?', 'buying'],
  ['fr', 'L’appli plante depuis la mise à jour', 'bug'],
  ['es', '¿Cuánto cuesta Acme?', 'buying'],
  ['es', 'Soy periodista y quiero una entrevista', 'press'],
])('in %s: %s', (lang, text, intent) => {
  expect(findIntents(text, { ...context, lang })).toContain(intent);
});

test('a word is not found inside another', () => {
  expect(findIntents('The debugger pressed on', { lang: 'en' })).toEqual([]);
});

test('what takes a post out again does', () => {
  expect(findIntents('Join our bug bounty', { lang: 'en' })).not.toContain('bug');
});

test('a name stands only where it is a competitor’s', () => {
  expect(findIntents('I am tired of Globex', { lang: 'en' })).not.toContain('switching');
  expect(findIntents('I am tired of Globex', { lang: 'en', competitors: ['globex'] })).toContain('switching');
});

test('a rule of one’s own takes the place of ours', () => {
  const rules = { en: { bug: 'wonky' } };
  expect(findIntents('It is a bit wonky', { lang: 'en', rules })).toContain('bug');
  expect(findIntents('It crashed', { lang: 'en', rules })).not.toContain('bug');
});

test('each names what told it', () => {
  expect(explainIntents('Getting an error message', { lang: 'en' })).toContainEqual({ intent: 'bug', because: 'error message' });
});

test('every rule is written so that it can be found', () => {
  for (const rules of Object.values(intentRules))
    for (const intent of ruledIntents)
      for (const phrase of rules[intent].split('|')) {
        expect(phrase).toBe(phrase.trim().toLowerCase());
        expect(phrase.replace('!', '')).toMatch(/^[\p{L}\p{N}{][\p{L}\p{N}\p{M}' {}-]*\*?$/u);
      }
});
