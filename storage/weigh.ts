/** How soon a mention wants an answer and what it is like, found out anew whenever what that rests on has changed. */
import type { Keyword, Mention, Person } from '../core/model.ts';
import { priorityOf } from '../core/priority.ts';
import { wordsKeyOf } from '../core/same-words.ts';
import type { Database } from './db.ts';
import { putMentions } from './mention-writes.ts';
import { readRows, splitKey, tagsIn } from './person-rows.ts';

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

/** After something that counts about these people changed; part of a transaction over `people`, `keywords` and `mentionTables`. */
export async function weighWrittenBy(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const [olds, keywords] = await Promise.all([
    db.mentions.where('[site+author.handle]').anyOf(ids.map(splitKey)).toArray(),
    db.keywords.toArray(),
  ]);
  const rows = await weighAll(db, olds, new Map(keywords.map((keyword) => [keyword.id, keyword])));
  const isOther = (row: Mention, i: number) => row.priority !== olds[i]?.priority;
  await putMentions(
    db,
    rows.filter(isOther),
    olds.filter((_, i) => isOther(rows[i] as Mention, i)),
  );
}
