import { type Desk, fillReply, type Need } from '../../components/fill-reply.ts';
import type { Reply } from '../../core/model.ts';
import { send, sendToTab } from '../../messages/send.ts';
import { getPerson } from '../../storage/people.ts';
import type { ThisTab } from './this-tab.ts';

export type Values = Readonly<Record<string, string>>;

/** `unresolved`: the reply needs what is not known here, or cannot be filled in at all; nothing was inserted. */
export type Insertion =
  | { outcome: 'inserted' | 'copied' | 'no-field' }
  | { outcome: 'unresolved'; needs: Need[]; stuck: string[] }
  | { outcome: 'failed'; text: string };

/** Fills a reply in for the page and puts it into its box; where it cannot be seen to have landed, it is on the clipboard. */
export async function insertReply(reply: Reply, tab: ThisTab | undefined, desk: Desk, given: Values): Promise<Insertion> {
  const asked = tab && (await sendToTab(tab.id, 'tab/context', {}).catch(() => undefined));
  const { siteId, author } = asked?.context ?? {};
  const person = siteId && author?.handle ? await getPerson(`${siteId}:${author.handle}`).catch(() => undefined) : undefined;
  const filled = fillReply(reply, { ...desk, context: asked?.context, person }, given);
  if (filled.names.length > 0) return { outcome: 'unresolved', needs: filled.needs, stuck: filled.stuck };
  const part = { text: filled.text, caret: filled.cursor };
  const result = tab && asked?.hasField ? await sendToTab(tab.id, 'tab/insert', part).catch(() => undefined) : undefined;
  if (result?.outcome === 'inserted') {
    const answer = { id: crypto.randomUUID(), mentionId: asked?.context.mentionId, replyId: reply.id, insertedAt: Date.now() };
    // The text stands in the box: that it could not be noted down does not make it a failure.
    await send('answer/save', { answer }).catch(console.error);
    return { outcome: 'inserted' };
  }
  if (!(await copy(filled.text))) return { outcome: 'failed', text: filled.text };
  return { outcome: asked?.hasField && result?.outcome !== 'no-field' ? 'copied' : 'no-field' };
}

export async function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
