import { expect, test } from 'vitest';
import { addGuard } from '../../../core/guard.ts';
import { compileMatcher } from '../../../core/matcher.ts';
import { readQuery } from '../../../core/query-reader.ts';

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
