/** What insights are counted from: tallies and what was read; and, apart from these, the mentions themselves. */
import { type Calendar, dayLength } from '../core/calendar.ts';
import type { InsightRows } from '../core/insights.ts';
import type { Answer, Mention } from '../core/model.ts';
import { countTold, hourAt, isCounted, personAt } from '../core/tally.ts';
import { reading } from './db.ts';
import { eachSlice } from './slices.ts';
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
    const asked = keywordIds && new Set(keywordIds);
    await eachSlice(db.tallies, 'day', { from: -Infinity, to: day + dayLength }, (tallies) => {
      for (const tally of tallies) {
        if (asked && !asked.has(tally.keywordId)) continue;
        // All of the day (UTC) lies before, unless it is one of the last.
        const isBefore = tally.day < day - 2 * dayLength;
        for (let n = 0; n < countTold(tally); n++) {
          const person = personAt(tally, n);
          if (person !== 0 && (isBefore || calendar.dayOf(hourAt(tally, n)) < day)) people.add(person);
        }
      }
    });
    return people;
  });

export interface NewestMentions {
  /** By others, newest first. */
  readonly mentions: readonly Mention[];
  /** There are more, older ones in the time asked for: from here on all are there. */
  readonly since: number | undefined;
}

export interface InsightMentions extends NewestMentions {
  /** The answers to them. */
  readonly answers: readonly Answer[];
}

/** The mentions first seen from `from` (in) to `to` (out), the newest, about `limit` of them at most. */
export const readNewestMentions = (from: number, to: number, limit: number): Promise<NewestMentions> =>
  reading(async (db) => {
    const newest = db.mentions.where('seenAt').between(from, to, true, false).reverse();
    const [oldest] = (await newest
      .offset(limit - 1)
      .limit(1)
      .keys()) as unknown as number[];
    const mentions: Mention[] = [];
    await eachSlice(db.mentions, 'seenAt', { from: oldest ?? from, to }, (rows) => mentions.push(...rows.filter(isCounted)));
    return { mentions: mentions.reverse(), since: oldest };
  });

/** The same with the answers to them. */
export const readInsightMentions = (from: number, to: number, limit: number): Promise<InsightMentions> =>
  reading(async (db) => {
    const { mentions, since } = await readNewestMentions(from, to, limit);
    const ids = new Set(mentions.map(({ id }) => id));
    // An answer may have been seen to stand there before its mention was first seen.
    const answers: Answer[] = [];
    await eachSlice(db.answers, 'insertedAt', { from: -Infinity, to: Infinity }, (rows) =>
      answers.push(...rows.filter(({ mentionId }) => mentionId !== undefined && ids.has(mentionId))),
    );
    return { mentions, answers, since };
  });
