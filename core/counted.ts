/** Mentions as goals, audits and reports count them, as they are put together from what tallies tell of them. */
import { createLists, noKeywords } from './keyword-lists.ts';
import type { CountedMention, Period } from './measures.ts';
import type { Tally } from './model.ts';
import { countTold, isGoneAt, listAnswered, postAt, readPost, type TalliedPost } from './tally.ts';

/** By site and hash, as tallies know posts. */
export type Tags = ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>;

/** What is known of mentions beside what they are. */
export interface Beside {
  readonly tags: Tags;
  /** How people who are kept are called in `MeasureRows.peopleTags`, by the hash of the tallies. */
  readonly people: ReadonlyMap<number, string>;
  readonly howLong: (from: number, to: number) => number;
}

const none: readonly string[] = [];

/** One of the posts that the tallies of a site tell of, or that is read from its mention. */
export function toCounted(site: string, told: TalliedPost, keywordIds: readonly string[], beside: Beside): CountedMention {
  const { community, intents, sentiment, person, post, hour, after = 0, answered, ignored } = told;
  const seenAt = hour + after;
  const answeredAt = answered === undefined ? undefined : seenAt + answered;
  return {
    post,
    site,
    community,
    keywordIds,
    seenAt,
    status: ignored ? 'ignored' : undefined,
    tags: beside.tags.get(site)?.get(post) ?? none,
    intents,
    sentiment,
    personId: person === 0 ? undefined : (beside.people.get(person) ?? `${site}#${person}`),
    answeredAt,
    answeredAfter: answeredAt === undefined ? undefined : beside.howLong(seenAt, answeredAt),
  };
}

type Draft = CountedMention & { keywordIds: readonly string[] };

/** @returns what takes the tallies of a day and lists its posts, each once: one that names several keywords stands in the tally of each */
export function createListing(beside: Beside): (tallies: readonly Tally[]) => CountedMention[] {
  const add = createLists();
  return (tallies) => {
    const sites = new Map<string, Map<number, Draft>>();
    const posts: Draft[] = [];
    for (const tally of tallies) {
      const known = sites.get(tally.site) ?? new Map<number, Draft>();
      sites.set(tally.site, known);
      const times = listAnswered(tally);
      const alone = add(noKeywords, tally.keywordId);
      for (let n = 0; n < countTold(tally); n++) {
        if (isGoneAt(tally, n)) continue;
        const before = known.get(postAt(tally, n));
        if (before) {
          before.keywordIds = add(before.keywordIds, tally.keywordId);
          continue;
        }
        const draft = toCounted(tally.site, readPost(tally, n, times), alone, beside);
        known.set(draft.post, draft);
        posts.push(draft);
      }
    }
    return posts;
  };
}

/** Those of the time, in the order in which they were seen. */
export const inOrder = (mentions: readonly CountedMention[], { from, to }: Period): CountedMention[] =>
  mentions.filter(({ seenAt }) => seenAt >= from && seenAt < to).sort((a, b) => a.seenAt - b.seenAt);
