import { type Alternative, checkFilled, findAlternatives, listHushKeys } from '../../components/check-filled.ts';
import { type FilledReply, fillReply, type Need } from '../../components/fill-reply.ts';
import { answerOf } from '../../core/answer-of.ts';
import type { Reply } from '../../core/model.ts';
import type { Warning } from '../../core/reply-guard.ts';
import { askTab, send } from '../../messages/send.ts';
import type { PickerData } from './use-picker-data.ts';

export type Put = { outcome: 'inserted' | 'copied' | 'no-field' | 'failed' };
/** A reply, filled in, that something speaks against. */
export interface Warned {
  outcome: 'warned';
  reply: Reply;
  filled: FilledReply;
  warnings: Warning[];
  alternatives: Alternative[];
}
export type Chosen = Put | Warned | { outcome: 'unresolved'; needs: Need[]; stuck: string[] };

/** Puts a reply into the box, or says why not. */
export async function choose(reply: Reply, desk: PickerData, given: Readonly<Record<string, string>> = {}): Promise<Chosen> {
  return weigh(reply, fillReply(reply, desk, given), desk);
}

export async function weigh(reply: Reply, filled: FilledReply, desk: PickerData): Promise<Chosen> {
  return consider(reply, filled, desk) ?? put(reply, filled, desk);
}

/** What the person has to say before it may be put in. */
export function consider(reply: Reply, filled: FilledReply, desk: PickerData): Exclude<Chosen, Put> | undefined {
  if (filled.names.length > 0) return { outcome: 'unresolved', needs: filled.needs, stuck: filled.stuck };
  const warnings = checkFilled(filled, desk, desk.advice);
  if (warnings.length === 0) return undefined;
  return { outcome: 'warned', reply, filled, warnings, alternatives: findAlternatives(reply, desk, desk.advice) };
}

/** The page's script is given the finished text and nothing else. */
export async function put(reply: Reply, { text, cursor }: Pick<FilledReply, 'text' | 'cursor'>, desk: PickerData): Promise<Put> {
  const { context, advice, begin = '' } = desk;
  const caret = cursor === undefined ? undefined : begin.length + cursor;
  const result = await askTab('tab/insert', { text: begin + text, caret }).catch(() => undefined);
  if (result?.outcome === 'inserted') {
    const [id, now] = [crypto.randomUUID(), Date.now()];
    const { situation, suggested } = advice ?? {};
    const answer = answerOf({ id, now, replyId: reply.id, text, context, situation, suggested });
    await send('answer/save', { answer }).catch(console.error);
    return { outcome: 'inserted' };
  }
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => result?.outcome === 'copied',
  );
  if (!copied) return { outcome: 'failed' };
  return { outcome: result?.outcome === 'no-field' ? 'no-field' : 'copied' };
}

/** No more warnings of these kinds here. */
export async function hush(warnings: readonly Warning[], desk: PickerData): Promise<void> {
  const keys = listHushKeys(warnings, desk, desk.advice);
  await Promise.all(keys.map((key) => send('reply/hush', { key, hushed: true }))).catch(console.error);
}
