import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMatcher } from '../../../core/matcher.ts';
import { matchSlowly } from './slow-matcher.ts';

/** How many random posts; set EARSHOT_POSTS to 100000 for the long run. */
const posts = Number(process.env.EARSHOT_POSTS ?? 20_000);

const pieces = [
  ...'aAbBéÉeEßsSıiİI_12٣３ａ',
  ...'東京都日本ガカがか々ーｶﾞﾊﾟ𠮷野',
  ...'한국삼성은는가각나',
  ...'กาำั้ເລານ',
  ...'हिन्दीक़',
  ...'אבשלםاأمحد',
  ...'σςΣΆя й',
  ...' \n\t.,-–&/#@+$\'’"()™🍎👍❤😀',
  ...['\u0301', '\u0308', '\u3099', '\ufe0f', '\u200b', '\u200d', '\u00ad', '\u202e', '\u0640', '\u05b8', '\u{1f3fd}', '\u0345'],
  ...['𝗔', '𝐛', 'ﬁ', 'ǆ', 'Ⓐ', '①', '㍿', 'ﷺ', '\ud83d', '\udc00', '\ud835', '\0', '한'.normalize('NFD'), 'ゟ', 'ℹ', '🅰'],
  ...[
    'acme',
    'ACME',
    'rocket',
    'ab',
    'ss',
    '東京',
    '삼성',
    'c++',
    '.net',
    '👩‍👧',
    '🇩🇪',
    '🇪🇸',
    '\u20e3',
    '$ab',
    '·',
    'RT',
    '://',
    '$.t',
    '#ab',
    '@ab',
    'a.b',
    'AT&T',
  ],
];
const piece = fc.constantFrom(...pieces);
const query = fc.array(piece, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));

/** Words with stars, phrases, exact letters, and operators among them, now and then in no order that makes sense. */
const term = fc.oneof(
  { weight: 3, arbitrary: query },
  { weight: 2, arbitrary: fc.tuple(query, fc.constantFrom('*', '?', 'a*', '*a', '*都', '?b*', '* a')).map(([word, star]) => word + star) },
  { weight: 1, arbitrary: query.map((words) => `"${words}"`) },
  { weight: 1, arbitrary: query.map((words) => `{${words}}`) },
  { weight: 2, arbitrary: fc.constantFrom('acme', 'rocket', 'a*', 'ro*t', 'ac?e', '{Acme}', '"acme rocket"', '삼*', '東*', 'stras*') },
);
const operator = fc.constantFrom(' AND ', ' OR ', ' NOT ', ' AND NOT ', ' NEAR/1 ', ' ONEAR/2 ', ' NEAR/0 ', ' ');
const flat = fc.array(fc.tuple(term, operator), { minLength: 1, maxLength: 4 }).map((parts) => parts.flat().slice(0, -1).join(''));
const composed = fc.oneof(
  term,
  flat,
  fc.tuple(flat, operator, flat).map(([a, between, b]) => `(${a})${between}(${b})`),
);
const list = (texts: string[]) => texts.map((text, n) => ({ id: `k${String(n).padStart(3, '0')}`, query: text }));

/** Posts that hold what is looked for, whole or changed, among what is not. */
const sceneOf = (asked: fc.Arbitrary<string>) =>
  fc.array(asked, { minLength: 1, maxLength: 12 }).chain((queries) =>
    fc.record({
      queries: fc.constant(queries),
      posts: fc.array(
        fc
          .array(
            fc.oneof(piece, piece, fc.constantFrom(...queries), fc.constantFrom(...queries.map((q) => q.toUpperCase().normalize('NFD')))),
            { maxLength: 24 },
          )
          .map((parts) => parts.join('')),
        { minLength: 10, maxLength: 10 },
      ),
    }),
  );

const scene = sceneOf(query);
const words = ['acme', 'Acme', 'rocket', 'Straße', 'acmes', 'a', 'b', '삼성전자는', '東京都', ' ', ' ', '. '];

describe('the matcher, against one that is slow and obviously right', () => {
  it('finds the same in random posts full of odd letters', { timeout: 600_000 }, () => {
    let found = 0;
    fc.assert(
      fc.property(scene, ({ queries, posts: texts }) => {
        const keywords = list(queries);
        const matcher = compileMatcher(keywords);
        for (const text of texts) {
          const hits = matcher.matchText(text);
          found += hits.length;
          expect(hits).toEqual(matchSlowly(keywords, text));
        }
      }),
      { numRuns: posts / 10 },
    );
    expect(found).toBeGreaterThan(posts / 2);
  });

  it('finds the same for queries with operators, wildcards and exact letters', { timeout: 600_000 }, () => {
    let found = 0;
    const filled = fc.array(fc.oneof(piece, fc.constantFrom(...words)), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.array(composed, { minLength: 1, maxLength: 8 }),
        fc.array(filled, { minLength: 5, maxLength: 5 }),
        (queries, texts) => {
          const keywords = list(queries);
          const matcher = compileMatcher(keywords);
          for (const text of [...texts, queries.join(' '), queries.join(' ').replace(/[*?{}"]/g, 'a')]) {
            const hits = matcher.matchText(text);
            found += hits.length;
            expect(hits).toEqual(matchSlowly(keywords, text));
          }
        },
      ),
      { numRuns: posts / 10 },
    );
    expect(found).toBeGreaterThan(posts / 2);
  });

  it('finds the same in any text at all', { timeout: 600_000 }, () => {
    const any = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), fc.array(any, { maxLength: 3 }), (queries, extra) => {
        const keywords = list(queries);
        const text = [...extra, ...queries].join(' ');
        expect(compileMatcher(keywords).matchText(text)).toEqual(matchSlowly(keywords, text));
      }),
      { numRuns: posts / 10 },
    );
  });

  it('never cuts a surrogate pair, nor leaves a mark behind', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(scene, ({ queries, posts: texts }) => {
        const matcher = compileMatcher(list(queries));
        for (const text of texts.map((t) => t.replace(/\p{Surrogate}/gu, ''))) {
          for (const { start, end } of matcher.matchText(text)) {
            expect(start).toBeLessThan(end);
            expect(text.slice(start, end)).not.toMatch(/\p{Surrogate}/u);
            expect(/^\p{M}/u.test(text.slice(end))).toBe(false);
          }
        }
      }),
      { numRuns: posts / 50 },
    );
  });
});
