/** From a mention in the inbox to the site's own reply box, with the replies beside it. The person writes and sends. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEachBrowser } from '../driver/each-browser.ts';
import { builtFor, type Driver, launch, type Server, startServer, until, whenWelcomed } from '../driver/index.ts';

const id = '1900000000000000001';
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>X</title><body><main>
  <article data-testid="tweet" tabindex="-1"><div data-testid="User-Name"><a href="/ana" role="link"><span>Ana</span></a>
    <a href="/ana" role="link" tabindex="-1"><span>@ana</span></a><a href="/ana/status/${id}"><time datetime="2026-09-01T10:00:00.000Z">Sep 1</time></a></div>
    <div data-testid="tweetText" lang="en" dir="auto"><span>Does anyone use Acme?</span></div>
    <div role="group"><button data-testid="reply" type="button">Reply</button></div></article></main>
  <script>window.sent = 0; document.querySelector('[data-testid=reply]').addEventListener('click', () => setTimeout(() => {
    const box = document.createElement('div'); box.setAttribute('role', 'dialog');
    box.innerHTML = '<div data-testid="tweetTextarea_0" contenteditable="true" role="textbox" style="width:400px;min-height:80px"></div><button data-testid="tweetButton">Reply</button>';
    box.querySelector('button').addEventListener('click', () => { window.sent += 1; }); document.body.append(box); }, 300)); </script></body></html>`;

type Sent = { ok: boolean; value?: unknown; error?: string } | undefined;
declare const browser: { runtime: { sendMessage: (message: object) => Promise<Sent> } };

inEachBrowser('an errand', (name) => {
  let server: Server;
  let driver: Driver;
  beforeAll(async () => {
    server = await startServer({ routes: { [`https://x.com/ana/status/${id}`]: page } });
    driver = await launch(name, { extension: builtFor(name), port: server.port });
    await whenWelcomed(driver);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  test('the post is opened, its own Reply control pressed once, and the replies are offered at the box', async () => {
    const ours = await driver.open(driver.extensionUrl('popup.html'));
    await ours.evaluate('globalThis.browser ??= globalThis.chrome; true');
    const send = (message: string, body: object) =>
      ours.evaluate(({ message, body }) => browser.runtime.sendMessage({ name: message, body }), { message, body });
    const acme = { id: 'acme', query: 'Acme', name: 'Acme', kind: 'brand', color: 'teal', paused: false, createdAt: 1 };
    expect(await send('keyword/save', { keywords: [acme] })).toMatchObject({ ok: true });
    const seen = await driver.open(`https://x.com/ana/status/${id}`);
    await until('kept', async () => (await send('mention/answer', { id: `x:${id}` }))?.ok);
    const isAnswering = `document.querySelector('[popover]')?.matches(':popover-open') && document.querySelector('[popover]').getBoundingClientRect().width > 300`;
    const tab = await until(
      'the panel at the box',
      async () => {
        for (const one of await driver.tabs()) if ((await one.url()).includes(id) && (await one.evaluate(isAnswering))) return one;
        return undefined;
      },
      30_000,
    );
    expect(await tab.evaluate(`document.querySelectorAll('[data-testid="tweetTextarea_0"]').length`)).toBe(1);
    expect(await tab.evaluate('window.sent')).toBe(0);
    await seen.close();
  });
});
