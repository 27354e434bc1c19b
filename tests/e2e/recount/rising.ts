/** Words and phrases said more than before. Those who made the texts up know where a phrase ends and that every word of them tells something. */
import type { Keyword, Mention } from './rows.ts';
import { chanceAbove, countDiscovered, scoreOf } from './statistics.ts';

export interface Risen {
  term: string;
  now: number;
  before: number;
  score: number;
  others: number | undefined;
}

/** Words, and phrases of two and three. */
function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const phrase of text.toLowerCase().split('.')) {
    const words = phrase.split(' ').filter(Boolean);
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(words.length, from + 3); to++) terms.add(words.slice(from, to).join(' '));
  }
  return terms;
}

interface Spoken {
  counts: Map<string, number>;
  total: number;
  texts: number;
}

/** A post counts once for each of its terms. */
function countTerms(mentions: readonly Mention[]): Spoken {
  const counts = new Map<string, number>();
  for (const { text } of mentions) for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, total: [...counts.values()].reduce((sum, n) => sum + n, 0), texts: mentions.length };
}

const surely = 1.96;
const fewest = 3;
/** One in ten of those that are told may be false. */
const falseShare = 0.1;

/** How many terms stand in so many posts of both that they would be told if all of these were of now. */
function countTellable(ours: Spoken, other: Spoken, isNamed: (term: string) => boolean): number {
  const sizes = Array.from({ length: ours.texts + other.texts }, (_, i) => fewest + i);
  const least = sizes.find((n) => scoreOf(n, ours.total, 0, other.total) >= surely);
  if (least === undefined) return 0;
  const all = new Set([...ours.counts.keys(), ...other.counts.keys()]);
  return [...all].filter((term) => (ours.counts.get(term) ?? 0) + (other.counts.get(term) ?? 0) >= least && !isNamed(term)).length;
}

/** Nearly all who say a part say the whole: then the whole stands for it. */
const isPartOf = (part: Risen, whole: Risen): boolean =>
  part !== whole && ` ${whole.term} `.includes(` ${part.term} `) && whole.now >= 0.7 * part.now;

export interface Joined extends Risen {
  /** What else the same posts say. */
  also: string[];
}

/** Words of which six in ten of all the posts that say either say both are told of together. */
export function joinRisen(risen: readonly Risen[], mentions: readonly Mention[]): Joined[] {
  const saying = ({ term }: Risen) => mentions.filter(({ text }) => text.toLowerCase().includes(term));
  const isSame = (a: Mention[], b: Mention[]) => {
    const both = a.filter((one) => b.includes(one)).length;
    return both > 0 && both >= 0.6 * new Set([...a, ...b]).size;
  };
  const joined: Joined[] = [];
  for (const one of risen) {
    const same = joined.find((first) => isSame(saying(first), saying(one)));
    if (same) same.also.push(one.term);
    else joined.push({ ...one, also: [] });
  }
  return joined;
}

/** @param asked of which keywords; without any, of the brands */
export function listRisen(
  now: readonly Mention[],
  before: readonly Mention[],
  keywords: readonly Keyword[],
  asked: string[],
  limit: number,
): Risen[] {
  const rivals = keywords.filter(({ id, kind }) => kind === 'competitor' && !asked.includes(id)).map(({ id }) => id);
  const naming = (ids: string[]) => (one: Mention) => one.keywordIds.some((id) => ids.includes(id));
  const ours = countTerms(now.filter(naming(asked)));
  const past = countTerms(before.filter(naming(asked)));
  const theirs = countTerms(now.filter((one) => naming(rivals)(one) && !naming(asked)(one)));
  const names = new Set(keywords.flatMap(({ name }) => [...termsOf(name)]));
  const isNamed = (term: string) => names.has(term) || term.split(' ').some((word) => names.has(word));
  const against = (term: string, other: typeof past) =>
    other.total > 0 ? scoreOf(ours.counts.get(term) ?? 0, ours.total, other.counts.get(term) ?? 0, other.total) : undefined;
  const risen = [...ours.counts]
    .filter(([term, count]) => count >= fewest && !isNamed(term))
    .map(([term, count]) => {
      const [score, others] = [against(term, past), against(term, theirs)];
      return { term, now: count, before: past.counts.get(term) ?? 0, score: score ?? 0, others, rank: score ?? others ?? 0 };
    })
    .filter(({ rank }) => rank >= surely)
    .sort((a, b) => b.rank - a.rank || b.now - a.now || (a.term < b.term ? -1 : 1));
  const tellable = countTellable(ours, past.total > 0 ? past : theirs, isNamed);
  const sure = countDiscovered(
    risen.map(({ rank }) => chanceAbove(rank)),
    Math.max(tellable, risen.length),
    falseShare,
  );
  const told = risen.slice(0, Math.min(sure, 4 * limit));
  return told.filter((part) => !told.some((whole) => isPartOf(part, whole))).slice(0, limit);
}
