/**
 * Which documents of a segment hold a term, in buckets: a term is looked for in the one bucket that it falls into, and whoever looks for the
 * beginning of a word finds all words that begin so in one bucket too.
 */
import { runThrough, type Steps } from './by-steps.ts';
import { hash32 } from './hash.ts';

export const buckets = 256;
/** Words fall into a bucket by so many of their first letters: a shorter beginning is in no bucket of its own. */
export const shortestPrefix = 2;
/** What a term begins with that is no word but a property, and is only ever looked for whole. */
export const propertyMark = '\0';

/** What falls into one bucket. The documents of the n-th term are `documents` from `starts[n]` up to `starts[n + 1]`, rising. */
export interface Bucket {
  /** Sorted, each on a line of its own. */
  terms: string;
  starts: Uint32Array;
  documents: Uint16Array;
}

export const bucketOf = (term: string): number => hash32(term.startsWith(propertyMark) ? term : term.slice(0, shortestPrefix)) % buckets;

type Lists = Map<string, number[]>;

function pack(lists: Lists): Bucket {
  const terms = [...lists.keys()].sort();
  const starts = new Uint32Array(terms.length + 1);
  const documents = new Uint16Array([...lists.values()].reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const [n, term] of terms.entries()) {
    const list = lists.get(term) ?? [];
    documents.set(list, at);
    at += list.length;
    starts[n + 1] = at;
  }
  return { terms: terms.join('\n'), starts, documents };
}

/** Terms by number as they are met, and which of them each document has, one after the other: no list of its own for each of 100,000 terms. */
interface Met {
  terms: Map<string, number>;
  /** In how many documents each of them is. */
  counts: number[];
  numbers: number[];
  documents: number[];
}

/** So many documents, or buckets, are done in one step: some 15 ms. */
const inStep = { documents: 300, buckets: 16 };

function* meet(documents: Iterable<Iterable<string>>): Steps<Met> {
  const met: Met = { terms: new Map(), counts: [], numbers: [], documents: [] };
  const last: number[] = [];
  let document = 0;
  for (const terms of documents) {
    for (const term of terms) {
      let number = met.terms.get(term);
      if (number === undefined) {
        number = met.counts.push(0) - 1;
        met.terms.set(term, number);
      } else if (last[number] === document) continue;
      last[number] = document;
      met.counts[number] = (met.counts[number] ?? 0) + 1;
      met.numbers.push(number);
      met.documents.push(document);
    }
    document += 1;
    if (document % inStep.documents === 0) yield;
  }
  return met;
}

/** The buckets of a segment, from the terms of each of its documents (at most 65,536 of them). */
export const buildPostings = (documents: Iterable<Iterable<string>>): Map<number, Bucket> => runThrough(buildBySteps(documents));

/** The same, for who has other things to do in between. The terms of a document are asked for when it has its turn. */
export function* buildBySteps(documents: Iterable<Iterable<string>>): Steps<Map<number, Bucket>> {
  const met = yield* meet(documents);
  const byBucket = new Map<number, string[]>();
  for (const term of met.terms.keys()) {
    const bucket = bucketOf(term);
    const inside = byBucket.get(bucket);
    if (inside) inside.push(term);
    else byBucket.set(bucket, [term]);
  }
  const built = new Map<number, Bucket>();
  const homes: Uint16Array[] = new Array(met.terms.size);
  const places = new Uint32Array(met.terms.size);
  for (const [bucket, terms] of byBucket) {
    const ofBucket = terms.sort().map((term) => met.terms.get(term) ?? 0);
    const starts = new Uint32Array(terms.length + 1);
    for (const [n, number] of ofBucket.entries()) starts[n + 1] = (starts[n] ?? 0) + (met.counts[number] ?? 0);
    const inside = new Uint16Array(starts[terms.length] ?? 0);
    for (const [n, number] of ofBucket.entries()) {
      homes[number] = inside;
      places[number] = starts[n] ?? 0;
    }
    built.set(bucket, { terms: terms.join('\n'), starts, documents: inside });
    if (built.size % inStep.buckets === 0) yield;
  }
  for (const [i, number] of met.numbers.entries()) {
    const [home, place = 0] = [homes[number], places[number]];
    if (home) home[place] = met.documents[i] ?? 0;
    places[number] = place + 1;
  }
  return built;
}

/** Several segments as one: the n-th document of a part is `places[n]` there. */
export function joinBuckets(parts: readonly { bucket: Bucket; places: Uint16Array }[]): Bucket {
  const lists: Lists = new Map();
  for (const { bucket, places } of parts) {
    for (const [n, term] of bucket.terms.split('\n').entries()) {
      const list = lists.get(term) ?? [];
      for (let i = bucket.starts[n] ?? 0; i < (bucket.starts[n + 1] ?? 0); i++) list.push(places[bucket.documents[i] ?? 0] ?? 0);
      lists.set(term, list);
    }
  }
  for (const list of lists.values()) list.sort((a, b) => a - b);
  return pack(lists);
}

/** Where the first line that is `wanted`, or where it is a word begins so, starts in sorted lines; -1 where there is none. */
function findLine(lines: string, wanted: string): number {
  if (lines.startsWith(wanted)) return 0;
  return lines.indexOf(`\n${wanted}`) + 1 || -1;
}

const lineFeed = 10;

function countLines(lines: string, end: number): number {
  let count = 0;
  for (let i = 0; i < end; i++) if (lines.charCodeAt(i) === lineFeed) count++;
  return count;
}

/** Each once, rising. */
function sortOut(documents: Uint16Array): Uint16Array {
  const last = documents.reduce((most, document) => Math.max(most, document), 0);
  const has = new Uint8Array(last + 1);
  let size = 0;
  for (const document of documents) {
    if (has[document] === 0) size++;
    has[document] = 1;
  }
  const sorted = new Uint16Array(size);
  for (let document = 0, at = 0; at < size; document++) if (has[document] === 1) sorted[at++] = document;
  return sorted;
}

/**
 * The documents with the term, or where it is a word with any word that begins so; rising, each once. The lines are not taken apart: a search
 * asks this of every segment.
 */
export function findDocuments({ terms, starts, documents }: Bucket, wanted: string): Uint16Array {
  const isProperty = wanted.startsWith(propertyMark);
  let line = findLine(terms, isProperty ? `${wanted}\n` : wanted);
  if (line < 0 && isProperty && (terms === wanted || terms.endsWith(`\n${wanted}`))) line = terms.length - wanted.length;
  if (line < 0) return new Uint16Array(0);
  const first = countLines(terms, line);
  let past = first + 1;
  if (!isProperty)
    for (let next = terms.indexOf('\n', line) + 1; next > 0 && terms.startsWith(wanted, next); next = terms.indexOf('\n', next) + 1) past++;
  const found = documents.subarray(starts[first], starts[past]);
  return past - first < 2 ? found : sortOut(found);
}

/** What is in both; both rise. */
export function intersect(a: Uint16Array, b: Uint16Array): Uint16Array {
  const both = new Uint16Array(Math.min(a.length, b.length));
  let size = 0;
  for (let i = 0, n = 0; i < a.length && n < b.length; ) {
    const [x, y] = [a[i] ?? 0, b[n] ?? 0];
    if (x === y) both[size++] = x;
    if (x <= y) i++;
    if (y <= x) n++;
  }
  return both.subarray(0, size);
}
