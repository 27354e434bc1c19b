import { expect, test } from 'vitest';
import { learnLessons, toCorrection } from '../../../core/lessons.ts';
import { explainSentiment, judgeSentiment } from '../../../core/sentiment.ts';
import { posts } from './sentiment-posts.ts';

const hitsOf = (text: string, name: string) => {
  const start = text.indexOf(name);
  return [{ start, end: start + name.length }];
};
const towards = (text: string, name: string) => judgeSentiment(text, { hits: hitsOf(text, name) }).value;

test.each(['positive', 'neutral', 'negative'] as const)('of posts that are %s, most are told', (meant) => {
  const own = posts.filter((post) => post.meant === meant);
  const told = own.filter(({ text }) => judgeSentiment(text).value === meant);
  expect(own.length).toBeGreaterThan(30);
  expect(told.length / own.length).toBeGreaterThan(0.85);
});

test('what is said of one is not said of the other', () => {
  const text = 'Acme is great, Globex is awful.';
  expect(towards(text, 'Acme')).toBe('positive');
  expect(towards(text, 'Globex')).toBe('negative');
  expect(towards('@acme is slow and buggy but @globex is fantastic', '@globex')).toBe('positive');
});

test('who is better than the keyword speaks against it', () => {
  expect(towards('Globex is so much better than Acme', 'Acme')).toBe('negative');
  expect(towards('Globex is so much better than Acme', 'Globex')).toBe('positive');
});

test('the keyword’s own name is never felt', () => {
  const text = 'Reading about Happy Cloud Limited at the office';
  expect(towards(text, 'Happy Cloud Limited')).toBe('neutral');
  expect(judgeSentiment(text, { hits: hitsOf(text, 'Happy Cloud') }).words).toEqual([]);
});

test('a "not" turns a word round, and "not bad" is no complaint', () => {
  expect(judgeSentiment('I am not happy with Acme').value).toBe('negative');
  expect(judgeSentiment('Not bad, Acme!').value).toBe('positive');
  expect(judgeSentiment('I never had any problem with it').value).toBe('positive');
});

test('what is wished for is not felt yet', () => {
  expect(judgeSentiment('Would be nice if Acme had an app').value).toBe('neutral');
});

test('praise that opens a complaint is meant the other way', () => {
  expect(judgeSentiment('Great, another delay. Thanks for nothing, Globex.').value).toBe('negative');
});

test('other languages and texts that say nothing are unknown', () => {
  expect(judgeSentiment('Das ist wirklich das schlechteste Produkt, das ich je gekauft habe').value).toBe('unknown');
  expect(judgeSentiment('アクメの新製品は最高です').value).toBe('unknown');
  expect(judgeSentiment('tämä on todella hyvä').value).toBe('unknown');
  expect(judgeSentiment('').value).toBe('unknown');
  expect(judgeSentiment('Acme').value).toBe('unknown');
});

test('stars count in any language', () => {
  expect(judgeSentiment('Nie wieder, alles kaputt', { rating: 1 }).value).toBe('negative');
  expect(judgeSentiment('Alles da', { rating: 5 }).value).toBe('positive');
});

test('the words that decided it stand in the text as they are named', () => {
  const text = 'The NEW app keeps crashing 😡, and I LOVED the old one.';
  const { value, words } = judgeSentiment(text);
  expect(value).toBe('negative');
  expect(words.length).toBeGreaterThan(0);
  for (const word of words) expect(text).toContain(word);
});

test('no text makes it fail', () => {
  for (const text of ['\u{d83d}', '#', '@', '!!!???', 'a'.repeat(30_000), '#'.repeat(500), `${'not '.repeat(2_000)}good`, '\0'])
    expect(['positive', 'neutral', 'negative', 'unknown']).toContain(judgeSentiment(text).value);
});

const mention = (id: string, text: string) => ({ id, text, hits: [] });

test('a correction teaches: a word that was taken wrongly twice is taken rightly', () => {
  const fresh = 'That trick is sick, I keep watching it';
  expect(judgeSentiment(fresh).value).not.toBe('positive');
  const corrections = [
    toCorrection(mention('x:1', 'Sick board'), 'positive', 1),
    toCorrection(mention('x:2', 'Those sick kicks'), 'positive', 2),
    toCorrection(mention('x:3', 'sick show tonight'), 'positive', 3),
  ];
  const lessons = learnLessons(corrections);
  expect(lessons.get('sick')).toBeGreaterThan(0);
  expect(explainSentiment(fresh, { lessons }).score).toBeGreaterThan(explainSentiment(fresh).score + 1.5);
  const [strongest] = [...lessons].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  expect(strongest?.[0]).toBe('sick');
});

test('a correction that is taken back teaches no more, and those that disagree teach nothing', () => {
  expect(learnLessons([]).size).toBe(0);
  const agreed = [toCorrection(mention('x:1', 'Purple deck'), 'positive', 1), toCorrection(mention('x:2', 'Purple deck'), 'negative', 2)];
  expect(Math.abs(learnLessons(agreed).get('deck') ?? 0)).toBeLessThan(0.3);
});

test('"unknown" is a correction that teaches nothing', () => {
  expect(toCorrection(mention('x:1', 'Acme is great'), 'unknown', 1).words).toEqual([]);
});
