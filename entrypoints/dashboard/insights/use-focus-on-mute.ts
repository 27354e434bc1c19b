import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Editing } from '../../../components/editing.ts';
import type { Judgement } from '../../../components/turning-card.tsx';
import type { KeptTurningPoint } from '../../../core/model.ts';
import { send } from '../../../messages/send.ts';

/** A card that is muted, or no longer, on its way out of its place. */
interface Leaving {
  readonly id: string;
  readonly at: number;
  /** What was asked for. Another change to the card may be shown before this one. */
  readonly wanted: Judgement['state'];
  readonly control: Element | null;
}

interface FocusOnMute {
  readonly cards: RefObject<HTMLDivElement | null>;
  /** What stands below them. */
  readonly below: RefObject<HTMLDivElement | null>;
  readonly judge: (point: KeptTurningPoint, judgement: Judgement) => Promise<boolean>;
}

/** Whoever mutes by keyboard goes on with the card that moves up, or with what stands below the last. */
export function useFocusOnMute(shown: readonly KeptTurningPoint[], editing: Editing): FocusOnMute {
  const cards = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const leaving = useRef<Leaving | undefined>(undefined);
  useLayoutEffect(() => {
    if (!leaving.current) return;
    const { id, at, wanted, control } = leaving.current;
    const point = shown.find((one) => one.id === id);
    if (point && (point.state ?? null) !== wanted) return;
    leaving.current = undefined;
    if (document.activeElement !== document.body) return;
    const next = cards.current?.children[at]?.querySelector('a[href], button') ?? below.current?.querySelector('button:last-child');
    const found = control?.isConnected ? control : next;
    if (found instanceof HTMLElement) found.focus();
  });
  async function judge(point: KeptTurningPoint, judgement: Judgement): Promise<boolean> {
    const { state: wanted } = judgement;
    const begun = wanted === undefined ? undefined : { id: point.id, at: shown.indexOf(point), wanted, control: document.activeElement };
    if (begun) leaving.current = begun;
    const done = await editing.attempt(send('turningPoint/judge', { id: point.id, ...judgement }));
    if (!done && leaving.current === begun) leaving.current = undefined;
    return done;
  }
  return { cards, below, judge };
}
