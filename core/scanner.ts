/**
 * All terms of all keywords → one function from text to where each of them stands.
 *
 * Each term is anchored at one of its words, the one that promises to be rarest. The text is read once: every letter is folded and rolled
 * into a hash that starts anew at each gap, so that at a word's end the whole word's hash is at hand; the loop has no branch that text could
 * surprise the processor with. The hash is looked up in a bit set that fits the processor's nearest cache, and only what is found there is
 * compared letter by letter. So the cost is that of reading, whatever the number of terms.
 *
 * Scripts without spaces are anchored at a pair of letters instead, Hangul at each beginning of a run of it, and a word with a wildcard at
 * the letters before it: only where there is such a word are the beginnings of words looked up too.
 */

import { type Anchor, atOnce, chooseAnchors, emptyHash, hangulHash, pairHash, singleHash, step } from './anchor.ts';
import type { Steps } from './by-steps.ts';
import { wholeEmoji } from './emoji.ts';
import { foldAt, Kind } from './fold.ts';
import { hashWordBefore, mixer, placeOf, reading, readPlain, readPrefixed, sift } from './read-words.ts';
import type { Term } from './term.ts';
import { span, verify } from './verify.ts';
import { hitEnd, symbolsAfter } from './walk.ts';
import { wordStart } from './wildcards.ts';

/** Where the term with this number stands. */
export interface Found {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

export interface Numbered {
  readonly number: number;
  readonly term: Term;
}

interface Entry extends Numbered {
  /** Where in the term's units its anchor ends, or the word begins that it is the beginning of. */
  readonly anchor: number;
  readonly isPrefix: boolean;
  /** The next entry with the same anchor. */
  next: number;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length);
  for (let n = 0; n < both.length; n++) both[n] = (a[n] as number) | (b[n] as number);
  return both;
}

// What is taken down of words; shared by all scanners, as no two run at once.
let hashes = new Int32Array(4096);
let places = new Int32Array(4096);

export class Scanner {
  private readonly entries: Entry[] = [];
  private readonly symbols: Numbered[] = [];
  private readonly shift: number;
  /** A bit for each anchor: most words are told apart here, without a branch. */
  private readonly bits: Uint8Array;
  /** The same for the beginnings of words; absent where no term has a wildcard. */
  private prefixes: Uint8Array | undefined;
  /** Both. */
  private either: Uint8Array;
  private readonly keys: Int32Array;
  private readonly heads: Int32Array;
  private readonly slotShift: number;
  /** The only terms that are asked for; undefined where all of them are. */
  private wanted: ReadonlySet<number> | undefined;
  // The state of reading, between the loop and its rare cases.
  private found: Found[] = [];
  private text = '';
  private hash = emptyHash;
  private runEnd = -1;
  private runKind: number = Kind.gap;
  private lastUnit = 0;
  private runHash = 0;

  /** For so many terms with letters. */
  private constructor(count: number) {
    const size = 32 - Math.clz32(count);
    // 256 bits a term, or 64 and more where these would not fit the processor's caches: every word that is taken for an anchor costs a lookup.
    const width = Math.max(10, Math.min(size + 5, Math.max(17, size)));
    this.shift = 32 - width;
    this.bits = new Uint8Array(1 << width);
    const slotWidth = size + 2;
    this.slotShift = 32 - slotWidth;
    this.keys = new Int32Array(1 << slotWidth);
    this.heads = new Int32Array(1 << slotWidth);
    this.either = this.bits;
  }

  /** Each term with the number it is known by. Yields now and then, so that others may have their turn. */
  static *build(terms: readonly Numbered[]): Steps<Scanner> {
    const worded = terms.filter(({ term }) => term.units !== '');
    const scanner = new Scanner(worded.length);
    for (const numbered of terms) if (numbered.term.symbols !== '') scanner.symbols.push(numbered);
    const anchors = yield* chooseAnchors(worded.map(({ term }) => term));
    for (let n = worded.length - 1; n >= 0; n--) {
      scanner.add(worded[n], anchors[n]);
      if (n % atOnce === 0) yield;
    }
    if (scanner.prefixes) scanner.either = join(scanner.bits, scanner.prefixes);
    return scanner;
  }

  private add(numbered: Numbered | undefined, anchor: Anchor | undefined): void {
    if (!numbered || !anchor) return;
    if (anchor.prefix) this.prefixes ??= new Uint8Array(this.bits.length);
    const mixed = Math.imul(anchor.hash, mixer);
    const bits = (anchor.prefix && this.prefixes) || this.bits;
    bits[mixed >>> this.shift] = (bits[mixed >>> this.shift] ?? 0) | (1 << (mixed & 7));
    const slot = this.slotOf(anchor.hash);
    const { number, term } = numbered;
    this.entries.push({ number, term, anchor: anchor.end, isPrefix: anchor.prefix, next: this.heads[slot] ?? 0 });
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

  /** In no order, and a term with a wildcard perhaps twice at one place. */
  scan(text: string, wanted?: ReadonlySet<number>): Found[] {
    const found: Found[] = [];
    this.wanted = wanted;
    this.found = found;
    this.text = text;
    if (this.entries.length > 0) this.read(text);
    if (this.symbols.length > 0) this.collectSymbols();
    this.text = '';
    return found;
  }

  private read(text: string): void {
    const length = text.length;
    if (hashes.length <= length) {
      hashes = new Int32Array(length * 2);
      places = new Int32Array(length * 2);
    }
    this.runEnd = -1;
    reading[0] = 0;
    reading[1] = emptyHash;
    let i = this.readOn(0);
    while (i < length) {
      this.hash = reading[1] as number;
      i = this.readSpecial(i);
      reading[1] = this.hash;
      i = this.readOn(i);
    }
    this.lookUp(reading[1] as number, length);
    if (this.prefixes) this.collect(reading[0] as number);
  }

  /** Reads plain letters and gaps, and looks up the words that end among them; returns where something else stands. */
  private readOn(from: number): number {
    if (this.prefixes) return readPrefixed(this.text, from, this.bits, this.prefixes, this.shift, places);
    reading[0] = 0;
    const end = readPlain(this.text, from, hashes);
    const left = sift(hashes, reading[0] as number, this.bits, this.shift, places);
    let at = from;
    let passed = 0;
    for (let n = 0; n < left; n++) {
      const word = places[n] as number;
      const first = this.heads[this.slotOf(hashes[word] as number)] as number;
      if (first === 0) continue;
      const stop = placeOf(this.text, at, word - passed);
      at = stop + 1;
      passed = word + 1;
      this.check(first, stop);
    }
    return end;
  }

  /** Reads one code point that is no plain letter and no plain gap; returns where it ends. */
  private readSpecial(index: number): number {
    const folded = foldAt(this.text, index);
    const end = index + folded.size;
    if (folded.kind === Kind.ignored) {
      if (this.runEnd === index) this.runEnd = end;
    } else if (folded.kind === Kind.word) {
      this.readLetter(folded.units, index, end);
    } else {
      if (this.hash !== emptyHash) this.lookUp(this.hash, index);
      this.hash = emptyHash;
      if (folded.kind !== Kind.gap) this.readRun(folded.kind, folded.units, index, end);
    }
    return end;
  }

  /** A letter that folds to several ("ß"): a word with a wildcard may have its star in between. */
  private readLetter(units: string, index: number, end: number): void {
    if (this.prefixes && this.hash !== emptyHash) this.lookUp(this.hash, index);
    for (let k = 0; k < units.length; k++) {
      this.hash = step(this.hash, units.charCodeAt(k));
      if (this.prefixes && k < units.length - 1) this.lookUp(this.hash, end);
    }
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
      const end = places[n] as number;
      this.lookUp(hashWordBefore(this.text, end), end);
    }
  }

  /** What hangs on the anchor with this hash, if it stands where the anchor ends at `end`. */
  private lookUp(hash: number, end: number): void {
    const mixed = Math.imul(hash, mixer);
    if ((((this.either[mixed >>> this.shift] as number) >>> (mixed & 7)) & 1) === 0) return;
    this.check(this.heads[this.slotOf(hash)] as number, end);
  }

  /** The entries from this one on. */
  private check(first: number, end: number): void {
    for (let n = first; n !== 0; ) {
      const entry = this.entries[n - 1];
      if (!entry) return;
      n = entry.next;
      if (this.wanted && !this.wanted.has(entry.number)) continue;
      const place = verify(this.text, entry.isPrefix ? wordStart(this.text, end) : end, entry.term, entry.anchor);
      if (place >= 0) this.found.push({ term: entry.number, start: Math.floor(place / span), end: place % span });
    }
  }

  private collectSymbols(): void {
    const { text, found } = this;
    for (let i = 0; i < text.length; ) {
      const folded = foldAt(text, i);
      if (folded.kind === Kind.gap) {
        for (const { number, term } of this.symbols) {
          if (this.wanted && !this.wanted.has(number)) continue;
          const end = term.symbols.startsWith(folded.units) ? symbolsAfter(text, i, term.symbols) : -1;
          const whole = end < 0 ? -1 : wholeEmoji(text, i, hitEnd(text, end), term.bonds);
          if (whole >= 0) found.push({ term: number, start: i, end: whole });
        }
      }
      i += folded.size;
    }
  }
}
