import { expect, test } from 'vitest';
import { startServer, until } from '../driver/index.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable, type StoredMention } from './stored.ts';

const count = 120;

/** A page that adds posts for some seconds, each with a permalink and the word. */
const busyPage = `<!doctype html><title>busy</title><main></main><script>
let n = 0;
const timer = setInterval(() => {
  for (let i = 0; i < 4; i++) {
    if (n === ${count}) return clearInterval(timer);
    n += 1;
    const post = document.createElement('article');
    post.innerHTML = '<header><a rel="author" href="/@p' + n + '">Person ' + n + '</a> <a rel="bookmark" href="/busy/' + n + '"><time datetime="2026-11-01T10:00:00Z">now</time></a></header><p>Number ' + n + ' speaks of Quillwort today.</p>';
    document.querySelector('main').append(post);
  }
}, 100);
</script>`;

onStage('survive', (stage) => {
  test('with the background stopped again and again while posts stream in, every mention is kept once', async () => {
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Quillwort')] });
    // A host of a known site would have a reader of its own; localhost is read by the one for unknown pages.
    const plain = await startServer({ plain: true, routes: { 'localhost/*': busyPage } });
    const page = await stage.driver.open(`http://localhost:${plain.port}/busy`);
    for (let i = 0; i < 3; i++) {
      await new Promise((done) => setTimeout(done, 700));
      await stage.driver.stopWorker();
    }
    await until('all mentions', async () => (await readTable(stage.inside, 'mentions')).length >= count, 60_000);
    const kept = await readTable<StoredMention>(stage.inside, 'mentions');
    expect(new Set(kept.map((one) => one.text)).size).toBe(count);
    expect(kept.length).toBe(count);
    await page.close();
    await plain.close();
  });

  test('a tab that closes right after it was read loses nothing, even with the background stopped', async () => {
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('heron', 'topic', 'sky')] });
    await stage.driver.stopWorker();
    const page = await stage.driver.open(`${stage.practice.url}post/p6`);
    await page.waitFor('CSS.highlights.size > 0');
    await page.close();
    await until(
      'the mention',
      async () => (await readTable<StoredMention>(stage.inside, 'mentions')).some((one) => one.text.includes('heron')),
      90_000,
    );
  });
});
