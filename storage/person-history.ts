/** What one person said and what was answered, in order of time. */
import type { Answer, Mention, Person } from '../core/model.ts';
import { joinPeople } from '../core/people.ts';
import { countMood, type Mood } from '../core/people-lists.ts';
import { type Database, reading } from './db.ts';
import { readGroup } from './people.ts';
import { splitKey } from './person-rows.ts';

export type Moment =
  | { kind: 'said'; at: number; mention: Mention }
  | { kind: 'answered'; at: number; answer: Answer; title: string | undefined };

export interface PersonHistory {
  ids: string[];
  person: Omit<Person, 'id' | 'sameAs' | 'notSameAs'>;
  /** As they call themselves on each site: the newest that was seen. */
  names: { id: string; name: string; url?: string; mentions: number }[];
  /** Newest first. */
  moments: Moment[];
  mentions: number;
  answers: number;
  mood: Mood;
  firstSeenAt: number | undefined;
  lastSeenAt: number | undefined;
  /** There is more than was read; what is summed up here is of the newest. */
  cut: boolean;
}

/** Nobody reads on past this many, and hardly anyone writes more. */
const mostRead = 2_000;

async function readMentions(db: Database, ids: readonly string[]): Promise<{ mentions: Mention[]; cut: boolean }> {
  const rows = await db.mentions
    .where('[site+author.handle]')
    .anyOf(ids.map(splitKey))
    .limit(mostRead + 1)
    .toArray();
  return { mentions: rows.slice(0, mostRead).filter(({ own }) => !own), cut: rows.length > mostRead };
}

/** Those that name the person, and those to a post of theirs from before answers did. */
async function readAnswers(db: Database, ids: readonly string[], mentions: readonly Mention[]): Promise<Answer[]> {
  const [toThem, toPosts] = await Promise.all([
    db.answers.where('personId').anyOf(ids).limit(mostRead).toArray(),
    db.answers
      .where('mentionId')
      .anyOf(mentions.map(({ id }) => id))
      .limit(mostRead)
      .toArray(),
  ]);
  return [...new Map([...toThem, ...toPosts].map((answer) => [answer.id, answer])).values()];
}

function namesOf(ids: readonly string[], mentions: readonly Mention[]): PersonHistory['names'] {
  return ids.map((id) => {
    const by = mentions.filter(({ site, author }) => `${site}:${author.handle}` === id).sort((a, b) => b.seenAt - a.seenAt);
    const url = by.find(({ author }) => author.url)?.author.url;
    return { id, name: by.find(({ author }) => author.name)?.author.name ?? '', ...(url ? { url } : {}), mentions: by.length };
  });
}

const writtenAt = ({ postedAt, seenAt }: Mention): number => postedAt ?? seenAt;

export const readHistory = (id: string): Promise<PersonHistory> =>
  reading(async (db) => {
    const ids = await readGroup(db, id);
    const [{ mentions, cut }, rows] = await Promise.all([readMentions(db, ids), db.people.bulkGet(ids)]);
    const answers = await readAnswers(db, ids, mentions);
    const replyIds = [...new Set(answers.flatMap(({ replyId }) => replyId ?? []))];
    const titles = new Map((await db.replies.bulkGet(replyIds)).flatMap((reply) => (reply ? [[reply.id, reply.title] as const] : [])));
    const moments: Moment[] = [
      ...mentions.map((mention): Moment => ({ kind: 'said', at: writtenAt(mention), mention })),
      ...answers.map(
        (answer): Moment => ({
          kind: 'answered',
          at: answer.postedAt ?? answer.insertedAt,
          answer,
          title: titles.get(answer.replyId ?? ''),
        }),
      ),
    ].sort((a, b) => b.at - a.at);
    const seen = mentions.map(({ seenAt }) => seenAt);
    return {
      ids,
      person: joinPeople(rows.filter((row) => row !== undefined)),
      names: namesOf(ids, mentions),
      moments,
      mentions: mentions.length,
      answers: answers.length,
      mood: countMood(mentions),
      firstSeenAt: seen.length > 0 ? Math.min(...seen) : undefined,
      lastSeenAt: seen.length > 0 ? Math.max(...seen) : undefined,
      cut,
    };
  });
