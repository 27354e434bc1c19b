/** Mentions as they go out of the house: chosen by what they are, each in turn. */
import type { Mention } from '../core/model.ts';
import { reading } from './db.ts';

export interface MentionChoice {
  keywordId?: string;
  site?: string;
  status?: Mention['status'];
  starred?: boolean;
}

const isChosen =
  ({ keywordId, site, status, starred }: MentionChoice) =>
  (mention: Mention): boolean =>
    (!keywordId || mention.keywordIds.includes(keywordId)) &&
    (!site || mention.site === site) &&
    (!status || mention.status === status) &&
    (!starred || mention.starred === 1);

/** Each chosen mention in turn, newest first, as it stands at one moment. */
export const eachMention = (choice: MentionChoice, use: (mention: Mention) => void): Promise<number> =>
  reading(async (db) => {
    let count = 0;
    const chosen = isChosen(choice);
    await db.mentions
      .orderBy('seenAt')
      .reverse()
      .each((mention) => {
        if (!chosen(mention)) return;
        use(mention);
        count += 1;
      });
    return count;
  });

/** The sites mentions are kept of. */
export const listKeptSites = (): Promise<string[]> =>
  reading(async (db) => {
    const sites: string[] = [];
    for (;;) {
      const next = await db.mentions
        .where('[site+seenAt]')
        .above([sites.at(-1) ?? '', []])
        .first();
      if (!next) return sites;
      sites.push(next.site);
    }
  });
