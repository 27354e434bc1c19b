/** A query's text → its words, phrases, fields, operators and brackets, each with where it stands. */
import type { Comparison, FieldName, FieldNode, Problem, Span, TermNode } from './query-tree.ts';

export type Token = Span &
  (
    | { readonly type: 'open' | 'close' | 'and' | 'or' | 'not' }
    | { readonly type: 'near'; readonly distance: number; readonly ordered: boolean }
    | { readonly type: 'operand'; readonly node: TermNode | FieldNode }
  );

/** Units of a query, brackets within brackets, words NEAR may reach over. */
export const longestQuery = 2_000;
export const deepest = 20;
export const farthest = 100;

const fieldStart = /(site|author|kind|lang|rating|has|in):(?=[^\s])/iy;
const comparison = /^(?:<=|>=|<|>|=)?/;
const emoticon = /[:;=][-'^]?[()]+(?=\s|$)/y;
const near = /^(O?)NEAR\/(\d{1,9})$/;
const closers: Record<string, string> = { '"': '"', '“': '”', '{': '}' };

/** Where what was opened at `open` is closed; -1 where it is not. A backslash takes the meaning from what follows it. */
function findClose(text: string, open: number): number {
  const closer = closers[text[open] ?? ''];
  if (!closer) return -1;
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === closer) return i;
  }
  return -1;
}

const isEmpty = (text: string, open: number, close: number): boolean => text.slice(open + 1, close).trim() === '';
const isWordStart = (text: string, index: number): boolean => index === 0 || /[\s(]/.test(text[index - 1] ?? '');

/** Brackets, quotes and braces that have a partner with something between them: all others are symbols like any. */
interface Pairs {
  /** From each opening one to its closing one. */
  readonly closeOf: ReadonlyMap<number, number>;
  /** The closing round brackets. */
  readonly closing: ReadonlySet<number>;
  /** Those without a partner. */
  readonly alone: readonly number[];
}

function findPairs(text: string): Pairs {
  const closeOf = new Map<number, number>();
  const closing = new Set<number>();
  const alone: number[] = [];
  const open: number[] = [];
  const hopeless = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    emoticon.lastIndex = i;
    if (isWordStart(text, i) && emoticon.test(text)) i = emoticon.lastIndex - 1;
    else if (char === '(') open.push(i);
    else if (char === ')') {
      const start = open.pop();
      if (start === undefined) alone.push(i);
      else if (!isEmpty(text, start, i)) {
        closeOf.set(start, i);
        closing.add(i);
      }
    } else if (closers[char] && !hopeless.has(char)) {
      const close = findClose(text, i);
      if (close < 0) {
        hopeless.add(char);
        alone.push(i);
      } else {
        if (!isEmpty(text, i, close)) closeOf.set(i, close);
        i = close;
      }
    }
  }
  return { closeOf, closing, alone: [...alone, ...open].sort((a, b) => a - b) };
}

const withoutBackslashes = (text: string): string => text.replace(/\\(["“”{}\\])/g, '$1');

class Tokenizer {
  readonly tokens: Token[] = [];
  private readonly pairs: Pairs;
  /** Words up to `listEnd` are values of this field: `site:(reddit OR x)`. */
  private listed: FieldName | undefined;
  private listEnd = -1;
  /** Where the words begin that are one term so far, and where they end. */
  private words: Span | undefined;

  constructor(private readonly text: string) {
    this.pairs = findPairs(text);
  }

  get alone(): readonly number[] {
    return this.pairs.alone;
  }

  run(): void {
    const { text, pairs } = this;
    for (let i = 0; i < text.length; ) {
      const close = pairs.closeOf.get(i);
      if (/\s/.test(text[i] ?? '')) i++;
      else if (close !== undefined && text[i] !== '(') i = this.readQuoted(i, close);
      else if (close !== undefined) i = this.push({ type: 'open', start: i, end: i + 1 });
      else if (pairs.closing.has(i)) i = this.push({ type: 'close', start: i, end: i + 1 });
      else i = this.readField(i) || this.readWord(i);
    }
    this.endWords();
  }

  private push(token: Token): number {
    this.endWords();
    this.tokens.push(token);
    return token.end;
  }

  private endWords(): void {
    if (!this.words) return;
    const { start, end } = this.words;
    this.words = undefined;
    const node: TermNode = { type: 'term', text: this.text.slice(start, end), quoted: false, exact: false, span: { start, end } };
    this.tokens.push({ type: 'operand', node, start, end });
  }

  private readQuoted(start: number, close: number): number {
    const end = close + 1;
    const words = withoutBackslashes(this.text.slice(start + 1, close));
    if (start < this.listEnd && this.listed) return this.pushField(this.listed, words, start, end);
    const exact = this.text[start] === '{';
    return this.push({ type: 'operand', node: { type: 'term', text: words, quoted: !exact, exact, span: { start, end } }, start, end });
  }

  private pushField(field: FieldName, written: string, start: number, end: number): number {
    const sign = field === 'rating' ? (comparison.exec(written)?.[0] ?? '') : '';
    const node: FieldNode = {
      type: 'field',
      field,
      comparison: (sign || '=') as Comparison,
      value: written.slice(sign.length).trim(),
      span: { start, end },
    };
    return this.push({ type: 'operand', node, start, end });
  }

  /** Where a field that begins here ends; 0 where none does. */
  private readField(start: number): number {
    fieldStart.lastIndex = start;
    const name = fieldStart.exec(this.text)?.[1]?.toLowerCase() as FieldName | undefined;
    if (!name) return 0;
    const at = fieldStart.lastIndex;
    const close = this.pairs.closeOf.get(at);
    if (close !== undefined && this.text[at] === '(') {
      this.listed = name;
      this.listEnd = close;
      return this.push({ type: 'open', start, end: at + 1 });
    }
    if (close !== undefined) return this.pushField(name, withoutBackslashes(this.text.slice(at + 1, close)), start, close + 1);
    const end = this.wordEnd(at);
    return end === at ? 0 : this.pushField(name, this.text.slice(at, end), start, end);
  }

  private wordEnd(start: number): number {
    let i = start;
    while (i < this.text.length && !/\s/.test(this.text[i] ?? '') && !this.pairs.closeOf.has(i) && !this.pairs.closing.has(i)) i++;
    return i;
  }

  private readWord(start: number): number {
    const end = this.wordEnd(start);
    const word = this.text.slice(start, end);
    if (word === 'AND' || word === 'OR' || word === 'NOT') {
      return this.push({ type: word.toLowerCase() as 'and' | 'or' | 'not', start, end });
    }
    const [, ordered, distance] = near.exec(word) ?? [];
    if (distance !== undefined) return this.push({ type: 'near', distance: Number(distance), ordered: ordered === 'O', start, end });
    if (start < this.listEnd && this.listed) return this.pushField(this.listed, word, start, end);
    this.words = { start: this.words?.start ?? start, end };
    return end;
  }
}

/** True where the text says more than words: then brackets and quotes without a partner are slips, else they are only symbols. */
const isLanguage = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.type !== 'operand' || token.node.type === 'field' || token.node.quoted || token.node.exact);

function unbalanced(text: string, at: number): Problem {
  const span = { start: at, end: at + 1 };
  const char = text[at] ?? '';
  const closer = char === '(' ? ')' : closers[char];
  const remove = { span, replacement: '' };
  const close = { span: { start: text.length, end: text.length }, replacement: closer ?? '' };
  return { code: 'unbalanced', severity: 'error', span, words: [char], fixes: closer ? [close, remove] : [remove] };
}

const isSymbolic = /["“”{}()]/;

/** Words that hold a bracket which is only a symbol are as good as quoted. */
function settle(token: Token): Token {
  if (token.type !== 'operand' || token.node.type !== 'term' || token.node.exact || !isSymbolic.test(token.node.text)) return token;
  return { ...token, node: { ...token.node, quoted: true } };
}

export function readTokens(text: string, problems: Problem[]): Token[] {
  const tokenizer = new Tokenizer(text);
  tokenizer.run();
  const { tokens, alone } = tokenizer;
  if (!isLanguage(tokens)) return tokens;
  for (const at of alone) if (!isInEmoticon(text, at)) problems.push(unbalanced(text, at));
  return tokens.map(settle);
}

/** A bracket with eyes before it. */
const isInEmoticon = (text: string, at: number): boolean => /[:;=][-'^]?[()]*$/.test(text.slice(Math.max(0, at - 4), at));
