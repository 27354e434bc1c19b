/**
 * Words and properties of mentions, found without reading a mention. Mentions are gathered into segments of up to 10,000, by when they were seen;
 * of each segment the index keeps which of its mentions have a term (core/postings.ts), written once. What is new or has changed since stands
 * in `unindexed` and is looked at directly, so that what is found is always true: a hit is only a candidate until its mention was read.
 */
import Dexie from 'dexie';
import type { Mention } from '../core/model.ts';
import { type Bucket, bucketOf, buckets, buildBySteps, findDocuments, intersect, joinBuckets } from '../core/postings.ts';
import { listTerms } from '../core/search-terms.ts';
import { bounds } from './bounds.ts';
import { type Database, openDatabase, type Posting, reading, type Segment, write } from './db.ts';
import { readSlice } from './slices.ts';

/** Raised when terms are made or kept otherwise: the index is then built anew. */
const rules = 2;
/** Behind the buckets of a segment stand the names of its mentions, some to a row: few of them are asked for at once. */
const firstNames = buckets;
const rowOf = (document: number): number => Math.floor(document / bounds.names);
const namesBucket = (document: number): number => firstNames + rowOf(document);

const tables = ['postings', 'segments', 'unindexed', 'counts'] as const;

interface Fresh {
  rows: Mention[];
  /** Of those that stand in `unindexed`: the mark they had when their row was read. */
  marks: ReadonlyMap<string, number>;
}

const byTime = (a: Candidate, b: Candidate): number => a.seenAt - b.seenAt || (a.id < b.id ? -1 : 1);

interface Built {
  buckets: Map<number, Bucket>;
  ids: string[];
  times: Float64Array;
}

function* termsOf(rows: readonly Mention[]): Generator<Set<string>> {
  for (const row of rows) yield listTerms(row);
}

/** `rows` in order of time: so are the documents of every segment, and the newest of a term are its last. */
async function build(rows: readonly Mention[]): Promise<Built> {
  const steps = buildBySteps(termsOf(rows));
  let step = steps.next();
  for (; !step.done; step = steps.next()) await new Promise((resolve) => setTimeout(resolve));
  return {
    buckets: step.value,
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
  const [from = 0, to = 0] = [times[0], times.at(-1)];
  await db.segments.put({ id: segment, from, to, size: times.length, times: times.filter((_, at) => at % bounds.names === 0) });
}

/** Who changed after it was read keeps its place among the unindexed. */
async function forgetUnindexed(db: Database, marks: ReadonlyMap<string, number>): Promise<void> {
  const ids = [...marks.keys()];
  const now = await db.unindexed.bulkGet(ids);
  await db.unindexed.bulkDelete(ids.filter((id, i) => now[i]?.mark === marks.get(id)));
}

/**
 * Built before the transaction begins, and in short steps, so that nobody waits for it.
 * @param isDue asked within it: another may have been here meanwhile
 */
async function writeSegments(
  { rows, marks }: Fresh,
  isDue: (db: Database) => Promise<boolean>,
  after?: (db: Database) => Promise<unknown>,
) {
  const sorted = [...rows].sort(byTime);
  const built: Built[] = [];
  for (let at = 0; at < sorted.length; at += bounds.segment) built.push(await build(sorted.slice(at, at + bounds.segment)));
  await write(tables, async (db) => {
    if (!(await isDue(db))) return;
    for (const one of built) await putSegment(db, one);
    await forgetUnindexed(db, marks);
    await after?.(db);
  });
}

/** Takes in rows of which the index knows nothing yet and that are put meanwhile: for whoever fills a database that nobody reads until then. */
export const indexAtOnce = (rows: Mention[]): Promise<void> => writeSegments({ rows, marks: new Map() }, async () => true);

export const present = <T>(list: readonly (T | undefined)[]): T[] => list.filter((one) => one !== undefined);

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

/** Those of the rows that stand in `unindexed`. Mostly that holds few, and asking it for each of ten thousand takes a second. */
async function readMarks(db: Database, rows: readonly Mention[]): Promise<Map<string, number>> {
  const ids = new Set(rows.map(({ id }) => id));
  const isLong = (await db.unindexed.count()) > ids.size;
  const entries = isLong ? present(await db.unindexed.bulkGet([...ids])) : await db.unindexed.toArray();
  return new Map(entries.flatMap(({ id, mark }) => (ids.has(id) ? [[id, mark] as const] : [])));
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
      const { rows } = await readSlice(db.mentions, 'seenAt', { from: Number(state.after), isOpen: true, to: Infinity }, bounds.segment);
      return { rows, marks: await readMarks(db, rows) };
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
  const parts: Segment[] = [];
  for (const segment of small) {
    if (parts.reduce((sum, { size }) => sum + size, segment.size) > bounds.segment) break;
    parts.push(segment);
  }
  const rows = await Promise.all(
    parts.map(({ id }) => db.postings.where('[segment+bucket]').between([id, 0], [id, Dexie.maxKey]).toArray()),
  );
  const built = joinParts(rows);
  await write(tables, async (db) => {
    await putSegment(db, built);
    for (const { id } of parts) await removeSegment(db, id);
  });
  return true;
}

function namesIn(postings: readonly Posting[]): Candidate[] {
  return postings.flatMap((row) =>
    'ids' in row ? row.ids.split('\n').map((id, n): Candidate => ({ id, seenAt: row.times[n] ?? 0 })) : [],
  );
}

function joinParts(parts: readonly (readonly Posting[])[]): Built {
  const names = parts.map(namesIn);
  const sorted = names.flat().sort(byTime);
  const placeOf = new Map(sorted.map((name, place) => [name, place]));
  const found = new Map<number, { bucket: Bucket; places: Uint16Array }[]>();
  for (const [i, postings] of parts.entries()) {
    const places = Uint16Array.from(names[i] ?? [], (name) => placeOf.get(name) ?? 0);
    for (const posting of postings)
      if ('terms' in posting) found.set(posting.bucket, [...(found.get(posting.bucket) ?? []), { bucket: posting, places }]);
  }
  return {
    buckets: new Map([...found].map(([bucket, inside]) => [bucket, joinBuckets(inside)])),
    ids: sorted.map(({ id }) => id),
    times: Float64Array.from(sorted, ({ seenAt }) => seenAt),
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
  const [state, ids] = await Promise.all([db.counts.get('index'), db.unindexed.limit(bounds.unindexed + 1).primaryKeys()]);
  if (state?.count !== rules || state.after !== undefined) return undefined;
  return ids.length > bounds.unindexed ? undefined : ids;
}

export interface Candidate {
  id: string;
  seenAt: number;
}

export const newestFirst = (a: Candidate, b: Candidate): number => byTime(b, a);

/** What of a segment has all terms, as it was when it was indexed; rising, and so are the times they were seen at. */
export interface Found {
  readonly segment: Segment;
  readonly documents: Uint16Array;
}

/** The segments in which something has all terms. */
export async function findDocumentsIn(db: Database, segments: readonly Segment[], terms: readonly string[]): Promise<Found[]> {
  let found: { segment: Segment; documents: Uint16Array | undefined }[] = segments.map((segment) => ({ segment, documents: undefined }));
  for (const term of terms) {
    const keys = found.map(({ segment }): [number, number] => [segment.id, bucketOf(term)]);
    const postings = keys.length > 0 ? await db.postings.bulkGet(keys) : [];
    found = found.flatMap(({ segment, documents: before }, i) => {
      const posting = postings[i];
      if (!posting || !('terms' in posting)) return [];
      const documents = findDocuments(posting, term);
      const both = before ? intersect(before, documents) : documents;
      return both.length > 0 ? [{ segment, documents: both }] : [];
    });
  }
  return found.map(({ segment, documents = new Uint16Array(0) }) => ({ segment, documents }));
}

/** Documents between two times (both in), and those that share a row of names with one. */
export function cutDocuments({ segment: { times }, documents }: Found, since: number, until: number): Uint16Array {
  const first = times.findLastIndex((time) => time < since);
  const past = times.findIndex((time) => time > until);
  return documents.filter((document) => rowOf(document) >= first && (past < 0 || rowOf(document) < past));
}

/** None of the documents was seen later. */
export function latestOf({ segment: { times, to }, documents }: Found): number {
  return times[rowOf(documents.at(-1) ?? 0) + 1] ?? to;
}

/** Of documents the last `least`, and the others that share a row of names with one of these. */
export function takeNewest(documents: Uint16Array, least: number): Uint16Array {
  const row = rowOf(documents[Math.max(0, documents.length - least)] ?? 0);
  return documents.subarray(documents.findIndex((document) => rowOf(document) >= row));
}

/** Reading so many rows of names that lie side by side takes no longer than asking for one. */
const sideBySide = 2;

/** The rows of these buckets of a segment, rising: apart, or where they lie close together all from the first to the last. */
function planRows(segment: number, rows: readonly number[]): { apart: [number, number][]; close?: [number, number] } {
  const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  if (rows.length > 1 && last - first < sideBySide * rows.length) return { apart: [], close: [first, last] };
  return { apart: rows.map((bucket) => [segment, bucket]) };
}

type Names = Extract<Posting, { ids: string }>;

const keyOf = (segment: number, bucket: number): string => `${segment} ${bucket}`;

async function readNames(db: Database, found: readonly Found[]): Promise<Map<string, Names>> {
  const plans = found.map(({ segment, documents }) => ({
    segment: segment.id,
    ...planRows(segment.id, [...new Set(Array.from(documents, namesBucket))]),
  }));
  const apart = plans.flatMap((plan) => plan.apart);
  const close = plans.flatMap(({ segment, close: span }) =>
    span ? [db.postings.where('[segment+bucket]').between([segment, span[0]], [segment, span[1]], true, true).toArray()] : [],
  );
  const rows = await Promise.all([apart.length > 0 ? db.postings.bulkGet(apart) : [], ...close]);
  return new Map(rows.flat().flatMap((row) => (row && 'ids' in row ? [[keyOf(row.segment, row.bucket), row] as const] : [])));
}

/** Who they are. In no order. */
export async function nameDocuments(db: Database, found: readonly Found[]): Promise<Candidate[]> {
  const rows = await readNames(db, found);
  return found.flatMap(({ segment, documents }) => {
    let [bucket, ids]: [number, readonly string[]] = [-1, []];
    const named: Candidate[] = [];
    for (const document of documents) {
      const row = rows.get(keyOf(segment.id, namesBucket(document)));
      // They rise, and so those of one row follow each other.
      if (row && bucket !== row.bucket) [bucket, ids] = [row.bucket, row.ids.split('\n')];
      const [id, seenAt = 0] = [ids[document % bounds.names], row?.times[document % bounds.names]];
      if (row && id !== undefined) named.push({ id, seenAt });
    }
    return named;
  });
}

/** All segments, those with the newest mentions first. */
export const listSegments = (db: Database): Promise<Segment[]> => db.segments.orderBy('to').reverse().toArray();
