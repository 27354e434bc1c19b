/** What bears on an answer before it is given. Every read is bounded, and goes by an index: it is asked each time the picker opens. */

import Dexie from 'dexie';
import type { Answer, Mention, ReplyContext, Settings, Situation } from '../core/model.ts';
import type { Past } from '../core/reply-guard.ts';
import { personIdOf, situationOf } from '../core/situation.ts';
import { type Suggested, suggestReplies } from '../core/suggest-replies.ts';
import { type Database, reading } from './db.ts';
import { readGroup } from './people.ts';
import { getSettings } from './settings.ts';

/** As many of the last answers on a site, and to a person, a reply is compared with. */
const compared = 30;
/** As many choices are learnt from. */
const learntFrom = 2_000;
/** Nobody is answered more often than this; of who is, the newest are not surely among them. */
const mostToOne = 300;

export interface Advice {
  situation: Situation;
  past: { onSite: Answer[]; toPerson: Answer[]; toPost: Answer[] };
  suggested: Suggested[];
  note?: { text: string; noPromotion?: boolean | undefined };
  hushed: string[];
  brand: string;
}

const newestFirst = (answers: Answer[]): Answer[] => answers.sort((a, b) => b.insertedAt - a.insertedAt).slice(0, compared);

/** Whom it answers is known. The same text in a box of its own may be the one that was just undone: nobody was told it twice. */
const isAnswer = ({ mentionId, author, excerpt }: ReplyContext): boolean => Boolean(mentionId ?? author ?? excerpt);

async function readPast(db: Database, site: string, context: ReplyContext, mention: Mention | undefined): Promise<Advice['past']> {
  const { answers } = db;
  const { mentionId } = context;
  const personId = personIdOf(context, mention);
  const [onSite, toPerson, toPost] = await Promise.all([
    !isAnswer(context)
      ? []
      : answers.where('[site+insertedAt]').between([site, Dexie.minKey], [site, Dexie.maxKey]).reverse().limit(compared).toArray(),
    personId
      ? answers
          .where('personId')
          .anyOf(await readGroup(db, personId))
          .limit(mostToOne)
          .toArray()
      : [],
    mentionId ? answers.where('mentionId').equals(mentionId).limit(mostToOne).toArray() : [],
  ]);
  return { onSite, toPerson: newestFirst(toPerson), toPost: newestFirst(toPost) } satisfies Past;
}

async function suggest(db: Database, situation: Situation): Promise<Suggested[]> {
  const [replies, answers] = await Promise.all([
    db.replies.toArray(),
    db.answers.orderBy('insertedAt').reverse().limit(learntFrom).toArray(),
  ]);
  return suggestReplies(situation, replies, answers).map(({ reply, reasons }) => ({ replyId: reply.id, reasons }));
}

function findNote({ communityNotes = {} }: Settings, site: string, community: string | undefined): Advice['note'] {
  return (community ? communityNotes[`${site}:${community}`] : undefined) ?? communityNotes[site];
}

export async function readAdvice(context: ReplyContext): Promise<Advice> {
  const settings = await getSettings();
  return reading(async (db) => {
    const mention: Mention | undefined = context.mentionId ? await db.mentions.get(context.mentionId) : undefined;
    const keyword = mention?.keywordIds[0] ? await db.keywords.get(mention.keywordIds[0]) : undefined;
    const situation = situationOf(context, mention, keyword?.kind);
    const [past, suggested] = await Promise.all([readPast(db, situation.site, context, mention), suggest(db, situation)]);
    const note = findNote(settings, situation.site, mention?.community ?? context.community);
    return { situation, past, suggested, ...(note ? { note } : {}), hushed: settings.hushed ?? [], brand: settings.brand };
  });
}
