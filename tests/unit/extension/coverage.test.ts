import { beforeEach, expect, test } from 'vitest';
import { listCoverage, listLastRead, listSeen } from '../../../storage/coverage.ts';
import { openDatabase } from '../../../storage/db.ts';
import { saveBatch } from '../../../storage/mentions.ts';
import { makeCapture, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const hour = Math.floor(now / 3_600_000) * 3_600_000;
const day = 86_400_000;

test('when something was read last, on each site and in each community', async () => {
  for (const [back, community] of [
    [40, 'r/devops'],
    [9, 'r/devops'],
    [3, undefined],
  ] as const) {
    const at = now - back * day;
    const where = { site: 'reddit', hour: hour - back * day, ...(community ? { community } : {}) };
    await saveBatch({ captures: [], scanned: [{ ...where, posts: [back] }] }, at);
  }
  const last = await listLastRead();
  expect(last.find(({ community }) => !community)).toEqual({ site: 'reddit', hour: hour - 3 * day });
  expect(last.find(({ community }) => community)).toEqual({ site: 'reddit', community: 'r/devops', hour: hour - 9 * day });
  expect(await listCoverage(now - 10 * day)).toHaveLength(1);
});

test('mentions by others since a moment, the newest first; what was promoted or is one’s own is not counted', async () => {
  const at = (days: number) => ({ seenAt: now - days * day });
  const captures = [
    makeCapture(1, { ...at(1), community: 'r/devops' }),
    makeCapture(2, at(2)),
    makeCapture(3, { ...at(1), own: true }),
    makeCapture(4, { ...at(1), promoted: true }),
    makeCapture(5, at(40)),
  ];
  await saveBatch({ captures, scanned: [] }, now);
  expect(await listSeen(now - 30 * day, 100)).toEqual([
    { site: 'x', community: 'r/devops', seenAt: now - day, host: 'x.com' },
    { site: 'x', seenAt: now - 2 * day, host: 'x.com' },
  ]);
  expect(await listSeen(now - 30 * day, 1)).toHaveLength(1);
});

test('a year of reading is summed up without loading its rows', async () => {
  const db = await openDatabase();
  const rows = Array.from({ length: 20_000 }, (_, i) => ({
    site: 'reddit',
    community: `r/c${i % 60}`,
    hour: hour - Math.floor(i / 60) * 3_600_000,
    posts: 3,
  }));
  await db.coverage.bulkPut(rows);
  const last = await listLastRead();
  expect(last).toHaveLength(60);
  expect(last.every((one) => one.hour === hour)).toBe(true);
});
