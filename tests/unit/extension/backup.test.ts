import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { backupParts, printBackup, readBackup, type Tables, toTeamPack } from '../../../core/backup.ts';
import type { Mention, Person, Tally } from '../../../core/model.ts';
import { backupSchemas, importTables, planImport, readTeamTables, undoImport, writeBackup } from '../../../storage/backup.ts';
import { newestVersion, openDatabase, write } from '../../../storage/db.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { saveMacros } from '../../../storage/macros.ts';
import { mentionTables, putMentions, removeMentions } from '../../../storage/mention-writes.ts';
import { getMention, saveBatch } from '../../../storage/mentions.ts';
import { tellOldTallies } from '../../../storage/old-tallies.ts';
import { saveReplies } from '../../../storage/replies.ts';
import type { CopyPlace } from '../../../storage/second-copy.ts';
import { begin, getSettings, saveSettings } from '../../../storage/settings.ts';
import { countByKeyword } from '../../../storage/tallies.ts';
import { takeStep } from '../../../storage/upkeep.ts';
import { makeCapture, makeKeyword, makeReply, now, startAnew, wipeDatabase } from './made-up.ts';

beforeEach(startAnew);

const hour = Math.floor(now / 3_600_000) * 3_600_000;

function makePlace(): CopyPlace & { files: Map<string, string> } {
  const files = new Map<string, string>();
  return {
    files,
    read: async (name) => files.get(name),
    write: async (name, text) => void files.set(name, text),
    remove: async (name) => void files.delete(name),
  };
}

const textOf = async (pieces: Uint8Array<ArrayBuffer>[]): Promise<string> => new Blob(pieces).text();
const backUp = async (): Promise<string> => textOf((await writeBackup(backupParts, now)).pieces);
const read = (text: string) => readBackup(text, backupSchemas, newestVersion);
const put = (table: string, rows: unknown[]) => write([table as 'people'], (db) => db.table(table).bulkPut(rows));

/** Every row that means something: of what is counted by day the order means nothing, and the search index is marked by chance. */
async function dump(): Promise<Record<string, unknown[]>> {
  const db = await openDatabase();
  const names = db.tables.map(({ name }) => name).filter((name) => !['unindexed', 'segments', 'postings'].includes(name));
  const rows = await Promise.all(names.map(async (name) => [name, await db.table(name).toArray()] as const));
  const ordered = ({ posts, ...tally }: Tally) => ({ ...tally, posts: [...(posts ?? [])].sort() });
  // That what is kept is to be gone through is told apart from what is kept.
  const isKept = ({ id }: { id?: string }) => id !== 'understand-anew';
  return Object.fromEntries(
    rows.map(([name, found]) => [name, name === 'tallies' ? (found as Tally[]).map(ordered) : found.filter(isKept)]),
  );
}

/** The dump of the newest version holds a row of everything. */
async function fillFromDump(): Promise<void> {
  const { rows } = JSON.parse(readFileSync(new URL('../../fixtures/db/v4.json', import.meta.url), 'utf8')) as {
    rows: Record<string, unknown[]>;
  };
  // Counted anew with the mentions.
  const { mentions, tallies: _, counts: __, ...others } = rows;
  await write([...mentionTables], (db) => putMentions(db, mentions as Mention[]));
  const db = await openDatabase();
  for (const [table, found] of Object.entries(others)) if (found.length > 0) await db.table(table).bulkPut(found);
}

async function fill(count: number): Promise<void> {
  await begin([makeReply('r1')]);
  await saveKeywords([makeKeyword('k1'), makeKeyword('k2')]);
  for (let i = 0; i < count; i += 200) {
    const captures = Array.from({ length: Math.min(200, count - i) }, (_, n) => makeCapture(i + n, { seenAt: now - ((i + n) % 7) * 1000 }));
    await saveBatch({ captures, scanned: [{ site: 'x', hour, posts: [i] }] }, now);
  }
}

test('a backup of everything, taken in by an empty database, gives every row of it back', async () => {
  await fillFromDump();
  const before = await dump();
  const text = await backUp();
  wipeDatabase();
  await importTables(makePlace(), read(text).tables, 'newer', now);
  const after = await dump();
  for (const table of Object.keys(backupSchemas).filter((name) => name !== 'tallies'))
    expect([table, after[table]]).toEqual([table, before[table]]);
  // Mentions that come are counted as they come; a day of which more was counted than is kept stays as it was.
  const counted = new Map((after.tallies as Tally[]).map(({ keywordId, site, day, count }) => [`${keywordId} ${site} ${day}`, count]));
  for (const { keywordId, site, day, count } of before.tallies as Tally[])
    expect(counted.get(`${keywordId} ${site} ${day}`)).toBeGreaterThanOrEqual(count);
  const sums: Record<string, number> = {};
  for (const { keywordId, count } of after.tallies as Tally[]) sums[keywordId] = (sums[keywordId] ?? 0) + count;
  expect(await countByKeyword()).toEqual(sums);
  await tellOldTallies();
  expect(await countByKeyword()).toEqual(sums);
});

test('a backup of many mentions is read in pieces, each of them once, and is the same file again afterwards', async () => {
  await fill(1_300);
  const file = await writeBackup(backupParts, now);
  expect(file.rows.mentions).toBe(1_300);
  expect(file).toMatchObject({ leftOut: 0, broken: 0 });
  const text = await textOf(file.pieces);
  const { tables } = read(text);
  expect(new Set(tables.mentions?.map(({ id }) => id)).size).toBe(1_300);
  const plan = await planImport(tables, 'newer');
  expect(plan.map(({ added, changed }) => added + changed)).toEqual(plan.map(() => 0));
});

test('a part of it is a backup too', async () => {
  await fillFromDump();
  const { pieces } = await writeBackup(['people'], now);
  expect(Object.keys(read(await textOf(pieces)).tables)).toEqual(['people']);
});

test('a row that could not be taken in again is left out of the file, and counted', async () => {
  await fill(3);
  await put('mentions', [{ ...makeCapture(99), id: 'x:99', status: 'nowhere' }]);
  const file = await writeBackup(backupParts, now);
  expect(file).toMatchObject({ broken: 1 });
  expect(file.rows.mentions).toBe(3);
  read(await textOf(file.pieces));
});

test('what is newer here stays, and notes and tags of both are joined', async () => {
  await fill(2);
  const [one] = (await (await openDatabase()).mentions.toArray()) as [Mention];
  const file: Mention = { ...one, status: 'waiting', statusAt: 5, note: 'From the file', tags: ['old'], seenAt: one.seenAt - 10 };
  await put('mentions', [{ ...one, status: 'done', statusAt: 9, note: 'From here', tags: ['new'] }]);
  await put('people', [{ id: 'x:ada', name: 'Ada', tags: ['lead'], note: 'Here' } satisfies Person]);
  const tables = { mentions: [file], people: [{ id: 'x:ada', name: '', tags: ['press'], note: 'There' }] } as unknown as Tables;
  await importTables(makePlace(), tables, 'newer', now);
  const db = await openDatabase();
  expect(await db.mentions.get(one.id)).toMatchObject({
    status: 'done',
    statusAt: 9,
    note: 'From here\n\nFrom the file',
    tags: ['new', 'old'],
    seenAt: one.seenAt - 10,
  });
  expect(await db.people.get('x:ada')).toMatchObject({ name: 'Ada', tags: ['lead', 'press'], note: 'Here\n\nThere' });
});

test('a reply that was changed later in the file is taken over, an older one is not, and counts never go down', async () => {
  await saveReplies([makeReply('a', { body: 'Here', updatedAt: 10, usedCount: 4 }), makeReply('b', { body: 'Mine', updatedAt: 30 })]);
  const tables = {
    replies: [
      makeReply('a', { body: 'There', updatedAt: 20, usedCount: 1 }),
      makeReply('b', { body: 'Theirs', updatedAt: 20, usedCount: 7 }),
    ],
  } as unknown as Tables;
  const plan = await importTables(makePlace(), tables, 'newer', now);
  const db = await openDatabase();
  expect(await db.replies.get('a')).toMatchObject({ body: 'There', usedCount: 4 });
  expect(await db.replies.get('b')).toMatchObject({ body: 'Mine', usedCount: 7 });
  expect(plan).toEqual([{ table: 'replies', added: 0, changed: 2, same: 0, kept: 0 }]);
});

test('where the file is preferred, it is as it was then', async () => {
  await saveReplies([makeReply('a', { body: 'Here', updatedAt: 50 })]);
  await saveKeywords([makeKeyword('k1', { name: 'New name' })]);
  const tables = { replies: [makeReply('a', { body: 'Then', updatedAt: 20 })], keywords: [makeKeyword('k1', { name: 'Old name' })] };
  await importTables(makePlace(), tables as unknown as Tables, 'file', now);
  const db = await openDatabase();
  expect([(await db.replies.get('a'))?.body, (await db.keywords.get('k1'))?.name]).toEqual(['Then', 'Old name']);
});

test('what a clock that ran ahead has seen stands no higher than the present', async () => {
  const ahead = { ...makeCapture(7, { seenAt: now + 3_650 * 86_400_000 }), id: 'x:7', status: 'new' };
  await importTables(makePlace(), { mentions: [ahead] } as unknown as Tables, 'newer', now);
  expect((await (await openDatabase()).mentions.get('x:7'))?.seenAt).toBe(now);
  const again = await planImport({ mentions: [ahead] } as unknown as Tables, 'newer');
  expect(again).toMatchObject([{ added: 0, changed: 0 }]);
});

test('an import is taken back to the last row', async () => {
  await fillFromDump();
  const text = await backUp();
  const db = await openDatabase();
  await write([...mentionTables], async () => removeMentions(db, (await db.mentions.limit(2).primaryKeys()) as string[]));
  await db.keywords.toCollection().modify({ name: 'Changed', createdAt: 1 });
  await saveMacros([]);
  const before = await dump();
  const place = makePlace();
  await importTables(place, read(text).tables, 'file', now);
  expect(await dump()).not.toEqual(before);
  expect(await undoImport(place)).toBe(true);
  expect(await dump()).toEqual(before);
  expect(await undoImport(place)).toBe(false);
});

test('what is kept weighs by the keywords a file brought, and as before once they are taken back', async () => {
  await saveKeywords([makeKeyword('k1', { name: 'Acme' })]);
  await saveBatch({ captures: [makeCapture(1, { text: 'Acme opens', keywordIds: ['k1'] })], scanned: [] }, now);
  const weigh = async () => {
    while (await takeStep(now));
    return (await getMention('x:1'))?.priority;
  };
  const before = await weigh();
  const place = makePlace();
  await importTables(place, { keywords: [makeKeyword('k1', { name: 'Acme', kind: 'topic' })] } as unknown as Tables, 'file', now);
  expect(await weigh()).toBeLessThan(before ?? 0);
  await undoImport(place);
  expect(await weigh()).toBe(before);
});

test('an import that cannot be finished changes nothing', async () => {
  await fill(2);
  const before = await dump();
  const tables = { keywords: [makeKeyword('k9')], mentions: [{ ...makeCapture(50), id: undefined, status: 'new' }] } as unknown as Tables;
  await expect(importTables(makePlace(), tables, 'newer', now)).rejects.toThrow();
  expect(await dump()).toEqual(before);
});

test('a team pack holds what is shared and nothing of the person or of anyone else', async () => {
  await fillFromDump();
  const tables = await readTeamTables();
  expect(Object.keys(tables).sort()).toEqual(['keywords', 'macros', 'plays', 'replies', 'rules', 'views']);
  const text = printBackup('team-pack', tables, { now, schema: newestVersion });
  for (const secret of ['Mira', 'mira', 'loud_lena', 'lastUsedAt', 'assignee', 'myHandles', 'Asked twice'])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
  expect(read(text)).toMatchObject({ kind: 'team-pack', leftOut: 0 });
  // One that holds more is no team pack, whatever it calls itself.
  expect(() => read(text.replace('"tables":{', '"tables":{"people":[],'))).toThrow(expect.objectContaining({ fault: 'unknown' }));
});

test('the words that tell what posts want go with a team pack, and nothing else of the settings', async () => {
  await fillFromDump();
  await saveSettings({ me: { name: 'Mira' }, theme: 'dark', intentChanges: { en: { bug: { added: ['wonky'] } } } });
  const text = printBackup('team-pack', await readTeamTables(), { now, schema: newestVersion });
  expect(text).not.toContain('Mira');
  const { tables } = read(text);
  // Whose settings they are nobody can say, so they may say nothing about anyone's.
  for (const [ours, theirs] of [
    ['"theme":"system"', '"theme":"dark"'],
    ['"brand":""', '"brand":"Theirs"'],
    ['"welcomed":false', '"welcomed":false,"hushed":["x"]'],
  ] as const)
    expect(() => read(text.replace(ours, theirs))).toThrow(expect.objectContaining({ fault: 'unknown' }));
  for (const prefer of ['newer', 'file'] as const) {
    startAnew();
    await begin([]);
    await saveSettings({ me: { name: 'Ola' }, theme: 'light', welcomed: true, intentChanges: { en: { bug: { added: ['janky'] } } } });
    await importTables(makePlace(), tables, prefer, now);
    const settings = await getSettings();
    expect(settings).toMatchObject({ me: { name: 'Ola' }, theme: 'light', welcomed: true });
    expect([...(settings.intentChanges?.en?.bug?.added ?? [])].sort()).toEqual(['janky', 'wonky']);
  }
});

test('a team pack taken in where the same things stand under other ids adds none of them twice, and speaks of those that are here', async () => {
  await saveKeywords([makeKeyword('mine', { query: 'Tidewater  Maps' })]);
  await saveReplies([makeReply('mine-r', { body: 'Thank you!\r\n' })]);
  const pack = {
    keywords: [makeKeyword('theirs', { query: 'tidewater maps' }), makeKeyword('fresh')],
    replies: [makeReply('theirs-r', { body: 'Thank you!' })],
    macros: [{ id: 'm', name: 'Thank', replyId: 'theirs-r', addTags: [], createdAt: 1 }],
    rules: [{ id: 'u', name: 'Maps', query: 'maps', keywordIds: ['theirs', 'fresh'], on: true, order: 1, addTags: ['maps'], createdAt: 1 }],
  } as unknown as Tables;
  const plan = await importTables(makePlace(), toTeamPack(pack), 'newer', now);
  const db = await openDatabase();
  expect((await db.keywords.toArray()).map(({ id }) => id).sort()).toEqual(['fresh', 'mine']);
  expect((await db.replies.toArray()).map(({ id }) => id)).toEqual(['mine-r']);
  expect(await db.macros.get('m')).toMatchObject({ replyId: 'mine-r' });
  expect(await db.rules.get('u')).toMatchObject({ keywordIds: ['mine', 'fresh'] });
  expect(plan.find(({ table }) => table === 'keywords')).toEqual({ table: 'keywords', added: 1, changed: 0, same: 1, kept: 0 });
  const again = await planImport(toTeamPack(pack), 'newer');
  expect(again.every(({ added, changed }) => added + changed === 0)).toBe(true);
});

test('a mention that came in under another id of its keyword is heard by the one that is here', async () => {
  await saveKeywords([makeKeyword('mine', { query: 'acme' })]);
  const mention = { ...makeCapture(1, { hits: [{ keywordId: 'theirs', start: 0, end: 7 }] }), id: 'x:1', status: 'new' };
  await importTables(
    makePlace(),
    { keywords: [makeKeyword('theirs', { query: 'acme' })], mentions: [mention] } as unknown as Tables,
    'newer',
    now,
  );
  expect(await (await openDatabase()).mentions.get('x:1')).toMatchObject({
    keywordIds: ['mine'],
    hits: [{ keywordId: 'mine', start: 0, end: 7 }],
  });
});

test('taking the same file in twice is taking it in once, whatever was there', async () => {
  const reply = fc.record({ id: fc.constantFrom('a', 'b', 'c'), body: fc.constantFrom('One', 'Two', 'one'), updatedAt: fc.nat(3) });
  const lists = fc.uniqueArray(reply, { selector: ({ id }) => id, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(lists, lists, fc.constantFrom('newer' as const, 'file' as const), async (here, there, prefer) => {
      wipeDatabase();
      await saveReplies(here.map(({ id, ...rest }) => makeReply(id, rest)));
      const tables = { replies: there.map(({ id, ...rest }) => makeReply(id, rest)) } as unknown as Tables;
      await importTables(makePlace(), tables, prefer, now);
      const once = await dump();
      await importTables(makePlace(), tables, prefer, now);
      expect(await dump()).toEqual(once);
      // No reply of either side is gone, but for those that say the same.
      const bodies = new Set((await (await openDatabase()).replies.toArray()).map(({ body }) => body));
      for (const { id, body } of here) if (!there.some((one) => one.id === id)) expect(bodies).toContain(body);
    }),
    { numRuns: 30 },
  );
});
