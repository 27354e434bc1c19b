/** What moved the number of mentions: sites, communities, keywords and what posts want. */
import type { CountedHour, CountedMention, MeasureRows, Period } from './measures.ts';
import { listIn } from './measures.ts';
import { compareSites, type LikeForLike } from './rate-ratio.ts';
import { countSites, listAmongRead, sumPosts } from './site-counts.ts';

/** What moved the number of mentions most, like for like: who reads twice as much, or elsewhere, sees more, and that drives nothing. */
export interface Driver {
  readonly what: 'site' | 'community' | 'keyword' | 'intent';
  readonly name: string;
  readonly now: number;
  readonly before: number;
  /** Per 1,000 posts: read on the site or in the community; of keywords and intents on all sites of both times, each as much as now. */
  readonly rates: { readonly now: number; readonly before: number };
  /** They are of the posts read right there; of a community of which these were not counted they are of its site's. */
  readonly own: boolean;
  /** By how much more (or less) per 1,000 posts read it is there now. */
  readonly change: number;
  /** How much of the whole change that is; 0 where there is none. */
  readonly share: number;
}

/** A time: what was said among what was read, and how much was read on each site and in each community. */
export interface Side {
  readonly mentions: readonly CountedMention[];
  readonly posts: ReadonlyMap<string, number>;
  readonly communities: ReadonlyMap<string, number>;
}

const placeOf = (site: string, community: string): string => `${site} ${community.toLowerCase()}`;

export function readSide(rows: MeasureRows, period: Period): Side {
  const isIn = ({ hour }: Pick<CountedHour, 'hour'>): boolean => hour >= period.from && hour < period.to;
  const hours = rows.exposures.filter(isIn);
  const communities = (rows.communities ?? [])
    .filter(isIn)
    .map(({ site, community, posts }) => ({ site: placeOf(site, community), posts }));
  return {
    mentions: listAmongRead(listIn(rows.mentions, period), hours, rows),
    posts: sumPosts(hours),
    communities: sumPosts(communities),
  };
}

/** Two times like for like, of some of the mentions. */
export function compareSides(now: Side, before: Side, is: (mention: CountedMention) => boolean = () => true): LikeForLike | undefined {
  return compareSites(countSites(now.mentions.filter(is), now.posts), countSites(before.mentions.filter(is), before.posts));
}

type Count = (name: string) => void;

const groupers: Readonly<Record<Driver['what'], (mention: CountedMention, count: Count) => void>> = {
  site: ({ site }, count) => count(site),
  community: ({ community }, count) => community && count(community),
  keyword: ({ keywordIds }, count) => keywordIds.forEach(count),
  intent: ({ intents }, count) => intents.forEach(count),
};

/** The same community is written "r/DevOps" here and "r/devops" there; as it was written first it is told of. */
function createSpelling(): (name: string) => string {
  const [first, spelt] = [new Map<string, string>(), new Map<string, string>()];
  return (name) => {
    const seen = spelt.get(name);
    if (seen !== undefined) return seen;
    const known = first.get(name.toLowerCase()) ?? name;
    first.set(name.toLowerCase(), known);
    spelt.set(name, known);
    return known;
  };
}

/** By name, then by site. */
type Tallies = Map<string, Map<string, number>>;

function tally(what: Driver['what'], mentions: readonly CountedMention[], spell: (name: string) => string): Tallies {
  const tallies: Tallies = new Map();
  for (const mention of mentions)
    groupers[what](mention, (written) => {
      const name = what === 'community' ? spell(written) : written;
      const counts = tallies.get(name) ?? new Map<string, number>();
      tallies.set(name, counts.set(mention.site, (counts.get(mention.site) ?? 0) + 1));
    });
  return tallies;
}

/** Of one name on one site: how often, and among how many posts. */
interface Part {
  readonly now: number;
  readonly before: number;
  readonly read: { readonly now: number; readonly before: number; readonly own: boolean };
  /** What it has of the difference that the whole is told by (core/rate-ratio.ts). */
  readonly weight: number;
}

type Counts = Pick<Part, 'now' | 'before'>;

/** A community is held to what was read of it, where that was counted: one that was read more, or first, did not grow for that. */
function readOf({ what, name }: Pick<Driver, 'what' | 'name'>, site: string, counts: Counts, now: Side, before: Side): Part['read'] {
  const whole = { now: now.posts.get(site) ?? 0, before: before.posts.get(site) ?? 0, own: what === 'site' };
  if (what !== 'community') return whole;
  const place = placeOf(site, name);
  const own = { now: now.communities.get(place) ?? 0, before: before.communities.get(place) ?? 0, own: true };
  // Where more was heard than read, what was counted does not belong together.
  return own.now + own.before === 0 || counts.now > own.now || counts.before > own.before ? whole : own;
}

function readPart(driver: Pick<Driver, 'what' | 'name'>, site: string, counts: Counts, now: Side, before: Side): Part {
  const read = readOf(driver, site, counts, now, before);
  const [posts, earlier] = [now.posts.get(site) ?? 0, before.posts.get(site) ?? 0];
  const isRead = read.now > 0 && read.before > 0 && posts > 0 && earlier > 0;
  // As many as there would be now, had as much of what was read been it before as well.
  const due = isRead ? counts.before * (read.now / read.before) : 0;
  return { ...counts, read, weight: isRead ? ((counts.now - due) * earlier) / (posts + earlier) : 0 };
}

const sumOf = (parts: readonly Part[], of: (part: Part) => number): number => parts.reduce((sum, part) => sum + of(part), 0);

const perThousand = (n: number, posts: number): number => (posts > 0 ? (n / posts) * 1_000 : 0);

interface Tallied {
  readonly what: Driver['what'];
  readonly is: Tallies;
  readonly was: Tallies;
}

function ratesOf({ what, is, was }: Tallied, name: string, parts: readonly Part[], now: Side, before: Side): Driver['rates'] {
  if (what === 'site' || what === 'community')
    return {
      now: perThousand(
        sumOf(parts, (part) => part.now),
        sumOf(parts, ({ read }) => read.now),
      ),
      before: perThousand(
        sumOf(parts, (part) => part.before),
        sumOf(parts, ({ read }) => read.before),
      ),
    };
  const counts = (tallies: Tallies, { posts }: Side) =>
    [...posts].map(([site, read]) => ({ site, n: tallies.get(name)?.get(site) ?? 0, posts: read }));
  const like = compareSites(counts(is, now), counts(was, before));
  return { now: like?.now ?? 0, before: like?.before ?? 0 };
}

/** Fewer than this, now and before, and a driver is an anecdote. */
const leastForDriver = 5;

function listNamed(tallied: Tallied, now: Side, before: Side, whole: LikeForLike): Driver[] {
  const { what, is, was } = tallied;
  const unit = whole.weight === 0 ? 1 : (whole.now - whole.before) / whole.weight;
  return [...new Set([...is.keys(), ...was.keys()])].map((name): Driver => {
    const [here, there] = [is.get(name), was.get(name)];
    const sites = [...new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])];
    const parts = sites.map((site) =>
      readPart({ what, name }, site, { now: here?.get(site) ?? 0, before: there?.get(site) ?? 0 }, now, before),
    );
    const weight = sumOf(parts, (part) => part.weight);
    return {
      what,
      name,
      now: sumOf(parts, (part) => part.now),
      before: sumOf(parts, (part) => part.before),
      rates: ratesOf(tallied, name, parts, now, before),
      own: parts.every(({ read }) => read.own),
      change: weight * unit,
      share: whole.weight === 0 ? 0 : weight / whole.weight,
    };
  });
}

/** Of the mentions that are asked for, what has most of the change first. */
export function listDrivers(now: Side, before: Side): Driver[] {
  const whole = compareSides(now, before);
  if (!whole) return [];
  const drivers = (Object.keys(groupers) as Driver['what'][]).flatMap((what) => {
    const spell = createSpelling();
    const [was, is] = [tally(what, before.mentions, spell), tally(what, now.mentions, spell)];
    return listNamed({ what, is, was }, now, before, whole);
  });
  return drivers.filter((driver) => driver.now + driver.before >= leastForDriver).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}
