/** What insights are counted from: tallies and what was read; and, apart from these, the mentions themselves. */
import { type Calendar, dayLength } from '../core/calendar.ts';
import type { InsightRows } from '../core/insights.ts';
import type { Answer, Mention } from '../core/model.ts';
import { isCounted, listPosts } from '../core/tally.ts';
import { reading } from './db.ts';
import { listTallies } from './tallies.ts';

/** Rows whose hours lie from `from` (in) to `to` (out). No mention is read. */
export async function readInsightRows({ from, to }: { from: number; to: number }): Promise<InsightRows> {
  return reading(async (db) => {
    const [tallies, exposures, communities] = await Promise.all([
      listTallies({ from, to }),
      db.exposures.where('hour').between(from, to, true, false).toArray(),
      db.coverage.where('hour').between(from, to, true, false).toArray(),
    ]);
    return { tallies, exposures, communities };
  });
}

/** Everyone who was heard before this day of the calendar, as tallies know them. */
export const readPeopleBefore = (calendar: Calendar, day: number, keywordIds?: readonly string[]): Promise<Set<number>> =>
  reading(async (db) => {
    const people = new Set<number>();
    await db.tallies
      .where('day')
      .below(day + dayLength)
      .each((tally) => {
        if (keywordIds && !keywordIds.includes(tally.keywordId)) return;
        for (const { person, hour } of listPosts(tally)) if (person !== 0 && calendar.dayOf(hour) < day) people.add(person);
      });
    return people;
  });

export interface InsightMentions {
  /** By others, newest first. */
  readonly mentions: readonly Mention[];
  /** The answers to them. */
  readonly answers: readonly Answer[];
  /** There are more, older ones in the time asked for: from here on all are there. */
  readonly since: number | undefined;
}

/** The mentions first seen from `from` (in) to `to` (out), at most `limit`, and the answers to them. */
export const readInsightMentions = (from: number, to: number, limit: number): Promise<InsightMentions> =>
  reading(async (db) => {
    const found = await db.mentions.where('seenAt').between(from, to, true, false).reverse().limit(limit).toArray();
    const mentions = found.filter(isCounted);
    const ids = new Set(mentions.map(({ id }) => id));
    // An answer may have been seen to stand there before its mention was first seen.
    const answers = await db.answers.filter(({ mentionId }) => mentionId !== undefined && ids.has(mentionId)).toArray();
    return { mentions, answers, since: found.length < limit ? undefined : found.at(-1)?.seenAt };
  });
