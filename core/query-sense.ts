/** What a tree needs before it can be true of a post. */
import type { QueryNode } from './query-tree.ts';

/** False for what only takes away: by itself it would be true of nearly every post, so it is never enough. */
export function isPositive(node: QueryNode): boolean {
  if (node.type === 'not') return false;
  if (node.type === 'and') return node.children.some(isPositive);
  return node.type !== 'or' || node.children.some(isPositive);
}
