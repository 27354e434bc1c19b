/** What was begun to be written and is not saved is there again after its page was closed. */
import * as v4 from './v4.ts';

export const version = 5;

export const stores = {
  ...v4.stores,
  /** In no backup, no second copy and no export: it goes with what it is about. */
  drafts: 'id, at',
} as const;
