import { expect, test } from 'vitest';
import { until } from '../driver/index.ts';
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
    const tab = await stage.driver.open(video);
    await until('all three', async () => (await readTable<StoredMention>(stage.inside, 'mentions')).length === 3);
    for (const one of tab.frames()) if ((await one.url()).includes('/live_chat')) await one.click('[role=textbox]');
    // Longer than either script waits before it tells its number, and than the picker takes to come.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const badge = await stage.inside.evaluate(async (url) => {
      const api = ((globalThis as { browser?: unknown }).browser ?? (globalThis as { chrome?: unknown }).chrome) as Api;
      const found = (await api.tabs.query({})).find((one) => one.url === url);
      return api.action.getBadgeText({ tabId: found?.id });
    }, video);
    expect(badge).toBe('1');
    for (const one of tab.frames()) expect(await one.url()).not.toContain('/picker.html');
  });
});
