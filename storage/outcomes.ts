/** What came of replies: read from the latest answers, so that it is as fast at a hundred thousand as at ten. */
import { listAnswers } from './answers.ts';

export interface ReplyOutcome {
  /** How often it was seen to stand in the page, and how often the other side wrote again. */
  posted: number;
  answeredBack: number;
}

const lookedAt = 5_000;

export async function listOutcomes(): Promise<Map<string, ReplyOutcome>> {
  const outcomes = new Map<string, ReplyOutcome>();
  for (const { replyId, postedAt, answeredBackAt } of await listAnswers(lookedAt)) {
    if (!replyId) continue;
    const { posted, answeredBack } = outcomes.get(replyId) ?? { posted: 0, answeredBack: 0 };
    outcomes.set(replyId, {
      posted: posted + Number(postedAt !== undefined),
      answeredBack: answeredBack + Number(answeredBackAt !== undefined),
    });
  }
  return outcomes;
}
