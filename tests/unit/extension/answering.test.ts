/** A mention answered from one of our own pages: what is sent ahead to its box, and what is kept of it afterwards. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkFilled, findAlternatives } from '../../../components/check-filled.ts';
import { fillReply } from '../../../components/fill-reply.ts';
import { type DeskReading, readDesk } from '../../../components/reply-desk.ts';
import { adviceContext } from '../../../core/advice-context.ts';
import { contextOfMention } from '../../../core/mention-context.ts';
import type { Mention } from '../../../core/model.ts';
import { createAnswerHandlers } from '../../../entrypoints/background/answering.ts';
import { noteBox } from '../../../entrypoints/background/collision.ts';
import { readAdvice } from '../../../storage/advice.ts';
import { listAnswers } from '../../../storage/answers.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { getMention, saveBatch } from '../../../storage/mentions.ts';
import { listReplies, saveReplies } from '../../../storage/replies.ts';
import { makeCapture, makeKeyword, makeReply, now, startAnew } from './made-up.ts';

const told: { name: string; body: unknown }[] = [];
const handlers = createAnswerHandlers(async (work) => {
  await work;
  return {};
});
const inPage = { tabId: 7, frameId: 0, incognito: false };
const words = 'Thanks for asking about our shared inbox, it has done all of that since spring.';

beforeEach(async () => {
  startAnew();
  told.length = 0;
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (_: number, message: { name: string; body: unknown }) => {
    told.push(message);
    return { ok: true, value: { context: {}, hasField: true } };
  }) as never);
  await saveBatch({ captures: [makeCapture(1, { rating: 1, community: 'r/help' }), makeCapture(2)], scanned: [] }, now);
});

async function get(id: string): Promise<Mention> {
  const found = await getMention(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

const reading: DeskReading = { listReplies: async () => ({ replies: await listReplies(), me: { name: 'Sam' } }), advise: readAdvice };

describe('the page is told', () => {
  test('the text and where the caret is to stand in it', async () => {
    await handlers['mention/answer']({ id: 'x:1', tabId: 7, reply: { id: 'r1', text: 'Hi Ada!', caret: 6 } }, inPage);
    expect(told.at(-1)).toEqual({ name: 'tab/answer', body: { mentionId: 'x:1', postId: '1', text: 'Hi Ada!', caret: 6 } });
  });

  test('which reply waits for the person, and not a word of it', async () => {
    await handlers['mention/answer']({ id: 'x:1', tabId: 7, offer: 'r1' }, inPage);
    expect(told.at(-1)?.body).toEqual({ mentionId: 'x:1', postId: '1', offer: 'r1' });
  });

  test('where it is answered in another tab, the reply only waits', async () => {
    await noteBox(9, 'x:1', true, Date.now());
    await handlers['mention/answer']({ id: 'x:1', tabId: 7, reply: { id: 'r1', text: 'Hi Ada!' } }, inPage);
    expect(told.at(-1)?.body).toEqual({ mentionId: 'x:1', postId: '1', offer: 'r1' });
  });
});

describe('what was put in for a mention', () => {
  const answer = async (id: string, incognito = false) => {
    await handlers['mention/answer']({ id, tabId: 7, reply: { id: 'r1', text: words } }, inPage);
    await handlers['page/answering']({ state: 'done', inserted: true }, { ...inPage, incognito });
  };

  test('is kept with all that later checks go by', async () => {
    await answer('x:1');
    expect(await listAnswers(9)).toMatchObject([
      { mentionId: 'x:1', replyId: 'r1', text: words, site: 'x', community: 'r/help', personId: 'x:ada', situation: { rating: 1 } },
    ]);
    const { past } = await readAdvice(adviceContext(contextOfMention(await get('x:2'), 'X')));
    expect(past.onSite.map(({ text }) => text)).toEqual([words]);
    expect(past.toPerson).toHaveLength(1);
  });

  test('is said to be the same, when it is to go to the next', async () => {
    await saveReplies([makeReply('r1', { body: words })]);
    await answer('x:1');
    const desk = await readDesk(contextOfMention(await get('x:2'), 'X'), reading);
    const [reply] = desk.replies;
    const warnings = checkFilled(fillReply(reply as never, desk), desk, desk.advice);
    expect(warnings.map(({ code }) => code)).toEqual(['repeated', 'answered']);
  });

  test('is not kept from a private window', async () => {
    await answer('x:1', true);
    expect(await listAnswers(9)).toEqual([]);
  });
});

test('a reply for a mention is filled in from all that is kept of its post', async () => {
  await saveKeywords([makeKeyword('k1', { name: 'Shared inbox', kind: 'topic' })]);
  const desk = await readDesk(contextOfMention(await get('x:1'), 'X', makeKeyword('k1', { name: 'Shared inbox', kind: 'topic' })), reading);
  const fill = (body: string) => fillReply(makeReply('r', { body }), desk).text;
  expect(fill('{{#if rating < 3}}Sorry{{else}}Thanks{{/if}}, {{author.firstName|there}}')).toBe('Sorry, Ada');
  expect(fill('{{keyword}} in {{community}}: {{post.url}}')).toBe('Shared inbox in r/help: https://x.com/ada/status/1');
  expect(desk.context.keywordKind).toBe('topic');
});

test('without advice a reply is checked by what can be seen all the same', async () => {
  const deaf = { ...reading, advise: () => Promise.reject(new Error('no answer')) };
  const desk = await readDesk(contextOfMention(await get('x:1'), 'X'), deaf);
  const filled = fillReply(makeReply('r', { body: 'long '.repeat(80) }), desk);
  expect(checkFilled(filled, desk, desk.advice).map(({ code }) => code)).toEqual(['too-long']);
});

test('a reply is not offered in the place of itself, nor is one that is too long as well', async () => {
  const plans = (id: string, body: string) => makeReply(id, { body, tags: ['plans'] });
  const long = plans('long', 'every plan '.repeat(40));
  await saveReplies([long, plans('longer', 'and all of that '.repeat(40)), plans('short', 'It is in the guide.')]);
  const desk = await readDesk(contextOfMention(await get('x:1'), 'X'), reading);
  expect(findAlternatives(long, desk, desk.advice).map(({ reply }) => reply.id)).toEqual(['short']);
});

test('nor is one with the same against it, or in another language than the post’s', async () => {
  const like = (id: string, body: string, part = {}) => makeReply(id, { body, tags: ['kind'], ...part });
  const thanks = like('thanks', 'Thank you for your kind words!');
  await saveReplies([
    thanks,
    like('too', 'So glad that you told us about all of this!'),
    like('other', 'Was genau ist geschehen?', { lang: 'de' }),
    like('sorry', 'I am sorry to hear that. What happened?', { lang: 'en-GB' }),
  ]);
  const text = 'Earshot is broken again, and I have had enough of it: this is the third time that it does not work for us.';
  await saveBatch({ captures: [makeCapture(3, { rating: 1, text })], scanned: [] }, now);
  const desk = await readDesk(contextOfMention(await get('x:3'), 'X'), reading);
  expect(checkFilled(fillReply(thanks, desk), desk, desk.advice).map(({ code }) => code)).toEqual(['tone']);
  expect(findAlternatives(thanks, desk, desk.advice).map(({ reply }) => reply.id)).toEqual(['sorry']);
});
