/** Other ways of writing what a query is about, joined to it with OR and taken out again. */
import { foldText } from './fold.ts';
import { printQuery } from './query-print.ts';
import { readQuery } from './query-reader.ts';
import type { GroupNode, QueryNode } from './query-tree.ts';

const nowhere = { start: 0, end: 0 };

const keyOf = (node: QueryNode): string => foldText(printQuery(node).replace(/^"(.*)"$/, '$1'));

const isPositive = (node: QueryNode): boolean => node.type === 'term' || node.type === 'near' || node.type === 'or';

/** The part that says what is looked for, beside what is left out and where. */
function findSubject(tree: QueryNode): { subject: QueryNode; replace: (by: QueryNode) => QueryNode } {
  const at = tree.type === 'and' ? tree.children.findIndex(isPositive) : -1;
  const subject = tree.type === 'and' ? tree.children[at] : undefined;
  if (tree.type !== 'and' || !subject) return { subject: tree, replace: (by) => by };
  return { subject, replace: (by): GroupNode => ({ ...tree, children: tree.children.map((child, i) => (i === at ? by : child)) }) };
}

const listWays = (subject: QueryNode): readonly QueryNode[] => (subject.type === 'or' ? subject.children : [subject]);

/** True where the query looks for this way of writing by itself. */
export function hasVariant(query: string, variant: string): boolean {
  const tree = readQuery(query);
  const wanted = readQuery(variant);
  if (!tree || !wanted) return false;
  const key = keyOf(wanted);
  return listWays(findSubject(tree).subject).some((way) => keyOf(way) === key);
}

/** The query with one more way of writing. */
export function addVariant(query: string, variant: string): string {
  const tree = readQuery(query);
  const added = readQuery(variant);
  if (!tree || !added) return query.trim() || variant;
  if (hasVariant(query, variant)) return query;
  const { subject, replace } = findSubject(tree);
  return printQuery(replace({ type: 'or', children: [...listWays(subject), added], span: nowhere }));
}

/** The query without it. The last way of writing stays: a query has to look for something. */
export function removeVariant(query: string, variant: string): string {
  const tree = readQuery(query);
  const removed = readQuery(variant);
  if (!tree || !removed) return query;
  const { subject, replace } = findSubject(tree);
  const key = keyOf(removed);
  const left = listWays(subject).filter((way) => keyOf(way) !== key);
  const [first] = left;
  if (!first) return query;
  return printQuery(replace(left.length === 1 ? first : { type: 'or', children: left, span: nowhere }));
}

/** What a query is about, to look for other ways of writing it: its first words, if they are only words. */
export function subjectOf(query: string): string {
  const tree = readQuery(query);
  if (!tree) return '';
  const first = listWays(findSubject(tree).subject)[0];
  return first?.type === 'term' ? first.text : '';
}
