/** What to type into a site's own search box for a keyword: its main words. Search boxes know none of our operators. */
import { readQuery } from './query-reader.ts';
import type { QueryNode } from './query-tree.ts';

const longest = 200;

function wordsOf(node: QueryNode): string[] {
  switch (node.type) {
    case 'term': {
      // A star or question mark means nothing there; what stands before the first is looked for.
      const text = node.quoted || node.exact ? node.text : node.text.replace(/[*?].*$/, '');
      if (!text.trim()) return [];
      return [/\s/.test(text) ? `"${text}"` : text];
    }
    case 'and':
      return node.children.flatMap(wordsOf);
    case 'or': {
      // One box takes one of them; people write the name they mean most first.
      return node.children.map(wordsOf).find((words) => words.length > 0) ?? [];
    }
    case 'near':
      return [...wordsOf(node.left), ...wordsOf(node.right)];
    case 'not':
    case 'field':
      return [];
  }
}

/** Empty where the keyword holds no words to look for (`rating:<3`, say). */
export function searchWords(tree: QueryNode | undefined): string {
  const words = tree ? [...new Set(wordsOf(tree))] : [];
  let kept = '';
  for (const word of words) if (kept.length + word.length < longest) kept = kept ? `${kept} ${word}` : word;
  return kept;
}

export const wordsOfQuery = (query: string): string => searchWords(readQuery(query));
