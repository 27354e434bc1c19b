/** What goals, audits and reports are reckoned from, in one reading. */
import { type Calendar, calendarOf, nextHour, workingTime } from '../core/calendar.ts';
import { ofKeywords } from '../core/keyword-lists.ts';
import type { MeasureRows, Period } from '../core/measures.ts';
import type { Person, Settings } from '../core/model.ts';
import { usualTarget } from '../core/response.ts';
import { hashPerson } from '../core/tally.ts';
import { readCounted } from './counted-mentions.ts';
import { reading, type TableName } from './db.ts';
import { countOpen } from './open-mentions.ts';

/** What goals and reports are reckoned from changes where one of these does; a quarter is read anew no sooner than after so many milliseconds. */
export const measuredTables = [
  'counts',
  'unindexed',
  'answers',
  'exposures',
  'keywords',
  'people',
  'settings',
  'turningPoints',
  'replies',
  'rounds',
  'macros',
  'plays',
  'reports',
] as const satisfies readonly TableName[];
export const measuredEvery = 60_000;

type HowLong = (from: number, to: number) => number;

/** As core/response.ts counts: an answer that stood there before its mention was seen took no time. */
function measureTime({ hours }: NonNullable<Settings['measuring']>, calendar: Calendar): HowLong {
  return (from, to) => (to <= from ? 0 : hours ? workingTime(from, to, hours, calendar) : to - from);
}

/** Who has tags, and how each of them is called in the tallies. */
function readPeople(people: readonly Person[]): { tags: Map<string, readonly string[]>; names: Map<number, string> } {
  const [tags, names] = [new Map<string, readonly string[]>(), new Map<number, string>()];
  for (const { id, tags: own } of people) {
    const colon = id.indexOf(':');
    const person = hashPerson(id.slice(0, colon), id.slice(colon + 1));
    // One handle may be kept in two spellings: it is one person, with the tags of both.
    const name = names.get(person) ?? id;
    names.set(person, name);
    tags.set(name, [...(tags.get(name) ?? []), ...own]);
  }
  return { tags, names };
}

/** @param zone the person's own, where they chose none ("Europe/Berlin") */
export const readMeasureRows = (period: Period, zone: string): Promise<MeasureRows> =>
  reading(async (db) => {
    const [settings, keywords, kept] = await Promise.all([db.settings.get('settings'), db.keywords.toArray(), db.people.toArray()]);
    const measuring = settings?.measuring ?? {};
    const calendar = calendarOf(measuring.zone ?? zone);
    const people = readPeople(kept);
    const howLong = measureTime(measuring, calendar);
    const [mentions, exposures, open, everRead] = await Promise.all([
      readCounted(db, { from: period.from, to: nextHour(period.to) }, { people: people.names, howLong }),
      db.exposures.where('hour').between(period.from, period.to, true, false).toArray(),
      countOpen(db),
      db.exposures.limit(1).count(),
    ]);
    return {
      mentions: ofKeywords(
        mentions,
        keywords.map(({ id }) => id),
      ),
      exposures,
      kinds: new Map(keywords.map(({ id, kind }) => [id, kind])),
      listened: new Map(keywords.map(({ id, createdAt, paused }) => [id, { createdAt, paused }])),
      peopleTags: people.tags,
      open,
      neverRead: everRead + open + mentions.length === 0,
      dayOf: calendar.dayOf,
      answering: { target: (measuring.target ?? usualTarget) * 60_000, howLong },
    };
  });
