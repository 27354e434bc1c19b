import { beforeEach, expect, test } from 'vitest';
import type { Capture, Mention } from '../../../core/model.ts';
import { correctSentiment, judgeNewest, listTaught, understandOld } from '../../../storage/corrections.ts';
import { openDatabase } from '../../../storage/db.ts';
import { removeKeyword, saveKeywords } from '../../../storage/keywords.ts';
import { getMention, saveBatch } from '../../../storage/mentions.ts';
import { checkTurningPoints, judgeTurningPoint, listMentionedSince, listTurningPoints } from '../../../storage/turning-points.ts';
import { takeStep } from '../../../storage/upkeep.ts';
import { makeCapture, makeKeyword, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const hour = 3_600_000;
const day = 24 * hour;

const save = (id: string | number, text: string, change = {}) =>
  saveBatch({ captures: [makeCapture(id, { text, hits: [{ keywordId: 'k1', start: 0, end: 4 }], ...change })], scanned: [] }, now);

test('what arrives is understood: how it speaks of the keyword, and what it does', async () => {
  await saveKeywords([makeKeyword('k1', { name: 'Acme' }), makeKeyword('k2', { name: 'Globex', kind: 'competitor' })]);
  await save(1, 'Acme keeps crashing, I am moving to an alternative to Globex', { keywordIds: ['k1'] });
  expect(await getMention('x:1')).toMatchObject({
    sentiment: { value: 'negative', words: ['keeps crashing'] },
    intents: expect.arrayContaining(['switching', 'bug']),
  });
});

test('where two keywords stand in a post, the sentiment is towards the brand', async () => {
  await saveKeywords([makeKeyword('k1', { name: 'Acme' }), makeKeyword('k2', { name: 'Globex', kind: 'competitor' })]);
  const hits = [
    { keywordId: 'k2', start: 0, end: 6 },
    { keywordId: 'k1', start: 17, end: 21 },
  ];
  await save(1, 'Globex is awful, Acme is great', { hits, keywordIds: ['k2', 'k1'] });
  expect((await getMention('x:1'))?.sentiment?.value).toBe('positive');
});

test('a keyword of another kind makes all it was heard in weigh otherwise, however much that is', async () => {
  await saveKeywords([makeKeyword('k1', { name: 'Acme' })]);
  const many = 450;
  const captures = Array.from({ length: many }, (_, i) =>
    makeCapture(i, { text: 'Acme opens', hits: [{ keywordId: 'k1', start: 0, end: 4 }], seenAt: now - Math.floor(i / 300) }),
  );
  await saveBatch({ captures, scanned: [] }, now);
  const upkeep = async () => {
    while (await takeStep(now));
  };
  await upkeep();
  const weights = async () => [...new Set((await (await openDatabase()).mentions.toArray()).map(({ priority }) => priority))];
  expect(await weights()).toEqual([20]);
  await saveKeywords([makeKeyword('k1', { name: 'Acme', kind: 'topic' })]);
  await upkeep();
  expect(await weights()).toEqual([4]);
  expect(await takeStep(now)).toBe(false);
  await removeKeyword('k1');
  await upkeep();
  expect(await weights()).toEqual([0]);
});

test('a correction stays when the post is seen again, edited or not', async () => {
  await save(1, 'Acme opens at nine');
  await correctSentiment('x:1', 'negative', now);
  await save(1, 'Acme opens at nine, which is wonderful', { edited: true });
  expect((await getMention('x:1'))?.sentiment).toMatchObject({ value: 'negative', corrected: true });
});

test('a correction that is taken back leaves nothing behind', async () => {
  await save(1, 'Acme is wonderful');
  const before = await getMention('x:1');
  await correctSentiment('x:1', 'negative', now);
  expect(await listTaught()).not.toEqual([]);
  await correctSentiment('x:1', undefined, now);
  expect(await getMention('x:1')).toEqual(before);
  expect(await listTaught()).toEqual([]);
  expect(await correctSentiment('x:none', 'negative', now)).toBe(false);
});

test('what corrections taught is listed with the post it comes from, and can be taken back when that is gone', async () => {
  await save(1, 'Acme board is so sick');
  await save(2, 'Acme keeps crashing');
  await correctSentiment('x:1', 'positive', now);
  await correctSentiment('x:2', 'neutral', now + 1);
  const [second, first] = await listTaught();
  expect(first).toMatchObject({ id: 'x:1', value: 'positive', text: 'Acme board is so sick' });
  expect(first?.words.find(({ word }) => word === 'sick')?.weight).toBeGreaterThan(0);
  expect(second).toMatchObject({ id: 'x:2', value: 'neutral', was: 'negative' });
  const db = await openDatabase();
  await db.mentions.delete('x:1');
  expect((await listTaught())[1]).toMatchObject({ id: 'x:1', text: undefined });
  await correctSentiment('x:1', undefined, now);
  expect((await listTaught()).map(({ id }) => id)).toEqual(['x:2']);
});

test('what corrections taught shows in what else is there, and in what comes', async () => {
  for (const [id, text] of [
    [1, 'Acme board is so sick'],
    [2, 'Acme sick deck'],
    [3, 'Acme wheels are sick'],
    [4, 'Acme trucks: sick!'],
  ] as const)
    await save(id, text);
  expect((await getMention('x:4'))?.sentiment?.value).toBe('negative');
  for (const id of [1, 2, 3]) await correctSentiment(`x:${id}`, 'positive', now + id);
  await judgeNewest();
  expect((await getMention('x:4'))?.sentiment?.value).not.toBe('negative');
  await save(5, 'Acme trucks: sick!');
  expect((await getMention('x:5'))?.sentiment?.value).toBe((await getMention('x:4'))?.sentiment?.value);
});

test('counts by sentiment follow a correction', async () => {
  await save(1, 'Acme is wonderful');
  const tallies = async () => JSON.stringify((await (await openDatabase()).tallies.toArray()).map(({ posts }) => posts));
  const before = await tallies();
  await correctSentiment('x:1', 'negative', now);
  expect(await tallies()).not.toBe(before);
  await correctSentiment('x:1', undefined, now);
  expect(await tallies()).toBe(before);
});

test('what a person corrects weighs as they say, and as before once it is taken back', async () => {
  await save(1, 'Acme opens at nine on Sundays');
  const priority = async () => (await getMention('x:1'))?.priority ?? 0;
  const before = await priority();
  await correctSentiment('x:1', 'negative', now);
  expect(await priority()).toBeGreaterThan(before);
  await correctSentiment('x:1', undefined, now);
  expect(await priority()).toBe(before);
});

test('mentions from before are understood once, however often it is broken off', async () => {
  await save(1, 'Acme is wonderful');
  const db = await openDatabase();
  const { sentiment, intents, ...bare } = (await getMention('x:1')) ?? { id: '' };
  await db.mentions.put(bare as never);
  await db.counts.delete('understood:1');
  expect(await understandOld()).toBe(1);
  expect((await getMention('x:1'))?.sentiment).toEqual(sentiment);
  expect((await getMention('x:1'))?.intents).toEqual(intents);
  expect(await understandOld()).toBe(0);
});

test('whoever is stopped while mentions of before are understood goes on after the last of them', async () => {
  await saveKeywords([makeKeyword('k1', { name: 'Acme' })]);
  const text = 'Acme keeps crashing';
  const captures = Array.from({ length: 500 }, (_, i) => makeCapture(i, { text, hits: [{ keywordId: 'k1', start: 0, end: 4 }] }));
  await saveBatch({ captures, scanned: [] }, now);
  const db = await openDatabase();
  await db.mentions.toCollection().modify((row) => {
    delete row.sentiment;
  });
  await db.counts.delete('understood:1');
  let left = 300;
  const stop = () => {
    left -= 1;
    if (left < 0) throw new Error('stopped');
  };
  db.mentions.hook('updating', stop);
  await expect(understandOld()).rejects.toThrow('stopped');
  db.mentions.hook('updating').unsubscribe(stop);
  let read = 0;
  const count = (row: Mention) => {
    read += 1;
    return row;
  };
  db.mentions.hook('reading', count);
  expect(await understandOld()).toBe(300);
  db.mentions.hook('reading').unsubscribe(count);
  // Each of those that are left twice: when it is found, and when it is judged.
  expect(read).toBe(600);
  expect((await db.mentions.toArray()).every(({ sentiment }) => sentiment?.value === 'negative')).toBe(true);
  expect(await understandOld()).toBe(0);
});

const madeAt = (at: number, i: number, late: boolean, n: number): Capture =>
  makeCapture(`${at}-${i}`, {
    text: late ? 'Acme billing outage again' : `Acme and the weather number ${n}`,
    hits: [{ keywordId: 'k1', start: 0, end: 4 }],
    seenAt: at + i,
    author: { handle: late ? 'ada' : `p${n}` },
    community: late ? 'r/acme' : 'r/misc',
  });

/** Two weeks of listening: 60 posts an hour by day, of which one in thirty is a mention, and then `times` as many. */
async function listen(times: number, hours: number): Promise<void> {
  const begin = now - 14 * day;
  await saveKeywords([makeKeyword('k1', { name: 'Acme', createdAt: begin })]);
  const db = await openDatabase();
  const captures: Capture[] = [];
  for (let at = Math.floor(begin / hour) * hour, n = 0; at <= now; at += hour, n++) {
    const late = at > now - hours * hour;
    const mentions = late ? 2 * times : 2 - (n % 3 === 0 ? 1 : 0);
    await db.exposures.put({ id: `x:${at}`, site: 'x', hour: at, posts: 60 });
    for (let i = 0; i < mentions; i++) captures.push(madeAt(at, i, late, n));
  }
  await saveBatch({ captures, scanned: [] }, now);
}

test('a rise is kept with the batch that shows it, told once, and says what drives it', async () => {
  await listen(8, 3);
  const found = await checkTurningPoints(await listMentionedSince(now - hour), now);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ keywordId: 'k1', direction: 'up', kind: 'spike' });
  expect(found[0]?.at).toBeLessThanOrEqual(now);
  expect(found[0]?.posts).toBe(((found[0]?.to ?? 0) > now - hour ? 60 : 0) + 60 * ((found[0]?.bins ?? 1) - 1));
  const drivers = found[0]?.drivers ?? [];
  expect(drivers).toContainEqual(expect.objectContaining({ kind: 'community', value: 'r/acme' }));
  expect(drivers).toContainEqual(expect.objectContaining({ kind: 'person', value: 'x:ada' }));
  expect(drivers.filter(({ kind }) => kind === 'term').map(({ value }) => value)).toContain('billing outage');
  const db = await openDatabase();
  expect(await db.notices.toArray()).toMatchObject([{ kind: 'turning-point', keywordId: 'k1' }]);
  expect(await checkTurningPoints(undefined, now)).toEqual([]);
  expect(await listTurningPoints({ from: 0 })).toHaveLength(1);
});

test('a site on which nothing was read before is named as one of which nobody knows what is usual', async () => {
  await listen(8, 0);
  const db = await openDatabase();
  const last = Math.floor(now / hour) * hour;
  await db.exposures.put({ id: `reddit:${last}`, site: 'reddit', hour: last, posts: 50 });
  const captures = Array.from({ length: 40 }, (_, i) => ({ ...madeAt(last, 200 + i, true, i), id: `reddit:${i}`, site: 'reddit' }));
  await saveBatch({ captures, scanned: [] }, now);
  const [found] = await checkTurningPoints(undefined, now);
  expect(found?.drivers).toContainEqual({ kind: 'site', value: 'reddit', count: 40, isNew: true });
  await db.exposures.put({ id: `reddit:${last - 30 * hour}`, site: 'reddit', hour: last - 30 * hour, posts: 1 });
  await db.turningPoints.clear();
  const [known] = await checkTurningPoints(undefined, now);
  expect(known?.drivers).toContainEqual({ kind: 'site', value: 'reddit', count: 40 });
});

test('what was paid for to be seen drives no rise: it is not counted in it', async () => {
  await listen(8, 3);
  const last = Math.floor(now / hour) * hour;
  const paid = Array.from({ length: 9 }, (_, i) => ({ ...madeAt(last, 100 + i, true, i), community: 'r/paid', promoted: true }));
  await saveBatch({ captures: paid, scanned: [] }, now);
  const [found] = await checkTurningPoints(undefined, now);
  expect(found?.drivers.map(({ value }) => value)).not.toContain('r/paid');
  expect(found?.drivers.find(({ kind }) => kind === 'site')?.count).toBe(found?.count);
});

test('where nothing turned nothing is kept', async () => {
  await listen(1, 0);
  expect(await checkTurningPoints(undefined, now)).toEqual([]);
  expect(await listTurningPoints({ from: 0 })).toEqual([]);
});

test('what the person makes of a turning point stays, and goes when it is taken back', async () => {
  const db = await openDatabase();
  const point = {
    id: 'k1:0:up',
    keywordId: 'k1',
    at: now,
    since: now - hour,
    until: now,
    direction: 'up' as const,
    kind: 'spike' as const,
    z: 5,
    p: 1e-6,
    weeks: 30,
    bins: 1,
    from: now - hour,
    to: now,
    count: 9,
    expected: 1,
    posts: 50,
    drivers: [],
  };
  await db.turningPoints.put(point);
  await judgeTurningPoint(point.id, { state: 'muted', note: ' our launch ' });
  expect(await listTurningPoints({ from: 0, keywordId: 'k1' })).toEqual([{ ...point, state: 'muted', note: 'our launch' }]);
  await judgeTurningPoint(point.id, { state: null, note: '' });
  expect(await listTurningPoints({ from: 0 })).toEqual([point]);
  expect(await judgeTurningPoint('none', { state: 'muted' })).toBe(false);
});

/** Six weeks of three posts read in each of eight hours a day, of which one in fifty names it, and from `turned` days before now on `times` as many. */
async function listenFor(days: number, turned: number, times: number): Promise<void> {
  const begin = Math.floor(now / day) * day - days * day;
  await saveKeywords([makeKeyword('k1', { name: 'Acme', createdAt: begin })]);
  const db = await openDatabase();
  const captures: Capture[] = [];
  for (let at = begin, n = 0; at <= now; at += hour) {
    if ((at % day) / hour < 8 || (at % day) / hour > 15) continue;
    const late = at > now - turned * day;
    await db.exposures.put({ id: `x:${at}`, site: 'x', hour: at, posts: 60 });
    for (let i = 0; i < (n % 2) * (late ? times : 1); i++) captures.push(madeAt(at, i, late, n));
    n++;
  }
  await saveBatch({ captures, scanned: [] }, now);
}

test('a level that doubles is one card from its beginning on, goes on with the days, and is told once', async () => {
  await listenFor(42, 9, 2);
  const found = await checkTurningPoints(undefined, now);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ keywordId: 'k1', direction: 'up', kind: 'level' });
  expect(Math.abs((found[0]?.since ?? 0) - (now - 9 * day))).toBeLessThanOrEqual(day);
  expect(found[0]?.drivers).toContainEqual(expect.objectContaining({ kind: 'community', value: 'r/acme' }));
  await judgeTurningPoint(found[0]?.id ?? '', { state: 'confirmed' });
  // Two days on, with as much to be heard as in those before.
  const db = await openDatabase();
  const captures: Capture[] = [];
  for (let n = 1; n <= 48; n++) {
    const at = Math.floor(now / hour) * hour + n * hour;
    await db.exposures.put({ id: `x:${at}`, site: 'x', hour: at, posts: 20 });
    for (let i = 0; i < (n % 3 === 0 ? 1 : 0); i++) captures.push(madeAt(at, i, true, n));
  }
  await saveBatch({ captures, scanned: [] }, now + 2 * day);
  expect(await checkTurningPoints(undefined, now + 2 * day)).toEqual([]);
  const [kept, ...more] = await listTurningPoints({ from: 0 });
  expect(more).toEqual([]);
  expect(kept).toMatchObject({ id: found[0]?.id, at: found[0]?.at, kind: 'level', state: 'confirmed' });
  expect(kept?.until).toBeGreaterThan(now + day);
});

test('what began before a time and went on in it is listed with it', async () => {
  const db = await openDatabase();
  const numbers = { z: 5, p: 1e-6, weeks: 30, bins: 24, count: 9, expected: 3, posts: 50, drivers: [] };
  const made = (id: string, at: number, until: number) =>
    db.turningPoints.put({ id, keywordId: 'k1', at, since: at, until, direction: 'up', kind: 'level', from: at, to: until, ...numbers });
  await made('goes on', now - 35 * day, now);
  await made('is over', now - 36 * day, now - 31 * day);
  await made('is new', now - day, now);
  expect((await listTurningPoints({ from: now - 30 * day })).map(({ id }) => id)).toEqual(['is new', 'goes on']);
});
