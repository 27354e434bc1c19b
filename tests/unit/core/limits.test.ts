import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLength } from '../../../core/limits.ts';
import { splitReply } from '../../../core/split-reply.ts';

const family = '👨‍👩‍👧‍👦';

test.each([
  ['x', 'See https://example.com/a-long-path-that-goes-on', 27, 280],
  ['bluesky', 'é'.repeat(300), 300, 300],
  ['bluesky', family.repeat(100), 100, 300],
  ['bluesky', 'https://example.com/a-long-path-that-goes-on?and=on', 'example.com/a-long-path-...'.length, 300],
  ['bluesky', 'https://example.com/', 'example.com'.length, 300],
  ['mastodon', 'https://example.com/a-long-path-that-goes-on', 23, 500],
  ['mastodon', 'Hi @mira@example.social, thanks', 'Hi @mira, thanks'.length, 500],
  // Not every version takes what has no protocol for a link: what is said to fit fits on all.
  ['mastodon', 'see example.com here', 'see  here'.length + 23, 500],
  ['mastodon', 'see example.com/a-path-that-is-longer here', 'see example.com/a-path-that-is-longer here'.length, 500],
  ['mastodon', 'look 慕田峪长城.网址 here', 'look  here'.length + 23, 500],
  ['mastodon', 'look универсальное.москва here', 'look  here'.length + 23, 500],
  ['mastodon', 'mail arnt@example.org for details', 'mail arnt@example.org for details'.length, 500],
  ['mastodon', '@bob@example.com look https://example.com', '@bob look '.length + 23, 500],
  ['mastodon', 'file.txt and 3.5 and v1.2', 'file.txt and 3.5 and v1.2'.length, 500],
  ['elk', 'example.com', 23, 500],
  ['phanpy', 'example.com', 23, 500],
  ['bluesky', 'example.com', 11, 300],
  ['mastodon', `${family}é`, 2, 500],
  ['linkedin', 'Grüße 👍', 8, 1_250],
  ['reddit', 'abc', 3, 10_000],
  ['tiktok', 'abc', 3, 150],
])('%s counts %j as %i of %i', (site, text, used, limit) => {
  expect(countLength(site, text)).toMatchObject({ used, limit, over: used > limit });
});

test('a server may state its own limit, and it is believed', () => {
  expect(countLength('mastodon', 'x'.repeat(600))).toMatchObject({ over: true, limit: 500 });
  expect(countLength('mastodon', 'x'.repeat(600), 1_000)).toMatchObject({ over: false, limit: 1_000, sure: true });
});

test('where no limit is known, nothing is over it', () => {
  expect(countLength('medium', 'x'.repeat(100_000))).toEqual({ used: 100_000, unit: 'units', sure: false, over: false });
});

test('Bluesky counts bytes as well', () => {
  // 25 bytes a family, and all is one character.
  expect(countLength('bluesky', family.repeat(110))).toMatchObject({ used: 110, over: false });
  expect(countLength('bluesky', family.repeat(130))).toMatchObject({ used: 130, over: true });
});

test('a reply is parted between paragraphs, then sentences, then words', () => {
  const first = `${'First paragraph. '.repeat(10).trim()}`;
  const second = `${'Second one here. '.repeat(10).trim()}`;
  expect(splitReply('x', `${first}\n\n${second}`)).toEqual([first, second]);
  const sentences = splitReply('tiktok', 'A sentence of some length stands here, and so on. '.repeat(4).trim());
  expect(sentences?.every((one) => one.endsWith('.'))).toBe(true);
  const words = splitReply('tiktok', 'word '.repeat(60).trim());
  expect(words?.map((one) => one.length)).toEqual([149, 149]);
});

test('a link stays whole, however little room is left for it', () => {
  const link = 'https://example.com/somewhere/a-long-path-that-goes-on-and-on';
  const parts = splitReply('tiktok', `${'words and '.repeat(12)}${link} thanks`);
  expect(parts?.some((one) => one.includes(link))).toBe(true);
});

test('what cannot be parted without a cut is refused', () => {
  expect(splitReply('tiktok', 'x'.repeat(151))).toBeUndefined();
  expect(splitReply('tiktok', `ok ${'x'.repeat(200)}`)).toBeUndefined();
});

test('numbers are put on if wished, and are part of the length', () => {
  const parts = splitReply('tiktok', 'word '.repeat(60).trim(), { numbered: true });
  expect(parts?.map((one) => /\d\/\d$/.exec(one)?.[0])).toEqual(['1/3', '2/3', '3/3']);
  expect(parts?.every((one) => one.length <= 150)).toBe(true);
  const many = splitReply('tiktok', 'word '.repeat(400).trim(), { numbered: true });
  expect(many?.at(-1)).toMatch(/14\/14$/);
});

const words = fc.constantFrom(
  'yes',
  'Grüße.',
  '日本語の文。',
  family,
  'https://example.com/a/b?c=d',
  'and,',
  '\n\n',
  '@mira@example.social',
  'ok!',
);

test('no part is over the limit, and no word of the reply is lost or changed', () => {
  fc.assert(
    fc.property(fc.constantFrom('x', 'bluesky', 'mastodon', 'tiktok'), fc.array(words, { minLength: 1, maxLength: 150 }), (site, list) => {
      const text = list.join(' ').trim();
      fc.pre(text !== '');
      const parts = splitReply(site, text);
      expect(parts).toBeDefined();
      for (const one of parts ?? []) expect(countLength(site, one).over).toBe(false);
      expect((parts ?? []).join('').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
    }),
    { numRuns: 150 },
  );
});
