import { beforeEach, expect, test } from 'vitest';
import type { Scanned } from '../../../core/model.ts';
import { openDatabase } from '../../../storage/db.ts';
import { listExposures } from '../../../storage/exposures.ts';
import { saveBatch } from '../../../storage/mentions.ts';
import { now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const hour = Math.floor(now / 3_600_000) * 3_600_000;
const report = (community: string | undefined, posts: number[], site = 'reddit'): Scanned => ({
  site,
  hour,
  posts,
  ...(community === undefined ? {} : { community }),
});
const scan = (...scanned: Scanned[]) => saveBatch({ captures: [], scanned }, now);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const listCoverage = async () =>
  (await (await openDatabase()).coverage.toArray()).map(({ site, community, posts }) => `${site} ${community} ${posts}`);
const countOn = async (site: string) => (await listExposures({ from: 0, to: now, site })).reduce((sum, { posts }) => sum + posts, 0);

test('a post counts once for its site and once for its community, in several tabs and when reported twice', async () => {
  await Promise.all([scan(report('r/devops', [1, 2, 3])), scan(report('r/devops', [2, 3, 4]), report('r/sre', [5]))]);
  await scan(report('r/devops', [1, 2, 3]), report(undefined, [1, 6]));
  expect(await countOn('reddit')).toBe(6);
  expect(await listCoverage()).toEqual(['reddit r/devops 4', 'reddit r/sre 1']);
});

test('posts without a community count for the site alone, as before', async () => {
  await scan(report(undefined, [1, 2], 'x'), report('   ', [3], 'x'));
  expect(await countOn('x')).toBe(3);
  expect(await listCoverage()).toEqual([]);
});

test('one community written in two ways is one', async () => {
  await scan(report('r/DevOps', [1, 2]));
  await scan(report('r/devops', [2, 3]));
  expect(await listCoverage()).toEqual(['reddit r/DevOps 3']);
});

test('communities past the two hundredth of an hour count for the site alone', async () => {
  for (const from of [0, 50, 100, 150, 200]) await scan(...range(from, from + 50).map((n) => report(`r/made-up-${n}`, [n])));
  await scan(report('r/made-up-3', [1_000]));
  expect(await listCoverage()).toHaveLength(200);
  expect(await listCoverage()).toContain('reddit r/made-up-3 2');
  expect(await countOn('reddit')).toBe(251);
});

test('a page that repeats its made-up posts in every community fills no disk with them', async () => {
  const posts = range(0, 5_000);
  for (const n of range(0, 15)) await scan(report(`r/echo-${n}`, posts));
  const db = await openDatabase();
  expect(await countOn('reddit')).toBe(5_000);
  const kept = (await db.coverage.toArray()).reduce((sum, row) => sum + row.posts, 0);
  expect(kept).toBe(50_000);
  expect((await db.scannedPosts.toArray()).reduce((sum, set) => sum + set.posts.length, 0)).toBe(55_000);
});

test('a late report, after what was scanned is forgotten, does not count a community twice', async () => {
  await scan(report('r/devops', [1, 2]));
  const later = now + 72 * 3_600_000;
  await saveBatch({ captures: [], scanned: [{ ...report('r/devops', [7]), hour: later }] }, later);
  await saveBatch({ captures: [], scanned: [report('r/devops', [1, 2, 3])] }, later);
  expect((await listCoverage()).sort()).toEqual(['reddit r/devops 1', 'reddit r/devops 2']);
});
