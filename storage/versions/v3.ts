/** Macros, answers found by person and by site, and mentions that wake from a snooze. */
import * as v2 from './v2.ts';

export const version = 3;

export const stores = {
  ...v2.stores,
  mentions: `${v2.stores.mentions}, snoozedUntil`,
  answers: `${v2.stores.answers}, personId, [site+insertedAt]`,
  macros: 'id',
} as const;
