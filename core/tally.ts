/**
 * A day's mentions of a keyword on a site, each as three numbers: what it is, who wrote it, and which post it is. So everything that is counted
 * of mentions (by hour, kind of post, community, feeling, intent, person, and any of these together) is counted without reading one, a post
 * that names several keywords can be counted once, and a mention that changes can be taken out and put in again.
 *
 * The first number: hour of the day (UTC) in bits 0–4, kind 5–6, sentiment 7–8, intents 9–15, community 16–23 (0: none, else its place in
 * `communities`, from 1), ignored 24, gone 25. The other two are hashes of 30 bits: larger numbers take a browser twice the time to read. Beside
 * them `moments` has for each post the milliseconds from the beginning of its hour; it is absent where that is not known of all of them.
 * `answered` has two numbers for each post that was: which it is, and how long after it was first seen the first reply was seen to stand there.
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
  /** The person chose to ignore it. */
  ignored: boolean;
  /** The mention was let go because it was old; it stays counted as heard. */
  gone: boolean;
  /** So many milliseconds after it was first seen a reply was first seen to stand there: fewer than none where it stood there before. */
  answered: number | undefined;
}

const hash30 = (text: string): number => hash32(text) >>> 2;

/** 0 only where nobody is named. */
export const hashPerson = (site: string, handle: string | undefined): number =>
  handle ? hash30(`${site}:${handle.toLowerCase()}`) || 1 : 0;
export const hashPost = (id: string): number => hash30(id);

/** What the person wrote is no mention of them by others, and who pays to be seen is no more talked about. */
export const isCounted = ({ own, promoted }: Pick<Mention, 'own' | 'promoted'>): boolean => !own && !promoted;

/** @param answeredAt when a reply was first seen to stand there */
export const talliedOf = (mention: Mention, answeredAt?: number): TalliedPost => ({
  hour: Math.floor(mention.seenAt / hourLength) * hourLength,
  after: Math.floor(mention.seenAt % hourLength),
  kind: mention.kind,
  sentiment: mention.sentiment?.value ?? 'unknown',
  intents: mention.intents ?? [],
  community: mention.community,
  person: hashPerson(mention.site, mention.author.handle),
  post: hashPost(mention.id),
  ignored: mention.status === 'ignored',
  gone: false,
  answered: answeredAt === undefined ? undefined : answeredAt - Math.floor(mention.seenAt),
});

/** The same community is written "r/DevOps" here and "r/devops" there; the first spelling of the day stays. */
const isSameName = (name: string) => (other: string) => other.toLowerCase() === name.toLowerCase();

const ignoredBit = 1 << 24;
const goneBit = 1 << 25;

const fateOf = ({ ignored, gone }: Pick<TalliedPost, 'ignored' | 'gone'>): number => (ignored ? ignoredBit : 0) | (gone ? goneBit : 0);

function codeOf(post: TalliedPost, communities: readonly string[]): number {
  const community = post.community ? communities.findIndex(isSameName(post.community)) + 1 : 0;
  const intents = post.intents.reduce((bits, kind) => bits | (1 << intentKinds.indexOf(kind)), 0);
  const hour = Math.floor((post.hour % dayLength) / hourLength);
  const what = hour | (kinds.indexOf(post.kind) << 5) | (sentiments.indexOf(post.sentiment) << 7) | (intents << 9) | (community << 16);
  return what | fateOf(post);
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

/** How long after it was first seen each post was answered, of those that were. */
export function listAnswered({ answered = [] }: Tally): Map<number, number> {
  const times = new Map<number, number>();
  for (let i = 0; i < answered.length; i += 2) times.set(answered[i] ?? 0, answered[i + 1] ?? 0);
  return times;
}

const toAnswered = (times: ReadonlyMap<number, number>): Pick<Tally, 'answered'> => (times.size > 0 ? { answered: [...times].flat() } : {});

function moveAnswered(tally: Tally, out: readonly TalliedPost[], added: readonly TalliedPost[]): Pick<Tally, 'answered'> {
  const times = listAnswered(tally);
  for (const { post } of out) times.delete(post);
  for (const { post, answered } of added) if (answered !== undefined) times.set(post, answered);
  return toAnswered(times);
}

/**
 * A day with posts taken out and others put in. One of which only the count was ever kept stays so (storage/tallies.ts reads the rest from its
 * mentions, all at once); a post to be taken out that is not found is one of those of which only the count is known.
 */
export function changeTally(tally: Tally, { out, in: added }: { out: readonly TalliedPost[]; in: readonly TalliedPost[] }): Tally {
  const { posts, communities: known = [], moments: told = [], answered: _, ...rest } = tally;
  if (!posts) return { ...tally, count: Math.max(0, tally.count - out.length) + added.length };
  const [numbers, moments] = [[...posts], [...told]];
  let untold = tally.count - posts.length / size;
  for (const post of out) if (!takeOut(numbers, moments, post)) untold = Math.max(0, untold - 1);
  const communities = nameCommunities(known, added);
  for (const post of added) numbers.push(codeOf(post, communities), post.person, post.post);
  for (const { after } of added) if (after !== undefined) moments.push(after);
  const next = {
    ...rest,
    count: numbers.length / size + untold,
    ...(communities.length > 0 ? { communities } : {}),
    posts: numbers,
    ...moveAnswered(tally, out, added),
  };
  return moments.length === numbers.length / size ? { ...next, moments } : next;
}

/** It tells all that is counted of its posts, to the millisecond. */
export const isWhole = (tally: Tally): boolean => tally.posts !== undefined && tally.moments?.length === countTold(tally);

/**
 * With what was not kept of its posts at first, or may have changed: their moments (the hour's beginning where they are not known), whether they
 * are ignored or gone, and when they were answered.
 * @param found those that are still there
 */
export function tellRest(tally: Tally, found: readonly TalliedPost[]): Tally {
  const { posts = [], moments, answered: _, ...rest } = tally;
  const byPost = new Map(found.map((one) => [one.post, one]));
  const [told, numbers, times] = [[] as number[], [...posts], new Map<number, number>()];
  for (let n = 0; n < countTold(tally); n++) {
    const post = postAt(tally, n);
    const one = byPost.get(post);
    told.push((isWhole(tally) ? moments?.[n] : one?.after) ?? 0);
    numbers[n * size] = ((numbers[n * size] ?? 0) & ~(ignoredBit | goneBit)) | fateOf(one ?? { ignored: false, gone: true });
    if (one?.answered !== undefined) times.set(post, one.answered);
  }
  return { ...rest, posts: numbers, moments: told, ...toAnswered(times) };
}

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

/** Whether the mention of the n-th of them was let go. */
export const isGoneAt = ({ posts = [] }: Tally, n: number): boolean => ((posts[n * size] ?? 0) & goneBit) !== 0;

const noTimes: ReadonlyMap<number, number> = new Map();

/** All that is known of the n-th of them. @param times `listAnswered`, by whoever asks for `answered` */
export function readPost(tally: Tally, n: number, times = noTimes): TalliedPost {
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
    ignored: (code & ignoredBit) !== 0,
    gone: (code & goneBit) !== 0,
    answered: times.get(postAt(tally, n)),
  };
}

/** Every post of which more than its being there is known. */
export function listPosts(tally: Tally): TalliedPost[] {
  const times = listAnswered(tally);
  return Array.from({ length: countTold(tally) }, (_, n) => readPost(tally, n, times));
}

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
