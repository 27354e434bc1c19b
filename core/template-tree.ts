/** What a canned reply's body says, as a tree. Offsets are UTF-16 units into the body the person wrote. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words that stay as they are. `text` is what they say: `\{{` says `{{`. */
export interface TextNode extends Span {
  readonly type: 'text';
  readonly text: string;
}

/** `{{author.firstName|there}}`. `fallback` may be empty; absent where none was written. */
export interface ValueNode extends Span {
  readonly type: 'value';
  readonly name: string;
  readonly fallback?: string;
}

export type Operator = '<' | '<=' | '>' | '>=' | '=' | '!=' | 'contains';

export type Operand = Span &
  ({ readonly type: 'name'; readonly name: string } | { readonly type: 'number' | 'words'; readonly value: string });

export type Condition = Span &
  (
    | { readonly type: 'exists'; readonly name: string }
    | { readonly type: 'compare'; readonly left: Operand; readonly operator: Operator; readonly right: Operand }
    | { readonly type: 'not'; readonly child: Condition }
    | { readonly type: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  );

/** `condition` is absent where it could not be read: then nothing of the block can be inserted. `tag` is where `{{#if …}}` stands. */
export interface Branch {
  readonly condition: Condition | undefined;
  readonly written: string;
  readonly tag: Span;
  readonly nodes: readonly TemplateNode[];
}

/** `{{#if …}} … {{else if …}} … {{else}} … {{/if}}`. */
export interface IfNode extends Span {
  readonly type: 'if';
  /** One or more. */
  readonly branches: readonly Branch[];
  readonly otherwise: { readonly tag: Span; readonly nodes: readonly TemplateNode[] } | undefined;
  /** `{{/if}}`; absent where it is missing. */
  readonly close: Span | undefined;
}

/** `{{choose "Thanks" "Thank you"}}`: another one each time. */
export interface ChooseNode extends Span {
  readonly type: 'choose';
  readonly options: readonly (readonly TemplateNode[])[];
}

/** `b`: business days. */
export type DateUnit = 'h' | 'd' | 'w' | 'm' | 'b';
export interface DateStep {
  readonly amount: number;
  readonly unit: DateUnit;
}

/** `{{date +2d "weekday" lang="de" zone="Europe/Berlin"}}`. */
export interface DateNode extends Span {
  readonly type: 'date';
  readonly steps: readonly DateStep[];
  readonly format?: string;
  readonly lang?: string;
  readonly zone?: string;
}

/** `{{ask "order number"}}`, `{{ask "order number"|none}}`. */
export interface AskNode extends Span {
  readonly type: 'ask';
  readonly question: string;
  readonly preset?: string;
}

/** Where the caret is to stand afterwards. */
export interface CursorNode extends Span {
  readonly type: 'cursor';
}

/** `{{snippet "signature"}}`: another reply, found by its shortcut. */
export interface SnippetNode extends Span {
  readonly type: 'snippet';
  readonly shortcut: string;
}

export const linkParts = ['campaign', 'source', 'medium', 'content', 'term'] as const;
export type LinkPart = (typeof linkParts)[number];

/** `{{link "https://example.com/help" campaign="spring"}}`. */
export interface LinkNode extends Span {
  readonly type: 'link';
  readonly address: string;
  readonly parts: Readonly<Partial<Record<LinkPart, string>>>;
}

/** What cannot be read as anything. Where it would be inserted, the reply is not. */
export interface BrokenNode extends Span {
  readonly type: 'broken';
  readonly source: string;
}

export type TemplateNode =
  | TextNode
  | ValueNode
  | IfNode
  | ChooseNode
  | DateNode
  | AskNode
  | CursorNode
  | SnippetNode
  | LinkNode
  | BrokenNode;

export type ProblemCode =
  | 'unclosed-tag'
  | 'empty-tag'
  | 'unknown-tag'
  | 'unknown-name'
  | 'may-be-empty'
  | 'bad-condition'
  | 'unclosed-if'
  | 'stray-tag'
  | 'too-few-choices'
  | 'no-question'
  | 'no-shortcut'
  | 'bad-address'
  | 'bad-arguments'
  | 'bad-step'
  | 'bad-format'
  | 'bad-lang'
  | 'bad-zone'
  | 'second-cursor'
  | 'unknown-snippet'
  | 'snippet-cycle'
  | 'too-deep';

/** `error`: a reply with this is never inserted. `warning`: it may come to that, or disappoint. */
export interface TemplateProblem extends Span {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** Words of the body the message speaks of, in the order its text names them. */
  readonly words: readonly string[];
  readonly fix?: Span & { readonly replacement: string };
}

/** A body taken apart. Whatever was written there is a result. */
export interface ParsedTemplate {
  readonly nodes: readonly TemplateNode[];
  readonly problems: readonly TemplateProblem[];
}

/** Blocks within blocks, choices within choices, replies within replies. */
export const deepest = 20;
