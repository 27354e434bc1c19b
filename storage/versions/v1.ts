/** The first shape of the database. Shipped versions are never edited: a change is a new file beside this one. */
export const version = 1;

export const stores = {
  mentions: 'id, seenAt, [site+seenAt], [status+seenAt], [site+status+seenAt], [site+author.handle], *keywordIds',
  keywords: 'id',
  replies: 'id',
  people: 'id',
  exposures: 'id, [site+hour], hour',
  answers: 'id, mentionId, insertedAt',
  goals: 'id',
  settings: 'id',
  /** How many mentions a keyword had on a site on a day (`day` is its first millisecond, UTC), so that nothing need be counted by scanning. */
  tallies: '[keywordId+site+day], keywordId, day',
  /** The hashes of the posts scanned in the last hours: what makes an exposure count distinct posts. */
  scannedPosts: 'id, hour',
} as const;
