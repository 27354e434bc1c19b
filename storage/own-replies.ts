import Dexie from 'dexie';
import { mentionIdOf } from '../core/mention.ts';
import type { Answer, Mention, SeenPost } from '../core/model.ts';
import { listAbove, longest, moveBy, readSeen } from '../core/own-reply.ts';
import { answerTables, putAnswers } from './answer-writes.ts';
import { type Database, reading, write } from './db.ts';
import { mentionTables, putMentions } from './mention-writes.ts';

async function listKnown(db: Database, seen: SeenPost, now: number): Promise<Answer[]> {
  const above = [...listAbove(seen), seen.thread].filter((id) => id !== undefined).map((id) => mentionIdOf(seen.site, id));
  const since = Math.min(seen.postedAt ?? now, now) - longest.under;
  const [recent, under] = await Promise.all([
    db.answers.where('[site+insertedAt]').between([seen.site, since], [seen.site, Dexie.maxKey]).toArray(),
    db.answers.where('mentionId').anyOf(above).toArray(),
  ]);
  return [...new Map([...recent, ...under].map((answer) => [answer.id, answer])).values()];
}

/** Not every site says which posts are the person's own: an answer with a keyword in it was taken for a mention by somebody. */
async function takeAsOwn(db: Database, id: string): Promise<void> {
  const heard = await db.mentions.get(id);
  if (!heard || heard.own) return;
  await putMentions(db, [{ ...heard, own: true, status: heard.status === 'new' ? 'ignored' : heard.status }], [heard]);
}

async function noteOne(db: Database, seen: SeenPost, now: number): Promise<boolean> {
  const answers = await listKnown(db, seen, now);
  const ids = [...listAbove(seen).map((id) => mentionIdOf(seen.site, id)), ...answers.map(({ mentionId }) => mentionId)];
  const mentions = (await db.mentions.bulkGet([...new Set(ids.filter((id) => id !== undefined))])).filter((one) => one !== undefined);
  const meaning = readSeen(seen, { answers, mentions, now });
  const isKnown = answers.some(({ site, postId }) => site === seen.site && postId === seen.postId);
  if (isKnown || meaning?.kind === 'sent') await takeAsOwn(db, mentionIdOf(seen.site, seen.postId));
  if (!meaning) return false;
  await putAnswers(db, [meaning.answer]);
  const mention = mentions.find(({ id }) => id === meaning.mentionId);
  const move = mention && moveBy(mention, meaning);
  if (move) {
    const { snoozedUntil, ...rest } = mention;
    await putMentions(db, [{ ...rest, ...move }], [mention]);
  }
  return true;
}

/** What was seen in a page, in the order it was written. @returns how many of the posts were news */
export const noteSeen = (posts: readonly SeenPost[], now: number): Promise<number> =>
  write([...new Set([...answerTables, ...mentionTables])], async (db) => {
    let news = 0;
    const inOrder = [...posts].sort((a, b) => (a.postedAt ?? now) - (b.postedAt ?? now) || Number(b.own) - Number(a.own));
    for (const seen of inOrder) if (await noteOne(db, seen, now)) news += 1;
    return news;
  });

/** So long after it was put in, a page is told what to look for: a reply sent from one page may be shown on the next. */
const awaited = 30 * 60_000;

/** What was put in on a site a moment ago and has not been seen there, newest first. */
export const listAwaited = (site: string, now: number): Promise<string[]> =>
  reading(async (db) => {
    const recent = await db.answers
      .where('[site+insertedAt]')
      .between([site, now - awaited], [site, Dexie.maxKey])
      .reverse()
      .toArray();
    return recent.flatMap(({ postId, text }: Answer) => (postId === undefined && text ? [text] : [])).slice(0, 5);
  });

/** The fields of an answer that its mention knows. */
export const factsOf = ({ site, community, author }: Mention): Partial<Answer> => ({
  site,
  ...(community ? { community } : {}),
  ...(author.handle ? { personId: `${site}:${author.handle}` } : {}),
});
