/** A tree and what is known → the text that is put into a reply box, and what stands in its way. */
import { writeDate } from './template-date.ts';
import { type Campaign, writeLink } from './template-link.ts';
import { printTemplate } from './template-print.ts';
import { readTemplate } from './template-reader.ts';
import { findUnknownName, isTrue, readValue, type Values } from './template-test.ts';
import { type AskNode, type ChooseNode, deepest, type IfNode, type Span, type TemplateNode } from './template-tree.ts';

/** What a reply is filled from besides its names. What is left out is unknown, and what needs it is reported. */
export interface World {
  readonly now?: number;
  /** BCP 47, and an IANA time zone: how dates are written where the reply does not say. */
  readonly lang?: string;
  readonly zone?: string;
  /** How often the reply has been used: `{{choose}}` takes its turn from it. */
  readonly turn?: number;
  /** Answers to `{{ask}}`, by question. */
  readonly answers?: Readonly<Record<string, string | undefined>>;
  /** The body of the reply with this shortcut. */
  readonly findSnippet?: (shortcut: string) => string | undefined;
  readonly campaign?: Campaign;
}

/** `broken`: what could not be read, or be done. The others can be supplied: a value, an answer, a reply with that shortcut. */
export type GapKind = 'value' | 'ask' | 'snippet' | 'broken';

export interface Gap extends Span {
  readonly kind: GapKind;
  /** A variable, a question, a shortcut, or what was written. */
  readonly name: string;
}

export interface Ask {
  readonly question: string;
  readonly preset?: string;
}

export interface Filled {
  readonly text: string;
  /** Where the caret is to stand in `text`, where the reply says so. */
  readonly cursor?: number;
  /** What could not be filled in, and where it stands in `text`. A text with any of these must not be inserted. */
  readonly unresolved: readonly Gap[];
  /** What is to be asked before it is inserted, each once, in the order it stands in. */
  readonly asks: readonly Ask[];
}

/** Which of the nodes come from where. */
interface Source {
  readonly sourceOf: (node: TemplateNode) => string;
  /** The body their offsets count in; undefined within a choice. */
  readonly body: string | undefined;
  /** The shortcuts that led here. */
  readonly path: readonly string[];
}

/** A body may be filled in to this length, and no further: replies within replies multiply. */
const longest = 60_000;
const mostIncluded = 200;

const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);

/** A block's tag that has a line to itself takes that line with it. */
function hasOwnLine(body: string, { start, end }: Span): boolean {
  const lineStart = start === 0 ? 0 : body.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = body.indexOf('\n', end);
  return isBlank(body.slice(lineStart, start)) && isBlank(body.slice(end, lineEnd < 0 ? body.length : lineEnd));
}

class Filler {
  text = '';
  cursor: number | undefined;
  readonly gaps: Gap[] = [];
  readonly asks = new Map<string, Ask>();
  private choices = 0;
  private included = 0;
  /** The rest of a line that only a block's tag stood on is still to be left out. */
  private eats = false;

  constructor(
    private readonly values: Values,
    private readonly world: World,
  ) {}

  fill(nodes: readonly TemplateNode[], source: Source): void {
    for (const node of nodes) this.take(node, source);
  }

  private take(node: TemplateNode, source: Source): void {
    switch (node.type) {
      case 'text':
        this.write(this.eats ? node.text.replace(/^[ \t]*\n?/, '') : node.text);
        break;
      case 'value':
        this.put(readValue(this.values, node.name) || node.fallback, 'value', node.name, node, source);
        break;
      case 'if':
        this.decide(node, source);
        break;
      case 'choose':
        this.choose(node, source);
        break;
      case 'date': {
        const { now, lang = 'en', zone = 'UTC' } = this.world;
        const world = now === undefined ? undefined : { now, lang: node.lang ?? lang, zone: node.zone ?? zone };
        this.put(world && writeDate(node.steps, node.format, world), 'broken', source.sourceOf(node), node, source);
        break;
      }
      case 'ask':
        this.ask(node, source);
        break;
      case 'cursor':
        this.cursor ??= this.text.length;
        break;
      case 'snippet':
        this.include(node.shortcut, node, source);
        break;
      case 'link': {
        const address = writeLink(node.address, readValue(this.values, 'site'), this.world.campaign ?? {}, node.parts);
        this.put(address, 'broken', node.address, node, source);
        break;
      }
      case 'broken':
        this.put(undefined, 'broken', node.source, node, source);
        break;
    }
  }

  private write(text: string): void {
    this.eats = false;
    this.text += text;
  }

  /** A value is put in as it is: braces in it are not read again. What is missing stays as it was written. */
  private put(value: string | undefined, kind: GapKind, name: string, node: TemplateNode, source: Source): void {
    const written = value ?? source.sourceOf(node);
    const start = this.text.length;
    if (value === undefined) this.gaps.push({ kind, name, start, end: start + written.length });
    // "@{{author.handle}}" must not become "@@maya" where handles are kept with their sign.
    this.write(value?.startsWith('@') && this.text.endsWith('@') ? value.slice(1) : written);
  }

  private ask(node: AskNode, source: Source): void {
    const { question, preset } = node;
    const known = this.asks.get(question);
    if (known?.preset === undefined) this.asks.set(question, { question, ...(preset === undefined ? {} : { preset }) });
    const answer = readValue(this.world.answers ?? {}, question);
    // An empty default says that it may be left empty.
    this.put(answer || (preset === '' ? '' : undefined), 'ask', question, node, source);
  }

  private choose(node: ChooseNode, source: Source): void {
    const turn = Math.max(0, Math.floor(this.world.turn ?? 0)) + this.choices++;
    const chosen = node.options[turn % node.options.length] ?? [];
    this.fill(chosen, { ...source, body: undefined, sourceOf: (inner) => printTemplate([inner]) });
  }

  private decide(node: IfNode, source: Source): void {
    const { branches, otherwise, close } = node;
    const parts = [...branches, ...(otherwise ? [{ ...otherwise, condition: undefined }] : [])];
    let chosen = branches.length;
    for (const [i, { condition, written }] of branches.entries()) {
      const unknown = condition && findUnknownName(condition, this.values);
      if (unknown !== undefined || !condition || !close) {
        this.put(undefined, unknown === undefined ? 'broken' : 'value', unknown ?? written, node, source);
        return;
      }
      if (isTrue(condition, this.values)) {
        chosen = i;
        break;
      }
    }
    const isAlone = (tag: Span | undefined) => tag !== undefined && source.body !== undefined && hasOwnLine(source.body, tag);
    if (isAlone(parts[0]?.tag)) this.dropIndent();
    const part = parts[chosen];
    if (part) {
      this.eats = isAlone(part.tag);
      this.fill(part.nodes, source);
      if (isAlone(parts[chosen + 1]?.tag ?? close)) this.dropIndent();
    }
    this.eats = isAlone(close);
    // At the very end the line that is left out is the one before.
    if (this.eats && close && source.body?.slice(close.end).trim() === '') this.text = this.text.replace(/\n$/, '');
  }

  private dropIndent(): void {
    const indent = /(?:^|\n)([ \t]+)$/.exec(this.text)?.[1];
    if (indent) this.text = this.text.slice(0, -indent.length);
  }

  private include(shortcut: string, node: TemplateNode, source: Source): void {
    const key = shortcut.toLowerCase();
    const isRound = source.path.includes(key) || source.path.length >= deepest;
    const body = isRound || this.included++ > mostIncluded ? undefined : this.world.findSnippet?.(shortcut);
    if (body === undefined || this.text.length > longest) {
      this.put(undefined, 'snippet', shortcut, node, source);
      return;
    }
    const sourceOf = ({ start, end }: Span) => body.slice(start, end);
    this.fill(readTemplate(body).nodes, { body, sourceOf, path: [...source.path, key] });
  }
}

/** The first answer of two that are asked alike stands wherever it is asked for. `self` is the reply's own shortcut. */
export function fillTemplate(body: string, values: Values, world: World = {}, self = ''): Filled {
  const filler = new Filler(values, world);
  const sourceOf = ({ start, end }: Span) => body.slice(start, end);
  filler.fill(readTemplate(body).nodes, { body, sourceOf, path: self ? [self.toLowerCase()] : [] });
  const { text, cursor, gaps, asks } = filler;
  return { text, ...(cursor === undefined ? {} : { cursor: Math.min(cursor, text.length) }), unresolved: gaps, asks: [...asks.values()] };
}
