import { beforeEach, expect, test, vi } from 'vitest';
import type { Mute } from '../../../core/model.ts';
import { createHandlers } from '../../../entrypoints/background/handlers.ts';
import { tellPages } from '../../../entrypoints/background/publish.ts';
import { readWatch } from '../../../messages/notices.ts';
import { saveBatch, setStatus } from '../../../storage/mentions.ts';
import {
  addKeptAway,
  countKeptAway,
  listCovered,
  listMutes,
  mostKeptAway,
  removeMute,
  saveMutes,
  sweepMutes,
} from '../../../storage/mutes.ts';
import { getSettings, saveSettings } from '../../../storage/settings.ts';
import { makeCapture, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const mute = (id: string, change: Partial<Mute> = {}): Mute => ({ id, kind: 'person', site: 'x', value: 'ADA', createdAt: now, ...change });
const hitsOf = (...ids: string[]) => ids.map((keywordId) => ({ keywordId, start: 0, end: 7 }));
const handlers = () =>
  createHandlers({
    ready: async () => {},
    onWatchChanged: tellPages,
    onAuthored: vi.fn(),
    onHeard: vi.fn(),
    onTrouble: vi.fn(),
  });
const sender = { tabId: 1, incognito: false };

test('a mute covers the mentions in New that it would have kept away, and no others', async () => {
  await saveBatch(
    {
      captures: [
        makeCapture(1),
        makeCapture(2, { author: { handle: 'bob' } }),
        makeCapture(3, { hits: hitsOf('k1', 'k2') }),
        makeCapture(4, { seenAt: now + 1 }),
        makeCapture(5, { site: 'generic', url: 'https://talk.example.com/5' }),
      ],
      scanned: [],
    },
    now + 10,
  );
  await setStatus(['x:4'], 'done');
  expect((await listCovered([mute('m')], now)).sort()).toEqual(['x:1', 'x:3']);
  expect(await listCovered([mute('m', { keywordId: 'k1' })], now)).toEqual(['x:1']);
  expect(await listCovered([mute('m', { kind: 'place', site: undefined, value: 'example.com' })], now)).toEqual(['generic:5']);
  expect(await listCovered([mute('m', { until: now })], now)).toEqual([]);
});

test('pages hear of a mute when it is made and when it is lifted', async () => {
  const { 'mute/save': save, 'mute/remove': remove } = handlers();
  await save({ mutes: [mute('m')] }, sender);
  const first = await readWatch();
  expect(first?.mutes).toEqual([mute('m')]);
  await save({ mutes: [mute('m', { until: now + 5 })] }, sender);
  const second = await readWatch();
  expect(second?.mutes?.[0]?.until).toBe(now + 5);
  expect(second?.revision).toBe((first?.revision ?? 0) + 1);
  await remove({ id: 'm' }, sender);
  expect((await readWatch())?.mutes).toEqual([]);
});

test('a mute that has ended is swept out, and what it kept away is forgotten with it', async () => {
  await saveMutes([mute('old', { until: now }), mute('lasting'), mute('later', { until: now + 1 })]);
  await addKeptAway([
    { muteId: 'old', posts: [1] },
    { muteId: 'lasting', posts: [1, 2] },
  ]);
  expect(await sweepMutes(now)).toBe(true);
  expect((await listMutes()).map(({ id }) => id).sort()).toEqual(['lasting', 'later']);
  expect(await countKeptAway()).toEqual({ lasting: 2 });
  expect(await sweepMutes(now)).toBe(false);
});

test('what a mute kept away is counted once a post, and survives lifting and putting back', async () => {
  await saveMutes([mute('m')]);
  await addKeptAway([{ muteId: 'm', posts: [1, 2, 2] }]);
  await addKeptAway([
    { muteId: 'm', posts: [2, 3] },
    { muteId: 'gone', posts: [1] },
  ]);
  expect(await countKeptAway()).toEqual({ m: 3 });
  await removeMute('m');
  await addKeptAway([{ muteId: 'm', posts: [4] }]);
  await saveMutes([mute('m')]);
  expect(await countKeptAway()).toEqual({ m: 3 });
  await addKeptAway([{ muteId: 'm', posts: Array.from({ length: 3_000 }, (_, i) => i) }]);
  expect((await countKeptAway()).m).toBe(mostKeptAway);
});

test('a handle that a page marks as one’s own is known to the next page, unless it was dismissed', async () => {
  const { 'handle/learn': learn, 'settings/save': save } = handlers();
  await saveSettings({ myHandles: { x: ['ada_work'] } });
  await learn({ place: 'x', handle: '@Ada' }, sender);
  expect((await readWatch())?.myHandles).toEqual({ x: ['ada_work', '@Ada'] });
  const { revision } = (await readWatch()) ?? {};
  await learn({ place: 'x', handle: 'ada' }, sender);
  expect((await readWatch())?.revision).toBe(revision);
  await save({ patch: { learntHandles: { x: [{ handle: '@Ada', dismissed: true }] } } }, sender);
  expect((await readWatch())?.myHandles).toEqual({ x: ['ada_work'] });
  await learn({ place: 'x', handle: 'ada' }, sender);
  expect((await readWatch())?.myHandles).toEqual({ x: ['ada_work'] });
  await learn({ place: 'reddit', handle: 'ada' }, { ...sender, incognito: true });
  expect(Object.keys((await getSettings()).learntHandles ?? {})).toEqual(['x']);
});
