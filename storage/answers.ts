import type { Answer } from '../core/model.ts';
import { reading, write } from './db.ts';

/** Keeps the answer and counts the use of its reply. An answer seen in the page ends the matter for its mention. */
export const saveAnswer = (answer: Answer): Promise<void> =>
  write(['answers', 'replies', 'mentions'], async (db) => {
    const known = await db.answers.get(answer.id);
    await db.answers.put({ ...known, ...answer });
    const reply = answer.replyId && !known ? await db.replies.get(answer.replyId) : undefined;
    if (reply) await db.replies.update(reply.id, { usedCount: reply.usedCount + 1, lastUsedAt: answer.insertedAt });
    if (answer.mentionId && answer.postedAt !== undefined) await db.mentions.update(answer.mentionId, { status: 'done' });
  });

/** Newest first. */
export const listAnswers = (limit: number): Promise<Answer[]> =>
  reading((db) => db.answers.orderBy('insertedAt').reverse().limit(limit).toArray());

export const listAnswersTo = (mentionId: string): Promise<Answer[]> =>
  reading((db) => db.answers.where('mentionId').equals(mentionId).sortBy('insertedAt'));
