import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEachBrowser } from '../driver/each-browser.ts';
import { type Tab, until } from '../driver/index.ts';
import { listPainted } from '../driver/painted.ts';
import { type Bench, openBench, pageOf, postBy, postOf } from './watch-page.ts';

interface Mentions {
  scanned: number;
  mentions: { id: string; excerpt: string; keywordIds: string[] }[];
}

inEachBrowser('what is not heard, and what is heard again', (name) => {
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
  const mute = (id: string, kind: string, value: string, more: object = {}) =>
    bench.send('mute/save', { mutes: [{ id, kind, value, createdAt: 1, ...more }] });
  const lift = (id: string) => bench.send('mute/remove', { id });
  const wordsOn = async (tab: Tab) =>
    Object.values(await listPainted(tab))
      .flat()
      .sort();
  const keptOf = async (path: string) => (await bench.listKept()).find(({ id }) => id.includes(path));
  const addTo = (tab: Tab, html: string) =>
    tab.evaluate((more) => document.querySelector('#feed')?.insertAdjacentHTML('beforeend', more), html);

  test('a muted person’s post is neither kept nor painted, but counted as read; lifting the mute brings it back at once', async () => {
    bench.server.route('localhost/mute1', pageOf(postBy('loud', 'ma1', 'Acme from a loud one') + postBy('calm', 'ma2', 'Acme, calmly')));
    await mute('m1', 'person', '@LOUD', { site: 'generic' });
    const opened = performance.now();
    const tab = await bench.open('/mute1');
    await until('the other', async () => (await wordsOn(tab)).length === 1);
    const fresh = performance.now() - opened;
    expect((await mentionsOn('/mute1')).mentions.map((one) => one.excerpt)).toEqual(['Acme, calmly']);
    expect((await mentionsOn('/mute1')).scanned).toBe(2);
    await settle(600);
    expect(await keptOf('ma1')).toBeUndefined();
    const timeOf = async (act: () => Promise<unknown>, painted: number) => {
      const begun = performance.now();
      await act();
      await until(`${painted} painted`, async () => (await wordsOn(tab)).length === painted);
      return performance.now() - begun;
    };
    let [away, back] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // What else a machine does in such a moment makes it longer and never shorter: the shortest of a few is what it takes.
    for (let n = 0; n < 5 && (n === 0 || Math.max(away, back) >= fresh); n += 1) {
      back = Math.min(back, await timeOf(() => lift('m1'), 2));
      await until('kept', () => keptOf('ma1'));
      away = Math.min(away, await timeOf(() => mute('m1', 'person', 'loud', { site: 'generic' }), 1));
    }
    const took = [away, back, fresh].map(Math.round);
    console.log(
      `${name}: a mute reaches an open tab in ${took[0]} ms, its end in ${took[1]} ms, a page opened anew is read in ${took[2]} ms`,
    );
    // At once: on any machine sooner than loading the page again would bring it.
    expect(Math.max(back, away)).toBeLessThan(fresh);
    await lift('m1');
    await tab.close();
  });

  test('a mute for one keyword leaves the other to be heard, in the same post', async () => {
    bench.server.route('localhost/mute2', pageOf(postOf('mb1', 'Acme and Globex')));
    await mute('m2', 'phrase', 'acme and', { keywordId: 'acme' });
    const tab = await bench.open('/mute2');
    await until('paint', async () => (await wordsOn(tab)).length > 0);
    expect(await wordsOn(tab)).toEqual(['Globex']);
    expect((await until('kept', () => keptOf('mb1'))).keywordIds).toEqual(['globex']);
    await lift('m2');
    await until('both', async () => (await wordsOn(tab)).length === 2);
    await until('both kept', async () => (await keptOf('mb1'))?.keywordIds.length === 2);
    await tab.close();
  });

  test('a mute ends at its time in a page that stays open', async () => {
    bench.server.route('localhost/mute3', pageOf(postOf('mc1', 'Acme after a while')));
    await mute('m3', 'place', 'localhost', { until: Date.now() + 3_600_000 });
    const tab = await bench.open('/mute3');
    await until('read', async () => (await mentionsOn('/mute3').catch(() => undefined))?.scanned === 1);
    expect(await wordsOn(tab)).toEqual([]);
    const end = Date.now() + 3_000;
    await mute('m3', 'place', 'localhost', { until: end });
    await until('its end', async () => (await wordsOn(tab)).length === 1);
    expect(Date.now()).toBeGreaterThanOrEqual(end);
    await until('kept', () => keptOf('mc1'));
    await lift('m3');
    await tab.close();
  });

  test('who quotes a muted person is heard, the muted one’s own words are not', async () => {
    const quoting = `<article id="md1"><header><a rel="author" href="/u/calm">calm</a>
      <a href="/posts/md1"><time datetime="2026-09-01T10:00:00Z">1 Sep</time></a></header><p>I disagree about Acme:</p>
      ${postBy('loud', 'md2', 'Globex beats it')}</article>`;
    bench.server.route('localhost/mute4', pageOf(quoting));
    await mute('m4', 'person', 'loud', { site: 'generic' });
    const tab = await bench.open('/mute4');
    await until('paint', async () => (await wordsOn(tab)).length > 0);
    await settle(300);
    expect(await wordsOn(tab)).toEqual(['Acme']);
    await lift('m4');
    await tab.close();
  });

  test('a handle of one’s own: kept as one’s own, never painted, not among the page’s mentions', async () => {
    bench.server.route('localhost/own', pageOf(postBy('Me_Myself', 'me1', 'Our Acme is out') + postBy('calm', 'me2', 'Acme is out')));
    await bench.send('settings/save', { patch: { myHandles: { localhost: ['@me_myself'] } } });
    const tab = await bench.open('/own');
    const kept = await until('kept', () => keptOf('me1'));
    expect(kept).toMatchObject({ own: true, status: 'ignored' });
    await until('the other', async () => (await wordsOn(tab)).length === 1);
    expect((await mentionsOn('/own')).mentions.map((one) => one.excerpt)).toEqual(['Acme is out']);
    await bench.send('settings/save', { patch: { myHandles: {} } });
    await until('both', async () => (await wordsOn(tab)).length === 2);
    await tab.close();
  });

  test('a handle that is set reaches posts that are there already', async () => {
    bench.server.route('localhost/own2', pageOf(postBy('late_me', 'mf1', 'Acme by me')));
    const tab = await bench.open('/own2');
    await until('kept', async () => (await keptOf('mf1'))?.status === 'new');
    await bench.send('settings/save', { patch: { myHandles: { localhost: ['late_me'] } } });
    await until('own', async () => (await keptOf('mf1'))?.own === true);
    expect((await keptOf('mf1'))?.status).toBe('ignored');
    await until('nothing painted', async () => (await wordsOn(tab)).length === 0);
    await bench.send('settings/save', { patch: { myHandles: {} } });
    await tab.close();
  });

  test('a cut post is read again when it is opened, counted once, and no edit when it is folded up', async () => {
    const start = 'A long story about how we chose a tool for our small team of nine people, ';
    bench.server.route('localhost/more', pageOf(postOf('mg1', `${start}… more`)));
    const tab = await bench.open('/more');
    await until('read', async () => (await mentionsOn('/more').catch(() => undefined))?.scanned === 1);
    expect((await mentionsOn('/more')).mentions).toEqual([]);
    const say = (words: string) => tab.evaluate((text) => ((document.querySelector('#mg1 p') as HTMLElement).textContent = text), words);
    await say(`${start}and in the end it was Acme that won us over.`);
    await until('opened', async () => (await wordsOn(tab)).length === 1);
    expect((await until('kept', () => keptOf('mg1'))).text).toContain('won us over');
    await say(`${start}… more`);
    await until('folded', async () => (await wordsOn(tab)).length === 0);
    await settle(500);
    expect((await keptOf('mg1'))?.edited).toBeUndefined();
    expect((await mentionsOn('/more')).scanned).toBe(1);
    await tab.close();
  });

  test('a post whose author takes the keyword out stays in the inbox as it was, with the mark of an edit; its highlight goes', async () => {
    bench.server.route('localhost/edit', pageOf(postOf('mh1', 'I think Acme is the best choice for a small team')));
    const tab = await bench.open('/edit');
    await until('kept', () => keptOf('mh1'));
    await tab.evaluate(
      () => ((document.querySelector('#mh1 p')?.firstChild as Text).data = 'I think it is the best choice for a small team'),
    );
    await until('no paint', async () => (await wordsOn(tab)).length === 0);
    await until('edited', async () => (await keptOf('mh1'))?.edited === true);
    expect(await keptOf('mh1')).toMatchObject({ text: 'I think Acme is the best choice for a small team', status: 'new' });
    expect((await mentionsOn('/edit')).mentions).toEqual([]);
    await tab.close();
  });

  test('an element that is used again for another post takes nothing of the first with it', async () => {
    bench.server.route('localhost/again', pageOf(postOf('mi1', 'Acme as it was before the list moved on')));
    const tab = await bench.open('/again');
    await until('kept', () => keptOf('mi1'));
    await tab.evaluate(() => {
      document.querySelector('#mi1 a:nth-of-type(2)')?.setAttribute('href', '/posts/mi9');
      (document.querySelector('#mi1 p')?.firstChild as Text).data = 'nothing of it as it was before the list moved on';
    });
    await until('no paint', async () => (await wordsOn(tab)).length === 0);
    await until('two read', async () => (await mentionsOn('/again')).scanned === 2);
    await settle(500);
    const first = await keptOf('mi1');
    expect(first?.text).toBe('Acme as it was before the list moved on');
    expect(first?.edited).toBeUndefined();
    expect(await keptOf('mi9')).toBeUndefined();
    await addTo(tab, postOf('mi1', 'Acme as it was before the list moved on'));
    await until('painted where it stands now', async () => (await wordsOn(tab)).length === 1);
    await tab.close();
  });

  test('a mention that stands whole in one place and cut in another is still one', async () => {
    const words = 'A long story about how we chose a tool for our team of nine people, and it was Acme.';
    const cut = postOf('mj1', `${words.slice(0, 60)}… more`).replace('id="mj1"', 'id="mj1-cut"');
    bench.server.route('localhost/both', pageOf(postOf('mj1', words)));
    const tab = await bench.open('/both');
    await until('kept', () => keptOf('mj1'));
    await until('painted', async () => (await wordsOn(tab)).length === 1);
    await addTo(tab, cut);
    await settle(700);
    expect((await mentionsOn('/both')).mentions).toHaveLength(1);
    expect(await wordsOn(tab)).toEqual(['Acme']);
    await tab.close();
  });
});
