/**
 * Browsers have been seen to delete a whole database after a crash, with no error to anyone. So what a person wrote, and what was heard
 * lately, is kept a second time outside of it: two generations, each with its checksum, of which one is always whole. A sentinel beside
 * them remembers that there was something, which is how an empty database is told from a new one.
 */
import { z } from 'zod';
import {
  answer,
  audit,
  correction,
  coverage,
  exposure,
  goal,
  keyword,
  type Mention,
  macro,
  mention,
  mute,
  person,
  play,
  reply,
  reportDraft,
  round,
  rule,
  settings,
  tally,
  turningPoint,
  view,
} from '../core/model.ts';
import { type Database, openDatabase, type TableName, write } from './db.ts';
import { mentionTables, putMentions } from './mention-writes.ts';
import { countMentions } from './mentions.ts';
import { forgetSums } from './tallies.ts';
import { askToUnderstand } from './understand-anew.ts';

/** Where copies lie: text by name. */
export interface CopyPlace {
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
  /** No error where there is none. */
  remove(name: string): Promise<void>;
}

/** `authored`: what the person wrote, copied after every change. `heard`: the newest mentions, copied now and then. */
export type Part = 'authored' | 'heard';

type Slot = 'a' | 'b';

export interface Sentinel {
  at: number;
  counts: Record<string, number>;
  slots: Partial<Record<Part, Slot>>;
  /** When each part was last copied. */
  copiedAt?: Partial<Record<Part, number>>;
}

const mostMentions = 10_000;

const tables = {
  authored: {
    settings,
    keywords: keyword,
    replies: reply,
    people: person,
    answers: answer,
    mutes: mute,
    rounds: round,
    macros: macro,
    corrections: correction,
    turningPoints: turningPoint,
    goals: goal,
    audits: audit,
    plays: play,
    reports: reportDraft,
    rules: rule,
    views: view,
  },
  heard: { mentions: mention, exposures: exposure, tallies: tally, coverage },
} as const;

/** Everything worth a copy, by table: what goes into a backup as well. */
export const keptTables = { ...tables.authored, ...tables.heard };

async function readTable(db: Database, name: string): Promise<unknown[]> {
  if (name === 'mentions') return db.mentions.orderBy('seenAt').reverse().limit(mostMentions).toArray();
  return db.table(name).toArray();
}

async function checksum(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const fileName = (part: Part, slot: Slot): string => `${part}-${slot}.json`;

const otherSlot = (slot: Slot | undefined): Slot => (slot === 'a' ? 'b' : 'a');

/** Writes the older generation anew and returns the sentinel to keep once that is done. */
export async function writeCopy(place: CopyPlace, part: Part, sentinel: Sentinel | undefined, now: number): Promise<Sentinel> {
  const db = await openDatabase();
  const names = Object.keys(tables[part]);
  const rows = await Promise.all(names.map((name) => readTable(db, name)));
  const body = JSON.stringify(Object.fromEntries(names.map((name, i) => [name, rows[i]])));
  const slot = otherSlot(sentinel?.slots[part]);
  await place.write(fileName(part, slot), `${JSON.stringify({ at: now, sha256: await checksum(body) })}\n${body}`);
  const [keywords, replies, mentions] = await Promise.all([db.keywords.count(), db.replies.count(), countMentions()]);
  return {
    at: now,
    counts: { keywords, replies, mentions },
    slots: { ...sentinel?.slots, [part]: slot },
    copiedAt: { ...sentinel?.copiedAt, [part]: now },
  };
}

/** Both generations of both parts, written anew: what has been erased is in neither. */
export async function writeAnew(place: CopyPlace, sentinel: Sentinel | undefined, now: number): Promise<Sentinel> {
  let written = sentinel;
  for (const part of ['authored', 'heard', 'authored', 'heard'] as const) written = await writeCopy(place, part, written, now);
  return written as Sentinel;
}

export async function removeCopies(place: CopyPlace): Promise<void> {
  for (const part of ['authored', 'heard'] as const) for (const slot of ['a', 'b'] as const) await place.remove(fileName(part, slot));
}

async function readGeneration(place: CopyPlace, name: string): Promise<{ at: number; body: unknown } | undefined> {
  try {
    const text = (await place.read(name)) ?? '';
    const cut = text.indexOf('\n');
    const header = z.object({ at: z.number(), sha256: z.string() }).parse(JSON.parse(text.slice(0, cut)));
    const body = text.slice(cut + 1);
    return (await checksum(body)) === header.sha256 ? { at: header.at, body: JSON.parse(body) as unknown } : undefined;
  } catch {
    // Cut off, missing or unreadable: the other generation is there for this.
    return undefined;
  }
}

async function readNewest(place: CopyPlace, part: Part): Promise<Record<string, unknown>> {
  const [a, b] = await Promise.all([readGeneration(place, fileName(part, 'a')), readGeneration(place, fileName(part, 'b'))]);
  const newest = a && b ? (a.at >= b.at ? a : b) : (a ?? b);
  return z.record(z.string(), z.unknown()).catch({}).parse(newest?.body);
}

/** Rows that do not fit are left behind rather than keeping the others from coming back. */
function parseRows(rows: unknown, schema: z.ZodType): unknown[] {
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Puts the newest whole copy back in one transaction, and says how many rows of each table came. */
export async function restoreCopy(place: CopyPlace): Promise<Record<string, number>> {
  const copy = { ...(await readNewest(place, 'authored')), ...(await readNewest(place, 'heard')) } as Record<string, unknown>;
  const all: Record<string, z.ZodType> = { ...tables.authored, ...tables.heard };
  const rows = Object.entries(all).map(([name, schema]) => [name as TableName, parseRows(copy[name], schema)] as const);
  await write([...new Set([...(Object.keys(all) as TableName[]), ...mentionTables])], async (db) => {
    for (const [name, found] of rows) {
      if (name === 'mentions') await putMentions(db, found as Mention[]);
      else if (found.length > 0) await db.table(name).bulkPut(found);
    }
    await forgetSums(db);
    await askToUnderstand(db);
  });
  return Object.fromEntries(rows.map(([name, found]) => [name, found.length]));
}
