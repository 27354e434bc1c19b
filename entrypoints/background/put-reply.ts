/** A reply that was asked for where no page of ours is open: filled in here, and put into the box of the tab; or the picker, where it is for the person to say something first. */
import { checkFilled } from '../../components/check-filled.ts';
import { fillReply } from '../../components/fill-reply.ts';
import { adviceContext } from '../../core/advice-context.ts';
import { answerOf } from '../../core/answer-of.ts';
import type { Reply } from '../../core/model.ts';
import { sendToTab } from '../../messages/send.ts';
import { readAdvice } from '../../storage/advice.ts';
import { saveAnswer } from '../../storage/answers.ts';
import { getKnownPerson } from '../../storage/people.ts';
import { listReplies } from '../../storage/replies.ts';
import { getSettings } from '../../storage/settings.ts';

interface Where {
  tabId: number;
  incognito: boolean;
  /** What was typed for it, and is replaced. */
  word?: string;
}

/** As in `{{snippet}}`: `;sig`, `sig` and `SIG` are one. */
const plain = (shortcut: string): string => shortcut.trim().replace(/^;/, '').toLowerCase();

export async function findByShortcut(word: string): Promise<Reply | undefined> {
  const wanted = plain(word);
  return wanted === '' ? undefined : (await listReplies()).find(({ shortcut }) => plain(shortcut) === wanted);
}

async function readDesk(tabId: number) {
  const { context } = await sendToTab(tabId, 'tab/context', {});
  const { siteId, author } = context;
  const [replies, { me, campaign }, person, advice] = await Promise.all([
    listReplies(),
    getSettings(),
    siteId && author?.handle ? getKnownPerson(`${siteId}:${author.handle}`) : undefined,
    readAdvice(adviceContext(context)),
  ]);
  return { replies, me, campaign, person, context, advice };
}

/** @returns whether it was put in */
export async function putReply(reply: Reply, { tabId, incognito, word }: Where): Promise<boolean> {
  const desk = await readDesk(tabId);
  const filled = fillReply(reply, desk);
  const { text, cursor: caret } = filled;
  if (filled.names.length > 0 || checkFilled(filled, desk, desk.advice).length > 0) {
    await sendToTab(tabId, 'tab/offer', { replyId: reply.id });
    return false;
  }
  const { outcome } =
    word === undefined
      ? await sendToTab(tabId, 'tab/insert', { text, caret })
      : await sendToTab(tabId, 'tab/expand', { word, text, caret });
  if (outcome !== 'inserted') return false;
  const { context, advice } = desk;
  const [id, now] = [crypto.randomUUID(), Date.now()];
  const { situation, suggested } = advice;
  if (!incognito) await saveAnswer(answerOf({ id, now, replyId: reply.id, text, context, situation, suggested }));
  return true;
}
