/** What goals, audits and reports are told in, as docs/goals.md has it. */
import { beginOfHour } from './clock.ts';
import { feelingOf, type Mention, personOf, type Rows } from './rows.ts';
import { countRange, type Interval, type Likened, likenedOf, shareOf, sum, timesOf } from './statistics.ts';

export interface Measure {
  kind: string;
  keywordIds?: string[];
  tags?: string[];
  intents?: string[];
}

export interface Time {
  from: number;
  /** The first moment after it. */
  to: number;
}

export interface Taken {
  value: number | undefined;
  n: number;
  posts: number;
  range: Interval | undefined;
  /** A median by a clock that never stops, where working hours make it another. */
  byClock?: number | undefined;
  /** Of a rate: by the site's name. */
  sites?: { site: string; n: number; posts: number }[];
}

/** Two rates, each site of both times against itself; per 1,000 posts. */
export function likenTaken(now: Pick<Taken, 'sites'>, before: Pick<Taken, 'sites'>): Likened | undefined {
  const pairs = (now.sites ?? []).flatMap(({ site, n, posts }) => {
    const was = before.sites?.find((one) => one.site === site);
    return was ? [{ now: n, posts, before: was.n, postsBefore: was.posts }] : [];
  });
  const like = likenedOf(pairs);
  return like && { ...like, now: like.now * 1_000, before: like.before * 1_000 };
}

export const isIn = (at: number, { from, to }: Time): boolean => at >= from && at < to;

/** An hour belongs to the time it begins in. */
export const seenIn = (rows: Rows, time: Time): Mention[] => rows.counted.filter(({ seenAt }) => isIn(beginOfHour(seenAt), time));

export const readIn = (rows: Rows, time: Time) => rows.exposures.filter((one) => isIn(one.hour, time));

export const namesKind = (rows: Rows, kind: string) => {
  const ids = rows.keywords.filter((one) => one.kind === kind).map(({ id }) => id);
  return ({ keywordIds }: Mention): boolean => keywordIds.some((id) => ids.includes(id));
};

/** Whatever the letters' case. */
const hasOne = (tags: readonly string[], wanted: readonly string[]): boolean =>
  tags.some((tag) => wanted.some((one) => one.toLowerCase() === tag.toLowerCase()));

export const tagsOf = (rows: Rows, mention: Mention): string[] => {
  const kept = rows.people.filter(({ id }) => id.toLowerCase() === personOf(mention)).flatMap(({ tags }) => tags);
  return [...(mention.tags ?? []), ...kept];
};

function narrow({ kind, keywordIds, tags, intents }: Measure, mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (one) =>
      (!keywordIds || kind === 'share-of-voice' || one.keywordIds.some((id) => keywordIds.includes(id))) &&
      (!intents || (one.intents ?? []).some((intent) => intents.includes(intent))) &&
      (!tags || kind === 'people' || hasOne(one.tags ?? [], tags)),
  );
}

type Counted = Omit<Taken, 'posts'>;

function share(hits: number, n: number): Counted {
  const found = shareOf(hits, n);
  return { value: found?.share, n, range: found };
}

const count = (n: number): Counted => ({ value: n, n, range: countRange(n) });

/** Of sites and days on which something was read. */
export function listAmongRead(rows: Rows, mentions: readonly Mention[], time: Time): Mention[] {
  const read = new Set(readIn(rows, time).map((one) => `${one.site} ${rows.clock.dayOf(one.hour)}`));
  return mentions.filter(({ site, seenAt }) => read.has(`${site} ${rows.clock.dayOf(beginOfHour(seenAt))}`));
}

export function bySite(rows: Rows, mentions: readonly Mention[], time: Time): NonNullable<Taken['sites']> {
  const [among, read] = [listAmongRead(rows, mentions, time), readIn(rows, time)];
  const sites = [...new Set(read.map(({ site }) => site))].toSorted();
  const count = (name: string) => ({
    site: name,
    n: among.filter(({ site }) => site === name).length,
    posts: sum(read.filter(({ site }) => site === name).map(({ posts }) => posts)),
  });
  return sites.map(count).filter(({ posts }) => posts > 0);
}

function rate(rows: Rows, mentions: readonly Mention[], time: Time, posts: number): Counted {
  const n = listAmongRead(rows, mentions, time).length;
  const { value, range } = share(n, posts);
  const sites = bySite(rows, mentions, time);
  return { n, sites, value: value && value * 1_000, range: range && { low: range.low * 1_000, high: range.high * 1_000 } };
}

function voice(rows: Rows, { keywordIds }: Measure, mentions: readonly Mention[]): Counted {
  const isMine = keywordIds ? (one: Mention) => one.keywordIds.some((id) => keywordIds.includes(id)) : namesKind(rows, 'brand');
  const mine = mentions.filter(isMine).length;
  return share(mine, mine + mentions.filter(namesKind(rows, 'competitor')).length);
}

export const wantsAnswer =
  (rows: Rows) =>
  ({ id, status }: Mention): boolean =>
    status !== 'ignored' || rows.answeredAt.has(id);

export function repliesOf(rows: Rows, mentions: readonly Mention[]) {
  const found = mentions.flatMap(({ id, seenAt }) => {
    const at = rows.answeredAt.get(id);
    return at === undefined ? [] : [rows.howLong(seenAt, at)];
  });
  return timesOf(found);
}

export const ofBrands = (rows: Rows, mentions: readonly Mention[]): Mention[] =>
  rows.keywords.some(({ kind }) => kind === 'brand') ? mentions.filter(namesKind(rows, 'brand')) : [...mentions];

/** Of the keywords that are named, or else of the brands. */
const toldOf = (rows: Rows, { keywordIds }: Measure, mentions: readonly Mention[]): readonly Mention[] =>
  keywordIds ? mentions : ofBrands(rows, mentions);

export function byClockOf(rows: Rows, mentions: readonly Mention[], median: number | undefined): number | undefined {
  const times = mentions.flatMap(({ id, seenAt }) => {
    const at = rows.answeredAt.get(id);
    return at === undefined ? [] : [Math.max(0, at - seenAt)];
  });
  const byClock = timesOf(times)?.median;
  return byClock === median ? undefined : byClock;
}

function unhappy(mentions: readonly Mention[]): Counted {
  const told = mentions.filter((one) => feelingOf(one) !== 'unknown');
  return share(told.filter((one) => feelingOf(one) === 'negative').length, told.length);
}

/** All that lies in the inbox, also where it was put off, and does not wait for others; paid for or not. */
export const openNow = ({ mentions }: Rows): number => mentions.filter(({ status }) => status === 'new' || status === 'snoozed').length;

function countMeasure(rows: Rows, measure: Measure, mentions: readonly Mention[], time: Time, posts: number): Counted {
  const told = toldOf(rows, measure, mentions);
  const asked = told.filter(wantsAnswer(rows));
  const tagged = mentions.filter((one) => hasOne(tagsOf(rows, one), measure.tags ?? []));
  const replies = repliesOf(rows, asked);
  switch (measure.kind) {
    case 'rate':
      return rate(rows, mentions, time, posts);
    case 'share-of-voice':
      return voice(rows, measure, mentions);
    case 'answered':
      return share(asked.filter(({ id }) => rows.answeredAt.has(id)).length, asked.length);
    case 'response-time':
      return { value: replies?.median, n: replies?.n ?? 0, range: replies?.range, byClock: byClockOf(rows, asked, replies?.median) };
    case 'negative':
      return unhappy(told);
    case 'people':
      return count(new Set(tagged.flatMap((one) => personOf(one) ?? [])).size);
    case 'mentions':
      return count(mentions.length);
    default: {
      const n = measure.kind === 'read' ? posts : openNow(rows);
      return { value: n, n, range: undefined };
    }
  }
}

/** From when on all are listened for whose share of voice it is, or that are named; nothing where a keyword is no more, or a side is missing. */
function knownFrom(rows: Rows, { kind, keywordIds }: Measure, { to }: Time): number | undefined {
  if (keywordIds?.some((id) => !rows.keywords.some((one) => one.id === id))) return undefined;
  const by = rows.keywords.map((one) => ({ ...one, at: beginOfHour(one.createdAt) })).filter(({ at }) => at < to);
  const mine = by.filter((one) => (keywordIds ? keywordIds.includes(one.id) : one.kind === 'brand'));
  const theirs = by.filter((one) => one.kind === 'competitor');
  const last = (list: readonly { at: number }[]) => Math.max(...list.map(({ at }) => at));
  if (kind === 'share-of-voice') return mine.length * theirs.length === 0 ? undefined : last([...mine, ...theirs]);
  if (kind === 'read' || kind === 'open') return 0;
  if ((keywordIds ? mine : by).length === 0) return undefined;
  if (kind !== 'rate') return 0;
  return keywordIds ? last(mine) : Math.min(...by.map(({ at }) => at));
}

export function takeMeasure(rows: Rows, measure: Measure, whole: Time): Taken {
  const from = knownFrom(rows, measure, whole);
  const time = { from: Math.max(whole.from, from ?? 0), to: whole.to };
  if (from === undefined) return { value: undefined, n: 0, posts: sum(readIn(rows, time).map((one) => one.posts)), range: undefined };
  const posts = sum(readIn(rows, time).map((one) => one.posts));
  return { ...countMeasure(rows, measure, narrow(measure, seenIn(rows, time)), time, posts), posts };
}

/** What a count adds up, by the hour; of a person the first. */
export function listCounted(rows: Rows, measure: Measure, time: Time): { at: number; n: number }[] {
  if (measure.kind === 'read') return readIn(rows, time).map(({ hour, posts }) => ({ at: hour, n: posts }));
  const found = narrow(measure, seenIn(rows, time)).toSorted((a, b) => a.seenAt - b.seenAt);
  if (measure.kind === 'mentions') return found.map(({ seenAt }) => ({ at: beginOfHour(seenAt), n: 1 }));
  const tagged = found.filter((one) => personOf(one) && hasOne(tagsOf(rows, one), measure.tags ?? []));
  const who = new Set(tagged.map(personOf));
  const first = [...who].map((person) => tagged.find((one) => personOf(one) === person));
  return first.flatMap((one) => (one ? [{ at: beginOfHour(one.seenAt), n: 1 }] : []));
}
