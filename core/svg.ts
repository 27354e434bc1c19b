/** A picture as a tree: printed into files, drawn in pages, and in neither made from a string that someone else wrote. */
import { cleanText, escapeHtml } from './clean-text.ts';

export interface SvgNode {
  readonly tag: 'svg' | 'title' | 'desc' | 'g' | 'path' | 'rect' | 'line' | 'circle' | 'text' | 'defs' | 'pattern';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export const svg = (tag: SvgNode['tag'], attributes: SvgNode['attributes'] = {}, ...children: (SvgNode | string)[]): SvgNode => ({
  tag,
  attributes,
  children,
});

/** Numbers with two places: more is nothing that can be seen. */
const print = (value: string | number): string => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);

export function printSvg({ tag, attributes, children }: SvgNode): string {
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(print(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escapeHtml(cleanText(child)) : printSvg(child)));
  return `<${tag}${named.join('')}>${inner.join('')}</${tag}>`;
}
