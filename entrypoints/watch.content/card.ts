/** The card of a mention, and the way from one mention of the page to the next. */
import { nextStop } from '../../core/next-stop.ts';
import type { ShownCard } from '../../messages/tab-contract.ts';
import { siteNameOf } from './answering.ts';
import { createCardHost } from './card-host.ts';
import { createHover, type Found, isTyping } from './hover.ts';
import type { Positions } from './positions.ts';
import type { Session } from './session.ts';
import { showMention } from './show.ts';

export interface Card {
  /** What the card shows now, for the frame that asks. */
  shown: () => ShownCard | undefined;
  /** `busy`: the person writes or chooses something in it, so it stays. */
  fit: (id: string, height: number, busy: boolean) => void;
  close: () => void;
  /** Scrolls to the next mention of the page and shows its card. */
  step: (by: 1 | -1) => Promise<{ count: number }>;
  /** Scrolls to this mention and shows its card. */
  goTo: (id: string) => Promise<void>;
  /** Mentions have come or gone. */
  refresh: (count: number) => void;
}

interface Options {
  /** What a frame's script goes by; absent in a page itself. */
  name: string | undefined;
  session: Session;
  positions: () => Positions;
  /** False where nothing may be kept or shown of a mention (private windows). */
  allowed: boolean;
  signal: AbortSignal;
}

type Way = 'pointer' | 'focus' | 'step';

export function watchCard({ name, session, positions, allowed, signal }: Options): Card {
  const { mentions, painter, reader } = session;
  const host = createCardHost(name, () => end(), signal);
  const hover = createHover({ painter, onRest, onFocus, signal });
  let shown: { id: string; way: Way; step?: ShownCard['step'] } | undefined;
  let busy = false;
  let following: AbortController | undefined;
  /** Closed by the person while the pointer was on it: it does not come back until the pointer has been elsewhere. */
  let refused: string | undefined;
  let lastStep: string | undefined;
  let steps = 0;
  window.addEventListener('keydown', onKey, { signal, capture: true });

  const idOf = (root: Element) => `${session.named.id}:${reader.idOf(root) ?? ''}`;

  function open(id: string, way: Way, words: AbstractRange | undefined, step?: ShownCard['step']): void {
    const root = mentions.rootOf(id);
    if (!root || !allowed || !session.rules().highlight || busy) return;
    shown = { id, way, ...(step ? { step } : {}) };
    if (host.open(root, words)) follow();
    else end();
  }

  function follow() {
    following?.abort();
    following = new AbortController();
    const options = { signal: following.signal, passive: true, capture: true };
    window.addEventListener('scroll', onScroll, options);
    window.addEventListener('resize', onScroll, options);
    window.addEventListener('pointerdown', onDown, options);
    document.documentElement.addEventListener('pointerleave', onGone, options);
  }

  function end() {
    shown = undefined;
    busy = false;
    following?.abort();
  }

  function onScroll() {
    if ((shown?.way === 'pointer' && !busy) || !host.follow()) host.close();
  }

  /** A press in the page; one in the card is not heard here. */
  function onDown(event: Event) {
    if (event.isTrusted && !host.isNear((event as PointerEvent).clientX, (event as PointerEvent).clientY)) host.close();
  }

  function onGone(event: Event) {
    if (event.target === document.documentElement && shown?.way === 'pointer' && !busy) host.close();
  }

  function onRest(found: Found | undefined, { x, y }: { x: number; y: number }) {
    const id = found && idOf(found.root);
    if (id !== refused) refused = undefined;
    if (found && id && id !== refused && mentions.has(id) && !busy) {
      if (shown?.id !== id) open(id, 'pointer', found.mark.range);
    } else if (!id && shown?.way === 'pointer' && !busy && !host.isNear(x, y)) host.close();
  }

  function onFocus(found: Found | undefined) {
    const id = found && idOf(found.root);
    if (found && id && mentions.has(id) && shown?.id !== id) open(id, 'focus', found.mark.range);
    else if (!found && shown?.way === 'focus' && !host.hasFocus()) host.close();
  }

  function onKey(event: KeyboardEvent) {
    if (!event.isTrusted) return;
    const typing = isTyping(event.composedPath()[0]);
    const isChord = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (event.key === 'Escape' && shown) closeByHand();
    else if (typing || !isChord) return;
    else if (event.code === 'KeyN' || event.code === 'KeyP') void step(event.code === 'KeyN' ? 1 : -1);
    else if (event.key === 'Enter' && shown) host.takeFocus();
    else return;
    // What is typed is the page's, also where the key closed the card.
    if (typing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function closeByHand() {
    refused = shown?.id;
    host.close();
  }

  async function step(by: 1 | -1): Promise<{ count: number }> {
    const now = positions();
    const { list, from, box } = now;
    const last = list.findIndex(({ id }) => id === lastStep);
    const tops = list.map(({ top }) => top);
    await go(now, nextStop(tops, last < 0 ? undefined : last, { from, to: from + box.height }, by));
    return { count: list.length };
  }

  async function go({ list, scroller, box }: Positions, index: number): Promise<void> {
    const turn = ++steps;
    const to = list[index];
    if (!to) return;
    lastStep = to.id;
    if (!to.here) {
      scroller.scrollTo({ top: to.top - box.height / 3, behavior: 'instant' });
      await session.waitFor(to.id.slice(session.named.id.length + 1), 1_500);
    }
    const words = showMention(session, to.id);
    await settled(turn);
    if (turn === steps && !signal.aborted) open(to.id, 'step', words?.[0], { at: index + 1, of: list.length });
  }

  /** Until the post is in view and stands still. On a busy machine a smooth scroll begins late, and then stands still before it has. */
  async function settled(turn: number): Promise<void> {
    let before = Number.NaN;
    for (let i = 0; i < 40 && turn === steps; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      const box = mentions.rootOf(lastStep ?? '')?.getBoundingClientRect();
      if (!box || (box.top === before && box.top < innerHeight && box.bottom > 0)) return;
      before = box.top;
    }
  }

  return {
    shown() {
      const mention = shown && mentions.find(shown.id);
      return shown && mention && { mention, site: session.named.id, siteName: siteNameOf(session), step: shown.step };
    },
    fit(id, height, isBusy) {
      if (shown?.id !== id) return;
      busy = isBusy;
      host.fit(height);
    },
    close: closeByHand,
    step,
    async goTo(id) {
      const now = positions();
      await go(
        now,
        now.list.findIndex((one) => one.id === id),
      );
    },
    refresh(count) {
      hover.watch(allowed && count > 0 && session.rules().highlight);
      if (shown && !mentions.rootOf(shown.id)) host.close();
    },
  };
}
