/** What is kept no longer, and when a clock is believed. */
import type { Mention } from './model.ts';

const day = 86_400_000;

export const defaultKeepDays = 90;

/** What is remembered of the clock from one look to the next. */
export interface Clock {
  at: number;
  /** Since when it is not believed: it had jumped. */
  doubtedAt?: number;
}

/** No one is away from a browser for longer without the next look being a surprise; nor does a clock go back by itself. */
const jump = { ahead: 30 * day, back: day };
/** A clock that has run on for so long after a jump is believed: the person was away, or has put it right. */
const trustedAfter = 7 * day;

/** Looks at the clock. `cutoff`: what was seen before this may go; absent while the clock is doubted, or where everything is kept. */
export function lookAtClock(
  clock: Clock | undefined,
  { now, newestSeen, keepDays = defaultKeepDays }: { now: number; newestSeen: number | undefined; keepDays?: number | undefined },
): { clock: Clock; cutoff?: number } {
  const jumped = clock !== undefined && (now - clock.at > jump.ahead || clock.at - now > jump.back);
  const doubtedAt = jumped ? now : clock?.doubtedAt;
  const doubted = doubtedAt !== undefined && now - doubtedAt < trustedAfter;
  const next: Clock = { at: now, ...(doubted ? { doubtedAt } : {}) };
  if (doubted || keepDays === 0 || newestSeen === undefined) return { clock: next };
  // Age is counted from the newest mention where the clock is ahead of it: a clock alone makes nothing old.
  return { clock: next, cutoff: Math.min(now, newestSeen) - keepDays * day };
}

/** Kept for ever: what the person starred or wrote a note at, what sleeps until later, and what is by someone they keep. */
export function isKept(mention: Mention, people: ReadonlySet<string>): boolean {
  if (mention.starred || mention.note || mention.status === 'snoozed') return true;
  const { handle } = mention.author;
  return handle !== undefined && people.has(`${mention.site}:${handle}`.toLowerCase());
}
