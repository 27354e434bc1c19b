/** When mentions were answered: when the first reply to each was seen to stand in the page. One that was never seen was perhaps never sent. */
import type { Answer } from '../core/model.ts';
import type { Database } from './db.ts';

export type AnswerTimes = ReadonlyMap<string, number>;

export function firstTimes(answers: readonly Answer[], known: AnswerTimes = new Map()): Map<string, number> {
  const first = new Map(known);
  for (const { mentionId, postedAt } of answers)
    if (mentionId !== undefined && postedAt !== undefined) first.set(mentionId, Math.min(postedAt, first.get(mentionId) ?? postedAt));
  return first;
}

/** Of these mentions, those that were answered. */
export const readAnswerTimes = async (db: Database, mentionIds: readonly string[]): Promise<AnswerTimes> =>
  mentionIds.length === 0 ? new Map() : firstTimes(await db.answers.where('mentionId').anyOf(mentionIds).toArray());
