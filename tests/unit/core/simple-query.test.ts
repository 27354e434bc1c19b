import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../core/query.ts';
import { printQuery } from '../../../core/query-print.ts';
import { type SimpleQuery, simpleOf, treeOf } from '../../../core/simple-query.ts';
import { anyTree, nearlyQuery, withoutSpans } from './query-trees.ts';

const empty: SimpleQuery = { any: [], all: [], none: [], exact: [], sites: [] };
const textOf = (simple: Partial<SimpleQuery>) => printQuery(treeOf({ ...empty, ...simple })!);
const readBack = (text: string) => simpleOf(parseQuery(text).tree!);

const span = { start: 0, end: 0 };

describe('the simple form', () => {
  it.each<[Partial<SimpleQuery>, string]>([
    [{ any: ['acme'] }, 'acme'],
    [{ any: ['acme', 'acme rocket'] }, 'acme OR acme rocket'],
    [{ all: ['acme', 'rocket'] }, 'acme AND rocket'],
    [{ any: ['acme', '@acme'], none: ['recipe'] }, '(acme OR @acme) AND NOT recipe'],
    [{ any: ['acme'], none: ['pie', 'juice bar'] }, 'acme AND NOT (pie OR juice bar)'],
    [{ exact: ['BT'] }, '{BT}'],
    [
      { any: ['a1', 'b1'], all: ['c1', 'd1'], exact: ['BT'], sites: ['x', 'reddit'] },
      '(a1 OR b1) AND c1 AND d1 AND {BT} AND (site:x OR site:reddit)',
    ],
    [{ any: ['"to be or not"', '"a AND b"'] }, '"to be or not" OR "a AND b"'],
  ])('%j is %s, both ways', (simple, text) => {
    expect(textOf(simple)).toBe(text);
    expect(readBack(text)).toEqual({ ...empty, ...simple });
  });

  it('what is more than a term is taken for words', () => {
    expect(textOf({ any: ['acme AND rocket'] })).toBe('"acme AND rocket"');
    expect(textOf({ all: ['site:x', 'acme'] })).toBe('"site:x" AND acme');
  });

  it('nothing filled in is no query', () => {
    expect(treeOf({ ...empty, any: [' '], none: [''] })).toBeUndefined();
  });

  it.each(['acme NEAR/3 rocket', '(a AND b) OR c', 'rating:<3', 'acme NOT site:x', 'acme AND (b OR c) AND (d OR e)', 'author:jane acme'])(
    '%s is not that simple',
    (text) => {
      expect(readBack(text)).toBeUndefined();
    },
  );

  it('goes to text and back and stays the same text', () => {
    const item = fc.oneof(
      fc.constantFrom('acme', 'acme rocket', 'C++', '#tag', 'rock*', '{BT}'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      nearlyQuery,
    );
    const list = fc.array(item, { maxLength: 4 });
    fc.assert(
      fc.property(fc.record({ any: list, all: list, none: list, exact: list, sites: list }), (simple) => {
        const tree = treeOf(simple);
        fc.pre(tree !== undefined && printQuery(tree).length <= 2_000);
        const text = printQuery(tree!);
        const back = readBack(text);
        expect(back).toBeDefined();
        expect(
          printQuery(treeOf(back!)!)
            .split(/[()\s]+/)
            .sort(),
        ).toEqual(text.split(/[()\s]+/).sort());
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);

  it('a tree that is that simple is the same tree when it comes back, but for the order of its parts', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const simple = simpleOf(tree);
        if (!simple) return;
        const again = treeOf(simple)!;
        expect(simpleOf(withoutSpans(again))).toEqual(simple);
      }),
      { numRuns: 3_000, examples: [[{ type: 'not', child: { type: 'term', text: ' !', quoted: false, exact: true, span }, span }]] },
    );
  }, 60_000);
});
