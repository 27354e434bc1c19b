/**
 * What was read where, and what of it spoke of a keyword: by site, community and day. A day on which nothing was read is unknown, never zero,
 * and its mentions (seen before counting began, say) enter no rate.
 */
import { type Rate, rateOf } from './rates.ts';

/** Somewhere posts stand: a site, or one of its communities. */
interface Somewhere {
  readonly site: string;
  readonly community?: string | undefined;
}

export interface Counted extends Somewhere {
  readonly hour: number;
  readonly posts: number;
}

export interface Seen extends Somewhere {
  readonly seenAt: number;
}

/** The hour in which something was read somewhere. */
export interface LastRead extends Somewhere {
  readonly hour: number;
}

export interface CoverageDay {
  readonly day: number;
  /** Undefined where nothing was read. */
  readonly posts: number | undefined;
  readonly mentions: number;
}

export interface CoverageRow {
  readonly site: string;
  readonly community: string | undefined;
  /** Oldest first. */
  readonly days: readonly CoverageDay[];
  /** Undefined where nothing was read on any of the days. */
  readonly posts: number | undefined;
  readonly mentions: number;
  readonly rate: Rate | undefined;
  /** The first millisecond of the hour in which something was read last, on these days or before. */
  readonly lastRead: number | undefined;
}

export interface SiteCoverage extends CoverageRow {
  readonly communities: readonly CoverageRow[];
}

export interface CoverageInput {
  /** The first millisecond of each day, oldest first; the last one has not ended. */
  readonly days: readonly number[];
  /** By site, each post once. */
  readonly exposures: readonly Counted[];
  /** By community. */
  readonly communities: readonly Counted[];
  readonly mentions: readonly Seen[];
  readonly lastRead: readonly LastRead[];
}

/** Which of the days a moment lies in; -1 before the first. Days differ in length where clocks are put forward. */
export function dayIndexOf(days: readonly number[], time: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** One community may be written in several ways. */
const keyOf = ({ site, community }: Somewhere): string => `${site}\n${community?.trim().toLowerCase() ?? ''}`;

interface Draft extends Somewhere {
  posts: (number | undefined)[];
  mentions: number[];
  lastRead: number | undefined;
}

function collect({ days, exposures, communities, mentions, lastRead }: CoverageInput): Draft[] {
  const drafts = new Map<string, Draft>();
  const at = (where: Somewhere): Draft => {
    const known = drafts.get(keyOf(where));
    if (known) return known;
    const { site, community } = where;
    const draft = { site, community, posts: Array.from(days, () => undefined), mentions: Array.from(days, () => 0), lastRead: undefined };
    drafts.set(keyOf(where), draft);
    return draft;
  };
  for (const counted of [...exposures, ...communities]) {
    const i = dayIndexOf(days, counted.hour);
    const draft = at(counted);
    draft.lastRead = Math.max(draft.lastRead ?? 0, counted.hour);
    if (i >= 0) draft.posts[i] = (draft.posts[i] ?? 0) + counted.posts;
  }
  for (const { site, community, seenAt } of mentions) {
    const i = dayIndexOf(days, seenAt);
    if (i < 0) continue;
    for (const draft of community?.trim() ? [at({ site }), at({ site, community })] : [at({ site })])
      draft.mentions[i] = (draft.mentions[i] ?? 0) + 1;
  }
  for (const read of lastRead) {
    const draft = at(read);
    draft.lastRead = Math.max(draft.lastRead ?? 0, read.hour);
  }
  return [...drafts.values()];
}

const sum = (numbers: readonly (number | undefined)[]): number => numbers.reduce<number>((total, n) => total + (n ?? 0), 0);

function finish({ site, community, posts, mentions, lastRead }: Draft, days: readonly number[]): CoverageRow {
  const read = posts.some((n) => n !== undefined) ? sum(posts) : undefined;
  const amongRead = sum(mentions.filter((_, i) => posts[i] !== undefined));
  return {
    site,
    community,
    days: days.map((day, i) => ({ day, posts: posts[i], mentions: mentions[i] ?? 0 })),
    posts: read,
    mentions: sum(mentions),
    rate: read === undefined ? undefined : rateOf(amongRead, read),
    lastRead,
  };
}

const mostReadFirst = (a: CoverageRow, b: CoverageRow): number =>
  (b.posts ?? -1) - (a.posts ?? -1) ||
  (b.lastRead ?? 0) - (a.lastRead ?? 0) ||
  (a.community ?? a.site).localeCompare(b.community ?? b.site);

function groupBySite(rows: readonly CoverageRow[]): Map<string, CoverageRow[]> {
  const groups = new Map<string, CoverageRow[]>();
  for (const row of rows) {
    const group = groups.get(row.site) ?? [];
    group.push(row);
    groups.set(row.site, group);
  }
  return groups;
}

/** Every site and community anything is known of, the most read first. */
export function summarizeCoverage(input: CoverageInput): SiteCoverage[] {
  const rows = collect(input).map((draft) => finish(draft, input.days));
  const sites = [...groupBySite(rows)].map(([site, all]): SiteCoverage => {
    const communities = all.filter(({ community }) => community).sort(mostReadFirst);
    const nothing: Draft = { site, posts: [], mentions: [], lastRead: communities[0]?.lastRead };
    return { ...(all.find(({ community }) => !community) ?? finish(nothing, input.days)), communities };
  });
  return sites.sort(mostReadFirst);
}
