import { expect, test } from 'vitest';
import { listGuardWords } from '../../../core/guard-words.ts';

const text = 'Rocket salad recipe with lemon from Acme, ready in 2024 minutes';

test('words of other dismissed posts that no kept one has come first', () => {
  const found = listGuardWords(text, 'acme rocket', {
    dismissed: ['A recipe for lemon cake', 'Récipe of the day', 'ready when you are'],
    kept: ['Acme is ready to ship', 'we are with Acme'],
  });
  expect(found.slice(0, 2)).toEqual([
    { word: 'recipe', dismissed: 2, kept: 0 },
    { word: 'lemon', dismissed: 1, kept: 0 },
  ]);
  expect(found.map(({ word }) => word)).not.toContain('ready');
});

test('neither the keyword’s own words nor numbers and short words are offered', () => {
  const offered = listGuardWords(text, '"Acme rocket"', { dismissed: [], kept: [] }).map(({ word }) => word);
  expect(offered).toEqual(['minutes', 'recipe', 'salad', 'lemon', 'ready']);
  for (const word of ['acme', 'rocket', '2024', 'in', 'with', 'from']) expect(offered).not.toContain(word);
});

test('nothing in a post, nothing to offer', () => {
  expect(listGuardWords('🍎 :) 42', 'acme', { dismissed: ['x'], kept: ['y'] })).toEqual([]);
});
