/** Replies as a table for spreadsheets, and tables of any kind as replies. How cells stand in a file is not known here. */
import { type ForeignFile, type ForeignRow, isNamed, readNamed } from './foreign-replies.ts';
import { refuseColumns } from './map-columns.ts';
import type { Reply } from './model.ts';
import { fileLimits, RefusedFile } from './safe-json.ts';
import { guardCell, readGuardedCell } from './spreadsheet-cell.ts';

const idColumn = 'earshot_id';
const ownColumns = [idColumn, 'title', 'text', 'shortcut', 'tags', 'folder', 'language', 'favourite'] as const;
const variantColumn = /^text:([a-z0-9-]{1,40})$/;

/** A header and a row for each reply; wordings for single sites have a column each. Counts and dates are in the JSON file alone. */
export function printReplyTable(replies: readonly Reply[]): string[][] {
  const sites = [...new Set(replies.flatMap(({ variants = [] }) => variants.map(({ site }) => site)))].sort();
  const rows = replies.map(({ id, title, body, shortcut, tags, folder = '', lang = '', favourite, variants = [] }) => [
    ...[id, title, body, shortcut, tags.join(', '), folder, lang, favourite ? 'yes' : ''],
    ...sites.map((site) => variants.find((one) => one.site === site)?.body ?? ''),
  ]);
  return [[...ownColumns, ...sites.map((site) => `text:${site}`)], ...rows.map((row) => row.map(guardCell))];
}

function readOwnRow(fields: Record<string, string>, row: string): ForeignRow {
  const plain = Object.fromEntries(Object.entries(fields).map(([name, cell]) => [name, readGuardedCell(cell)]));
  const variants = Object.entries(plain).flatMap(([name, body]) => {
    const site = variantColumn.exec(name)?.[1];
    return site && body ? [{ site, body }] : [];
  });
  return { ...readNamed(plain, row, 'own', undefined), ...(plain[idColumn] ? { id: plain[idColumn] } : {}), variants };
}

/** The first row names the columns. @throws RefusedFile */
export function readReplyTable(rows: readonly (readonly string[])[]): ForeignFile {
  const header = (rows[0] ?? []).map((name) => name.replace(/^\uFEFF/, '').trim());
  if (!isNamed(header)) refuseColumns(rows);
  const filled = rows
    .map((cells, i) => ({ cells, line: i + 1 }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > fileLimits.replies) throw new RefusedFile('too-many', String(fileLimits.replies));
  const named = filled.map(({ cells, line }) => ({ line, fields: Object.fromEntries(header.map((name, c) => [name, cells[c] ?? ''])) }));
  const lower = new Set(header.map((name) => name.toLowerCase()));
  if (lower.has(idColumn)) return { format: 'earshot', rows: named.map(({ fields, line }) => readOwnRow(fields, String(line))) };
  // help.briskine.com, "Import templates": id, title, shortcut, subject, to, cc, bcc, tags, body; exported with body_plain_text.
  const briskine = lower.has('body') && lower.has('bcc') && lower.has('cc');
  if (briskine)
    return { format: 'briskine', rows: named.map(({ fields, line }) => readNamed(withoutPlain(fields), String(line), 'briskine', true)) };
  return { format: 'table', rows: named.map(({ fields, line }) => readNamed(fields, String(line), 'own', 'perhaps')) };
}

/** An e-mail's subject is no title, where there is one. */
const withoutPlain = ({ subject = '', ...fields }: Record<string, string>): Record<string, string> =>
  fields.title ? fields : { ...fields, title: subject };
