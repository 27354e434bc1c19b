/**
 * Length as X counts it. Its public conformance cases are not ours to ship: EARSHOT_CORPORA names the folder that holds
 * `twitter-text-conformance/validate.yml`, and where it is unset those are skipped and said to be.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { countAsciiLabel, findWebLinks } from '../../../core/web-links.ts';
import { countWeighted } from '../../../core/weighted-length.ts';

const corpora = process.env.EARSHOT_CORPORA;

interface Case {
  description: string;
  text: string;
  expected: { weightedLength: number };
}

test.each([
  ['', 0],
  ['Thank you!', 10],
  ['Grüße', 5],
  // The same letters, written with marks of their own.
  ['Gru\u0308ße', 5],
  ['ありがとう', 10],
  ['“Thanks” – really…', 19],
  ['See https://example.com/a/very/long/path?with=a&query=string#and-more', 27],
  ['See example.com.', 28],
  ['acme.corporation is no link', 27],
  ['mail me@example.com', 19],
  ['👍', 2],
  ['👍🏽', 2],
  ['👨‍👩‍👧‍👦', 2],
  ['🇩🇪🇫🇷', 4],
  ['1️⃣', 2],
  ['❤️', 2],
  ['❤', 2],
  ['🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', 2],
  ['© 2026', 6],
  ['🤷‍♀️ ok', 5],
])('%j weighs %i', (text, length) => {
  expect(countWeighted(text)).toBe(length);
});

test.each([
  ['http://example.com, and (https://example.org/a_(b)).', ['http://example.com', 'https://example.org/a_(b)']],
  ['これはhttps://example.com/よ', ['https://example.com/']],
  ['日本語example.comです', ['example.com']],
  ['http://日本語.jp/', ['http://日本語.jp/']],
  ['foo.co.jp and foo.nosuchname', ['foo.co.jp']],
  ['http://-bad.com http://a_b.example.com', ['http://a_b.example.com']],
  ['version 1.2.3 of node.js', []],
  ['@acme.com #acme.com me@acme.com', []],
])('links of %j', (text, links) => {
  expect(findWebLinks(text).map(({ start, end }) => text.slice(start, end))).toEqual(links);
});

test.each([
  ['example', 7],
  ['bücher', 'xn--bcher-kva'.length],
  ['日本語', 'xn--wgv71a119e'.length],
  ['президент', 'xn--d1abbgf6aiiy'.length],
])('%s is %i letters for a name server', (label, length) => {
  expect(countAsciiLabel(label)).toBe(length);
});

/** By the rules before emoji were 2 each: what makes one up was counted piece by piece. The second of the sections has them as they count now. */
const older = [
  'Count a mix of single byte single word, and double word unicode characters',
  'Count unicode emoji chars outside the basic multilingual plane with skin tone modifiers',
];

describe.skipIf(!corpora)('twitter-text conformance', () => {
  const read = () =>
    (parse(readFileSync(`${corpora}/twitter-text-conformance/validate.yml`, 'utf8')) as { tests: Record<string, Case[]> }).tests;

  it.each(['WeightedTweetsCounterTest', 'WeightedTweetsWithDiscountedEmojiCounterTest', 'UnicodeDirectionalMarkerCounterTest'])(
    '%s',
    (section) => {
      const cases = (read()[section] ?? []).filter(
        ({ description }) => section !== 'WeightedTweetsCounterTest' || !older.includes(description),
      );
      expect(cases.length).toBeGreaterThan(0);
      const wrong = cases.filter(({ text, expected }) => countWeighted(text) !== expected.weightedLength);
      console.log(`${section}: ${cases.length - wrong.length} of ${cases.length}`);
      expect(wrong.map(({ description, text }) => `${description}: ${countWeighted(text)}`)).toEqual([]);
    },
  );
});

if (!corpora) it.skip('twitter-text conformance: EARSHOT_CORPORA is not set', () => {});
