/** A body → its words and its tags `{{…}}`, each with where it stands. Every character is in exactly one of them. */
import type { Span } from './template-tree.ts';

export type Piece = Span &
  (
    | { readonly type: 'text'; readonly text: string }
    /** `inner` is what stands between the braces, and begins at `at`. */
    | { readonly type: 'tag'; readonly inner: string; readonly at: number }
    /** Opened, and not closed on its line. */
    | { readonly type: 'unclosed' }
  );

/** A quote that is never closed is not looked for to the end of all. */
const longestQuoted = 2_000;
const closers: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“' };

/** Where the string that begins at `open` ends: the index of its closing quote, or -1. */
export function findQuoteEnd(text: string, open: number): number {
  const closer = closers[text[open] ?? ''];
  if (!closer) return -1;
  const end = Math.min(text.length, open + longestQuoted);
  for (let i = open + 1; i < end; i++) {
    const letter = text[i];
    if (letter === '\\') i++;
    else if (letter === '\n') return -1;
    else if (letter === closer || (letter === '”' && closer === '“')) return i;
  }
  return -1;
}

/** Only arguments are quoted; in a name and a fallback a quotation mark is a letter like any. */
const hasArguments = /[ \t]*(?:[#/]|(?:choose|date|ask|snippet|link|else)\b)/iy;

/** The index of the `}}` that ends the tag whose inner part begins at `from`; -1 where it is not closed. */
function findTagEnd(body: string, from: number): number {
  hasArguments.lastIndex = from;
  let quotes = hasArguments.test(body);
  for (let i = from; i < body.length; i++) {
    const letter = body[i];
    if (letter === '\n' || body.startsWith('{{', i)) return -1;
    if (body.startsWith('}}', i)) return i;
    // A fallback is taken as it is written.
    if (letter === '|') quotes = false;
    const close = quotes ? findQuoteEnd(body, i) : -1;
    if (close > 0) i = close;
  }
  return -1;
}

/** How an unclosed tag begins, as far as it was certainly meant for one. A name that is cut short reaches no reader. */
const begun = /[ \t]*[#/]?[\p{L}][\p{L}\p{N}_.]*/uy;

function endOfBegun(body: string, from: number): number {
  begun.lastIndex = from;
  return begun.test(body) ? begun.lastIndex : -1;
}

/** `{{` at `open`, after `slashes` backslashes. Two of these are one, and one more takes the meaning from the braces. */
function countSlashes(body: string, open: number): number {
  let n = 0;
  while (body[open - 1 - n] === '\\') n++;
  return n;
}

class Cutter {
  readonly pieces: Piece[] = [];
  private text = '';
  private from = 0;
  private at = 0;

  constructor(private readonly body: string) {}

  run(): Piece[] {
    const { body } = this;
    for (let open = body.indexOf('{{'); open >= 0; open = body.indexOf('{{', this.at)) this.take(open);
    this.text += body.slice(this.at);
    this.flush(body.length);
    return this.pieces;
  }

  private take(open: number): void {
    const { body } = this;
    const slashes = Math.min(countSlashes(body, open), open - this.at);
    this.text += body.slice(this.at, open - slashes) + '\\'.repeat(slashes >> 1);
    this.at = open + 2;
    if (slashes % 2 === 1) {
      this.text += '{{';
      return;
    }
    const end = this.isLast(open) ? findTagEnd(body, open + 2) : -1;
    if (end >= 0) this.push(open, { type: 'tag', start: open, end: end + 2, inner: body.slice(open + 2, end), at: open + 2 });
    else this.leave(open);
  }

  /** Of three braces the last two open. */
  private isLast(open: number): boolean {
    return this.body[open + 2] !== '{';
  }

  private leave(open: number): void {
    const end = this.isLast(open) ? endOfBegun(this.body, open + 2) : -1;
    if (end >= 0) {
      this.push(open, { type: 'unclosed', start: open, end });
    } else {
      this.at = open + 1;
      this.text += '{';
    }
  }

  private push(open: number, piece: Piece): void {
    this.flush(open);
    this.pieces.push(piece);
    this.from = piece.end;
    this.at = piece.end;
  }

  private flush(end: number): void {
    if (end > this.from) this.pieces.push({ type: 'text', start: this.from, end, text: this.text });
    this.text = '';
  }
}

export const cutTags = (body: string): Piece[] => new Cutter(body).run();
