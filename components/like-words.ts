/** Two rates held against each other like for like, where that is another thing than what was counted. */
import type { Reading } from '../core/measures.ts';
import type { Goal } from '../core/model.ts';
import { compareSites, type LikeForLike } from '../core/rate-ratio.ts';
import { formatMeasure } from './measure-words.ts';
import { word } from './words.ts';

const formatRate = (rate: number): string => formatMeasure('rate', rate);

/** How a rate has come along since the goal was set, where other sites are read than before: that alone may have brought it where it is. */
export function sayGoalLike({ measure: { kind }, baseline }: Pick<Goal, 'measure' | 'baseline'>, { value, sites = [] }: Reading): string {
  if (kind !== 'rate' || value === undefined || baseline?.value === undefined) return '';
  if (!baseline.sites) return word('goalLikeNotKept');
  const like = compareSites(sites, baseline.sites);
  if (!like) return word('goalLikeNone');
  if (!isUneven(like, { now: value, before: baseline.value }, formatRate)) return '';
  return word(like.ratio?.differs ? 'goalLike' : 'goalLikeUnsure', formatRate(like.before), formatRate(like.now));
}

interface Counted {
  readonly now: number | undefined;
  readonly before: number | undefined;
}

/** Other sites were read than before, or one of them more and another less, so that the rates as they are written tell another story. */
export function isUneven(like: LikeForLike | undefined, { now, before }: Counted, format: (rate: number) => string): like is LikeForLike {
  if (!like || now === undefined || before === undefined) return false;
  return format(like.now) !== format(now) || format(like.before) !== format(before);
}
