/**
 * The keyword query language (docs/query-language.md). A query that uses none of it is one term, taken as it stands (term.ts).
 *
 * What holds tightest first: NEAR and ONEAR, NOT, AND (also between two operands with nothing between them), OR. Any text is a query: what
 * cannot be used as it was meant is a problem in the list, and the tree is the most sensible reading of the rest.
 */
import { deepest, farthest, longestQuery, readTokens, type Token } from './query-tokens.ts';
import type { Problem, QueryNode, Span } from './query-tree.ts';

/** An operand as it stands, with the brackets around it. */
interface Piece extends Span {
  readonly node: QueryNode;
}

type Operator = Extract<Token, { type: 'near' }> | (Token & { type: 'and' | 'or' | 'not' });

const join = (a: Span, b: Span): Span => ({ start: a.start, end: b.end });
const pieceOf = (node: QueryNode, { start, end }: Span): Piece => ({ node, start, end });

/** Words that stand somewhere, or one of several such. */
const isPlace = (node: QueryNode): boolean =>
  node.type === 'term' || node.type === 'near' || (node.type === 'or' && node.children.every(isPlace));

class Parser {
  private at = 0;
  private isTooDeep = false;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly problems: Problem[],
  ) {}

  parse(): QueryNode | undefined {
    const pieces: Piece[] = [];
    while (this.at < this.tokens.length) {
      const piece = this.readOr(0);
      if (piece) pieces.push(piece);
      // Only where brackets were too deep is one left over.
      if (this.peek('close')) this.at++;
    }
    return this.group('and', pieces)?.node;
  }

  private peek<T extends Token['type']>(type: T): Extract<Token, { type: T }> | undefined {
    const token = this.tokens[this.at];
    return token?.type === type ? (token as Extract<Token, { type: T }>) : undefined;
  }

  private next<T extends Token['type']>(type: T): Extract<Token, { type: T }> | undefined {
    const token = this.peek(type);
    if (token) this.at++;
    return token;
  }

  private group(type: 'and' | 'or', pieces: readonly Piece[]): Piece | undefined {
    const [first] = pieces;
    const last = pieces.at(-1);
    if (!first || !last || first === last) return first;
    const span = join(first, last);
    return pieceOf({ type, children: pieces.map(({ node }) => node), span }, span);
  }

  private readOr(depth: number): Piece | undefined {
    const runs: Piece[][] = [];
    let operator = this.next('or');
    if (operator) this.missing(operator as Operator);
    operator = undefined;
    for (;;) {
      const run = this.readAnd(depth);
      if (run.length > 0) runs.push(run);
      else if (operator) this.missing(operator as Operator);
      operator = this.next('or');
      if (!operator) break;
    }
    if (runs.length > 1 && runs.some((run) => run.length > 1)) this.mixed(runs);
    return this.group(
      'or',
      runs.flatMap((run) => this.group('and', run) ?? []),
    );
  }

  private readAnd(depth: number): Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      const operator = this.next('and') ?? this.next('near');
      const piece = this.readNot(depth);
      if (piece) pieces.push(piece);
      if (operator && (!piece || pieces.length === 1 || operator.type === 'near')) this.missing(operator as Operator);
      if (!piece && !this.peek('and') && !this.peek('near')) return pieces;
    }
  }

  private readNot(depth: number): Piece | undefined {
    const operator = this.next('not');
    if (!operator) return this.readNear(depth);
    const child = this.readNot(depth + 1);
    if (!child) this.missing(operator as Operator);
    if (!child || depth > deepest) {
      if (child) this.tooDeep(operator);
      return child;
    }
    const span = join(operator, child);
    return pieceOf({ type: 'not', child: child.node, span }, span);
  }

  private readNear(depth: number): Piece | undefined {
    let left = this.readPrimary(depth);
    for (let operator = left && this.next('near'); left && operator; operator = this.next('near')) {
      const right = this.peek('not') ? this.readNot(depth + 1) : this.readPrimary(depth);
      if (!right) this.missing(operator);
      else {
        for (const piece of [left, right]) if (!isPlace(piece.node)) this.badOperand(piece, operator);
        left = this.near(left, right, operator);
      }
    }
    return left;
  }

  private near(left: Piece, right: Piece, operator: Extract<Token, { type: 'near' }>): Piece {
    const span = join(left, right);
    const distance = Math.min(operator.distance, farthest);
    const { ordered } = operator;
    if (operator.distance > farthest) {
      const fixes = [{ span: operator, replacement: `${ordered ? 'O' : ''}NEAR/${farthest}` }];
      this.add('bad-value', operator, [`NEAR/${operator.distance}`, String(farthest)], fixes);
    }
    return pieceOf({ type: 'near', left: left.node, right: right.node, distance, ordered, span }, span);
  }

  private readPrimary(depth: number): Piece | undefined {
    const operand = this.next('operand');
    if (operand) return pieceOf(operand.node, operand);
    const open = this.next('open');
    if (!open) return undefined;
    if (depth >= deepest) {
      this.tooDeep(open);
      return this.readPrimary(depth);
    }
    const inner = this.readOr(depth + 1);
    const close = this.next('close');
    if (inner) return pieceOf(inner.node, join(open, close ?? inner));
    return this.readPrimary(depth);
  }

  private add(code: Problem['code'], { start, end }: Span, words: readonly string[], fixes: Problem['fixes'] = []): void {
    this.problems.push({ code, severity: 'error', span: { start, end }, words, fixes });
  }

  private missing(operator: Operator): void {
    const { start, end } = operator;
    const word = this.text.slice(start, end);
    const after = /^\s*/.exec(this.text.slice(end))?.[0].length ?? 0;
    const before = /\s*$/.exec(this.text.slice(0, start))?.[0].length ?? 0;
    const whole = after > 0 ? { start, end: end + after } : { start: start - before, end };
    this.add(
      'missing-operand',
      operator,
      [word],
      [
        { span: whole, replacement: '' },
        { span: { start, end }, replacement: `"${word}"` },
      ],
    );
  }

  private badOperand(piece: Piece, operator: Operator): void {
    const span = { start: operator.start, end: operator.end };
    this.add('near-operand', piece, [this.text.slice(piece.start, piece.end)], [{ span, replacement: 'AND' }]);
  }

  private tooDeep(span: Span): void {
    if (!this.isTooDeep) this.add('too-deep', span, [String(deepest)]);
    this.isTooDeep = true;
  }

  /** Both readings are offered: brackets around what AND joins, or around what OR joins. */
  private mixed(runs: readonly Piece[][]): void {
    const pieces = runs.flat();
    const [first] = pieces;
    const last = pieces.at(-1);
    if (!first || !last) return;
    const span = join(first, last);
    const ors: Piece[][] = [[]];
    for (const run of runs) {
      for (const [n, piece] of run.entries()) {
        if (n > 0) ors.push([]);
        ors.at(-1)?.push(piece);
      }
    }
    const fixes = [runs, ors].map((groups) => ({ span, replacement: this.bracket(span, groups) }));
    this.add('mixed', span, [], fixes);
  }

  private bracket(span: Span, groups: readonly (readonly Piece[])[]): string {
    let written = '';
    let from = span.start;
    for (const group of groups) {
      const [first] = group;
      const last = group.at(-1);
      if (!first || !last || first === last) continue;
      written += `${this.text.slice(from, first.start)}(${this.text.slice(first.start, last.end)})`;
      from = last.end;
    }
    return written + this.text.slice(from, span.end);
  }
}

const plain = /^[^"“{}()*?:/]*$/;
const operatorWord = /(?:^|\s)(?:AND|OR|NOT)(?:\s|$)/;

const term = (text: string, quoted: boolean, span: Span): QueryNode => ({ type: 'term', text, quoted, exact: false, span });

function readWhole(text: string, problems: Problem[]): QueryNode | undefined {
  const start = text.length - text.trimStart().length;
  const span = { start, end: text.trimEnd().length };
  const words = text.trim();
  if (words === '') return undefined;
  if (plain.test(words) && !operatorWord.test(words)) return term(words, false, span);
  const tokens = readTokens(text, problems);
  // Operators and nothing else are words after all: somebody listens for "NOT".
  return new Parser(text, tokens, problems).parse() ?? term(words, true, span);
}

/** The most sensible reading of any text: for those who match and need no advice. Undefined where there is nothing to find. */
export function readQuery(text: string, problems: Problem[] = []): QueryNode | undefined {
  return readWhole(text.slice(0, longestQuery), problems);
}
