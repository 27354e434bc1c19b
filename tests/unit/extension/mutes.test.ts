import { beforeEach, expect, test, vi } from 'vitest';
import type { Mute } from '../../../core/model.ts';
import { createHandlers } from '../../../entrypoints/background/handlers.ts';
import { tellPages } from '../../../entrypoints/background/publish.ts';
import { readWatch } from '../../../messages/notices.ts';
import { listMentions, saveBatch, setStatus } from '../../../storage/mentions.ts';
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
  const { 'handle/learn': learn, 'handle/save': save } = handlers();
  await saveSettings({ myHandles: { x: ['ada_work'] } });
  await learn({ place: 'x', handle: '@Ada' }, sender);
  expect((await readWatch())?.myHandles).toEqual({ x: ['ada_work', '@Ada'] });
  const { revision } = (await readWatch()) ?? {};
  await learn({ place: 'x', handle: 'ada' }, sender);
  expect((await readWatch())?.revision).toBe(revision);
  await save({ place: 'x', handle: '@Ada', change: 'dismiss' }, sender);
  expect((await readWatch())?.myHandles).toEqual({ x: ['ada_work'] });
  await learn({ place: 'x', handle: 'ada' }, sender);
  expect((await readWatch())?.myHandles).toEqual({ x: ['ada_work'] });
  await learn({ place: 'reddit', handle: 'ada' }, { ...sender, incognito: true });
  expect(Object.keys((await getSettings()).learntHandles ?? {})).toEqual(['x']);
});

test('handles that are changed one right after another are each as the person said, with what a page told meanwhile', async () => {
  const { 'handle/learn': learn, 'handle/save': save } = handlers();
  await saveSettings({ myHandles: { x: ['one', 'two', 'three'] }, learntHandles: { x: [{ handle: 'four' }, { handle: 'five' }] } });
  const say = (handle: string, change: 'add' | 'remove' | 'dismiss' | 'restore') => save({ place: 'x', handle, change }, sender);
  await Promise.all([
    say('one', 'remove'),
    say('four', 'dismiss'),
    learn({ place: 'x', handle: 'six' }, sender),
    say('two', 'remove'),
    say('five', 'dismiss'),
    say('seven', 'add'),
  ]);
  expect((await readWatch())?.myHandles).toEqual({ x: ['three', 'seven', 'six'] });
  await say('four', 'restore');
  await say('one', 'add');
  await say('one', 'add');
  expect((await readWatch())?.myHandles).toEqual({ x: ['three', 'seven', 'one', 'four', 'six'] });
  for (let n = 0; n < 17; n += 1) await say(`more ${n}`, 'add');
  await expect(say('one more', 'add')).rejects.toThrow('20 handles');
});

test('what was on its way when a mute was made does not come in, and is counted as kept away', async () => {
  await saveMutes([mute('m'), mute('ended', { value: 'bob', until: now - 1 }), mute('one', { value: 'cleo', keywordId: 'k1' })]);
  const batch = {
    captures: [
      makeCapture(1),
      makeCapture(2, { author: { handle: 'bob' } }),
      makeCapture(3, { author: { handle: 'cleo' }, hits: hitsOf('k1', 'k2') }),
      makeCapture(4, { author: { handle: 'cleo' } }),
    ],
    scanned: [],
  };
  const answer = await saveBatch(batch, now);
  // Its page is told that all is done, or it would send them for ever.
  expect(answer).toEqual({ saved: ['x:1', 'x:2', 'x:3', 'x:4'], added: 2 });
  await saveBatch(batch, now);
  const rows = await listMentions({ limit: 9 });
  expect(rows.map(({ id, keywordIds, hits }) => [id, keywordIds, hits.map(({ keywordId }) => keywordId)]).sort()).toEqual([
    ['x:2', ['k1'], ['k1']],
    ['x:3', ['k2'], ['k2']],
  ]);
  expect(await countKeptAway()).toEqual({ m: 1, one: 2 });
});

test('a mention that is in the inbox stays there when its author is muted', async () => {
  await saveBatch({ captures: [makeCapture(1)], scanned: [] }, now);
  await saveMutes([mute('m')]);
  await saveBatch({ captures: [makeCapture(1, { text: 'Earshot, with other words', edited: true })], scanned: [] }, now);
  expect(await listMentions({ limit: 9 })).toMatchObject([{ id: 'x:1', status: 'new', text: 'Earshot heard me before I had finished.' }]);
});
