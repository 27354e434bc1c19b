/**
 * What a keyword says, as a tree. `core/query-reader.ts` makes it, `core/query-print.ts` writes it out again, and the matcher (core/matcher.ts)
 * asks it of each post. Offsets are UTF-16 units into the text the person typed.
 */

/** From `start` up to `end`, in what was typed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What can be asked of a post besides its words.
 * `site:` a site's id or a host · `author:` a handle or name · `kind:` post, comment, review, message · `lang:` a language ("en", "pt-br") ·
 * `rating:` with `<` `<=` `>` `>=` or nothing · `has:` link, question · `in:` a community: `reddit/r/devops` or only `r/devops`.
 */
export type FieldName = 'site' | 'author' | 'kind' | 'lang' | 'rating' | 'has' | 'in';

export type Comparison = '=' | '<' | '<=' | '>' | '>=';

/** Words to find. `text` is without the quotes or braces around it. */
export interface TermNode {
  readonly type: 'term';
  readonly text: string;
  /** Written in double quotes: what looks like an operator or a field inside is only words, and `*` and `?` are only symbols. */
  readonly quoted: boolean;
  /** Written in braces: letters must be in the case they are typed in, with their accents. */
  readonly exact: boolean;
  readonly span: Span;
}

/** Two groups of words near each other: `distance` is how many words may stand between them, at most. */
export interface NearNode {
  readonly type: 'near';
  readonly left: QueryNode;
  readonly right: QueryNode;
  readonly distance: number;
  /** ONEAR: the left one comes first. */
  readonly ordered: boolean;
  readonly span: Span;
}

export interface GroupNode {
  readonly type: 'and' | 'or';
  /** Two or more. */
  readonly children: readonly QueryNode[];
  readonly span: Span;
}

export interface NotNode {
  readonly type: 'not';
  readonly child: QueryNode;
  readonly span: Span;
}

export interface FieldNode {
  readonly type: 'field';
  readonly field: FieldName;
  readonly comparison: Comparison;
  /** As typed, without quotes. */
  readonly value: string;
  readonly span: Span;
}

export type QueryNode = TermNode | NearNode | GroupNode | NotNode | FieldNode;

/** `error`: the query cannot be used as it is meant. `warning`: it can, and will likely disappoint. */
export interface Problem {
  readonly code:
    | 'empty'
    | 'unbalanced'
    | 'missing-operand'
    | 'mixed'
    | 'negative-only'
    | 'wildcard-first'
    | 'wildcard-short'
    | 'unknown-field'
    | 'bad-value'
    | 'near-operand'
    | 'too-common'
    | 'too-long'
    | 'too-deep'
    | 'duplicate';
  readonly severity: 'error' | 'warning';
  readonly span: Span;
  /** Words of the query the message speaks of, in the order its text names them. */
  readonly words: readonly string[];
  /** One-click repairs: what to put in place of which part. */
  readonly fixes: readonly { readonly span: Span; readonly replacement: string }[];
}

/** A query taken apart. Whatever was typed there is a result: `tree` is absent where nothing can be found. */
export interface ParsedQuery {
  readonly tree: QueryNode | undefined;
  readonly problems: readonly Problem[];
}

/** A post, as far as a query can ask of it. */
export interface Heard {
  readonly text: string;
  /** The site's id (the file name in sites/). */
  readonly site: string;
  /** The host of the page it was read on, or of its permalink. */
  readonly host?: string;
  readonly kind: 'post' | 'comment' | 'review' | 'message';
  readonly author: { readonly handle?: string; readonly name?: string };
  readonly community?: string;
  readonly rating?: number;
  /** BCP 47, as the page states it. Where it does not, the language is guessed from the words. */
  readonly lang?: string;
  /** Where the links in its words and the cards beside them lead, absolute. */
  readonly links?: readonly string[];
}
