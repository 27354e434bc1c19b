import type { Answer } from '../core/model.ts';
import { answerTables, putAnswers } from './answer-writes.ts';
import { reading, write } from './db.ts';
import { factsOf } from './own-replies.ts';

/**
 * Keeps the answer, with what its mention knows of it, and counts the use of its reply. That it was put into a box moves no mention: it may
 * never be sent (own-replies.ts).
 */
export const saveAnswer = (answer: Answer): Promise<void> =>
  write([...answerTables, 'replies'], async (db) => {
    const known = await db.answers.get(answer.id);
    const mention = answer.mentionId ? await db.mentions.get(answer.mentionId) : undefined;
    await putAnswers(db, [{ ...(mention && factsOf(mention)), ...known, ...answer }]);
    const reply = answer.replyId && !known ? await db.replies.get(answer.replyId) : undefined;
    if (reply) await db.replies.update(reply.id, { usedCount: reply.usedCount + 1, lastUsedAt: answer.insertedAt });
  });

/** Newest first. */
export const listAnswers = (limit: number): Promise<Answer[]> =>
  reading((db) => db.answers.orderBy('insertedAt').reverse().limit(limit).toArray());

export const listAnswersTo = (mentionId: string): Promise<Answer[]> =>
  reading((db) => db.answers.where('mentionId').equals(mentionId).sortBy('insertedAt'));
