/** What moved the number of mentions: sites, communities, keywords and what posts want. */
import type { CountedMention } from './measures.ts';

/** What moved the number of mentions most: by how much more (or less) per 1,000 posts read it is there now. */
export interface Driver {
  readonly what: 'site' | 'community' | 'keyword' | 'intent';
  readonly name: string;
  readonly now: number;
  readonly before: number;
  readonly change: number;
}

type Count = (name: string) => void;

const groupers: Readonly<Record<Driver['what'], (mention: CountedMention, count: Count) => void>> = {
  site: ({ site }, count) => count(site),
  community: ({ community }, count) => community && count(community),
  keyword: ({ keywordIds }, count) => keywordIds.forEach(count),
  intent: ({ intents }, count) => intents.forEach(count),
};

/** The same community is written "r/DevOps" here and "r/devops" there; as it was written first it is told of. */
function createSpelling(): (name: string) => string {
  const [first, spelt] = [new Map<string, string>(), new Map<string, string>()];
  return (name) => {
    const known = spelt.get(name) ?? first.get(name.toLowerCase()) ?? name;
    first.set(name.toLowerCase(), known);
    spelt.set(name, known);
    return known;
  };
}

function tally(what: Driver['what'], mentions: readonly CountedMention[], spell: (name: string) => string): Map<string, number> {
  const written = new Map<string, number>();
  const count: Count = (name) => void written.set(name, (written.get(name) ?? 0) + 1);
  for (const mention of mentions) groupers[what](mention, count);
  if (what !== 'community') return written;
  const counts = new Map<string, number>();
  for (const [name, n] of written) counts.set(spell(name), (counts.get(spell(name)) ?? 0) + n);
  return counts;
}

/** Fewer than this, now and before, and a driver is an anecdote. */
const leastForDriver = 5;

export interface Posts {
  readonly now: number;
  readonly before: number;
}

/** Both counts are put to the posts read in their own period: who reads twice as much sees twice as much, and that drives nothing. */
export function listDrivers(now: readonly CountedMention[], before: readonly CountedMention[], posts: Posts): Driver[] {
  if (posts.now === 0 || posts.before === 0) return [];
  const drivers = (Object.keys(groupers) as Driver['what'][]).flatMap((what) => {
    const spell = createSpelling();
    const [was, is] = [tally(what, before, spell), tally(what, now, spell)];
    return [...new Set([...is.keys(), ...was.keys()])].map((name): Driver => {
      const counts = { now: is.get(name) ?? 0, before: was.get(name) ?? 0 };
      return { what, name, ...counts, change: (counts.now / posts.now - counts.before / posts.before) * 1_000 };
    });
  });
  return drivers.filter((driver) => driver.now + driver.before >= leastForDriver).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}
