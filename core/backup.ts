/**
 * The one file everything a person has goes into and comes back from: `{ earshot, version, schema, exportedAt, leftOut, tables }`, a list of
 * rows by the name of each table. A team pack is the same file with less in it. What is read is checked to the last field before anyone is
 * shown a word of it, and one row that is not what it should be refuses the whole.
 */
import type { Settings } from './model.ts';
import { type Fields, fieldOf, isFields, type JsonLimits, RefusedFile, readJson } from './safe-json.ts';

export const backupVersion = 1;

/** A file of ours stays below these; one above them is not ours. */
export const backupLimits = { bytes: 50_000_000, depth: 32, values: 6_000_000, items: 200_000 } as const satisfies JsonLimits;

/** Of what a person makes by hand nobody has more; what is not named may fill the whole file. */
const mostRows: Readonly<Record<string, number>> = {
  settings: 1,
  keywords: 10_000,
  replies: 10_000,
  mutes: 20_000,
  ...Object.fromEntries(['rules', 'views', 'macros', 'plays', 'goals', 'audits', 'reports'].map((name) => [name, 2_000])),
};

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
  strict(): StrictSchema;
}

interface StrictSchema {
  safeParse(value: unknown): { success: boolean; data?: unknown };
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

/** The first moment that no honest clock shows: the year 2200. */
const endOfTimes = 7_258_118_400_000;
/** More than any list or object of one row has; what a day's tally tells of its posts is as long as the day. */
const mostInRow = 5_000;

const isSane = (table: string, row: Fields): boolean =>
  Object.entries(row).every(([name, value]) => {
    if (typeof value === 'number') return !timeNames.test(name) || value < endOfTimes;
    if (name === 'url') return isAddress(value);
    if (typeof value !== 'object' || value === null) return true;
    if (name === 'author') return isAddress((value as Fields).url);
    return table === 'tallies' || (Array.isArray(value) ? value : Object.keys(value)).length <= mostInRow;
  });

/** With a host, and without spaces or a name and password; which protocols may be is for the schema to say. */
const isAddress = (value: unknown): boolean => value === undefined || /^[a-z]+:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i.test(String(value));

/** Names that every object has by itself: no row of ours goes by one. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);
const nameFields = ['id', 'site', 'keywordId', 'keywordIds', 'replyId'];
const isReserved = (row: Fields): boolean => nameFields.some((name) => [row[name]].flat().some((one) => reserved.has(one as string)));

/** What would turn the letters after it round in our own lists, and halves of letters. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
const shownFields = new Set(['name', 'title', 'outcome']);

/** The texts of a row as they can be shown and sent; each is as long as it was, but for the names. */
const tidy = (row: Fields): Fields =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      return [name, (shownFields.has(name) ? value.replace(turning, '') || value : value).toWellFormed()];
    }),
  );

const timeNames = /^(?:at|since|until|from|to|hour|day)$|(?:At|Until)$/;

/** What a schema alone cannot say, by table. */
const sound: Readonly<Record<string, (row: Fields) => boolean>> = {
  mentions: (row) => {
    const { id, site, postId, text, hits } = row as {
      id: string;
      site: string;
      postId: string;
      text: string;
      hits: { start: number; end: number }[];
    };
    return id === `${site}:${postId}` && hits.every(({ start, end }) => start < end && end <= text.length);
  },
  people: ({ id }) => /^[a-z0-9-]{1,40}:./s.test(String(id)),
  exposures: ({ id, site, hour, posts }) =>
    /^[a-z0-9-]{1,40}$/.test(String(site)) && id === `${site}:${hour}` && Number(hour) % 3_600_000 === 0 && Number(posts) <= mostCounted,
  coverage: ({ hour, posts }) => Number(hour) % 3_600_000 === 0 && Number(posts) <= mostCounted,
  tallies: ({ day, count }) => Number(day) % 86_400_000 === 0 && Number(count) <= mostCounted,
};

/** Posts in an hour, mentions in a day: a number beyond all others would drown them. */
const mostCounted = 1_000_000;

/** Reads rows as they are kept; undefined for one that is none of this table's. */
export function makeRowReader(table: string, schema: RowSchema): (row: unknown) => Fields | undefined {
  // Made once: a schema is much dearer to make than to use.
  const strict = schema.strict();
  const isSound = Object.hasOwn(sound, table) ? sound[table] : undefined;
  return (row) => {
    if (!isFields(row)) return undefined;
    if (!isSane(table, row) || isReserved(row)) return undefined;
    const parsed = strict.safeParse(row);
    if (!parsed.success || !isFields(parsed.data) || !isWhole(row, parsed.data)) return undefined;
    return isSound && !isSound(parsed.data) ? undefined : tidy(parsed.data);
  };
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
    if (rows.length > (mostRows[name] ?? rows.length)) throw new RefusedFile('too-many', `${name}: ${mostRows[name]}`);
    return [name, readList(name, rows, schema)] as const;
  });
  return Object.fromEntries(read);
}

/** What tells a row from all others of its table. */
const keyOf = ({ id, site, community, hour, keywordId, day }: Fields): unknown =>
  id ?? (keywordId === undefined ? `${site}\n${community}\n${hour}` : `${keywordId}\n${site}\n${day}`);

function readList(table: string, rows: readonly unknown[], schema: RowSchema): Fields[] {
  const keys = new Set<unknown>();
  const read = makeRowReader(table, schema);
  return rows.map((written, i) => {
    const row = read(written);
    const key = row && keyOf(row);
    if (!row || keys.has(key)) throw new RefusedFile('bad-row', `${table} ${i + 1}`);
    keys.add(key);
    return row;
  });
}

const fields = ['earshot', 'version', 'schema', 'exportedAt', 'leftOut', 'tables'];

const teamTables: readonly string[] = ['settings', 'keywords', 'replies', 'rules', 'views', 'macros', 'plays'];

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** `newest` is the newest schema that is known here. @throws RefusedFile */
export function readBackup(text: string, schemas: Schemas, newest: number): Backup {
  const file = readJson(text.replace(/^\uFEFF/, ''), backupLimits);
  if (!isFields(file)) throw new RefusedFile('unknown');
  const [kind, version, schema] = ['earshot', 'version', 'schema'].map((name) => fieldOf(file, name));
  if ((kind !== 'backup' && kind !== 'team-pack') || !isCount(version) || !isCount(schema)) throw new RefusedFile('unknown');
  if (version > backupVersion || schema > newest) throw new RefusedFile('newer', String(Math.max(version, schema)));
  if (version !== backupVersion || schema < 1 || Object.keys(file).some((name) => !fields.includes(name))) throw new RefusedFile('unknown');
  const exportedAt = Date.parse(String(fieldOf(file, 'exportedAt')));
  if (Number.isNaN(exportedAt)) throw new RefusedFile('unknown', 'exportedAt');
  const leftOut = fieldOf(file, 'leftOut') ?? 0;
  const tables = readTables(fieldOf(file, 'tables'), schemas);
  if (!isCount(leftOut) || (kind === 'team-pack' && !isTeamPack(tables))) throw new RefusedFile('unknown');
  return { kind, exportedAt, leftOut, tables };
}

const without = (row: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

/** Settings in which nobody has set anything. */
const nobodys: Omit<Settings, 'intentChanges'> = {
  id: 'settings',
  me: { name: '' },
  brand: '',
  theme: 'system',
  places: {},
  welcomed: false,
};

const isNobodys = (row: Fields): boolean =>
  Object.entries(row).every(
    ([name, value]) => name === 'intentChanges' || JSON.stringify(value) === JSON.stringify((nobodys as Fields)[name]),
  );

/** What of a row is about the one who wrote it, and no colleague's business: how often a reply was used, who looks after what. */
const forTeam: Readonly<Record<string, (row: Fields) => Fields>> = {
  settings: ({ intentChanges }) => ({ ...nobodys, intentChanges }),
  keywords: (row) => without(row, 'notify'),
  replies: (row) => ({ ...without(row, 'lastUsedAt', 'favourite'), usedCount: 0 }),
  rules: (row) => without(row, 'assignee', 'notify'),
};

/** Settings go with a pack for the words that tell what a post wants, and only where there are some. */
const isHandedOn = (table: string, row: Fields): boolean => table !== 'settings' || Object.keys(row.intentChanges ?? {}).length > 0;

/** Of all tables what may be handed on: no mentions, no people, no answers, nothing that tells of the person. */
export function toTeamPack(tables: Tables): Tables {
  const kept = teamTables.flatMap((name) => {
    const rows = (tables[name] ?? []).filter((row) => isHandedOn(name, row));
    return Object.hasOwn(tables, name) && (rows.length > 0 || name !== 'settings') ? [[name, rows] as const] : [];
  });
  return Object.fromEntries(kept.map(([name, rows]) => [name, rows.map(forTeam[name] ?? ((row) => row))]));
}

/** A file that calls itself one and holds what a pack never has is none. */
const isTeamPack = (tables: Tables): boolean =>
  Object.keys(tables).every((name) => teamTables.includes(name)) && (tables.settings ?? []).every(isNobodys);

export const isTeamTable = (table: string): boolean => teamTables.includes(table);
