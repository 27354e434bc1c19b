import { beforeEach, expect, test } from 'vitest';
import { countAudit } from '../../../core/audit.ts';
import { take } from '../../../core/measures.ts';
import { hashPost } from '../../../core/tally.ts';
import { findPlays } from '../../../entrypoints/background/plays.ts';
import { saveAnswer } from '../../../storage/answers.ts';
import { listAudits, removeAudit, saveAudit } from '../../../storage/audits.ts';
import { listGoals, removeGoal, saveGoals } from '../../../storage/goals.ts';
import { removeKeyword, saveKeywords } from '../../../storage/keywords.ts';
import { readMeasureRows } from '../../../storage/measuring.ts';
import { saveBatch, setStatus } from '../../../storage/mentions.ts';
import { saveNote } from '../../../storage/people.ts';
import { readPlanFacts } from '../../../storage/plan-facts.ts';
import { listPlays, movePlay, removePlay, savePlays } from '../../../storage/plays.ts';
import { getReportDraft, saveReportDraft } from '../../../storage/reports.ts';
import { saveSettings } from '../../../storage/settings.ts';
import { makeCapture, makeGoal, makeKeyword, makePlay, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const hour = 3_600_000;
const today = { from: now - hour, to: now + hour };

test('the goal that ends first stands first, and one that is removed is gone', async () => {
  await saveGoals([makeGoal({ id: 'late', until: now + 2 * hour }), makeGoal({ id: 'soon', until: now + hour })]);
  expect((await listGoals()).map(({ id }) => id)).toEqual(['soon', 'late']);
  await removeGoal('soon');
  expect((await listGoals()).map(({ id }) => id)).toEqual(['late']);
});

test('the newest audit stands first', async () => {
  for (const at of [1, 3, 2]) await saveAudit({ id: `a${at}`, at, from: 0, to: at, counts: {} });
  await removeAudit('a2');
  expect((await listAudits()).map(({ id }) => id)).toEqual(['a3', 'a1']);
});

test('what is written into a report is kept for that report', async () => {
  await saveReportDraft({ id: 'month:2026-11-01', texts: { summary: 'Quiet.' }, updatedAt: now });
  expect((await getReportDraft('month:2026-11-01'))?.texts.summary).toBe('Quiet.');
  expect(await getReportDraft('month:2026-10-01')).toBeUndefined();
});

test('a play moves one place at a time and not past the ends, even where two bear the same number', async () => {
  await savePlays([makePlay('a', { createdAt: 1 }), makePlay('b', { createdAt: 2 }), makePlay('c', { createdAt: 3 })]);
  const order = async () => (await listPlays()).map(({ id }) => id).join('');
  await movePlay('c', -1);
  expect(await order()).toBe('acb');
  await movePlay('a', -1);
  await movePlay('b', 1);
  await movePlay('gone', 1);
  expect(await order()).toBe('acb');
  await removePlay('c');
  expect(await order()).toBe('ab');
});

test('rows to measure leave out the person’s own posts and paid ones, and know what was answered', async () => {
  await saveKeywords([makeKeyword('k1'), makeKeyword('k2', { kind: 'competitor' })]);
  const captures = [makeCapture(1), makeCapture(2, { own: true }), makeCapture(3, { promoted: true }), makeCapture(4)];
  await saveBatch({ captures, scanned: [{ site: 'x', hour: now - (now % hour), posts: [1, 2, 3, 4, 5] }] }, now);
  await saveAnswer({ id: 'sent late', mentionId: 'x:1', insertedAt: now, postedAt: now + 50 });
  await saveAnswer({ id: 'sent', mentionId: 'x:1', insertedAt: now, postedAt: now + 20 });
  await saveAnswer({ id: 'never sent', mentionId: 'x:4', insertedAt: now });
  const rows = await readMeasureRows(today, 'UTC');
  const found = new Map(rows.mentions.map(({ post, answeredAt }) => [post, answeredAt]));
  expect([...found.keys()].sort()).toEqual([hashPost('x:1'), hashPost('x:4')].sort());
  expect([found.get(hashPost('x:1')), found.get(hashPost('x:4'))]).toEqual([now + 20, undefined]);
  expect(rows.exposures.map(({ posts }) => posts)).toEqual([5]);
  expect(rows.kinds.get('k2')).toBe('competitor');
});

test('a mention that names only a keyword that is no more is not measured, and no other names that one', async () => {
  await saveKeywords([makeKeyword('k1'), makeKeyword('k2', { kind: 'competitor' })]);
  const captures = [makeCapture(1), makeCapture(2, { keywordIds: ['k2'] }), makeCapture(3, { keywordIds: ['k1', 'k2'] })];
  await saveBatch({ captures, scanned: [{ site: 'x', hour: now - (now % hour), posts: [1, 2, 3, 4, 5] }] }, now);
  await removeKeyword('k2');
  const rows = await readMeasureRows(today, 'UTC');
  expect(rows.mentions.map(({ keywordIds }) => keywordIds)).toEqual([['k1'], ['k1']]);
  expect(take({ kind: 'rate' }, rows, today).n).toBe(2);
  expect(countAudit(rows, today)).toMatchObject({ mentions: 2, counted: 2 });
});

test('the time to a reply is working time where the person keeps hours', async () => {
  const friday = Date.UTC(2026, 10, 20, 16);
  await saveKeywords([makeKeyword('k1')]);
  await saveSettings({ measuring: { target: 60, hours: { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 } } });
  await saveBatch({ captures: [makeCapture(1, { seenAt: friday })], scanned: [] }, friday);
  const monday = Date.UTC(2026, 10, 23, 10);
  await saveAnswer({ id: 'sent', mentionId: 'x:1', insertedAt: monday, postedAt: monday });
  const [mention] = (await readMeasureRows({ from: friday, to: monday }, 'UTC')).mentions;
  expect(mention?.answeredAfter).toBe(2 * hour);
});

test('what is open is counted whenever it was seen', async () => {
  await saveBatch({ captures: [makeCapture(1, { seenAt: now - 400 * 24 * hour }), makeCapture(2), makeCapture(3)], scanned: [] }, now);
  await setStatus(['x:3'], 'done');
  expect((await readMeasureRows(today, 'UTC')).open).toBe(2);
});

test('whether anything was ever read is known whenever that was', async () => {
  expect((await readMeasureRows(today, 'UTC')).neverRead).toBe(true);
  const before = now - 400 * 24 * hour;
  await saveBatch({ captures: [], scanned: [{ site: 'x', hour: before - (before % hour), posts: [1] }] }, before);
  expect((await readMeasureRows(today, 'UTC')).neverRead).toBe(false);
});

test('what was answered is not open, and what was put off is', async () => {
  await saveBatch({ captures: [1, 2, 3, 4, 5, 6].map((id) => makeCapture(id)), scanned: [] }, now);
  await saveAnswer({ id: 'sent', mentionId: 'x:1', insertedAt: now, postedAt: now + 20 });
  await saveAnswer({ id: 'sent again', mentionId: 'x:1', insertedAt: now + 30, postedAt: now + 50 });
  await saveAnswer({ id: 'never sent', mentionId: 'x:2', insertedAt: now });
  await saveAnswer({ id: 'sent and done', mentionId: 'x:5', insertedAt: now, postedAt: now + 20 });
  await setStatus(['x:1'], 'waiting');
  await setStatus(['x:3', 'x:6'], 'snoozed');
  await setStatus(['x:4'], 'ignored');
  await setStatus(['x:5'], 'done');
  expect((await readMeasureRows(today, 'UTC')).open).toBe(3);
});

test('a plan knows that a team pack was exported', async () => {
  const rows = await readMeasureRows(today, 'UTC');
  expect((await readPlanFacts(rows)).packs).toBe(0);
  await saveSettings({ packedAt: now });
  expect((await readPlanFacts(rows)).packs).toBe(1);
});

test('people carry their tags into what is measured', async () => {
  await saveNote('x:ada', 'Ada', 'Likes it');
  expect((await readMeasureRows(today, 'UTC')).peopleTags.get('x:ada')).toEqual([]);
});

test('the plays for a mention go by all that is kept of it', async () => {
  await saveKeywords([makeKeyword('k1')]);
  await saveBatch({ captures: [makeCapture(1)], scanned: [] }, now);
  await savePlays([
    makePlay('brand', { when: { keywordKinds: ['brand'], query: 'finished' }, order: 2 }),
    makePlay('rival', { when: { keywordKinds: ['competitor'] }, order: 1 }),
    makePlay('all', { order: 3 }),
  ]);
  expect((await findPlays({ site: 'X', siteId: 'x', mentionId: 'x:1' })).map(({ id }) => id)).toEqual(['brand', 'all']);
  expect((await findPlays({ site: 'X', siteId: 'x', excerpt: 'Hello' })).map(({ id }) => id)).toEqual(['all']);
});
