/**
 * Which documents of a segment hold a term, in buckets: a term is looked for in the one bucket that it falls into, and whoever looks for the
 * beginning of a word finds all words that begin so in one bucket too.
 */
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

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function pack(lists: Lists): Bucket {
  const terms = [...lists.keys()].sort(order);
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

/** The buckets of a segment, from the terms of each of its documents (at most 65,536 of them). */
export function buildPostings(documents: Iterable<Iterable<string>>): Map<number, Bucket> {
  const lists: Lists = new Map();
  let document = 0;
  for (const terms of documents) {
    for (const term of terms) {
      const list = lists.get(term);
      if (!list) lists.set(term, [document]);
      else if (list[list.length - 1] !== document) list.push(document);
    }
    document += 1;
  }
  const byBucket = new Map<number, Lists>();
  for (const [term, list] of lists) {
    const bucket = bucketOf(term);
    const inside = byBucket.get(bucket) ?? new Map<string, number[]>();
    inside.set(term, list);
    byBucket.set(bucket, inside);
  }
  return new Map([...byBucket].map(([bucket, inside]) => [bucket, pack(inside)]));
}

/** Several segments as one: the documents of each are numbered on from `offsets`, which rise. */
export function joinBuckets(parts: readonly { bucket: Bucket; offset: number }[]): Bucket {
  const lists: Lists = new Map();
  for (const { bucket, offset } of parts) {
    for (const [n, term] of bucket.terms.split('\n').entries()) {
      const list = lists.get(term) ?? [];
      for (let i = bucket.starts[n] ?? 0; i < (bucket.starts[n + 1] ?? 0); i++) list.push((bucket.documents[i] ?? 0) + offset);
      lists.set(term, list);
    }
  }
  return pack(lists);
}

/** The first of the sorted terms that is not below `wanted`. */
function firstFrom(terms: readonly string[], wanted: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The documents with the term, or where it is a word with any word that begins so; rising, each once. */
export function findDocuments(bucket: Bucket, wanted: string): Uint16Array {
  const terms = bucket.terms.split('\n');
  const first = firstFrom(terms, wanted);
  let past = first;
  const isIt = (term: string | undefined) => (wanted.startsWith(propertyMark) ? term === wanted : (term?.startsWith(wanted) ?? false));
  while (isIt(terms[past])) past += 1;
  const found = bucket.documents.subarray(bucket.starts[first], bucket.starts[past]);
  return past - first < 2 ? found : Uint16Array.from(new Set(found)).sort();
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
