import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bucket, bucketOf, buildPostings, findDocuments, joinBuckets, propertyMark } from '../../../core/postings.ts';

const term = fc.constantFrom(
  'sa',
  'sail',
  'sails',
  'sailing',
  'acme',
  'ac',
  ...['tag:a', 'tag:ab', 'tag:b', 'ta'].map((one) => propertyMark + one),
);
const documents = fc.array(fc.array(term, { maxLength: 5 }), { maxLength: 40 });

/** By asking every document. */
const listSlowly = (texts: readonly string[][], wanted: string): number[] =>
  texts.flatMap((terms, n) =>
    terms.some((one) => (wanted.startsWith(propertyMark) ? one === wanted : one.startsWith(wanted))) ? [n] : [],
  );

const find = (buckets: ReadonlyMap<number, Bucket>, wanted: string): number[] => {
  const bucket = buckets.get(bucketOf(wanted));
  return bucket ? [...findDocuments(bucket, wanted)] : [];
};

test('a term is found in the documents that have it, a word also by its beginning', () => {
  fc.assert(
    fc.property(documents, term, (texts, wanted) => {
      expect(find(buildPostings(texts), wanted)).toEqual(listSlowly(texts, wanted));
    }),
    { numRuns: 500 },
  );
});

test('parts that are joined say of each document what they said before, wherever it stands now', () => {
  fc.assert(
    fc.property(documents, documents, term, fc.boolean(), (one, other, wanted, otherFirst) => {
      const all = otherFirst ? [...other, ...one] : [...one, ...other];
      const placed = (texts: string[][], from: number) => ({
        built: buildPostings(texts),
        places: Uint16Array.from(texts, (_, n) => from + n),
      });
      const parts = [placed(one, otherFirst ? other.length : 0), placed(other, otherFirst ? 0 : one.length)];
      const inside = parts.flatMap(({ built, places }) => {
        const bucket = built.get(bucketOf(wanted));
        return bucket ? [{ bucket, places }] : [];
      });
      expect(inside.length > 0 ? [...findDocuments(joinBuckets(inside), wanted)] : []).toEqual(listSlowly(all, wanted));
    }),
    { numRuns: 500 },
  );
});
