import { listHushKeys } from '../../components/check-filled.ts';
import type { Guard } from '../../components/guard.ts';
import { type Answering, readDesk } from '../../components/reply-desk.ts';
import { word } from '../../components/words.ts';
import { contextOfMention } from '../../core/mention-context.ts';
import type { Mention } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import type { Act } from './actions.tsx';
import type { CardData } from './use-card.ts';

interface Card {
  data: CardData;
  guard: { current: Guard | undefined };
  onSaid: (said: string) => void;
}

interface Doing {
  /** In a tab of its own. */
  apart: boolean;
  act: Act;
  /** The focus is in the box by now, and stays there. */
  onDone: () => void;
}

/** How the mention of a card is answered with a reply that is chosen on it. What goes into a box has to be meant as much as at the picker. */
export const answeringOn = (mention: Mention, { data, guard, onSaid }: Card, { apart, act, onDone }: Doing): Answering => ({
  readDesk: () =>
    readDesk(
      contextOfMention(
        mention,
        data.shown.siteName,
        data.facts?.keywords.find(({ id }) => id === mention.keywordIds[0]),
      ),
      {
        listReplies: (personId) => send('reply/list', personId ? { personId } : {}),
        advise: (context) => send('reply/advice', { context }),
      },
    ),
  onChosen(reply, { text, cursor: caret, rest }, event) {
    if (guard.current?.needsKey(event)) return onSaid(word('pickerConfirm'));
    // In parts it goes in at the box, where the picker keeps those that are still to come.
    const chosen = rest ? { offer: reply.id } : { reply: { id: reply.id, text, caret } };
    const work = () => send('mention/answer', { id: mention.id, apart, ...chosen });
    void act(event, work, word(apart ? 'cardOpeningApart' : 'cardOpening')).then((done) => done && onDone());
  },
  onHush: async (warnings, desk) =>
    Promise.all(listHushKeys(warnings, desk, desk.advice).map((key) => send('reply/hush', { key, hushed: true }))),
});
