import { expect, test } from 'vitest';
import { type Scope, type Tab, until } from '../driver/index.ts';
import { chooseIn } from './person.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable, type StoredMention } from './stored.ts';

type Api = typeof import('wxt/browser').browser;

const video = 'https://www.youtube.com/watch?v=ebb0000001';
const page = `<!doctype html><html lang="en"><title>Ebb</title><body><ytd-comment-view-model><div id="header-author">
  <a id="author-text" href="/@nora-ebb">@nora-ebb</a><span id="published-time-text"><a href="/watch?v=ebb0000001&amp;lc=UgA1">1 day ago</a></span></div>
  <span id="content-text">Seen at Tidepool</span></ytd-comment-view-model><iframe src="/live_chat?v=ebb0000001"></iframe></body></html>`;
const line = (id: string, words: string) =>
  `<yt-live-chat-text-message-renderer id="${id}"><span id="author-name">@tomas.k</span><span id="message">${words}</span></yt-live-chat-text-message-renderer>`;
const chat = `<!doctype html><html lang="en"><title>Chat</title><body>${line('Chat1', 'is Tidepool there')}${line('Chat2', 'Tidepool it is')}
  <div id="contenteditable-textarea"><div id="contenteditable-root" contenteditable="true" role="textbox" style="min-height:40px"></div></div></body></html>`;

onStage('a frame of a known site inside its page', (stage) => {
  test('is heard as the page is, and leaves the badge, the picker and errands to the page', async () => {
    stage.server.route('www.youtube.com/watch', page);
    stage.server.route('www.youtube.com/live_chat', chat);
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
    // Tabs that are open before are begun in as well, but not their frames.
    await until('the scripts to be registered', () =>
      stage.inside.evaluate(async () => {
        const api = ((globalThis as { browser?: unknown }).browser ?? (globalThis as { chrome?: unknown }).chrome) as Api;
        return (await api.scripting.getRegisteredContentScripts()).length > 0;
      }),
    );
    const tab = await stage.driver.open(video);
    await until('all three', async () => (await readTable<StoredMention>(stage.inside, 'mentions')).length === 3);
    for (const one of tab.frames()) if ((await one.url()).includes('/live_chat')) await one.click('[role=textbox]');
    const readBadge = () =>
      stage.inside.evaluate(async (url) => {
        const api = ((globalThis as { browser?: unknown }).browser ?? (globalThis as { chrome?: unknown }).chrome) as Api;
        const found = (await api.tabs.query({})).find((one) => one.url === url);
        return api.action.getBadgeText({ tabId: found?.id });
      }, video);
    const countPickers = async () => {
      const urls = await Promise.all(tab.frames().map((one) => one.url().catch(() => '')));
      return urls.filter((url) => url.includes('/picker.html')).length;
    };
    await until('the number of the page', async () => (await readBadge()) === '1');
    await until('the picker', countPickers);
    // Longer than either script waits before it tells its number, and than the picker takes to come.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await readBadge()).toBe('1');
    // The page's own picker comes to the box in the frame, and the frame brings no other.
    expect(await countPickers()).toBe(1);
    await tab.close();
  });

  const frameOf = (tab: Tab, part: string) =>
    until(part, async () => {
      for (const one of tab.frames()) if ((await one.url()).includes(part)) return one;
      return undefined;
    });

  /** Opens the video with the chat in a frame of this height, and rests the pointer on the hit of one of its lines. */
  async function restInChat(height: number, line: string): Promise<{ tab: Tab; chatFrame: Scope }> {
    // Tall, and with a mention of its own: there are marks at its edge, over the frame.
    const frame = `<iframe style="position:absolute;left:20px;top:60px;width:420px;height:${height}px" `;
    stage.server.route('www.youtube.com/watch', page.replace('<iframe ', frame).replace('<body>', '<body style="min-height:4000px">'));
    const tab = await stage.driver.open(video);
    await tab.bringToFront();
    const chatFrame = await frameOf(tab, '/live_chat');
    const hit = await until('the hit', () =>
      chatFrame.evaluate((id: string) => {
        for (const ranges of (CSS.highlights as unknown as Map<string, Set<StaticRange>>).values())
          for (const { startContainer, startOffset, endOffset } of ranges) {
            if (!document.getElementById(id)?.contains(startContainer)) continue;
            const ruler = document.createRange();
            ruler.setStart(startContainer, startOffset);
            ruler.setEnd(startContainer, endOffset);
            const { left, top, width, height } = ruler.getBoundingClientRect();
            return { x: left + width / 2, y: top + height / 2 };
          }
        return undefined;
      }, line),
    );
    const border = 2;
    await tab.pointTo(700, 20);
    await tab.pointTo(20 + border + hit.x, 60 + border + hit.y);
    return { tab, chatFrame };
  }
  const readCard = (frame: Scope) =>
    frame.evaluate(() => {
      const host = [...document.querySelectorAll('[popover]:popover-open')].find((one) => getComputedStyle(one).visibility === 'visible');
      const box = host?.getBoundingClientRect();
      return box && { left: box.left, top: box.top, right: box.right, bottom: box.bottom, width: innerWidth };
    });

  test('shows the card of its own mentions, within what is seen of it, and what is pressed there is done', async () => {
    // As tall as all it holds, as comment frames are; the page around it is what scrolls.
    stage.server.route(
      'www.youtube.com/live_chat',
      chat.replace('<div id="contenteditable-textarea">', `<div style="height:600px"></div>${line('Chat3', 'so Tidepool again')}$&`),
    );
    const { tab, chatFrame } = await restInChat(2_600, 'Chat3');
    const box = await until('the card', () => readCard(chatFrame));
    expect(box.right).toBeLessThanOrEqual(box.width);
    const windowHeight = await tab.evaluate<number>('innerHeight');
    expect(box.bottom + 60).toBeLessThanOrEqual(windowHeight);
    expect(box.top).toBeGreaterThan(0);
    const card = await frameOf(tab, '/card.html');
    await card.waitFor(() => document.body.textContent?.includes('so Tidepool again'));
    // Nothing in a live chat has an address to be answered at.
    expect(await card.countRole('button', 'Reply')).toBe(0);
    // Nothing is done before the whole card has been seen unmoved for a while.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const isDone = async () =>
      (await readTable<StoredMention>(stage.inside, 'mentions')).some(
        ({ text, status }) => text === 'so Tidepool again' && status === 'done',
      );
    await chooseIn(card, () => card.clickRole('button', 'Done'), 'done', isDone);
    // What it says makes it taller, so it stands elsewhere a moment later.
    await card.waitFor(() => document.body.textContent?.includes('Moved to Done'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    await card.clickRole('button', 'Close');
    await until('closed', async () => !(await readCard(chatFrame)));
    await tab.close();
  });

  test('shows none where there is no room for one', async () => {
    const { tab, chatFrame } = await restInChat(90, 'Chat1');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await readCard(chatFrame)).toBeUndefined();
    await tab.close();
  });
});
