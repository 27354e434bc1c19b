/** A reply that is too long for a site → several that are not. Nothing is lost: what is left out are only the spaces between two of them. */
import { countLength } from './limits.ts';

export interface SplitOptions {
  /** The limit the page itself states. */
  here?: number;
  /** "1/3" at the end of each. */
  numbered?: boolean;
}

/** Ends a text may be parted at, the best first: of paragraphs, lines, sentences, clauses, words. */
const ends: readonly RegExp[] = [/\n\s*\n/g, /\n/g, /[.!?…]["'”’»)\]]*(?=\s)|[。！？]["”’』」）]*/g, /[,;:–—](?=\s)|[、，；：]/g, /\s+/g];
/** A part that is shorter than this share of what fits looks like a slip. */
const leastFilled = 0.4;

function listEnds(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((found) => (/^\s/.test(found[0]) ? found.index : found.index + found[0].length));
}

/** The longest beginning of `text` that fits and ends well, or undefined where one word is too long by itself. */
function findEnd(text: string, fits: (part: string) => boolean): number | undefined {
  let fallback: number | undefined;
  const most = mostThatFits(text, fits);
  for (const pattern of ends) {
    const best = listEnds(text, pattern).findLast((end) => end > 0 && end <= most && fits(text.slice(0, end).trimEnd()));
    if (best === undefined) continue;
    if (best >= most * leastFilled) return best;
    fallback ??= best;
  }
  return fallback;
}

/** A longer text may count less (an unfinished link is counted by its letters), so this is a bound to look below, not the answer. */
function mostThatFits(text: string, fits: (part: string) => boolean): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  const word = /^\S*/.exec(text.slice(low))?.[0] ?? '';
  return low + word.length;
}

function part(text: string, fits: (part: string) => boolean): string[] | undefined {
  const parts: string[] = [];
  let left = text.trim();
  while (left !== '') {
    if (fits(left)) return [...parts, left];
    const end = findEnd(left, fits);
    if (end === undefined) return undefined;
    parts.push(left.slice(0, end).trimEnd());
    left = left.slice(end).trimStart();
  }
  return parts;
}

/**
 * One part where it fits as it is. Undefined where it cannot be done without cutting a word or a link in two: then the reply is refused.
 */
export function splitReply(site: string, text: string, { here, numbered = false }: SplitOptions = {}): string[] | undefined {
  if (!countLength(site, text, here).over) return [text];
  if (!numbered) return part(text, (one) => !countLength(site, one, here).over);
  // The number takes room, and how much is known once they are counted.
  for (const room of ['9/9', '99/99']) {
    const parts = part(text, (one) => !countLength(site, `${one} ${room}`, here).over);
    if (!parts || parts.length < 10 || room.length > 3) return parts?.map((one, i) => `${one} ${i + 1}/${parts.length}`);
  }
  return undefined;
}
