import type { Reply } from '../core/model.ts';
import type { Reason, Suggested } from '../core/suggest-replies.ts';

export interface Offered {
  reply: Reply;
  /** Why it stands on top; absent: it does not. */
  reasons?: readonly Reason[];
}

/**
 * The replies that fit best on top, then the others as they were: only those that something speaks for. Who searches knows what they want, and
 * gets what was found.
 */
export function putSuggestedFirst(found: readonly Reply[], suggested: readonly Suggested[], search: string): Offered[] {
  if (search.trim() !== '') return found.map((reply) => ({ reply }));
  const top = suggested.flatMap(({ replyId, reasons }) => {
    const reply = found.find(({ id }) => id === replyId);
    return reply && reasons.length > 0 ? [{ reply, reasons }] : [];
  });
  const onTop = new Set(top.map(({ reply }) => reply.id));
  return [...top, ...found.filter(({ id }) => !onTop.has(id)).map((reply) => ({ reply }))];
}
