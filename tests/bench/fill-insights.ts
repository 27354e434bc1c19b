/** Runs in a page of the extension's: a year of made-up listening, straight into the database, so that no message or batch slows it down. */
import type { Answer, Coverage, Exposure, Goal, Keyword, Measure, Mention, Tally } from '../../core/model.ts';
import { changeTally, emptyTally, intentKinds, talliedDay, talliedOf } from '../../core/tally.ts';
import { marker } from '../../storage/tallies.ts';

export interface Filling {
  mentions: number;
  days: number;
  now: number;
}

const hour = 3_600_000;
const day = 24 * hour;
const sites = ['x', 'reddit', 'linkedin', 'youtube', 'hackernews'];
const communities = ['r/devops', 'r/sysadmin', 'r/smallbusiness', 'r/startups', 'r/support'];
const names: [string, Keyword['kind'], Keyword['color']][] = [
  ['Tidewater', 'brand', 'teal'],
  ['Tidewater Cloud', 'brand', 'sky'],
  ['Brackish', 'competitor', 'rose'],
  ['Lowmoor', 'competitor', 'amber'],
  ['note taking', 'topic', 'violet'],
];

/** The same rows each time. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

async function putAll(db: IDBDatabase, table: string, rows: readonly unknown[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 5_000) {
    const transaction = db.transaction(table, 'readwrite');
    for (const row of rows.slice(from, from + 5_000)) transaction.objectStore(table).put(row);
    await new Promise((done, failed) => {
      transaction.oncomplete = done;
      transaction.onerror = () => failed(transaction.error);
    });
  }
}

const keywords = names.map(
  ([name, kind, color], i): Keyword => ({ id: `k${i}`, query: name, name, kind, color, paused: false, createdAt: 1 }),
);

/** Hours in which someone reads: more in the evening, hardly any at night, some days none at all. */
function listReadHours({ days, now }: Filling, random: () => number): number[] {
  const hours: number[] = [];
  const first = Math.floor(now / hour) * hour - days * day;
  for (let at = first; at <= now; at += hour) {
    const clock = Math.floor((at % day) / hour);
    const isOff = Math.sin(Math.floor(at / day) * 12.9898) > 0.93;
    if (!isOff && random() < (clock < 6 ? 0.03 : clock < 17 ? 0.35 : 0.6)) hours.push(at);
  }
  return hours;
}

function makeMention(i: number, at: number, random: () => number): Mention {
  const site = sites[Math.floor(random() ** 1.6 * sites.length)] ?? 'x';
  const chosen = keywords.filter(() => random() < 0.24);
  const keywordIds = (chosen.length > 0 ? chosen : keywords.slice(0, 1)).map(({ id }) => id);
  const feeling = random();
  const person = `person${Math.floor(random() ** 2 * 9_000)}`;
  const community = communities[Math.floor(random() * communities.length)];
  return {
    id: `${site}:${i}`,
    site,
    postId: String(i),
    url: `https://example.com/${i}`,
    kind: random() < 0.55 ? 'comment' : 'post',
    author: { handle: person, name: person.toUpperCase(), url: `https://example.com/u/${person}` },
    text: `${names[0]?.[0]} came up again: ${'the export broke on a large board and support took a while to say so. '.repeat(4)}${i}`,
    postedAt: at - Math.floor(random() ** 3 * 3 * day),
    seenAt: at,
    hits: [{ keywordId: keywordIds[0] ?? 'k0', start: 0, end: 9 }],
    keywordIds,
    ...(site === 'reddit' && community ? { community } : {}),
    status: (['new', 'done', 'ignored', 'waiting', 'new'] as const)[Math.floor(random() * 5)] ?? 'new',
    sentiment: { value: feeling < 0.25 ? 'unknown' : feeling < 0.5 ? 'positive' : feeling < 0.72 ? 'neutral' : 'negative', words: [] },
    intents: intentKinds.filter(() => random() < 0.12),
    priority: 10,
  };
}

export function tally(mentions: readonly Mention[], answers: readonly Answer[]): Tally[] {
  const times = new Map(answers.map(({ mentionId, postedAt }) => [mentionId, postedAt]));
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions)
    for (const id of mention.keywordIds) {
      const key = [id, mention.site, talliedDay(mention.seenAt)].join('\n');
      const group = groups.get(key) ?? [];
      group.push(mention);
      groups.set(key, group);
    }
  return [...groups].map(([key, group]) => {
    const [id = '', site = '', at] = key.split('\n');
    return changeTally(emptyTally(id, site, Number(at)), { out: [], in: group.map((one) => talliedOf(one, times.get(one.id))) });
  });
}

function readAt(hours: readonly number[], random: () => number): { exposures: Exposure[]; coverage: Coverage[] } {
  const exposures: Exposure[] = [];
  const coverage: Coverage[] = [];
  for (const at of hours)
    for (const site of sites.filter(() => random() < 0.6)) {
      const posts = 40 + Math.floor(random() * 300);
      exposures.push({ id: `${site}:${at}`, site, hour: at, posts });
      if (site === 'reddit')
        for (const community of communities.slice(0, 3)) coverage.push({ site, community, hour: at, posts: Math.floor(posts / 4) });
    }
  return { exposures, coverage };
}

const measures: readonly Measure[] = [
  { kind: 'mentions', keywordIds: ['k0'] },
  { kind: 'share-of-voice' },
  { kind: 'answered' },
  { kind: 'response-time' },
  { kind: 'rate', intents: ['buying'] },
];

/** The first of them began six weeks ago. */
const listGoals = (now: number): Goal[] =>
  measures.map((measure, i) => ({
    id: `g${i}`,
    outcome: `What goal ${i} is for`,
    measure,
    better: measure.kind === 'response-time' ? 'less' : 'more',
    target: 1,
    from: now - (42 - i) * day - 1,
    until: now + 30 * day,
    createdAt: now - (42 - i) * day,
  }));

/** What is counted as mentions are kept: without it the pages around would count 100,000 rows while they are measured. */
function countAll(mentions: readonly Mention[], tallies: readonly Tally[]): { id: string; count: number }[] {
  const sums = new Map<string, number>([
    ['state', 1],
    [marker.id, marker.count],
  ]);
  const add = (id: string, by: number): Map<string, number> => sums.set(id, (sums.get(id) ?? 0) + by);
  for (const { status } of mentions) for (const id of ['all', `${status}/all`]) add(id, 1);
  for (const { keywordId, count } of tallies) add(`heard:${keywordId}`, count);
  return [...sums].map(([id, count]) => ({ id, count }));
}

/** Everything that is counted from; what is counted ahead of it (tallies, counts) is made of these. */
export interface Heard {
  keywords: Keyword[];
  mentions: Mention[];
  answers: Answer[];
  exposures: Exposure[];
  coverage: Coverage[];
}

/** Some moment: which hours are read in, and with that everything after it, hangs on where in the day and the week they lie. */
const madeAt = Date.UTC(2026, 10, 28, 20);

/** The same rows whenever they are made, moved by whole hours: what is looked for in them is there at each hour of each day. */
export function makeHeard(filling: Filling): Heard {
  const now = madeAt + (filling.now % hour);
  const by = filling.now - now;
  const { keywords, mentions, answers, exposures, coverage } = makeAt({ ...filling, now });
  for (const one of mentions) {
    one.seenAt += by;
    if (one.postedAt !== undefined) one.postedAt += by;
  }
  for (const one of answers) {
    one.insertedAt += by;
    if (one.postedAt !== undefined) one.postedAt += by;
  }
  for (const one of exposures) {
    one.hour += by;
    one.id = `${one.site}:${one.hour}`;
  }
  for (const one of coverage) one.hour += by;
  return { keywords, mentions, answers, exposures, coverage };
}

function makeAt(filling: Filling): Heard {
  const random = createRandom(20_261_128);
  const hours = listReadHours(filling, random);
  const mentions = Array.from({ length: filling.mentions }, (_, i) => {
    const at = hours[Math.floor(random() ** 0.95 * hours.length)] ?? filling.now;
    return makeMention(i, Math.min(filling.now, at + Math.floor(random() * hour)), random);
  });
  const answers = mentions
    .filter(({ status }) => status === 'waiting' || status === 'done')
    .slice(0, 20_000)
    .map((mention): Answer => {
      const insertedAt = mention.seenAt + Math.floor(random() ** 3 * 3 * day);
      return {
        id: `a${mention.id}`,
        mentionId: mention.id,
        site: mention.site,
        insertedAt,
        ...(random() < 0.9 ? { postedAt: insertedAt + 60_000 } : {}),
      };
    });
  return { keywords, mentions, answers, ...readAt(hours, random) };
}

/** Adds what is counted ahead. @returns how many rows each table was given */
export async function putHeard(
  heard: Heard,
  tallies: readonly Tally[],
  more: Record<string, readonly unknown[]>,
): Promise<Record<string, number>> {
  const tables: Record<string, readonly unknown[]> = { ...heard, tallies, counts: countAll(heard.mentions, tallies), ...more };
  const db = await asked(indexedDB.open('earshot'));
  for (const [table, rows] of Object.entries(tables)) await putAll(db, table, rows);
  db.close();
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]));
}

export function fill(filling: Filling): Promise<Record<string, number>> {
  const heard = makeHeard(filling);
  return putHeard(heard, tally(heard.mentions, heard.answers), { goals: listGoals(filling.now) });
}

(globalThis as { fillInsights?: typeof fill }).fillInsights = fill;
