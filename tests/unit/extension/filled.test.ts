import Dexie from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { putAnswers } from '../../../storage/answer-writes.ts';
import { openDatabase, write } from '../../../storage/db.ts';
import { mentionTables, putMentions } from '../../../storage/mention-writes.ts';
import { countByKeyword } from '../../../storage/tallies.ts';
import { takeStep } from '../../../storage/upkeep.ts';
import { answerTo, fill, findFilled, makeMention, prepare } from '../../bench/storage-fill.ts';
import { now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const rows = 400;
const inner = ['counts', 'tallies', 'answers', 'mentions', 'postings', 'segments', 'unindexed'];

/** All that is kept of mentions, in an order that does not depend on what was written first. */
async function dump(): Promise<Record<string, unknown[]>> {
  const db = await openDatabase();
  const tables = await Promise.all(inner.map(async (name) => [name, await db.table(name).toArray()] as const));
  return Object.fromEntries(tables);
}

/** As mentions come in, and are indexed by and by. */
async function fillSlowly(): Promise<void> {
  await prepare(rows, now);
  for (let n = 0; n < rows; n += 7) {
    const made = Array.from({ length: Math.min(7, rows - n) }, (_, i) => makeMention(n + i, rows, now));
    await write([...mentionTables], async (db) => {
      await putMentions(db, made);
      await putAnswers(
        db,
        made.flatMap((mention, i) => answerTo(mention, n + i)),
      );
    });
  }
  while (await takeStep(now));
}

test('a database that was filled for a measurement is the one that mentions coming in would have left', async () => {
  await fillSlowly();
  const slowly = await dump();
  const heard = await countByKeyword();
  expect(slowly.mentions).toHaveLength(rows);
  expect(slowly.answers?.length).toBeGreaterThan(0);
  await Dexie.delete('earshot');
  startAnew();
  await prepare(rows, now);
  await fill(0, rows, rows, now);
  expect(await takeStep(now)).toBe(false);
  expect(await dump()).toEqual(slowly);
  expect(await countByKeyword()).toEqual(heard);
});

test('a filling that was broken off goes on where it was, and one with other rows does not', async () => {
  await prepare(rows, now);
  expect(await findFilled(rows)).toBeUndefined();
  await fill(0, 250, rows, now);
  const db = await openDatabase();
  await db.segments.clear();
  await db.postings.clear();
  expect(await findFilled(rows)).toEqual({ filled: 250, until: now });
  expect((await db.segments.toArray()).map(({ size }) => size)).toEqual([250]);
  expect(await findFilled(500)).toBeUndefined();
});
