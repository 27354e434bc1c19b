/** The background is stopped again and again while a page streams posts: none is lost, none is kept twice. */
import { browsers, builtFor, type Driver, launch, startServer, type Tab, until } from '../driver/index.ts';
import { readTable, type StoredMention } from '../e2e/stored.ts';
import { makeKeyword, openInside, tell, wait } from './inside.ts';

const posts = 200;
const stops = 3;

/** A page that adds its posts in about three seconds, each with a permalink and the word. */
const streamOf = (round: number) => `<!doctype html><title>stream</title><main></main><script>
let n = 0;
const timer = setInterval(() => {
  for (let i = 0; i < 7; i++) {
    if (n === ${posts}) return clearInterval(timer);
    n += 1;
    const post = document.createElement('article');
    post.innerHTML = '<header><a rel="author" href="/@p' + n + '">Person ' + n + '</a> <a rel="bookmark" href="/stream/${round}/' + n + '"><time datetime="2026-11-01T10:00:00Z">now</time></a></header><p>Round ${round}, number ' + n + ' speaks of Quillwort.</p>';
    document.querySelector('main').append(post);
  }
}, 100);
</script>`;

async function runRound(driver: Driver, inside: Tab, round: number): Promise<string | undefined> {
  const server = await startServer({ plain: true, routes: { 'localhost/*': streamOf(round) } });
  const page = await driver.open(`http://localhost:${server.port}/stream/${round}`);
  for (let i = 0; i < stops; i++) {
    await wait(300 + Math.random() * 900);
    await driver.stopWorker();
  }
  const expected = posts * (round + 1);
  const count = async () => (await readTable<StoredMention>(inside, 'mentions')).length;
  await until('all mentions', async () => (await count()) >= expected, 60_000).catch(() => undefined);
  const texts = (await readTable<StoredMention>(inside, 'mentions')).map(({ text }) => text);
  await page.close();
  await server.close();
  if (texts.length === expected && new Set(texts).size === expected) return undefined;
  return `${driver.name}, round ${round + 1}: ${new Set(texts).size} of ${expected} posts in ${texts.length} rows`;
}

export async function run({ rounds = 20 }): Promise<string[]> {
  const problems: string[] = [];
  for (const name of browsers) {
    const server = await startServer();
    const driver = await launch(name, { extension: builtFor(name), port: server.port });
    const inside = await openInside(driver);
    await tell(inside, 'keyword/save', { keywords: [makeKeyword('Quillwort')] });
    for (let round = 0; round < rounds; round++) {
      const problem = await runRound(driver, inside, round);
      console.log(problem ?? `${name}, round ${round + 1}: ${posts} of ${posts}`);
      if (problem) problems.push(problem);
    }
    await driver.close();
    await server.close();
  }
  return problems;
}
