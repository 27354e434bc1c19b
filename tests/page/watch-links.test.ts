/** A post is a mention by where it leads, too: by a card beside its words, whenever that comes, or by the page its title links to. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BrowserName,
  browsers,
  builtFor,
  type Driver,
  launch,
  type Server,
  startServer,
  type Tab,
  until,
  whenWelcomed,
} from '../driver/index.ts';
import { readTable } from '../e2e/stored.ts';

const tweet = (handle: string, id: string, words: string, more = '') => `
  <article data-testid="tweet" tabindex="0" id="t${id}"><div data-testid="User-Name"><a href="/${handle}" role="link"><span>${handle}</span></a>
    <a href="/${handle}" role="link" tabindex="-1"><span>@${handle}</span></a><a href="/${handle}/status/${id}"><time datetime="2026-09-01T10:00:00.000Z">Sep 1</time></a></div>
    <div data-testid="tweetText" lang="en" dir="auto"><span>${words}</span></div>${more}</article>`;
const card = `<div data-testid="card.wrapper"><a href="https://t.co/AbCdEfGhIj" role="link" aria-label="acme.test How we answer faster"><span>How we answer faster</span></a></div>`;
const quote = `<div role="link" tabindex="0"><div data-testid="User-Name"><span>Ana</span><span>@ana</span></div><div data-testid="tweetText"><span>Worth it</span></div>${card}</div>`;
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>X</title><body><main>
  ${tweet('ana', '1900000000000000011', 'Worth your evening')}${tweet('bo', '1900000000000000012', 'I did not like it', quote)}
  ${tweet('cleo', '1900000000000000013', 'Nothing at all')}</main>
  <script>globalThis.addCard = () => document.getElementById('t1900000000000000011').insertAdjacentHTML('beforeend', ${JSON.stringify(card)});</script></body></html>`;

const news = `<!doctype html><html lang="en" op="news"><head><meta charset="utf-8"><title>Hacker News</title></head><body><center><table id="hnmain">
  <tr class="athing submission" id="48000009"><td class="title"><span class="titleline"><a href="https://blog.acme.test/faster">How we answer faster</a><span class="sitebit comhead"> (<a href="from?site=acme.test"><span class="sitestr">acme.test</span></a>)</span></span></td></tr>
  <tr><td class="subtext"><span class="subline"><span class="score" id="score_48000009">7 points</span> by <a href="user?id=lena_q" class="hnuser">lena_q</a> <span class="age" title="2026-06-23T20:00:00 1782244800"><a href="item?id=48000009">3 hours ago</a></span></span></td></tr>
  </table></center></body></html>`;

interface Stored {
  id: string;
  links?: string[];
  keywordIds: string[];
  hits: unknown[];
}
type Sent = { ok: boolean } | undefined;
declare const browser: { runtime: { sendMessage: (message: object) => Promise<Sent> } };

describe.each(browsers)('links that are no words in %s', (name: BrowserName) => {
  let server: Server;
  let driver: Driver;
  let ours: Tab;
  beforeAll(async () => {
    server = await startServer({ routes: { 'https://x.com/home': page, 'https://news.ycombinator.com/news': news } });
    driver = await launch(name, { extension: builtFor(name), port: server.port });
    await whenWelcomed(driver);
    ours = await driver.open(driver.extensionUrl('popup.html'));
    await ours.evaluate('globalThis.browser ??= globalThis.chrome; true');
    const acme = { id: 'site', query: 'acme.test', name: 'Our pages', kind: 'brand', color: 'teal', paused: false, createdAt: 1 };
    const body = { keywords: [acme] };
    await ours.evaluate((body) => browser.runtime.sendMessage({ name: 'keyword/save', body }), body);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const listKept = async () => (await readTable(ours, 'mentions')) as unknown as Stored[];

  test('a card that comes after the words makes the post a mention; one in a quoted post does not', async () => {
    const tab = await driver.open('https://x.com/home');
    await until('the posts are read', async () => (await readTable(ours, 'recentPosts')).length >= 3);
    expect(await listKept()).toEqual([]);
    await tab.evaluate('addCard()');
    await until('a mention', async () => (await listKept()).length > 0);
    expect((await listKept()).map(({ id, links, keywordIds, hits }) => ({ id, links, keywordIds, hits }))).toEqual([
      { id: 'x:1900000000000000011', links: ['https://acme.test/'], keywordIds: ['site'], hits: [] },
    ]);
    await tab.close();
  });

  test('the page a title links to', async () => {
    const tab = await driver.open('https://news.ycombinator.com/news');
    const found = await until('a mention', async () => (await listKept()).find(({ id }) => id === 'hackernews:48000009'));
    expect(found).toMatchObject({ links: ['https://blog.acme.test/faster'], keywordIds: ['site'] });
    await tab.close();
  });
});
