/** How the page draws an element, as far as that decides what a text is read as. */

const styleOf = (element: Element): CSSStyleDeclaration | undefined => element.ownerDocument.defaultView?.getComputedStyle(element);

export function isBlock(element: Element): boolean {
  const display = styleOf(element)?.display ?? '';
  return display !== '' && !display.startsWith('inline') && display !== 'contents';
}

export function keepsSpace(element: Element | null): boolean {
  const whiteSpace = element ? (styleOf(element)?.whiteSpace ?? '') : '';
  return whiteSpace.startsWith('pre') || whiteSpace === 'break-spaces';
}

/** In the flow of a line: what is positioned by itself counts as a block. */
export const isInline = (element: Element): boolean => (styleOf(element)?.display ?? '').startsWith('inline');
