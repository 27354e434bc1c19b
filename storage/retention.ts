/** Mentions do not stay for ever: those of strangers least of all. */
import Dexie from 'dexie';
import type { Answer, Mention, Person } from '../core/model.ts';
import { type Clock, isKept, lookAtClock } from '../core/retention.ts';
import { putAnswers } from './answer-writes.ts';
import { type Database, reading, write } from './db.ts';
import { mentionTables, removeMentions } from './mention-writes.ts';

const chunk = 500;

const idsOf = (people: readonly Person[]): Set<string> =>
  new Set(people.flatMap(({ id, sameAs = [] }) => [id, ...sameAs]).map((id) => id.toLowerCase()));

/** An answer is the person's own words and stays; whom it was to is known no longer than their post. */
function forgetWhom(answer: Answer): Answer {
  const { mentionId: _, personId: __, postId: ___, url: ____, ...own } = answer;
  return own;
}

async function forgetMentions(db: Database, gone: readonly string[]): Promise<void> {
  await removeMentions(db, gone, 'stay');
  const answers = await db.answers.where('mentionId').anyOf(gone).toArray();
  await putAnswers(db, answers.map(forgetWhom));
  const isGone = new Set(gone);
  await db.notices.filter(({ mentionId }) => mentionId !== undefined && isGone.has(mentionId)).delete();
}

/** One step in one transaction. @returns where the next begins, if there is more */
async function removeSome(after: [number, string] | undefined, cutoff: number) {
  return write([...mentionTables, 'people', 'notices'], async (db) => {
    const from = after?.[0] ?? Dexie.minKey;
    const rows = await db.mentions
      .where('seenAt')
      .between(from, cutoff, true, false)
      .limit(chunk * 4)
      .toArray();
    const fresh = rows.filter(({ seenAt, id }) => !after || seenAt > after[0] || id > after[1]).slice(0, chunk);
    const people = idsOf(await db.people.toArray());
    const gone = fresh.filter((mention: Mention) => !isKept(mention, people)).map(({ id }) => id);
    if (gone.length > 0) await forgetMentions(db, gone);
    const last = fresh.at(-1);
    return { removed: gone.length, next: last && fresh.length === chunk ? ([last.seenAt, last.id] as [number, string]) : undefined };
  });
}

/** Lets go of what is too old, unless the clock has jumped. @returns what is to be remembered of the clock */
export async function retain(clock: Clock | undefined, now: number): Promise<{ clock: Clock; removed: number }> {
  const { newest, keepDays } = await reading(async (db) => ({
    newest: await db.mentions.orderBy('seenAt').last(),
    keepDays: (await db.settings.get('settings'))?.keepDays,
  }));
  const looked = lookAtClock(clock, { now, newestSeen: newest?.seenAt, keepDays });
  let removed = 0;
  let next: [number, string] | undefined;
  if (looked.cutoff !== undefined)
    do {
      const step = await removeSome(next, looked.cutoff);
      removed += step.removed;
      next = step.next;
    } while (next);
  const { cutoff } = looked;
  // What was begun that long ago is gone back to no more.
  if (cutoff !== undefined) await write(['drafts'], (db) => db.drafts.where('at').below(cutoff).delete());
  return { clock: looked.clock, removed };
}
