/** What is wrong or doubtful in a query that could be read, beyond its grammar (query.ts sees to that). */
import { foldText } from './fold.ts';
import { languages } from './lang.ts';
import { nearestOf } from './nearest.ts';
import { fieldNames, highestRating, postKinds, properties } from './query-fields.ts';
import { isPositive } from './query-sense.ts';
import { deepest, longestQuery } from './query-tokens.ts';
import type { FieldNode, Problem, QueryNode, Span, TermNode } from './query-tree.ts';
import { commonWords } from './stop-words.ts';

type Fix = Problem['fixes'][number];

const problem = (
  code: Problem['code'],
  severity: Problem['severity'],
  span: Span,
  words: readonly string[] = [],
  fixes: readonly Fix[] = [],
): Problem => ({ code, severity, span, words, fixes });

/** What other tools call the same. */
const otherNames: Record<string, string> = {
  from: 'author',
  user: 'author',
  by: 'author',
  subreddit: 'in',
  community: 'in',
  group: 'in',
  channel: 'in',
  language: 'lang',
  type: 'kind',
  source: 'site',
  domain: 'site',
  host: 'site',
  stars: 'rating',
  is: 'has',
};

const named = /(?<=^|\s)(\p{L}{2,20}):(?![/\s])[\p{L}\p{N}<>=@#]\S*/gu;
const schemes = ['http', 'https', 'mailto', 'ftp', 'tel'];

/** `langs:en`, `from:jane`: taken for words, though probably a field was meant. */
function lintNames({ text, quoted, exact, span }: TermNode): Problem[] {
  if (quoted || exact) return [];
  return [...text.matchAll(named)].flatMap((match) => {
    const name = (match[1] ?? '').toLowerCase();
    if (schemes.includes(name)) return [];
    const at = { start: span.start + match.index, end: span.start + match.index + name.length };
    const whole = { start: at.start, end: at.start + match[0].length };
    const meant = Object.hasOwn(otherNames, name) ? otherNames[name] : nearestOf(name, fieldNames);
    if (!meant && name.length < 3) return [];
    const asWords = { span: whole, replacement: `"${match[0]}"` };
    const fixes = meant ? [{ span: at, replacement: meant }, asWords] : [asWords];
    return [problem('unknown-field', meant ? 'error' : 'warning', at, meant ? [name, meant] : [name], fixes)];
  });
}

const ledByWildcard = /(?<=^|\s)[*?]+(?=[\p{L}\p{N}])/gu;
const word = /\S+/gu;
const isWildcard = /[\p{L}\p{N}_](?:\*|\?+[\p{L}\p{N}*])/u;

/** Fewer than three letters are the beginning of everything, except where a letter is a syllable or a word. */
const isShort = (written: string): boolean =>
  written.replace(/[^\p{L}\p{N}]/gu, '').length < 3 && !/[\p{scx=Han}\p{scx=Hangul}]/u.test(written);

function lintWildcards({ text, quoted, exact, span }: TermNode): Problem[] {
  if (quoted || exact) return [];
  const spanOf = (match: RegExpExecArray): Span => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  });
  const first = [...text.matchAll(ledByWildcard)].map((match) =>
    problem('wildcard-first', 'error', spanOf(match), [match[0]], [{ span: spanOf(match), replacement: '' }]),
  );
  const short = [...text.matchAll(word)].filter(([written]) => isWildcard.test(written) && isShort(written));
  return [...first, ...short.map((match) => problem('wildcard-short', 'warning', spanOf(match), [match[0]]))];
}

function badValue(node: FieldNode, text: string, meant: string | undefined, severity: Problem['severity'] = 'error'): Problem {
  const written = text.slice(node.span.start, node.span.end);
  const colon = /^[a-z]+:/i.exec(written)?.[0] ?? '';
  const fixes = meant ? [{ span: node.span, replacement: `${colon}${meant}` }] : [];
  return problem('bad-value', severity, node.span, meant ? [node.field, node.value, meant] : [node.field, node.value], fixes);
}

const oneOf = (node: FieldNode, text: string, values: readonly string[]): Problem[] =>
  values.includes(node.value.toLowerCase()) ? [] : [badValue(node, text, nearestOf(node.value, values))];

function lintLanguage(node: FieldNode, text: string): Problem[] {
  const value = node.value.toLowerCase();
  const code = languages.find(({ name }) => name === value)?.code;
  if (code) return [badValue(node, text, code)];
  return /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/.test(value) ? [] : [badValue(node, text, undefined)];
}

function lintSite(node: FieldNode, text: string, sites: readonly string[] | undefined): Problem[] {
  const value = node.value.toLowerCase();
  if (!/^(https?:\/\/)?[\p{L}\p{N}.-]+(\/.*)?$/u.test(value)) return [badValue(node, text, undefined)];
  if (!sites || value.includes('.') || value === 'localhost' || sites.includes(value)) return [];
  return [badValue(node, text, nearestOf(value, sites), 'warning')];
}

function lintRating(node: FieldNode, text: string): Problem[] {
  const number = /^\d+([.,]\d+)?$/.test(node.value) ? Number(node.value.replace(',', '.')) : Number.NaN;
  if (Number.isNaN(number)) return [badValue(node, text, undefined)];
  const sign = node.comparison === '=' ? '' : node.comparison;
  if (number > highestRating) return [badValue(node, text, `${sign}${highestRating}`)];
  return node.value.includes(',') ? [badValue(node, text, `${sign}${number}`)] : [];
}

function lintField(node: FieldNode, text: string, sites: readonly string[] | undefined): Problem[] {
  if (node.field === 'kind') return oneOf(node, text, postKinds);
  if (node.field === 'has') return oneOf(node, text, properties);
  if (node.field === 'lang') return lintLanguage(node, text);
  if (node.field === 'site') return lintSite(node, text, sites);
  if (node.field === 'rating') return lintRating(node, text);
  return foldText(node.value).trim() === '' ? [badValue(node, text, undefined)] : [];
}

/** Two readings of the same thing, whatever their spans. */
function keyOf(node: QueryNode): string {
  switch (node.type) {
    case 'term':
      return `t${node.exact ? `=${node.text}` : `${node.quoted}${foldText(node.text).replace(/\s+/g, ' ').trim()}`}`;
    case 'field':
      return `f${node.field}${node.comparison}${node.value.toLowerCase()}`;
    case 'not':
      return `!${keyOf(node.child)}`;
    case 'near':
      return `n${node.distance}${node.ordered}(${keyOf(node.left)},${keyOf(node.right)})`;
    default:
      return `${node.type}(${node.children.map(keyOf).join(',')})`;
  }
}

/** The second of two that are the same, with the operator before it. */
function lintDuplicates(children: readonly QueryNode[], text: string): Problem[] {
  const seen = new Set<string>();
  return children.flatMap((child) => {
    const key = keyOf(child);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const words = text.slice(child.span.start, child.span.end);
    const before = /\s*(?:(?:\b(?:AND|OR))\s*)?$/.exec(text.slice(0, child.span.start))?.[0].length ?? 0;
    const isWhole = !/[()]$/.test(text.slice(0, child.span.start).trimEnd());
    const fixes = isWhole ? [{ span: { start: child.span.start - before, end: child.span.end }, replacement: '' }] : [];
    return [problem('duplicate', 'warning', child.span, [words], fixes)];
  });
}

/** Terms that make the query match by themselves. */
const listAlone = (node: QueryNode): TermNode[] =>
  node.type === 'term' ? [node] : node.type === 'or' ? node.children.flatMap(listAlone) : [];

function lintCommon(tree: QueryNode): Problem[] {
  const isCommon = (text: string) => {
    const words = foldText(text).trim();
    return commonWords.has(words) || (/^[\p{L}\p{N}]$/u.test(words) && !/[\p{scx=Han}\p{Extended_Pictographic}]/u.test(words));
  };
  return listAlone(tree)
    .filter(({ text, exact }) => !exact && isCommon(text))
    .map(({ span, text }) => problem('too-common', 'warning', span, [text]));
}

/** A query, or a branch of an OR, that only says what is not wanted. */
function lintNegative(node: QueryNode): Problem[] {
  if (node.type === 'or') return node.children.flatMap(lintNegative);
  return isPositive(node) ? [] : [problem('negative-only', 'error', node.span)];
}

function lintNode(node: QueryNode, text: string, sites: readonly string[] | undefined, depth: number): Problem[] {
  if (depth > 3 * deepest) return [];
  if (node.type === 'term') return [...lintNames(node), ...lintWildcards(node)];
  if (node.type === 'field') return lintField(node, text, sites);
  if (node.type === 'not') return lintNode(node.child, text, sites, depth + 1);
  if (node.type === 'near') return [node.left, node.right].flatMap((child) => lintNode(child, text, sites, depth + 1));
  return [...lintDuplicates(node.children, text), ...node.children.flatMap((child) => lintNode(child, text, sites, depth + 1))];
}

export function lintQuery(text: string, tree: QueryNode | undefined, sites: readonly string[] | undefined): Problem[] {
  const all = { start: 0, end: text.length };
  if (!tree) return [problem('empty', 'error', all)];
  const tooLong =
    text.length > longestQuery ? [problem('too-long', 'error', { start: longestQuery, end: text.length }, [String(longestQuery)])] : [];
  return [...tooLong, ...lintNode(tree, text, sites, 0), ...lintNegative(tree), ...lintCommon(tree)];
}
