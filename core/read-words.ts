/** The words of a text, folded and hashed in passing (matcher.ts says why). */
import { emptyHash, step } from './anchor.ts';
import { foldAt, foldBefore, Kind, SPECIAL, table } from './fold.ts';

/** Odd, and small enough to be a machine integer in every engine. */
export const mixer = 0x2c1b3c6d;

/** Between two runs of `readPlain`: how many ends there are, and the hash of the word it is in. */
export const reading = new Int32Array(2);

/**
 * The loop that reads every letter; returns where it met one that needs a closer look, or the text's end. It stands alone and calls nothing,
 * so that engines keep all of it in registers.
 */
export function readPlain(text: string, from: number, bits: Uint8Array, shift: number, stops: Int32Array): number {
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
    // All ones at a gap, else all zeros: what counts at a word's end only is done everywhere and masked, which is cheaper than to branch.
    const gap = (unit - 1) >> 31;
    const mixed = Math.imul(hash, spread);
    stops[count] = i;
    count += gap & ((bits[mixed >>> shift] as number) >>> (mixed & 7)) & 1;
    hash = (((hash << 5) + (hash + unit)) | 0) & ~gap;
  }
  reading[0] = count;
  reading[1] = hash;
  return i;
}

/** The same, and the beginnings of words are looked up too: for terms with wildcards. */
export function readPrefixed(text: string, from: number, bits: Uint8Array, prefixes: Uint8Array, shift: number, stops: Int32Array): number {
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
    stops[count] = i;
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
