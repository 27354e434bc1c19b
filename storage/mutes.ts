import Dexie from 'dexie';
import { hash32 } from '../core/hash.ts';
import type { Capture, Mention, Mute } from '../core/model.ts';
import { compileMutes, hasEnded } from '../core/mutes.ts';
import { type Database, reading, write } from './db.ts';

/** Newest first; those that have ended are among them until the background sweeps them out. */
export const listMutes = (): Promise<Mute[]> =>
  reading(async (db) => (await db.mutes.toArray()).sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)));

export const saveMutes = (mutes: readonly Mute[]): Promise<unknown> => write(['mutes'], (db) => db.mutes.bulkPut([...mutes]));

/** What it kept away is still known for a while, should it be put back. */
export const removeMute = (id: string): Promise<void> => write(['mutes'], (db) => db.mutes.delete(id));

/** Takes out the mutes that have ended, and counts whose mute is gone. True where there were any that had ended. */
export const sweepMutes = (now: number): Promise<boolean> =>
  write(['mutes', 'keptAway'], async (db) => {
    const mutes = await db.mutes.toArray();
    const ended = mutes.filter((mute) => hasEnded(mute, now)).map(({ id }) => id);
    await db.mutes.bulkDelete(ended);
    const left = new Set(mutes.map(({ id }) => id).filter((id) => !ended.includes(id)));
    await db.keptAway.filter(({ id }) => !left.has(id)).delete();
    return ended.length > 0;
  });

/** Past this many a count says no more than "a lot". */
export const mostKeptAway = 1_000;

type KeptPosts = readonly { muteId: string; posts: readonly number[] }[];

async function countKept(db: Database, fresh: KeptPosts): Promise<void> {
  for (const { muteId, posts } of fresh) {
    if (!(await db.mutes.get(muteId))) continue;
    const known = new Set((await db.keptAway.get(muteId))?.posts);
    const before = known.size;
    for (const post of posts) if (known.size < mostKeptAway) known.add(post);
    if (known.size > before) await db.keptAway.put({ id: muteId, posts: [...known] });
  }
}

/** The same post in two tabs, or met again tomorrow, counts once. */
export const addKeptAway = (fresh: KeptPosts): Promise<unknown> => write(['mutes', 'keptAway'], (db) => countKept(db, fresh));

/** How many distinct posts each mute is known to have kept away. */
export const countKeptAway = (): Promise<Record<string, number>> =>
  reading(async (db) => Object.fromEntries((await db.keptAway.toArray()).map(({ id, posts }) => [id, posts.length])));

const hostOf = (url: string | undefined): string | undefined => (url && URL.canParse(url) ? new URL(url).hostname : undefined);

/** True where each keyword of the mention is muted. */
export function isCovered(mention: Mention, mutes: ReturnType<typeof compileMutes>, now: number): boolean {
  const muted = mutes.find({ ...mention, host: hostOf(mention.url) }, mention.keywordIds, now);
  return mention.keywordIds.length > 0 && mention.keywordIds.every((id) => muted.has(id));
}

/**
 * Part of the transaction that keeps the mentions. A batch may have been on its way, or have waited for a page that is gone, when a mute was
 * made: what it keeps away now does not come in, and is counted as if its page had known.
 * @returns those that are left, each without its muted keywords.
 */
export async function keepAway(db: Database, captures: readonly Capture[], now: number): Promise<Capture[]> {
  const mutes = compileMutes(await db.mutes.toArray());
  if (mutes.size === 0) return [...captures];
  const kept = new Map<string, number[]>();
  const left = captures.flatMap((capture) => {
    const muted = mutes.find({ ...capture, host: hostOf(capture.url) }, capture.keywordIds, now);
    if (muted.size === 0) return [capture];
    for (const { id } of new Set(muted.values())) kept.set(id, [...(kept.get(id) ?? []), hash32(capture.postId)]);
    const keywordIds = capture.keywordIds.filter((id) => !muted.has(id));
    const hits = capture.hits.filter(({ keywordId }) => !muted.has(keywordId));
    return keywordIds.length > 0 ? [{ ...capture, keywordIds, hits }] : [];
  });
  await countKept(
    db,
    [...kept].map(([muteId, posts]) => ({ muteId, posts })),
  );
  return left;
}

/** More of them than this are not looked through: a click must be answered. */
const lookedAt = 20_000;

/** The mentions in New that would not have been kept, had `mutes` been there. Newest first. */
export function listCovered(mutes: readonly Mute[], now: number): Promise<string[]> {
  const compiled = compileMutes(mutes);
  return reading(async (db) => {
    const fresh = db.mentions.where('[status+seenAt]').between(['new', Dexie.minKey], ['new', Dexie.maxKey], true, true);
    const rows = await fresh.reverse().limit(lookedAt).toArray();
    return rows.filter((mention) => isCovered(mention, compiled, now)).map(({ id }) => id);
  });
}
