import { createElement } from 'preact';
import type { SvgNode } from '../core/svg.ts';

/** A picture, drawn as elements: nothing in it is ever read as markup. */
export function SvgTree({ node: { tag, attributes, children } }: { node: SvgNode }) {
  return createElement(
    tag,
    attributes,
    // As arguments, not as a list: a picture is drawn whole, and no part of it changes places.
    ...children.map((child) => (typeof child === 'string' ? child : createElement(SvgTree, { node: child }))),
  );
}
