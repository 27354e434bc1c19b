/**
 * What people say more of than before, or more than of others. The log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and
 * Quinn ("Fightin' Words", Political Analysis 16, 2008, eq. 16 and 22): for a term w with y1 and y0 occurrences among n1 and n0,
 *
 *   δ = ln((y1 + a)/(n1 + A − y1 − a)) − ln((y0 + a)/(n0 + A − y0 − a)),   z = δ / √(1/(y1 + a) + 1/(y0 + a))
 *
 * where a is the term's share of all texts together, as if that much had been read before, and A the sum of all a. Rare terms are held back by
 * their prior instead of leading the list, as they do with plain ratios. A post counts once for each of its terms: who says a word ten times is
 * one voice.
 */
import { listTerms } from './topic-terms.ts';

export interface TopicText {
  readonly id: string;
  readonly text: string;
}

export interface Topic {
  /** As it was written first. */
  readonly term: string;
  /** In how many of the texts of now, and of those it is compared with. */
  readonly now: number;
  readonly before: number;
  /** How sure it is that it is said more than before, in standard deviations; above 1.96 chance alone does so in 1 of 40. */
  readonly z: number;
  /** The same against what is said of others; absent where there is nothing to compare with. */
  readonly zOthers?: number | undefined;
  /** Ids of texts of now that say it, newest first as given. */
  readonly examples: readonly string[];
}

export interface TopicOptions {
  readonly limit?: number;
  /** Terms in fewer texts of now are left out. */
  readonly fewest?: number;
  /** Names never told of, nor phrases with a word of theirs: the keyword itself. */
  readonly without?: readonly string[];
  /** Of those that are sure by themselves, how many of the surest are told, by their z (discoveries.ts); absent: all. */
  readonly tell?: (scores: readonly number[], compared: Compared) => number;
}

/** What was looked through for what is told. */
export interface Compared {
  readonly own: Counted;
  readonly other: Counted;
  readonly fewest: number;
  readonly isNamed: (term: string) => boolean;
}

/** Of each term, in how many texts it is said. */
export interface Counted {
  readonly texts: number;
  readonly total: number;
  readonly terms: ReadonlyMap<string, { count: number; written: string; ids: string[] }>;
}

const mostExamples = 3;

function countTerms(texts: readonly TopicText[]): Counted {
  const terms = new Map<string, { count: number; written: string; ids: string[] }>();
  let total = 0;
  for (const { id, text } of texts) {
    for (const [term, written] of listTerms(text)) {
      const entry = terms.get(term) ?? { count: 0, written, ids: [] };
      entry.count += 1;
      if (entry.ids.length < mostExamples) entry.ids.push(id);
      terms.set(term, entry);
      total += 1;
    }
  }
  return { texts: texts.length, total, terms };
}

/** The prior weighs as much as this many terms read before, or a tenth of what was read where that is less. */
const priorWeight = 500;

/** @returns z of the doc comment above; 0 where neither side has any term. */
export function logOdds(y1: number, n1: number, y0: number, n0: number): number {
  if (n1 + n0 === 0) return 0;
  const prior = Math.min(priorWeight, (n1 + n0) / 10);
  const a = Math.max(0.01, (prior * (y1 + y0)) / (n1 + n0));
  const odds = (y: number, n: number) => Math.log((y + a) / Math.max(0.01, n + prior - y - a));
  return (odds(y1, n1) - odds(y0, n0)) / Math.sqrt(1 / (y1 + a) + 1 / (y0 + a));
}

/** A phrase says more than its words: "charging port" takes the place of "port" where nearly all who say the one say the other. */
function dropParts(topics: readonly Topic[]): Topic[] {
  const covers = (whole: Topic, part: Topic) =>
    whole !== part && ` ${whole.term} `.includes(` ${part.term} `) && whole.now >= part.now * 0.7;
  return topics.filter((part) => !topics.some((whole) => covers(whole, part)));
}

/** From here on chance alone lies as high in 1 of 40. */
export const surely = 1.96;

/** The surest first: terms of `now` that are said more than in `before` and, where `others` are given, more than there. */
export function findTopics(
  now: readonly TopicText[],
  before: readonly TopicText[],
  others: readonly TopicText[] = [],
  { limit = 20, fewest = 3, without = [], tell }: TopicOptions = {},
): Topic[] {
  const [own, past, theirs] = [countTerms(now), countTerms(before), countTerms(others)];
  const left = new Set(without.flatMap((name) => [...listTerms(name).keys()]));
  const isNamed = (term: string) => left.has(term) || term.split(' ').some((word) => left.has(word));
  const against = ({ total, terms }: Counted, term: string, count: number): number | undefined =>
    total > 0 ? logOdds(count, own.total, terms.get(term)?.count ?? 0, total) : undefined;
  const topics: (Topic & { sure: number })[] = [];
  for (const [term, { count, written, ids }] of own.terms) {
    if (count < fewest || isNamed(term)) continue;
    const [z, zOthers] = [against(past, term, count), against(theirs, term, count)];
    // With no past to compare with, what others say is all there is.
    const sure = z ?? zOthers ?? 0;
    if (sure < surely) continue;
    topics.push({ term: written, now: count, before: past.terms.get(term)?.count ?? 0, z: z ?? 0, zOthers, examples: ids, sure });
  }
  topics.sort((a, b) => b.sure - a.sure || b.now - a.now || (a.term < b.term ? -1 : 1));
  const told = tell?.(
    topics.map(({ sure }) => sure),
    { own, other: past.total > 0 ? past : theirs, fewest, isNamed },
  );
  return dropParts(topics.slice(0, told).slice(0, limit * 4)).slice(0, limit);
}
