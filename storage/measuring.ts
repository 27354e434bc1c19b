/** What goals, audits and reports are reckoned from, in one reading. */
import type { CountedMention, MeasureRows, Period } from '../core/measures.ts';
import type { Mention } from '../core/model.ts';
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

function toCounted(mention: Mention, answeredAt: number | undefined): CountedMention {
  const { id, site, community, keywordIds, seenAt, postedAt, status, tags = [], intents = [], sentiment, author } = mention;
  const personId = author.handle ? `${site}:${author.handle}` : undefined;
  return { id, site, community, keywordIds, seenAt, postedAt, status, tags, intents, sentiment: sentiment?.value, personId, answeredAt };
}

async function readMentions(db: Database, { from, to }: Period, answers: ReadonlyMap<string, number>): Promise<CountedMention[]> {
  const mentions: CountedMention[] = [];
  await db.mentions
    .where('seenAt')
    .between(from, to, true, false)
    .each((mention) => {
      if (!mention.own && !mention.promoted) mentions.push(toCounted(mention, answers.get(mention.id)));
    });
  return mentions;
}

async function countOpen(db: Database): Promise<number> {
  const counts = (['new', 'waiting'] as const).map((status) =>
    db.mentions.where('[status+seenAt]').between([status, 0], [status, Number.MAX_SAFE_INTEGER]).count(),
  );
  return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0);
}

export const readMeasureRows = (period: Period): Promise<MeasureRows> =>
  reading(async (db) => {
    const answers = await readAnswers(db, period);
    const [mentions, exposures, keywords, people, open] = await Promise.all([
      readMentions(db, period, answers),
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
    };
  });
