import { expect, test } from 'vitest';
import { findTopics, logOdds } from '../../../core/topics.ts';

const texts = (list: readonly string[]) => list.map((text, i) => ({ id: `x:${i}`, text }));
const often = (text: string, times: number) => Array.from({ length: times }, () => text);

const before = texts([
  ...often('Acme invoices are fine', 40),
  ...often('The Acme dashboard loads', 40),
  ...often('Shipping was quick', 20),
]);

test('what is said more than before leads, with posts that say it', () => {
  const now = texts([
    ...often('My charging port broke', 12),
    ...often('Acme invoices are fine', 8),
    ...often('The Acme dashboard loads', 8),
  ]);
  const topics = findTopics(now, before);
  expect(topics[0]).toMatchObject({ term: 'charging port broke', now: 12, before: 0, examples: ['x:0', 'x:1', 'x:2'] });
  expect(topics.map(({ term }) => term)).not.toContain('invoices');
  // The phrase says it all: its parts are not told again.
  expect(topics.map(({ term }) => term)).not.toContain('port');
});

test('nothing is rising where everything is as it was', () => {
  expect(findTopics(before, before)).toEqual([]);
});

test('a word in two posts is no topic', () => {
  expect(findTopics(texts(['Unicorn parade', 'Unicorn parade']), before)).toEqual([]);
});

test('one who says it ten times is one voice', () => {
  expect(findTopics(texts([`${'unicorn '.repeat(10)}`, 'unicorn again']), before)).toEqual([]);
});

test('the keyword itself is no topic', () => {
  const now = texts(often('Tidewater Pro lost everything', 10));
  const terms = findTopics(now, before, [], { without: ['Tidewater Pro'] }).map(({ term }) => term);
  expect(terms.some((term) => term === 'tidewater' || term === 'tidewater pro')).toBe(false);
});

test('against others it says what they do not say', () => {
  const now = texts(often('The offline mode saves me', 10));
  const others = texts(often('The price went up', 60));
  expect(findTopics(now, [], others)[0]?.zOthers).toBeGreaterThan(1.96);
  expect(findTopics(now, [], texts(often('The offline mode saves me', 60)))).toEqual([]);
});

test('the log-odds are those of the paper', () => {
  // By hand: a = 300·30/3000 = 3; δ = ln(23/(1000+300−23)) − ln(13/(2000+300−13)); z = δ/√(1/23 + 1/13).
  const delta = Math.log(23 / 1277) - Math.log(13 / 2287);
  expect(logOdds(20, 1000, 10, 2000)).toBeCloseTo(delta / Math.sqrt(1 / 23 + 1 / 13), 10);
  expect(logOdds(0, 0, 0, 0)).toBe(0);
});
