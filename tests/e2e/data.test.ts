/** Everything out and in again, and what hostile people write shown on every page of ours. */
import { expect, test } from 'vitest';
import { startServer, type Tab, until } from '../driver/index.ts';
import { scripts } from '../fixtures/payloads.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable, type StoredMention } from './stored.ts';

/** Each payload is a name, a text and an address at once. They reach the page as text: it is our own pages that are tried. */
const hostilePage = `<!doctype html><meta charset="utf-8"><title>hostile</title><main></main><script type="application/json" id="p">${JSON.stringify(scripts).replaceAll('<', '\\u003c')}</script><script>
JSON.parse(document.getElementById('p').textContent).forEach((payload, n) => {
  const post = document.createElement('article');
  const head = document.createElement('header');
  const author = document.createElement('a');
  author.rel = 'author';
  author.setAttribute('href', n % 2 ? payload : '/@' + encodeURIComponent(payload));
  author.textContent = payload;
  const link = document.createElement('a');
  link.rel = 'bookmark';
  link.setAttribute('href', n % 3 ? '/hostile/' + n : payload);
  link.textContent = '#';
  const text = document.createElement('p');
  text.textContent = 'Quillwort ' + n + ' ' + payload;
  head.append(author, ' ', link);
  post.append(head, text);
  document.querySelector('main').append(post);
});
</script>`;

type Api = typeof import('wxt/browser').browser;

/** Everything our page may have done, or was kept from doing, and where its links lead. */
const readDeeds = (tab: Tab) =>
  tab.evaluate(() => ({
    ran: (globalThis as { ran?: unknown }).ran,
    reports: (globalThis as { reports?: string[] }).reports,
    shown: document.body.innerText.match(/Quillwort \d+/g)?.length ?? 0,
    links: [...document.querySelectorAll('a[href]')]
      .map((a) => (a as HTMLAnchorElement).href)
      .filter(
        (href) => !/^https:\/\//.test(href) && !href.startsWith(location.origin) && !/^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(href),
      ),
    strange: [...document.querySelectorAll('script:not([src]), iframe, object, embed, base, img[src^="http"], [onerror], [onload]')].map(
      (one) => one.outerHTML.slice(0, 80),
    ),
  }));

const watching = `globalThis.reports = []; document.addEventListener('securitypolicyviolation', (event) => globalThis.reports.push(event.violatedDirective + ' ' + event.blockedURI));`;

onStage('data', (stage) => {
  test('three hundred scripts as author, text and link run nowhere and lead nowhere, on every page that shows them', async () => {
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Quillwort')] });
    const plain = await startServer({ plain: true, routes: { 'localhost/*': hostilePage } });
    const page = await stage.driver.open(`http://localhost:${plain.port}/hostile`);
    await until('the mentions', async () => (await readTable(stage.inside, 'mentions')).length >= 300, 60_000);
    const kept = await readTable<StoredMention & { author: { url?: string } }>(stage.inside, 'mentions');
    expect(kept.flatMap(({ url, author }) => [url, author.url]).filter((url) => url && !/^(https:|http:\/\/localhost)/.test(url))).toEqual(
      [],
    );
    for (const path of ['dashboard.html#inbox', 'dashboard.html#people', 'dashboard.html#data', 'popup.html']) {
      const tab = await stage.driver.open(stage.driver.extensionUrl(path));
      await tab.evaluate(watching);
      await tab.waitFor('document.querySelector("main, #root > *") !== null');
      if (path.endsWith('inbox')) await tab.waitFor('/Quillwort \\d+/.test(document.body.innerText)');
      // What is further down is drawn when it comes into sight.
      for (let i = 0; i < 4; i++) {
        await tab.evaluate(`scrollTo(0, ${i} * 4000)`);
        if (path.endsWith('inbox')) await tab.waitFor('/Quillwort \\d+/.test(document.body.innerText)');
      }
      const { shown, ...deeds } = await readDeeds(tab);
      expect([path, deeds]).toEqual([path, { ran: undefined, reports: [], links: [], strange: [] }]);
      if (path.endsWith('inbox')) expect(shown).toBeGreaterThan(0);
      await tab.close();
    }
    await page.close();
    await plain.close();
    // What the page left behind is kept as well before anything is counted.
    await until('nothing to wait any more', () =>
      stage.inside.evaluate(async () => {
        const known = globalThis as unknown as { browser?: Api; chrome: Api };
        const kept = await (known.browser ?? known.chrome).storage.local.get(null);
        return Object.keys(kept).every((key) => !key.startsWith('outbox:'));
      }),
    );
  });

  test('a backup is taken in after it was shown what it would change, is taken back, and a broken file changes nothing', async () => {
    const tab = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#data'));
    const before = (await readTable(stage.inside, 'mentions')).length;
    const give = (text: string) =>
      tab.evaluate((content) => {
        const input = document.querySelector('input[type=file]') as HTMLInputElement;
        const files = new DataTransfer();
        files.items.add(new File([content], 'earshot-backup.json', { type: 'application/json' }));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, text);
    await tab.waitFor('document.querySelector("input[type=file]") !== null');
    const head = { earshot: 'backup', version: 1, schema: 4, exportedAt: '2026-11-20T10:00:00.000Z', leftOut: 0 };
    await give(JSON.stringify({ ...head, tables: { keywords: [{ ...makeKeyword('heron'), color: 'red;}' }] } }));
    await tab.waitFor('/keywords 1/.test(document.querySelector(".problem")?.innerText ?? "")');
    await give(JSON.stringify({ ...head, tables: { keywords: [makeKeyword('heron'), makeKeyword('Quillwort')] } }));
    await tab.clickRole('button', 'Take 1 row in');
    await until('the keyword', async () => (await readTable<{ id: string }>(stage.inside, 'keywords')).some(({ id }) => id === 'kw-heron'));
    await tab.clickRole('button', 'Undo');
    await until('it to be gone', async () =>
      (await readTable<{ id: string }>(stage.inside, 'keywords')).every(({ id }) => id !== 'kw-heron'),
    );
    expect((await readTable(stage.inside, 'mentions')).length).toBe(before);
    await tab.close();
  });
});
