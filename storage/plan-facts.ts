/** What is there, for the steps of plans: counts alone, mostly from indexes. */
import type { MeasureRows } from '../core/measures.ts';
import { ofMine } from '../core/mine.ts';
import type { Settings } from '../core/model.ts';
import type { PlanFacts } from '../core/plans.ts';
import { type Database, reading } from './db.ts';
import { defaultSettings } from './settings.ts';

const day = 86_400_000;
/** No step asks for more answers than this. */
const mostCounted = 100;

/** Those that came with Earshot count once they were rewritten. */
const isWritten = ({ id, createdAt, updatedAt }: { id: string; createdAt: number; updatedAt: number }): boolean =>
  !id.startsWith('starter-') || updatedAt > createdAt;

function countHandles({ myHandles = {}, learntHandles = {} }: Settings): number {
  const learnt = Object.values(learntHandles).flat();
  return Object.values(myHandles).flat().length + learnt.filter(({ dismissed }) => !dismissed).length;
}

async function readAuthored(db: Database) {
  const [keywords, replies, people, settings, audits] = await Promise.all([
    db.keywords.toArray(),
    db.replies.toArray(),
    db.people.toArray(),
    db.settings.get('settings'),
    db.audits.orderBy('at').toArray(),
  ]);
  return {
    keywords: keywords.filter(({ paused }) => !paused),
    repliesWritten: replies.filter(isWritten).length,
    shortcuts: replies.filter((reply) => isWritten(reply) && reply.shortcut).length,
    packs: settings?.packedAt === undefined ? 0 : 1,
    handles: countHandles(settings ?? defaultSettings),
    peopleNoted: people.filter(({ note }) => note.trim()).length,
    audits: audits.length,
    auditedDays: Math.floor(((audits.at(-1)?.at ?? 0) - (audits[0]?.at ?? 0)) / day),
  };
}

async function countAuthored(db: Database) {
  const [rounds, answersPosted, assignees, plays, macros, reports, goals] = await Promise.all([
    db.rounds.count(),
    db.answers
      .filter(({ postedAt }) => postedAt !== undefined)
      .limit(mostCounted)
      .count(),
    db.mentions.orderBy('assignee').uniqueKeys(),
    db.plays.count(),
    db.macros.count(),
    db.reports.count(),
    db.goals.count(),
  ]);
  return { rounds, answersPosted, assignees: assignees.length, plays, macros, reports, goals };
}

/** `rows` are those of the last four weeks. */
export const readPlanFacts = (rows: MeasureRows): Promise<PlanFacts> =>
  reading(async (db) => {
    const [authored, counted] = await Promise.all([readAuthored(db), countAuthored(db)]);
    const isTheirs = (ids: readonly string[]) => ids.some((id) => rows.kinds.get(id) === 'competitor');
    const theirs = rows.mentions.filter(({ keywordIds }) => isTheirs(keywordIds));
    return {
      ...authored,
      ...counted,
      postsRead: rows.exposures.reduce((sum, { posts }) => sum + posts, 0),
      sitesRead: new Set(rows.exposures.map(({ site }) => site)).size,
      competitorMentions: theirs.length,
      competitorAnswers: theirs.filter(({ answeredAt }) => answeredAt !== undefined).length,
      praises: ofMine(rows.mentions, rows.kinds).filter(({ intents, sentiment }) => intents.includes('praise') || sentiment === 'positive')
        .length,
      champions: [...rows.peopleTags.values()].filter((tags) => tags.some((tag) => tag.toLowerCase() === 'champion')).length,
    };
  });
