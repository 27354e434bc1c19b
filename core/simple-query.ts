/** The simple form of a query: five lists, for those who would rather not type operators. It and the text say the same. */
import { printQuery } from './query-print.ts';
import { readQuery } from './query-reader.ts';
import type { FieldNode, QueryNode, TermNode } from './query-tree.ts';

export interface SimpleQuery {
  /** One of these is enough. */
  readonly any: readonly string[];
  /** Each of these must be there. */
  readonly all: readonly string[];
  /** None of these may be there. */
  readonly none: readonly string[];
  /** Each of these must be there, in just these letters. */
  readonly exact: readonly string[];
  /** On one of these sites. */
  readonly sites: readonly string[];
}

const span = { start: 0, end: 0 };

/** A term as the person typed it: words, or words in quotes. What would be more than a term is taken for words. */
function termOf(text: string): TermNode {
  const tree = readQuery(text);
  return tree?.type === 'term'
    ? { ...tree, text: tree.exact ? tree.text.trim() : tree.text, span }
    : { type: 'term', text: text.trim(), quoted: true, exact: false, span };
}

const exactOf = (text: string): TermNode => ({ type: 'term', text: text.trim(), quoted: false, exact: true, span });
const siteOf = (value: string): FieldNode => ({ type: 'field', field: 'site', comparison: '=', value: value.trim(), span });

function group(type: 'and' | 'or', children: readonly QueryNode[]): QueryNode | undefined {
  const [first] = children;
  return children.length > 1 ? { type, children, span } : first;
}

const filled = (list: readonly string[]): string[] => list.filter((text) => text.trim() !== '');

/** Undefined where nothing is filled in. Its spans mean nothing: print it. */
export function treeOf({ any, all, none, exact, sites }: SimpleQuery): QueryNode | undefined {
  const one = group('or', filled(any).map(termOf));
  const not = group('or', filled(none).map(termOf));
  const where = group('or', filled(sites).map(siteOf));
  const parts = [...(one ? [one] : []), ...filled(all).map(termOf), ...filled(exact).map(exactOf), ...(where ? [where] : [])];
  return group('and', not ? [...parts, { type: 'not', child: not, span }] : parts);
}

const isTerm = (node: QueryNode): node is TermNode => node.type === 'term';
const isSite = (node: QueryNode): node is FieldNode => node.type === 'field' && node.field === 'site';

/** The members of an OR, or the one there is, if all are of a kind. */
function listOf<T extends QueryNode>(node: QueryNode, is: (node: QueryNode) => node is T): readonly T[] | undefined {
  const members = node.type === 'or' ? node.children : [node];
  return members.every(is) ? members : undefined;
}

interface Lists {
  any: string[];
  all: string[];
  none: string[];
  exact: string[];
  sites: string[];
}

/** As it is written in a list: space at the ends of exact words is not kept there. */
const printTerm = (term: TermNode): string => printQuery(term.exact ? { ...term, text: term.text.trim() } : term);

/** Adds one part of the query to the list it belongs to; false where it belongs to none, or its list is taken. */
function sort(part: QueryNode, lists: Lists): boolean {
  const not = part.type === 'not' ? listOf(part.child, isTerm) : undefined;
  if (not) return lists.none.push(...not.map(printTerm)) > 0;
  const sites = listOf(part, isSite);
  if (sites) return lists.sites.length === 0 && lists.sites.push(...sites.map(({ value }) => value)) > 0;
  if (isTerm(part)) return part.exact ? lists.exact.push(part.text.trim()) > 0 : lists.all.push(printQuery(part)) > 0;
  const any = listOf(part, isTerm);
  return any !== undefined && lists.any.length === 0 && lists.any.push(...any.map(printTerm)) > 0;
}

/** The lists a query comes to; undefined where it says what no lists can. */
export function simpleOf(tree: QueryNode): SimpleQuery | undefined {
  const lists: Lists = { any: [], all: [], none: [], exact: [], sites: [] };
  for (const part of tree.type === 'and' ? tree.children : [tree]) if (!sort(part, lists)) return undefined;
  const [only] = lists.all;
  // One word alone is the shortest list of which one is enough.
  return only !== undefined && lists.all.length === 1 && lists.any.length === 0 ? { ...lists, any: [only], all: [] } : lists;
}
