/** What a page of ours asks of a large inbox. It runs in such a page, on its own database, with the code that is shipped. */
import type { InboxFilter } from '../../core/inbox-filter.ts';
import { parseInboxFilter } from '../../core/inbox-filter.ts';
import type { Answer, Exposure, Mention } from '../../core/model.ts';
import { countChanges } from '../../storage/counts.ts';
import { openDatabase } from '../../storage/db.ts';
import { countInbox, listInbox, listInboxIds } from '../../storage/inbox.ts';
import { readInsightRows } from '../../storage/insights.ts';
import { readMeasureRows } from '../../storage/measuring.ts';
import { changeMentions, putBackMentions } from '../../storage/mention-changes.ts';
import { listPeople } from '../../storage/people-list.ts';
import { marker, moveTallies } from '../../storage/tallies.ts';
import { takeStep } from '../../storage/upkeep.ts';

export const day = 86_400_000;
/** All rows lie within so many days before `until`. */
const days = 90;
const sites = ['x', 'reddit', 'hackernews', 'mastodon', 'bluesky', 'youtube'];
const words =
  'the a of to and in it is that for on with as this at from but not have they we can all about when there more other which their said each do how if will up out them then she many some so these would into has like time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know'.split(
    ' ',
  );

/** Every number gives the same row, in every run. */
function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A post of some forty words, most of them common and the others as rare as words are. */
function makeText(next: () => number, n: number): string {
  const parts: string[] = [];
  for (let i = 0; i < 38; i++) {
    const rare = next() < 0.35;
    parts.push(rare ? `w${Math.floor(next() ** 4 * 200_000).toString(36)}` : (words[Math.floor(next() ** 2 * words.length)] ?? 'the'));
  }
  if (n % 10_007 === 0) parts.push('needle');
  return `Earshot ${parts.join(' ')}`;
}

const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)] as T;

export function makeMention(n: number, rows: number, until: number): Mention {
  const next = random(n + 1);
  const seenAt = Math.floor(until - (n / rows) * days * day);
  const site = pick(sites, next);
  const handle = `person${Math.floor(next() ** 3 * 100_000)}`;
  const roll = next();
  const status = roll < 0.6 ? 'new' : roll < 0.9 ? 'done' : roll < 0.98 ? 'ignored' : roll < 0.999 ? 'waiting' : 'snoozed';
  return {
    id: `${site}:${n}`,
    site,
    postId: String(n),
    url: `https://example.com/${n}`,
    kind: next() < 0.7 ? 'post' : 'comment',
    author: { handle, name: `Person ${handle.slice(6)}`, url: `https://example.com/@${handle}` },
    text: makeText(next, n),
    postedAt: seenAt - 60_000,
    seenAt,
    hits: [{ keywordId: 'k0', start: 0, end: 7 }],
    keywordIds: [`k${Math.floor(next() ** 3 * 20)}`],
    status,
    priority: Math.floor(next() * 101),
    likeness: String(n),
    sentiment: { value: pick(['positive', 'neutral', 'negative', 'unknown'] as const, next), words: [] },
    intents: next() < 0.1 ? ['question'] : [],
    ...(status === 'snoozed' ? { snoozedUntil: until + 30 * day } : {}),
    ...(next() < 0.02 ? { tags: [pick(['launch', 'press', 'bug'], next)] } : {}),
    ...(next() < 0.005 ? { starred: 1 as const } : {}),
    ...(next() < 0.3 ? { counts: { likes: Math.floor(next() ** 4 * 5_000) } } : {}),
  };
}

/** One in eight of those that are done was answered. */
const answerTo = ({ id, site, seenAt, status }: Mention, n: number): Answer[] =>
  status === 'done' && n % 8 === 0
    ? [{ id: `a${id}`, mentionId: id, site, insertedAt: seenAt + 600_000, postedAt: seenAt + 660_000 + (n % 97) * 60_000 }]
    : [];

/** Puts rows in, counted and tallied; the index is left to be built, as it is for a database that had none. */
export async function fill(from: number, to: number, rows: number, until: number): Promise<void> {
  const db = await openDatabase();
  const batch = 5_000;
  for (let n = from; n < to; n += batch) {
    const made = Array.from({ length: Math.min(batch, to - n) }, (_, i) => makeMention(n + i, rows, until));
    await db.transaction('rw', ['mentions', 'tallies', 'counts', 'answers'], async () => {
      await countChanges(
        db,
        made.map((row) => ({ row })),
      );
      await db.table('answers').bulkPut(made.flatMap((mention, i) => answerTo(mention, n + i)));
      await moveTallies(
        db,
        made.map((after) => ({ after })),
      );
      await db.table('mentions').bulkPut(made);
    });
  }
}

/** Eight hours of reading a day on each site. */
const listExposures = (until: number): Exposure[] =>
  sites.flatMap((site) =>
    Array.from({ length: days * 8 }, (_, n): Exposure => {
      const hour = (Math.floor(until / day) - Math.floor(n / 8)) * day + (8 + (n % 8)) * 3_600_000;
      return { id: `${site}:${hour}`, site, hour, posts: 2_000 };
    }),
  );

/** What is there before a fill: the keywords that the rows name, and where there are to be rows what was read. */
export async function prepare(rows: number, until: number): Promise<void> {
  const db = await openDatabase();
  const made = ['counts', 'postings', 'segments', 'unindexed'] as const;
  await db.transaction('rw', [...made, 'keywords', 'exposures'], async () => {
    for (const name of made) await db.table(name).clear();
    // Every tally will tell all there is.
    await db.table('counts').put(marker);
    if (rows > 0) await db.table('exposures').bulkPut(listExposures(until));
    const keywords = Array.from({ length: 20 }, (_, n) => ({
      id: `k${n}`,
      query: `k${n}`,
      name: `k${n}`,
      kind: n < 2 ? 'brand' : n < 5 ? 'competitor' : 'topic',
      color: 'teal',
      paused: false,
      createdAt: 1,
    }));
    await db.table('keywords').bulkPut(keywords);
  });
}

/** The background may have begun to index while rows still came, the newest first, and have gone past those: it begins anew. */
export async function forgetIndex(): Promise<void> {
  const db = await openDatabase();
  const made = ['postings', 'segments', 'unindexed'] as const;
  await db.transaction('rw', [...made, 'counts'], async () => {
    for (const name of made) await db.table(name).clear();
    await db.table('counts').delete('index');
  });
}

/** Some seconds of what the background does beside everything else. @returns true where there is more to do */
export async function make(milliseconds: number): Promise<boolean> {
  for (const end = performance.now() + milliseconds; performance.now() < end; ) if (!(await takeStep(Date.now()))) return false;
  return true;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const page = 50;

/** A person types these; the slowest is the figure. */
const filters = [
  'status:new',
  'status:waiting',
  'keyword:k3 status:new',
  'keyword:k19',
  'site:reddit status:done',
  'tag:launch',
  'tag:press status:done',
  'is:starred',
  'is:starred site:x',
  'sentiment:negative intent:question',
  'keyword:k19 sentiment:negative status:done kind:comment',
  'person:x/person7',
  'site:mastodon NOT earshot',
  'tag:launch is:starred status:waiting',
];
const searches = [
  'needle',
  'earshot',
  'w1',
  'w2zz',
  'wat lit wor',
  'person99 water',
  'nothingofthekind',
  'needle status:new',
  'w5 sentiment:negative',
];

interface Asked {
  text: string;
  ms: number;
  found: number;
  /** What as many rows took, read by the one index that has just these, a moment before. */
  plain: number;
}

async function readPlain(): Promise<unknown> {
  const { mentions } = await openDatabase();
  return mentions.where('[status+seenAt]').between(['new', 0], ['new', Number.MAX_SAFE_INTEGER]).reverse().limit(page).toArray();
}

/** The first page in milliseconds, each of them. */
async function ask(text: string): Promise<Asked> {
  const filter: InboxFilter = parseInboxFilter(text).filter;
  let found = 0;
  const plain = await time(readPlain);
  const ms = await time(async () => {
    found = (await listInbox({ filter, sort: 'time', limit: page })).mentions.length;
  });
  return { text, ms, found, plain };
}

export async function askAll(kind: 'filter' | 'search'): Promise<Asked[]> {
  const answers: Asked[] = [];
  for (const text of kind === 'filter' ? filters : searches) answers.push(await ask(text));
  return answers;
}

export const sort = (by: 'priority' | 'reach'): Promise<number> => time(() => listInbox({ filter: {}, sort: by, limit: page }));
export const count = (text: string): Promise<number> => time(() => countInbox(parseInboxFilter(text).filter));

/** All that goals and a report of this month are reckoned from. */
export const measures = (until: number): Promise<number> => time(() => readMeasureRows({ from: until - 28 * day, to: until }, 'UTC'));
export const people = (until: number): Promise<number> => time(() => listPeople(until));

/** As many as one message changes, and taken back again. */
export async function change(most: number, until: number): Promise<{ change: number; back: number }> {
  const ids = await listInboxIds({}, most);
  let changed: Awaited<ReturnType<typeof changeMentions>> = [];
  const there = await time(async () => {
    changed = await changeMentions(ids, { status: 'done' }, until);
  });
  return { change: there, back: await time(() => putBackMentions(changed)) };
}

/** Down the list that is shown, a window at a time. @returns the longest task of the page meanwhile, in milliseconds; 0 where none was long */
export async function scroll(steps: number): Promise<number> {
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ entryTypes: ['longtask'] });
  for (let step = 0; step < steps; step++) {
    scrollBy(0, innerHeight);
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  tasks.disconnect();
  return longest;
}

/** A month of everything and the month before, as Insights asks for them. */
export const insights = (until: number): Promise<number> => time(() => readInsightRows({ from: until - 60 * day, to: until }));

export async function sizes(): Promise<Record<string, number>> {
  const db = await openDatabase();
  const { usage = 0 } = await navigator.storage.estimate();
  const segments = await db.segments.toArray();
  const indexed = segments.reduce((sum, { size }) => sum + size, 0);
  return { mentions: await db.mentions.count(), indexed, segments: segments.length, megabytes: Math.round(usage / 1e6) };
}
