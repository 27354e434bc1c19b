import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reply as replySchema } from '../../../core/model.ts';
import { findElsewhere, leaveBox, noteBox } from '../../../entrypoints/background/collision.ts';
import { type Errand, errandFor, finishErrand, markPressed, toTask } from '../../../entrypoints/background/errand.ts';
import { createLimit } from '../../../entrypoints/background/limit.ts';
import { drainOutbox, isOutboxChange, receiveBatch } from '../../../entrypoints/background/outbox.ts';
import { tellPages, tellPopup } from '../../../entrypoints/background/publish.ts';
import { copyWhatWaits, isFull, onAuthored, onHeard, recoverIfWiped } from '../../../entrypoints/background/safety.ts';
import { listStarters } from '../../../entrypoints/background/starter-replies.ts';
import { watchTrouble } from '../../../entrypoints/pages/watch-trouble.ts';
import { dismissNotice, readNotice, readSnapshot, readWatch } from '../../../messages/notices.ts';
import { openDatabase } from '../../../storage/db.ts';
import { listExposures } from '../../../storage/exposures.ts';
import { listKeywords, saveKeywords } from '../../../storage/keywords.ts';
import { listMentions, saveBatch, setStatus } from '../../../storage/mentions.ts';
import { listReplies, removeReply, saveReplies } from '../../../storage/replies.ts';
import { begin, getSettings, savePlaces, saveSettings } from '../../../storage/settings.ts';
import { countByKeyword } from '../../../storage/tallies.ts';
import { makeCapture, makeKeyword, makeReply, now, startAnew, wipeDatabase } from './made-up.ts';

beforeEach(() => {
  startAnew();
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now });
});
afterEach(() => vi.useRealTimers());

const hour = Math.floor(now / 3_600_000) * 3_600_000;
const makeBatch = (key: string, count = 2) => ({
  key,
  captures: Array.from({ length: count }, (_, i) => makeCapture(`${key}-${i}`)),
  scanned: [{ site: 'x', hour, posts: [1, 2, 3] }],
});
const leave = (batch: { key: string }) => fakeBrowser.storage.local.set({ [`outbox:${batch.key}`]: batch });
const readSlots = async () => ((await fakeBrowser.storage.local.get('sentinel')).sentinel as { slots: object } | undefined)?.slots;
const listOutbox = async () => Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key.startsWith('outbox:'));

test('what closed tabs left behind is saved exactly once', async () => {
  const onSaved = vi.fn();
  await leave(makeBatch('a'));
  await leave(makeBatch('b'));
  await fakeBrowser.storage.local.set({ 'outbox:broken': { key: 'broken', captures: 'none' } });
  await Promise.all([drainOutbox(onSaved), drainOutbox(onSaved), receiveBatch(makeBatch('a'), { tabId: 1, incognito: false }, onSaved)]);
  expect(await listOutbox()).toEqual([]);
  expect(await listMentions({ limit: 100 })).toHaveLength(4);
  expect(onSaved.mock.calls.reduce((sum, [added]) => sum + added, 0)).toBe(4);
  expect(await countByKeyword()).toEqual({ k1: 4 });
  expect((await listExposures({ from: 0, to: now }))[0]?.posts).toBe(3);
});

test('what version 0.1 left behind is saved too, though it named keywords only in their hits', async () => {
  const batch = makeBatch('a');
  const captures = batch.captures.map(({ keywordIds: _, ...capture }) => capture);
  await leave({ ...batch, captures } as typeof batch);
  await drainOutbox(vi.fn());
  expect(await countByKeyword()).toEqual({ k1: 2 });
});

test('a batch leaves the outbox only after it is in the database', async () => {
  await leave(makeBatch('a'));
  const db = await openDatabase();
  db.close({ disableAutoOpen: true });
  await expect(receiveBatch(makeBatch('a'), { tabId: 1, incognito: false }, vi.fn())).rejects.toThrow();
  expect(await listOutbox()).toEqual(['outbox:a']);
});

test('a private window leaves nothing', async () => {
  await leave(makeBatch('a'));
  expect(await receiveBatch(makeBatch('a'), { tabId: 1, incognito: true }, vi.fn())).toEqual({ saved: [] });
  expect(await listOutbox()).toEqual([]);
  expect(await listMentions({ limit: 1 })).toEqual([]);
});

test('a tab that floods is refused, keeps its batch for later, and other tabs go on', async () => {
  const onSaved = vi.fn();
  for (let i = 0; i < 5; i += 1) await receiveBatch(makeBatch(`n${i}`, 100), { tabId: 11, incognito: false }, onSaved);
  await leave(makeBatch('over', 1));
  await expect(receiveBatch(makeBatch('over', 1), { tabId: 11, incognito: false }, onSaved)).rejects.toThrow('too many posts');
  expect(await listOutbox()).toEqual(['outbox:over']);
  await receiveBatch(makeBatch('other', 1), { tabId: 12, incognito: false }, onSaved);
  vi.setSystemTime(now + 61_000);
  await receiveBatch(makeBatch('over', 1), { tabId: 11, incognito: false }, onSaved);
  expect(await (await openDatabase()).mentions.count()).toBe(502);
});

test('a limit counts by name and by span', () => {
  const allow = createLimit(10, 1_000);
  expect([allow('a', 8, 0), allow('a', 3, 1), allow('b', 3, 1), allow('a', 2, 2), allow('a', 1, 3), allow('a', 3, 1_000)]).toEqual([
    true,
    false,
    true,
    true,
    false,
    true,
  ]);
});

test('only a batch that was put down wakes the drain', () => {
  expect(isOutboxChange({ 'outbox:a': { newValue: {} } })).toBe(true);
  expect(isOutboxChange({ 'outbox:a': {} })).toBe(false);
  expect(isOutboxChange({ watch: { newValue: {} } })).toBe(false);
});

test('after the browser wiped the database, what was written and heard is back, and the person is told', async () => {
  await begin(listStarters(now));
  await saveSettings({ brand: 'Earshot', welcomed: true });
  await savePlaces({ 'news.example': { listen: false } });
  await saveKeywords([makeKeyword('k1'), makeKeyword('k2', { paused: true })]);
  await saveReplies([makeReply('r1')]);
  onAuthored();
  const { added } = await saveBatch({ captures: [makeCapture(1), makeCapture(2)], scanned: [{ site: 'x', hour, posts: [1, 2] }] }, now);
  await setStatus(['x:2'], 'done');
  await onHeard(added);
  await vi.advanceTimersByTimeAsync(6_000);
  await expect.poll(async () => (await fakeBrowser.storage.local.get('sentinel')).sentinel).toMatchObject({ counts: { mentions: 2 } });
  await expect.poll(readSlots).toEqual({ authored: 'a', heard: 'a' });
  const before = [
    await listKeywords(),
    await listReplies(),
    await getSettings(),
    await listMentions({ limit: 10 }),
    await countByKeyword(),
  ];

  wipeDatabase();
  expect(await recoverIfWiped()).toBe(true);
  expect([
    await listKeywords(),
    await listReplies(),
    await getSettings(),
    await listMentions({ limit: 10 }),
    await countByKeyword(),
  ]).toEqual(before);
  expect(await readNotice()).toMatchObject({ kind: 'restored', counts: { keywords: 2, replies: 4, mentions: 2 } });
  await dismissNotice();
  expect(await recoverIfWiped()).toBe(false);
  expect(await readNotice()).toBeUndefined();
});

test('a copy that was cut off is passed over for the one before it', async () => {
  await begin([]);
  await saveKeywords([makeKeyword('k1')]);
  for (const [id, slot] of Object.entries({ k2: 'a', k3: 'b' })) {
    onAuthored();
    await vi.advanceTimersByTimeAsync(6_000);
    await expect.poll(readSlots).toEqual({ authored: slot });
    await saveKeywords([makeKeyword(id)]);
  }
  const stored = (await fakeBrowser.storage.local.get(null)) as Record<string, string>;
  expect(Object.keys(stored)).toContain('copy:authored-b.json');
  await fakeBrowser.storage.local.set({ 'copy:authored-b.json': stored['copy:authored-b.json']?.slice(0, -20) });
  wipeDatabase();
  await recoverIfWiped();
  expect((await listKeywords()).map(({ id }) => id)).toEqual(['k1']);
});

test('what was heard and not copied yet is copied when the alarm rings', async () => {
  await copyWhatWaits();
  expect(await readSlots()).toBeUndefined();
  await fakeBrowser.storage.session.set({ uncopied: 1 });
  await copyWhatWaits();
  expect(await readSlots()).toEqual({ heard: 'a' });
});

test('a wiped database without any good copy is not passed off as a new one', async () => {
  await fakeBrowser.storage.local.set({ sentinel: { at: now, counts: { keywords: 3 }, slots: {} } });
  expect(await recoverIfWiped()).toBe(true);
  expect(await readNotice()).toMatchObject({ kind: 'lost' });
});

test('a new installation has replies to begin with, once', async () => {
  expect(await recoverIfWiped()).toBe(false);
  const starters = listStarters(now);
  for (const starter of starters) replySchema.parse(starter);
  expect(await begin(starters)).toBe(true);
  for (const { id } of starters) await removeReply(id);
  expect(await begin(starters)).toBe(false);
  expect(await listReplies()).toEqual([]);
});

test('pages are told of keywords that are not paused, and only when something differs', async () => {
  await saveKeywords([makeKeyword('k1'), makeKeyword('k2', { paused: true, createdAt: now + 1 })]);
  await tellPages();
  await tellPages();
  expect(await readWatch()).toEqual({
    revision: 1,
    keywords: [{ id: 'k1', query: 'k1', name: 'k1', kind: 'brand', color: 'teal' }],
    places: {},
    mutes: [],
    keepRecent: true,
    strip: true,
    shortcuts: true,
    myHandles: {},
  });
  await savePlaces({ x: { highlight: false } });
  await tellPages();
  expect(await readWatch()).toMatchObject({ revision: 2, places: { x: { listen: true, highlight: false } } });
  await saveSettings({ strip: false });
  await tellPages();
  expect(await readWatch()).toMatchObject({ revision: 3, strip: false });
});

test('the popup finds what it shows first, where no web page can', async () => {
  await saveKeywords([makeKeyword('k1')]);
  await saveReplies([makeReply('r1')]);
  await saveBatch({ captures: [makeCapture(1)], scanned: [] }, now);
  await tellPopup();
  expect(await readSnapshot()).toMatchObject({ keywords: [{ id: 'k1' }], replies: [{ id: 'r1' }], counts: { k1: 1 } });
  expect(await fakeBrowser.storage.local.get('popup')).toEqual({});
});

describe('an errand', () => {
  const errand = {
    mentionId: 'x:1',
    postId: '1',
    site: 'x',
    place: 'x',
    pressed: false,
    until: now + 1_000,
    reply: { id: 'r1', text: 'Hello' },
  };
  beforeEach(() => fakeBrowser.storage.session.set({ 'errand:5': errand }));
  const here = { place: 'x', site: 'x' };

  test('is remembered through a press and a page for signing in, and ends when done or late', async () => {
    await markPressed(5, true, now);
    const task = async (at: number) => toTask((await errandFor(5, here, now)) as Errand, at);
    expect(await task(now + 5_000)).toEqual({ mentionId: 'x:1', postId: '1', pressed: true, text: 'Hello' });
    expect(await task(now + 60_000)).toMatchObject({ pressed: false });
    await markPressed(5, false, now);
    expect(await task(now)).toMatchObject({ pressed: false, text: 'Hello' });
    expect(await errandFor(6, here, now)).toBeUndefined();
    expect(await errandFor(5, here, now + 1_001)).toBeUndefined();
    expect(await finishErrand(5, true, now)).toEqual({ mentionId: 'x:1', reply: { id: 'r1', text: 'Hello' } });
    expect(await errandFor(5, here, now)).toBeUndefined();
  });

  test('is told to no page of another place', async () => {
    expect(await errandFor(5, { place: 'accounts.example', site: 'generic' }, now)).toBeUndefined();
    expect(await errandFor(5, { place: 'twitter.example', site: 'x' }, now)).toBeUndefined();
    expect(await errandFor(5, here, now)).toBeDefined();
  });

  test('that put nothing in leaves no answer', async () => {
    expect(await finishErrand(5, false, now)).toBeUndefined();
    expect(await finishErrand(5, true, now)).toBeUndefined();
  });
});

test('another tab that answers the same mention is known while its box is open, and what was put in there for ten minutes', async () => {
  const context = { hasField: true, context: { site: 'X', mentionId: 'x:1' } };
  const asked = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async () => ({ ok: true, value: context }));
  await noteBox(5, 'x:1', false, now);
  expect(await findElsewhere(5, 'x:1', now)).toEqual({ open: false });
  expect(await findElsewhere(6, 'x:2', now)).toEqual({ open: false });
  expect(await findElsewhere(6, 'x:1', now)).toEqual({ open: true });
  await noteBox(5, 'x:1', true, now);
  await noteBox(5, 'x:1', false, now + 1);
  asked.mockImplementation(async () => Promise.reject(new Error('gone')));
  await leaveBox(5);
  expect(await findElsewhere(6, 'x:1', now + 60_000)).toEqual({ open: false, insertedAt: now });
  expect(await findElsewhere(6, 'x:1', now + 601_000)).toEqual({ open: false });
  asked.mockRestore();
});

test('a full disk is known by what Dexie hides inside', () => {
  const full = Object.assign(new Error('aborted'), { name: 'AbortError', inner: new DOMException('', 'QuotaExceededError') });
  expect([isFull(full), isFull(new Error('no')), isFull(undefined)]).toEqual([true, false, false]);
});

test('a page of ours finds by itself that the browser gives no database, also where the background cannot say so', async () => {
  vi.useRealTimers();
  const stop = new AbortController();
  vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('no', 'InvalidStateError'));
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('no storage either'));
  const told: unknown[] = [];
  watchTrouble((notice) => told.push(notice?.kind), { signal: stop.signal });
  await expect.poll(() => told, { timeout: 5_000 }).toContain('refused');
  stop.abort();
  vi.restoreAllMocks();
});
