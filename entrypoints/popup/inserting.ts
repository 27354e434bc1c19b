import { type Advice, type Alternative, checkFilled, findAlternatives, listHushKeys } from '../../components/check-filled.ts';
import { type Desk, type FilledReply, fillReply, type Need } from '../../components/fill-reply.ts';
import { adviceContext } from '../../core/advice-context.ts';
import { answerOf } from '../../core/answer-of.ts';
import type { Reply, ReplyContext } from '../../core/model.ts';
import type { Warning } from '../../core/reply-guard.ts';
import { send, sendToTab } from '../../messages/send.ts';
import { getKnownPerson } from '../../storage/people.ts';
import { findThisTab, type ThisTab } from './this-tab.ts';

export type Values = Readonly<Record<string, string>>;

/** The page a reply is for, as it is now: its box, the post that answers, and what is known of that. */
export interface Place {
  tab: ThisTab | undefined;
  desk: Desk;
  hasField: boolean;
  advice: Advice | undefined;
}

export interface Warned {
  outcome: 'warned';
  reply: Reply;
  filled: FilledReply;
  warnings: Warning[];
  alternatives: Alternative[];
  place: Place;
}

/** `unresolved`: the reply needs what is not known here, or cannot be filled in at all; nothing was inserted. */
export type Insertion =
  | { outcome: 'inserted' | 'copied' | 'no-field' }
  | { outcome: 'unresolved'; needs: Need[]; stuck: string[] }
  | Warned
  | { outcome: 'failed'; text: string };

export const readAdvice = (context: ReplyContext): Promise<Advice | undefined> =>
  send('reply/advice', { context: adviceContext(context) }).catch(() => undefined);

/** @param known the popup's page, where it has found that out: its replies are there to be pressed sooner */
async function readPlace(known: ThisTab | undefined, desk: Desk): Promise<Place> {
  const tab = known ?? (await findThisTab(location.search));
  const asked = tab && (await sendToTab(tab.id, 'tab/context', {}).catch(() => undefined));
  const { siteId, author } = asked?.context ?? {};
  const [person, advice] = await Promise.all([
    siteId && author?.handle ? getKnownPerson(`${siteId}:${author.handle}`).catch(() => undefined) : undefined,
    asked ? readAdvice(asked.context) : undefined,
  ]);
  return { tab, desk: { ...desk, context: asked?.context, person }, hasField: asked?.hasField ?? false, advice };
}

/** Fills a reply in for the page and puts it into its box, unless something speaks against it. */
export async function insertReply(reply: Reply, tab: ThisTab | undefined, desk: Desk, given: Values): Promise<Insertion> {
  const place = await readPlace(tab, desk);
  return weigh(reply, fillReply(reply, place.desk, given), place);
}

export async function weigh(reply: Reply, filled: FilledReply, place: Place): Promise<Insertion> {
  if (filled.names.length > 0) return { outcome: 'unresolved', needs: filled.needs, stuck: filled.stuck };
  // Without a box it goes to the clipboard, and what becomes of it there nobody knows.
  const warnings = place.hasField ? checkFilled(filled, place.desk, place.advice) : [];
  if (warnings.length === 0) return put(reply, filled, place);
  return { outcome: 'warned', reply, filled, warnings, alternatives: findAlternatives(reply, place.desk, place.advice), place };
}

export type Copied = { outcome: 'copied' } | Extract<Insertion, { outcome: 'unresolved' | 'failed' }>;

/** Onto the clipboard as it would go into the page's box. */
export async function copyReply(reply: Reply, tab: ThisTab | undefined, desk: Desk, given: Values): Promise<Copied> {
  const place = await readPlace(tab, desk);
  const { text, names, needs, stuck } = fillReply(reply, place.desk, given);
  if (names.length > 0) return { outcome: 'unresolved', needs, stuck };
  return (await copy(text)) ? { outcome: 'copied' } : { outcome: 'failed', text };
}

/** Where it cannot be seen to have landed, it is on the clipboard. */
export async function put(reply: Reply, { text, cursor }: Pick<FilledReply, 'text' | 'cursor'>, place: Place): Promise<Insertion> {
  const { tab, hasField, advice, desk } = place;
  const result = tab && hasField ? await sendToTab(tab.id, 'tab/insert', { text, caret: cursor }).catch(() => undefined) : undefined;
  if (result?.outcome === 'inserted') {
    const [id, now] = [crypto.randomUUID(), Date.now()];
    const { situation, suggested } = advice ?? {};
    const answer = answerOf({ id, now, replyId: reply.id, text, context: desk.context, situation, suggested });
    // The text stands in the box: that it could not be noted down does not make it a failure.
    await send('answer/save', { answer }).catch(console.error);
    return { outcome: 'inserted' };
  }
  if (!(await copy(text))) return { outcome: 'failed', text };
  return { outcome: hasField && result?.outcome !== 'no-field' ? 'copied' : 'no-field' };
}

/** No more warnings of these kinds here. */
export async function hush({ warnings, place }: Warned): Promise<void> {
  const keys = listHushKeys(warnings, place.desk, place.advice);
  await Promise.all(keys.map((key) => send('reply/hush', { key, hushed: true }))).catch(console.error);
}

export async function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
