/** Random trees of the query language, and trees without their spans. */
import fc from 'fast-check';
import type { QueryNode } from '../../../core/query-tree.ts';

const span = { start: 0, end: 0 };

/** The same tree with every span 0: two texts may say the same in other places. */
export function withoutSpans(node: QueryNode): QueryNode {
  switch (node.type) {
    case 'term':
    case 'field':
      return { ...node, span };
    case 'not':
      return { ...node, child: withoutSpans(node.child), span };
    case 'near':
      return { ...node, left: withoutSpans(node.left), right: withoutSpans(node.right), span };
    default:
      return { ...node, children: node.children.map(withoutSpans), span };
  }
}

const words = fc.constantFrom(
  'acme',
  'acme rocket',
  'C++',
  'AT&T',
  '#tag',
  '@acme',
  '$TICK',
  '🍎',
  ':-/',
  'rock*',
  'wom?n',
  "don't",
  '東京',
  '.NET',
);
const anyText = fc.oneof(
  words,
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('AND', 'a OR b', 'site:x', '(', ')', '"', '}', '\\', '\\"'),
);
const someText = anyText.filter((text) => text.trim() !== '');

const term = fc.oneof(
  words.map((text) => ({ type: 'term', text, quoted: false, exact: false, span }) as const),
  someText.map((text) => ({ type: 'term', text, quoted: true, exact: false, span }) as const),
  someText.map((text) => ({ type: 'term', text, quoted: false, exact: true, span }) as const),
);

const field = fc
  .oneof(
    fc.record({
      field: fc.constantFrom('site', 'author', 'kind', 'lang', 'has', 'in'),
      comparison: fc.constant('=' as const),
      value: someText.map((text) => text.trim()),
    }),
    fc.record({
      field: fc.constant('rating'),
      comparison: fc.constantFrom('=', '<', '<=', '>', '>='),
      value: fc.nat({ max: 10 }).map(String),
    }),
  )
  .map((node) => ({ ...node, type: 'field', span }) as QueryNode);

export const anyTree: fc.Arbitrary<QueryNode> = fc.letrec<{ node: QueryNode; leaf: QueryNode }>((tie) => ({
  leaf: fc.oneof(term, field),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({
      type: fc.constantFrom('and', 'or'),
      children: fc.array(tie('node'), { minLength: 2, maxLength: 4 }),
      span: fc.constant(span),
    }) as fc.Arbitrary<QueryNode>,
    tie('node').map((child) => ({ type: 'not', child, span }) as const),
    fc
      .record({ left: tie('node'), right: tie('node'), distance: fc.nat({ max: 100 }), ordered: fc.boolean() })
      .map((node) => ({ ...node, type: 'near', span }) as const),
  ),
})).node;

/** Text that is nearly a query: what a person is in the middle of typing, or never meant as one. */
export const nearlyQuery: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'AND',
        'OR',
        'NOT',
        'NEAR/3',
        'ONEAR/0',
        'NEAR/',
        'NEAR/99999999999',
        '(',
        ')',
        '"',
        '“',
        '”',
        '{',
        '}',
        '\\',
        '*',
        '?',
        ':',
        'site:',
        'rating:<',
        'has:link',
        'in:(',
        'acme',
        'foo:bar',
        ':)',
        'http://a.b/c?d',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .chain((parts) => fc.constantFrom(parts.join(' '), parts.join('')));
