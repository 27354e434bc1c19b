/** Which element has the focus, through shadow roots and frames of the same origin. */
import type { Field } from './_editor.ts';

/** The element that really has the focus. */
export function deepActive(root: Document): Element | undefined {
  let active: Element | null = root.activeElement;
  for (;;) {
    const inner: Element | null | undefined = active?.shadowRoot?.activeElement ?? frameDocument(active)?.activeElement;
    if (!inner) return active ?? undefined;
    active = inner;
  }
}

/** The document in a frame of the same origin. */
function frameDocument(element: Element | null): Document | undefined {
  if (element?.localName !== 'iframe') return undefined;
  try {
    return (element as HTMLIFrameElement).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** Is the focus here, as seen from each shadow root and frame the field stands in? */
export function isFocused(field: Field): boolean {
  for (let element: Element | undefined = field; element; element = outerOf(element)) {
    const active: Element | null = (element.getRootNode() as Document | ShadowRoot).activeElement;
    if (active !== element && !(element === field && field.contains(active))) return false;
  }
  return true;
}

/** The shadow host or the frame an element is in. */
export function outerOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return (isShadowRoot(root) ? root.host : element.ownerDocument.defaultView?.frameElement) ?? undefined;
}

/** By its shape, not by class: one in a frame is of another realm's classes. */
export const isShadowRoot = (node: EventTarget): node is ShadowRoot => (node as Node).nodeType === 11 && 'host' in node;
