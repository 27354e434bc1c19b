/** A tree → the text a person would type for it. Reading that text gives the same tree. */
import { readQuery } from './query-reader.ts';
import type { FieldNode, QueryNode, TermNode } from './query-tree.ts';

const backslash = (text: string, closer: RegExp): string => text.replace(closer, '\\$&');
const quote = (text: string): string => `"${backslash(text, /["\\]/g)}"`;

/** True where the words, typed as they are, are read as these words and nothing else. */
function isPlain(text: string): boolean {
  const tree = readQuery(text);
  return tree?.type === 'term' && !tree.quoted && !tree.exact && tree.text === text;
}

function printTerm({ text, quoted, exact }: TermNode): string {
  if (exact) return `{${backslash(text, /[}\\]/g)}}`;
  return !quoted && isPlain(text) && !/["“”{}()]/.test(text) ? text : quote(text);
}

function printField({ field, comparison, value }: FieldNode): string {
  // The sign is only left out where the value cannot be taken for one.
  const sign = comparison === '=' && (field !== 'rating' || /^[^<>=]/.test(value)) ? '' : comparison;
  const written = `${sign}${value}`;
  return `${field}:${/^[^\s"“”{}()\\]+$/.test(written) ? written : quote(written)}`;
}

/** Eyes before a closing bracket would make a face of it. */
const bracket = (written: string): string => `(${written}${/[:;=][-'^]?$/.test(written) ? ' ' : ''})`;

/** Brackets wherever one might wonder, and around groups of the same kind too, so that they stay groups. */
function printIn(node: QueryNode, parent: QueryNode['type']): string {
  const isGroup = node.type === 'and' || node.type === 'or';
  const isLoose = isGroup || (node.type === 'near' && parent !== 'and' && parent !== 'or') || (node.type === 'not' && parent === 'near');
  return isLoose ? bracket(print(node)) : print(node);
}

function print(node: QueryNode): string {
  switch (node.type) {
    case 'term':
      return printTerm(node);
    case 'field':
      return printField(node);
    case 'not':
      return `NOT ${printIn(node.child, 'not')}`;
    case 'near':
      return `${printIn(node.left, 'near')} ${node.ordered ? 'O' : ''}NEAR/${node.distance} ${printIn(node.right, 'near')}`;
    default:
      return node.children.map((child) => printIn(child, node.type)).join(` ${node.type.toUpperCase()} `);
  }
}

/** The whole query. Alone, words may hold brackets and quotes that are only symbols. */
export function printQuery(tree: QueryNode): string {
  return tree.type === 'term' && !tree.quoted && !tree.exact && isPlain(tree.text) ? tree.text : print(tree);
}
