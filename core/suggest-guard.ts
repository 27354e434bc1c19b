/**
 * One guard for a query that finds what the person keeps dismissing: the `NOT …` that takes away the most of it and the least of the rest. It
 * is chosen by counting and then tried, so that its effect is exact.
 */
import { foldText } from './fold.ts';
import { printQuery } from './query-print.ts';
import { readQuery } from './query-reader.ts';
import type { QueryNode } from './query-tree.ts';
import { readTellingWords } from './telling-words.ts';
import { countEach, type Found, type Tried, type TriedPost } from './try-query.ts';

export interface Guard {
  /** What to leave out, as it is written in a query: `recipe`, `author:breadbot`. */
  readonly words: string;
  /** The query with the guard in it. */
  readonly query: string;
  readonly removes: number;
  /** Of how many that were dismissed. */
  readonly of: number;
  /** How many that were not dismissed go with them. */
  readonly loses: number;
}

interface Candidate {
  readonly node: QueryNode;
  readonly words: string;
  readonly dismissed: number;
}

/** A single post that was dismissed says nothing about the others. */
const fewestDismissed = 2;
const mostLookedAt = 200;
const mostCandidates = 60;
/** Of all else, enough to tell a common word from a rare one. */
const mostCompared = 500;
const mostTried = 3;
/** One that loses a post the person did not dismiss has to remove this many for it. */
const worth = 4;
/** A word in more of all other posts than this is no mark of those that were dismissed. */
const tooCommon = 0.08;
const fewestOthers = 50;

const nowhere = { start: 0, end: 0 };
const termOf = (text: string): QueryNode => ({ type: 'term', text, quoted: false, exact: false, span: nowhere });
const fieldOf = (field: 'author' | 'in', value: string): QueryNode => ({ type: 'field', field, comparison: '=', value, span: nowhere });

function listTerms(node: QueryNode): string[] {
  if (node.type === 'term') return [foldText(node.text), ...readTellingWords(node.text).keys()];
  if (node.type === 'not') return listTerms(node.child);
  if (node.type === 'near') return [...listTerms(node.left), ...listTerms(node.right)];
  return node.type === 'field' ? [] : node.children.flatMap(listTerms);
}

function tally(found: readonly Found[], read: (post: TriedPost) => ReadonlyMap<string, string>): [string, string, number][] {
  const counts = new Map<string, [string, string, number]>();
  for (const { post } of found) {
    for (const [key, shown] of read(post)) {
      const entry = counts.get(key) ?? [key, shown, 0];
      entry[2] += 1;
      counts.set(key, entry);
    }
  }
  return [...counts.values()].filter(([, , count]) => count >= fewestDismissed);
}

const single = (value: string | undefined): Map<string, string> => new Map(value ? [[foldText(value), value]] : []);

function listCandidates(tree: QueryNode, dismissed: readonly Found[]): Candidate[] {
  const taken = new Set(listTerms(tree));
  const looked = dismissed.slice(0, mostLookedAt);
  const words = tally(looked, ({ heard }) => readTellingWords(heard.text)).filter(([folded]) => !taken.has(folded));
  const authors = tally(looked, ({ heard }) => single(heard.author.handle?.replace(/^@/, '')));
  const places = tally(looked, ({ heard }) => single(heard.community && `${heard.site}/${heard.community}`));
  const nodes = [
    ...words.map(([, word, count]) => ({ node: termOf(word), dismissed: count })),
    ...places.map(([, place, count]) => ({ node: fieldOf('in', place), dismissed: count })),
    ...authors.map(([, author, count]) => ({ node: fieldOf('author', author), dismissed: count })),
  ];
  return nodes
    .sort((a, b) => b.dismissed - a.dismissed)
    .slice(0, mostCandidates)
    .map(({ node, dismissed: count }) => ({ node, dismissed: count, words: printQuery(node) }));
}

function guardTree(tree: QueryNode, node: QueryNode): QueryNode {
  const not: QueryNode = { type: 'not', child: node, span: nowhere };
  const children = tree.type === 'and' ? tree.children : [tree];
  return { type: 'and', children: [...children, not], span: nowhere };
}

const postsOf = (found: readonly Found[]): TriedPost[] => found.map(({ post }) => post);

/** Up to `count` of the posts, from all along the list. */
const sample = <T>(posts: readonly T[], count: number): readonly T[] =>
  posts.length <= count ? posts : Array.from({ length: count }, (_, i) => posts[Math.floor((i * posts.length) / count)] as T);

/** The candidates that promise something, the best first. */
function rank(candidates: readonly Candidate[], found: readonly Found[], posts: readonly TriedPost[]): Candidate[] {
  const ids = new Set(found.map(({ post }) => post.id));
  const kept = postsOf(found.filter(({ post }) => post.fate !== 'dismissed'));
  const compared = sample(kept, mostCompared);
  const share = compared.length / (kept.length || 1);
  const others = sample(
    posts.filter(({ id }) => !ids.has(id)),
    mostCompared,
  );
  const queries = candidates.map(({ words }) => words);
  const lost = countEach(queries, compared).map((count) => count / (share || 1));
  const common = countEach(queries, others);
  return candidates
    .map((candidate, i) => ({ candidate, loses: lost[i] ?? 0, elsewhere: common[i] ?? 0, order: i }))
    .filter(({ candidate: { dismissed }, loses }) => dismissed >= loses * worth)
    .filter(({ elsewhere }) => others.length < fewestOthers || elsewhere <= others.length * tooCommon)
    .sort(
      (a, b) =>
        b.candidate.dismissed - b.loses * 2 - (a.candidate.dismissed - a.loses * 2) ||
        a.loses - b.loses ||
        a.elsewhere - b.elsewhere ||
        b.candidate.words.length - a.candidate.words.length ||
        a.order - b.order,
    )
    .map(({ candidate }) => candidate);
}

/** @returns undefined where nothing that was dismissed has enough in common, or too much with the rest. */
export function suggestGuard(
  { query: saved }: Pick<Tried, 'query'>,
  found: readonly Found[],
  posts: readonly TriedPost[],
): Guard | undefined {
  const tree = readQuery(saved);
  const dismissed = found.filter(({ post }) => post.fate === 'dismissed');
  if (!tree || dismissed.length < fewestDismissed) return undefined;
  const best = rank(listCandidates(tree, dismissed), found, posts).slice(0, mostTried);
  // A post that the guarded query does not find is one that the query finds and the guard's own words too: both are asked exactly.
  const queries = best.map(({ words }) => words);
  const removed = countEach(queries, postsOf(dismissed));
  const lost = countEach(queries, postsOf(found.filter(({ post }) => post.fate !== 'dismissed')));
  return best
    .map(({ node, words }, i): Guard => {
      const query = printQuery(guardTree(tree, node));
      return { words, query, removes: removed[i] ?? 0, of: dismissed.length, loses: lost[i] ?? 0 };
    })
    .filter(({ removes, loses }) => removes >= fewestDismissed && removes >= loses * worth)
    .sort((a, b) => b.removes - b.loses * 2 - (a.removes - a.loses * 2))[0];
}
