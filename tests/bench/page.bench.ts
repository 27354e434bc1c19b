/** What listening costs a page in Chromium: our own code as shipped, in posts built as X builds them, beside what others need for the same. */
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { type Driver, launch, startServer, type Tab } from '../driver/index.ts';
import { type Figure, figure, median } from './figure.ts';
import type * as Work from './page-work.ts';

declare const work: typeof Work;
declare const gc: () => void;

const posts = 2_000;
const rounds = 9;
const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** `?inline` is the bundler's word for a file as a string. */
const inline: Plugin = {
  name: 'inline',
  setup(bundler) {
    bundler.onResolve({ filter: /\?inline$/ }, ({ path, resolveDir }) => ({
      path: `${resolveDir}/${path.replace('?inline', '')}`,
      namespace: 'inline',
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'inline' }, async ({ path }) => ({
      contents: await (await import('node:fs/promises')).readFile(path, 'utf8'),
      loader: 'text',
    }));
  },
};

async function bundle(): Promise<string> {
  const made = await build({
    entryPoints: [at('page-work.ts')],
    inject: [at('page-clock.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'work',
    minify: true,
    target: 'chrome128',
    plugins: [inline],
  });
  return made.outputFiles[0]?.text ?? '';
}

const style = 'article{display:block;padding:12px;border-bottom:1px solid #ccc;max-width:600px;font:15px/1.4 system-ui}';

async function openPage(driver: Driver, url: string): Promise<Tab> {
  const tab = await driver.open(url);
  await tab.waitFor('typeof work === "object"');
  return tab;
}

async function measureMarking(tab: Tab): Promise<{ figures: Figure[]; note: string }> {
  const ours: number[] = [];
  const reading: number[] = [];
  const others: number[] = [];
  let found = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const a = await tab.evaluate((count) => work.markOurs(count), posts);
    const b = await tab.evaluate((count) => work.markReadOnly(count), posts);
    ours.push(a.ms);
    reading.push(b.ms);
    // It takes more than a minute of processor time: once is enough to see by how much.
    if (round === rounds - 1) {
      const c = await tab.evaluate((count) => work.markWithMarkJs(count), posts);
      others.push(c.ms);
      found = [a.found, b.found, c.found];
    }
  }
  const value = median(ours);
  return {
    figures: [
      figure('page/mark-2000', value, 'ms', 'read-only', median(reading)),
      figure('page/mark-2000', value, 'ms', 'mark.js', median(others)),
    ],
    note: `posts with hits: ours ${found[0]}, read-only ${found[1]}, mark.js marks ${found[2]}`,
  };
}

const fast: Work.Flow = { from: 200, posts: 600, gap: 15 };
/** Twenty posts every tenth of a second on a page of two thousand. */
const long: Work.Flow = { from: 2_000, posts: 400, gap: 80 };
/** mark.js needs milliseconds for each post: few of them tell by how much. */
const few: Work.Flow = { from: 200, posts: 60, gap: 15 };

async function measureStream(tab: Tab): Promise<Figure[]> {
  const guests: Work.Guest[] = ['us', 'nobody', 'bare-observer'];
  const times = new Map<Work.Guest, number[]>(guests.map((guest) => [guest, []]));
  const longest: number[] = [];
  const flow = (guest: Work.Guest, by: Work.Flow) => tab.evaluate(({ guest, by }) => work.stream(guest, by), { guest, by });
  for (let round = 0; round < 7; round += 1) {
    for (const guest of guests) {
      const measured = await flow(guest, fast);
      times.get(guest)?.push(measured.us);
      if (guest === 'us') longest.push(measured.longest);
    }
  }
  const [ours, alone, bare] = guests.map((guest) => median(times.get(guest) ?? [])) as [number, number, number];
  const onLong = [await flow('us', long), await flow('us', long)];
  const marked = (await flow('mark.js', few)).us;
  return [
    figure('page/stream', ours - alone, 'µs per post, extra', 'page-alone', alone),
    figure('page/stream-all', ours, 'µs per post', 'bare-observer', bare),
    figure('page/stream-all', ours, 'µs per post', 'mark.js', marked),
    figure('page/longest-task', Math.max(...longest, ...onLong.map((one) => one.longest)), 'ms'),
    figure('page/stream-2000', median(onLong.map((one) => (one.total * 1000) / long.posts)), 'µs of script per post'),
    figure('page/idle', await tab.evaluate((count) => work.idle(count), posts), 'ms of script per second'),
    figure('page/storm-longest-task', await tab.evaluate((count) => work.storm(count), 20_000), 'ms'),
  ];
}

async function measureLeaks(tab: Tab): Promise<Figure> {
  await tab.evaluate((count) => work.removeHalf(count), posts);
  let kept = Number.NaN;
  for (let i = 0; i < 6; i += 1) {
    await tab.evaluate(() => new Promise<void>((done) => setTimeout(() => done(gc()), 200)));
    kept = await tab.evaluate(() => work.countKept());
  }
  await tab.evaluate(() => work.stopListening());
  return { ...figure('page/leaked-nodes', kept, 'nodes'), yardstick: '0', yardstickValue: 0 };
}

export async function run(): Promise<Figure[]> {
  const code = await bundle();
  const server = await startServer({ plain: true });
  server.route(
    'localhost/',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Feed</title><style>${style}</style><body><a data-testid="AppTabBar_Profile_Link" href="/me">Profile</a><main id="feed"></main><script src="/work.js"></script></body></html>`,
  );
  server.route('localhost/work.js', { body: code, type: 'text/javascript; charset=utf-8' });
  const driver = await launch('chromium', { args: ['--js-flags=--expose-gc', '--disable-frame-rate-limit', '--disable-gpu-vsync'] });
  try {
    const tab = await openPage(driver, `http://localhost:${server.port}/`);
    const marking = await measureMarking(tab);
    console.log(marking.note);
    return [...marking.figures, ...(await measureStream(tab)), await measureLeaks(tab)];
  } finally {
    await driver.close();
    await server.close();
  }
}
