import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { bounds } from '../../../storage/bounds.ts';
import { openDatabase } from '../../../storage/db.ts';
import { readInsightMentions } from '../../../storage/insights.ts';
import { saveBatch } from '../../../storage/mentions.ts';
import { eachSlice, readLast } from '../../../storage/slices.ts';
import { makeCapture, now, startAnew } from './made-up.ts';

const usual = { ...bounds };

beforeEach(() => {
  startAnew();
  Object.assign(bounds, usual);
});

test('slices together are the range, each row once and in order, and those of one value are never torn apart', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: -1, max: 9 }),
      fc.integer({ min: 0, max: 11 }),
      async (times, size, from, to) => {
        startAnew();
        bounds.slice = size;
        const db = await openDatabase();
        await db.answers.bulkPut(times.map((insertedAt, i) => ({ id: `a${i}`, site: 'x', insertedAt })));
        const slices: number[][] = [];
        await eachSlice(db.answers, 'insertedAt', { from, to }, (rows) => slices.push(rows.map(({ insertedAt }) => insertedAt)));
        const expected = times.filter((time) => time >= from && time < to).sort((a, b) => a - b);
        expect(slices.flat()).toEqual(expected);
        for (const value of new Set(expected)) expect(slices.filter((slice) => slice.includes(value))).toHaveLength(1);
      },
    ),
    { numRuns: 60 },
  );
});

test('the last of a range are those that a walk from its end meets first, also where many stand at one place', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: -1, max: 5 }),
      fc.integer({ min: 0, max: 6 }),
      async (times, most, low, high) => {
        startAnew();
        const db = await openDatabase();
        await db.answers.bulkPut(times.map((insertedAt, i) => ({ id: `a${i}`, insertedAt })));
        const walk = db.answers.where('insertedAt').between(low, high, true, true).reverse().limit(most);
        expect(await readLast(db.answers, 'insertedAt', { low, high }, most)).toEqual(await walk.toArray());
      },
    ),
    { numRuns: 60 },
  );
});

test('of too many mentions the newest are read one by one, and it is told since when all are there', async () => {
  bounds.slice = 4;
  await saveBatch({ captures: Array.from({ length: 30 }, (_, i) => makeCapture(i, { seenAt: now - i * 10 })), scanned: [] }, now);
  const read = async (limit: number) => {
    const { mentions, since } = await readInsightMentions(0, now + 1, limit);
    return { ids: mentions.map(({ postId }) => Number(postId)), since };
  };
  expect(await read(12)).toEqual({ ids: Array.from({ length: 12 }, (_, i) => i), since: now - 110 });
  expect((await read(100)).since).toBeUndefined();
  expect((await read(100)).ids).toHaveLength(30);
});
