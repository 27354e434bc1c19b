/** How much alike two replies are, from 0 to 1, whatever names and links were filled into them. */
import { findWebLinks } from './web-links.ts';

const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;
const handle = /(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_.]+/gu;

function withoutLinks(text: string): string {
  let rest = '';
  let last = 0;
  for (const { start, end } of findWebLinks(text)) {
    rest += text.slice(last, start);
    last = end;
  }
  return rest + text.slice(last);
}

/** Pairs of words that follow each other: a name changed changes two of them, and the same words in another order are another text. */
export function pairsOf(text: string): ReadonlySet<string> {
  const plain = withoutLinks(text).replace(handle, ' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(word) ?? [];
  if (words.length < 2) return new Set(words);
  return new Set(words.slice(1).map((second, i) => `${words[i]} ${second}`));
}

/** Twice what they share, by all they have (Dice): a short reply within a long one is not the same reply. */
export function likeness(a: string, b: string): number {
  if (a.trim() === b.trim()) return 1;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  if (first.size === 0 || second.size === 0) return 0;
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared++;
  return (2 * shared) / (first.size + second.size);
}
