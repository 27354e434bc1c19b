/** How soon a mention wants an answer and what it is like, found out anew whenever what that rests on has changed. */
import type { Keyword, Mention, Person } from '../core/model.ts';
import { priorityOf } from '../core/priority.ts';
import { wordsKeyOf } from '../core/same-words.ts';
import type { Database } from './db.ts';
import { readRows, tagsIn } from './people.ts';

interface Known {
  readonly keywords: ReadonlyMap<string, Keyword>;
  /** By `site:handle`, under each of their names. */
  readonly people: ReadonlyMap<string, Person>;
}

export const personIdOf = ({ site, author }: Mention): string[] => (author.handle ? [`${site}:${author.handle}`] : []);

/** After what says what it says: sentiment and intents. */
export function weigh({ likeness: _, ...mention }: Mention, { keywords, people }: Known): Mention {
  const kinds = mention.keywordIds.flatMap((id) => keywords.get(id)?.kind ?? []);
  const personTags = tagsIn(people, personIdOf(mention)[0] ?? '');
  const likeness = wordsKeyOf(mention.text);
  return { ...mention, priority: priorityOf(mention, { kinds, personTags }).value, ...(likeness ? { likeness } : {}) };
}

/** Part of a transaction over `people`. */
export async function weighAll(db: Database, mentions: readonly Mention[], keywords: Known['keywords']): Promise<Mention[]> {
  const rows = await readRows(db, [...new Set(mentions.flatMap(personIdOf))]);
  const people = new Map(rows.map((person) => [person.id, person]));
  return mentions.map((mention) => weigh(mention, { keywords, people }));
}
