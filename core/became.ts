/**
 * What became of a mention: it was answered, waits for that, or was dealt with otherwise. Insights count by this, and the inbox asks by it, so that
 * a figure and the list it leads to are of the same mentions.
 */
import type { Answer, MentionStatus } from './model.ts';

/** A reply was seen to stand in the page; or it was put into a box, and not seen. */
export type AnswerState = 'seen' | 'inserted';

export type Became = 'answered' | 'open' | 'closed' | 'setAside';

/** As a filter of the inbox asks; `answerable` is all but what was set aside. */
export const answerKinds = ['answered', 'unanswered', 'open', 'closed', 'inserted', 'answerable'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** What waits was answered, or is said to be: the person has done their part. */
export const openStatuses = ['new', 'snoozed'] as const satisfies readonly MentionStatus[];

export function becameOf(status: MentionStatus, state: AnswerState | undefined): Became {
  if (state === 'seen') return 'answered';
  if (status === 'ignored') return 'setAside';
  return status === 'done' || status === 'waiting' ? 'closed' : 'open';
}

/** Of each mention that has any, what its answers come to: one that was seen is enough. */
export function readAnswerStates(answers: readonly Pick<Answer, 'mentionId' | 'postedAt'>[]): Map<string, AnswerState> {
  const states = new Map<string, AnswerState>();
  for (const { mentionId, postedAt } of answers)
    if (mentionId !== undefined && states.get(mentionId) !== 'seen') states.set(mentionId, postedAt === undefined ? 'inserted' : 'seen');
  return states;
}

export function isOfKind(kind: AnswerKind, status: MentionStatus, state: AnswerState | undefined): boolean {
  const became = becameOf(status, state);
  switch (kind) {
    case 'unanswered':
      return became !== 'answered';
    case 'inserted':
      return state === 'inserted' && became !== 'setAside';
    case 'answerable':
      return became !== 'setAside';
    default:
      return became === kind;
  }
}

/** As far as the status alone tells: with some answers it would be one. */
export const mayBeOfKind = (kind: AnswerKind, status: MentionStatus): boolean =>
  [undefined, 'seen' as const, 'inserted' as const].some((state) => isOfKind(kind, status, state));
