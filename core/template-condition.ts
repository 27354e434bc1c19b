/** `rating < 3 and not author.firstName` → a condition. `or` holds loosest, then `and`, then `not`; brackets as in arithmetic. */
import type { Argument } from './template-arguments.ts';
import { type Condition, deepest, type Operand, type Operator } from './template-tree.ts';

const operators: Readonly<Record<string, Operator>> = {
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
  '=': '=',
  '==': '=',
  is: '=',
  '!=': '!=',
  '≠': '!=',
  '<>': '!=',
  contains: 'contains',
  has: 'contains',
};
const connectors: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  and: 'and',
  '&&': 'and',
  or: 'or',
  '||': 'or',
  not: 'not',
  '!': 'not',
};
export const reserved: ReadonlySet<string> = new Set([...Object.keys(operators), ...Object.keys(connectors)].filter((w) => /^\w/.test(w)));

const lookUp = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);

class Unreadable extends Error {}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly words: readonly Argument[],
    private readonly findName: (written: string) => string,
  ) {}

  read(): Condition {
    const condition = this.either();
    if (this.at < this.words.length) throw new Unreadable();
    return condition;
  }

  private get next(): Argument | undefined {
    return this.words[this.at];
  }

  private connector(): 'and' | 'or' | 'not' | undefined {
    const { next } = this;
    return next && next.type !== 'quoted' ? lookUp(connectors, next.text.toLowerCase()) : undefined;
  }

  private either(): Condition {
    if (++this.depth > deepest) throw new Unreadable();
    let left = this.both();
    while (this.connector() === 'or') left = this.join('or', left, () => this.both());
    this.depth--;
    return left;
  }

  private both(): Condition {
    let left = this.single();
    while (this.connector() === 'and') left = this.join('and', left, () => this.single());
    return left;
  }

  private join(type: 'and' | 'or', left: Condition, readRight: () => Condition): Condition {
    this.at++;
    const right = readRight();
    return { type, left, right, start: left.start, end: right.end };
  }

  private single(): Condition {
    const { next } = this;
    if (!next) throw new Unreadable();
    if (this.connector() === 'not') {
      if (++this.depth > deepest) throw new Unreadable();
      this.at++;
      const child = this.single();
      this.depth--;
      return { type: 'not', child, start: next.start, end: child.end };
    }
    return next.type === 'sign' && next.text === '(' ? this.bracket() : this.comparison();
  }

  private bracket(): Condition {
    const open = this.next;
    this.at++;
    const inner = this.either();
    const close = this.next;
    if (close?.type !== 'sign' || close.text !== ')') throw new Unreadable();
    this.at++;
    return { ...inner, start: open?.start ?? inner.start, end: close.end };
  }

  private comparison(): Condition {
    const left = this.operand();
    const sign = this.next && this.next.type !== 'quoted' ? lookUp(operators, this.next.text.toLowerCase()) : undefined;
    if (!sign) {
      if (left.type !== 'name') throw new Unreadable();
      return { type: 'exists', name: left.name, start: left.start, end: left.end };
    }
    this.at++;
    const right = this.operand();
    return { type: 'compare', left, operator: sign, right, start: left.start, end: right.end };
  }

  private operand(): Operand {
    const { next } = this;
    if (!next || next.key || (next.type !== 'word' && next.type !== 'quoted')) throw new Unreadable();
    this.at++;
    const { start, end, text } = next;
    if (next.type === 'quoted') return { type: 'words', value: text, start, end };
    if (/^-?\d+(\.\d+)?$/.test(text)) return { type: 'number', value: text, start, end };
    if (reserved.has(text.toLowerCase()) || !/^\p{L}[\p{L}\p{N}_.-]*$/u.test(text)) throw new Unreadable();
    return { type: 'name', name: this.findName(text), start, end };
  }
}

/** Undefined where it cannot be read. */
export function readCondition(words: readonly Argument[], findName: (written: string) => string): Condition | undefined {
  try {
    return new Reader(words, findName).read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** The names a condition asks of, each time it does. */
export function listNames(condition: Condition | undefined): (Operand & { type: 'name' })[] {
  if (!condition) return [];
  switch (condition.type) {
    case 'exists':
      return [{ ...condition, type: 'name' }];
    case 'compare':
      return [condition.left, condition.right].filter((operand) => operand.type === 'name');
    case 'not':
      return listNames(condition.child);
    default:
      return [...listNames(condition.left), ...listNames(condition.right)];
  }
}
