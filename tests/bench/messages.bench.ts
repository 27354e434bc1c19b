/** How long it takes from a post in a page to its row on disk, in real Chromium on the built extension, with a background that is awake. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtFor, launch, startServer, type Tab } from '../driver/index.ts';
import { makeKeyword, tell } from '../trust/inside.ts';
import { type Figure, figure, median } from './figure.ts';
import type * as Work from './messages-work.ts';

declare const work: typeof Work;

const rounds = 40;
/** Fewer than these at the beginning are not counted: the first ones wake what sleeps. */
const warmUp = 5;
/** A person scrolls: posts do not come closer than this. */
const gap = 700;
const patience = 20_000;

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('messages-work.ts', import.meta.url));
  const made = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', globalName: 'work', target: 'chrome128' });
  return `${made.outputFiles[0]?.text ?? ''};globalThis.work = work;`;
}

const feed = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Home</title><body><main id="feed"></main>';

/** Puts a post in as X builds it, and says when. Runs in the page. */
function appendPost(id: string): number {
  const part = (tag: string, attributes: Record<string, string>, ...inside: (Node | string)[]) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inside);
    return element;
  };
  const post = part(
    'article',
    { 'data-testid': 'tweet', tabindex: '0' },
    part('div', { 'data-testid': 'User-Name' }, part('a', { href: '/ada' }, 'Ada'), part('a', { href: '/ada' }, '@ada')),
    part('a', { href: `/ada/status/${id}` }, part('time', { datetime: '2026-06-23T20:00:00.000Z' }, 'now')),
    part('div', { 'data-testid': 'tweetText', lang: 'en' }, `Earshot heard number ${id} as well.`),
  );
  document.getElementById('feed')?.append(post);
  return performance.timeOrigin + performance.now();
}

async function measureOne(page: Tab, inside: Tab, id: string): Promise<number> {
  // Who looks for it looks already when it comes.
  const found = inside.evaluate(({ id, patience }) => work.waitForRow(id, patience), { id: `x:${id}`, patience });
  const at = await page.evaluate(appendPost, id);
  const kept = await found;
  if (kept === undefined) throw new Error(`The post ${id} was not kept within ${patience} ms.`);
  return kept - at;
}

export async function run(): Promise<Figure[]> {
  const server = await startServer();
  server.route('x.com/home', feed);
  const driver = await launch('chromium', { extension: builtFor('chromium'), port: server.port });
  try {
    const inside = await driver.open(driver.extensionUrl('dashboard.html#settings'));
    await inside.addScript(await bundle());
    await inside.goto('about:blank');
    await inside.goto(driver.extensionUrl('dashboard.html#settings'));
    await inside.waitFor('typeof work === "object"');
    await tell(inside, 'keyword/save', { keywords: [makeKeyword('earshot')] });
    const page = await driver.open('https://x.com/home');
    const times: number[] = [];
    for (let n = 0; n < rounds + warmUp; n++) {
      const time = await measureOne(page, inside, String(1_790_000_000_000_000_000n + BigInt(n)));
      if (n >= warmUp) times.push(time);
      await new Promise((done) => setTimeout(done, gap));
    }
    console.log(`${times.length} posts: fastest ${Math.min(...times).toFixed(1)} ms, slowest ${Math.max(...times).toFixed(1)} ms`);
    return [figure('messages/post-to-row', median(times), 'ms median')];
  } finally {
    await driver.close();
    await server.close();
  }
}
