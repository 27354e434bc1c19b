/** Two rates held against each other like for like, where that is another thing than what was counted. */
import type { LikeForLike } from '../core/rate-ratio.ts';

interface Counted {
  readonly now: number | undefined;
  readonly before: number | undefined;
}

/** Other sites were read than before, or one of them more and another less, so that the rates as they are written tell another story. */
export function isUneven(like: LikeForLike | undefined, { now, before }: Counted, format: (rate: number) => string): like is LikeForLike {
  if (!like || now === undefined || before === undefined) return false;
  return format(like.now) !== format(now) || format(like.before) !== format(before);
}
