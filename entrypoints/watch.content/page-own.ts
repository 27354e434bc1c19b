import { send } from '../../messages/send.ts';
import { type Answering, watchAnswering } from './answering.ts';
import { type Card, watchCard } from './card.ts';
import { answerHere } from './errand.ts';
import { createPositions } from './positions.ts';
import type { Session } from './session.ts';
import { createStrip } from './strip.ts';

/** What a page has beyond what is heard in it: the picker, the card of a mention and the strip of marks. */
export interface PageOwn {
  /** What a frame goes by, so that its card can be told from the page's; absent for the page itself. */
  name?: string;
  /** The page's alone. */
  answering?: Answering;
  card: Card;
  onCount: (count: number) => void;
}

const onBox = (mentionId: string, inserted: boolean) => void send('page/box', { mentionId, inserted }).catch(() => {});

export function startOwn(session: Session, allowed: boolean, signal: AbortSignal): PageOwn {
  const answering = watchAnswering(session, { onOpen, onBox, onInserted: session.expect }, signal);
  const positions = createPositions(session);
  const card = watchCard({ name: undefined, session, positions, allowed, signal });
  const strip = createStrip({ session, positions, onJump: (id) => void card.goTo(id), signal });
  /** With the card of a mention before the person, the keys for the picker mean that mention. */
  function onOpen(): boolean {
    const mentionId = card.shown()?.mention.id;
    if (!mentionId) return false;
    card.close();
    void answerHere(session, answering, mentionId, signal).catch(() => {});
    return true;
  }
  const onCount = (count: number) => {
    card.refresh(count);
    strip.refresh(count);
  };
  onCount(session.mentions.count());
  return { answering, card, onCount };
}

/** A frame shows the card of its own mentions, where it is large enough for one. */
export function startFramesOwn(session: Session, allowed: boolean, signal: AbortSignal): PageOwn {
  // No page can guess it. Not randomUUID, which plain http pages do not have.
  const name = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');
  const card = watchCard({ name, session, positions: createPositions(session), allowed, signal });
  card.refresh(session.mentions.count());
  return { name, card, onCount: card.refresh };
}
