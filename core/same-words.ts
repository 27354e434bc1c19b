/** Posts that say the same, wherever they stand: cross-posts, and copies of one text. */
import { hash32 } from './hash.ts';
import { findWebLinks } from './web-links.ts';

/** Shorter texts ("Thanks!", "Acme is great") are written by many people who have nothing to do with each other. */
const leastLetters = 40;

function withoutLinks(text: string): string {
  let rest = '';
  let last = 0;
  for (const { start, end } of findWebLinks(text)) {
    rest += `${text.slice(last, start)} `;
    last = end;
  }
  return rest + text.slice(last);
}

/** Letters and digits alone. A copy has other links (each site shortens its own), other signs and other capitals. */
const lettersOf = (text: string): string =>
  withoutLinks(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** The same for posts that say the same; undefined for one too short to tell. Two hashes, so that chance joins no two of a million. */
export function wordsKeyOf(text: string): string | undefined {
  const letters = lettersOf(text);
  if (letters.length < leastLetters) return undefined;
  const part = (seed: string) => hash32(seed + letters).toString(36);
  return `${part('')}-${part('again')}-${letters.length.toString(36)}`;
}
