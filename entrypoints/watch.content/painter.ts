/**
 * Paints hits with the CSS Custom Highlight API: the page's own nodes stay as they are. Beyond a few, only posts near the viewport are painted, because
 * each change to a highlight makes the browser walk all ranges that are registered, and because a range keeps removed nodes alive.
 */
import { adoptHighlightSheet } from './shadow-sheet.ts';

export interface Mark {
  /** A registry name: `earshot-brand-teal`. */
  name: string;
  range: StaticRange;
}

export interface Painter {
  /** Paints the root whenever `target`, an element of it, is near the viewport. */
  watch: (root: Element, target: Element) => void;
  repaint: (root: Element) => void;
  drop: (root: Element) => void;
  /** Takes out what is no longer in the page. */
  prune: () => void;
  clear: () => void;
  /** The nearest post around this node that is painted, also out of a shadow root. */
  paintedAround: (node: Node | null) => Element | undefined;
  marksIn: (root: Element) => readonly Mark[];
  /** A moment's emphasis. */
  flash: (ranges: readonly AbstractRange[]) => void;
}

export const kinds = ['brand', 'competitor', 'topic', 'person'] as const;
export const colors = ['teal', 'rose', 'amber', 'violet', 'sky', 'lime', 'orange', 'slate'] as const;
const shown = 'earshot-shown';

/** Up to so many ranges cost the page next to nothing (about half a microsecond each a post it adds), so all are painted at once. */
const freely = 128;
/** Past this nobody could tell the marks apart, and each of them would still cost the page its share. */
const most = 2_000;
/** Longest stretch of painting before the page gets its turn. */
const slice = 8;

export function createPainter(marksOf: (root: Element) => Mark[], signal: AbortSignal): Painter {
  const painted = new Map<Element, Mark[]>();
  let ranges = 0;
  const rootOf = new WeakMap<Element, WeakRef<Element>>();
  let targetOf = new WeakMap<Element, WeakRef<Element>>();
  const climbs = new WeakMap<Element, number>();
  const near = new IntersectionObserver(onNear, { rootMargin: '100% 0px' });
  const waiting = new Set<Element>();
  let painting: ReturnType<typeof setTimeout> | undefined;
  let flashing: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clear(), { once: true });
  removeAll();

  function onNear(entries: IntersectionObserverEntry[]) {
    for (const entry of entries) {
      const root = rootOf.get(entry.target)?.deref();
      if (!root) near.unobserve(entry.target);
      else if (entry.isIntersecting) waiting.add(root);
      else {
        waiting.delete(root);
        if (!climb(entry, root) && ranges > freely) unpaint(root);
      }
    }
    paintWaiting();
  }

  /** Usually all at once; where very many came near together, a few at a time. */
  function paintWaiting() {
    const start = performance.now();
    for (const root of waiting) {
      if (performance.now() - start > slice) break;
      waiting.delete(root);
      paint(root);
    }
    clearTimeout(painting);
    if (waiting.size > 0) painting = setTimeout(paintWaiting, 30);
  }

  /** An element without a box (`display: contents`) never comes near; the one around it stands in for it. */
  function climb({ target, boundingClientRect: box }: IntersectionObserverEntry, root: Element): boolean {
    const parent = target.parentElement;
    const count = climbs.get(root) ?? 0;
    if (box.width || box.height || count > 2 || !parent || !root.contains(parent)) return false;
    climbs.set(root, count + 1);
    observe(root, parent);
    return true;
  }

  function observe(root: Element, target: Element) {
    const before = targetOf.get(root)?.deref();
    if (before) near.unobserve(before);
    rootOf.set(target, new WeakRef(root));
    targetOf.set(root, new WeakRef(target));
    near.observe(target);
  }

  function paint(root: Element) {
    unpaint(root);
    const marks = ranges < most ? marksOf(root).slice(0, most - ranges) : [];
    if (!marks.length) return;
    painted.set(root, marks);
    ranges += marks.length;
    const tree = root.getRootNode();
    if (tree instanceof ShadowRoot) adoptHighlightSheet(tree);
    for (const { name, range } of marks) highlightOf(name).add(range);
  }

  function unpaint(root: Element) {
    const marks = painted.get(root);
    if (!marks) return;
    painted.delete(root);
    ranges -= marks.length;
    for (const { name, range } of marks) {
      const highlight = CSS.highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) CSS.highlights.delete(name);
    }
  }

  function drop(root: Element) {
    const target = targetOf.get(root)?.deref();
    if (target) near.unobserve(target);
    targetOf.delete(root);
    waiting.delete(root);
    unpaint(root);
  }

  function clear() {
    near.disconnect();
    targetOf = new WeakMap();
    painted.clear();
    waiting.clear();
    clearTimeout(painting);
    ranges = 0;
    clearTimeout(flashing);
    removeAll();
  }

  return {
    watch(root, target) {
      climbs.delete(root);
      if (targetOf.get(root)?.deref() !== target || rootOf.get(target)?.deref() !== root) observe(root, target);
      if (painted.has(root) || ranges < freely) paint(root);
    },
    repaint(root) {
      if (painted.has(root)) paint(root);
    },
    drop,
    prune() {
      for (const root of painted.keys()) if (!root.isConnected) drop(root);
    },
    clear,
    paintedAround(node) {
      for (let at = node; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null))
        if (at instanceof Element && painted.has(at)) return at;
      return undefined;
    },
    marksIn: (root) => painted.get(root) ?? [],
    flash(ranges) {
      clearTimeout(flashing);
      const highlight = new Highlight(...ranges);
      highlight.priority = 1;
      CSS.highlights.set(shown, highlight);
      flashing = setTimeout(() => CSS.highlights.delete(shown), 2_500);
    },
  };
}

function highlightOf(name: string): Highlight {
  const existing = CSS.highlights.get(name);
  if (existing) return existing;
  const highlight = new Highlight();
  CSS.highlights.set(name, highlight);
  return highlight;
}

/** Also what a copy of this script left behind that was orphaned by a reload of the extension. */
function removeAll() {
  CSS.highlights.delete(shown);
  for (const kind of kinds) for (const color of colors) CSS.highlights.delete(`earshot-${kind}-${color}`);
}
