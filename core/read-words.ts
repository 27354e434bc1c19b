/** The words of a text, folded and hashed in passing (matcher.ts says why). */
import { emptyHash, step } from './anchor.ts';
import { foldAt, foldBefore, Kind, SPECIAL, table } from './fold.ts';

/** Odd, and small enough to be a machine integer in every engine. */
export const mixer = 0x2c1b3c6d;

/** Between two runs of `readPlain`: how many ends there are, and the hash of the word it is in. */
export const reading = new Int32Array(2);

/**
 * The loop that reads every letter; returns where it met one that needs a closer look, or the text's end. It takes down the hash of each word
 * and nothing else: a second store for each letter costs more than to find the few words again that matter (`placeOf`). It stands alone and
 * calls nothing, so that engines keep all of it in registers.
 */
export function readPlain(text: string, from: number, hashes: Int32Array): number {
  const folds = table;
  const special = SPECIAL | 0;
  const length = text.length;
  let count = reading[0] as number;
  let hash = reading[1] as number;
  let i = from;
  for (; i < length; i++) {
    const unit = folds[text.charCodeAt(i)] as number;
    if (unit === special) break;
    // All ones at a gap, else all zeros: what counts at a word's end only is done everywhere and masked, which is cheaper than to branch.
    const gap = (unit - 1) >> 31;
    hashes[count] = hash;
    count -= gap;
    hash = (((hash << 5) + (hash + unit)) | 0) & ~gap;
  }
  reading[0] = count;
  reading[1] = hash;
  return i;
}

/** Where the word ends that is taken down as number `n` after `from`, counted from 0. */
export function placeOf(text: string, from: number, n: number): number {
  let left = n;
  let i = from;
  while (i < text.length && (table[text.charCodeAt(i)] !== 0 || left-- > 0)) i++;
  return i;
}

/** The numbers of the words taken down that may be anchors; returns how many there are. */
export function sift(hashes: Int32Array, count: number, bits: Uint8Array, shift: number, kept: Int32Array): number {
  const spread = mixer | 0;
  let left = 0;
  for (let n = 0; n < count; n++) {
    const mixed = Math.imul(hashes[n] as number, spread);
    if (((bits[mixed >>> shift] as number) >>> (mixed & 7)) & 1) kept[left++] = n;
  }
  return left;
}

/** The same where the beginnings of words are looked up too, for terms with wildcards: takes down where what may be an anchor ends. */
export function readPrefixed(
  text: string,
  from: number,
  bits: Uint8Array,
  prefixes: Uint8Array,
  shift: number,
  places: Int32Array,
): number {
  const folds = table;
  const special = SPECIAL | 0;
  const spread = mixer | 0;
  const length = text.length;
  let count = reading[0] as number;
  let hash = reading[1] as number;
  let i = from;
  for (; i < length; i++) {
    const unit = folds[text.charCodeAt(i)] as number;
    if (unit === special) break;
    const gap = (unit - 1) >> 31;
    const mixed = Math.imul(hash, spread);
    const cell = mixed >>> shift;
    places[count] = i;
    count += ((((bits[cell] as number) & gap) | (prefixes[cell] as number)) >>> (mixed & 7)) & 1;
    hash = (((hash << 5) + (hash + unit)) | 0) & ~gap;
  }
  reading[0] = count;
  reading[1] = hash;
  return i;
}

/** The hash of the plain word, or beginning of one, that ends at `end`, rolled again: words worth it are few. */
export function hashWordBefore(text: string, end: number): number {
  let start = end;
  while (start > 0) {
    const unit = table[text.charCodeAt(start - 1)] as number;
    if (unit !== 0 && unit !== SPECIAL) {
      start--;
      continue;
    }
    const folded = foldBefore(text, start);
    if (folded.kind !== Kind.word && folded.kind !== Kind.ignored) break;
    start -= folded.size;
  }
  let hash = emptyHash;
  for (let i = start; i < end; ) {
    const unit = table[text.charCodeAt(i)] as number;
    if (unit !== 0 && unit !== SPECIAL) {
      hash = step(hash, unit);
      i++;
      continue;
    }
    const folded = foldAt(text, i);
    for (let k = 0; k < folded.units.length; k++) hash = step(hash, folded.units.charCodeAt(k));
    i += folded.size;
  }
  return hash;
}
