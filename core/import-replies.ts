/** Any file that may hold replies → replies, with what of it could not be read and what in them is not understood. */

import { type ForeignFile, type ForeignRow, type Format, readEspanso, readForeignJson } from './foreign-replies.ts';
import { translateVariables } from './foreign-variables.ts';
import { type ColumnMap, readMapped } from './map-columns.ts';
import { type Macro, macro, type Reply, reply } from './model.ts';
import { isMarkup, plainOfHtml } from './plain-of-html.ts';
import { type BadRow, badRow, isReplyFile, readReplyFile } from './reply-file.ts';
import { readReplyTable } from './reply-table.ts';
import { fileLimits, RefusedFile, readJson, refuseOvergrown, refuseUnreadable } from './safe-json.ts';
import { parseTemplate } from './template.ts';
import { readYaml } from './yaml-subset.ts';

export interface IncomingReply {
  readonly row: string;
  readonly reply: Reply;
  /** Its id is its own, and not made up for it here. */
  readonly hasId: boolean;
  /** What in it would keep it from being inserted. */
  readonly unresolved: readonly string[];
}

export interface IncomingFile {
  readonly format: Format;
  readonly replies: readonly IncomingReply[];
  readonly macros: readonly Macro[];
  readonly bad: readonly BadRow[];
}

export interface Making {
  readonly makeId: () => string;
  readonly now: number;
}

const mostTitle = 60;
/** No honest reply is longer, and what is longer is not worth taking apart. */
const longestBody = 100_000;

function listUnresolved({ body, variants = [] }: Pick<Reply, 'body' | 'variants'>): string[] {
  const texts = [body, ...variants.map((one) => one.body)];
  const found = texts.flatMap((text) =>
    parseTemplate(text)
      .problems.filter(({ severity, code }) => severity === 'error' || code === 'unknown-name')
      .map(({ start, end }) => text.slice(start, end)),
  );
  return [...new Set(found)];
}

/** A title is needed; the words it begins with stay in the text as well. */
function titleOf({ title = '', shortcut = '' }: ForeignRow, body: string): string {
  const given = title.trim() || shortcut.trim();
  if (given) return given;
  const line = body.trim().split('\n', 1)[0] ?? '';
  return line.length > mostTitle ? `${line.slice(0, mostTitle).trimEnd()}…` : line;
}

/** Other tools put a sign before a shortcut; ours is typed after `;`. */
const shortcutOf = (written: string): string =>
  written
    .trim()
    .replace(/^[/;:\\!.,#]+/, '')
    .replace(/\s+/g, '-');

function makeReply(row: ForeignRow, { makeId, now }: Making): unknown {
  const { html, dialect, shortcut = '', tags = [], folder, lang, favourite, variants = [] } = row;
  const plain = html === true || (html === 'perhaps' && isMarkup(row.body)) ? plainOfHtml(row.body) : row.body.replace(/\r\n?/g, '\n');
  const body = translateVariables(plain, dialect).replace(/\n+$/, '');
  return {
    id: row.id ?? makeId(),
    title: titleOf(row, body),
    body,
    shortcut: shortcutOf(shortcut),
    tags: [...new Set(tags)],
    createdAt: now,
    updatedAt: now,
    usedCount: 0,
    ...(folder ? { folder } : {}),
    ...(lang ? { lang } : {}),
    ...(favourite ? { favourite } : {}),
    ...(variants.length > 0 ? { variants } : {}),
  };
}

function makeMacro({ acts }: ForeignRow, { id, title }: Reply, { makeId, now }: Making): Macro[] {
  if (!acts || (acts.status === undefined && acts.tags.length === 0)) return [];
  const { status } = acts;
  const parsed = macro.safeParse({
    id: makeId(),
    name: title,
    replyId: id,
    ...(status ? { status } : {}),
    addTags: acts.tags,
    createdAt: now,
  });
  return parsed.success ? [parsed.data] : [];
}

function takeForeign({ format, rows }: ForeignFile, making: Making): IncomingFile {
  if (rows.length > fileLimits.replies) throw new RefusedFile('too-many', String(fileLimits.replies));
  const replies: IncomingReply[] = [];
  const macros: Macro[] = [];
  const bad: BadRow[] = [];
  const ids = new Set<string>();
  for (const row of rows) {
    const title = row.title || row.shortcut || '';
    if (row.body.length > longestBody) {
      bad.push({ row: row.row, title: title.slice(0, 80), field: 'body', why: 'too-long' });
      continue;
    }
    const parsed = reply.strict().safeParse(makeReply(row, making));
    if (row.body.trim() === '') bad.push({ row: row.row, title: title.slice(0, 80), field: 'text', why: 'no-text' });
    else if (!parsed.success) bad.push(badRow(row.row, title, parsed.error.issues[0]));
    else if (ids.has(parsed.data.id)) bad.push({ row: row.row, title: title.slice(0, 80), field: 'id', why: 'twice' });
    else {
      ids.add(parsed.data.id);
      replies.push({ row: row.row, reply: parsed.data, hasId: row.id !== undefined, unresolved: listUnresolved(parsed.data) });
      macros.push(...makeMacro(row, parsed.data, making));
    }
  }
  if (replies.length === 0 && bad.length === 0) throw new RefusedFile('empty');
  return { format, replies, macros, bad };
}

function takeJson(text: string, making: Making): IncomingFile {
  const file = readJson(text);
  if (!isReplyFile(file)) return takeForeign(readForeignJson(file), making);
  const { replies, macros, bad } = readReplyFile(file);
  if (replies.length + macros.length + bad.length === 0) throw new RefusedFile('empty');
  return {
    format: 'earshot',
    replies: replies.map((one, i) => ({ row: String(i + 1), reply: one, hasId: true, unresolved: listUnresolved(one) })),
    macros,
    bad,
  };
}

/** A table, by what a person says its columns are. @throws RefusedFile */
export const readMappedTable = (rows: readonly (readonly string[])[], map: ColumnMap, making: Making): IncomingFile =>
  takeForeign(readMapped(rows, map), making);

/** What templates and markup are made of. */
const inWords = '{<&%[';
/** What tables and YAML are taken apart by. */
const betweenCells = '",;\t|\n\r';

/** What the file is, is told by what is in it: its name may be anything. `readCsv` takes cells apart. @throws RefusedFile */
export function readImport(written: string, readCsv: (text: string) => string[][], making: Making): IncomingFile {
  const text = written.replace(/^\uFEFF/, '');
  refuseUnreadable(text);
  refuseOvergrown(text, inWords);
  if (/^\s*[[{]/.test(text)) return takeJson(text, making);
  refuseOvergrown(text, betweenCells);
  if (/^(?:matches|global_vars)[ \t]*:/m.test(text.slice(0, 20_000))) return takeForeign(readEspanso(readYaml(text)), making);
  return takeForeign(readReplyTable(readCsv(text)), making);
}
