import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../storage/db.ts';
import { listDrafts, mostDrafts, saveDraft } from '../../../storage/drafts.ts';
import { saveBatch } from '../../../storage/mentions.ts';
import { retain } from '../../../storage/retention.ts';
import { saveSettings } from '../../../storage/settings.ts';
import { judgeTurningPoint } from '../../../storage/turning-points.ts';
import { makeCapture, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const day = 86_400_000;

test('what was begun is kept until it is saved or let go', async () => {
  await saveDraft('report month:2026-11-01 summary', 'A good mon', now);
  await saveDraft('turn k1:0:up', 'our laun', now);
  await saveDraft('turn k1:0:up', 'our launch', now + 1);
  expect(await listDrafts()).toEqual([
    { id: 'report month:2026-11-01 summary', text: 'A good mon', at: now },
    { id: 'turn k1:0:up', text: 'our launch', at: now + 1 },
  ]);
  await saveDraft('turn k1:0:up', undefined, now + 2);
  expect((await listDrafts()).map(({ id }) => id)).toEqual(['report month:2026-11-01 summary']);
});

test('of more than anyone writes at the oldest are forgotten', async () => {
  for (let i = 0; i <= mostDrafts; i++) await saveDraft(`turn k1:${i}:up`, 'begun', now + i);
  const kept = await listDrafts();
  expect(kept).toHaveLength(mostDrafts);
  expect(kept.map(({ at }) => at)).not.toContain(now);
});

test('what was begun longer ago than mentions are kept is forgotten, and not where they are kept for good', async () => {
  await saveBatch({ captures: [makeCapture(1)], scanned: [] }, now);
  await saveDraft('turn k1:0:up', 'begun', now - 100 * day);
  await saveSettings({ keepDays: 0 });
  await retain(undefined, now);
  expect(await listDrafts()).toHaveLength(1);
  await saveSettings({ keepDays: 90 });
  await saveDraft('turn k1:1:up', 'begun', now - 80 * day);
  await retain(undefined, now);
  expect((await listDrafts()).map(({ id }) => id)).toEqual(['turn k1:1:up']);
});

test('what was begun at a turning point goes with it when that is muted, and with nothing else that is said of it', async () => {
  const db = await openDatabase();
  await db.table('turningPoints').put({ id: 'k1:0:up', keywordId: 'k1', at: now });
  await saveDraft('turn k1:0:up', 'our laun', now);
  await judgeTurningPoint('k1:0:up', { state: 'confirmed' });
  expect(await listDrafts()).toHaveLength(1);
  await judgeTurningPoint('k1:0:up', { state: 'muted' });
  expect(await listDrafts()).toEqual([]);
});
