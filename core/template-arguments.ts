/** What stands after a tag's name: words, quoted strings, `key="value"`, signs of comparison, and a fallback behind a bar. */
import { findQuoteEnd } from './template-tags.ts';
import type { Span } from './template-tree.ts';

export interface Argument extends Span {
  readonly type: 'word' | 'quoted' | 'sign' | 'bar';
  /** Of a quoted string: what stands between its quotes, with `\"` and `\\` read. */
  readonly text: string;
  /** `campaign` in `campaign="spring"`. */
  readonly key?: string;
}

const space = /[ \t]+/y;
const sign = /<=|>=|!=|==|<>|[<>=≤≥≠()]|&&|!/y;
const conditionSign = new RegExp(`\\|\\||${sign.source}`, 'y');
const keyed = /([\p{L}]+)[ \t]*=[ \t]*(?=["“„])/uy;
const plain = /(?:(?!&&|\|\|)[^\s"“„<>=!≤≥≠()|])+/y;

const readEscapes = (text: string): string => text.replace(/\\(["“”„\\])/g, '$1');

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** A quoted string at `at`, with its `key=` before it where it has one. */
function readQuoted(inner: string, at: number, mayBeKeyed: boolean): { argument: Argument; end: number } | undefined {
  keyed.lastIndex = at;
  const key = mayBeKeyed ? keyed.exec(inner) : null;
  const open = at + (key?.[0].length ?? 0);
  const close = findQuoteEnd(inner, open);
  if (close < 0) return undefined;
  const text = readEscapes(inner.slice(open + 1, close));
  const name = key?.[1]?.toLowerCase();
  return { argument: { type: 'quoted', text, start: at, end: close + 1, ...(name ? { key: name } : {}) }, end: close + 1 };
}

/** The whole of it, whatever it is; spans are units of `inner`. A bar takes all that follows it; in a condition two of them are "or". */
export function readArguments(inner: string, from: number, isCondition = false): Argument[] {
  const found: Argument[] = [];
  for (let at = from; at < inner.length; ) {
    at += match(space, inner, at)?.length ?? 0;
    if (at >= inner.length) break;
    const quoted = readQuoted(inner, at, !isCondition);
    if (quoted) {
      found.push(quoted.argument);
      at = quoted.end;
      continue;
    }
    const signs = match(isCondition ? conditionSign : sign, inner, at);
    if (signs === undefined && inner[at] === '|') {
      found.push({ type: 'bar', text: inner.slice(at + 1), start: at, end: inner.length });
      break;
    }
    const text = signs ?? match(plain, inner, at) ?? inner.charAt(at);
    found.push({ type: signs === undefined ? 'word' : 'sign', text, start: at, end: at + text.length });
    at += text.length;
  }
  return found;
}

/** As an argument: `say "hi"` is `"say \"hi\""`. */
export const quote = (text: string): string => `"${text.replace(/["“”„\\]/g, '\\$&')}"`;
