import { fillReply, type Need } from '../../components/fill-reply.ts';
import type { Reply } from '../../core/model.ts';
import { askTab, send } from '../../messages/send.ts';
import type { PickerData } from './use-picker-data.ts';

export type Chosen = { outcome: 'inserted' | 'copied' | 'no-field' | 'failed' } | { outcome: 'unresolved'; needs: Need[]; stuck: string[] };

/** Puts a reply into the box, or says why not. The page's script is given the finished text and nothing else. */
export async function choose(reply: Reply, desk: PickerData, given: Readonly<Record<string, string>> = {}): Promise<Chosen> {
  const { context } = desk;
  const filled = fillReply(reply, desk, given);
  if (filled.names.length > 0) return { outcome: 'unresolved', needs: filled.needs, stuck: filled.stuck };
  const result = await askTab('tab/insert', { text: filled.text, caret: filled.cursor }).catch(() => undefined);
  if (result?.outcome === 'inserted') {
    await send('answer/save', {
      answer: { id: crypto.randomUUID(), mentionId: context?.mentionId, replyId: reply.id, insertedAt: Date.now() },
    }).catch(console.error);
    return { outcome: 'inserted' };
  }
  const copied = await navigator.clipboard.writeText(filled.text).then(
    () => true,
    () => result?.outcome === 'copied',
  );
  if (!copied) return { outcome: 'failed' };
  return { outcome: result?.outcome === 'no-field' ? 'no-field' : 'copied' };
}
