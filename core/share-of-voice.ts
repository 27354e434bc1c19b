/** Whose name is heard how often: mine beside those of competitors. A post that names both counts for both, and is told apart. */

import { startOfHour } from './calendar.ts';
import { createSiteCounter } from './insight-sites.ts';
import {
  createReadBook,
  dayOfRead,
  type Gathered,
  type HeardPost,
  measureVolume,
  since,
  type UntoldCount,
  type Volume,
} from './insights.ts';
import type { Keyword, SentimentValue } from './model.ts';
import { compareSites, type Ratio, type SiteCount } from './rate-ratio.ts';
import { evenShare, type Share, shareOf } from './statistics.ts';

export interface ShareOfVoice {
  readonly mine: number;
  readonly theirs: number;
  /** Posts that name both; they are in `mine` and in `theirs`. */
  readonly both: number;
  /** Posts that mention anything that is listened for. */
  readonly all: number;
  /** mine ÷ (mine + theirs) */
  readonly ofNamed: Share | undefined;
  /** mine ÷ all */
  readonly ofAll: Share | undefined;
  /** mine ÷ (mine + theirs), as it would be had every site been read as much. */
  readonly even: Share | undefined;
}

export type KeywordFacts = Pick<Keyword, 'id' | 'kind'> & Partial<Pick<Keyword, 'createdAt' | 'paused'>>;

const idsOf = (keywords: readonly KeywordFacts[], kind: Keyword['kind']): Set<string> =>
  new Set(keywords.filter((one) => one.kind === kind).map(({ id }) => id));

interface Sides {
  /** 1 where a brand is named, else 0. */
  ours: number;
  /** 1 where a competitor is. */
  others: number;
}

/** Whom a list of keywords names; posts that name the same share their list, so it is asked once. */
function createSides(keywords: readonly KeywordFacts[]): (keywordIds: readonly string[]) => Sides {
  const [brands, competitors] = [idsOf(keywords, 'brand'), idsOf(keywords, 'competitor')];
  const known = new Map<readonly string[], Sides>();
  return (ids) => {
    const kept = known.get(ids);
    if (kept) return kept;
    const sides = { ours: Number(ids.some((id) => brands.has(id))), others: Number(ids.some((id) => competitors.has(id))) };
    known.set(ids, sides);
    return sides;
  };
}

/**
 * `gathered` of all keywords. Mine are the keywords of kind `brand`, theirs those of kind `competitor`. Only posts whose keywords are told are
 * counted: of older ones it is not known which name both.
 */
export function measureShareOfVoice(gathered: Gathered, keywords: readonly KeywordFacts[]): ShareOfVoice {
  const sidesOf = createSides(keywords);
  const sites = new Map<string, { part: number; whole: number; exposure: number }>();
  const at = (site: string) => {
    const row = sites.get(site) ?? { part: 0, whole: 0, exposure: 0 };
    sites.set(site, row);
    return row;
  };
  const isRead = createReadBook(gathered.read, dayOfRead);
  for (const { site, posts } of gathered.read) at(site).exposure += posts;
  let [mine, theirs, both] = [0, 0, 0];
  for (const { site, day, keywordIds } of gathered.posts) {
    const { ours, others } = sidesOf(keywordIds);
    mine += ours;
    theirs += others;
    both += ours * others;
    if (!isRead(site, day)) continue;
    const row = at(site);
    row.part += ours;
    row.whole += ours + others;
  }
  const all = gathered.posts.length;
  return {
    mine,
    theirs,
    both,
    all,
    ofNamed: shareOf(mine, mine + theirs),
    ofAll: shareOf(mine, all),
    even: evenShare([...sites.values()]),
  };
}

export interface Rival extends Volume {
  readonly keywordId: string;
  /** Of the mentions that share of voice is of: who names several of them counts for each. */
  readonly share: Share | undefined;
  /** Of the posts whose feeling is known. */
  readonly positive: Share | undefined;
  readonly negative: Share | undefined;
  readonly questions: number;
  readonly complaints: number;
  /** Against the period before: how many times the rate is of what it was, like for like. */
  readonly change: Ratio | undefined;
}

const countOf = (posts: readonly HeardPost[], value: SentimentValue): number =>
  posts.reduce((sum, { sentiment }) => sum + Number(sentiment === value), 0);

/** What there is of each keyword, gone through once. */
function splitByKeyword(gathered: Gathered, ids: readonly string[]): Gathered[] {
  const parts = new Map(ids.map((id) => [id, { posts: [] as HeardPost[], untold: [] as UntoldCount[] }]));
  for (const post of gathered.posts) for (const id of post.keywordIds) parts.get(id)?.posts.push(post);
  for (const one of gathered.untold) parts.get(one.keywordId)?.untold.push(one);
  return [...parts.values()].map((part) => ({ ...gathered, ...part }));
}

/** Most are listened for all the time: for these, what was read is gone through once. */
function createCounting(): (part: Gathered) => SiteCount[] {
  const counters = new Map<Gathered['read'], ReturnType<typeof createSiteCounter>>();
  return (part) => {
    const counter = counters.get(part.read) ?? createSiteCounter(part);
    counters.set(part.read, counter);
    return counter(part);
  };
}

/** From when on each of them is listened for. */
const startsOf = (keywords: readonly KeywordFacts[]): number[] =>
  keywords.map(({ createdAt = Number.NEGATIVE_INFINITY }) => startOfHour(createdAt));

/**
 * A row for each brand and each competitor, the one most heard of first. Its rate is of when it was listened for; its change is unknown where that
 * was not before too.
 * @param voice of all keywords, of when all of them are listened for: what shares are taken of
 */
export function compareRivals(gathered: Gathered, before: Gathered, keywords: readonly KeywordFacts[], voice = gathered): Rival[] {
  const rivals = keywords.filter(({ kind }) => kind === 'brand' || kind === 'competitor');
  const ids = rivals.map(({ id }) => id);
  const starts = startsOf(rivals);
  const partsBefore = splitByKeyword(before, ids);
  const sinceStart = (part: Gathered, i: number): Gathered => since(part, starts[i] ?? Number.NEGATIVE_INFINITY);
  const countSites = createCounting();
  const parts = splitByKeyword(gathered, ids);
  const volumes = parts.map((part, i) => ({ ...measureVolume(sinceStart(part, i)), mentions: measureVolume(part).mentions }));
  const named = splitByKeyword(voice, ids).map(({ posts }) => posts.length);
  const { mine, theirs } = measureShareOfVoice(voice, keywords);
  return parts
    .map((part, i): Rival => {
      const { posts } = part;
      const volume = volumes[i] ?? measureVolume(part);
      const [positive, neutral, negative] = (['positive', 'neutral', 'negative'] as const).map((value) => countOf(posts, value));
      const known = (positive ?? 0) + (neutral ?? 0) + (negative ?? 0);
      return {
        ...volume,
        keywordId: ids[i] ?? '',
        share: mine + theirs > 0 ? shareOf(named[i] ?? 0, mine + theirs) : undefined,
        positive: shareOf(positive ?? 0, known),
        negative: shareOf(negative ?? 0, known),
        questions: posts.filter(({ intents }) => intents.includes('question')).length,
        complaints: posts.filter(({ intents }) => intents.includes('complaint')).length,
        change: rivals[i]?.paused
          ? undefined
          : compareSites(countSites(sinceStart(part, i)), countSites(sinceStart(partsBefore[i] ?? before, i)))?.ratio,
      };
    })
    .sort((a, b) => b.mentions - a.mentions || (a.keywordId < b.keywordId ? -1 : 1));
}
