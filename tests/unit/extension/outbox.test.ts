import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Capture } from '../../../core/model.ts';
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

  test('what waits leaves at once when the page is left', async () => {
    const outbox = open();
    outbox.add(capture('1'));
    outbox.flush();
    expect(idsOf(kept)).toEqual(['1']);
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
