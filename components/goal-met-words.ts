/** That a goal is met before it begins, in words. */
import { isMetBefore } from '../core/goal-met.ts';
import { readTarget } from '../core/goal-target.ts';
import { isCount, type Reading } from '../core/measures.ts';
import type { Goal, Measure } from '../core/model.ts';
import { unitOf } from './measure-words.ts';
import { word } from './words.ts';

interface Wanted {
  readonly target: string;
  readonly better: Goal['better'];
}

/** Nothing while the target or a date is not typed whole, or it is not met. It may be set all the same: to keep what one has is a goal too. */
export function sayMet({ target, better }: Wanted, measure: Measure, { from, until }: Pick<Goal, 'from' | 'until'>, now?: Reading): string {
  const { kind } = measure;
  const read = readTarget(target, { kind, better });
  if (!now || 'problem' in read || !(until > from)) return '';
  const aim = { measure, better, target: read.value * unitOf(kind).size };
  if (!isMetBefore(aim, now, until - from)) return '';
  return word(isCount(kind) ? 'goalMetLikely' : 'goalMetNow');
}
