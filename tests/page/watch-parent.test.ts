/** What a mention answers is kept beside it, also where the page shows the two one after the other. */
import { expect, test } from 'vitest';
import { inEachBrowser } from '../driver/each-browser.ts';
import { builtFor, launch, startServer, until, whenWelcomed } from '../driver/index.ts';
import { readTable } from '../e2e/stored.ts';

const url = 'https://news.ycombinator.com/item?id=48000004';
const row = (id: string, who: string, words: string, parent?: string) => `
  <tr class="athing comtr" id="${id}"><td><table><tr><td class="ind" indent="${parent ? 1 : 0}"></td><td class="default"><span class="comhead"><a href="user?id=${who}" class="hnuser">${who}</a>
  <span class="age" title="2026-06-23T21:00:00 1782248400"><a href="item?id=${id}">2 hours ago</a></span> <span class="navs">${parent ? `<a href="#${parent}" class="clicky">parent</a>` : ''}</span></span>
  <div class="comment"><div class="commtext c00">${words}</div></div></td></tr></table></td></tr>`;
const page = `<!doctype html><html lang="en" op="item"><head><meta charset="utf-8"><title>Ask HN</title></head><body><center><table id="hnmain"><tr><td>
  <table class="fatitem"><tr class="athing submission" id="48000004"><td class="title"><span class="titleline"><a href="https://tide.example/">Ask HN: Which help desk?</a></span></td></tr>
  <tr><td class="subtext"><span class="subline">by <a href="user?id=lena_q" class="hnuser">lena_q</a> <span class="age" title="2026-06-23T20:00:00 1782244800"><a href="item?id=48000004">3 hours ago</a></span></span></td></tr></table>
  <table class="comment-tree">${row('48000011', 'cy_m', 'None of them hears me.')}${row('48000012', 'dee', 'Not even mine.', '48000011')}${row('48000013', 'bo_l', 'Then try Tidepool.', '48000011')}</table>
  </td></tr></table></center></body></html>`;

inEachBrowser('what a mention answers', (name) => {
  test('in a flat thread it is found by its name, with its words', async () => {
    const server = await startServer({ routes: { [url.replace(/\?.*/, '')]: page } });
    const driver = await launch(name, { extension: builtFor(name), port: server.port });
    await whenWelcomed(driver);
    const ours = await driver.open(driver.extensionUrl('popup.html'));
    const keyword = { id: 'k', query: 'Tidepool', name: 'Tidepool', kind: 'brand', color: 'teal', paused: false, createdAt: 1 };
    await ours.evaluate(
      (keywords: object[]) =>
        ((globalThis as unknown as Record<string, typeof browser>).browser ?? chrome).runtime.sendMessage({
          name: 'keyword/save',
          body: { keywords },
        }),
      [keyword],
    );
    await driver.open(url);
    const kept = await until('the mention', async () => (await readTable<{ parent?: object }>(ours, 'mentions'))[0]);
    expect(kept.parent).toEqual({ postId: '48000011', author: { handle: 'cy_m' }, text: 'None of them hears me.' });
    await driver.close();
    await server.close();
  });
});

type Api = { runtime: { sendMessage: (message: object) => Promise<unknown> } };
declare const browser: Api;
declare const chrome: Api;
