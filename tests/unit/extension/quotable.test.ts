import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../storage/db.ts';
import { saveBatch } from '../../../storage/mentions.ts';
import { findQuotable, readQuoted } from '../../../storage/quotable.ts';
import { makeCapture, makeKeyword, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const hour = 3_600_000;
const time = { from: now - hour, to: now + hour };

beforeEach(async () => {
  const db = await openDatabase();
  await db.keywords.put(makeKeyword('k1'));
  const captures = Array.from({ length: 80 }, (_, i) => makeCapture(i, { seenAt: now + i, text: `Earshot is what number ${i} speaks of` }));
  await saveBatch({ captures, scanned: [] }, now + 100);
});

test('what the person chose is quoted in their order, however many others may be quoted', async () => {
  expect((await readQuoted(['x:0', 'x:79', 'x:gone', 'x:3'])).map(({ id }) => id)).toEqual(['x:0', 'x:79', 'x:3']);
});

test('a particular mention is found by its words, or by its star', async () => {
  const db = await openDatabase();
  await db.mentions.update('x:5', { starred: 1 });
  await db.mentions.update('x:6', { starred: 1, status: 'ignored' });
  expect((await findQuotable(time, '')).map(({ id }) => id)).toEqual(['x:5']);
  expect((await findQuotable(time, 'number 17')).map(({ id }) => id)).toEqual(['x:17']);
  expect(await findQuotable({ from: now - 2 * hour, to: now - hour }, 'number')).toEqual([]);
  expect(await findQuotable(time, 'number')).toHaveLength(30);
});
