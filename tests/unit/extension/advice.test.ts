import { beforeEach, expect, test, vi } from 'vitest';
import type { Answer, ReplyContext } from '../../../core/model.ts';
import { createHandlers } from '../../../entrypoints/background/handlers.ts';
import { readAdvice } from '../../../storage/advice.ts';
import { saveAnswer } from '../../../storage/answers.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { saveBatch } from '../../../storage/mentions.ts';
import { saveReplies } from '../../../storage/replies.ts';
import { getSettings, saveCommunityNote, saveHushed } from '../../../storage/settings.ts';
import { makeCapture, makeKeyword, makeReply, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const makeAnswer = (id: string, change: Partial<Answer> = {}): Answer => ({
  id,
  insertedAt: now,
  site: 'x',
  personId: 'x:ada',
  mentionId: 'x:1',
  replyId: 'r1',
  text: `Answer ${id}`,
  ...change,
});
const context: ReplyContext = { site: 'X', siteId: 'x', author: { handle: 'ada' }, mentionId: 'x:1' };
const handlers = () =>
  createHandlers({ ready: async () => {}, onWatchChanged: async () => {}, onAuthored: vi.fn(), onHeard: vi.fn(), onTrouble: vi.fn() });
const ids = (answers: readonly Answer[]) => answers.map(({ id }) => id);

test('what was answered on this site, to this person and to this post comes newest first, and nothing else', async () => {
  await saveAnswer(makeAnswer('old', { insertedAt: now - 2 }));
  await saveAnswer(makeAnswer('new'));
  await saveAnswer(makeAnswer('other-person', { personId: 'x:bo', mentionId: 'x:2', insertedAt: now - 1 }));
  await saveAnswer(makeAnswer('other-site', { site: 'reddit', personId: 'reddit:ada', mentionId: 'reddit:1' }));
  const { past } = await readAdvice(context);
  expect(ids(past.onSite)).toEqual(['new', 'other-person', 'old']);
  expect(ids(past.toPerson)).toEqual(['new', 'old']);
  expect(ids(past.toPost)).toEqual(['new', 'old']);
});

test('in a box of its own nothing was said to anybody twice, and pages of no known site are told apart by their hosts', async () => {
  const site = 'forum.example';
  await saveAnswer(makeAnswer('here', { site, personId: 'generic:ada', mentionId: 'generic:1' }));
  await saveAnswer(makeAnswer('there', { site: 'blog.example', personId: 'generic:bo', mentionId: 'generic:2' }));
  expect((await readAdvice({ site, siteId: 'generic' })).past.onSite).toEqual([]);
  const { past, situation } = await readAdvice({ site, siteId: 'generic', excerpt: 'Anyone tried it?' });
  expect(ids(past.onSite)).toEqual(['here']);
  expect(situation.site).toBe(site);
});

test('of many answers only the newest few are read', async () => {
  for (let i = 0; i < 45; i++) await saveAnswer(makeAnswer(`a${i}`, { insertedAt: now + i }));
  const { past } = await readAdvice(context);
  expect(past.onSite).toHaveLength(30);
  expect(past.toPerson).toHaveLength(30);
  expect(past.onSite[0]?.id).toBe('a44');
  expect(past.toPerson[0]?.id).toBe('a44');
});

test('the post is read whole from its mention: what it does, in what language, for what kind of keyword', async () => {
  await saveKeywords([makeKeyword('k1', { kind: 'competitor' })]);
  const text = 'Earshot does not work and nobody answers. I am so disappointed with it.';
  await saveBatch({ captures: [makeCapture(1, { text, rating: 1 })], scanned: [] }, now);
  const { situation } = await readAdvice({ ...context, excerpt: 'Earshot does' });
  expect(situation).toEqual({ site: 'x', keywordKind: 'competitor', lang: 'en', intent: 'complaint', rating: 1 });
});

test('of a post that is no mention its excerpt is read', async () => {
  const { situation } = await readAdvice({ site: 'X', siteId: 'x', excerpt: 'How do I export my notes?' });
  expect(situation).toMatchObject({ site: 'x', intent: 'question' });
});

test('a reply chosen in like cases is suggested, with the reason', async () => {
  const replies = ['r1', 'r2', 'r3', 'r4', 'r5'].map((id) => makeReply(id));
  await saveReplies(replies);
  const question = { site: 'x', intent: 'question' as const };
  for (let i = 0; i < 4; i++) await saveAnswer(makeAnswer(`a${i}`, { replyId: 'r4', situation: question }));
  for (let i = 0; i < 8; i++) await saveAnswer(makeAnswer(`b${i}`, { replyId: 'r2', situation: { site: 'reddit', intent: 'praise' } }));
  const { suggested } = await readAdvice({ site: 'X', siteId: 'x', excerpt: 'How do I export my notes?' });
  expect(suggested).toHaveLength(3);
  expect(suggested[0]).toMatchObject({ replyId: 'r4', reasons: [{ code: 'chosen', times: 4 }, {}] });
});

test('a community’s note comes before its site’s, and an empty one goes', async () => {
  const where: ReplyContext = { site: 'Reddit', siteId: 'reddit', community: 'r/devops' };
  await saveCommunityNote('reddit', { text: 'Be kind', noPromotion: false });
  expect((await readAdvice(where)).note).toEqual({ text: 'Be kind', noPromotion: false });
  await saveCommunityNote('reddit:r/devops', { text: 'No links', noPromotion: true });
  expect((await readAdvice(where)).note).toEqual({ text: 'No links', noPromotion: true });
  await saveCommunityNote('reddit:r/devops', { text: ' ', noPromotion: false });
  expect((await getSettings()).communityNotes).toEqual({ reddit: { text: 'Be kind', noPromotion: false } });
});

test('what is hushed stays hushed until it is asked for again', async () => {
  await saveHushed('repeated@x', true);
  await saveHushed('repeated@x', true);
  await saveHushed('tone@x', true);
  expect((await readAdvice(context)).hushed).toEqual(['repeated@x', 'tone@x']);
  await saveHushed('repeated@x', false);
  expect((await readAdvice(context)).hushed).toEqual(['tone@x']);
});

test('a frame asks for advice by message, and hushes by one', async () => {
  const sender = { tabId: 1, frameId: 3, incognito: false };
  await handlers()['reply/hush']({ key: 'repeated@x', hushed: true }, sender);
  await handlers()['answer/save']({ answer: makeAnswer('a') }, sender);
  const advice = await handlers()['reply/advice']({ context }, sender);
  expect(advice).toMatchObject({ hushed: ['repeated@x'], past: { toPost: [{ text: 'Answer a', site: 'x' }] } });
});
