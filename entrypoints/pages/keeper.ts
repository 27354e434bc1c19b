import type { Keeper } from '../../components/editing.ts';
import { send } from '../../messages/send.ts';

/** Only the background writes; a page of ours asks it to. The same for popup and dashboard. */
export const keeper: Keeper = {
  saveKeyword: (keyword) => send('keyword/save', { keywords: [keyword] }),
  removeKeyword: (id) => send('keyword/remove', { id }),
  saveReply: (reply) => send('reply/save', { replies: [reply] }),
  removeReply: (id) => send('reply/remove', { id }),
};
