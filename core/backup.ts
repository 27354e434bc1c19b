/**
 * The one file everything a person has goes into and comes back from: `{ earshot, version, schema, exportedAt, leftOut, tables }`, a list of
 * rows by the name of each table. A team pack is the same file with less in it. What is read is checked to the last field before anyone is
 * shown a word of it, and one row that is not what it should be refuses the whole.
 */
import { type Fields, fieldOf, isFields, type JsonLimits, RefusedFile, readJson } from './safe-json.ts';

export const backupVersion = 1;

/** A file of ours stays below these; one above them is not ours. */
export const backupLimits = { bytes: 50_000_000, depth: 32, values: 6_000_000, items: 200_000 } as const satisfies JsonLimits;

export type BackupKind = 'backup' | 'team-pack';

export type Tables = Readonly<Record<string, readonly Fields[]>>;

export interface Backup {
  readonly kind: BackupKind;
  /** Milliseconds since 1970. */
  readonly exportedAt: number;
  /** Mentions that did not fit, the oldest. */
  readonly leftOut: number;
  readonly tables: Tables;
}

/** What a row of a table must be like; a zod object is one. */
export interface RowSchema {
  strict(): { safeParse(value: unknown): { success: boolean; data?: unknown } };
}

export type Schemas = Readonly<Record<string, RowSchema>>;

const parts = {
  watching: ['keywords', 'mutes', 'rules', 'views', 'rounds'],
  replies: ['replies', 'macros', 'plays'],
  people: ['people'],
  mentions: ['mentions', 'answers', 'exposures', 'tallies', 'coverage'],
  settings: ['settings'],
} as const;

/** `measures` is whatever no other part names: goals, plans, what was found to change. */
export type BackupPart = keyof typeof parts | 'measures';

export const backupParts: readonly BackupPart[] = ['watching', 'replies', 'people', 'mentions', 'measures', 'settings'];

export function partOf(table: string): BackupPart {
  const found = Object.entries(parts).find(([, tables]) => (tables as readonly string[]).includes(table));
  return (found?.[0] as BackupPart | undefined) ?? 'measures';
}

/** Tables are written in this order: what others speak of comes before them, and mentions, of which some may not fit, at the end. */
export const inOrder = (tables: readonly string[]): string[] => [...tables].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));

function rank(table: string): number {
  if (table === 'mentions') return 3;
  return { settings: -3, keywords: -2, replies: -1 }[table] ?? 0;
}

export function printHead(kind: BackupKind, { now, schema, leftOut }: { now: number; schema: number; leftOut: number }): string {
  const head = { earshot: kind, version: backupVersion, schema, exportedAt: new Date(now).toISOString(), leftOut };
  return JSON.stringify(head).slice(0, -1);
}

/** A whole file of rows that are at hand. */
export function printBackup(kind: BackupKind, tables: Tables, head: { now: number; schema: number; leftOut?: number }): string {
  const lists = inOrder(Object.keys(tables)).map(
    (name) => `${JSON.stringify(name)}:[${(tables[name] ?? []).map((row) => `\n${JSON.stringify(row)}`).join(',')}\n]`,
  );
  return `${printHead(kind, { leftOut: 0, ...head })},"tables":{\n${lists.join(',\n')}\n}}\n`;
}

/** True where nothing was dropped on the way: a key that only other versions know, or `__proto__`, must not be lost without a word. */
function isWhole(raw: unknown, parsed: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return typeof raw === typeof parsed;
  if (typeof parsed !== 'object' || parsed === null) return false;
  const keys = Object.keys(raw);
  if (keys.length !== Object.keys(parsed).length || Object.hasOwn(raw, '__proto__')) return false;
  return keys.every((key) => Object.hasOwn(parsed, key) && isWhole((raw as Fields)[key], (parsed as Fields)[key]));
}

/** What a schema alone cannot say. */
function isSound(table: string, row: Fields): boolean {
  if (table !== 'mentions') return true;
  const { id, site, postId, text, hits } = row as {
    id: string;
    site: string;
    postId: string;
    text: string;
    hits: { start: number; end: number }[];
  };
  return id === `${site}:${postId}` && hits.every(({ start, end }) => start < end && end <= text.length);
}

/** The row as it is kept, or undefined where it is none of this table's. */
export function readRow(table: string, row: unknown, schema: RowSchema): Fields | undefined {
  if (!isFields(row)) return undefined;
  const parsed = schema.strict().safeParse(row);
  if (!parsed.success || !isFields(parsed.data) || !isWhole(row, parsed.data)) return undefined;
  return isSound(table, parsed.data) ? parsed.data : undefined;
}

/** Every row of every table, or nothing at all. @throws RefusedFile, with the place of the first row that does not fit */
export function readTables(tables: unknown, schemas: Schemas): Tables {
  if (!isFields(tables)) throw new RefusedFile('unknown');
  let left: number = backupLimits.items;
  const read = Object.keys(tables).map((name) => {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    const rows = fieldOf(tables, name);
    if (!schema || !Array.isArray(rows)) throw new RefusedFile('unknown', name.slice(0, 60));
    left -= rows.length;
    if (left < 0) throw new RefusedFile('too-many', String(backupLimits.items));
    return [name, readList(name, rows, schema)] as const;
  });
  return Object.fromEntries(read);
}

function readList(table: string, rows: readonly unknown[], schema: RowSchema): Fields[] {
  const ids = new Set<unknown>();
  return rows.map((row, i) => {
    const read = readRow(table, row, schema);
    const id = read && fieldOf(read, 'id');
    if (!read || (id !== undefined && ids.has(id))) throw new RefusedFile('bad-row', `${table} ${i + 1}`);
    ids.add(id);
    return read;
  });
}

const fields = ['earshot', 'version', 'schema', 'exportedAt', 'leftOut', 'tables'];

const teamTables: readonly string[] = ['keywords', 'replies', 'rules', 'views', 'macros', 'plays'];

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** `newest` is the newest schema that is known here. @throws RefusedFile */
export function readBackup(text: string, schemas: Schemas, newest: number): Backup {
  const file = readJson(text, backupLimits);
  if (!isFields(file)) throw new RefusedFile('unknown');
  const [kind, version, schema] = ['earshot', 'version', 'schema'].map((name) => fieldOf(file, name));
  if ((kind !== 'backup' && kind !== 'team-pack') || !isCount(version) || !isCount(schema)) throw new RefusedFile('unknown');
  if (version > backupVersion || schema > newest) throw new RefusedFile('newer', String(Math.max(version, schema)));
  if (version !== backupVersion || schema < 1 || Object.keys(file).some((name) => !fields.includes(name))) throw new RefusedFile('unknown');
  const exportedAt = Date.parse(String(fieldOf(file, 'exportedAt')));
  if (Number.isNaN(exportedAt)) throw new RefusedFile('unknown', 'exportedAt');
  const leftOut = fieldOf(file, 'leftOut') ?? 0;
  const tables = readTables(fieldOf(file, 'tables'), schemas);
  if (!isCount(leftOut) || (kind === 'team-pack' && Object.keys(tables).some((name) => !teamTables.includes(name))))
    throw new RefusedFile('unknown');
  return { kind, exportedAt, leftOut, tables };
}

const without = (row: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

/** What of a row is about the one who wrote it, and no colleague's business: how often a reply was used, who looks after what. */
const forTeam: Readonly<Record<string, (row: Fields) => Fields>> = {
  keywords: (row) => without(row, 'notify'),
  replies: (row) => ({ ...without(row, 'lastUsedAt', 'favourite'), usedCount: 0 }),
  rules: (row) => without(row, 'assignee', 'notify'),
};

/** Of all tables what may be handed on: no mentions, no people, no answers, nothing that tells of the person. */
export function toTeamPack(tables: Tables): Tables {
  const kept = teamTables.filter((name) => Object.hasOwn(tables, name));
  return Object.fromEntries(kept.map((name) => [name, (tables[name] ?? []).map(forTeam[name] ?? ((row) => row))]));
}

export const isTeamTable = (table: string): boolean => teamTables.includes(table);
