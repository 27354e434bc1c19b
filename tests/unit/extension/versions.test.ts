import { readdirSync, readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { beforeEach, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import {
  answer,
  audit,
  correction,
  coverage,
  draft,
  exposure,
  goal,
  keyword,
  macro,
  mention,
  mute,
  notice,
  person,
  play,
  recentPost,
  reply,
  reportDraft,
  round,
  rule,
  settings,
  siteCheck,
  tally,
  turningPoint,
  view,
} from '../../../core/model.ts';
import { watchTrouble } from '../../../entrypoints/pages/watch-trouble.ts';
import {
  closeDatabase,
  isReadOnly,
  NewerDatabaseError,
  openDatabase,
  watchBlocked,
  watchOutdated,
  watchQuery,
} from '../../../storage/db.ts';
import { listKeywords, saveKeywords } from '../../../storage/keywords.ts';
import { listMentions, saveBatch } from '../../../storage/mentions.ts';
import { makeCapture, makeKeyword, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

interface Dump {
  version: number;
  stores: Record<string, string>;
  rows: Record<string, unknown[]>;
}

const folder = new URL('../../fixtures/db/', import.meta.url);
const dumps = readdirSync(folder).map((file): Dump => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

const schemas: Record<string, z.ZodType> = {
  mentions: mention,
  keywords: keyword,
  replies: reply,
  people: person,
  exposures: exposure,
  answers: answer,
  settings,
  mutes: mute,
  recentPosts: recentPost,
  coverage,
  tallies: tally,
  rounds: round,
  siteChecks: siteCheck,
  macros: macro,
  rules: rule,
  views: view,
  notices: notice,
  corrections: correction,
  turningPoints: turningPoint,
  goals: goal,
  audits: audit,
  plays: play,
  reports: reportDraft,
  drafts: draft,
};

/** The database as that version left it. */
async function leaveBehind({ version, stores, rows }: Dump): Promise<void> {
  const old = new Dexie('earshot');
  old.version(version).stores(stores);
  await old.open();
  for (const [table, found] of Object.entries(rows)) await old.table(table).bulkAdd(found);
  old.close();
}

for (const dump of dumps) {
  test(`a database left by version ${dump.version} opens today, and every row of it is understood`, async () => {
    await leaveBehind(dump);
    const db = await openDatabase();
    for (const [table, schema] of Object.entries(schemas)) {
      const rows = await db.table(table).toArray();
      expect([table, rows.length]).toEqual([table, dump.rows[table]?.length ?? 0]);
      for (const row of rows) schema.parse(row);
    }
    expect(await listMentions({ limit: 100 })).toHaveLength(dump.rows.mentions?.length ?? 0);
  });
}

test('what a later version wrote is read and never written to', async () => {
  await leaveBehind({
    version: 7,
    stores: { keywords: 'id', mentions: 'id, seenAt', tomorrow: 'id' },
    rows: { keywords: [makeKeyword('k1')] },
  });
  expect(await isReadOnly()).toBe(true);
  const stop = new AbortController();
  const told: unknown[] = [];
  watchTrouble((notice) => told.push(notice?.kind), { signal: stop.signal });
  await expect.poll(() => told).toContain('newer');
  stop.abort();
  expect(await listKeywords()).toHaveLength(1);
  await expect(saveKeywords([makeKeyword('k2')])).rejects.toThrow(NewerDatabaseError);
  await expect(saveBatch({ captures: [makeCapture(1)], scanned: [] }, now)).rejects.toThrow(NewerDatabaseError);
  closeDatabase();
  const found = (await indexedDB.databases()).find(({ name }) => name === 'earshot');
  expect(found?.version).toBe(70);
});

const versionNow = async () => (await indexedDB.databases()).find(({ name }) => name === 'earshot')?.version;

test.each([
  ['no database', 0],
  ['one of ours', 5],
])('a later version that takes over %s just as it is being opened is not changed', async (_, before) => {
  if (before) await leaveBehind({ version: before, stores: { keywords: 'id' }, rows: {} });
  const look = indexedDB.databases.bind(indexedDB);
  vi.spyOn(indexedDB, 'databases').mockImplementationOnce(async () => {
    const found = await look();
    await leaveBehind({ version: 9, stores: { keywords: 'id', tomorrow: 'id' }, rows: { keywords: [makeKeyword('k1')] } });
    return found;
  });
  expect(await isReadOnly()).toBe(true);
  expect(await listKeywords()).toHaveLength(1);
  closeDatabase();
  expect(await versionNow()).toBe(90);
});

test('what the browser lost of our own version is put back', async () => {
  await leaveBehind({ version: 5, stores: { keywords: 'id' }, rows: { keywords: [makeKeyword('k1')] } });
  expect(await listMentions({ limit: 10 })).toEqual([]);
  closeDatabase();
  expect(await isReadOnly()).toBe(false);
  expect(await listKeywords()).toHaveLength(1);
  expect(await listMentions({ limit: 10 })).toEqual([]);
});

test('old code that is still open when a later version comes writes nothing more', async () => {
  await saveKeywords([makeKeyword('k1')]);
  const upgrade = new Dexie('earshot');
  upgrade.version(8).stores({ keywords: 'id, name' });
  await upgrade.open();
  await expect(saveKeywords([makeKeyword('k2')])).rejects.toThrow();
  expect(await upgrade.table('keywords').count()).toBe(1);
  upgrade.close();
});

test('an older page that holds on to the database is told of, until it lets go', async () => {
  const older = new Dexie('earshot');
  older.version(2).stores({ keywords: 'id' });
  await older.open();
  // As if that page slept.
  older.on('versionchange', () => false);
  let over: Promise<void> | undefined;
  watchBlocked((until) => {
    over = until;
  });
  const opened = openDatabase();
  await expect.poll(() => over !== undefined).toBe(true);
  const first = Promise.race([over?.then(() => 'over'), new Promise((resolve) => setTimeout(resolve, 50, 'blocked'))]);
  expect(await first).toBe('blocked');
  older.close();
  await over;
  expect((await opened).verno).toBe(5);
});

test('who asks for the database behind one that was told already is told as well, and not where there is nothing to wait for', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const told = vi.fn();
  watchBlocked(told);
  await openDatabase();
  closeDatabase();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).not.toHaveBeenCalled();
  startAnew();
  const older = new Dexie('earshot');
  older.version(2).stores({ keywords: 'id' });
  await older.open();
  older.on('versionchange', () => false);
  // The background as it was before the browser stopped it: it is told, and tells nobody any more.
  const stopped = indexedDB.open('earshot', 35);
  await new Promise((resolve) => stopped.addEventListener('blocked', resolve));
  const opened = openDatabase();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(told).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(told).toHaveBeenCalledTimes(1);
  older.close();
  stopped.addEventListener('success', () => stopped.result.close());
  await vi.runAllTimersAsync();
  await told.mock.calls[0]?.[0];
  expect((await opened).verno).toBe(5);
  vi.useRealTimers();
});

test('a page hears that a later version has come, and only then', async () => {
  const stop = new AbortController();
  let outdated = 0;
  watchOutdated(() => outdated++, { signal: stop.signal });
  await openDatabase();
  const upgrade = new Dexie('earshot');
  upgrade.version(8).stores({ keywords: 'id, name' });
  await upgrade.open();
  expect(outdated).toBe(1);
  upgrade.close();
  stop.abort();
});

test('a browser that refuses its database once is asked again, for what it gives then', async () => {
  const refused = vi.spyOn(indexedDB, 'databases').mockRejectedValueOnce(new DOMException('checksum mismatch', 'UnknownError'));
  expect(await listKeywords()).toEqual([]);
  expect(refused).toHaveBeenCalledTimes(2);
});

test('who watches a query hears of every change', async () => {
  const seen: number[] = [];
  const watching = watchQuery(listKeywords).subscribe((keywords) => seen.push(keywords.length));
  await expect.poll(() => seen).toEqual([0]);
  await saveKeywords([makeKeyword('k1')]);
  await expect.poll(() => seen.at(-1)).toBe(1);
  await saveKeywords([makeKeyword('k2')]);
  await expect.poll(() => seen.at(-1)).toBe(2);
  watching.unsubscribe();
  await saveKeywords([makeKeyword('k3')]);
  expect(seen.at(-1)).toBe(2);
});
