import type { Keyword, Mention, Person } from '../core/model.ts';
import { reading } from './db.ts';

/** A mention with the keyword it matched first, and what is kept of who wrote it. */
export interface MentionInFull {
  mention: Mention;
  keyword: Keyword | undefined;
  person: Person | undefined;
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
      db.people.bulkGet(mentions.map(({ site, author }) => `${site}:${author.handle ?? ''}`)),
    ]);
    return mentions.map((mention, i) => ({ mention, keyword: keywords[i], person: people[i] }));
  });
