/** Mentions that may be quoted, or are. Tallies know them by a hash, and when they were seen. */
import { wholeHours } from '../core/calendar.ts';
import type { Period } from '../core/measures.ts';
import type { Mention } from '../core/model.ts';
import { cutQuotable, type Quotable } from '../core/report-quotes.ts';
import { hashPost } from '../core/tally.ts';
import { type Database, reading } from './db.ts';
import { type InboxPage, listInbox } from './inbox.ts';

const nameOf = (site: string, post: number): string => `${site}:${post}`;

async function findIds(db: Database, times: readonly number[]): Promise<Map<string, string>> {
  const seen = await Promise.all(
    times.map((time) =>
      db.mentions
        .where('seenAt')
        .between(time, time + 1, true, false)
        .primaryKeys(),
    ),
  );
  return new Map(seen.flat().map((id) => [nameOf(id.slice(0, id.indexOf(':')), hashPost(id)), id]));
}

/** The likeliest first. */
export const readQuotable = (quotable: readonly Quotable[]): Promise<Mention[]> =>
  reading((db) =>
    // Declared async, so that Dexie keeps the transaction open over native promises.
    db.transaction('r', ['mentions'], async () => {
      const ids = await findIds(db, [...new Set(quotable.map(({ seenAt }) => seenAt))]);
      const found = quotable.flatMap((one) => {
        const id = ids.get(nameOf(one.site, one.post));
        return id === undefined ? [] : [{ ...one, id }];
      });
      return (await db.mentions.bulkGet(cutQuotable(found))).filter((mention) => mention !== undefined);
    }),
  );

/** What the person chose, in their order, whatever else there is to choose from; what is kept no more is left out. */
export const readQuoted = (ids: readonly string[]): Promise<Mention[]> =>
  reading(async (db) => (await db.mentions.bulkGet([...ids])).filter((mention) => mention !== undefined));

/** Of more the newest. */
export const mostFound = 30;
/** As far as is looked for words that are rare. */
const mostPages = 5;

const isToBeQuoted = ({ own, status }: Mention): boolean => !own && status !== 'ignored';

/** Of the time, newest first: those with these words, or with a star where no words are given. */
export async function findQuotable(period: Period, words: string): Promise<Mention[]> {
  const { from, to } = wholeHours(period);
  const sought = words.trim() ? { words: words.trim() } : { starred: true as const };
  const found: Mention[] = [];
  let before: InboxPage['next'];
  for (let page = 0; page < mostPages; page++) {
    const { mentions, next } = await listInbox({ filter: { ...sought, since: from, until: to }, sort: 'time', before, limit: mostFound });
    found.push(...mentions.filter(isToBeQuoted));
    if (!next || found.length >= mostFound) break;
    before = next;
  }
  return found.slice(0, mostFound);
}
