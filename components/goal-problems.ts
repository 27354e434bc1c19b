/** What is wrong with a goal as it was typed, in words for the field it stands by. */
import type { TargetReading } from '../core/goal-target.ts';
import type { Goal } from '../core/model.ts';
import { formatNumber, word } from './words.ts';

const plainWords = {
  none: 'goalTargetBad',
  below: 'goalTargetBelow',
  part: 'goalTargetPart',
  always: 'goalTargetAlways',
} as const;

export function sayTargetProblem(reading: TargetReading): string | undefined {
  if (!('problem' in reading)) return undefined;
  if (reading.problem === 'above') return word('goalTargetAbove', formatNumber(reading.most));
  // Without signs between thousands: those are what it was unclear by.
  if (reading.problem === 'unclear') return word('goalTargetUnclear', ...reading.either.map(String));
  return word(plainWords[reading.problem]);
}

type Times = Pick<Goal, 'from' | 'until'>;

/** A goal that is over may be worded anew; none is set, or put off, to a time that is over. */
export function sayUntilProblem({ from, until }: Times, before: Times | undefined, now: number): string | undefined {
  if (Number.isNaN(until)) return word('goalDateMissing');
  if (until <= from) return word('goalUntilBad');
  return until <= now && until !== before?.until ? word('goalUntilPast') : undefined;
}
