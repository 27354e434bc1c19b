/**
 * All keywords → one function from text to hits.
 *
 * Each query is anchored at one of its words, the one that promises to be rarest. The text is read once: every letter is folded and rolled
 * into a hash that starts anew at each gap, so that at a word's end the whole word's hash is at hand; the loop has no branch that text could
 * surprise the processor with. The hash is looked up in a bit set that fits the processor's nearest cache, and only what is found there is
 * compared letter by letter. So the cost is that of reading, whatever the number of keywords.
 *
 * Scripts without spaces are anchored at a pair of letters instead, Hangul at each beginning of a run of it.
 */

import { chooseAnchors, emptyHash, hangulHash, pairHash, singleHash, step } from './anchor.ts';
import { foldAt, Kind } from './fold.ts';
import type { Hit } from './model.ts';
import { parseQuery, type Query } from './query.ts';
import { hashWordBefore, mixer, reading, readPlain } from './read-words.ts';
import { hitEnd, span, symbolsAfter, verify } from './verify.ts';

export interface Matcher {
  /** How many keywords can be found at all. */
  readonly size: number;
  /** All hits, by start, then end, then keyword id. Hits of different keywords may overlap. */
  match(text: string): Hit[];
}

interface Entry {
  readonly id: string;
  readonly query: Query;
  /** Where in the query's units its anchor ends. */
  readonly anchor: number;
  /** The next entry with the same anchor. */
  next: number;
}

/** Where words end that may be an anchor; shared by all matchers, as no two run at once. */
let ends = new Int32Array(4096);

class HashMatcher implements Matcher {
  readonly size: number;
  private readonly entries: Entry[] = [];
  private readonly symbols: { id: string; symbols: string }[] = [];
  private readonly shift: number;
  /** A bit for each anchor: most words are told apart here, without a branch. */
  private readonly bits: Uint8Array;
  private readonly keys: Int32Array;
  private readonly heads: Int32Array;
  private readonly slotShift: number;
  // The state of reading, between the loop and its rare cases.
  private hits: Hit[] = [];
  private text = '';
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
      if (query.symbols !== '') this.symbols.push({ id, symbols: query.symbols });
      if (query.units === '') continue;
      queries.push(query);
      ids.push(id);
    }
    this.size = queries.length + this.symbols.length;
    const size = 32 - Math.clz32(queries.length);
    // 64 bits a keyword, or 26 and more where these would not fit the nearest cache.
    const width = Math.max(10, Math.min(size + 3, Math.max(15, size)));
    this.shift = 32 - width;
    this.bits = new Uint8Array(1 << width);
    const slotWidth = size + 2;
    this.slotShift = 32 - slotWidth;
    this.keys = new Int32Array(1 << slotWidth);
    this.heads = new Int32Array(1 << slotWidth);
    const anchors = chooseAnchors(queries);
    for (let n = queries.length - 1; n >= 0; n--) this.add(ids[n] ?? '', queries[n], anchors[n]);
  }

  private add(id: string, query: Query | undefined, anchor: { end: number; hash: number } | undefined): void {
    if (!query || !anchor) return;
    const mixed = Math.imul(anchor.hash, mixer);
    this.bits[mixed >>> this.shift] = (this.bits[mixed >>> this.shift] ?? 0) | (1 << (mixed & 7));
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
    this.hits = hits;
    this.text = text;
    if (this.entries.length > 0) this.collect(this.read(text));
    if (this.symbols.length > 0) this.collectSymbols();
    this.text = '';
    return hits.length > 1 ? sortHits(hits) : hits;
  }

  /** Fills `ends` with where words end that may be anchors; returns how many. Looks up itself what is no plain word. */
  private read(text: string): number {
    const length = text.length;
    if (ends.length <= length) ends = new Int32Array(length * 2);
    this.runEnd = -1;
    reading[0] = 0;
    reading[1] = emptyHash;
    let i = readPlain(text, 0, this.bits, this.shift, ends);
    while (i < length) {
      this.hash = reading[1] as number;
      i = this.readSpecial(i);
      reading[1] = this.hash;
      i = readPlain(text, i, this.bits, this.shift, ends);
    }
    this.lookUp(reading[1] as number, length);
    return reading[0] as number;
  }

  /** Reads one code point that is no plain letter and no plain gap; returns where it ends. */
  private readSpecial(index: number): number {
    const folded = foldAt(this.text, index);
    const end = index + folded.size;
    if (folded.kind === Kind.ignored) {
      if (this.runEnd === index) this.runEnd = end;
    } else if (folded.kind === Kind.word) {
      for (let k = 0; k < folded.units.length; k++) this.hash = step(this.hash, folded.units.charCodeAt(k));
    } else {
      if (this.hash !== emptyHash) this.lookUp(this.hash, index);
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
        this.lookUp(this.runHash, end);
      } else {
        this.lookUp(singleHash(unit), end);
        if (follows || k > 0) this.lookUp(pairHash(this.lastUnit, unit), end);
      }
      this.lastUnit = unit;
    }
    this.runEnd = end;
    this.runKind = kind;
  }

  private collect(count: number): void {
    for (let n = 0; n < count; n++) {
      const end = ends[n] as number;
      this.lookUp(hashWordBefore(this.text, end), end);
    }
  }

  /** What hangs on the anchor with this hash, if it stands where the anchor ends at `end`. */
  private lookUp(hash: number, end: number): void {
    const mixed = Math.imul(hash, mixer);
    if ((((this.bits[mixed >>> this.shift] as number) >>> (mixed & 7)) & 1) === 0) return;
    for (let n = this.heads[this.slotOf(hash)] ?? 0; n !== 0; ) {
      const entry = this.entries[n - 1];
      if (!entry) return;
      const found = verify(this.text, end, entry.query, entry.anchor);
      if (found >= 0) this.hits.push({ keywordId: entry.id, start: Math.floor(found / span), end: found % span });
      n = entry.next;
    }
  }

  private collectSymbols(): void {
    const { text, hits } = this;
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
