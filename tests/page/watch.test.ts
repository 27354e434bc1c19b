import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEachBrowser } from '../driver/each-browser.ts';
import { until } from '../driver/index.ts';
import { listPainted } from '../driver/painted.ts';
import { type Bench, openBench, pageOf, postOf } from './watch-page.ts';

interface Mentions {
  place: string;
  site: string;
  siteName: string;
  scanned: number;
  mentions: { id: string; author: { name?: string }; excerpt: string; hits: { start: number; end: number }[] }[];
}

inEachBrowser('listening', (name) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(name);
    await bench.listen([
      { id: 'acme', query: 'Acme', kind: 'brand', color: 'teal' },
      { id: 'globex', query: 'Globex', kind: 'competitor', color: 'rose' },
    ]);
  });
  afterAll(() => bench?.close());

  const settle = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const mentionsOn = (path: string) => bench.ask<Mentions>(path, 'tab/mentions');

  test('hits of a page are painted by kind and colour, and its mentions are kept', async () => {
    bench.server.route(
      'localhost/one',
      pageOf(postOf('a1', 'I like <b>Ac</b>me a lot') + postOf('a2', 'Globex is fine') + postOf('a3', 'nothing here')),
    );
    const tab = await bench.open('/one');
    const painted = await until('paint', async () => Object.keys(await listPainted(tab)).length === 2 && listPainted(tab));
    expect(painted).toEqual({ 'earshot-brand-teal': ['Ac', 'me'], 'earshot-competitor-rose': ['Globex'] });
    const { mentions } = await until('all three read', async () => {
      const found = await mentionsOn('/one');
      return found.scanned >= 3 && found;
    });
    expect((await mentionsOn('/one')).scanned).toBe(3);
    expect(mentions.map((mention) => mention.excerpt)).toEqual(['I like Acme a lot', 'Globex is fine']);
    const kept = await until('rows', async () => (await bench.listKept()).length === 2 && bench.listKept());
    expect(kept.map((row) => row.text).sort()).toEqual(['Globex is fine', 'I like Acme a lot']);
    await tab.close();
  });

  test('posts that stream in, change or are used again for another post are read; what is removed is let go', async () => {
    bench.server.route('localhost/two', pageOf(postOf('b1', 'quiet')));
    const tab = await bench.open('/two');
    await until('start', () => mentionsOn('/two').catch(() => undefined));
    await tab.evaluate((html) => document.querySelector('#feed')?.insertAdjacentHTML('beforeend', html), postOf('b2', 'Acme streamed'));
    await until('streamed', async () => (await mentionsOn('/two')).mentions.length === 1);
    await tab.evaluate(() => ((document.querySelector('#b1 p')?.firstChild as Text).data = 'now about Acme'));
    await until('edited', async () => (await mentionsOn('/two')).mentions.length === 2);
    expect((await mentionsOn('/two')).mentions.map((mention) => mention.excerpt)).toEqual(['now about Acme', 'Acme streamed']);
    await tab.evaluate(() => {
      document.querySelector('#b2 a:nth-of-type(2)')?.setAttribute('href', '/posts/b9');
      (document.querySelector('#b2 p')?.firstChild as Text).data = 'Globex took its place';
    });
    await until('recycled', async () => (await mentionsOn('/two')).mentions.some((mention) => mention.excerpt.includes('Globex')));
    expect((await mentionsOn('/two')).mentions.map((mention) => mention.excerpt)).toEqual(['now about Acme', 'Globex took its place']);
    await until('repainted', async () => JSON.stringify(await listPainted(tab)).includes('Globex'));
    await tab.evaluate(() => document.querySelectorAll('article').forEach((post) => void post.remove()));
    await until('pruned', async () => Object.keys(await listPainted(tab)).length === 0);
    await tab.close();
  });

  test('posts inside open shadow roots are read and painted, also where the root came late', async () => {
    bench.server.route(
      'localhost/three',
      pageOf(`<div id="host"></div><x-late id="late"></x-late>
      <script>host.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(postOf('c1', 'Acme in the shade'))};
      setTimeout(() => customElements.define('x-late', class extends HTMLElement { constructor() { super();
        this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(postOf('c2', 'late Acme'))}; } }), 700);</script>`),
    );
    const tab = await bench.open('/three');
    await until('both', async () => (await mentionsOn('/three')).mentions.length === 2);
    const painted = await until('paint', async () => (await listPainted(tab))['earshot-brand-teal']?.length === 2 && listPainted(tab));
    expect(painted['earshot-brand-teal']).toEqual(['Acme', 'Acme']);
    const sheets = await tab.evaluate(() => document.querySelector('#host')?.shadowRoot?.adoptedStyleSheets.length);
    expect(sheets).toBe(1);
    await tab.close();
  });

  test('the page itself is not changed, and hears nothing of us', async () => {
    bench.server.route(
      'localhost/four',
      pageOf(
        postOf('d1', 'Acme again'),
        `<script>
      window.heard = []; addEventListener('message', (event) => heard.push(event.data));
      const dispatch = document.dispatchEvent; new MutationObserver((records) => heard.push(...records.map((r) => r.type)))
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      addEventListener('DOMContentLoaded', () => setTimeout(() => { heard.length = 0; }, 0)); </script>`,
      ),
    );
    const tab = await bench.open('/four');
    await until('paint', async () => Object.keys(await listPainted(tab)).length === 1);
    expect(await tab.evaluate('window.heard.filter((one) => typeof one !== "string" || true)')).toEqual([]);
    await tab.close();
  });

  test('a change of keywords and of the place reaches a page that is open', async () => {
    bench.server.route('localhost/five', pageOf(postOf('e1', 'Initech and Acme')));
    const tab = await bench.open('/five');
    await until('paint', async () => Object.keys(await listPainted(tab)).length === 1);
    await bench.listen([{ id: 'initech', query: 'initech', kind: 'topic', color: 'amber' }]);
    await until('new keyword', async () => 'earshot-topic-amber' in (await listPainted(tab)));
    await bench.send('place/save', { places: { localhost: { highlight: false } }, origins: [] });
    await until('no paint', async () => (await tab.evaluate('CSS.highlights.size')) === 0);
    await until('still a mention', async () => (await mentionsOn('/five')).mentions.length === 1);
    await bench.send('place/save', { places: { localhost: { listen: false } }, origins: [] });
    await until('silence', () =>
      mentionsOn('/five').then(
        () => false,
        () => true,
      ),
    );
    await bench.send('place/save', { places: { localhost: { listen: true, highlight: true } }, origins: [] });
    await until('paint again', async () => 'earshot-topic-amber' in (await listPainted(tab)));
    await bench.send('keyword/remove', { id: 'initech' });
    await until('removed', async () => !('earshot-topic-amber' in (await listPainted(tab))));
    await tab.close();
  });

  test('a mention is scrolled to, and shown for a moment', async () => {
    const filler = Array.from({ length: 60 }, (_, i) => postOf(`f${i}`, `post ${i} ${'words '.repeat(40)}`)).join('');
    bench.server.route('localhost/six', pageOf(filler + postOf('last', 'far below: Acme')));
    const tab = await bench.open('/six');
    const found = await until('mention', async () => (await mentionsOn('/six')).mentions[0]);
    expect(await bench.ask('/six', 'tab/show', { id: found.id })).toEqual({ found: true });
    await until('shown', async () => 'earshot-shown' in (await listPainted(tab)));
    await until('in sight', () => tab.evaluate(() => (document.querySelector('#last')?.getBoundingClientRect().top ?? 9e9) < innerHeight));
    await until('over', async () => !('earshot-shown' in (await listPainted(tab))));
    expect(await bench.ask('/six', 'tab/show', { id: 'generic:nowhere' })).toEqual({ found: false });
    await tab.close();
  });

  test('on a long page only hits near the window are painted', async () => {
    const many = Array.from({ length: 400 }, (_, i) => postOf(`m${i}`, `Acme ${i} ${'words '.repeat(30)}`)).join('');
    bench.server.route('localhost/many', pageOf(many));
    const tab = await bench.open('/many');
    await until('mentions', async () => (await mentionsOn('/many')).mentions.length === 400);
    const words = async () => (await listPainted(tab))['earshot-brand-teal']?.length ?? 0;
    expect(await words()).toBeLessThan(200);
    await tab.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const isPainted = () =>
      tab.evaluate(() =>
        [...(CSS.highlights as unknown as Map<string, Set<StaticRange>>).values()].some((ranges) =>
          [...ranges].some((range) => document.querySelector('#m399')?.contains(range.startContainer)),
        ),
      );
    await until('the last one', isPainted);
    expect(await words()).toBeLessThan(200);
    await tab.close();
  });

  test('a script that is put into a page a second time takes over from the first', async () => {
    bench.server.route('localhost/twice', pageOf(postOf('t1', 'Acme')));
    const tab = await bench.open('/twice');
    await until('paint', async () => Object.keys(await listPainted(tab)).length === 1);
    await bench.ours.evaluate(`browser.tabs.query({}).then((tabs) => browser.scripting.executeScript({
      target: { tabId: tabs.find((tab) => tab.url?.endsWith('/twice')).id }, files: ['/content-scripts/watch.js'] })).then(() => true)`);
    await settle(500);
    await until('paint', async () => Object.keys(await listPainted(tab)).length === 1);
    expect(await listPainted(tab)).toEqual({ 'earshot-brand-teal': ['Acme'] });
    expect(await mentionsOn('/twice')).toMatchObject({ scanned: 1, mentions: [{ excerpt: 'Acme' }] });
    await tab.close();
  });

  test('going elsewhere within the site, and back from the back/forward cache, nothing is kept twice', async () => {
    bench.server.route('localhost/seven*', pageOf(postOf('g1', 'Acme first')));
    bench.server.route('localhost/eight', pageOf(postOf('h1', 'elsewhere')));
    const tab = await bench.open('/seven');
    await until('mention', async () => (await mentionsOn('/seven')).mentions.length === 1);
    await tab.evaluate(
      (html) => {
        for (let i = 0; i < 50; i += 1) history.pushState({}, '', `/seven/${i}`);
        const feed = document.querySelector('#feed');
        if (feed) feed.innerHTML = html;
      },
      postOf('g2', 'Acme second'),
    );
    await until('second', async () => (await mentionsOn('/seven')).mentions.some((mention) => mention.excerpt === 'Acme second'));
    await until('first is gone', async () => (await mentionsOn('/seven')).mentions.length === 1);
    await tab.goto(`http://localhost:${bench.server.port}/eight`);
    await tab.evaluate('history.back()').catch(() => {});
    await until('back', async () => (await mentionsOn('/seven')).mentions.length > 0);
    await settle(500);
    const kept = (await bench.listKept()).filter((row) => /Acme (first|second)/.test(row.text));
    expect(kept).toHaveLength(2);
    await tab.close();
  });
});
