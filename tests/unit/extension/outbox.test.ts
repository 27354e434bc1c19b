import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Capture, RecentPost } from '../../../core/model.ts';
import { type Batch, createOutbox } from '../../../entrypoints/watch.content/outbox.ts';

const capture = (postId: string, text = 'Acme'): Capture => ({
  site: 'x',
  postId,
  kind: 'post',
  author: {},
  text,
  hits: [{ keywordId: 'acme', start: 0, end: 4 }],
  keywordIds: ['acme'],
  seenAt: 1,
});

const recent = (id: string, text = 'Passing by'): RecentPost => ({ id, site: 'x', kind: 'post', author: {}, text, seenAt: 1 });

describe('the outbox of a page', () => {
  let kept: Batch[];
  let sent: Batch[];
  let fails: number;
  const ending = new AbortController();

  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000_000 });
    kept = [];
    sent = [];
    fails = 0;
  });
  afterEach(() => vi.useRealTimers());

  let keys = 0;
  const open = (signal: AbortSignal = ending.signal) =>
    createOutbox({
      keep: async (batch) => void kept.push(batch),
      send: async (batch) => {
        if (fails-- > 0) throw new Error('Could not establish connection');
        sent.push(batch);
      },
      now: Date.now,
      newKey: () => `key-${keys++}`,
      signal,
    });
  const idsOf = (batches: Batch[]) => batches.flatMap((batch) => batch.captures.map((one) => one.postId));

  test('what is captured is kept before it is sent, and sent once', async () => {
    const outbox = open();
    outbox.add(capture('1'));
    outbox.add(capture('2'));
    await vi.advanceTimersByTimeAsync(50);
    expect(idsOf(kept)).toEqual(['1', '2']);
    expect(sent).toEqual(kept);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
  });

  test('heavy posts leave a few at a time, and all of them leave', async () => {
    const outbox = open();
    const hits = Array.from({ length: 500 }, (_, n) => ({ keywordId: 'acme', start: n * 5, end: n * 5 + 4 }));
    for (let n = 0; n < 30; n += 1) outbox.add({ ...capture(`${n}`, 'Acme '.repeat(4_000)), hits });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(idsOf(sent)).toHaveLength(30);
    for (const batch of sent) expect(JSON.stringify(batch).length).toBeLessThan(300_000);
  });

  test('a background that does not answer is asked again until it does', async () => {
    fails = 5;
    open().add(capture('1'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(idsOf(sent)).toEqual(['1']);
  });

  test('a batch nobody ever answers stays in storage, and the next one is still sent', async () => {
    fails = 8;
    const outbox = open();
    outbox.add(capture('1'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(idsOf(kept)).toEqual(['1']);
    outbox.add(capture('2'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(idsOf(sent)).toEqual(['2']);
  });

  test('later words of a post that still waits replace the earlier ones', async () => {
    const outbox = open();
    outbox.add(capture('1', 'Acme'));
    outbox.add(capture('1', 'Acme, edited'));
    await vi.advanceTimersByTimeAsync(50);
    expect(sent[0]?.captures.map((one) => one.text)).toEqual(['Acme, edited']);
  });

  test('a page sends at most ten messages a second, whatever it shows, and loses nothing', async () => {
    const outbox = open();
    for (let i = 0; i < 1_000; i += 1) {
      outbox.add(capture(String(i)));
      await vi.advanceTimersByTimeAsync(3);
    }
    expect(sent.length).toBeLessThanOrEqual(30);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(new Set(idsOf(sent)).size).toBe(1_000);
  });

  test('posts read are counted by hour, and leave in no hurry', async () => {
    const outbox = open();
    for (const hash of [1, 2, 2, 3]) outbox.count('x', hash);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(sent[0]?.scanned).toEqual([{ site: 'x', hour: 997_200_000, posts: [1, 2, 3] }]);
  });

  test('posts are counted by the community they stood in', async () => {
    const outbox = open();
    outbox.count('reddit', 1, 'r/devops');
    outbox.count('reddit', 2, 'r/sre');
    outbox.count('reddit', 3, 'r/devops');
    outbox.count('reddit', 4);
    await vi.advanceTimersByTimeAsync(4_000);
    const hour = 997_200_000;
    expect(sent[0]?.scanned).toEqual([
      { site: 'reddit', hour, community: 'r/devops', posts: [1, 3] },
      { site: 'reddit', hour, community: 'r/sre', posts: [2] },
      { site: 'reddit', hour, posts: [4] },
    ]);
  });

  test('a page of very many communities sends them in parts the background takes, and no name that is too long', async () => {
    const outbox = open();
    for (let i = 0; i < 300; i += 1) outbox.count('reddit', i, `r/n${i}`);
    outbox.count('reddit', 300, 'r/'.padEnd(400, 'x'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(Math.max(...sent.map(({ scanned }) => scanned.length))).toBe(50);
    const all = sent.flatMap(({ scanned }) => scanned);
    expect(all.filter(({ community }) => community !== undefined)).toHaveLength(200);
    expect(all.flatMap(({ posts }) => posts)).toHaveLength(301);
  });

  test('posts scanned lately ride along in no hurry, and are never written to storage', async () => {
    const outbox = open();
    outbox.remember(recent('x:1'));
    outbox.remember(recent('x:1', 'Passing by, edited'));
    await vi.advanceTimersByTimeAsync(2_900);
    expect(sent).toEqual([]);
    outbox.add(capture('1'));
    await vi.advanceTimersByTimeAsync(50);
    expect(sent[0]?.recent).toEqual([recent('x:1', 'Passing by, edited')]);
    outbox.remember(recent('x:2'));
    await vi.advanceTimersByTimeAsync(3_100);
    expect(sent[1]?.recent).toEqual([recent('x:2')]);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('Passing');
  });

  test('a page that shows ten posts a second hands over a few hundred a minute, no more', async () => {
    const outbox = open();
    const taken: boolean[] = [];
    for (let i = 0; i < 600; i += 1) {
      taken.push(outbox.remember(recent(`x:${i}`)));
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(30_000);
    const handed = sent.flatMap((batch) => batch.recent ?? []);
    expect(handed).toHaveLength(taken.filter(Boolean).length);
    expect(handed.length).toBeGreaterThanOrEqual(300);
    expect(handed.length).toBeLessThanOrEqual(501);
  });

  test('whether there is room for a post scanned lately can be asked beforehand, and asking takes none', () => {
    const outbox = open();
    let handed = 0;
    while (outbox.hasRoom(`x:${handed}`) && handed < 1_000) {
      for (let asked = 0; asked < 10; asked += 1) outbox.hasRoom(`x:${handed}`);
      expect(outbox.remember(recent(`x:${handed}`))).toBe(true);
      handed += 1;
    }
    expect(handed).toBe(300);
    expect(outbox.remember(recent('x:one-more'))).toBe(false);
  });

  test('what was handed over and has not left is forgotten when the person opts out', async () => {
    const outbox = open();
    outbox.remember(recent('x:1'));
    outbox.forget();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([]);
  });

  test('what waits leaves at once when the page is left', async () => {
    const outbox = open();
    outbox.add(capture('1'));
    outbox.leave();
    expect(idsOf(kept)).toEqual(['1']);
  });

  test('a page that is left hands all of it to the background within the same call, whatever storage does', () => {
    const outbox = open();
    for (let i = 0; i < 120; i += 1) outbox.add(capture(String(i)));
    outbox.leave();
    expect(idsOf(sent)).toHaveLength(120);
  });

  test('a batch that storage had not taken when the page was left is handed over then', async () => {
    const outbox = createOutbox({
      keep: () => new Promise(() => {}),
      send: async (batch) => void sent.push(batch),
      now: Date.now,
      newKey: () => 'key',
      signal: ending.signal,
    });
    outbox.add(capture('1'));
    await vi.advanceTimersByTimeAsync(50);
    expect(sent).toEqual([]);
    outbox.leave();
    expect(idsOf(sent)).toEqual(['1']);
  });

  test('who asks is told once a post is in storage, not before; and after a second where storage does not answer', async () => {
    let isStored = () => {};
    let isHanging = false;
    const outbox = createOutbox({
      keep: () => new Promise((resolve) => (isStored = isHanging ? () => {} : resolve)),
      send: async (batch) => void sent.push(batch),
      now: Date.now,
      newKey: () => 'key',
      signal: ending.signal,
    });
    const told: string[] = [];
    outbox.whenKept('x:1', () => told.push('never added'));
    outbox.add(capture('1'));
    outbox.whenKept('x:1', () => told.push('waiting'));
    await vi.advanceTimersByTimeAsync(50);
    outbox.whenKept('x:1', () => told.push('being stored'));
    expect(told).toEqual(['never added']);
    isStored();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['never added', 'waiting', 'being stored']);
    isHanging = true;
    outbox.add(capture('2'));
    outbox.whenKept('x:2', () => told.push('too long'));
    await vi.advanceTimersByTimeAsync(900);
    expect(told).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(300);
    expect(told).toHaveLength(4);
    expect(idsOf(sent)).toEqual(['1', '2']);
  });

  test('nothing is sent once the script has ended', async () => {
    const end = new AbortController();
    const outbox = open(end.signal);
    outbox.add(capture('1'));
    end.abort();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([]);
  });
});
