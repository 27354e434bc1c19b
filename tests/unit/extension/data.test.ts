import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backupParts } from '../../../core/backup.ts';
import { lookAtClock } from '../../../core/retention.ts';
import { backUpIfDue, backUpToFolder } from '../../../entrypoints/background/backups.ts';
import { retainNow } from '../../../entrypoints/background/data.ts';
import { createHandlers } from '../../../entrypoints/background/handlers.ts';
import { drainOutbox } from '../../../entrypoints/background/outbox.ts';
import { endFull, isFull, onAuthored, onHeard, recoverIfWiped, tellTrouble } from '../../../entrypoints/background/safety.ts';
import { noteEvent, readDataLog } from '../../../messages/data-log.ts';
import { readNotice } from '../../../messages/notices.ts';
import { saveAnswer } from '../../../storage/answers.ts';
import { readFolder } from '../../../storage/backup-folder.ts';
import { openDatabase, write } from '../../../storage/db.ts';
import { beginNewLog } from '../../../storage/heal.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { listMentions, saveBatch } from '../../../storage/mentions.ts';
import { saveNote } from '../../../storage/people.ts';
import { listReplies } from '../../../storage/replies.ts';
import { begin, getSettings, saveSettings } from '../../../storage/settings.ts';
import { makeCapture, makeKeyword, makeReply, now, startAnew, wipeDatabase } from './made-up.ts';

const day = 86_400_000;

beforeEach(() => {
  startAnew();
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now });
});
afterEach(() => vi.useRealTimers());

const onWatchChanged = vi.fn(async () => {});
const handlers = createHandlers({ ready: async () => {}, onWatchChanged, onAuthored: vi.fn(), onHeard: vi.fn(), onTrouble: vi.fn() });
const ours = { incognito: false };

const by = (handle: string, id: string, change = {}) =>
  makeCapture(id, { author: { handle, name: `${handle} the Writer` }, text: `Earshot, says ${handle}-words`, ...change });

async function copied(): Promise<void> {
  onAuthored();
  await onHeard(1);
  await vi.advanceTimersByTimeAsync(6_000);
  await expect
    .poll(async () => ((await fakeBrowser.storage.local.get('sentinel')).sentinel as { slots?: object } | undefined)?.slots)
    .toMatchObject({ authored: expect.anything(), heard: expect.anything() });
}

/** Everything there is, wherever it is kept, as one text. */
async function everything(): Promise<string> {
  const db = await openDatabase();
  const tables = await Promise.all(db.tables.map(async ({ name }) => [name, await db.table(name).toArray()]));
  const [local, session] = [await fakeBrowser.storage.local.get(null), await fakeBrowser.storage.session.get(null)];
  return JSON.stringify([tables, local, session]);
}

describe('erasing', () => {
  beforeEach(async () => {
    await begin([makeReply('r1')]);
    await saveKeywords([makeKeyword('k1')]);
    const recent = {
      id: 'x:77',
      site: 'x',
      kind: 'post',
      author: { handle: 'Zelda' },
      text: 'zelda-words passing by',
      seenAt: now,
    } as const;
    const captures = [
      by('zelda', '1'),
      by('ZELDA', '2'),
      by('boris', '3', { parent: { postId: '1', author: { handle: 'zelda' }, text: 'zelda-words quoted' } }),
      by('nina', '4', { site: 'reddit' }),
    ];
    await saveBatch({ captures, scanned: [{ site: 'x', hour: now - (now % 3_600_000), posts: [1] }], recent: [recent] }, now);
    await saveNote('x:zelda', 'Zelda', 'zelda-words of ours');
    await saveNote('reddit:nina', 'Nina', 'nina-words of ours');
    await write(['people', 'notices', 'reports', 'corrections'], async (db) => {
      await db.table('reports').put({ id: 'week:1', texts: {}, quotes: ['x:1', 'x:3'], updatedAt: now });
      await db.table('corrections').put({ id: 'x:1', at: now, value: 'positive', was: 'unknown', score: 0, words: ['zelda-words'] });
      await db.people.put({ id: 'reddit:zz', name: 'Other', tags: [], note: 'stays', sameAs: ['x:zelda', 'hn:zz'] });
      await db.notices.put({ id: 'n1', at: now, kind: 'mention', mentionId: 'x:1', how: 'now' });
    });
    for (const [id, text] of [
      ['x:1', 'zelda-words begun'],
      ['card x:1', 'zelda-words begun'],
      ['card x:3', 'stays'],
      ['person x:@Zelda', 'zelda-words begun'],
      ['person reddit:nina', 'nina-words begun'],
    ] as const)
      await handlers['draft/save']({ id, text }, ours);
    await saveAnswer({ id: 'a1', mentionId: 'x:1', text: 'Dear zelda-words', insertedAt: now, personId: 'x:zelda' });
    await saveAnswer({ id: 'a2', mentionId: 'x:3', text: 'Dear Boris', insertedAt: now, personId: 'x:boris' });
    await fakeBrowser.storage.session.set({
      'errand:5': { mentionId: 'x:2', reply: 'zelda-words' },
    });
    // Both generations of the copy know of all this.
    await copied();
    await copied();
    await fakeBrowser.storage.local.set({ 'outbox:late': { key: 'late', captures: [by('zelda', '9'), by('boris', '8')], scanned: [] } });
  });

  test('a person goes from every table, what waits, both copies, drafts and errands, and nobody else does', async () => {
    expect((await everything()).match(/zelda/gi)?.length).toBeGreaterThan(20);
    const { erased } = await handlers['data/erase']({ what: { kind: 'person', id: 'x:@Zelda' } }, ours);
    expect(erased).toEqual({ mentions: 2, quotes: 1, people: 1, answers: 1, notices: 1, recentPosts: 1 });
    const left = await everything();
    expect(left.match(/.{30}zelda.{30}/gi) ?? []).toEqual([]);
    expect(await (await openDatabase()).table('reports').get('week:1')).toMatchObject({ quotes: ['x:3'] });
    for (const stays of ['boris-words', 'nina-words', 'nina-words begun', 'Dear Boris', '"postId":"1"', 'hn:zz', 'card x:3'])
      expect(left).toContain(stays);
    wipeDatabase();
    await recoverIfWiped();
    expect((await listMentions({ limit: 10 })).map(({ id }) => id).sort()).toEqual(['reddit:4', 'x:3']);
  });

  test('who is not to be heard any more is muted, and only then is their handle still known', async () => {
    await handlers['data/erase']({ what: { kind: 'person', id: 'x:zelda' }, mute: true }, ours);
    expect(await (await openDatabase()).mutes.toArray()).toMatchObject([{ kind: 'person', site: 'x', value: 'zelda' }]);
    await saveBatch({ captures: [by('zelda', '10')], scanned: [] }, now);
    expect((await listMentions({ limit: 10 })).map(({ id }) => id)).not.toContain('x:10');
  });

  test('a site goes with all that was counted on it, and the others stay', async () => {
    const { erased } = await handlers['data/erase']({ what: { kind: 'site', site: 'x' } }, ours);
    expect(erased).toMatchObject({ mentions: 3, people: 1, answers: 2, exposures: 1 });
    const left = await everything();
    expect(left).not.toMatch(/zelda|boris/i);
    expect(left).not.toContain('"site":"x"');
    expect(left).toContain('nina-words');
  });

  test('deleting everything leaves what a new installation has, in no copy anything else, and is not taken for a loss', async () => {
    await noteEvent({ at: now, kind: 'error' });
    await handlers['data/deleteAll']({ confirm: 'delete everything' }, ours);
    expect(await everything()).not.toMatch(/zelda|boris|nina|k1/i);
    expect((await listReplies()).map(({ id }) => id)).toContain('starter-thanks');
    expect(await readDataLog()).toEqual({});
    wipeDatabase();
    expect(await recoverIfWiped()).toBe(false);
    expect(await readNotice()).toBeUndefined();
  });
});

describe('retention', () => {
  const seen = (id: string, days: number, change = {}) => makeCapture(id, { seenAt: now - days * day, ...change });

  async function fill(): Promise<void> {
    await begin([]);
    await saveBatch(
      {
        captures: [
          seen('new', 0),
          seen('old', 91),
          seen('starred', 200),
          seen('edge', 89),
          seen('friend', 300, { author: { handle: 'Mira' } }),
          seen('noted', 400),
        ],
        scanned: [],
      },
      now,
    );
    await saveNote('x:mira', 'Mira', 'Kept');
    await (await openDatabase()).mentions.update('x:starred', { starred: 1 });
    await (await openDatabase()).mentions.update('x:noted', { note: 'Mine' });
  }
  const ids = async () => (await (await openDatabase()).mentions.toArray()).map(({ id }) => id).sort();

  test('what is older than ninety days goes; what is starred, noted, or by someone who is kept stays', async () => {
    await fill();
    await saveAnswer({ id: 'a', mentionId: 'x:old', personId: 'x:ada', text: 'Hello Ada', insertedAt: now - 90 * day });
    expect(await retainNow(now)).toBe(1);
    expect(await ids()).toEqual(['x:edge', 'x:friend', 'x:new', 'x:noted', 'x:starred']);
    // The answer is the person's own; whom it was to is not.
    expect(await (await openDatabase()).answers.get('a')).toEqual({ id: 'a', text: 'Hello Ada', insertedAt: now - 90 * day, site: 'x' });
  });

  test('many old ones go in steps, all of them', async () => {
    await begin([]);
    for (let i = 0; i < 6; i++)
      await saveBatch({ captures: Array.from({ length: 200 }, (_, n) => seen(`${i}-${n}`, 100 + i)), scanned: [] }, now);
    await saveBatch({ captures: [seen('new', 0)], scanned: [] }, now);
    expect(await retainNow(now)).toBe(1_200);
    expect(await ids()).toEqual(['x:new']);
  });

  test('as long as the person says, and for ever if they say so', async () => {
    await fill();
    await saveSettings({ keepDays: 0 });
    expect(await retainNow(now)).toBe(0);
    await saveSettings({ keepDays: 30 });
    expect(await retainNow(now)).toBe(2);
  });

  test.each([10 * 365, -10 * 365, 60, -3])('a clock that jumps by %i days lets nothing go, nor when it has come back', async (days) => {
    await fill();
    await saveSettings({ keepDays: 365 });
    await retainNow(now);
    await saveSettings({ keepDays: 90 });
    const before = await ids();
    const wrong = now + days * day;
    for (let hour = 0; hour < 5; hour++) {
      // Even what was heard meanwhile, by the wrong clock, ages nothing.
      await saveBatch(
        { captures: [makeCapture(`wrong-${hour}`, { seenAt: wrong + hour * 3_600_000 })], scanned: [] },
        wrong + hour * 3_600_000,
      );
      expect(await retainNow(wrong + hour * 3_600_000)).toBe(0);
    }
    expect(await retainNow(now + 6 * 3_600_000)).toBe(0);
    expect(await ids()).toEqual(expect.arrayContaining(before));
  });

  test('a clock is believed again a week after it jumped, and age is never counted past the newest mention', () => {
    const look = (clock: Parameters<typeof lookAtClock>[0], at: number) => lookAtClock(clock, { now: at, newestSeen: now, keepDays: 90 });
    expect(look(undefined, now).cutoff).toBe(now - 90 * day);
    expect(look(undefined, now + 3650 * day).cutoff).toBe(now - 90 * day);
    const jumped = look({ at: now }, now + 40 * day);
    expect(jumped).toEqual({ clock: { at: now + 40 * day, doubtedAt: now + 40 * day } });
    expect(look(jumped.clock, now + 46 * day).cutoff).toBeUndefined();
    expect(look(look(jumped.clock, now + 46 * day).clock, now + 47 * day).cutoff).toBe(now - 90 * day);
  });
});

describe('a folder for backups', () => {
  interface File {
    text: string;
  }
  function makeFolder(state: PermissionState = 'granted', broken?: DOMException) {
    const files = new Map<string, File>();
    const folder = {
      name: 'Backups',
      state,
      files,
      queryPermission: async () => folder.state,
      keys: () =>
        (async function* () {
          yield* [...files.keys()];
        })(),
      removeEntry: async (name: string) => void files.delete(name),
      getFileHandle: async (name: string) => ({
        createWritable: async () => {
          if (broken) throw broken;
          let text = '';
          return {
            write: async (blob: Blob) => {
              text = await blob.text();
            },
            close: async () => void files.set(name, { text }),
          };
        },
      }),
    };
    return folder;
  }
  async function pick(folder: ReturnType<typeof makeFolder>): Promise<void> {
    await begin([makeReply('r1')]);
    const { saveFolder } = await import('../../../storage/backup-folder.ts');
    // The real one is cloned by the browser; here the table is given it as it is.
    const db = await openDatabase();
    vi.spyOn(db.table('handles'), 'get').mockResolvedValue({ id: 'backup-folder', handle: folder } as never);
    await saveFolder({ name: 'Backups' } as never);
    expect(await readFolder()).toBeDefined();
  }

  test('one a day is written, the newest seven stay, and no other file is touched', async () => {
    const folder = makeFolder();
    folder.files.set('letter-to-a-friend.json', { text: '' });
    await pick(folder);
    await saveSettings({ backupEvery: 'day' });
    for (let n = 0; n < 10; n++) {
      await backUpIfDue(now + n * day);
      await backUpIfDue(now + n * day + 3_600_000);
    }
    const names = [...folder.files.keys()].filter((name) => name.startsWith('earshot-backup-'));
    expect(names).toHaveLength(7);
    expect(names.at(-1)).toBe('earshot-backup-2026-12-02-1230.json');
    expect(folder.files.has('letter-to-a-friend.json')).toBe(true);
    expect(folder.files.get(names[0] ?? '')?.text).toContain('"earshot":"backup"');
    expect((await readDataLog()).lastBackup).toMatchObject({ how: 'folder', name: names.at(-1) });
  });

  test.each([
    ['permission', makeFolder('prompt')],
    ['gone', makeFolder('granted', new DOMException('', 'NotFoundError'))],
    ['failed', makeFolder('granted', new DOMException('', 'QuotaExceededError'))],
  ] as const)('a folder that cannot be written to (%s) is said, and no backup is claimed', async (problem, folder) => {
    await pick(folder);
    await expect(backUpToFolder(now)).rejects.toThrow(problem);
    const { lastBackup, backupFolder, dataLog } = await readDataLog();
    expect([lastBackup, backupFolder?.problem, dataLog?.[0]?.kind]).toEqual([undefined, problem, 'backup-failed']);
    expect(folder.files.size).toBe(0);
  });

  test('nothing is written where the person wants none', async () => {
    const folder = makeFolder();
    await pick(folder);
    await backUpIfDue(now);
    await saveSettings({ backupEvery: 'never' });
    await backUpIfDue(now);
    expect(folder.files.size).toBe(0);
    expect(backupParts).toContain('mentions');
  });
});

test('a full disk is said, and no longer once something could be kept again', async () => {
  await begin([]);
  const full = Object.assign(new Error('aborted'), { name: 'AbortError', inner: new DOMException('', 'QuotaExceededError') });
  await tellTrouble(full);
  expect(await readNotice()).toMatchObject({ kind: 'full' });
  expect((await readDataLog()).dataLog).toMatchObject([{ kind: 'full', detail: 'AbortError (QuotaExceededError)' }]);
  await endFull();
  expect(await readNotice()).toBeUndefined();
  await saveSettings({ brand: 'Earshot' });
  expect((await getSettings()).brand).toBe('Earshot');
});

test('the same trouble is told once an hour, and of all that happened the newest hundred stay', async () => {
  for (let i = 0; i < 5; i++) await noteEvent({ at: now + i, kind: 'error', detail: 'AbortError' });
  expect((await readDataLog()).dataLog).toHaveLength(1);
  await Promise.all(Array.from({ length: 120 }, (_, i) => noteEvent({ at: now + i, kind: 'backup', counts: { rows: i } })));
  expect((await readDataLog()).dataLog).toHaveLength(100);
});

test('with the disk full a batch waits where it is, what was there stays, and once there is room it is kept', async () => {
  await begin([]);
  await saveBatch({ captures: [makeCapture(1)], scanned: [] }, now);
  const batch = { key: 'late', captures: [makeCapture(2)], scanned: [] };
  await fakeBrowser.storage.local.set({ 'outbox:late': batch });
  const full = new DOMException('no room', 'QuotaExceededError');
  const db = await openDatabase();
  const refusing = vi.spyOn(Object.getPrototypeOf(db.mentions), 'bulkPut').mockRejectedValue(full);
  const told = vi.fn();
  const refused = createHandlers({ ready: async () => {}, onWatchChanged, onAuthored: vi.fn(), onHeard: vi.fn(), onTrouble: told });
  await expect(refused['capture/save'](batch, { tabId: 40, incognito: false })).rejects.toThrow();
  expect(isFull(told.mock.calls[0]?.[0])).toBe(true);
  await expect(drainOutbox(vi.fn())).rejects.toThrow();
  refusing.mockRestore();
  expect((await listMentions({ limit: 10 })).map(({ id }) => id)).toEqual(['x:1']);
  expect(Object.keys(await fakeBrowser.storage.local.get(null))).toContain('outbox:late');
  await drainOutbox(vi.fn());
  expect((await listMentions({ limit: 10 })).map(({ id }) => id).sort()).toEqual(['x:1', 'x:2']);
});

test('what makes the browser begin a new log leaves nothing behind, and touches no row', async () => {
  await begin([makeReply('r1')]);
  await saveBatch({ captures: [makeCapture(1)], scanned: [] }, now);
  const before = await everything();
  await beginNewLog();
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['earshot']);
  expect(await everything()).toBe(before);
});
