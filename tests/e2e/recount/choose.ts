/** What passes the filter of the insights page, in the time that is chosen and in as long a time before it. */
import { type Clock, day } from './clock.ts';
import { dayHeard, type Keyword, type Mention, type Read, type Rows } from './rows.ts';

export interface Choice {
  days: number;
  /** So many days ago the last of them was. */
  ago?: number;
  /** Its id. */
  keyword?: string;
  site?: string;
  community?: string;
  kind?: string;
}

/** Mentions of which nothing but the count was kept. */
export interface Bare {
  keywordId: string;
  site: string;
  day: number;
  count: number;
}

export interface Heard {
  posts: Mention[];
  bare: Bare[];
  /** By site. */
  read: Read[];
  /** By community. */
  readIn: Read[];
}

export interface Chosen {
  rows: Rows;
  choice: Choice;
  clock: Clock;
  keywords: Keyword[];
  from: number;
  to: number;
  now: Heard;
  before: Heard;
  /** Of every keyword. */
  all: Heard;
  allBefore: Heard;
  /** Of the chosen keyword, or else of the brands. */
  mine: Mention[];
  mineBefore: Mention[];
}

/** Three numbers tell a post in a tally; what it counts beyond them is bare. The hours of its day are not known: noon stands for them. */
function listBare({ tallies, clock }: Rows): Bare[] {
  return tallies
    .map(({ keywordId, site, day: at, count, posts = [] }) => ({
      keywordId,
      site,
      day: clock.dayOf(at + day / 2),
      count: count - posts.length / 3,
    }))
    .filter(({ count }) => count > 0);
}

const sameWord = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

function pick(rows: Rows, choice: Choice, from: number, to: number): Heard {
  const { clock } = rows;
  const { keyword, site, community, kind } = choice;
  const isIn = (date: number) => date >= from && date <= to;
  const isHere = (one: { site: string; community?: string }) =>
    (!site || one.site === site) && (!community || sameWord(one.community, community));
  const known = keyword ? [keyword] : rows.keywords.map(({ id }) => id);
  const read = (list: readonly Read[]) => list.filter((one) => isHere(one) && isIn(clock.dayOf(one.hour)));
  const isAsked = (one: Mention) => isHere(one) && (!kind || one.kind === kind) && one.keywordIds.some((id) => known.includes(id));
  // Of what kind they are, and in which community, was not kept.
  const bare = kind || community ? [] : listBare(rows);
  return {
    posts: rows.counted.filter((one) => isAsked(one) && isIn(dayHeard(one, clock))),
    bare: bare.filter((one) => isHere(one) && isIn(one.day) && known.includes(one.keywordId)),
    read: read(community ? rows.coverage : rows.exposures),
    readIn: read(rows.coverage),
  };
}

export function choose(rows: Rows, choice: Choice, moment: number): Chosen {
  const { clock, keywords } = rows;
  const to = clock.dayOf(moment) - (choice.ago ?? 0) * day;
  const from = to - (choice.days - 1) * day;
  const [fromBefore, toBefore] = [from - choice.days * day, from - day];
  const { keyword: _, ...anyKeyword } = choice;
  const brands = keywords.filter(({ kind }) => kind === 'brand').map(({ id }) => id);
  const ofMine = (posts: Mention[]) => posts.filter(({ keywordIds }) => choice.keyword || keywordIds.some((id) => brands.includes(id)));
  const [now, before] = [pick(rows, choice, from, to), pick(rows, choice, fromBefore, toBefore)];
  return {
    rows,
    choice,
    clock,
    keywords,
    from,
    to,
    now,
    before,
    all: pick(rows, anyKeyword, from, to),
    allBefore: pick(rows, anyKeyword, fromBefore, toBefore),
    mine: ofMine(now.posts),
    mineBefore: ofMine(before.posts),
  };
}

/** On which days something was read on a site. */
export function daysRead(read: readonly Read[], clock: Clock): (site: string, date: number) => boolean {
  const known = new Set(read.map(({ site, hour }) => `${site} ${clock.dayOf(hour)}`));
  return (site, date) => known.has(`${site} ${date}`);
}

/** The days of the time, or seven at a time, of which the first may be fewer. */
export function listParts({ from, to }: { from: number; to: number }, size: number): { from: number; to: number }[] {
  const parts = [];
  for (let last = to; last >= from; last -= size * day) parts.push({ from: Math.max(from, last - (size - 1) * day), to: last });
  return parts.reverse();
}
