/**
 * How soon a mention wants an answer, 0–100, and what that number is made of. It is kept with the mention when it arrives, so it holds nothing
 * that changes by itself: how long someone has waited is seen by the list's time, and is no part of it.
 */
import { reachOf } from './inbox-match.ts';
import type { IntentKind, KeywordKind, Mention } from './model.ts';

/** A part that counts, with its points. Parts that say nothing are left out. */
export type PriorityPart =
  | { readonly part: 'intent'; readonly what: IntentKind; readonly points: number }
  | { readonly part: 'keyword'; readonly what: KeywordKind; readonly points: number }
  | { readonly part: 'rating'; readonly what: number; readonly points: number }
  | { readonly part: 'tone'; readonly points: number }
  | { readonly part: 'reach'; readonly what: number; readonly points: number }
  | { readonly part: 'person'; readonly what: string; readonly points: number };

export interface Priority {
  /** 0–100, whole. */
  readonly value: number;
  readonly parts: readonly PriorityPart[];
}

/** What is known besides the mention itself. */
export interface PriorityContext {
  /** The kinds of the keywords it was found by. */
  readonly kinds: readonly KeywordKind[];
  /** The tags of who wrote it. */
  readonly personTags: readonly string[];
}

const intentPoints: Readonly<Record<IntentKind, number>> = {
  complaint: 30,
  buying: 30,
  switching: 28,
  press: 26,
  bug: 24,
  question: 20,
  praise: 6,
};
const keywordPoints: Readonly<Record<KeywordKind, number>> = { brand: 20, person: 16, competitor: 8, topic: 4 };
const tagPoints: ReadonlyMap<string, number> = new Map([
  ['unhappy', 16],
  ['lead', 16],
  ['press', 16],
  ['customer', 12],
  ['champion', 10],
]);
/** A post that is disliked without a complaint in words. */
const tonePoints = 12;
const mostReach = 20;

function best<K extends string>(names: readonly K[], pointsOf: (name: K) => number | undefined): { what: K; points: number } | undefined {
  const known = names.flatMap((what) => ({ what, points: pointsOf(what) ?? 0 })).filter(({ points }) => points > 0);
  return known.sort((a, b) => b.points - a.points)[0];
}

/** Stars are out of five on the sites that have them. */
function ofRating(rating: number | undefined): PriorityPart[] {
  if (rating === undefined || rating > 3) return [];
  return [{ part: 'rating', what: rating, points: rating <= 2 ? 20 : 10 }];
}

/** Ten times as far, five points more. */
function ofReach(mention: Mention): PriorityPart[] {
  const reach = reachOf(mention) ?? 0;
  const points = Math.min(mostReach, Math.round(5 * Math.log10(1 + reach)));
  return points > 0 ? [{ part: 'reach', what: reach, points }] : [];
}

/** Of intents, keywords and tags the weightiest counts alone. What the person wrote and what someone pays for wants no answer. */
export function priorityOf(mention: Mention, { kinds, personTags }: PriorityContext): Priority {
  if (mention.own || mention.promoted) return { value: 0, parts: [] };
  const intent = best(mention.intents ?? [], (name) => intentPoints[name]);
  const keyword = best(kinds, (kind) => keywordPoints[kind]);
  const person = best(
    personTags.map((tag) => tag.toLowerCase()),
    (tag) => tagPoints.get(tag),
  );
  const told = intent?.what === 'complaint' || intent?.what === 'bug';
  const parts: PriorityPart[] = [
    ...(intent ? [{ part: 'intent' as const, ...intent }] : []),
    ...(mention.sentiment?.value === 'negative' && !told ? [{ part: 'tone' as const, points: tonePoints }] : []),
    ...ofRating(mention.rating),
    ...(keyword ? [{ part: 'keyword' as const, ...keyword }] : []),
    ...(person ? [{ part: 'person' as const, ...person }] : []),
    ...ofReach(mention),
  ];
  return {
    value: Math.min(
      100,
      parts.reduce((sum, { points }) => sum + points, 0),
    ),
    parts,
  };
}
