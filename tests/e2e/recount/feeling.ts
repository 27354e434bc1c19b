import { type Chosen, listParts } from './choose.ts';
import { dayHeard, feelingOf, type Mention } from './rows.ts';
import * as say from './say.ts';
import { type Share, shareOf } from './statistics.ts';
import { barHead, barRow, sayDifference } from './voice.ts';
import { namePart } from './volume.ts';

type Feeling = 'positive' | 'neutral' | 'negative';

export interface Felt {
  counts: Record<Feeling | 'unknown', number>;
  known: number;
  shares: Record<Feeling, Share | undefined>;
}

export function feltOf(posts: readonly Mention[]): Felt {
  const count = (value: string) => posts.filter((one) => feelingOf(one) === value).length;
  const counts = { positive: count('positive'), neutral: count('neutral'), negative: count('negative'), unknown: count('unknown') };
  const known = posts.length - counts.unknown;
  const share = (value: Feeling) => shareOf(counts[value], known);
  return { counts, known, shares: { positive: share('positive'), neutral: share('neutral'), negative: share('negative') } };
}

export function negativeTile({ mine, mineBefore, choice }: Chosen): string[] {
  const name = choice.keyword ? 'Negative' : 'Negative, of your brands';
  const { shares, known } = feltOf(mine);
  if (!shares.negative) return [name, 'Unknown', 'No feeling is known'];
  const range = `95 % sure: ${say.percentRange(shares.negative)}, of ${say.number(known)}`;
  return [name, say.percent(shares.negative.share), range, sayDifference(shares.negative, feltOf(mineBefore).shares.negative, choice.days)];
}

function partRow(name: string, { shares, known, counts }: Felt): string[] {
  const range = (share: Share | undefined) => (share ? say.percentRange(share) : '');
  return [
    name,
    say.shareSaid(shares.positive),
    range(shares.positive),
    say.shareSaid(shares.neutral),
    say.shareSaid(shares.negative),
    range(shares.negative),
    say.number(known),
    say.number(counts.unknown),
  ];
}

const sizeOf = ({ choice }: Chosen): number => (choice.days > 14 ? 7 : 1);

const listFelt = (chosen: Chosen) =>
  listParts(chosen, sizeOf(chosen)).map((part) => {
    const posts = chosen.mine.filter((one) => dayHeard(one, chosen.clock) >= part.from && dayHeard(one, chosen.clock) <= part.to);
    return { name: namePart(part), felt: feltOf(posts) };
  });

export function feelingTables(chosen: Chosen): Record<string, string[][]> {
  const { shares, counts } = feltOf(chosen.mine);
  const head = ['Day', 'Positive', 'Interval', 'Neutral', 'Negative', 'Interval', 'Feeling known', 'Unknown'];
  return {
    Sentiment: [
      barHead('Sentiment'),
      barRow('Positive', shares.positive, counts.positive),
      barRow('Neutral', shares.neutral, counts.neutral),
      barRow('Negative', shares.negative, counts.negative),
    ],
    'Positive and negative over time': [head, ...listFelt(chosen).map(({ name, felt }) => partRow(name, felt))],
  };
}

/** What the line below the chart says of its last point but so many. */
export function feelingSaid(chosen: Chosen, fromEnd: number): string {
  const { name = '', felt } = listFelt(chosen).at(-1 - fromEnd) ?? {};
  const [positive, negative] = [say.shareSaid(felt?.shares.positive), say.shareSaid(felt?.shares.negative)];
  return `${name}: ${positive} positive, ${negative} negative, of ${say.number(felt?.known ?? 0)} posts`;
}

export function feelingRest({ mine }: Chosen): string[] {
  const { counts } = feltOf(mine);
  const untold = `Of ${say.number(counts.unknown)} of ${say.number(mine.length)} posts the feeling is unknown`;
  return [`${untold}: too short, or in a language that is not read. | What your corrections taught`];
}

/** Of posts that name a brand, or the chosen keyword; the most frequent first. */
export function intentTable({ mine: posts }: Chosen): string[][] {
  const rows = Object.entries(say.intents)
    .map(([intent, name]) => ({ name, count: posts.filter(({ intents = [] }) => intents.includes(intent)).length }))
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => barRow(name, shareOf(count, posts.length), count));
  return [barHead('What people want'), ...rows];
}
