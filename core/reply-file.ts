/** Our own file of replies and macros: what is exported is read again to the letter. */
import { type Macro, macro, type Reply, reply } from './model.ts';
import { type Fields, fieldOf, fileLimits, isFields, RefusedFile } from './safe-json.ts';

export const replyFileVersion = 1;

export function printReplyFile(replies: readonly Reply[], macros: readonly Macro[], now: number): string {
  const head = { earshot: 'replies', version: replyFileVersion, exportedAt: new Date(now).toISOString() };
  return `${JSON.stringify({ ...head, replies, macros }, null, 2)}\n`;
}

/** `field` is what of it could not be taken, `why` what is wrong with that. */
export interface BadRow {
  /** As a person finds it in the file: a number, or the name of a place. */
  readonly row: string;
  readonly title: string;
  readonly field: string;
  readonly why: 'too-long' | 'empty' | 'unknown-field' | 'wrong-kind' | 'twice' | 'no-text';
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

const reasons: Readonly<Record<string, BadRow['why']>> = { too_big: 'too-long', too_small: 'empty', unrecognized_keys: 'unknown-field' };

export function badRow(row: string, title: string, issue: Issue | undefined): BadRow {
  const field = issue?.keys?.[0] ?? String(issue?.path[0] ?? '');
  return { row, title: title.slice(0, 80), field, why: reasons[issue?.code ?? ''] ?? 'wrong-kind' };
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}

function readRows<T extends { id: string }>(rows: unknown, schema: Schema<T>, nameOf: (fields: Fields) => unknown, place: string) {
  const good = new Map<string, T>();
  const bad: BadRow[] = [];
  if (rows !== undefined && !Array.isArray(rows)) throw new RefusedFile('unknown');
  const list: readonly unknown[] = rows ?? [];
  if (list.length > fileLimits.replies) throw new RefusedFile('too-many', String(fileLimits.replies));
  for (const [i, row] of list.entries()) {
    const name = isFields(row) ? nameOf(row) : '';
    const title = typeof name === 'string' ? name : '';
    const parsed = schema.safeParse(row);
    const at = `${place}${i + 1}`;
    if (!parsed.success) bad.push(badRow(at, title, parsed.error.issues[0]));
    else if (good.has(parsed.data.id)) bad.push({ row: at, title: title.slice(0, 80), field: 'id', why: 'twice' });
    else good.set(parsed.data.id, parsed.data);
  }
  return { good: [...good.values()], bad };
}

export const isReplyFile = (file: unknown): file is Fields => isFields(file) && fieldOf(file, 'earshot') !== undefined;

/** Strict: a field this version does not know would be lost without a word. @throws RefusedFile */
export function readReplyFile(file: Fields): { replies: Reply[]; macros: Macro[]; bad: BadRow[] } {
  const version = fieldOf(file, 'version');
  if (fieldOf(file, 'earshot') !== 'replies' || typeof version !== 'number') throw new RefusedFile('unknown');
  if (version !== replyFileVersion) throw new RefusedFile(version > replyFileVersion ? 'newer' : 'unknown', String(version));
  const replies = readRows<Reply>(fieldOf(file, 'replies'), reply.strict(), (row) => fieldOf(row, 'title'), '');
  const macros = readRows<Macro>(fieldOf(file, 'macros'), macro.strict(), (row) => fieldOf(row, 'name'), 'macros ');
  return { replies: replies.good, macros: macros.good, bad: [...replies.bad, ...macros.bad] };
}
