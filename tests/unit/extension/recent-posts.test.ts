import { beforeEach, expect, test, vi } from 'vitest';
import type { RecentPost } from '../../../core/model.ts';
import { postsFor } from '../../../core/try-query.ts';
import { receiveBatch } from '../../../entrypoints/background/outbox.ts';
import { tellPages } from '../../../entrypoints/background/publish.ts';
import { readWatch } from '../../../messages/notices.ts';
import { openDatabase } from '../../../storage/db.ts';
import { saveBatch, setStatus } from '../../../storage/mentions.ts';
import { saveMutes } from '../../../storage/mutes.ts';
import { countRecent, listRecent, mostRecent, pruneRecent, recentFor } from '../../../storage/recent-posts.ts';
import { begin, saveSettings } from '../../../storage/settings.ts';
import { listTriedPosts } from '../../../storage/tried-posts.ts';
import { makeCapture, now, startAnew } from './made-up.ts';

beforeEach(async () => {
  startAnew();
  await begin([]);
});

const makeRecent = (id: string | number, change: Partial<RecentPost> = {}): RecentPost => ({
  id: `x:${id}`,
  site: 'x',
  kind: 'post',
  author: { handle: 'ada' },
  text: `Post ${id}`,
  seenAt: now,
  ...change,
});
const save = (recent: RecentPost[], at = now) => saveBatch({ captures: [], scanned: [], recent }, at);
const many = (count: number, from = 0) => Array.from({ length: count }, (_, i) => makeRecent(from + i, { seenAt: now + from + i }));

test('a post that was scanned is kept, hit or not, once, with its latest words', async () => {
  await saveBatch({ captures: [makeCapture(1)], scanned: [], recent: [makeRecent(1), makeRecent(2)] }, now);
  await save([makeRecent(2, { text: 'Edited', seenAt: now + 5 })], now + 5);
  expect((await listRecent(now)).map(({ id, text }) => `${id} ${text}`)).toEqual(['x:2 Edited', 'x:1 Post 1']);
});

test('the newest 2,000 stay', async () => {
  for (let from = 0; from < mostRecent + 400; from += 200) await save(many(200, from), now + from + 200);
  const kept = await listRecent(now);
  expect(kept).toHaveLength(mostRecent);
  expect(kept.at(-1)?.id).toBe('x:400');
});

test('what is older than seven days goes, when more comes and when nothing does', async () => {
  await save([makeRecent('old')]);
  expect(await listRecent(now + recentFor + 1)).toEqual([]);
  await save([makeRecent('new', { seenAt: now + recentFor + 1 })], now + recentFor + 1);
  expect(await countRecent()).toBe(1);
  await pruneRecent(now + 2 * recentFor + 2);
  expect(await countRecent()).toBe(0);
});

test('a post cannot claim to be newer than now, and so outlive the others', async () => {
  await save([makeRecent('liar', { seenAt: now + 1e12 })]);
  expect((await listRecent(now))[0]?.seenAt).toBe(now);
});

test('who opts out is rid of them at once, and what was under way is not kept either', async () => {
  await save(many(20));
  await saveSettings({ keepRecent: false });
  expect(await countRecent()).toBe(0);
  await save(many(5));
  expect(await countRecent()).toBe(0);
  await saveSettings({ keepRecent: true });
  await save(many(5));
  expect(await countRecent()).toBe(5);
});

test('pages hear whether they may hand posts over', async () => {
  await tellPages();
  expect((await readWatch())?.keepRecent).toBe(true);
  await saveSettings({ keepRecent: false });
  await tellPages();
  expect((await readWatch())?.keepRecent).toBe(false);
});

test('one tab cannot fill the window within a minute, and its mentions are kept all the same', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  let batches = 0;
  const receive = (tabId: number) =>
    receiveBatch(
      { key: 'k', captures: [makeCapture(batches)], scanned: [], recent: many(100, batches++ * 100) },
      { tabId, incognito: false },
      vi.fn(),
    );
  for (let i = 0; i < 20; i += 1) expect((await receive(41)).saved).toHaveLength(1);
  expect(await countRecent()).toBe(500);
  await receive(42);
  expect(await countRecent()).toBe(600);
  vi.useRealTimers();
});

test('nothing is kept from private windows', async () => {
  await receiveBatch({ key: 'k', captures: [], scanned: [], recent: many(3) }, { tabId: 43, incognito: true }, vi.fn());
  expect(await countRecent()).toBe(0);
});

test('they are in no second copy', async () => {
  const { writeCopy } = await import('../../../storage/second-copy.ts');
  await save([makeRecent(1, { text: 'Only passing by' })]);
  const files = new Map<string, string>();
  const place = {
    read: async (name: string) => files.get(name),
    write: async (name: string, text: string) => void files.set(name, text),
    remove: async (name: string) => void files.delete(name),
  };
  await writeCopy(place, 'heard', undefined, now);
  await writeCopy(place, 'authored', undefined, now);
  expect(files.size).toBe(2);
  expect([...files.values()].join()).not.toContain('Only passing by');
  expect(await (await openDatabase()).recentPosts.count()).toBe(1);
});

test('keywords are tried on the inbox and the window, without what is muted for all of them', async () => {
  await saveBatch(
    { captures: [makeCapture(1)], scanned: [], recent: [makeRecent(1), makeRecent(2), makeRecent(3, { author: { handle: 'bot' } })] },
    now,
  );
  await setStatus(['x:1'], 'ignored');
  const mute = { id: 'm1', kind: 'person' as const, site: 'x', value: 'bot', createdAt: now };
  const list = async () => (await listTriedPosts(now)).map(({ id, fate }) => `${id} ${fate}`);
  expect(await list()).toEqual(['x:1 dismissed', 'x:2 passed', 'x:3 passed']);
  await saveMutes([{ ...mute, keywordId: 'k1' }]);
  expect(await list()).toHaveLength(3);
  const listFor = async (keywordId: string) => postsFor(keywordId, await listTriedPosts(now)).map(({ id }) => id);
  expect(await listFor('k1')).toEqual(['x:1', 'x:2']);
  expect(await listFor('k2')).toHaveLength(3);
  await saveMutes([mute]);
  expect(await list()).toEqual(['x:1 dismissed', 'x:2 passed']);
});
