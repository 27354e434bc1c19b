/** Posts scanned lately, mutes and what they kept away, coverage by community, rounds, and sites whose markup has changed. */
import * as v1 from './v1.ts';

export const version = 2;

export const stores = {
  ...v1.stores,
  mutes: 'id',
  keptAway: 'id',
  recentPosts: 'id, seenAt',
  coverage: '[site+community+hour], [site+hour], hour',
  rounds: 'id',
  siteChecks: 'id',
} as const;
