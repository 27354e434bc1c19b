/** Does a post say something else because its author changed it? Pages also cut posts, open them, translate them and use elements again. */
import { foldText } from './fold.ts';

const trailingMark = /(?:…|\.\.\.)[^…]{0,20}$/;

/** A site shows the same long post whole in one place and cut ("… more"), or by its title alone, in another. */
export function isCutFrom(short: string, long: string): boolean {
  const kept = short.replace(trailingMark, '').trimEnd();
  if (kept === '' || kept.length >= long.length || !long.startsWith(kept)) return false;
  return kept.length >= 40 || long[kept.length] === '\n';
}

const wordsOf = (text: string): Set<string> => new Set(foldText(text).match(/[\p{L}\p{N}]+/gu));

/**
 * True where `after` reads like `before` after an edit: most of the shorter one's words stand in the other. A translation has other words; a
 * post that is folded up, or not filled yet, is the beginning of the same ones.
 */
export function looksEdited(before: string, after: string): boolean {
  if (after.trim() === '' || before === after) return false;
  const bare = after.replace(trailingMark, '').trimEnd();
  if (before.startsWith(bare)) return false;
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  const shared = [...few].filter((word) => many.has(word)).length;
  return few.size > 0 && shared * 2 >= few.size;
}
