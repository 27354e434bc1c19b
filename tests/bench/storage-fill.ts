/**
 * Fills the database of a page of ours with made-up mentions, as the product would have left it: nothing is there or not there by the way it
 * came in (tests/unit/extension/filled.test.ts). It is as quick as the browser can write rows: nothing is read again, and while the browser
 * writes some the page gathers what the index keeps of them.
 */
import { reachOf } from '../../core/inbox-match.ts';
import type { Answer, Exposure, Mention } from '../../core/model.ts';
import { bounds } from '../../storage/bounds.ts';
import { countChanges } from '../../storage/counts.ts';
import { openDatabase } from '../../storage/db.ts';
import { tellOldTallies } from '../../storage/old-tallies.ts';
import { indexAtOnce } from '../../storage/search-index.ts';
import { moveTallies } from '../../storage/tallies.ts';
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

function makeRow(n: number, rows: number, until: number): Mention {
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

export function makeMention(n: number, rows: number, until: number): Mention {
  const mention = makeRow(n, rows, until);
  const reach = reachOf(mention);
  return reach === undefined ? mention : { ...mention, reach };
}

/** One in eight of those that are done was answered. */
export const answerTo = ({ id, site, seenAt, status }: Mention, n: number): Answer[] =>
  status === 'done' && n % 8 === 0
    ? [{ id: `a${id}`, mentionId: id, site, insertedAt: seenAt + 600_000, postedAt: seenAt + 660_000 + (n % 97) * 60_000 }]
    : [];

const makeMentions = (from: number, to: number, rows: number, until: number): Mention[] =>
  Array.from({ length: to - from }, (_, i) => makeMention(from + i, rows, until));

async function put(made: readonly Mention[], from: number): Promise<void> {
  const db = await openDatabase();
  await db.transaction('rw', ['mentions', 'tallies', 'counts', 'answers'], async () => {
    await countChanges(
      db,
      made.map((row) => ({ row })),
    );
    await db.table('answers').bulkPut(made.flatMap((mention, i) => answerTo(mention, from + i)));
    await moveTallies(
      db,
      made.map((after) => ({ after })),
    );
    await db.table('mentions').bulkPut(made);
  });
}

/** The rows from one number up to another, whole segments at a time. */
export async function fill(from: number, to: number, rows: number, until: number): Promise<void> {
  for (let n = from; n < to; n += bounds.segment) {
    const made = makeMentions(n, Math.min(to, n + bounds.segment), rows, until);
    await Promise.all([put(made, n), indexAtOnce(made)]);
  }
}

/** How far an earlier filling with as many rows came, and up to when its mentions were seen; undefined where there is none. */
export async function findFilled(rows: number): Promise<{ filled: number; until: number } | undefined> {
  const { mentions, segments } = await openDatabase();
  const until = (await mentions.orderBy('seenAt').last())?.seenAt;
  if (until === undefined) return undefined;
  const second = makeMention(1, rows, until);
  if ((await mentions.get(second.id))?.seenAt !== second.seenAt) return undefined;
  const filled = await mentions.count();
  const indexed = (await segments.toArray()).reduce((sum, { size }) => sum + size, 0);
  // The rows of a part are there before what the index keeps of them.
  if (indexed < filled) await indexAtOnce(makeMentions(indexed, filled, rows, until));
  return { filled, until };
}

/** Eight hours of reading a day on each site. */
const listExposures = (until: number): Exposure[] =>
  sites.flatMap((site) =>
    Array.from({ length: days * 8 }, (_, n): Exposure => {
      const hour = (Math.floor(until / day) - Math.floor(n / 8)) * day + (8 + (n % 8)) * 3_600_000;
      return { id: `${site}:${hour}`, site, hour, posts: 2_000 };
    }),
  );

/** What is there before a fill: the keywords that the rows name, where there are to be rows what was read, and nothing that is still to be made. */
export async function prepare(rows: number, until: number): Promise<void> {
  const db = await openDatabase();
  const made = ['mentions', 'answers', 'tallies', 'counts', 'postings', 'segments', 'unindexed'] as const;
  await db.transaction('rw', [...made, 'keywords', 'exposures'], async () => {
    for (const name of made) await db.table(name).clear();
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
  // The background finds nothing to do while rows come.
  await tellOldTallies();
  while (await takeStep(until));
}
