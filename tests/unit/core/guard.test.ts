import { expect, test } from 'vitest';
import { addGuard, findGuard } from '../../../core/guard.ts';
import { compileMatcher } from '../../../core/matcher.ts';
import { readQuery } from '../../../core/query-reader.ts';
import type { TriedPost } from '../../../core/try-query.ts';

const finds = (query: string, text: string): boolean =>
  compileMatcher([{ id: 'k', query }]).match({ text, site: 'x', kind: 'post', author: {} }).keywordIds.length > 0;

test('a guard leaves out what has the word, and finds what it found before', () => {
  for (const query of ['acme', 'acme rocket', 'acme OR globex', 'acme AND (red OR blue)', '"acme" NOT salad', 'acme NEAR/3 rocket']) {
    const guarded = addGuard(query, 'recipe') ?? '';
    for (const text of ['acme rocket', 'acme red', 'globex', 'acme blue rocket', 'salad']) {
      expect([query, text, finds(guarded, text)]).toEqual([query, text, finds(query, text)]);
      expect([query, finds(guarded, `${text}, a Recipe`)]).toEqual([query, false]);
    }
  }
});

test('what is left out is only words, whatever it looks like', () => {
  for (const words of ['rocket salad', 'salad OR cake', 'NOT', 'site:reddit', '"quoted" words', 'a (b)', 'wild*', '{Exact}', 'C++']) {
    const guarded = addGuard('acme OR globex', words);
    const tree = readQuery(guarded ?? '');
    expect([words, tree?.type]).toEqual([words, 'and']);
    const last = tree?.type === 'and' ? tree.children.at(-1) : undefined;
    expect(last).toMatchObject({ type: 'not', child: { type: 'term' } });
    expect(finds(guarded ?? '', 'acme and cake')).toBe(true);
  }
  expect(finds(addGuard('acme', 'rocket salad') ?? '', 'acme rocket-salad')).toBe(false);
});

test('two guards stand side by side', () => {
  expect(addGuard(addGuard('acme', 'salad') ?? '', 'rocket fuel')).toBe('acme AND NOT salad AND NOT rocket fuel');
});

test('nothing to add, or nothing to add it to', () => {
  expect(addGuard('acme', '  ')).toBeUndefined();
  expect(addGuard('   ', 'salad')).toBeUndefined();
});

const tried = (id: string, text: string, fate: TriedPost['fate'], handle = id): TriedPost => ({
  id,
  heard: { text, site: 'x', kind: 'post', author: { handle } },
  seenAt: 1,
  fate,
});

test('the word that dismissed posts share is offered for a post that has it, with its effect on all of them', () => {
  const posts = [
    tried('a', 'rocket salad with lemon', 'dismissed'),
    tried('b', 'my rocket salad', 'dismissed'),
    tried('c', 'another rocket salad', 'kept'),
    tried('d', 'the rocket is on its way', 'kept'),
  ];
  expect(findGuard('c', { query: 'rocket' }, posts)).toMatchObject({ text: 'salad', removes: 3, of: 3, loses: 0 });
  expect(findGuard('d', { query: 'rocket' }, posts)).toBeUndefined();
});

test('an author whom dismissed posts share is no word to leave out', () => {
  const posts = [tried('a', 'rocket one', 'dismissed', 'bot'), tried('b', 'rocket two', 'dismissed', 'bot'), tried('c', 'rocket', 'kept')];
  expect(findGuard('a', { query: 'rocket' }, posts)).toBeUndefined();
});
