/**
 * What to type into a site's own search box for a keyword: its main words. Search boxes know none of our operators, and few know OR, so a
 * keyword of alternatives is several searches there.
 */
import { readQuery } from './query-reader.ts';
import type { QueryNode } from './query-tree.ts';

const longest = 200;
/** More alternatives than this are not looked for by anyone in one box. */
const most = 10;

/** Each way to satisfy both: of "(a OR b) AND c" that is "a c" and "b c". What has no words asks for nothing. */
const both = (one: string[][], other: string[][]): string[][] =>
  one.length === 0 || other.length === 0
    ? [...one, ...other]
    : one.flatMap((words) => other.map((more) => [...words, ...more])).slice(0, most);

/** The alternatives, each as the words that are typed for it. */
function listAlternatives(node: QueryNode): string[][] {
  switch (node.type) {
    case 'term': {
      // A star or question mark means nothing there; what stands before the first is looked for.
      const text = node.quoted || node.exact ? node.text : node.text.replace(/[*?].*$/, '');
      if (!text.trim()) return [];
      return [[/\s/.test(text) ? `"${text}"` : text]];
    }
    case 'and':
      return node.children.map(listAlternatives).reduce(both, []);
    case 'or':
      return node.children.flatMap(listAlternatives).slice(0, most);
    case 'near':
      return both(listAlternatives(node.left), listAlternatives(node.right));
    case 'not':
    case 'field':
      return [];
  }
}

function cut(words: readonly string[]): string {
  let kept = '';
  for (const word of new Set(words)) if (kept.length + word.length < longest) kept = kept ? `${kept} ${word}` : word;
  return kept;
}

/** In the order they were written in: people write the name they mean most first. Empty where there are no words to look for (`rating:<3`). */
export const listSearchWords = (tree: QueryNode | undefined): string[] => [
  ...new Set((tree ? listAlternatives(tree) : []).map(cut).filter((words) => words !== '')),
];

export const wordsOfQuery = (query: string): string[] => listSearchWords(readQuery(query));

/** All of them as one search, where the site's own search has a word for "or"; what is too long to type is left out at the end. */
export function joinWords(alternatives: readonly string[], or: string): string {
  const group = (words: string) => (alternatives.length > 1 && /\s(?=(?:[^"]*"[^"]*")*[^"]*$)/.test(words) ? `(${words})` : words);
  return alternatives.map(group).reduce((all, next) => (all.length + next.length > longest ? all : `${all} ${or} ${next}`));
}
