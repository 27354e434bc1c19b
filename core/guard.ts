/** A keyword with one more word left out: which word that might be for a post that was found in vain, and how it is written. */
import type { GuardWord } from './guard-words.ts';
import { printQuery } from './query-print.ts';
import { readQuery } from './query-reader.ts';
import type { QueryNode } from './query-tree.ts';
import { type Guard, suggestGuard } from './suggest-guard.ts';
import { type Tried, type TriedPost, tryQuery } from './try-query.ts';

/** What may be left out or muted because of a mention: words of its own, the likeliest first, and the one of which the effect was tried. */
export interface WordAdvice {
  words: readonly GuardWord[];
  guard?: Guard | undefined;
}

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

/**
 * The guard that takes away the most of what was dismissed and the least of the rest, where it takes away this very post too, which is
 * dismissed with the others. `text` is its word. One that leaves out an author or a community is no word but a mute.
 */
export function findGuard(id: string, tried: Tried, posts: readonly TriedPost[]): (Guard & { text: string }) | undefined {
  const all = posts.map((post): TriedPost => (post.id === id ? { ...post, fate: 'dismissed' } : post));
  const guard = suggestGuard(tried, tryQuery(tried, all).found, all);
  const node = guard && readQuery(guard.words);
  if (!guard || node?.type !== 'term') return undefined;
  const itself = all.filter((post) => post.id === id);
  return tryQuery({ query: guard.words }, itself).found.length > 0 ? { ...guard, text: node.text } : undefined;
}
