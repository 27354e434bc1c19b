/** What the person changes of a mention by hand or by a macro, and what a snooze changes when it is over. */
import { changeMention, changeOf, type MentionChange } from '../core/macros.ts';
import type { Mention } from '../core/model.ts';
import { type Changed, differenceOf, putBack } from '../core/put-back.ts';
import { reading, write } from './db.ts';
import { mentionTables, putMentions } from './mention-writes.ts';

/** @returns what takes each change back */
export const changeMentions = (ids: readonly string[], change: MentionChange, now: number): Promise<Changed[]> =>
  write(mentionTables, async (db) => {
    const found = (await db.mentions.bulkGet([...new Set(ids)])).filter((mention) => mention !== undefined);
    const made = found.map((mention) => changeMention(mention, change, now));
    await putMentions(db, made, found);
    return found.flatMap((mention, i) => {
      const after = made[i];
      const changed = after && differenceOf(mention, after);
      return changed ? [changed] : [];
    });
  });

/** Takes changes back. A mention that is gone stays gone, and a field that was changed again since stays as it is. @returns how many came back */
export const putBackMentions = (changes: readonly Changed[]): Promise<number> =>
  write(mentionTables, async (db) => {
    const byId = new Map(changes.map((changed) => [changed.id, changed]));
    const rows = (await db.mentions.bulkGet([...byId.keys()])).filter((mention) => mention !== undefined);
    const back = rows.flatMap((row) => {
      const changed = byId.get(row.id);
      const was = changed && putBack(row, changed);
      return was ? [{ row, was }] : [];
    });
    await putMentions(
      db,
      back.map(({ was }) => was),
      back.map(({ row }) => row),
    );
    return back.length;
  });

/** Read and changed in one transaction: its tags are joined to those that are there. False where either is gone. */
export const runMacro = (macroId: string, mentionId: string, now: number): Promise<boolean> =>
  write(['macros', ...mentionTables], async (db) => {
    const [macro, mention] = await Promise.all([db.macros.get(macroId), db.mentions.get(mentionId)]);
    if (!macro || !mention) return false;
    await putMentions(db, [changeMention(mention, changeOf(macro, mention, now), now)], [mention]);
    return true;
  });

/** Those whose snooze is over are new again, and say so. */
export const wakeSnoozed = (now: number): Promise<number> =>
  write(mentionTables, async (db) => {
    const over = await db.mentions.where('snoozedUntil').belowOrEqual(now).toArray();
    await putMentions(
      db,
      over.map(
        ({ snoozedUntil, ...mention }): Mention => (mention.status === 'snoozed' ? { ...mention, status: 'new', wokeAt: now } : mention),
      ),
      over,
    );
    return over.filter(({ status }) => status === 'snoozed').length;
  });

/** When the next snooze is over. */
export const findNextWake = (): Promise<number | undefined> =>
  reading(async (db) => (await db.mentions.orderBy('snoozedUntil').first())?.snoozedUntil);

const mostWoken = 50;

/** Those back from a snooze that nobody has dealt with since, the latest first. */
export const listWoken = (): Promise<Mention[]> =>
  reading((db) =>
    db.mentions
      .orderBy('wokeAt')
      .reverse()
      .filter(({ status }) => status === 'new')
      .limit(mostWoken)
      .toArray(),
  );

/** Everyone who looks after a mention, by name. */
export const listAssignees = (): Promise<string[]> =>
  reading(async (db) => (await db.mentions.orderBy('assignee').uniqueKeys()).filter((key) => typeof key === 'string'));

/** All tags of mentions, by name. */
export const listTags = (): Promise<string[]> =>
  reading(async (db) => (await db.mentions.orderBy('tags').uniqueKeys()).filter((key) => typeof key === 'string'));
