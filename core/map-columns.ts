/** A table whose columns go by names that nobody knows here: what each of them holds, as a person says it → rows that may become replies. */
import { type ForeignFile, columns as knownColumns, readNamed } from './foreign-replies.ts';
import { fileLimits, RefusedFile } from './safe-json.ts';

export const columnParts = ['text', 'title', 'shortcut', 'tags', 'folder', 'language'] as const;
export type ColumnPart = (typeof columnParts)[number];

/** Of each column what it holds; undefined: nothing that is wanted. */
export interface ColumnMap {
  /** The first row names the columns, and is no reply. */
  readonly hasHeader: boolean;
  readonly parts: readonly (ColumnPart | undefined)[];
}

type Rows = readonly (readonly string[])[];

/** Nobody takes a table apart by hand that is wider than this. */
const mostColumns = 40;

/** The table could be read, but not what is in it: a person may say so. */
export class UnknownColumns extends RefusedFile {
  constructor(readonly rows: Rows) {
    super('not-csv', (rows[0] ?? []).slice(0, 8).join(', ').slice(0, 200));
  }
}

/** Lines with nothing in them are none, but count where a person counts lines. */
const listFilled = (rows: Rows) =>
  rows.map((cells, i) => ({ cells, line: i + 1 })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));

const countColumns = (rows: Rows): number => rows.reduce((most, cells) => Math.max(most, cells.length), 0);

/** @throws RefusedFile UnknownColumns, where it is worth asking what its columns are */
export function refuseColumns(rows: Rows): never {
  const filled = listFilled(rows);
  if (filled.length === 0) throw new RefusedFile('empty');
  if (filled.length > fileLimits.replies) throw new RefusedFile('too-many', String(fileLimits.replies));
  const unknown = new UnknownColumns(rows);
  throw countColumns(rows) > mostColumns ? new RefusedFile('not-csv', unknown.detail) : unknown;
}

const partOfName = (name: string): ColumnPart | undefined => {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const has = (names: readonly string[]) => names.includes(plain);
  if (has(knownColumns.title)) return 'title';
  if (has(knownColumns.shortcut)) return 'shortcut';
  if (has(knownColumns.tags)) return 'tags';
  if (has(knownColumns.folder)) return 'folder';
  return has(knownColumns.lang) ? 'language' : undefined;
};

const meanLength = (rows: Rows, column: number): number =>
  rows.reduce((sum, cells) => sum + (cells[column]?.trim().length ?? 0), 0) / Math.max(rows.length, 1);

/** Short, all different, and shorter than what stands below: names of columns. */
function isHeader(first: readonly string[], rest: Rows, longest: number): boolean {
  if (rest.length === 0) return false;
  if (first.some(partOfName)) return true;
  const names = first.map((name) => name.trim().toLowerCase());
  const areNames =
    names.every((name) => name !== '' && name.length <= 60 && !/[.!?{}\n]/.test(name)) && new Set(names).size === names.length;
  return areNames && (first[longest]?.length ?? 0) * 2 < meanLength(rest, longest);
}

/** What can be told by itself: names that are known, and that the longest texts are those of the replies. */
export function guessColumns(rows: Rows): ColumnMap {
  const [first = [], ...rest] = listFilled(rows).map(({ cells }) => cells);
  const named = Array.from({ length: countColumns(rows) }, (_, i) => partOfName(first[i] ?? ''));
  const body = rest.length > 0 ? rest : [first];
  const longest = named.reduce<number | undefined>((best, part, i) => {
    if (part !== undefined) return best;
    return best === undefined || meanLength(body, i) > meanLength(body, best) ? i : best;
  }, undefined);
  if (longest === undefined) return { hasHeader: isHeader(first, rest, 0), parts: named };
  const hasHeader = isHeader(first, rest, longest);
  const parts = named.map((part, i) => (i === longest ? 'text' : hasHeader ? part : undefined));
  return { hasHeader, parts };
}

/** Texts and tags may come from several columns; of all else there is one. */
export function setColumn(map: ColumnMap, column: number, part: ColumnPart | undefined): ColumnMap {
  const isSeveral = part === 'text' || part === 'tags';
  return { ...map, parts: map.parts.map((before, i) => (i === column ? part : before === part && !isSeveral ? undefined : before)) };
}

export const nameColumns = (rows: Rows, { hasHeader, parts }: ColumnMap): string[] => {
  const header = hasHeader ? (listFilled(rows)[0]?.cells ?? []) : [];
  return parts.map((_, i) => header[i]?.trim() ?? '');
};

/** The first cells of a column that hold something. */
export function listSamples(rows: Rows, { hasHeader }: ColumnMap, column: number, most = 3): string[] {
  const cells = listFilled(rows).slice(hasHeader ? 1 : 0);
  return cells.flatMap(({ cells: row }) => row[column]?.trim() || []).slice(0, most);
}

export function readMapped(rows: Rows, { hasHeader, parts }: ColumnMap): ForeignFile {
  const cellsOf = (cells: readonly string[], part: ColumnPart) =>
    parts.flatMap((one, i) => (one === part && cells[i]?.trim() ? [cells[i] ?? ''] : []));
  const filled = listFilled(rows).slice(hasHeader ? 1 : 0);
  return {
    format: 'table',
    rows: filled.map(({ cells, line }) => {
      const fields = Object.fromEntries(columnParts.map((part) => [part, cellsOf(cells, part).join(part === 'tags' ? ', ' : '\n\n')]));
      return readNamed(fields, String(line), 'own', 'perhaps');
    }),
  };
}
