import { beforeEach, expect, test } from 'vitest';
import { watchCalmly } from '../../../storage/calm.ts';
import { write } from '../../../storage/db.ts';
import { countMentions, saveBatch } from '../../../storage/mentions.ts';
import { makeCapture, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const settle = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** However slow the machine is. */
const holds = (isTrue: () => boolean) => expect.poll(isTrue, { timeout: 10_000, interval: 20 }).toBe(true);

test('what takes long to read is read at once, and after many changes no more often than is said', async () => {
  const pause = 400;
  const values: number[] = [];
  const start = performance.now();
  const watching = watchCalmly(['counts'], countMentions, pause).subscribe((value) => values.push(value));
  await holds(() => values.length === 1);
  for (let i = 0; i < 20; i++) await saveBatch({ captures: [makeCapture(i)], scanned: [] }, now);
  expect(values.length).toBeLessThanOrEqual(1 + (performance.now() - start) / pause);
  await holds(() => values.at(-1) === 20);
  watching.unsubscribe();
  const told = values.length;
  await saveBatch({ captures: [makeCapture(20)], scanned: [] }, now);
  await settle(2 * pause);
  expect(values).toHaveLength(told);
});

test('a reading that failed is told, and the next change is read again', async () => {
  let fails = true;
  const [values, errors]: [number[], unknown[]] = [[], []];
  const read = async () => {
    if (fails) throw new Error('refused');
    return countMentions();
  };
  const watching = watchCalmly(['counts', 'unindexed'], read, 20).subscribe(
    (value) => values.push(value),
    (error) => errors.push(error),
  );
  await holds(() => errors.length === 1);
  fails = false;
  await write(['unindexed'], (db) => db.unindexed.put({ id: 'x:1', mark: 1 }));
  await holds(() => values.length === 1);
  expect(errors).toHaveLength(1);
  watching.unsubscribe();
});
