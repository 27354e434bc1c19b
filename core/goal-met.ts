/** Whether a goal is met by what is there before it begins. */
import { leastSeenFor } from './goals.ts';
import type { Goal, Measured } from './model.ts';

type Aim = Pick<Goal, 'measure' | 'better' | 'target'>;

/** What adds up, whoever it is from. People are each counted once, however long they are counted. */
const addsUp = ({ kind }: Goal['measure']): boolean => kind === 'read' || kind === 'mentions';

/** A goal that lasts so long, where things go on as they were: what adds up does so as before, all else is at least as it was. */
export function isMetBefore({ measure, better, target }: Aim, { value, n, posts, from, to }: Measured, length: number): boolean {
  const least = leastSeenFor({ measure, better });
  if (value === undefined || n < least.n || posts < least.posts) return false;
  const due = addsUp(measure) ? (value / Math.max(1, to - from)) * length : value;
  return better === 'more' ? due >= target : due <= target;
}
