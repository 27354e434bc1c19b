/**
 * What makes an inbox of a hundred thousand usable: stars, tags, threads, likeness and priority found by an index, counts kept as they change,
 * and words found without reading a mention. With it come rules, views, notices, and what is measured: goals, turning points, audits.
 */
import * as v3 from './v3.ts';

export const version = 4;

export const stores = {
  ...v3.stores,
  mentions: `${v3.stores.mentions}, starred, [starred+seenAt], *tags, [status+priority+seenAt], [status+reach+seenAt], thread, likeness`,
  people: 'id, *sameAs',
  rules: 'id',
  views: 'id',
  notices: 'id, at',
  /** How many mentions there are of a kind (`status:new`, `all`), changed in the transaction that changes the mentions. */
  counts: 'id',
  /** Which mentions of a segment have a word that falls into a bucket. */
  postings: '[segment+bucket]',
  /** A segment's mentions, and from when to when they were seen. */
  segments: 'id, to',
  /** The ids of mentions that are in no segment yet, or are there as they were before they changed. */
  unindexed: 'id',
  corrections: 'id',
  turningPoints: 'id, at',
  audits: 'id, at',
  plays: 'id',
  /** What the person wrote into reports. */
  reports: 'id',
  /** What the browser lets us keep only here: the folder that backups go to. */
  handles: 'id',
} as const;
