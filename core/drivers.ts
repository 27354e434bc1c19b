/** What drives a turning point: where the mentions of its hours stand, what they say that those before did not, who wrote them, and which reach furthest. */
import { reachOf } from './inbox-match.ts';
import type { Driver, KeptTurningPoint, Mention } from './model.ts';
import { findTopics } from './topics.ts';

const mostOfKind = 3;
/** What is in less of it does not drive it. */
export const leastPart = 0.2;

/** The sites that drive it and of which it is not known what is usual there. */
export const listNewSites = ({ drivers, count, direction }: Pick<KeptTurningPoint, 'drivers' | 'count' | 'direction'>): Driver[] =>
  direction === 'up' ? drivers.filter((driver) => driver.isNew && driver.count >= count * leastPart) : [];

function countBy(mentions: readonly Mention[], kind: Driver['kind'], key: (mention: Mention) => string | undefined): Driver[] {
  const counts = new Map<string, number>();
  for (const mention of mentions) {
    const value = key(mention);
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]): Driver => ({ kind, value: value.slice(0, 600), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostOfKind);
}

/** Posts that others reacted to, the furthest first. */
function listPosts(mentions: readonly Mention[]): Driver[] {
  return mentions
    .filter((mention) => (reachOf(mention) ?? 0) > 0)
    .sort((a, b) => (reachOf(b) ?? 0) - (reachOf(a) ?? 0))
    .slice(0, mostOfKind)
    .map(({ id, counts = {} }): Driver => ({ kind: 'post', value: id, count: counts.replies ?? 0 }));
}

/**
 * `now`: the mentions of the turning point; `before`: those of the time before. `keyword` is its name, which is no news; `readBefore`: the sites of
 * which posts were read before.
 */
export function findDrivers(
  now: readonly Mention[],
  before: readonly Mention[],
  keyword: string,
  readBefore: ReadonlySet<string>,
): Driver[] {
  const terms = findTopics(now, before, [], { limit: 5, fewest: 2, without: [keyword] });
  const people = countBy(now, 'person', ({ site, author }) => (author.handle ? `${site}:${author.handle}` : undefined));
  return [
    ...countBy(now, 'site', ({ site }) => site).map((driver) =>
      readBefore.has(driver.value) ? driver : { ...driver, isNew: true as const },
    ),
    ...countBy(now, 'community', ({ community }) => community),
    ...terms.map(({ term, now: count }): Driver => ({ kind: 'term', value: term.slice(0, 600), count })),
    // Who wrote once drives nothing.
    ...people.filter(({ count }) => count > 1),
    ...listPosts(now),
  ].slice(0, 20);
}
