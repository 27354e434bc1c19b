import css from './style.css?inline';

/** A document's style sheet does not reach into shadow roots; each open one in which something is painted gets the sheet once. */
const done = new WeakSet<ShadowRoot>();

export function adoptHighlightSheet(root: ShadowRoot): void {
  if (done.has(root)) return;
  done.add(root);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
  } catch {
    // No colours in this root, then; the hits are kept all the same.
  }
}
