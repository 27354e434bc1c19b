/** What is wrong or doubtful in a reply that could be read: names nobody knows, replies that are not there or go in circles, a second caret. */
import { listNames } from './template-condition.ts';
import { fieldOfName, guessName, isOwnName, usualFallback } from './template-names.ts';
import { readTemplate } from './template-reader.ts';
import {
  type Condition,
  deepest,
  type SnippetNode,
  type Span,
  type TemplateNode,
  type TemplateProblem,
  type ValueNode,
} from './template-tree.ts';

/** What is known where a reply is written. Without `findSnippet` none is looked for. */
export interface Known {
  readonly findSnippet?: (shortcut: string) => string | undefined;
  readonly shortcuts?: readonly string[];
  /** The reply's own shortcut. */
  readonly self?: string;
  /** What is kept of people besides note and tags: `{{person.company}}`. */
  readonly personFields?: readonly string[];
}

const place = ({ start, end }: Span): Span => ({ start, end });

/** `{{order}}` is asked for before it is inserted, which is better said. */
function lintName({ name, ...span }: { name: string } & Span, whole: Span, askInstead: boolean, guess = guessName): TemplateProblem {
  const meant = guess(name);
  const ask = askInstead && !/["“”„\\{}]/.test(name) ? `{{ask "${name}"}}` : undefined;
  const fix = meant ? { ...place(span), replacement: meant } : ask ? { ...place(whole), replacement: ask } : undefined;
  return {
    code: 'unknown-name',
    severity: askInstead ? 'warning' : 'error',
    ...place(span),
    words: meant ? [name, meant] : [name],
    ...(fix ? { fix } : {}),
  };
}

const isField = (name: string, { personFields = [] }: Known): boolean => personFields.includes(fieldOfName(name) ?? '');

function lintValue(node: ValueNode, body: string, tested: ReadonlySet<string>, guess: typeof guessName, known: Known): TemplateProblem[] {
  const { name, start, end, fallback } = node;
  if (isField(name, known)) {
    const isSure = fallback !== undefined || tested.has(name);
    return isSure ? [] : [{ code: 'may-be-empty', severity: 'warning', start, end, words: [name] }];
  }
  if (!isOwnName(name)) {
    const inner = body.slice(start, end);
    const at = start + Math.max(2, inner.indexOf(name));
    return [lintName({ name, start: at, end: at + name.length }, node, fallback === undefined, guess)];
  }
  const usual = usualFallback[name];
  if (usual === undefined || fallback !== undefined || tested.has(name)) return [];
  const fix = { start: end - 2, end: end - 2, replacement: `|${usual}` };
  return [{ code: 'may-be-empty', severity: 'warning', start, end, words: [name], fix }];
}

/** Names that have a value wherever a condition is true. */
function listTested(condition: Condition | undefined): string[] {
  if (condition?.type === 'exists') return [condition.name];
  if (condition?.type === 'and') return [...listTested(condition.left), ...listTested(condition.right)];
  return condition?.type === 'compare' ? listNames(condition).map(({ name }) => name) : [];
}

class Linter {
  readonly problems: TemplateProblem[] = [];
  private readonly guesses = new Map<string, ReturnType<typeof guessName>>();

  constructor(
    private readonly body: string,
    private readonly known: Known,
  ) {}

  /** The same stranger may stand in a body a thousand times. */
  private readonly guess = (name: string): ReturnType<typeof guessName> => {
    if (!this.guesses.has(name)) this.guesses.set(name, guessName(name));
    return this.guesses.get(name);
  };

  lint(nodes: readonly TemplateNode[], tested: ReadonlySet<string>): void {
    for (const node of nodes) this.take(node, tested);
  }

  private take(node: TemplateNode, tested: ReadonlySet<string>): void {
    if (node.type === 'value') this.problems.push(...lintValue(node, this.body, tested, this.guess, this.known));
    else if (node.type === 'snippet') this.problems.push(...this.lintSnippet(node));
    else if (node.type === 'if') {
      for (const { condition, nodes } of node.branches) {
        const strangers = listNames(condition).filter(({ name }) => !isOwnName(name) && !isField(name, this.known));
        this.problems.push(...strangers.map((stranger) => lintName(stranger, stranger, false)));
        this.lint(nodes, new Set([...tested, ...listTested(condition)]));
      }
      this.lint(node.otherwise?.nodes ?? [], tested);
    } else if (node.type === 'choose') this.lintChoice(node.options, node);
  }

  /** The offsets within a choice are its own; what is wrong there is told of the whole of it. */
  private lintChoice(options: readonly (readonly TemplateNode[])[], at: Span): void {
    const inner = new Linter('', this.known);
    for (const option of options) inner.lint(option, new Set());
    const wrong = inner.problems.filter(({ code }) => code !== 'may-be-empty');
    this.problems.push(...wrong.map(({ fix, ...problem }) => ({ ...problem, ...place(at) })));
  }

  private lintSnippet(node: SnippetNode): TemplateProblem[] {
    const { findSnippet, self = '' } = this.known;
    if (!findSnippet) return [];
    const { shortcut } = node;
    const isKnown = findSnippet(shortcut) !== undefined || isSame(shortcut, self);
    if (!isKnown) return [{ code: 'unknown-snippet', severity: 'error', ...place(node), words: [shortcut] }];
    const round = findRound(shortcut, self ? [self] : [], findSnippet);
    return round ? [{ code: 'snippet-cycle', severity: 'error', ...place(node), words: [round.join(' → ')] }] : [];
  }
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The way from a reply back to itself, if there is one. */
function findRound(shortcut: string, path: readonly string[], findSnippet: (shortcut: string) => string | undefined): string[] | undefined {
  const done = new Set<string>();
  const walk = (at: string, way: readonly string[]): string[] | undefined => {
    const from = way.findIndex((step) => isSame(step, at));
    if (from >= 0) return [...way.slice(from), at];
    if (done.has(at.toLowerCase()) || way.length > deepest) return undefined;
    done.add(at.toLowerCase());
    for (const next of listSnippets(readTemplate(findSnippet(at) ?? '').nodes)) {
      const round = walk(next, [...way, at]);
      if (round) return round;
    }
    return undefined;
  };
  return walk(shortcut, path);
}

/** The nodes in a node. */
export function listInner(node: TemplateNode): readonly (readonly TemplateNode[])[] {
  if (node.type === 'choose') return node.options;
  return node.type === 'if' ? [...node.branches.map(({ nodes }) => nodes), node.otherwise?.nodes ?? []] : [];
}

export const listSnippets = (nodes: readonly TemplateNode[]): string[] =>
  nodes.flatMap((node) => (node.type === 'snippet' ? [node.shortcut] : listInner(node).flatMap(listSnippets)));

/** Of two branches only one is taken, so each may have its own; `before` says whether there is one already. */
function findSecondCursors(nodes: readonly TemplateNode[], before: boolean): { second: Span[]; has: boolean } {
  let has = before;
  const second: Span[] = [];
  for (const node of nodes) {
    if (node.type === 'cursor') {
      if (has) second.push(place(node));
      has = true;
    }
    const inner = listInner(node).map((part) => findSecondCursors(part, has));
    second.push(...inner.flatMap((part) => (node.type === 'choose' ? part.second.slice(0, 1).map(() => place(node)) : part.second)));
    has ||= inner.some((part) => part.has);
  }
  return { second, has };
}

export function lintTemplate(body: string, nodes: readonly TemplateNode[], known: Known): TemplateProblem[] {
  const linter = new Linter(body, known);
  linter.lint(nodes, new Set());
  const cursors = findSecondCursors(nodes, false).second.map(
    (span): TemplateProblem => ({ code: 'second-cursor', severity: 'warning', ...span, words: [], fix: { ...span, replacement: '' } }),
  );
  return [...linter.problems, ...cursors];
}
