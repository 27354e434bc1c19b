/** What moved between two times, and by more than chance moves it. */
import { isChance } from './audits.ts';
import * as measures from './measures.ts';
import type { Mention, Rows } from './rows.ts';

export type Move = 'Up' | 'Down' | 'The same' | 'May be chance' | 'Unknown';

/** A difference is only named where it is not likely to be chance. */
export function moveOf(now: measures.Taken, before: measures.Taken, fewest = 0): Move {
  if (now.value === undefined || before.value === undefined) return 'Unknown';
  if (now.value === before.value) return 'The same';
  return isChance(now, before, true, fewest) ? 'May be chance' : now.value > before.value ? 'Up' : 'Down';
}

export interface Driver {
  kind: 'site' | 'community' | 'keyword' | 'intent';
  /** As rows have it. */
  value: string;
  now: number;
  before: number;
  /** For each post that was read. */
  change: number;
}

const namesOf = ({ site, community = '', keywordIds, intents = [] }: Mention): Record<Driver['kind'], readonly string[]> => ({
  site: [site],
  community: community ? [community.toLowerCase()] : [],
  keyword: keywordIds,
  intent: intents,
});

/** Of five at least, what changed most first. */
export function listDrivers(rows: Rows, now: measures.Time, before: measures.Time, is: (one: Mention) => boolean = () => true): Driver[] {
  const sides = [now, before].map((time) => ({
    mentions: measures.seenIn(rows, time).filter(is),
    posts: measures.readIn(rows, time).reduce((sum, one) => sum + one.posts, 0),
  }));
  if (sides.some(({ posts }) => posts === 0)) return [];
  const kinds = ['site', 'community', 'keyword', 'intent'] as const;
  const drivers = kinds.flatMap((kind) => {
    const values = new Set(sides.flatMap(({ mentions }) => mentions.flatMap((one) => namesOf(one)[kind])));
    return [...values].map((value): Driver => {
      const [n = 0, was = 0] = sides.map(({ mentions }) => mentions.filter((one) => namesOf(one)[kind].includes(value)).length);
      return { kind, value, now: n, before: was, change: n / (sides[0]?.posts ?? 1) - was / (sides[1]?.posts ?? 1) };
    });
  });
  return drivers.filter((one) => one.now + one.before >= 5).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}
