/** How much is done at once where there may be a million mentions. Tests make these small to meet every case with few rows. */
export const bounds = {
  /** Rows read to answer one question about the inbox: some 20 ms. */
  looked: 600,
  /** Up to so many mentions that one property names are all read, and put in order then. */
  few: 300,
  /** Mentions in a segment of the search index, and how many of their names lie in one row. */
  segment: 10_000,
  names: 250,
  /** So many are gathered before they are written: each writing costs a row for every bucket. */
  gathered: 200,
  /** As many are taken into the index at once, so that nobody waits long for what is written meanwhile. */
  indexed: 5_000,
  /** With more than this to be looked at directly, the index is no help. */
  unindexed: 1_000,
  /** Segments smaller than half a one are joined once there are so many of them. */
  small: 8,
  /** Rows read at once where many are gone through: some 20 ms of a page's time. */
  slice: 1_000,
  /** Mentions gone through in one transaction to count them. */
  counted: 1_000,
  /** Mentions of which it is found out once more, in one transaction, what they say. */
  understood: 200,
  /** Mentions of which tallies are told in one transaction, and so the days: a day of more is told by itself. */
  told: 2_000,
};
