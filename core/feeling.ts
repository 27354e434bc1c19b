/** How what was heard speaks, what it wants, and by how many people it was said. */
import type { Gathered, HeardPost, ReadHour } from './insights.ts';
import type { IntentKind, Keyword, SentimentValue } from './model.ts';
import { type Share, shareOf } from './statistics.ts';
import { intentKinds } from './tally.ts';

export interface Feeling {
  readonly counts: Readonly<Record<SentimentValue, number>>;
  /** Posts whose feeling could be told: those that shares are taken of. */
  readonly known: number;
  readonly shares: Readonly<Record<'positive' | 'neutral' | 'negative', Share | undefined>>;
}

/** Posts whose feeling is unknown (too short, in another language) are in no share. */
export function measureFeeling(posts: readonly HeardPost[]): Feeling {
  const counts = { positive: 0, neutral: 0, negative: 0, unknown: 0 };
  for (const { sentiment } of posts) counts[sentiment] += 1;
  const known = counts.positive + counts.neutral + counts.negative;
  const share = (value: 'positive' | 'neutral' | 'negative') => shareOf(counts[value], known);
  return { counts, known, shares: { positive: share('positive'), neutral: share('neutral'), negative: share('negative') } };
}

export interface IntentCount {
  readonly intent: IntentKind;
  readonly count: number;
  readonly share: Share | undefined;
}

/** The most frequent first. Shares are of all posts, and a post may want several things. */
export function measureIntents(posts: readonly HeardPost[]): IntentCount[] {
  return intentKinds
    .map((intent) => {
      const count = posts.filter(({ intents }) => intents.includes(intent)).length;
      return { intent, count, share: shareOf(count, posts.length) };
    })
    .sort((a, b) => b.count - a.count);
}

export interface Crowd {
  readonly people: number;
  /** Never heard before the period; unknown where nobody could be. */
  readonly fresh: number | undefined;
  readonly returning: number | undefined;
  /** Posts of which the page did not say who wrote them. */
  readonly unnamed: number;
}

/** Whether anyone could be heard before: something was read, and a keyword was there to be named. */
export const couldHear = (
  read: readonly Pick<ReadHour, 'posts'>[],
  keywords: readonly Pick<Keyword, 'createdAt'>[],
  from: number,
): boolean => read.some(({ posts }) => posts > 0) && keywords.some(({ createdAt }) => createdAt < from);

/** `before`: everyone heard before the period, as the same hashes; undefined where nobody could be. */
export function measureCrowd({ posts }: Gathered, before: ReadonlySet<number> | undefined): Crowd {
  const people = new Set(posts.map(({ person }) => person).filter((person) => person !== 0));
  const unnamed = posts.filter(({ person }) => person === 0).length;
  if (!before) return { people: people.size, fresh: undefined, returning: undefined, unnamed };
  const fresh = [...people].filter((person) => !before.has(person)).length;
  return { people: people.size, fresh, returning: people.size - fresh, unnamed };
}
