/**
 * The words of a post as one string, and the way back from offsets in it to the page. Reading is the hot path (every post), finding the way
 * back is rare (only posts with hits), so reading keeps just where each text node begins, and the rest is worked out again when asked.
 */
import type { Post } from './_site.ts';

/** What a text node contributed: from `start` in the text; `raw` where its white space is shown as it is. */
interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly raw: boolean;
}

export interface PostText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const longest = 20_000;
/** Elements without end and without words are not gone through to the last. */
const mostNodes = 50_000;
const elementNode = 1;
const textNode = 3;
// White space that HTML collapses; a no-break space is not among it.
const collapsible = /[ \t\n\r\f]+/g;
const untidy = /[\t\n\r\f]|^ | $| {2}/;
const edge = /^[ \t\n\r\f]+|[ \t\n\r\f]+$/g;

const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'button',
  'select',
  'textarea',
  'svg',
  'iframe',
  'video',
  'audio',
  'object',
]);
/** Blocks even in preformatted text, where authors' line breaks are characters and a `div` is only a wrapper shown inline. */
const paragraphs = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'tr',
  'hr',
  'dl',
  'dt',
  'dd',
]);
const blocks = new Set([
  ...paragraphs,
  'div',
  'section',
  'article',
  'header',
  'footer',
  'aside',
  'main',
  'nav',
  'figure',
  'figcaption',
  'details',
  'summary',
  'td',
  'th',
  'address',
  'form',
  'fieldset',
]);

/** No more than could ever be kept, counting the white space that is let go: a page may hold a book in one text node. */
const dataOf = (node: Text): string => (node.length > 2 * longest ? node.substringData(0, 2 * longest) : node.data);

class Reader {
  text = '';
  readonly pieces: Piece[] = [];
  private breaks = 0;
  private space = false;
  private nodes = 0;

  constructor(
    private readonly skip: readonly Element[],
    private readonly preformatted: boolean,
  ) {}

  break(count: number): void {
    if (this.breaks < count) this.breaks = count;
  }

  /** A space or line break is only written when words follow, so that none is left at the edges. */
  private flush(): void {
    if (this.text.length > 0) {
      if (this.breaks > 0) this.text += this.breaks > 1 ? '\n\n' : '\n';
      else if (this.space) this.text += ' ';
    }
    this.breaks = 0;
    this.space = false;
  }

  words(words: string): void {
    this.flush();
    this.text += words;
  }

  private raw(node: Text, data: string): void {
    this.flush();
    this.pieces.push({ node, start: this.text.length, raw: true });
    this.text += data;
  }

  private collapsed(node: Text, data: string): void {
    if (!untidy.test(data)) {
      this.flush();
      this.pieces.push({ node, start: this.text.length, raw: false });
      this.text += data;
      return;
    }
    const words = data.replace(edge, '');
    const first = data.charCodeAt(0);
    if (first <= 32) this.space = true;
    if (words === '') return;
    this.flush();
    this.pieces.push({ node, start: this.text.length, raw: false });
    this.text += words.replace(collapsible, ' ');
    this.space = data.charCodeAt(data.length - 1) <= 32;
  }

  children(parent: Element, raw: boolean): void {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
      this.nodes += 1;
      if (this.text.length >= longest || this.nodes > mostNodes) return;
      const type = child.nodeType;
      if (type === textNode) {
        const node = child as Text;
        const data = dataOf(node);
        if (data === '') continue;
        if (raw) this.raw(node, data);
        else this.collapsed(node, data);
      } else if (type === elementNode) this.element(child as Element, raw);
    }
  }

  element(element: Element, raw: boolean): void {
    const tag = element.localName;
    if (tag === 'br') this.break(this.breaks + 1);
    else if (tag === 'img') {
      const alt = element.getAttribute('alt');
      if (alt) this.words(alt);
    } else if (!silent.has(tag) && !this.skip.includes(element)) {
      const block = (this.preformatted ? paragraphs : blocks).has(tag);
      if (block) this.break(1);
      this.children(element, raw || tag === 'pre');
      if (block) this.break(1);
    }
  }
}

/** Reads a post's words in reading order: blocks and `br` become line breaks, emoji images their alt text. */
export function readText(post: Post): PostText {
  const reader = new Reader(post.skip ?? [], post.preformatted === true);
  if (post.extraText) reader.words(post.extraText.slice(0, longest));
  for (const element of post.text) {
    reader.break(1);
    reader.element(element, post.preformatted === true);
  }
  return { text: reader.text.length > longest ? cut(reader.text) : reader.text, pieces: reader.pieces };
}

/** Never cuts a surrogate pair in two. */
function cut(text: string): string {
  const last = text.charCodeAt(longest - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? longest - 1 : longest);
}

/** The places in the page that show `text.slice(start, end)`: one range for each text node, none for words that are in no text node. */
export function rangesOf(read: PostText, start: number, end: number): StaticRange[] {
  const ranges: StaticRange[] = [];
  for (let i = findPiece(read.pieces, start); i < read.pieces.length; i++) {
    const piece = read.pieces[i];
    if (!piece || piece.start >= end) break;
    const range = rangeIn(piece, start - piece.start, end - piece.start);
    if (range) ranges.push(range);
  }
  return ranges;
}

/** The last piece that begins at or before the offset. */
function findPiece(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function rangeIn(piece: Piece, from: number, to: number): StaticRange | undefined {
  const { node } = piece;
  const start = rawOffset(piece, Math.max(0, from), false);
  const end = rawOffset(piece, to, true);
  if (start >= end) return undefined;
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
}

/** A node's words as they were when its hits were looked for: a post may have a thousand of them in one node. */
interface Measured {
  /** Of the node, in characters. */
  readonly length: number;
  /** How many of them are looked at. */
  readonly end: number;
  /** Where each character stands that is left after collapsing; absent where nothing is collapsed. */
  readonly places: Uint32Array | undefined;
}
const measured = new WeakMap<Piece, Measured>();

function measure(piece: Piece): Measured {
  const { length } = piece.node;
  const before = measured.get(piece);
  if (before?.length === length) return before;
  const data = dataOf(piece.node);
  const now = { length, end: data.length, places: piece.raw || !untidy.test(data) ? undefined : listPlaces(data) };
  measured.set(piece, now);
  return now;
}

/** From an offset in what a node contributed to the offset in the node; `end` counts back from the character before it. */
function rawOffset(piece: Piece, offset: number, isEnd: boolean): number {
  const { end, places } = measure(piece);
  if (!places) return Math.min(offset, end);
  if (isEnd) return offset <= 0 ? 0 : Math.min(end, (places[offset - 1] ?? end) + 1);
  return places[offset] ?? end;
}

function listPlaces(data: string): Uint32Array {
  const places = new Uint32Array(data.length);
  let count = 0;
  let i = 0;
  while (i < data.length && isSpace(data.charCodeAt(i))) i++;
  for (; i < data.length; i++) {
    if (isSpace(data.charCodeAt(i)) && isSpace(data.charCodeAt(i - 1))) continue;
    places[count] = i;
    count++;
  }
  return places.subarray(0, count);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
}
