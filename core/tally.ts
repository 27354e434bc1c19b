/**
 * A day's mentions of a keyword on a site, each as three numbers: what it is, who wrote it, and which post it is. So everything that is counted
 * of mentions (by hour, kind of post, community, feeling, intent, person, and any of these together) is counted without reading one, a post
 * that names several keywords can be counted once, and a mention that changes can be taken out and put in again.
 *
 * The first number: hour of the day (UTC) in bits 0–4, kind 5–6, sentiment 7–8, intents 9–15, community 16–23 (0: none, else its place in
 * `communities`, from 1). The other two are hashes of 30 bits: larger numbers take a browser twice the time to read. Beside them `moments` has
 * for each post the milliseconds from the beginning of its hour; it is absent where that is not known of all of them.
 */
import { hash32 } from './hash.ts';
import type { IntentKind, Mention, PostKind, SentimentValue, Tally } from './model.ts';

const kinds: readonly PostKind[] = ['post', 'comment', 'review', 'message'];
const sentiments: readonly SentimentValue[] = ['unknown', 'positive', 'neutral', 'negative'];
export const intentKinds: readonly IntentKind[] = ['question', 'complaint', 'praise', 'buying', 'switching', 'bug', 'press'];
/** More communities than anyone reads on a site on a day; those past them are none. */
const mostCommunities = 254;
const size = 3;

const hourLength = 3_600_000;
const dayLength = 24 * hourLength;

/** The first millisecond of the day, UTC. */
export const talliedDay = (time: number): number => Math.floor(time / dayLength) * dayLength;

/** What is counted of a mention. */
export interface TalliedPost {
  /** The first millisecond of the hour in which it was first seen. */
  hour: number;
  /** So many milliseconds later it was seen; undefined where that was not kept. */
  after: number | undefined;
  kind: PostKind;
  sentiment: SentimentValue;
  intents: readonly IntentKind[];
  community: string | undefined;
  /** The same for all posts of one person on one site; 0 where the page did not say who wrote it. */
  person: number;
  /** The same for one post under several keywords, and, but for one in a thousand million, for no other of the site. */
  post: number;
}

const hash30 = (text: string): number => hash32(text) >>> 2;

/** 0 only where nobody is named. */
export const hashPerson = (site: string, handle: string | undefined): number =>
  handle ? hash30(`${site}:${handle.toLowerCase()}`) || 1 : 0;
export const hashPost = (id: string): number => hash30(id);

/** What the person wrote is no mention of them by others, and who pays to be seen is no more talked about. */
export const isCounted = ({ own, promoted }: Pick<Mention, 'own' | 'promoted'>): boolean => !own && !promoted;

export const talliedOf = (mention: Mention): TalliedPost => ({
  hour: Math.floor(mention.seenAt / hourLength) * hourLength,
  after: Math.floor(mention.seenAt % hourLength),
  kind: mention.kind,
  sentiment: mention.sentiment?.value ?? 'unknown',
  intents: mention.intents ?? [],
  community: mention.community,
  person: hashPerson(mention.site, mention.author.handle),
  post: hashPost(mention.id),
});

/** The same community is written "r/DevOps" here and "r/devops" there; the first spelling of the day stays. */
const isSameName = (name: string) => (other: string) => other.toLowerCase() === name.toLowerCase();

function codeOf(post: TalliedPost, communities: readonly string[]): number {
  const community = post.community ? communities.findIndex(isSameName(post.community)) + 1 : 0;
  const intents = post.intents.reduce((bits, kind) => bits | (1 << intentKinds.indexOf(kind)), 0);
  const hour = Math.floor((post.hour % dayLength) / hourLength);
  return hour | (kinds.indexOf(post.kind) << 5) | (sentiments.indexOf(post.sentiment) << 7) | (intents << 9) | (community << 16);
}

/** A day on which nothing has been counted yet. */
export const emptyTally = (keywordId: string, site: string, day: number): Tally => ({ keywordId, site, day, count: 0, posts: [] });

function nameCommunities(known: readonly string[], posts: readonly TalliedPost[]): string[] {
  const names = [...known];
  for (const { community } of posts)
    if (community && names.length < mostCommunities && !names.some(isSameName(community))) names.push(community);
  return names;
}

function takeOut(numbers: number[], moments: number[], { post }: TalliedPost): boolean {
  for (let i = 0; i < numbers.length; i += size) {
    if (numbers[i + 2] !== post) continue;
    numbers.splice(i, size);
    moments.splice(i / size, 1);
    return true;
  }
  return false;
}

/**
 * A day with posts taken out and others put in. One of which only the count was ever kept stays so (storage/tallies.ts reads the rest from its
 * mentions, all at once); a post to be taken out that is not found is one of those of which only the count is known.
 */
export function changeTally(tally: Tally, { out, in: added }: { out: readonly TalliedPost[]; in: readonly TalliedPost[] }): Tally {
  const { posts, communities: known = [], moments: told = [], ...rest } = tally;
  if (!posts) return { ...tally, count: Math.max(0, tally.count - out.length) + added.length };
  const [numbers, moments] = [[...posts], [...told]];
  let untold = tally.count - posts.length / size;
  for (const post of out) if (!takeOut(numbers, moments, post)) untold = Math.max(0, untold - 1);
  const communities = nameCommunities(known, added);
  for (const post of added) numbers.push(codeOf(post, communities), post.person, post.post);
  for (const { after } of added) if (after !== undefined) moments.push(after);
  const next = { ...rest, count: numbers.length / size + untold, ...(communities.length > 0 ? { communities } : {}), posts: numbers };
  return moments.length === numbers.length / size ? { ...next, moments } : next;
}

/** It tells all that is counted of its posts, to the millisecond. */
export const isWhole = (tally: Tally): boolean => tally.posts !== undefined && tally.moments?.length === countTold(tally);

/** With the moments of its posts, of which only the hour was kept; where they are not known the hour's beginning stands for them. */
export const tellMoments = (tally: Tally, found: readonly TalliedPost[]): Tally => {
  const afters = new Map(found.map(({ post, after }) => [post, after]));
  return { ...tally, moments: Array.from({ length: countTold(tally) }, (_, n) => afters.get(postAt(tally, n)) ?? 0) };
};

const noIntents: readonly IntentKind[] = [];
const listed = new Map<number, readonly IntentKind[]>([[0, noIntents]]);

function intentsOf(bits: number): readonly IntentKind[] {
  const kept = listed.get(bits) ?? intentKinds.filter((_, i) => bits & (1 << i));
  listed.set(bits, kept);
  return kept;
}

/** How many posts there are of which more than their being there is known. */
export const countTold = ({ posts = [] }: Tally): number => Math.floor(posts.length / size);

/** Which post the n-th of them is, who wrote it, and in what hour it was heard. */
export const postAt = ({ posts = [] }: Tally, n: number): number => posts[n * size + 2] ?? 0;
export const personAt = ({ posts = [] }: Tally, n: number): number => posts[n * size + 1] ?? 0;
export const hourAt = ({ day, posts = [] }: Tally, n: number): number => day + ((posts[n * size] ?? 0) & 31) * hourLength;

/** All that is known of the n-th of them. */
export function readPost(tally: Tally, n: number): TalliedPost {
  const code = tally.posts?.[n * size] ?? 0;
  return {
    hour: hourAt(tally, n),
    after: tally.moments?.[n],
    kind: kinds[(code >> 5) & 3] ?? 'post',
    sentiment: sentiments[(code >> 7) & 3] ?? 'unknown',
    intents: intentsOf((code >> 9) & 127),
    community: tally.communities?.[((code >> 16) & 255) - 1],
    person: personAt(tally, n),
    post: postAt(tally, n),
  };
}

/** Every post of which more than its being there is known. */
export const listPosts = (tally: Tally): TalliedPost[] => Array.from({ length: countTold(tally) }, (_, n) => readPost(tally, n));

/** How many mentions of the day only the count is known of: they were heard before more was kept. */
export const countUntold = ({ count, posts = [] }: Tally): number => Math.max(0, count - posts.length / size);

/** How many mentions there were in each hour of the day (UTC); those of which no more is known are in none. */
export function countHours(tally: Tally): number[] {
  const hours = new Array<number>(24).fill(0);
  for (let n = 0; n < countTold(tally); n++) {
    const at = (hourAt(tally, n) - tally.day) / hourLength;
    hours[at] = (hours[at] ?? 0) + 1;
  }
  return hours;
}
