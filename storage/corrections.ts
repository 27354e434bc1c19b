/** What the person said of the sentiment of mentions: it stays, and it teaches. */
import { learnLessons, toCorrection } from '../core/lessons.ts';
import type { Correction, Mention, SentimentValue } from '../core/model.ts';
import { type Understanding, understandMention } from '../core/understand.ts';
import { type Database, reading, type TableName, write } from './db.ts';
import { mentionTables, putMentions } from './mention-writes.ts';
import { weighAll } from './weigh.ts';

/** What a transaction that judges mentions has to hold. */
export const understandingTables = [
  'corrections',
  'keywords',
  'people',
  'settings',
  ...mentionTables,
] as const satisfies readonly TableName[];

/** More corrections teach nothing new, and each arrival reads them. */
const mostLearnt = 1_000;

const readNewest = async (db: Database): Promise<Correction[]> =>
  (await db.corrections.toArray()).sort((a, b) => b.at - a.at).slice(0, mostLearnt);

/** What mentions are judged by. Part of a transaction over `corrections`, `keywords` and `settings`. */
export async function readUnderstanding(db: Database): Promise<Understanding> {
  const [newest, keywords, settings] = await Promise.all([readNewest(db), db.keywords.toArray(), db.settings.get('settings')]);
  return {
    lessons: learnLessons(newest),
    keywords: new Map(keywords.map((keyword) => [keyword.id, keyword])),
    intentChanges: settings?.intentChanges,
  };
}

const uncorrected = (mention: Mention): Mention => {
  const { sentiment, ...rest } = mention;
  return rest;
};

/**
 * The person's own word on a mention, or none any more (`value` undefined), in which case it is judged anew. Words that other mentions
 * share are learnt from now on. @returns false where the mention is gone: what it taught can still be taken back
 */
export const correctSentiment = (id: string, value: SentimentValue | undefined, now: number): Promise<boolean> =>
  write(understandingTables, async (db) => {
    const mention = await db.mentions.get(id);
    if (value === undefined) await db.corrections.delete(id);
    if (!mention) return false;
    if (value !== undefined) await db.corrections.put(toCorrection(mention, value, now));
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
  write(understandingTables, async (db) => {
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

/** A correction, with what the post said where it is still kept, and how far each word it taught is moved by all there are. */
export interface Taught extends Pick<Correction, 'id' | 'value' | 'was'> {
  readonly text: string | undefined;
  readonly words: readonly { readonly word: string; readonly weight: number }[];
}

const mostShown = 200;

/** The newest first. */
export const listTaught = (): Promise<Taught[]> =>
  reading(async (db) => {
    const corrections = await readNewest(db);
    const lessons = learnLessons(corrections);
    const shown = corrections.slice(0, mostShown);
    const mentions = await db.mentions.bulkGet(shown.map(({ id }) => id));
    return shown.map(({ id, value, was, words }, i) => ({
      id,
      value,
      was,
      text: mentions[i]?.text,
      words: words.map((word) => ({ word, weight: lessons.get(word) ?? 0 })),
    }));
  });

/** Raised when mentions of before are to be judged by better rules. While they are, `after` is the last that was. */
const marker = { id: 'understood:1', count: 1 };
const atOnce = 200;
/** Where there is nothing to do, how far it is is noted once in so many times. */
const noted = 20;

/**
 * Mentions from before their words were looked at, so many at a time, each time in a transaction of its own; whoever is stopped goes on after the
 * last of them. @returns how many there were
 */
export async function understandOld(): Promise<number> {
  const begun = await reading((db) => db.counts.get(marker.id));
  if (begun && begun.after === undefined) return 0;
  let [after, found] = [begun?.after ?? '', 0];
  for (let n = 1; ; n++) {
    const from = after;
    const rows = await reading((db) => db.mentions.where('id').above(from).limit(atOnce).toArray());
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    const ids = rows.filter(({ sentiment }) => !sentiment).map(({ id }) => id);
    found += ids.length;
    if (ids.length > 0 || n % noted === 0) await understand(ids, after);
  }
  await write(['counts'], (db) => db.counts.put(marker));
  return found;
}

/** `after`: all up to it are understood then. */
const understand = (ids: readonly string[], after: string): Promise<void> =>
  write(understandingTables, async (db) => {
    if (ids.length > 0) {
      const understanding = await readUnderstanding(db);
      const olds = (await db.mentions.bulkGet([...ids])).filter((mention) => mention !== undefined);
      const rows = olds.map((mention) => understandMention(mention, understanding));
      await putMentions(db, await weighAll(db, rows, understanding.keywords), olds);
    }
    await db.counts.put({ ...marker, after });
  });
