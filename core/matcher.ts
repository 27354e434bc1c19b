/**
 * All keywords → one function from text to hits.
 *
 * Each query is anchored at one of its words, the one that promises to be rarest. The text is read once: every letter is folded and rolled
 * into a hash that starts anew at each gap, so that at a word's end the whole word's hash is at hand; the loop has no branch that text could
 * surprise the processor with. Then the words' hashes are looked up in a bit set that fits the processor's nearest cache, and only what is
 * found there is compared letter by letter. So the cost is that of reading, whatever the number of keywords.
 *
 * Scripts without spaces are anchored at a pair of letters instead, Hangul at each beginning of a run of it.
 */

import { chooseAnchors, emptyHash, hangulHash, pairHash, singleHash, step } from './anchor.ts';
import { foldAt, Kind, SPECIAL, table } from './fold.ts';
import type { Hit } from './model.ts';
import { parseQuery, type Query } from './query.ts';
import { hitEnd, span, symbolsAfter, verify } from './verify.ts';

export interface Matcher {
  /** How many keywords can be found at all. */
  readonly size: number;
  /** All hits, by start, then end, then the keywords' order. Hits of different keywords may overlap. */
  match(text: string): Hit[];
}

const mixer = 0x9e3779b1;

interface Entry {
  readonly id: string;
  readonly query: Query;
  /** Where in the query's units its anchor ends. */
  readonly anchor: number;
  /** The next entry with the same anchor. */
  next: number;
}

/** What the text's words hash to, and where they end; shared by all matchers, as no two run at once. */
let hashes = new Int32Array(4096);
let ends = new Int32Array(4096);

class HashMatcher implements Matcher {
  readonly size: number;
  private readonly entries: Entry[] = [];
  private readonly symbols: { id: string; order: number; symbols: string }[] = [];
  private readonly shift: number;
  private readonly bits: Int32Array;
  private readonly keys: Int32Array;
  private readonly heads: Int32Array;
  private readonly slotShift: number;
  // The state of reading, between the loop and its rare cases.
  private count = 0;
  private hash = emptyHash;
  private runEnd = -1;
  private runKind: number = Kind.gap;
  private lastUnit = 0;
  private runHash = 0;

  constructor(keywords: readonly { id: string; query: string }[]) {
    const queries: Query[] = [];
    const ids: string[] = [];
    for (const { id, query: text } of keywords) {
      const query = parseQuery(text);
      if (query.symbols !== '') this.symbols.push({ id, order: ids.length, symbols: query.symbols });
      if (query.units === '') continue;
      queries.push(query);
      ids.push(id);
    }
    this.size = queries.length + this.symbols.length;
    const width = Math.max(10, Math.min(20, 37 - Math.clz32(Math.max(1, queries.length))));
    this.shift = 32 - width;
    this.bits = new Int32Array(1 << (width - 5));
    const slotWidth = 34 - Math.clz32(Math.max(1, queries.length));
    this.slotShift = 32 - slotWidth;
    this.keys = new Int32Array(1 << slotWidth);
    this.heads = new Int32Array(1 << slotWidth);
    const anchors = chooseAnchors(queries);
    for (let n = queries.length - 1; n >= 0; n--) this.add(ids[n] ?? '', queries[n], anchors[n]);
  }

  private add(id: string, query: Query | undefined, anchor: { end: number; hash: number } | undefined): void {
    if (!query || !anchor) return;
    const bit = Math.imul(anchor.hash, mixer) >>> this.shift;
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const slot = this.slotOf(anchor.hash);
    this.entries.push({ id, query, anchor: anchor.end, next: this.heads[slot] ?? 0 });
    this.keys[slot] = anchor.hash;
    this.heads[slot] = this.entries.length;
  }

  /** The slot that holds this hash, or the free one where it belongs. */
  private slotOf(hash: number): number {
    const mask = this.keys.length - 1;
    let slot = Math.imul(hash, mixer) >>> this.slotShift;
    while (this.heads[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  match(text: string): Hit[] {
    const hits: Hit[] = [];
    if (this.entries.length > 0) this.collect(text, this.read(text), hits);
    if (this.symbols.length > 0) this.collectSymbols(text, hits);
    return hits.length > 1 ? sortHits(hits) : hits;
  }

  /** Fills `hashes` and `ends`; returns how many. */
  private read(text: string): number {
    const length = text.length;
    // A letter of an unspaced script leaves at most three units with two hashes each, and may end a word.
    if (hashes.length < length * 7 + 2) {
      hashes = new Int32Array(length * 8 + 16);
      ends = new Int32Array(length * 8 + 16);
    }
    const words = hashes;
    const stops = ends;
    const folds = table;
    this.runEnd = -1;
    let count = 0;
    let hash = emptyHash;
    for (let i = 0; i < length; i++) {
      const unit = folds[text.charCodeAt(i)] as number;
      if (unit === SPECIAL) {
        this.count = count;
        this.hash = hash;
        i = this.readSpecial(text, i) - 1;
        count = this.count;
        hash = this.hash;
        continue;
      }
      words[count] = hash;
      stops[count] = i;
      // All ones at a gap, else all zeros: ends the word without a branch.
      const gap = (unit - 1) >> 31;
      count -= gap;
      hash = step(hash, unit) & ~gap;
    }
    words[count] = hash;
    stops[count] = length;
    return count + 1;
  }

  private put(hash: number, end: number): void {
    hashes[this.count] = hash;
    ends[this.count++] = end;
  }

  /** Reads one code point that is no plain letter and no plain gap; returns where it ends. */
  private readSpecial(text: string, index: number): number {
    const folded = foldAt(text, index);
    const end = index + folded.size;
    if (folded.kind === Kind.ignored) {
      if (this.runEnd === index) this.runEnd = end;
    } else if (folded.kind === Kind.word) {
      for (let k = 0; k < folded.units.length; k++) this.hash = step(this.hash, folded.units.charCodeAt(k));
    } else {
      if (this.hash !== emptyHash) this.put(this.hash, index);
      this.hash = emptyHash;
      if (folded.kind !== Kind.gap) this.readRun(folded.kind, folded.units, index, end);
    }
    return end;
  }

  private readRun(kind: number, units: string, index: number, end: number): void {
    const follows = this.runEnd === index && this.runKind === kind;
    if (!follows) this.runHash = hangulHash;
    for (let k = 0; k < units.length; k++) {
      const unit = units.charCodeAt(k);
      if (kind === Kind.hangul) {
        this.runHash = step(this.runHash, unit);
        this.put(this.runHash, end);
      } else {
        this.put(singleHash(unit), end);
        if (follows || k > 0) this.put(pairHash(this.lastUnit, unit), end);
      }
      this.lastUnit = unit;
    }
    this.runEnd = end;
    this.runKind = kind;
  }

  private collect(text: string, count: number, hits: Hit[]): void {
    const { bits, shift } = this;
    for (let n = 0; n < count; n++) {
      const hash = hashes[n] as number;
      const bit = Math.imul(hash, mixer) >>> shift;
      if ((((bits[bit >>> 5] as number) >>> (bit & 31)) & 1) !== 0) this.lookUp(text, hash, ends[n] as number, hits);
    }
  }

  private lookUp(text: string, hash: number, end: number, hits: Hit[]): void {
    for (let n = this.heads[this.slotOf(hash)] ?? 0; n !== 0; ) {
      const entry = this.entries[n - 1];
      if (!entry) return;
      const found = verify(text, end, entry.query, entry.anchor);
      if (found >= 0) hits.push({ keywordId: entry.id, start: Math.floor(found / span), end: found % span });
      n = entry.next;
    }
  }

  private collectSymbols(text: string, hits: Hit[]): void {
    for (let i = 0; i < text.length; ) {
      const folded = foldAt(text, i);
      if (folded.kind === Kind.gap) {
        for (const { id, symbols } of this.symbols) {
          const end = symbols.startsWith(folded.units) ? symbolsAfter(text, i, symbols) : -1;
          if (end >= 0) hits.push({ keywordId: id, start: i, end: hitEnd(text, end) });
        }
      }
      i += folded.size;
    }
  }
}

const sameHit = (a: Hit, b: Hit | undefined): boolean => a.start === b?.start && a.end === b.end && a.keywordId === b.keywordId;

function sortHits(hits: Hit[]): Hit[] {
  hits.sort((a, b) => a.start - b.start || a.end - b.end || (a.keywordId < b.keywordId ? -1 : a.keywordId > b.keywordId ? 1 : 0));
  return hits.filter((hit, n) => !sameHit(hit, hits[n - 1]));
}

/** Makes a matcher: work for when the keywords change, not for each post. */
export function compileMatcher(keywords: readonly { id: string; query: string }[]): Matcher {
  return new HashMatcher(keywords);
}
