import type { Page, Site } from '../../sites/_site.ts';
import type { Reader } from './reader.ts';

interface Pressed {
  root: WeakRef<Element>;
  id: string;
}

/** A box that opens later than this after the press has another cause. */
const soon = 8_000;

/**
 * Which post a reply field answers. Where the page does not say so (a dialog that shows a copy without links), it is the post whose own
 * Reply control the person pressed just before the field got the focus.
 */
export function watchAnswered(options: { site: Site; page: () => Page; reader: Reader; signal: AbortSignal }) {
  const { site, page, reader, signal } = options;
  const boundTo = new WeakMap<Element, Pressed>();
  let pressed: (Pressed & { at: number }) | undefined;

  document.addEventListener('click', onPress, { signal, capture: true, passive: true });
  function onPress(event: MouseEvent) {
    if (!event.isTrusted || !site.replyControl) return;
    const target = event.composedPath()[0];
    const root = target instanceof Element ? reader.closestRoot(target) : undefined;
    if (!root || !(target instanceof Element) || !site.replyControl(root, page())?.contains(target)) return;
    press(root, event.timeStamp);
  }

  function press(root: Element, at: number) {
    const id = reader.idOf(root);
    if (id) pressed = { root: new WeakRef(root), id, at };
  }

  const idOfRoot = (root: Element | undefined) => root && reader.idOf(root);

  /** Undefined once the element shows another post. */
  function rootOf(bound: Pressed | undefined): Element | undefined {
    const root = bound?.root.deref();
    return root && reader.idOf(root) === bound?.id ? root : undefined;
  }

  return {
    /** A field was focused: it belongs to what was pressed last, if that was just now. */
    bind(field: Element) {
      if (!pressed || performance.now() - pressed.at > soon) return;
      boundTo.set(field, pressed);
      pressed = undefined;
    },
    /** For when we press the control ourselves. */
    press: (root: Element) => press(root, performance.now()),
    /** The id of the post a field surely answers; undefined where it says none of itself. */
    idOf(field: Element): string | undefined {
      const around = site.answered?.(field, page()) ?? reader.closestRoot(field);
      return (around && reader.idOf(around)) ?? boundTo.get(field)?.id ?? idOfRoot(site.mainPost?.(page()));
    },
    /** The root of the post. */
    find(field: Element | undefined): Element | undefined {
      const around = field && (site.answered?.(field, page()) ?? reader.closestRoot(field));
      if (around && reader.idOf(around)) return around;
      return (field && rootOf(boundTo.get(field))) ?? around ?? site.mainPost?.(page());
    },
  };
}

export type Answered = ReturnType<typeof watchAnswered>;
