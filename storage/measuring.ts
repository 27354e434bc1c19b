/** What goals, audits and reports are reckoned from, in one reading. */
import { type Calendar, calendarOf, workingTime } from '../core/calendar.ts';
import type { CountedMention, MeasureRows, Period } from '../core/measures.ts';
import type { Mention, Settings } from '../core/model.ts';
import { isCounted } from '../core/tally.ts';
import { type Database, reading } from './db.ts';

/** An answer may come this long after the mention was seen, and is looked for no longer. */
const answeredWithin = 90 * 86_400_000;

/** When the first reply to each mention was seen to stand in the page. One that was put in and never seen was perhaps never sent. */
async function readAnswers(db: Database, { from, to }: Period): Promise<Map<string, number>> {
  const first = new Map<string, number>();
  await db.answers
    .where('insertedAt')
    .between(from, to + answeredWithin)
    .each(({ mentionId, postedAt }) => {
      if (mentionId === undefined || postedAt === undefined) return;
      first.set(mentionId, Math.min(postedAt, first.get(mentionId) ?? postedAt));
    });
  return first;
}

type HowLong = (from: number, to: number) => number;

/** As core/response.ts counts: an answer that stood there before its mention was seen took no time. */
function measureTime({ hours }: NonNullable<Settings['measuring']>, calendar: Calendar): HowLong {
  return (from, to) => (to <= from ? 0 : hours ? workingTime(from, to, hours, calendar) : to - from);
}

function toCounted(mention: Mention, answeredAt: number | undefined, howLong: HowLong): CountedMention {
  const { id, site, community, keywordIds, seenAt, postedAt, status, tags = [], intents = [], sentiment, author } = mention;
  const personId = author.handle ? `${site}:${author.handle}` : undefined;
  const answeredAfter = answeredAt === undefined ? undefined : howLong(seenAt, answeredAt);
  const facts = { id, site, community, keywordIds, seenAt, postedAt, status, tags, intents };
  return { ...facts, sentiment: sentiment?.value, personId, answeredAt, answeredAfter };
}

async function readMentions(db: Database, { from, to }: Period, howLong: HowLong): Promise<CountedMention[]> {
  const answers = await readAnswers(db, { from, to });
  const mentions: CountedMention[] = [];
  await db.mentions
    .where('seenAt')
    .between(from, to, true, false)
    .each((mention) => {
      if (isCounted(mention)) mentions.push(toCounted(mention, answers.get(mention.id), howLong));
    });
  return mentions;
}

async function countOpen(db: Database): Promise<number> {
  const counts = (['new', 'waiting'] as const).map((status) =>
    db.mentions.where('[status+seenAt]').between([status, 0], [status, Number.MAX_SAFE_INTEGER]).count(),
  );
  return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0);
}

/** @param zone the person's own, where they chose none ("Europe/Berlin") */
export const readMeasureRows = (period: Period, zone: string): Promise<MeasureRows> =>
  reading(async (db) => {
    const measuring = (await db.settings.get('settings'))?.measuring ?? {};
    const calendar = calendarOf(measuring.zone ?? zone);
    const [mentions, exposures, keywords, people, open] = await Promise.all([
      readMentions(db, period, measureTime(measuring, calendar)),
      db.exposures.where('hour').between(period.from, period.to, true, false).toArray(),
      db.keywords.toArray(),
      db.people.toArray(),
      countOpen(db),
    ]);
    return {
      mentions,
      exposures,
      kinds: new Map(keywords.map(({ id, kind }) => [id, kind])),
      peopleTags: new Map(people.map(({ id, tags }) => [id, tags])),
      open,
      dayOf: calendar.dayOf,
    };
  });
