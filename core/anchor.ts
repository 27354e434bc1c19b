/** Which part of a term the scanner looks for first: the one that few other terms have and few texts hold. */
import type { Steps } from './by-steps.ts';
import { foldAt, Kind } from './fold.ts';
import { frequentWords } from './frequent-words.ts';
import { GAP, MANY, ONE, type Term } from './term.ts';

export const emptyHash = 0;
// Distinct beginnings keep the kinds of anchors apart.
export const hangulHash = 0x48414e47;
const single = 0x53494e47;
const pair = 0x50414952;

/** Rolls one folded letter into a word's hash: cheap, because it is done for every letter read; `mixer` spreads it later, once a word. */
export function step(hash: number, unit: number): number {
  return ((hash << 5) + (hash + unit)) | 0;
}

export const singleHash = (unit: number): number => step(single, unit);
export const pairHash = (before: number, unit: number): number => Math.imul(step(pair, before), 31) + unit * 7919;

export interface Anchor {
  /** Where in the term's units it ends; of a prefix, where its word begins. */
  readonly end: number;
  readonly hash: number;
  /** Longer is rarer; of a word that many posts hold it is none at all. */
  readonly length: number;
  /** The beginning of a word that has a wildcard. */
  readonly prefix: boolean;
}

/** Of so many terms or keywords, work is done without a pause: a millisecond or two, also where the engine has yet to learn the code. */
export const atOnce = 50;

const wildcards = new RegExp(`[${ONE}${MANY}]`);

const hashOf = (seed: number, units: string, start: number, end: number): number => {
  let hash = seed;
  for (let k = start; k < end; k++) hash = step(hash, units.charCodeAt(k));
  return hash;
};

/** A pair may end only where a character of the text can end: not within a surrogate pair, nor before a mark that text may hold composed. */
function isSplittable(units: string, end: number): boolean {
  if (end >= units.length) return true;
  const next = units.charCodeAt(end);
  if (next >= 0xdc00 && next <= 0xdfff) return false;
  const folded = foldAt(units, end);
  return folded.kind !== Kind.unspaced || !folded.mark;
}

function listRunAnchors(units: string, start: number, end: number): Anchor[] {
  const anchors: Anchor[] = [];
  for (let k = start + 1; k < end; k++) {
    if (isSplittable(units, k + 1))
      anchors.push({ end: k + 1, hash: pairHash(units.charCodeAt(k - 1), units.charCodeAt(k)), length: 2, prefix: false });
  }
  if (end === start + 1) anchors.push({ end, hash: singleHash(units.charCodeAt(start)), length: 1, prefix: false });
  return anchors;
}

function anchorOf(kind: number, units: string, start: number, end: number, isWild: boolean): Anchor | undefined {
  const length = end - start;
  if (kind === Kind.hangul) return { end, hash: hashOf(hangulHash, units, start, end), length, prefix: false };
  if (kind !== Kind.word) return undefined;
  const rarity = frequentWords.has(units.slice(start, end)) ? 0 : length;
  return { end: isWild ? start : end, hash: hashOf(0, units, start, end), length: rarity, prefix: isWild };
}

/** Only what stands before the first wildcard: from there on nothing is sure. */
function listAnchors(term: Term): Anchor[] {
  const units = term.wild ? term.units.slice(0, term.units.search(wildcards)) : term.units;
  const anchors: Anchor[] = [];
  let start = 0;
  let kind: number = Kind.gap;
  for (let k = 0; k <= units.length; ) {
    const folded = k < units.length && units[k] !== GAP ? foldAt(units, k) : undefined;
    const next = folded?.kind ?? Kind.gap;
    if (next !== kind) {
      if (kind === Kind.unspaced) anchors.push(...listRunAnchors(units, start, k));
      const anchor = anchorOf(kind, units, start, k, term.wild && k === units.length);
      if (anchor) anchors.push(anchor);
      start = k;
      kind = next;
    }
    k += folded?.size ?? 1;
  }
  return anchors;
}

/** Short words are in every text ("the", "of"): length first up to four letters, then how few terms share it, then length. */
function isRarer(a: Anchor, b: Anchor, shared: Map<number, number>): boolean {
  const short = Math.min(a.length, 4) - Math.min(b.length, 4);
  if (short !== 0) return short > 0;
  const sharing = (shared.get(a.hash) ?? 0) - (shared.get(b.hash) ?? 0);
  return sharing === 0 ? a.length > b.length : sharing < 0;
}

/** One anchor for each term that has letters. Yields now and then, so that others may have their turn. */
export function* chooseAnchors(terms: readonly Term[]): Steps<(Anchor | undefined)[]> {
  const lists: Anchor[][] = [];
  const shared = new Map<number, number>();
  for (const term of terms) {
    const list = listAnchors(term);
    for (const { hash } of list) shared.set(hash, (shared.get(hash) ?? 0) + 1);
    if (lists.push(list) % atOnce === 0) yield;
  }
  const chosen: (Anchor | undefined)[] = [];
  for (const list of lists) {
    const best = list.reduce<Anchor | undefined>((best, a) => (best && !isRarer(a, best, shared) ? best : a), undefined);
    if (chosen.push(best) % atOnce === 0) yield;
  }
  return chosen;
}
