import { expect, test } from 'vitest';
import type { Mention } from '../../../core/model.ts';
import { priorityOf } from '../../../core/priority.ts';
import { wordsKeyOf } from '../../../core/same-words.ts';

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
  status: 'new',
};
const nobody = { kinds: [], personTags: [] };
const value = (part: Partial<Mention>, context: Partial<typeof nobody> = {}) =>
  priorityOf({ ...mention, ...part }, { ...nobody, ...context }).value;

test('the number is the sum of its parts, and never above 100', () => {
  const much = { ...mention, intents: ['complaint' as const, 'buying' as const], rating: 1, counts: { likes: 1_000_000 } };
  const { value: all, parts } = priorityOf(much, { kinds: ['brand', 'topic'], personTags: ['Unhappy'] });
  expect(parts.map(({ part }) => part)).toEqual(['intent', 'rating', 'keyword', 'person', 'reach']);
  expect(all).toBe(100);
  const little = priorityOf({ ...mention, intents: ['question'] }, { kinds: ['brand'], personTags: [] });
  expect(little.value).toBe(little.parts.reduce((sum, { points }) => sum + points, 0));
});

test('a mention that says nothing has no priority, and neither has one’s own or an advertisement', () => {
  expect([value({}), value({ own: true, rating: 1 }), value({ promoted: true, intents: ['complaint'] })]).toEqual([0, 0, 0]);
});

test('a complaint comes before a question, a question before praise', () => {
  const order = (['complaint', 'question', 'praise'] as const).map((intent) => value({ intents: [intent] }));
  expect(order).toEqual([...order].sort((a, b) => b - a));
  expect(new Set(order).size).toBe(3);
});

test('one star weighs more than three, and four weigh nothing', () => {
  expect(value({ rating: 1 })).toBeGreaterThan(value({ rating: 3 }));
  expect(value({ rating: 4 })).toBe(0);
});

test('a disliking without a complaint counts, and is not counted twice with one', () => {
  const sentiment = { value: 'negative' as const, words: [] };
  expect(value({ sentiment })).toBeGreaterThan(0);
  expect(value({ sentiment, intents: ['complaint'] })).toBe(value({ intents: ['complaint'] }));
});

test('how long it waits is no part of it', () => {
  expect(value({ intents: ['bug'], seenAt: 1, postedAt: 1 })).toBe(value({ intents: ['bug'], seenAt: 9e12, postedAt: 9e12 }));
});

const long = 'Acme kept our whole launch on its feet when everything else we had was on fire';

test('copies of a text are known by their words, whatever their signs, capitals and links', () => {
  const key = wordsKeyOf(long);
  expect(key).toBeDefined();
  expect(wordsKeyOf(`${long.toUpperCase()}!!! https://t.co/abcdef`)).toBe(key);
  expect(wordsKeyOf(`“${long}” 🔥`)).toBe(key);
});

test('texts that differ by a word are no copies, and short ones are never', () => {
  expect(wordsKeyOf(`${long} again`)).not.toBe(wordsKeyOf(long));
  expect(wordsKeyOf('Acme is great!')).toBeUndefined();
  expect(wordsKeyOf('')).toBeUndefined();
});
