import { listHushKeys } from '../../components/check-filled.ts';
import type { DeskReading, ReplyDesk } from '../../components/reply-desk.ts';
import type { Warning } from '../../core/reply-guard.ts';
import { send } from '../../messages/send.ts';

/** What is asked where a reply is chosen for a mention. */
export const deskReading: DeskReading = {
  listReplies: (personId) => send('reply/list', personId ? { personId } : {}),
  advise: (context) => send('reply/advice', { context }),
};

/** No more warnings of these kinds there. */
export async function hushThere(warnings: readonly Warning[], desk: ReplyDesk): Promise<void> {
  await Promise.all(listHushKeys(warnings, desk, desk.advice).map((key) => send('reply/hush', { key, hushed: true })));
}
