/** A body's pieces → a tree: blocks are put together, and what has no partner is told. */
import { readArguments } from './template-arguments.ts';
import { readCondition } from './template-condition.ts';
import { findName } from './template-names.ts';
import { type ReadInner, type Report, readTag, type Tag } from './template-tag-reader.ts';
import { cutTags, type Piece } from './template-tags.ts';
import { type Branch, deepest, type IfNode, type Span, type TemplateNode, type TemplateProblem } from './template-tree.ts';

type Block = { type: 'if' | 'else if'; written: string; from: number } | { type: 'else' | 'end' };

/** Undefined for a tag that is no part of a block. `from` is where its condition begins. */
function readBlock(inner: string): Block | undefined {
  const [whole = '', word = ''] = /^[ \t]*(#[ \t]*if|else[ \t]*if|else|\/[ \t]*if)(?![\p{L}\p{N}_.|])[ \t]*/u.exec(inner) ?? [];
  const written = inner.slice(whole.length).trimEnd();
  const plain = word.replace(/[ \t]+/g, '');
  if (plain === '#if') return { type: 'if', written, from: whole.length };
  if (plain === 'elseif') return { type: 'else if', written, from: whole.length };
  if (written !== '') return undefined;
  return plain === 'else' ? { type: 'else' } : plain === '/if' ? { type: 'end' } : undefined;
}

interface Open {
  readonly start: number;
  readonly branches: (Branch & { nodes: TemplateNode[] })[];
  otherwise?: { tag: Span; nodes: TemplateNode[] };
  /** Where the next node goes. */
  into: TemplateNode[];
}

const place = ({ start, end }: Span): Span => ({ start, end });

class Builder {
  readonly problems: TemplateProblem[] = [];
  private readonly root: TemplateNode[] = [];
  private readonly open: Open[] = [];

  constructor(
    private readonly body: string,
    /** How deep this body itself stands in others. */
    private readonly depth: number,
    /** Where it stands there; undefined where its own units count. */
    private readonly outer: Span | undefined,
  ) {}

  run(): { nodes: TemplateNode[]; problems: TemplateProblem[] } {
    for (const piece of cutTags(this.body)) this.take(piece);
    for (let block = this.open.pop(); block; block = this.open.pop()) {
      const [first] = block.branches;
      if (first) this.report('unclosed-if', first.tag, [], { start: this.body.length, end: this.body.length, replacement: '{{/if}}' });
      const end = Math.max(this.body.length, block.start);
      this.into.push({ type: 'if', start: block.start, end, branches: block.branches, otherwise: block.otherwise, close: undefined });
    }
    return { nodes: this.root, problems: this.problems };
  }

  private get into(): TemplateNode[] {
    return this.open.at(-1)?.into ?? this.root;
  }

  /** Within another body the offsets are not this one's: what is told is told of the whole of it. */
  private readonly report: Report = (code, span, words = [], fix = undefined, severity = 'error') => {
    const where = place(this.outer ?? span);
    this.problems.push({ code, severity, ...where, words, ...(fix && !this.outer ? { fix } : {}) });
  };

  private readonly readInner: ReadInner = (text, at) => {
    if (this.depth >= deepest) {
      this.report('too-deep', at);
      return [{ type: 'broken', source: text, ...place(at) }];
    }
    const inner = new Builder(text, this.depth + 1, this.outer ?? at).run();
    this.problems.push(...inner.problems);
    return inner.nodes;
  };

  private take(piece: Piece): void {
    if (piece.type === 'text') this.into.push(piece);
    else if (piece.type === 'tag') this.takeTag(piece);
    else {
      const missing = this.body.startsWith('}', piece.end) ? '}' : '}}';
      this.report('unclosed-tag', place(piece), [this.body.slice(piece.start, piece.end)], {
        start: piece.end,
        end: piece.end,
        replacement: missing,
      });
      this.into.push({ type: 'broken', source: this.body.slice(piece.start, piece.end), ...place(piece) });
    }
  }

  private takeTag(tag: Tag): void {
    const block = readBlock(tag.inner);
    if (!block) {
      this.into.push(readTag(tag, this.report, this.readInner));
      return;
    }
    const current = this.open.at(-1);
    if (block.type === 'if') this.begin(tag, block);
    else if (!current || (current.otherwise && block.type !== 'end')) this.stray(tag);
    else if (block.type === 'else if') this.branch(current, tag, block);
    else if (block.type === 'else') this.otherwise(current, tag);
    else this.end(current, tag);
  }

  private begin(tag: Tag, block: { written: string; from: number }): void {
    if (this.open.length + this.depth >= deepest) {
      this.report('too-deep', place(tag));
      this.into.push({ type: 'broken', source: `{{${tag.inner}}}`, ...place(tag) });
      return;
    }
    const open: Open = { start: tag.start, branches: [], into: [] };
    this.open.push(open);
    this.branch(open, tag, block);
  }

  private branch(open: Open, tag: Tag, { written, from }: { written: string; from: number }): void {
    const shift = <T extends Span>(span: T): T => ({ ...span, start: tag.at + span.start, end: tag.at + span.end });
    const condition = readCondition(readArguments(tag.inner, from, true).map(shift), findName);
    if (!condition) this.report('bad-condition', place(tag), [written], written === '' ? undefined : fixCondition(written, tag, from));
    const nodes: TemplateNode[] = [];
    open.branches.push({ condition, written, tag: place(tag), nodes });
    open.into = nodes;
  }

  private otherwise(open: Open, tag: Tag): void {
    open.otherwise = { tag: place(tag), nodes: [] };
    open.into = open.otherwise.nodes;
  }

  private end(open: Open, tag: Tag): void {
    this.open.pop();
    const node: IfNode = {
      type: 'if',
      start: open.start,
      end: tag.end,
      branches: open.branches,
      otherwise: open.otherwise,
      close: place(tag),
    };
    this.into.push(node);
  }

  private stray(tag: Tag): void {
    this.report('stray-tag', place(tag), [`{{${tag.inner}}}`], { ...place(tag), replacement: '' });
    this.into.push({ type: 'broken', source: `{{${tag.inner}}}`, ...place(tag) });
  }
}

/** `rating under 3`, `rating => 3`: said as it would be read. */
function fixCondition(written: string, tag: Tag, from: number): (Span & { replacement: string }) | undefined {
  const fixed = written
    .replace(/=</g, '<=')
    .replace(/=>/g, '>=')
    .replace(/\b(?:is )?(?:less than|under|below)\b/gi, '<')
    .replace(/\b(?:is )?(?:more than|greater than|over|above)\b/gi, '>')
    .replace(/‘|’|'/g, '"');
  if (fixed === written || !readCondition(readArguments(fixed, 0, true), findName)) return undefined;
  return { start: tag.at + from, end: tag.at + from + written.length, replacement: fixed };
}

export const readTemplate = (body: string): { nodes: TemplateNode[]; problems: TemplateProblem[] } => new Builder(body, 0, undefined).run();
