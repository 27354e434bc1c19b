/** Everything out to one file, and back in from one in one transaction that can be taken back. */
import {
  type BackupPart,
  backupLimits,
  inOrder,
  isTeamTable,
  makeRowReader,
  partOf,
  printHead,
  type Tables,
  toTeamPack,
} from '../core/backup.ts';
import type { Prefer } from '../core/merge-rows.ts';
import type { Answer, Mention } from '../core/model.ts';
import { type Here, planRestore, type TablePlan } from '../core/plan-restore.ts';
import type { Fields } from '../core/safe-json.ts';
import { answerTables, putAnswers, removeAnswers } from './answer-writes.ts';
import { type Database, newestVersion, reading, type TableName, write } from './db.ts';
import { mentionTables, putMentions, removeMentions } from './mention-writes.ts';
import { type CopyPlace, keptTables } from './second-copy.ts';
import { forgetSums } from './tallies.ts';
import { askToUnderstand } from './understand-anew.ts';

export const backupSchemas = keptTables;

export interface BackupFile {
  /** The file, piece by piece. */
  pieces: Uint8Array<ArrayBuffer>[];
  bytes: number;
  rows: Record<string, number>;
  /** Mentions that did not fit, the oldest. */
  leftOut: number;
  /** Rows that could not be understood, and are not in it. */
  broken: number;
}

const chunk = 1_000;

/** Newest first, so that those that do not fit are the oldest. Two that were seen at the same time are told apart by their ids. */
async function* listNewest(db: Database): AsyncGenerator<Fields[]> {
  let top = Number.MAX_SAFE_INTEGER;
  let seen = new Set<unknown>();
  for (;;) {
    const limit = chunk + seen.size;
    const found = await db.mentions.where('seenAt').belowOrEqual(top).reverse().limit(limit).toArray();
    const fresh = found.filter(({ id }) => !seen.has(id));
    if (fresh.length === 0) return;
    yield fresh;
    top = found.at(-1)?.seenAt ?? 0;
    seen = new Set(found.filter(({ seenAt }) => seenAt === top).map(({ id }) => id));
  }
}

async function* listRows(db: Database, table: string): AsyncGenerator<Fields[]> {
  if (table === 'mentions') yield* listNewest(db);
  else yield (await db.table(table).toArray()) as Fields[];
}

/** The mark at the end must still find room. */
const room = 100_000;

class FileWriter {
  readonly pieces: Uint8Array<ArrayBuffer>[] = [];
  readonly rows: Record<string, number> = {};
  bytes = 0;
  total = 0;
  broken = 0;
  private readonly readers: Partial<Record<keyof typeof keptTables, (row: unknown) => Fields | undefined>> = {};
  private readonly encoder = new TextEncoder();

  add(text: string): void {
    const piece = this.encoder.encode(text);
    this.pieces.push(piece);
    this.bytes += piece.length;
  }

  /** False where the file is full. */
  addRows(table: keyof typeof keptTables, rows: readonly Fields[]): boolean {
    this.readers[table] ??= makeRowReader(table, keptTables[table]);
    const read = this.readers[table];
    const good = rows.flatMap((row) => read(row) ?? []);
    this.broken += rows.length - good.length;
    const text = good.map((row, i) => `${(this.rows[table] ?? 0) + i > 0 ? ',' : ''}\n${JSON.stringify(row)}`).join('');
    const piece = this.encoder.encode(text);
    if (this.total + good.length > backupLimits.items || this.bytes + piece.length + room > backupLimits.bytes) return false;
    this.pieces.push(piece);
    this.bytes += piece.length;
    this.total += good.length;
    this.rows[table] = (this.rows[table] ?? 0) + good.length;
    return true;
  }
}

async function writeTable(db: Database, file: FileWriter, table: keyof typeof keptTables): Promise<void> {
  file.add(`${JSON.stringify(table)}:[`);
  for await (const rows of listRows(db, table)) if (!file.addRows(table, rows)) break;
  file.add('\n]');
}

/** The tables of `chosen` parts, as they stand at one moment: one transaction reads them all. */
export function writeBackup(chosen: readonly BackupPart[], now: number): Promise<BackupFile> {
  const tables = inOrder(Object.keys(keptTables)).filter((name) => chosen.includes(partOf(name))) as (keyof typeof keptTables)[];
  return reading((db) =>
    // Declared async, so that Dexie keeps the transaction open over native promises.
    db.transaction('r', tables, async () => {
      const file = new FileWriter();
      const count = tables.includes('mentions') ? await db.mentions.count() : 0;
      for (const [i, table] of tables.entries()) {
        if (i > 0) file.add(',\n');
        await writeTable(db, file, table);
      }
      const leftOut = Math.max(0, count - (file.rows.mentions ?? 0));
      file.add('\n}}\n');
      const head = new TextEncoder().encode(`${printHead('backup', { now, schema: newestVersion, leftOut })},"tables":{\n`);
      const { pieces, bytes, rows, broken } = file;
      return { pieces: [head, ...pieces], bytes: bytes + head.length, rows, leftOut, broken };
    }),
  );
}

/** What may be handed to a colleague. */
export function readTeamTables(): Promise<Tables> {
  const tables = (Object.keys(keptTables) as TableName[]).filter(isTeamTable);
  return reading((db) =>
    db.transaction('r', tables, async () => {
      const rows: Record<string, Fields[]> = {};
      for (const table of tables) rows[table] = (await db.table(table).toArray()) as Fields[];
      return toTeamPack(rows);
    }),
  );
}

/** A row's own key, as its table names it: a field or several. */
function keyIn(db: Database, table: string): (row: Fields) => unknown {
  const path = db.table(table).schema.primKey.keyPath;
  return (row) => (Array.isArray(path) ? path.map((name) => row[name]) : row[path ?? 'id']);
}

const hereIn = (db: Database): Here => ({
  all: async (table) => (await db.table(table).toArray()) as Fields[],
  find: async (table, rows) => (await db.table(table).bulkGet(rows.map(keyIn(db, table)) as string[])) as (Fields | undefined)[],
});

/** What taking `tables` in would do now. Nothing is changed. */
export const planImport = (tables: Tables, prefer: Prefer): Promise<TablePlan[]> =>
  reading((db) => db.transaction('r', Object.keys(tables), async () => planRestore(tables, hereIn(db), prefer)));

/** How to take an import back, last table first: rows as they were, and the keys of those that were not there. */
interface Journal {
  at: number;
  tables: { table: string; old: Fields[]; added: unknown[] }[];
}

async function noteBefore(db: Database, table: string, put: readonly Fields[]): Promise<Journal['tables'][number]> {
  const found = await hereIn(db).find(table, put);
  const keyOf = keyIn(db, table);
  return {
    table,
    old: found.filter((row) => row !== undefined),
    added: put.filter((_, i) => found[i] === undefined).map(keyOf),
  };
}

const journalName = 'before-import.json';

const isMentions = (table: string): boolean => table === 'mentions';
const isAnswers = (table: string): boolean => table === 'answers';

/** Rows of `counts` rest on what is in these. */
const isCounted = (table: string): boolean => ['tallies', 'keywords', 'settings'].includes(table);

const tablesToWrite = (names: readonly string[]): TableName[] => [
  ...new Set([
    ...names,
    ...(names.some(isMentions) ? mentionTables : []),
    ...(names.some(isAnswers) ? answerTables : []),
    ...(names.some(isCounted) ? ['counts'] : []),
  ] as TableName[]),
];

/** Sums are made again, and mentions told by the keywords and words there are now. */
async function noteOthers(db: Database, table: string): Promise<void> {
  if (table === 'tallies') await forgetSums(db);
  else if (isCounted(table)) await askToUnderstand(db);
}

async function putRows(db: Database, table: string, rows: readonly Fields[]): Promise<void> {
  // They have been through the schema of their table.
  if (isMentions(table)) await putMentions(db, rows as unknown as Mention[]);
  else if (isAnswers(table)) await putAnswers(db, rows as unknown as Answer[]);
  else await db.table(table).bulkPut([...rows]);
  await noteOthers(db, table);
}

async function removeRows(db: Database, table: string, keys: readonly unknown[]): Promise<void> {
  if (isMentions(table)) await removeMentions(db, keys as string[]);
  else if (isAnswers(table)) await removeAnswers(db, keys as string[]);
  else await db.table(table).bulkDelete([...(keys as string[])]);
  await noteOthers(db, table);
}

/** Seen by a clock that ran ahead, it would stand above all that comes. */
const notAfter = (row: Fields, now: number): Fields => ({ ...row, seenAt: Math.min(Number(row.seenAt), now) });

/** All of it or nothing, in one strict transaction. What it changes is written down first, so that it can be taken back. */
export async function importTables(place: CopyPlace, tables: Tables, prefer: Prefer, now: number): Promise<TablePlan[]> {
  const names = Object.keys(tables);
  const before: Journal = { at: now, tables: [] };
  await reading((db) =>
    db.transaction('r', names, async () =>
      planRestore(tables, hereIn(db), prefer, async (table, rows) => void before.tables.push(await noteBefore(db, table, rows))),
    ),
  );
  await place.write(journalName, JSON.stringify(before));
  const journal: Journal = { at: now, tables: [] };
  const plans = await write(tablesToWrite(names), (db) =>
    planRestore(tables, hereIn(db), prefer, async (table, rows) => {
      journal.tables.push(await noteBefore(db, table, rows));
      await putRows(db, table, isMentions(table) ? rows.map((row) => notAfter(row, now)) : rows);
    }),
  );
  // Something may have been kept between the two; this is how it was at the very moment.
  await place.write(journalName, JSON.stringify(journal));
  return plans;
}

/** Puts everything the last import changed back as it was. False where there was none, or it was taken back already. */
export async function undoImport(place: CopyPlace): Promise<boolean> {
  const text = await place.read(journalName);
  if (!text) return false;
  const { tables } = JSON.parse(text) as Journal;
  await write(tablesToWrite(tables.map(({ table }) => table)), async (db) => {
    for (const { table, old, added } of tables.toReversed()) {
      await removeRows(db, table, added);
      await putRows(db, table, old);
    }
  });
  await place.remove(journalName);
  return true;
}

export const forgetImport = (place: CopyPlace): Promise<void> => place.remove(journalName);
