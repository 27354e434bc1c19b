/**
 * Words and properties of mentions, found without reading a mention. Mentions are gathered into segments of up to 10,000, by when they were seen;
 * of each segment the index keeps which of its mentions have a term (core/postings.ts), written once. What is new or has changed since stands
 * in `unindexed` and is looked at directly, so that what is found is always true: a hit is only a candidate until its mention was read.
 */
import Dexie from 'dexie';
import type { Mention } from '../core/model.ts';
import { type Bucket, bucketOf, buckets, buildPostings, findDocuments, intersect, joinBuckets } from '../core/postings.ts';
import { listTerms } from '../core/search-terms.ts';
import { bounds } from './bounds.ts';
import { type Database, openDatabase, type Posting, reading, type Segment, write } from './db.ts';

/** Raised when terms are made otherwise: the index is then built anew. */
const rules = 1;
/** Behind the buckets of a segment stand the names of its mentions, some to a row: few of them are asked for at once. */
const firstNames = buckets;
const namesBucket = (document: number): number => firstNames + Math.floor(document / bounds.names);

const tables = ['postings', 'segments', 'unindexed', 'counts'] as const;

interface Fresh {
  rows: Mention[];
  /** Of those that stand in `unindexed`: the mark they had when their row was read. */
  marks: ReadonlyMap<string, number>;
}

const byTime = (a: Mention, b: Mention): number => a.seenAt - b.seenAt || (a.id < b.id ? -1 : 1);

interface Built {
  buckets: Map<number, Bucket>;
  ids: string[];
  times: Float64Array;
}

function build(rows: readonly Mention[]): Built {
  return {
    buckets: buildPostings(rows.map(listTerms)),
    ids: rows.map(({ id }) => id),
    times: Float64Array.from(rows, ({ seenAt }) => seenAt),
  };
}

async function putSegment(db: Database, { buckets, ids, times }: Built): Promise<void> {
  const segment = ((await db.segments.orderBy('id').last())?.id ?? 0) + 1;
  const rows: Posting[] = [...buckets].map(([bucket, inside]) => ({ segment, bucket, ...inside }));
  for (let at = 0; at < ids.length; at += bounds.names) {
    const end = at + bounds.names;
    rows.push({ segment, bucket: namesBucket(at), ids: ids.slice(at, end).join('\n'), times: times.slice(at, end) });
  }
  await db.postings.bulkPut(rows);
  const [from, to] = [times.reduce((a, b) => Math.min(a, b), Infinity), times.reduce((a, b) => Math.max(a, b), -Infinity)];
  await db.segments.put({ id: segment, from, to, size: times.length });
}

/** Who changed after it was read keeps its place among the unindexed. */
async function forgetUnindexed(db: Database, marks: ReadonlyMap<string, number>): Promise<void> {
  const ids = [...marks.keys()];
  const now = await db.unindexed.bulkGet(ids);
  await db.unindexed.bulkDelete(ids.filter((id, i) => now[i]?.mark === marks.get(id)));
}

/**
 * Built before the transaction begins, so that nobody waits for it.
 * @param isDue asked within it: another may have been here meanwhile
 */
async function writeSegments(
  { rows, marks }: Fresh,
  isDue: (db: Database) => Promise<boolean>,
  after?: (db: Database) => Promise<unknown>,
) {
  const sorted = [...rows].sort(byTime);
  const built: Built[] = [];
  for (let at = 0; at < sorted.length; at += bounds.segment) built.push(build(sorted.slice(at, at + bounds.segment)));
  await write(tables, async (db) => {
    if (!(await isDue(db))) return;
    for (const one of built) await putSegment(db, one);
    await forgetUnindexed(db, marks);
    await after?.(db);
  });
}

const present = <T>(list: readonly (T | undefined)[]): T[] => list.filter((one) => one !== undefined);

/** A step of building: true where there may be more to do. Whoever is stopped in between loses that step alone. */
async function indexNew(): Promise<boolean> {
  const fresh = await reading((db) =>
    db.transaction('r', ['unindexed', 'mentions'], async (): Promise<Fresh> => {
      const entries = await db.unindexed.limit(bounds.indexed).toArray();
      const rows = entries.length < bounds.gathered ? [] : present(await db.mentions.bulkGet(entries.map(({ id }) => id)));
      return { rows, marks: new Map(entries.map(({ id, mark }) => [id, mark])) };
    }),
  );
  if (fresh.marks.size < bounds.gathered) return false;
  await writeSegments(fresh, async (db) => present(await db.unindexed.bulkGet([...fresh.marks.keys()])).length > 0);
  return fresh.marks.size === bounds.indexed;
}

/** The next mentions after `time`, all of those that were seen at the same time together. */
async function readNext(db: Database, time: number): Promise<Mention[]> {
  const rows = await db.mentions.where('seenAt').above(time).limit(bounds.segment).toArray();
  const [first, last] = [rows[0], rows.at(-1)];
  if (rows.length < bounds.segment || !first || !last) return rows;
  if (first.seenAt === last.seenAt) return db.mentions.where('seenAt').equals(first.seenAt).toArray();
  return rows.filter(({ seenAt }) => seenAt < last.seenAt);
}

/** Takes mentions in that were there before there was an index. */
async function indexOld(): Promise<boolean> {
  const state = await reading((db) => db.counts.get('index'));
  if (state?.count === rules && state.after === undefined) return false;
  if (state?.count !== rules) {
    await write(tables, async (db) => {
      await Promise.all([db.postings.clear(), db.segments.clear()]);
      await db.counts.put({ id: 'index', count: rules, after: '-1' });
    });
    return true;
  }
  const fresh = await reading((db) =>
    db.transaction('r', ['unindexed', 'mentions'], async (): Promise<Fresh> => {
      const rows = await readNext(db, Number(state.after));
      const entries = present(await db.unindexed.bulkGet(rows.map(({ id }) => id)));
      return { rows, marks: new Map(entries.map(({ id, mark }) => [id, mark])) };
    }),
  );
  const last = fresh.rows.reduce((latest, { seenAt }) => Math.max(latest, seenAt), Number(state.after));
  const next = fresh.rows.length === 0 ? {} : { after: String(last) };
  await writeSegments(
    fresh,
    async (db) => (await db.counts.get('index'))?.after === state.after,
    (db) => db.counts.put({ id: 'index', count: rules, ...next }),
  );
  return true;
}

/** Many small segments as one. */
async function joinSmall(): Promise<boolean> {
  const db = await openDatabase();
  const small = (await db.segments.orderBy('to').toArray()).filter(({ size }) => size < bounds.segment / 2);
  if (small.length < bounds.small) return false;
  const parts: (Segment & { offset: number })[] = [];
  let offset = 0;
  for (const segment of small) {
    if (offset + segment.size > bounds.segment) break;
    parts.push({ ...segment, offset });
    offset += segment.size;
  }
  const rows = await Promise.all(
    parts.map(({ id }) => db.postings.where('[segment+bucket]').between([id, 0], [id, Dexie.maxKey]).toArray()),
  );
  const built = joinParts(rows.map((postings, i) => ({ postings, offset: parts[i]?.offset ?? 0 })));
  await write(tables, async (db) => {
    await putSegment(db, built);
    for (const { id } of parts) await removeSegment(db, id);
  });
  return true;
}

function joinParts(parts: readonly { postings: readonly Posting[]; offset: number }[]): Built {
  const found = new Map<number, { bucket: Bucket; offset: number }[]>();
  const ids: string[] = [];
  const times: number[] = [];
  for (const { postings, offset } of parts)
    for (const posting of postings) {
      if ('ids' in posting) {
        ids.push(...posting.ids.split('\n'));
        times.push(...posting.times);
      } else found.set(posting.bucket, [...(found.get(posting.bucket) ?? []), { bucket: posting, offset }]);
    }
  return {
    buckets: new Map([...found].map(([bucket, inside]) => [bucket, joinBuckets(inside)])),
    ids,
    times: Float64Array.from(times),
  };
}

async function removeSegment(db: Database, id: number): Promise<void> {
  await db.postings.where('[segment+bucket]').between([id, 0], [id, Dexie.maxKey]).delete();
  await db.segments.delete(id);
}

/** A segment all of whose mentions are gone holds on to nothing. The oldest go first. */
async function dropEmpty(): Promise<boolean> {
  const db = await openDatabase();
  const oldest = await db.segments.orderBy('to').first();
  if (!oldest || (await db.mentions.where('seenAt').between(oldest.from, oldest.to, true, true).limit(1).count()) > 0) return false;
  await write(tables, (db) => removeSegment(db, oldest.id));
  return true;
}

/** One step of what the index needs; false where it needs nothing now. */
export async function keepIndex(): Promise<boolean> {
  return (await indexOld()) || (await indexNew()) || (await joinSmall()) || (await dropEmpty());
}

/** The mentions to be looked at directly; undefined where the index is not there yet, or so far behind that it is no help. */
export async function readUnindexed(db: Database): Promise<string[] | undefined> {
  if (!('unindexed' in db)) return undefined;
  const state = await db.counts.get('index');
  if (state?.count !== rules || state.after !== undefined) return undefined;
  const ids = await db.unindexed.limit(bounds.unindexed + 1).primaryKeys();
  return ids.length > bounds.unindexed ? undefined : ids;
}

export interface Candidate {
  id: string;
  seenAt: number;
}

export interface Wanted {
  segments: readonly Segment[];
  /** A candidate has all of them. */
  terms: readonly string[];
  /** Seen from `since` (in) to `until` (in). */
  since: number;
  until: number;
  /** They come after this one, the newest first. */
  before?: Candidate | undefined;
  /** At most so many of a segment, the newest. */
  most: number;
}

export const newestFirst = (a: Candidate, b: Candidate): number => b.seenAt - a.seenAt || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1);

/** The newest of those that are asked for. */
function chooseNewest(all: readonly Candidate[], { since, until, before, most }: Wanted): Candidate[] {
  const inside = all.filter((one) => one.seenAt >= since && one.seenAt <= until && (!before || newestFirst(before, one) < 0));
  return inside.length > most ? inside.sort(newestFirst).slice(0, most) : inside;
}

/** Who the documents of a segment are. */
async function nameDocuments(db: Database, found: ReadonlyMap<number, Iterable<number>>): Promise<Map<number, Candidate[]>> {
  const keys = [...found].flatMap(([id, documents]) =>
    [...new Set(Array.from(documents, namesBucket))].map((bucket): [number, number] => [id, bucket]),
  );
  const rows = await db.postings.bulkGet(keys);
  const names = new Map(
    rows.flatMap((row) =>
      row && 'ids' in row ? [[`${row.segment} ${row.bucket}`, { ids: row.ids.split('\n'), times: row.times }] as const] : [],
    ),
  );
  const nameOf = (segment: number, document: number): Candidate[] => {
    const some = names.get(`${segment} ${namesBucket(document)}`);
    const id = some?.ids[document % bounds.names];
    return some && id !== undefined ? [{ id, seenAt: some.times[document % bounds.names] ?? 0 }] : [];
  };
  return new Map([...found].map(([segment, documents]) => [segment, [...documents].flatMap((document) => nameOf(segment, document))]));
}

/** The mentions of segments that have all terms, as they were when they were indexed. In no order. */
export async function findCandidates(db: Database, wanted: Wanted): Promise<Candidate[]> {
  const { segments, terms } = wanted;
  let found = new Map<number, Uint16Array | undefined>(segments.map(({ id }) => [id, undefined]));
  for (const term of terms) {
    const ids = [...found.keys()];
    const postings = await db.postings.bulkGet(ids.map((id): [number, number] => [id, bucketOf(term)]));
    const left = new Map<number, Uint16Array>();
    for (const [i, id] of ids.entries()) {
      const posting = postings[i];
      if (!posting || !('terms' in posting)) continue;
      const documents = findDocuments(posting, term);
      const before = found.get(id);
      const both = before ? intersect(before, documents) : documents;
      if (both.length > 0) left.set(id, both);
    }
    found = left;
  }
  const sizes = new Map(segments.map(({ id, size }) => [id, size]));
  const documents = new Map([...found].map(([id, some]) => [id, some ?? Array.from({ length: sizes.get(id) ?? 0 }, (_, n) => n)]));
  const named = await nameDocuments(db, documents);
  return [...named.values()].flatMap((all) => chooseNewest(all, wanted));
}

/** All segments, those with the newest mentions first. */
export const listSegments = (db: Database): Promise<Segment[]> => db.segments.orderBy('to').reverse().toArray();
