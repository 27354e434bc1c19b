/** Macros, answers found by person and by site, mentions that wake from a snooze, and who looks after them. */
import * as v2 from './v2.ts';

export const version = 3;

export const stores = {
  ...v2.stores,
  mentions: `${v2.stores.mentions}, snoozedUntil, wokeAt, assignee`,
  answers: `${v2.stores.answers}, personId, [site+insertedAt]`,
  macros: 'id',
} as const;
