/**
 * How many mentions are open: new, waiting or snoozed, with no answer of the person's that was seen in the page, as Insights counts them
 * (core/response.ts). What was answered waits for others, and asks nothing of anybody here.
 */
import type { MentionStatus } from '../core/model.ts';
import { bounds } from './bounds.ts';
import { readCounts } from './counts.ts';
import type { Database } from './db.ts';
import { eachSlice } from './slices.ts';

const statuses: readonly MentionStatus[] = ['new', 'waiting', 'snoozed'];

const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0);

async function countByStatus(db: Database): Promise<number> {
  const kept = await readCounts(
    db,
    statuses.map((status) => `${status}/all`),
  );
  if (kept) return sum(kept);
  const counts = statuses.map((status) =>
    db.mentions.where('[status+seenAt]').between([status, 0], [status, Number.MAX_SAFE_INTEGER]).count(),
  );
  return sum(await Promise.all(counts));
}

async function listAnswered(db: Database): Promise<string[]> {
  const ids = new Set<string>();
  await eachSlice(db.answers, 'insertedAt', { from: -Infinity, to: Infinity }, (answers) => {
    for (const { mentionId, postedAt } of answers) if (mentionId !== undefined && postedAt !== undefined) ids.add(mentionId);
  });
  return [...ids];
}

/** Far fewer are answered than heard: these are looked at, and not all that are open. */
async function countAnswered(db: Database): Promise<number> {
  const ids = await listAnswered(db);
  let answered = 0;
  for (let at = 0; at < ids.length; at += bounds.slice) {
    const mentions = await db.mentions.bulkGet(ids.slice(at, at + bounds.slice));
    answered += mentions.filter((mention) => mention && statuses.includes(mention.status)).length;
  }
  return answered;
}

export async function countOpen(db: Database): Promise<number> {
  const [all, answered] = await Promise.all([countByStatus(db), countAnswered(db)]);
  return Math.max(0, all - answered);
}
