/**
 * What a mention is taken to say, and how soon it wants an answer, rests on the kinds of its keywords and on the words an intent is told by. When
 * one of these changes all mentions are gone through once more, the newest first, in steps between which the background may be stopped: a row of
 * `counts` holds how far it has come. What arrives meanwhile is told by how it is now.
 */
import type { Keyword, Mention } from '../core/model.ts';
import { understandMention } from '../core/understand.ts';
import { bounds } from './bounds.ts';
import { readUnderstanding, understandingTables } from './corrections.ts';
import { type Database, reading, write } from './db.ts';
import { putMentions } from './mention-writes.ts';
import { weighAll } from './weigh.ts';

const marker = 'understand-anew';

/** What a transaction that changes keywords has to hold. */
export const keywordTables = ['keywords', 'mentions', 'counts'] as const;

/** Part of a transaction over `counts`. One that is under way begins again. */
export const askToUnderstand = (db: Database): Promise<unknown> => db.counts.put({ id: marker, count: Number.MAX_SAFE_INTEGER });

/** Part of a transaction over `keywordTables`. A keyword that was heard in nothing changes nothing. */
export async function askForKeywords(db: Database, changed: readonly Pick<Keyword, 'id'>[]): Promise<void> {
  const ids = changed.map(({ id }) => id);
  const heard = ids.length > 0 ? await db.mentions.where('keywordIds').anyOf(ids).limit(1).count() : 0;
  if (heard > 0) await askToUnderstand(db);
}

/** Those seen at the same moment as the last of them belong to the same step: the next one begins before that moment. */
async function readBefore(db: Database, moment: number): Promise<Mention[]> {
  const rows = await db.mentions.where('seenAt').below(moment).reverse().limit(bounds.understood).toArray();
  const last = rows.at(-1)?.seenAt;
  if (last === undefined || rows.length < bounds.understood) return rows;
  return [...rows.filter(({ seenAt }) => seenAt !== last), ...(await db.mentions.where('seenAt').equals(last).toArray())];
}

const factsOf = (mention: Mention | undefined): string => JSON.stringify([mention?.priority, mention?.sentiment, mention?.intents]);

/** One step. @returns true where there may be more */
export async function understandNext(): Promise<boolean> {
  if (!(await reading(async (db) => ('counts' in db ? db.counts.get(marker) : undefined)))) return false;
  return write(understandingTables, async (db) => {
    const begun = await db.counts.get(marker);
    if (!begun) return false;
    const olds = await readBefore(db, begun.count);
    const last = olds.at(-1);
    if (!last) {
      await db.counts.delete(marker);
      return false;
    }
    const understanding = await readUnderstanding(db);
    const understood = olds.map((old) => understandMention(old, understanding));
    const rows = await weighAll(db, understood, understanding.keywords);
    const changed = rows.map((row, i) => ({ row, old: olds[i] })).filter(({ row, old }) => factsOf(row) !== factsOf(old));
    await putMentions(
      db,
      changed.map(({ row }) => row),
      changed.map(({ old }) => old),
    );
    await db.counts.put({ id: marker, count: last.seenAt });
    return true;
  });
}
