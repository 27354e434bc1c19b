/**
 * As much of YAML as files of text expanders are written in: mappings and lists by indentation, plain, quoted and block text, lists in
 * brackets. Anchors, tags, mappings in braces and all that could mean more than it says are refused, with the line they stand in.
 */
import { fileLimits, RefusedFile, refuseUnreadable } from './safe-json.ts';

interface Line {
  indent: number;
  text: string;
  readonly no: number;
}

const refuse = (line: Line | undefined): RefusedFile => new RefusedFile('not-yaml', line ? String(line.no) : '');

function readLines(text: string): Line[] {
  return text.split(/\r\n|\r|\n/).map((written, i) => {
    const indent = written.length - written.trimStart().length;
    const line = { indent, text: written.slice(indent), no: i + 1 };
    if (written.slice(0, indent).includes('\t') && line.text !== '') throw refuse(line);
    return line;
  });
}

const keyed = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([\w.$ -]*\w))\s*:(?=\s|$)\s*/;
/** A name is short: a long line is not searched for one. */
const findKey = (text: string): RegExpExecArray | null => keyed.exec(text.slice(0, 300));
const longestQuoted = 40_000;

const isItem = (text: string): boolean => text === '-' || text.startsWith('- ');
const isNothing = ({ text }: Line): boolean => text === '' || text.startsWith('#');

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '',
  '"': '"',
  '\\': '\\',
  '/': '/',
  ' ': ' ',
  e: '',
  _: ' ',
};

function readDouble(inner: string, line: Line): string {
  return inner.replace(/\\(x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|[\s\S])/gi, (_, code: string) => {
    if (code.length > 1) {
      const point = Number.parseInt(code.slice(1), 16);
      if (point > 0x10ffff) throw refuse(line);
      return String.fromCodePoint(point);
    }
    const letter = Object.hasOwn(escapes, code) ? escapes[code] : undefined;
    if (letter === undefined) throw refuse(line);
    return letter;
  });
}

/** Where a quoted text that begins at 0 ends; -1 where it goes on. */
function endOfQuoted(text: string): number {
  const single = text[0] === "'";
  for (let i = 1; i < text.length; i++) {
    if (!single && text[i] === '\\') i += 1;
    else if (text[i] === text[0]) {
      if (single && text[i + 1] === "'") i += 1;
      else return i;
    }
  }
  return -1;
}

const readQuoted = (text: string, line: Line): string =>
  text[0] === "'" ? text.slice(1, -1).replaceAll("''", "'") : readDouble(text.slice(1, -1), line);

class Reader {
  private at = 0;

  constructor(private readonly lines: Line[]) {}

  read(): unknown {
    const first = this.next();
    if (first?.text.startsWith('---')) this.at += 1;
    const value = this.block(0, 0);
    const rest = this.next();
    if (rest && rest.text !== '...') throw refuse(rest);
    return value;
  }

  /** The next line that says something. */
  private next(): Line | undefined {
    for (let line = this.lines[this.at]; line; line = this.lines[this.at]) {
      if (!isNothing(line)) return line;
      this.at += 1;
    }
    return undefined;
  }

  private block(least: number, depth: number): unknown {
    const line = this.next();
    if (depth > fileLimits.depth) throw new RefusedFile('too-deep', String(fileLimits.depth));
    if (!line || line.indent < least) return '';
    if (isItem(line.text)) return this.list(line.indent, depth);
    return findKey(line.text) ? this.mapping(line.indent, depth) : this.scalar(line.text, line, least - 1);
  }

  private list(indent: number, depth: number): unknown[] {
    const items: unknown[] = [];
    for (let line = this.next(); line?.indent === indent && isItem(line.text); line = this.next()) {
      const rest = line.text.slice(1);
      const inner = rest.trimStart();
      if (inner === '' || inner.startsWith('#')) {
        this.at += 1;
        items.push(this.block(indent + 1, depth + 1));
        continue;
      }
      // What follows the dash stands as far in as it is written.
      line.indent += 1 + rest.length - inner.length;
      line.text = inner;
      items.push(this.block(indent + 1, depth + 1));
    }
    return items;
  }

  private mapping(indent: number, depth: number): unknown {
    const entries = new Map<string, unknown>();
    for (let line = this.next(); line?.indent === indent; line = this.next()) {
      const found = findKey(line.text);
      if (!found) throw refuse(line);
      const key = found[1] === undefined ? (found[2]?.replaceAll("''", "'") ?? found[3] ?? '') : readDouble(found[1], line);
      if (entries.has(key)) throw refuse(line);
      entries.set(key, this.value(line.text.slice(found[0].length), line, indent, depth));
    }
    const after = this.next();
    if (after && after.indent > indent) throw refuse(after);
    return Object.fromEntries(entries);
  }

  private value(rest: string, line: Line, indent: number, depth: number): unknown {
    if (rest !== '' && !rest.startsWith('#')) return this.scalar(rest, line, indent);
    this.at += 1;
    const next = this.next();
    // A list may stand no further in than the name it belongs to.
    if (next?.indent === indent && isItem(next.text)) return this.list(indent, depth + 1);
    return this.block(indent + 1, depth + 1);
  }

  private scalar(text: string, line: Line, indent: number): unknown {
    this.at += 1;
    if (/^[|>]/.test(text)) return this.literal(text, line, indent);
    if (/^["']/.test(text)) return this.quoted(text, line);
    if (text.startsWith('[')) return readFlow(text, line);
    if (/^(?:[&*!%@`{]|[?:](?:\s|$))/.test(text)) throw refuse(line);
    const words = [text.replace(/\s#.*$/, '').trim()];
    for (let next = this.next(); next && next.indent > indent && !findKey(next.text) && !isItem(next.text); next = this.next()) {
      words.push(next.text.replace(/\s#.*$/, '').trim());
      this.at += 1;
    }
    const plain = words.join(' ');
    return plain === '~' || plain === 'null' ? '' : plain;
  }

  /** Over several lines: a line break is a space, an empty line a line break. */
  private quoted(text: string, line: Line): string {
    const sign = text.charAt(0);
    let whole = text;
    let end = endOfQuoted(whole);
    let broken = '';
    while (end < 0) {
      const next = this.lines[this.at];
      if (!next || whole.length > longestQuoted) throw refuse(line);
      this.at += 1;
      if (next.text === '') {
        broken += '\n';
        continue;
      }
      const goesOn = sign === '"' && /(?:^|[^\\])(?:\\\\)*\\$/.test(whole.slice(-20));
      const head = goesOn ? whole.slice(0, -1) : `${whole.trimEnd()}${broken || ' '}`;
      const found = endOfQuoted(sign + next.text);
      end = found < 0 ? -1 : head.length + found - 1;
      whole = head + next.text;
      broken = '';
    }
    if (!/^\s*(?:#.*)?$/.test(whole.slice(end + 1))) throw refuse(line);
    return readQuoted(whole.slice(0, end + 1), line);
  }

  private literal(head: string, line: Line, indent: number): string {
    const [, style, chomp = ''] = /^([|>])([+-]?)\s*(?:#.*)?$/.exec(head) ?? [];
    if (!style) throw refuse(line);
    const taken: string[] = [];
    let inner: number | undefined;
    for (let next = this.lines[this.at]; next && (next.text === '' || next.indent > indent); next = this.lines[this.at]) {
      if (next.text !== '') inner ??= next.indent;
      taken.push(next.text === '' ? '' : ' '.repeat(Math.max(0, next.indent - (inner ?? 0))) + next.text);
      this.at += 1;
    }
    while (taken.at(-1) === '') taken.pop();
    const text = style === '|' ? taken.join('\n') : foldLines(taken);
    return chomp === '-' ? text : `${text}\n`;
  }
}

/** `>`: lines of a paragraph are one; empty lines between paragraphs stay. */
const foldLines = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/([^\n])\n(?=[^\n ])/g, '$1 ')
    .replace(/\n\n/g, '\n');

function readFlow(text: string, line: Line): string[] {
  const end = text.lastIndexOf(']');
  if (end < 0 || !/^\s*(?:#.*)?$/.test(text.slice(end + 1))) throw refuse(line);
  const items: string[] = [];
  let rest = text.slice(1, end).trim();
  while (rest !== '') {
    const close = /^["']/.test(rest) ? endOfQuoted(rest) + 1 : rest.search(/,|$/);
    if (close <= 0 && rest[0] !== ',') throw refuse(line);
    const item = rest.slice(0, close).trim();
    if (/^[[{&*!]/.test(item)) throw refuse(line);
    items.push(/^["']/.test(item) ? readQuoted(item, line) : item);
    const after = rest.slice(close).trim();
    if (after !== '' && !after.startsWith(',')) throw refuse(line);
    rest = after.slice(1).trim();
  }
  return items;
}

/** @throws RefusedFile */
export function readYaml(text: string): unknown {
  refuseUnreadable(text);
  return new Reader(readLines(text.replace(/^\uFEFF/, ''))).read();
}
