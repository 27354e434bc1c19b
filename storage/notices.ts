/**
 * What the person is to be told of. Shown never twice and never lost, though the background may be stopped between any two lines of it: first
 * the notices are written into a batch, then the browser is asked to show it under the batch's own name, then they are marked as shown.
 * Whoever finds a batch that was not marked asks the browser for the name again.
 */
import type { Mention, Notice } from '../core/model.ts';
import { isStale, noticesLast } from '../core/notice-plan.ts';
import { type Database, reading, write } from './db.ts';

const readLately = (db: Database, now: number): Promise<Notice[]> =>
  db.notices
    .where('at')
    .aboveOrEqual(now - noticesLast)
    .toArray();

export interface Waiting {
  /** Not asked of the browser yet. */
  waiting: Notice[];
  /** Asked of it, and not known to be shown: by batch. */
  begun: Map<string, Notice[]>;
  lastShown: number | undefined;
}

export const readWaiting = (now: number): Promise<Waiting> =>
  reading(async (db) => {
    const lately = await readLately(db, now);
    const open = lately.filter(({ shownAt }) => shownAt === undefined);
    const begun = new Map<string, Notice[]>();
    for (const notice of open) if (notice.batch) begun.set(notice.batch, [...(begun.get(notice.batch) ?? []), notice]);
    const shown = lately.flatMap(({ batch, shownAt }) => (batch && shownAt !== undefined ? [shownAt] : []));
    return { waiting: open.filter(({ batch }) => !batch), begun, lastShown: shown.length > 0 ? Math.max(...shown) : undefined };
  });

/**
 * Puts notices into a batch. Those of mentions that were dealt with meanwhile are marked as shown instead: there is no need to any more.
 * @returns those that are in it, as long as none of them is in another.
 */
export const beginBatch = (ids: readonly string[], batch: string, now: number): Promise<Notice[]> =>
  write(['notices', 'mentions'], async (db) => {
    const found = (await db.notices.bulkGet([...ids])).filter(
      (one) => one !== undefined && !one.batch && one.shownAt === undefined,
    ) as Notice[];
    const mentions = await db.mentions.bulkGet(found.map(({ mentionId = '' }) => mentionId));
    const stale = found.filter((notice, i) => isStale(mentions[i], notice));
    const fresh = found.filter((notice) => !stale.includes(notice)).map((notice): Notice => ({ ...notice, batch }));
    await db.notices.bulkPut([...stale.map((notice): Notice => ({ ...notice, shownAt: now })), ...fresh]);
    return fresh;
  });

/** The browser shows it, or showed it. */
export const endBatch = (batch: string, now: number): Promise<number> =>
  write(['notices'], async (db) => {
    const open = (await db.notices.toArray()).filter((one) => one.batch === batch && one.shownAt === undefined);
    await db.notices.bulkPut(open.map((one): Notice => ({ ...one, shownAt: now })));
    return open.length;
  });

/** What the mentions of these notices are, by id. */
export const readNoticed = (notices: readonly Notice[]): Promise<Map<string, Mention>> =>
  reading(async (db) => {
    const ids = notices.flatMap(({ mentionId }) => mentionId ?? []);
    return new Map((await db.mentions.bulkGet(ids)).flatMap((mention) => (mention ? [[mention.id, mention] as const] : [])));
  });

/** What a notification was about, of all kinds, in the order it came. */
export const listBatch = (batch: string): Promise<Notice[]> =>
  reading(async (db) => (await db.notices.orderBy('at').toArray()).filter((one) => one.batch === batch));

/** The mentions a notification was about, in the order they came; those that are gone are left out. */
export const readBatch = (batch: string): Promise<Mention[]> =>
  reading(async (db) => {
    const ids = (await listBatch(batch)).flatMap(({ mentionId }) => mentionId ?? []);
    return (await db.mentions.bulkGet(ids)).filter((mention) => mention !== undefined);
  });

const isOf = (kinds: readonly Notice['kind'][] | undefined, { kind }: Notice): boolean => !kinds || kinds.includes(kind);

/** What the person has not looked at since it came, the newest first; of mentions, those that are not dealt with. Without `kinds`, of all. */
export const listUnseen = (now: number, kinds?: readonly Notice['kind'][]): Promise<Notice[]> =>
  reading(async (db) => {
    const open = (await readLately(db, now)).filter((notice) => notice.seenAt === undefined && isOf(kinds, notice));
    const mentions = await db.mentions.bulkGet(open.map(({ mentionId = '' }) => mentionId));
    return open.filter((notice, i) => !isStale(mentions[i], notice)).sort((a, b) => b.at - a.at);
  });

export const countUnseen = async (now: number, kinds?: readonly Notice['kind'][]): Promise<number> => (await listUnseen(now, kinds)).length;

/** The person looks at where they stand. @returns how many of them were news */
export const markSeen = (now: number, kinds?: readonly Notice['kind'][]): Promise<number> =>
  write(['notices'], async (db) => {
    const found = await db.notices.where('at').belowOrEqual(now).toArray();
    const open = found.filter((notice) => notice.seenAt === undefined && isOf(kinds, notice));
    await db.notices.bulkPut(open.map((one): Notice => ({ ...one, seenAt: now })));
    return open.length;
  });

/** What is longer ago is forgotten, shown or not. */
export const pruneNotices = (now: number): Promise<number> =>
  write(['notices'], (db) =>
    db.notices
      .where('at')
      .below(now - noticesLast)
      .delete(),
  );
