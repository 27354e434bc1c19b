/** What a tree needs before it can be true of a post. */
import type { QueryNode } from './query-tree.ts';

/** False for what only takes away: by itself it would be true of nearly every post, so it is never enough. */
export function isPositive(node: QueryNode): boolean {
  if (node.type === 'not') return false;
  if (node.type === 'and') return node.children.some(isPositive);
  return node.type !== 'or' || node.children.some(isPositive);
}

/** False where the post's other properties alone can make it true. */
export function needsTerm(node: QueryNode): boolean {
  if (node.type === 'not' || node.type === 'field') return false;
  if (node.type === 'and') return node.children.some(needsTerm);
  if (node.type === 'or') return node.children.filter(isPositive).every(needsTerm);
  return node.type === 'near' ? needsTerm(node.left) || needsTerm(node.right) : true;
}
