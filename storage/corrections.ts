/** What the person said of the sentiment of mentions: it stays, and it teaches. */
import { explainLessons, type Lesson, learnLessons, toCorrection } from '../core/lessons.ts';
import type { Mention, SentimentValue } from '../core/model.ts';
import { type Understanding, understandMention } from '../core/understand.ts';
import { type Database, reading, type TableName, write } from './db.ts';
import { mentionTables, putMentions } from './mention-writes.ts';
import { weighAll } from './weigh.ts';

const tables = ['corrections', 'keywords', 'people', ...mentionTables] as const satisfies readonly TableName[];

/** More corrections teach nothing new, and each arrival reads them. */
const mostLearnt = 1_000;

/** What mentions are judged by. Part of a transaction over `corrections` and `keywords`. */
export async function readUnderstanding(db: Database): Promise<Understanding> {
  const [corrections, keywords] = await Promise.all([db.corrections.toArray(), db.keywords.toArray()]);
  const newest = corrections.sort((a, b) => b.at - a.at).slice(0, mostLearnt);
  return { lessons: learnLessons(newest), keywords: new Map(keywords.map((keyword) => [keyword.id, keyword])) };
}

const uncorrected = (mention: Mention): Mention => {
  const { sentiment, ...rest } = mention;
  return rest;
};

/**
 * The person's own word on a mention, or none any more (`value` undefined), in which case it is judged anew. Words that other mentions
 * share are learnt from now on. @returns false where the mention is gone
 */
export const correctSentiment = (id: string, value: SentimentValue | undefined, now: number): Promise<boolean> =>
  write(tables, async (db) => {
    const mention = await db.mentions.get(id);
    if (!mention) return false;
    if (value === undefined) await db.corrections.delete(id);
    else await db.corrections.put(toCorrection(mention, value, now));
    const understanding = await readUnderstanding(db);
    const words = mention.sentiment?.words ?? [];
    const row =
      value === undefined
        ? understandMention(uncorrected(mention), understanding)
        : { ...mention, sentiment: { value, words, corrected: true } };
    await putMentions(db, await weighAll(db, [row], understanding.keywords), [mention]);
    return true;
  });

/** How many of the newest mentions are judged anew after a correction: those a person may still look at. */
const reviewed = 300;

/** The newest mentions, judged by what was learnt. @returns how many are now told otherwise */
export const judgeNewest = (): Promise<number> =>
  write(tables, async (db) => {
    const understanding = await readUnderstanding(db);
    const newest = await db.mentions.orderBy('seenAt').reverse().limit(reviewed).toArray();
    const judged = newest.map((old) => ({ old, row: understandMention(old, understanding) }));
    const changed = judged.filter(({ old, row }) => old.sentiment?.value !== row.sentiment?.value);
    const rows = changed.map(({ row }) => row);
    await putMentions(
      db,
      await weighAll(db, rows, understanding.keywords),
      changed.map(({ old }) => old),
    );
    return changed.length;
  });

/** What was learnt, the strongest first. */
export const listLessons = (): Promise<Lesson[]> => reading(async (db) => explainLessons(await db.corrections.toArray()));

/** Raised when mentions of before are to be judged by better rules. */
const marker = { id: 'understood:1', count: 1 };
const atOnce = 200;

/**
 * Mentions from before their words were looked at, so many at a time, each time in a transaction of its own; it may be broken off anywhere and
 * goes on from the beginning, over those that are done. @returns how many there were
 */
export async function understandOld(): Promise<number> {
  if (await reading((db) => db.counts.get(marker.id))) return 0;
  let [after, found] = ['', 0];
  for (;;) {
    const from = after;
    const rows = await reading((db) => db.mentions.where('id').above(from).limit(atOnce).toArray());
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    const ids = rows.filter(({ sentiment }) => !sentiment).map(({ id }) => id);
    found += ids.length;
    if (ids.length > 0) await understand(ids);
  }
  await write(['counts'], (db) => db.counts.put(marker));
  return found;
}

const understand = (ids: readonly string[]): Promise<void> =>
  write(tables, async (db) => {
    const understanding = await readUnderstanding(db);
    const olds = (await db.mentions.bulkGet([...ids])).filter((mention) => mention !== undefined);
    const rows = olds.map((mention) => understandMention(mention, understanding));
    await putMentions(db, await weighAll(db, rows, understanding.keywords), olds);
  });
