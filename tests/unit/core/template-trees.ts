/** Any reply a person may write, as a tree; and texts that nearly are one. */
import fc from 'fast-check';
import { linkParts, type TemplateNode } from '../../../core/template-tree.ts';

const at = { start: 0, end: 0 };
const name = fc.constantFrom('author.firstName', 'rating', 'keyword', 'post.excerpt', 'order');
const awkward = fc.constantFrom('{{', '\\', '\\{{', '{', '}}', '}', '"', '“', '”', '„', '|', '\n', ' ', '#if', "it's", '😀', 'é');
const words = fc
  .array(fc.oneof(awkward, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');
const oneLine = words.map((text) => text.replace(/[\r\n]/g, ' '));
const trimmed = oneLine.map((text) => text.trim()).filter((text) => text !== '' && !/[{}]/.test(text));
const fallback = oneLine.map((text) => text.replace(/[{}]/g, ''));
const maybe = <T, K extends string>(key: K, arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary).map((value) => (value === null ? {} : ({ [key]: value } as Record<K, T>)));

const operand = fc.oneof(
  name.map((name) => ({ type: 'name' as const, name, ...at })),
  fc.integer({ min: -99, max: 99 }).map((n) => ({ type: 'number' as const, value: String(n), ...at })),
  oneLine.map((value) => ({ type: 'words' as const, value, ...at })),
);
const { condition } = fc.letrec((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    name.map((name) => ({ type: 'exists', name, ...at })),
    fc.record({
      type: fc.constant('compare'),
      left: operand,
      operator: fc.constantFrom('<', '<=', '>', '>=', '=', '!=', 'contains'),
      right: operand,
      start: fc.constant(0),
      end: fc.constant(0),
    }),
    tie('condition').map((child) => ({ type: 'not', child, ...at })),
    fc.tuple(fc.constantFrom('and', 'or'), tie('condition'), tie('condition')).map(([type, left, right]) => ({ type, left, right, ...at })),
  ),
}));

const step = fc.record({ amount: fc.integer({ min: -99, max: 99 }), unit: fc.constantFrom('h', 'd', 'w', 'm', 'b') });
const leaf = fc.oneof(
  words.map((text) => ({ type: 'text', text, ...at })),
  fc.tuple(name, maybe('fallback', fallback)).map(([name, rest]) => ({ type: 'value', name, ...rest, ...at })),
  fc
    .tuple(
      fc.array(step, { maxLength: 2 }),
      maybe('format', fc.constantFrom('weekday', 'iso', 'weekday:short day month')),
      maybe('lang', fc.constantFrom('de', 'pt-BR')),
      maybe('zone', fc.constantFrom('Europe/Berlin', 'UTC')),
    )
    .map(([steps, ...rest]) => Object.assign({ type: 'date', steps }, ...rest, at)),
  fc.tuple(trimmed, maybe('preset', fallback)).map(([question, rest]) => ({ type: 'ask', question, ...rest, ...at })),
  fc.constant({ type: 'cursor', ...at }),
  trimmed.filter((text) => !text.startsWith(';')).map((shortcut) => ({ type: 'snippet', shortcut, ...at })),
  fc
    .tuple(
      fc.constantFrom('https://example.com/help?a=1#b', 'http://localhost:3000'),
      fc.dictionary(fc.constantFrom(...linkParts), fallback),
    )
    .map(([address, parts]) => ({ type: 'link', address, parts: { ...parts }, ...at })),
);

/** Two texts in a row are one. */
function joinTexts(nodes: TemplateNode[]): TemplateNode[] {
  const joined: TemplateNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') joined[joined.length - 1] = { ...last, text: last.text + node.text };
    else joined.push(node);
  }
  return joined;
}

const { nodes } = fc.letrec<{ node: unknown; nodes: TemplateNode[] }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.array(
          fc.tuple(condition, tie('nodes')).map(([condition, nodes]) => ({ condition, written: '', tag: at, nodes })),
          { minLength: 1, maxLength: 2 },
        ),
        fc.option(
          tie('nodes').map((nodes) => ({ tag: at, nodes })),
          { nil: undefined },
        ),
      )
      .map(([branches, otherwise]) => ({ type: 'if', branches, otherwise, close: at, ...at })),
    fc
      .array(
        tie('nodes').filter((inner) => !JSON.stringify(inner).includes('\\n')),
        { minLength: 2, maxLength: 3 },
      )
      .map((options) => ({ type: 'choose', options, ...at })),
  ),
  nodes: fc.array(tie('node'), { maxLength: 3 }).map((list) => joinTexts(list as TemplateNode[])),
}));
export const anyTemplate = nodes;

const bits = [
  '{{',
  '}}',
  '{{#if ',
  '{{else}}',
  '{{else if ',
  '{{/if}}',
  '{{choose "',
  '" "',
  '"}}',
  '{{date +2d',
  '{{ask "',
  '|',
  '{{cursor}}',
];
const more = [
  '{{snippet "a"}}',
  '{{link "https://a.b/',
  'rating',
  ' < ',
  '3',
  'not ',
  ' and ',
  '(',
  ')',
  '\\',
  '\n',
  '“',
  '”',
  '{',
  '}',
  '"',
  'a',
];
export const nearlyTemplate = fc
  .array(fc.oneof(fc.constantFrom(...bits, ...more), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 24 })
  .map((parts) => parts.join(''));

/** Where things stand, and how they were typed, left out. */
export const withoutSpans = (nodes: readonly TemplateNode[]): unknown =>
  JSON.parse(
    JSON.stringify(nodes, (key, value) =>
      ['start', 'end', 'tag', 'written'].includes(key) ? undefined : key === 'close' ? !!value : value,
    ),
  );
