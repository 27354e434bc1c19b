import { fillReply } from '../../components/fill-reply.ts';
import type { Reply } from '../../core/model.ts';
import { send, sendToTab } from '../../messages/send.ts';
import type { ThisTab } from './this-tab.ts';

export type Values = Readonly<Record<string, string>>;

/** `unresolved`: names that stand in the reply and have no value here; nothing was inserted. */
export type Insertion =
  | { outcome: 'inserted' | 'copied' | 'no-field' }
  | { outcome: 'unresolved'; names: string[] }
  | { outcome: 'failed'; text: string };

/** Fills a reply in for the page and puts it into its box; where it cannot be seen to have landed, it is on the clipboard. */
export async function insertReply(reply: Reply, tab: ThisTab | undefined, me: { name: string }, given: Values): Promise<Insertion> {
  const asked = tab && (await sendToTab(tab.id, 'tab/context', {}).catch(() => undefined));
  const filled = fillReply(reply, { context: asked?.context, me }, given);
  if (filled.names.length > 0) return { outcome: 'unresolved', names: filled.names };
  const result = tab && asked?.hasField ? await sendToTab(tab.id, 'tab/insert', { text: filled.text }).catch(() => undefined) : undefined;
  if (result?.outcome === 'inserted') {
    const answer = {
      id: crypto.randomUUID(),
      mentionId: asked?.context.mentionId,
      replyId: reply.id,
      insertedAt: Date.now(),
      text: filled.text,
    };
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
