import { type Answering, watchAnswering } from './answering.ts';
import { type Card, watchCard } from './card.ts';
import { createPositions } from './positions.ts';
import type { Session } from './session.ts';
import { createStrip } from './strip.ts';

/** What is a page's own, and not a frame's: the picker, the card of a mention and the strip of marks. */
export interface PageOwn {
  answering: Answering;
  card: Card;
  onCount: (count: number) => void;
}

export function startOwn(session: Session, allowed: boolean, signal: AbortSignal): PageOwn {
  const answering = watchAnswering(session, signal);
  const positions = createPositions(session);
  const card = watchCard({ session, positions, allowed, signal });
  const strip = createStrip({ session, positions, onJump: (id) => void card.goTo(id), signal });
  const onCount = (count: number) => {
    card.refresh(count);
    strip.refresh(count);
  };
  onCount(session.mentions.count());
  return { answering, card, onCount };
}
