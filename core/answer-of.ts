/** A reply that was put in → what is kept of that. */
import { defined } from './mention.ts';
import type { Answer, ReplyContext, Situation } from './model.ts';
import { personIdOf } from './situation.ts';

interface Given {
  id: string;
  now: number;
  replyId: string;
  text: string;
  context: ReplyContext | undefined;
  /** Absent where the background could not be asked. */
  situation: Situation | undefined;
  suggested: readonly { replyId: string }[] | undefined;
}

export const answerOf = ({ id, now, replyId, text, context, situation, suggested }: Given): Answer =>
  defined({
    id,
    replyId,
    insertedAt: now,
    text,
    mentionId: context?.mentionId,
    site: situation?.site ?? context?.siteId,
    community: context?.community,
    personId: context && personIdOf(context),
    situation,
    suggested: suggested && suggested.length > 0 ? suggested.map((one) => one.replyId) : undefined,
  });
