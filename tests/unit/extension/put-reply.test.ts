/** Replies asked for without a page of ours: by a typed word, or in the browser's menu. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listOffered, toTitle } from '../../../entrypoints/background/menu.ts';
import { createPace } from '../../../entrypoints/background/pace.ts';
import { findByShortcut, putReply } from '../../../entrypoints/background/put-reply.ts';
import { insertReply } from '../../../entrypoints/popup/inserting.ts';
import { listAnswers } from '../../../storage/answers.ts';
import { saveReplies } from '../../../storage/replies.ts';
import { makeReply, startAnew } from './made-up.ts';

const told: { name: string; body: unknown }[] = [];
let outcome = 'inserted';

beforeEach(() => {
  startAnew();
  told.length = 0;
  outcome = 'inserted';
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (_: number, { name, body }: { name: string; body: unknown }) => {
    told.push({ name, body });
    if (name === 'tab/context')
      return { ok: true, value: { context: { site: 'X', siteId: 'x', author: { name: 'Ana Lima', handle: 'ana' } }, hasField: true } };
    return { ok: true, value: { outcome } };
  }) as never);
});

const reply = (title: string, body: string, shortcut = '') => ({ ...makeReply(title), title, body, shortcut });
const where = { tabId: 7, incognito: false, word: 'hi' };
const last = () => told.at(-1);

test('a shortcut is found with and without its sign, in any case, and an empty one never', async () => {
  await saveReplies([reply('None', 'a'), reply('Hi', 'b', ' ;Hi ')]);
  expect((await findByShortcut('hI'))?.title).toBe('Hi');
  expect(await findByShortcut('')).toBeUndefined();
  expect(await findByShortcut('h')).toBeUndefined();
});

test('a reply that is pressed in the popup before it knows its page goes into the box of that page all the same', async () => {
  vi.stubGlobal('location', { search: '' });
  vi.spyOn(fakeBrowser.tabs, 'getCurrent').mockResolvedValue(undefined as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7, active: true, url: 'https://x.com/ana/1' }] as never);
  const result = await insertReply(reply('Hi', 'Hi {{author.firstName|there}}!'), undefined, { me: { name: 'Mira' } }, {});
  expect(result).toEqual({ outcome: 'inserted' });
  expect(last()).toMatchObject({ name: 'tab/insert', body: { text: 'Hi Ana!' } });
  vi.unstubAllGlobals();
});

describe('a reply', () => {
  test('goes in filled in, in the place of the word, and is kept as an answer', async () => {
    const one = reply('Hi', 'Hi {{author.firstName|there}}{{cursor}}!', 'hi');
    expect(await putReply(one, where)).toBe(true);
    expect(last()).toEqual({ name: 'tab/expand', body: { word: 'hi', text: 'Hi Ana!', caret: 6 } });
    expect(await listAnswers(9)).toMatchObject([{ replyId: one.id, text: 'Hi Ana!', site: 'x' }]);
  });

  test('with a question goes nowhere: the picker opens with it', async () => {
    const one = reply('Order', 'Order {{ask "number"}}', 'hi');
    expect(await putReply(one, where)).toBe(false);
    expect(last()).toEqual({ name: 'tab/offer', body: { replyId: one.id } });
  });

  test('said before goes nowhere either', async () => {
    const one = reply('Hi', 'Thank you for all the kind words about our shared inbox, see you soon.', 'hi');
    expect(await putReply(one, where)).toBe(true);
    expect(await putReply(one, where)).toBe(false);
    expect(last()?.name).toBe('tab/offer');
  });

  test('that did not go in is no answer; in a private window none is kept', async () => {
    outcome = 'failed';
    expect(await putReply(reply('Hi', 'Hi'), where)).toBe(false);
    outcome = 'inserted';
    expect(await putReply(reply('Hi', 'Hi'), { ...where, incognito: true })).toBe(true);
    expect(await listAnswers(9)).toEqual([]);
  });
});

test('the menu offers favourites, then those used most, eight of them', () => {
  const all = Array.from({ length: 12 }, (_, i) => ({ ...reply(`r${i}`, 'x'), usedCount: i, favourite: i === 3 }));
  expect(listOffered(all).map(({ title }) => title)).toEqual(['r3', 'r11', 'r10', 'r9', 'r8', 'r7', 'r6', 'r5']);
});

test('a title cannot mean anything to the menu', () => {
  expect(toTitle('50%s  & more')).toBe('50%\u2060s && more');
  expect(toTitle('  ')).toBe('–');
});

test('a tab is answered once a second', () => {
  let now = 0;
  const may = createPace(1_000, () => now);
  expect([may(1), may(1), may(2), may(undefined)]).toEqual([true, false, true, false]);
  now = 1_000;
  expect(may(1)).toBe(true);
});
