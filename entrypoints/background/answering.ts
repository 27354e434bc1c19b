/** A mention is answered from one of our own pages: its box is opened in a tab, and what was chosen for it put in or offered there. */
import { adviceContext } from '../../core/advice-context.ts';
import { answerOf } from '../../core/answer-of.ts';
import { contextOfMention } from '../../core/mention-context.ts';
import type { Answer } from '../../core/model.ts';
import type { Handlers } from '../../messages/contract.ts';
import { nameOfPlace, placeOfPost } from '../../sites/_index.ts';
import { readAdvice } from '../../storage/advice.ts';
import { saveAnswer } from '../../storage/answers.ts';
import { getMention } from '../../storage/mentions.ts';
import { findElsewhere } from './collision.ts';
import { beginErrand, beginErrandHere, type ChosenReply, finishErrand, markPressed, moveErrand, noteErrandHere } from './errand.ts';

/** As what is put in by the picker: with all that later checks and suggestions go by. */
async function makeAnswer(mentionId: string, { id: replyId, text }: ChosenReply, now: number): Promise<Answer> {
  const mention = await getMention(mentionId);
  const context = mention && contextOfMention(mention, nameOfPlace(placeOfPost(mention)));
  const advice = context && (await readAdvice(adviceContext(context)));
  const { situation, suggested } = advice ?? {};
  const answer = answerOf({ id: crypto.randomUUID(), now, replyId, text, context, situation, suggested });
  return { ...answer, mentionId };
}

export function createAnswerHandlers(authored: (work: Promise<unknown>) => Promise<Record<never, never>>) {
  return {
    'mention/answer': async ({ id, apart, tabId: asked, reply, offer }, { tabId, frameId }) => {
      const mention = await getMention(id);
      if (!mention) throw new Error('This mention is gone.');
      const here = frameId ? tabId : asked;
      const now = Date.now();
      const { open, insertedAt } = reply ? await findElsewhere(here, id, now) : { open: false, insertedAt: undefined };
      // Never twice unasked: where it is answered elsewhere the picker says so, and the person chooses again.
      const todo = open || insertedAt !== undefined ? { offer: reply?.id } : { reply, offer };
      if (here !== undefined && !apart) await beginErrandHere(here, mention, todo, now);
      else await beginErrand(mention, todo, now);
      return {};
    },
    'mention/elsewhere': ({ id }, { tabId }) => findElsewhere(tabId, id, Date.now()),
    'page/answering': async ({ state, mentionId, inserted = false }, { tabId, incognito }) => {
      const now = Date.now();
      const mention = mentionId === undefined ? undefined : await getMention(mentionId);
      if (state === 'elsewhere') return { opened: await moveErrand(tabId, mention, now) };
      if (state === 'pressed' || state === 'again') await markPressed(tabId, state === 'pressed', now);
      else if (state === 'begin' && mention && tabId !== undefined) await noteErrandHere(tabId, mention, {}, now);
      const done = state === 'done' ? await finishErrand(tabId, inserted, now) : undefined;
      return done && !incognito ? authored(makeAnswer(done.mentionId, done.reply, now).then(saveAnswer)) : {};
    },
  } satisfies Partial<Handlers>;
}
