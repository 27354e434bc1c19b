/** A keyword with one more word left out. */
import { printQuery } from './query-print.ts';
import { readQuery } from './query-reader.ts';
import type { QueryNode } from './query-tree.ts';

const nowhere = { start: 0, end: 0 };

/** `query AND NOT words`; undefined where there is no query to add it to, or no words. */
export function addGuard(query: string, words: string): string | undefined {
  const tree = readQuery(query);
  const text = words.trim();
  if (!tree || text === '') return undefined;
  const not: QueryNode = {
    type: 'not',
    child: { type: 'term', text, quoted: false, exact: false, span: nowhere },
    span: nowhere,
  };
  const children = tree.type === 'and' ? [...tree.children, not] : [tree, not];
  return printQuery({ type: 'and', children, span: nowhere });
}
