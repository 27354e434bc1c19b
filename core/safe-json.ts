/** JSON from a file that anyone may have made: refused before it is taken apart where it is larger or deeper than any honest one. */

export const fileLimits = { bytes: 50_000_000, depth: 32, values: 2_000_000, items: 1_000_000, replies: 10_000, signs: 1_000_000 } as const;

/** `values` in the whole file, `items` in any one list or object of it. */
export interface JsonLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly values: number;
  readonly items: number;
}

export type FileFault =
  | 'too-large'
  | 'too-deep'
  | 'too-many'
  | 'not-text'
  | 'not-json'
  | 'not-csv'
  | 'open-quote'
  | 'not-yaml'
  | 'unknown'
  | 'newer'
  | 'bad-row'
  | 'empty';

/** The whole file is refused. `detail` is where in it, or which version. */
export class RefusedFile extends Error {
  override name = 'RefusedFile';
  constructor(
    readonly fault: FileFault,
    readonly detail = '',
  ) {
    super(`${fault} ${detail}`.trim());
  }
}

/** Walks the letters once, without recursion: a million brackets must not end the stack. @throws RefusedFile */
function measure(text: string, limits: JsonLimits): void {
  const items: number[] = [0];
  let depth = 0;
  let values = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    if (letter === 0x22) i = endOfString(text, i);
    else if (letter === 0x5b || letter === 0x7b) items[++depth] = 0;
    else if (letter === 0x5d || letter === 0x7d) depth = Math.max(0, depth - 1);
    else if (letter === 0x2c) {
      values += 1;
      items[depth] = (items[depth] ?? 0) + 1;
      if (values > limits.values || (items[depth] ?? 0) >= limits.items) throw new RefusedFile('too-many', String(limits.items));
    }
    if (depth > limits.depth) throw new RefusedFile('too-deep', String(limits.depth));
  }
}

function endOfString(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    if (letter === 0x5c) i += 1;
    else if (letter === 0x22) return i;
  }
  return text.length;
}

/** @throws RefusedFile */
export function refuseUnreadable(text: string, bytes: number = fileLimits.bytes): void {
  if (text.length > bytes) throw new RefusedFile('too-large');
  if (text.trim() === '') throw new RefusedFile('empty');
  if (text.includes('\0') || noText.test(text.slice(0, 1_000))) throw new RefusedFile('not-text');
}

/** An archive or a picture that happens to be UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no text has.
const noText = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * What comes after costs time for each of these signs, and an honest file has few of them beside its words: without a limit a file of
 * separators alone holds a page up for a minute. @throws RefusedFile
 */
export function refuseOvergrown(text: string, signs: string): void {
  const costly = new Set([...signs].map((sign) => sign.charCodeAt(0)));
  let count = 0;
  for (let i = 0; i < text.length; i++) if (costly.has(text.charCodeAt(i)) && ++count > fileLimits.signs) throw tooMany();
}

const tooMany = (): RefusedFile => new RefusedFile('too-many', String(fileLimits.signs));

/** What is made of it is never merged into anything, and `__proto__` in it is a key like any. @throws RefusedFile */
export function readJson(text: string, limits: JsonLimits = fileLimits): unknown {
  refuseUnreadable(text, limits.bytes);
  measure(text, limits);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new RefusedFile('not-json', error instanceof Error ? error.message.slice(0, 200) : '');
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of its own, never one of all objects. */
export const fieldOf = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** A field that is text; numbers are. */
export function textOf(fields: Fields, name: string): string {
  const value = fieldOf(fields, name);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
