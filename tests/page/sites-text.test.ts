import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEachBrowser } from '../driver/each-browser.ts';
import { type Driver, launch, type Server, startServer, type Tab } from '../driver/index.ts';
import { bundleSites } from './sites-bundle.ts';
import type { Probe } from './sites-probe.ts';

declare const probe: Probe;

type Made = Parameters<Probe['readMade']>[0];

inEachBrowser('the words of a post', (name) => {
  let driver: Driver;
  let server: Server;
  let tab: Tab;

  beforeAll(async () => {
    server = await startServer({ routes: { 'text.example/': '<!doctype html><title>Text</title><body></body>' } });
    driver = await launch(name, { port: server.port });
    tab = await driver.open('https://text.example/');
    await tab.evaluate(`${await bundleSites()}; true`);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const read = (made: Made, ...words: string[]) => tab.evaluate(({ made, words }) => probe.readMade(made, words), { made, words });

  test('blocks and line breaks become line breaks, spaces become one', async () => {
    const html = '<p>One\n   <b>two </b> three</p>\n  <ul><li>four</li><li>five<br>six<br><br>seven</li></ul><div> </div>';
    expect(await read({ html })).toEqual({ text: 'One two three\nfour\nfive\nsix\n\nseven', shown: [] });
  });

  test('a no-break space stays', async () => {
    expect((await read({ html: '<p>a\u00a0 b</p>' })).text).toBe('a\u00a0 b');
  });

  test('where white space is shown as it is, wrappers that only look like blocks break no line', async () => {
    const html = '<span>a  b\n\nc </span><div style="display:inline"><a>@tide</a></div><span> d</span>';
    expect((await read({ html, preformatted: true })).text).toBe('a  b\n\nc @tide d');
  });

  test('emoji images are read as their alt text, buttons and scripts not at all', async () => {
    const html = 'Tide<img alt="🌊" src="data:,">pool<button>Show more</button><script>var x</script><svg><title>no</title></svg>';
    expect(await read({ html }, 'Tide', 'Tide🌊pool', '🌊')).toEqual({ text: 'Tide🌊pool', shown: [['Tide'], ['Tide', 'pool'], []] });
  });

  test('what is not the author’s is left out, what stands in no node comes first', async () => {
    const html = '<p>mine</p><blockquote>theirs</blockquote><p>mine too</p>';
    expect(await read({ html, skip: 'blockquote', extraText: 'A title' }, 'title', 'mine too')).toEqual({
      text: 'A title\nmine\nmine too',
      shown: [[], ['mine too']],
    });
  });

  test('offsets lead back to the exact characters, through elements and collapsed spaces', async () => {
    const html = '<p>\n  We  like Tide<em>po</em>ol\n   very   much.</p><pre>x  =  1</pre>';
    const made = await read({ html }, 'We', 'like Tidepool very', 'ool very much', '.', 'x  =  1');
    expect(made.text).toBe('We like Tidepool very much.\nx  =  1');
    expect(made.shown).toEqual([['We'], ['like Tide', 'po', 'ol\n   very'], ['o', 'ol\n   very   much'], ['.'], ['x  =  1']]);
  });

  test('a text is cut at 20,000 units, never inside a character', async () => {
    const { text } = await read({ html: `<p>${'a'.repeat(19_999)}😀${'b'.repeat(50)}</p>` });
    expect(text.length).toBe(19_999);
  });
});
