/** Words of one post that tell it, and others like it that were dismissed, from those that were kept: what a `NOT` could leave out. */
import { foldText } from './fold.ts';
import { stopWords } from './stop-words.ts';

export interface GuardWord {
  /** As it is written in the post, in small letters. */
  word: string;
  /** How many other dismissed posts have it, and how many that were kept. */
  dismissed: number;
  kept: number;
}

const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;
const fewestLetters = 3;
/** In most texts of some language: left out, they would take everything along. */
const common = new Set(
  Object.values(stopWords)
    .flat()
    .map((word) => foldText(word)),
);

/** Each word once, folded, with how it is written. Numbers, common words and the shortest ones say nothing. */
export function readWords(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [word] of text.matchAll(words)) {
    const folded = foldText(word);
    if (folded.length >= fewestLetters && folded.length <= 40 && !/^\d+$/.test(folded) && !common.has(folded) && !found.has(folded))
      found.set(folded, word.toLowerCase());
  }
  return found;
}

function count(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of readWords(text).keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * The best first: in the most dismissed posts and in none that was kept; then those in no other post at all, the longest first. A word of
 * the keyword itself is none, and neither is one that more kept posts have than dismissed ones.
 */
export function listGuardWords(
  text: string,
  query: string,
  { dismissed, kept }: { dismissed: readonly string[]; kept: readonly string[] },
  most = 8,
): GuardWord[] {
  const taken = new Set(readWords(query).keys());
  const [bad, good] = [count(dismissed), count(kept)];
  return [...readWords(text)]
    .filter(([folded]) => !taken.has(folded))
    .map(([folded, word]) => ({ word, dismissed: bad.get(folded) ?? 0, kept: good.get(folded) ?? 0 }))
    .filter((one) => one.kept === 0 || one.dismissed > one.kept * 4)
    .sort((a, b) => a.kept - b.kept || b.dismissed - a.dismissed || b.word.length - a.word.length)
    .slice(0, most);
}
