import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../core/query.ts';
import { printQuery } from '../../../core/query-print.ts';
import type { Problem, QueryNode } from '../../../core/query-tree.ts';
import { bestTime } from './best-time.ts';
import { anyTree, nearlyQuery, withoutSpans } from './query-trees.ts';

/** A tree as one would write it on a board: (and a b). */
function sketch(node: QueryNode | undefined): string {
  if (!node) return '-';
  switch (node.type) {
    case 'term':
      return node.exact ? `{${node.text}}` : node.quoted ? `"${node.text}"` : node.text.includes(' ') ? `[${node.text}]` : node.text;
    case 'field':
      return `${node.field}${node.comparison}${node.value}`;
    case 'not':
      return `(not ${sketch(node.child)})`;
    case 'near':
      return `(${node.ordered ? 'onear' : 'near'}${node.distance} ${sketch(node.left)} ${sketch(node.right)})`;
    default:
      return `(${node.type} ${node.children.map(sketch).join(' ')})`;
  }
}

const read = (text: string) => sketch(parseQuery(text).tree);
const codes = (text: string, sites?: readonly string[]) => parseQuery(text, sites).problems.map(({ code }) => code);
const mend = (text: string, { span, replacement }: Problem['fixes'][number]) =>
  text.slice(0, span.start) + replacement + text.slice(span.end);

describe('what is plain stays plain', () => {
  it.each([
    'acme',
    'acme rocket',
    'C++',
    'C#',
    '.NET',
    'AT&T',
    'AC/DC',
    ':)',
    ';-)',
    '(:',
    'acme (rocket',
    'acme) rocket',
    '5" pipe',
    'Yahoo!',
    'Acme?',
    'is acme down?',
    'salt and pepper',
    'this or that',
    'not a keyword',
    'Near East',
    'NEAR protocol',
    'ANDROID',
    'f()',
    '#acme @acme $ACME',
    'https://example.com/a?b=c',
    'example.com',
    're:Invent',
    '10:30',
    '{',
    '👩‍👩‍👧',
  ])('%s is one term', (text) => {
    expect(parseQuery(text)).toEqual({
      tree: { type: 'term', text, quoted: false, exact: false, span: { start: 0, end: text.length } },
      problems: [],
    });
  });

  it('white space around it does not matter', () => {
    expect(parseQuery('  acme\n').tree).toMatchObject({ text: 'acme', span: { start: 2, end: 6 } });
  });
});

describe('the language', () => {
  it.each([
    ['acme AND rocket', '(and acme rocket)'],
    ['acme OR rocket OR fuel', '(or acme rocket fuel)'],
    ['acme rocket OR fuel', '(or [acme rocket] fuel)'],
    ['acme NOT rocket', '(and acme (not rocket))'],
    ['acme AND NOT rocket', '(and acme (not rocket))'],
    ['acme NOT (pie OR juice)', '(and acme (not (or pie juice)))'],
    ['acme NOT pie NOT juice', '(and acme (not pie) (not juice))'],
    ['NOT acme AND rocket', '(and (not acme) rocket)'],
    ['"acme rocket"', '"acme rocket"'],
    ['“acme rocket”', '"acme rocket"'],
    ['"a AND b" OR c', '(or "a AND b" c)'],
    [String.raw`"say \"hi\""`, '"say "hi""'],
    ['acme "rocket fuel"', '(and acme "rocket fuel")'],
    ['acme (rocket OR fuel)', '(and acme (or rocket fuel))'],
    ['((acme))', 'acme'],
    ['(a AND b) AND c', '(and (and a b) c)'],
    ['{BT} OR {Bt Group}', '(or {BT} {Bt Group})'],
    ['acme NEAR/3 rocket', '(near3 acme rocket)'],
    ['acme ONEAR/0 rocket AND fuel', '(and (onear0 acme rocket) fuel)'],
    ['NOT acme NEAR/3 rocket fuel AND x1', '(and (not (near3 acme [rocket fuel])) x1)'],
    ['a1 NEAR/1 b1 NEAR/2 c1', '(near2 (near1 a1 b1) c1)'],
    ['(a1 OR b1) NEAR/2 c1', '(near2 (or a1 b1) c1)'],
    ['complain* AND customi?e', '(and complain* customi?e)'],
    ['acme AND :)', '(and acme ":)")'],
    ['site:reddit AND rating:<3', '(and site=reddit rating<3)'],
    ['site:reddit rating:>=4', '(and site=reddit rating>=4)'],
    ['rating:3', 'rating=3'],
    ['author:"Jane Doe" AND in:reddit/r/devops', '(and author=Jane Doe in=reddit/r/devops)'],
    ['acme site:(reddit OR x)', '(and acme (or site=reddit site=x))'],
    ['SITE:reddit', 'site=reddit'],
    ['has:link has:question lang:pt-br', '(and has=link has=question lang=pt-br)'],
    ['a NOT NOT b', '(and a (not (not b)))'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree);
  });

  it('spans are those of the text', () => {
    const text = 'acme AND (rocket fuel OR "x y") NOT site:reddit';
    const { tree } = parseQuery(text);
    const spans: string[] = [];
    const visit = (node: QueryNode) => {
      spans.push(text.slice(node.span.start, node.span.end));
      if (node.type === 'not') visit(node.child);
      else if (node.type === 'and' || node.type === 'or') node.children.forEach(visit);
    };
    visit(tree!);
    expect(spans).toEqual([text, 'acme', 'rocket fuel OR "x y"', 'rocket fuel', '"x y"', 'NOT site:reddit', 'site:reddit']);
  });
});

describe('the linter', () => {
  /** query, its problems, what it is after each fix. */
  const slips: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['', ['empty'], []],
    [' \t', ['empty'], []],
    ['acme AND rocket OR fuel', ['mixed'], ['(acme AND rocket) OR fuel', 'acme AND (rocket OR fuel)']],
    ['acme OR rocket NOT fuel', ['mixed'], ['acme OR (rocket NOT fuel)', '(acme OR rocket) NOT fuel']],
    ['acme OR rocket site:x', ['mixed'], ['acme OR (rocket site:x)', '(acme OR rocket) site:x']],
    ['(acme AND rocket) OR fuel', [], []],
    ['acme (rocket OR fuel)', [], []],
    ['NOT acme', ['negative-only'], []],
    ['NOT acme NOT rocket', ['negative-only'], []],
    ['acme OR NOT rocket', ['negative-only'], []],
    ['site:reddit NOT acme', [], []],
    ['acme OR *rocket', ['wildcard-first'], ['acme OR rocket']],
    ['*acme', ['wildcard-first'], ['acme']],
    ['?cme', ['wildcard-first'], ['cme']],
    ['ab*', ['wildcard-short'], []],
    ['w?rd', [], []],
    ['rock*', [], []],
    ['"rock *"', [], []],
    ['sites:reddit AND acme', ['unknown-field'], ['site:reddit AND acme', '"sites:reddit" AND acme']],
    ['from:jane AND acme', ['unknown-field'], ['author:jane AND acme', '"from:jane" AND acme']],
    ['std:vector', ['unknown-field'], ['"std:vector"']],
    ['kind:coment', ['bad-value'], ['kind:comment']],
    ['lang:english AND acme', ['bad-value'], ['lang:en AND acme']],
    ['lang:!', ['bad-value'], []],
    ['rating:<many', ['bad-value'], []],
    ['rating:<11', ['bad-value'], ['rating:<10']],
    ['rating:<3,5', ['bad-value'], ['rating:<3.5']],
    ['has:links', ['bad-value'], ['has:link']],
    ['acme NEAR/500 rocket', ['bad-value'], ['acme NEAR/100 rocket']],
    ['site:redit AND acme', ['bad-value'], ['site:reddit AND acme']],
    ['site:example.com', [], []],
    ['(acme OR rocket', ['unbalanced'], ['(acme OR rocket)', 'acme OR rocket']],
    ['acme OR rocket)', ['unbalanced'], ['acme OR rocket']],
    ['acme AND "rocket', ['unbalanced'], ['acme AND "rocket"', 'acme AND rocket']],
    ['acme OR :)', [], []],
    ['acme AND', ['missing-operand'], ['acme ', 'acme "AND"'].map((text) => text.trimEnd())],
    ['AND acme', ['missing-operand'], ['acme', '"AND" acme']],
    ['Portland OR', ['missing-operand'], ['Portland', 'Portland "OR"']],
    ['acme AND OR rocket', ['missing-operand'], ['acme OR rocket', 'acme "AND" OR rocket']],
    ['acme NOT', ['missing-operand'], ['acme', 'acme "NOT"']],
    ['NEAR/3 acme', ['missing-operand'], ['acme', '"NEAR/3" acme']],
    ['acme NEAR/3 (rocket AND fuel)', ['near-operand'], ['acme AND (rocket AND fuel)']],
    ['acme NEAR/3 NOT rocket', ['near-operand'], ['acme AND NOT rocket']],
    ['acme NEAR/3 site:x', ['near-operand'], ['acme AND site:x']],
    ['the', ['too-common'], []],
    ['acme OR you', ['too-common'], []],
    ['acme AND you', [], []],
    ['{IT}', [], []],
    ['acme OR Acme', ['duplicate'], ['acme']],
    ['acme AND rocket AND acme', ['duplicate'], ['acme AND rocket']],
  ];

  it.each(slips)('%s', (text, expected, mended) => {
    const { problems } = parseQuery(text, ['reddit', 'x', 'hackernews']);
    expect(problems.map(({ code }) => code)).toEqual(expected);
    expect(problems.flatMap(({ fixes }) => fixes.map((fix) => mend(text, fix)))).toEqual(mended);
  });

  it('a query that was mended as it says is in order, unless it then says too little', () => {
    for (const [text, , mended] of slips) {
      for (const better of mended) {
        expect(codes(better, ['reddit', 'x', 'hackernews']).length, `${text} → ${better}`).toBeLessThan(codes(text, ['reddit']).length + 1);
        expect(better).not.toBe(text);
      }
    }
  });

  it('too long and too deep', () => {
    expect(codes(`acme ${'rocket '.repeat(400)}`)).toContain('too-long');
    expect(codes(`${'('.repeat(40)}acme${')'.repeat(40)} OR rocket`)).toContain('too-deep');
    expect(codes(`${'NOT '.repeat(400)}acme`)).toContain('too-deep');
  });

  it('what is wrong is still read as sensibly as can be', () => {
    expect(read('acme AND')).toBe('acme');
    expect(read('OR')).toBe('"OR"');
    expect(read('acme AND OR rocket')).toBe('(or acme rocket)');
    expect(read('(acme OR rocket')).toBe('(or "(acme" rocket)');
    expect(read('acme AND rocket OR fuel')).toBe('(or (and acme rocket) fuel)');
  });
});

describe('any text at all', () => {
  it('printing a tree and reading it gives the same tree', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const text = printQuery(tree);
        fc.pre(text.length <= 2_000);
        expect(withoutSpans(parseQuery(text).tree!)).toEqual(tree);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is read without an exception, and its problems and fixes lie within it', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyQuery, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
        const { tree, problems } = parseQuery(text);
        expect(tree !== undefined || text.trim() === '').toBe(true);
        for (const { span, fixes } of problems) {
          for (const { start, end } of [span, ...fixes.map((fix) => fix.span)]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(start).toBeLessThanOrEqual(end);
          }
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('printing what was read and reading that says the same', () => {
    fc.assert(
      fc.property(nearlyQuery, (text) => {
        const { tree } = parseQuery(text);
        fc.pre(tree !== undefined && printQuery(tree).length <= 2_000);
        expect(withoutSpans(parseQuery(printQuery(tree!)).tree!)).toEqual(withoutSpans(tree!));
      }),
      { numRuns: 5_000 },
    );
  });

  it('is read quickly, however long and odd', () => {
    for (const part of [
      '(',
      ')',
      '"',
      '{',
      '\\',
      'NOT ',
      'a OR ',
      '(a ',
      'a*',
      '*',
      '? ',
      'site:',
      'site:(',
      '((a) ',
      ':) ',
      'a NEAR/3 ',
      'http://',
      '“',
      'ab:cd ',
      'a.',
      'a ',
    ])
      for (const make of [(n: number) => part.repeat(n * 10), (n: number) => `x AND ${part.repeat(n)}`]) {
        const read = (text: string) => () => {
          const { tree } = parseQuery(text);
          if (tree) printQuery(tree);
        };
        const [short, long] = [bestTime(read(make(500))), bestTime(read(make(5_000)))];
        // Ten times the text is some ten times the work; a hundred times would be a reader that goes back over what it has read.
        expect(long / (short + 0.1), part).toBeLessThan(40);
      }
  });
});
