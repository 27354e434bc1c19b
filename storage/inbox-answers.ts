/** The part of an inbox filter that mentions do not tell themselves: whether they were answered, as the index of answers by their mention has it. */
import type { PromiseExtended } from 'dexie';
import { type AnswerKind, isOfKind, readAnswerStates } from '../core/became.ts';
import type { InboxFilter } from '../core/inbox-filter.ts';
import type { Mention } from '../core/model.ts';
import { bounds } from './bounds.ts';
import { type Database, reading } from './db.ts';

/** Of these, those whose answers are as the filter asks. */
export const keepAnswered = (db: Database, kind: AnswerKind, rows: readonly Mention[]): PromiseExtended<Mention[]> =>
  db.answers
    .where('mentionId')
    .anyOf(rows.map(({ id }) => id))
    .toArray()
    .then((answers) => {
      const states = readAnswerStates(answers);
      return rows.filter(({ id, status }) => isOfKind(kind, status, states.get(id)));
    });

/** The ids of all that have any answer, where these are few. */
export async function findAnswered(db: Database, { answer }: InboxFilter): Promise<string[] | undefined> {
  if (answer !== 'answered' && answer !== 'inserted') return undefined;
  const ids = await db.answers.limit(bounds.few + 1).primaryKeys();
  if (ids.length > bounds.few) return undefined;
  const answers = await db.answers.toArray();
  return answers.flatMap(({ mentionId }) => mentionId ?? []);
}

/** These as they are now; those whose answers are not as the filter asks are left out, as if they were gone. */
export const getMentionsOf = (ids: readonly string[], { answer }: InboxFilter): Promise<Mention[]> =>
  reading(async (db) => {
    const rows = (await db.mentions.bulkGet([...ids])).filter((mention) => mention !== undefined);
    return answer === undefined ? rows : keepAnswered(db, answer, rows);
  });
