import type { Keyword, Mention } from '../core/model.ts';
import { groupOf, joinPeople } from '../core/people.ts';
import { listFieldNames } from '../core/people-lists.ts';
import type { KnownPerson } from '../core/reply-values.ts';
import { reading } from './db.ts';

/** A mention with the keyword it matched first, and what is kept of who wrote it. */
export interface MentionInFull {
  mention: Mention;
  keyword: Keyword | undefined;
  person: KnownPerson;
}

/** The latest mentions by others, newest first. */
export const listLatestInFull = (limit: number): Promise<MentionInFull[]> =>
  reading(async (db) => {
    const mentions = await db.mentions
      .orderBy('seenAt')
      .reverse()
      .filter(({ own }) => !own)
      .limit(limit)
      .toArray();
    const [keywords, people] = await Promise.all([
      db.keywords.bulkGet(mentions.map(({ keywordIds }) => keywordIds[0] ?? '')),
      db.people.toArray(),
    ]);
    const byId = new Map(people.map((row) => [row.id, row]));
    const fieldNames = listFieldNames(people);
    return mentions.map((mention, i) => {
      const row = byId.get(`${mention.site}:${mention.author.handle ?? ''}`);
      const kept = row ? joinPeople(groupOf(row).flatMap((id) => byId.get(id) ?? [])) : {};
      return { mention, keyword: keywords[i], person: { ...kept, fieldNames } };
    });
  });
