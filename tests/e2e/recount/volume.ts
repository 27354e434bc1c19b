import { type Chosen, daysRead, type Heard, listParts } from './choose.ts';
import { beginOfHour, type Clock, day } from './clock.ts';
import { dayHeard, type Keyword, type Read } from './rows.ts';
import * as say from './say.ts';
import { type Likened, likenedOf, rateOf, sum } from './statistics.ts';

export interface Volume {
  mentions: number;
  posts: number | undefined;
  /** Of sites and days of which something was read. */
  amongRead: number;
  rate: ReturnType<typeof rateOf>;
}

export function volumeOf({ posts, bare, read }: Pick<Heard, 'posts' | 'bare' | 'read'>, clock: Clock): Volume {
  const isRead = daysRead(read, clock);
  const mentions = posts.length + sum(bare.map(({ count }) => count));
  const amongRead =
    posts.filter((one) => isRead(one.site, dayHeard(one, clock))).length +
    sum(bare.filter(({ site, day }) => isRead(site, day)).map(({ count }) => count));
  const scanned = read.length > 0 ? sum(read.map((one) => one.posts)) : undefined;
  return { mentions, posts: scanned, amongRead, rate: rateOf(amongRead, scanned) };
}

/** Each site of both times against itself. */
export function likenHeard(now: Heard, before: Heard, clock: Clock): Likened | undefined {
  const at = (heard: Heard, site: string) => {
    const is = (one: { site: string }) => one.site === site;
    return volumeOf({ posts: heard.posts.filter(is), bare: heard.bare.filter(is), read: heard.read.filter(is) }, clock);
  };
  const sites = new Set(now.read.map(({ site }) => site));
  const pairs = [...sites].map((site) => {
    const [is, was] = [at(now, site), at(before, site)];
    return { now: is.amongRead, posts: is.posts ?? 0, before: was.amongRead, postsBefore: was.posts ?? 0 };
  });
  return likenedOf(pairs);
}

function likeSaid({ now, before, clock, choice: { days } }: Chosen): string[] {
  const [is, was] = [volumeOf(now, clock), volumeOf(before, clock)];
  const like = likenHeard(now, before, clock);
  if (!is.rate || !was.rate) return [say.ratioSaid(like?.ratio, days)];
  if (!like) return [`Other sites were read in the ${days} days before: nothing to compare with`];
  const [from, to] = [like.before, like.now].map((rate) => say.per(rate * 1_000));
  const isSame = from === say.per(was.rate.rate) && to === say.per(is.rate.rate);
  const read = `${say.number(like.postsBefore)} → ${say.number(like.posts)} posts`;
  const how = `on the sites read in both times (${read}), each as much as now`;
  return [say.ratioSaid(like.ratio, days), ...(isSame ? [] : [`Like for like ${from} → ${to}: ${how}`])];
}

/** Where nothing was read, nothing could be heard. */
const heard = (mentions: number, posts: number | undefined): string =>
  mentions === 0 && posts === undefined ? 'Unknown' : say.number(mentions);

export function heardSaid({ mentions, posts }: { mentions: number; posts: number | undefined }): string {
  const said = say.counted(mentions, 'mention');
  if (posts !== undefined) return `${said} among ${say.counted(posts, 'post')} read`;
  return mentions === 0 ? 'nothing read' : `nothing read, ${said}`;
}

export const known = (n: number | undefined): string => (n === undefined ? 'Unknown' : say.number(n));

/** All together: those that were listened for from the first day before on. */
function listAdded({ keywords, clock, from, choice }: Chosen): Keyword[] {
  const first = clock.momentOf(from - choice.days * day);
  return choice.keyword ? [] : keywords.filter(({ createdAt }) => beginOfHour(createdAt) >= first + day);
}

/** Like for like, without those that were added later, which are named. */
function changeOf(chosen: Chosen): string[] {
  const added = listAdded(chosen);
  const isOld = (id: string) => !added.some((one) => one.id === id);
  const ofOld = (heard: Heard): Heard => ({
    ...heard,
    posts: heard.posts.filter(({ keywordIds }) => keywordIds.some((id) => isOld(id) && chosen.keywords.some((one) => one.id === id))),
    bare: heard.bare.filter(({ keywordId }) => isOld(keywordId)),
  });
  const { clock } = chosen;
  const names = added.map(({ name, createdAt }) => `${name} (listened for since ${say.shortDate(clock.dayOf(beginOfHour(createdAt)))})`);
  const without = names.length > 0 ? [`Compared without ${names.join(', ')}`] : [];
  return [...likeSaid({ ...chosen, now: ofOld(chosen.now), before: ofOld(chosen.before) }), ...without];
}

export function volumeTiles(chosen: Chosen): string[][] {
  const {
    now,
    before,
    clock,
    choice: { days },
  } = chosen;
  const [is, was] = [volumeOf(now, clock), volumeOf(before, clock)];
  const read = new Set(now.read.map(({ hour }) => clock.dayOf(hour))).size;
  return [
    ['Mentions', heard(is.mentions, is.posts), `${days} days before: ${heard(was.mentions, was.posts)}`],
    ['Posts read', known(is.posts), `on ${read} of ${days} days`, `${days} days before: ${known(was.posts)}`],
    [
      'Mentions per 1,000 posts',
      is.rate ? say.per(is.rate.rate) : 'Unknown',
      is.rate ? `95 % sure: ${say.perRange(is.rate)}` : 'No posts were counted',
      ...changeOf(chosen),
    ],
  ];
}

export const namePart = ({ from, to }: { from: number; to: number }): string =>
  from === to ? say.longDate(from) : `${say.shortDate(from)} – ${say.longDate(to)}`;

/** Those of some days. */
export function within({ posts, bare, read }: Heard, clock: Clock, { from, to }: { from: number; to: number }) {
  const isIn = (date: number) => date >= from && date <= to;
  return {
    posts: posts.filter((one) => isIn(dayHeard(one, clock))),
    bare: bare.filter((one) => isIn(one.day)),
    read: read.filter(({ hour }) => isIn(clock.dayOf(hour))),
  };
}

const head = ['Day', 'Posts read', 'Mentions', 'Mentions per 1,000 posts', 'Interval'];

/** What stands behind each of the three charts. */
export function volumeTables(chosen: Chosen): Record<string, string[][]> {
  const { now, clock, choice } = chosen;
  const rows = listParts(chosen, choice.days > 120 ? 7 : 1).map((part) => {
    const { posts, mentions, rate } = volumeOf(within(now, clock, part), clock);
    return [namePart(part), known(posts), heard(mentions, posts), rate ? say.per(rate.rate) : 'Unknown', rate ? say.perRange(rate) : ''];
  });
  const table = [head, ...rows];
  return { 'Mentions per 1,000 posts': table, Mentions: table, 'Posts read': table };
}

/** What the line below the chart says of a day. */
export function volumeSaid(chosen: Chosen, fromEnd: number): string {
  const part = listParts(chosen, chosen.choice.days > 120 ? 7 : 1).at(-1 - fromEnd) ?? chosen;
  const { posts, mentions, rate } = volumeOf(within(chosen.now, chosen.clock, part), chosen.clock);
  if (posts === undefined) return `${namePart(part)}: ${heardSaid({ mentions, posts })}`;
  const told = rate ? [say.per(rate.rate), say.perRange(rate)] : ['Unknown', 'Unknown'];
  return `${namePart(part)}: ${heardSaid({ mentions, posts })}, ${told[0]} per 1,000 (${told[1]})`;
}

export const posts = (read: readonly Read[]): number => sum(read.map((one) => one.posts));
