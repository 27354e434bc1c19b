/** Which mentions they are that may be quoted: tallies know them by a hash, and when they were seen. */
import type { Mention } from '../core/model.ts';
import { cutQuotable, type Quotable } from '../core/report-quotes.ts';
import { hashPost } from '../core/tally.ts';
import { type Database, reading } from './db.ts';

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
