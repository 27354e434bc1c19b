/**
 * Where the mentions of a page stand in it, from its top to its bottom. A post that a virtualised list has taken out of the page keeps the
 * place it was last seen at.
 */
import type { Session } from './session.ts';

export interface Position {
  id: string;
  /** From the top of what scrolls, in CSS pixels. */
  top: number;
  /** The post is in the page now. */
  here: boolean;
}

export interface Positions {
  /** What scrolls: the page itself, or an element in it that holds the posts. */
  scroller: Element;
  box: { top: number; right: number; height: number };
  /** How far it is scrolled, and how tall what scrolls is. */
  from: number;
  extent: number;
  /** In the page's order. */
  list: Position[];
}

export function createPositions({ mentions }: Pick<Session, 'mentions'>): () => Positions {
  const last = new Map<string, number>();

  return () => {
    const ids = mentions.ids();
    const roots = new Map(ids.map((id) => [id, mentions.rootOf(id)]));
    const scroller = scrollerOf([...roots.values()].find((root) => root !== undefined));
    const isPage = scroller === (document.scrollingElement ?? document.documentElement);
    const rect = isPage ? undefined : scroller.getBoundingClientRect();
    const from = scroller.scrollTop;
    for (const [id, root] of roots) {
      if (root && (isPage || scroller.contains(root))) last.set(id, root.getBoundingClientRect().top - (rect?.top ?? 0) + from);
    }
    for (const id of last.keys()) if (!roots.has(id)) last.delete(id);
    const list = [...last].map(([id, top]) => ({ id, top, here: roots.get(id) !== undefined }));
    const { clientWidth, clientHeight, clientLeft, clientTop } = scroller;
    return {
      scroller,
      box: rect
        ? { top: rect.top + clientTop, right: rect.left + clientLeft + clientWidth, height: clientHeight }
        : { top: 0, right: clientWidth, height: innerHeight },
      from,
      extent: scroller.scrollHeight,
      list: list.sort((a, b) => a.top - b.top),
    };
  };
}

function scrollerOf(root: Element | undefined): Element {
  const page = document.scrollingElement ?? document.documentElement;
  for (let at = root?.parentElement; at && at !== page && at !== document.body; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll|overlay/.test(getComputedStyle(at).overflowY)) return at;
  }
  return page;
}
