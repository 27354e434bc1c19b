/**
 * Our own time from a mention on screen to the reply in the box: from the click on Reply on its card to the site's control being pressed, from
 * the box being there to the replies being shown, and from the choice to the text standing in the box. What the site takes to open its box,
 * what the person takes to read, and the half second a panel must have been seen before a click in it counts, are not in it.
 */
import { type BrowserName, builtFor, launch, type Scope, startServer, type Tab, until } from '../driver/index.ts';
import { type Figure, figure, median } from './figure.ts';

const rounds = 15;
const words = 'Hello there, we do all of that since spring.';
const url = 'https://x.com/ana/status/1900000000000000021';
/** The box stands there the moment the control is pressed, and the page writes down when things happened to it. */
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>X</title><body><main><article data-testid="tweet" tabindex="-1"><div data-testid="User-Name">
  <a href="/ana"><span>Ana</span></a><a href="/ana" tabindex="-1"><span>@ana</span></a><a href="/ana/status/1900000000000000021"><time datetime="2026-09-01T10:00:00.000Z">Sep 1</time></a></div>
  <div data-testid="tweetText" lang="en"><span>Does anyone use Tidepool?</span></div><div role="group"><button data-testid="reply" type="button">Reply</button></div></article></main>
  <script>window.at = {}; document.querySelector('[data-testid=reply]').addEventListener('click', () => { at.pressed = Date.now();
    const box = document.createElement('div'); Object.assign(box, { contentEditable: 'true' }); box.dataset.testid = 'tweetTextarea_0'; box.style.minHeight = '60px';
    box.addEventListener('input', () => { at.written ??= Date.now(); }); document.body.append(box); });</script></body></html>`;

type Ours = { runtime: { sendMessage: (message: object) => Promise<{ ok: boolean; error?: string }> } };

async function tell(ours: Tab, name: string, body: object): Promise<void> {
  await ours.evaluate(
    (message) => {
      const world = globalThis as unknown as { browser?: Ours; chrome: Ours };
      return (world.browser ?? world.chrome).runtime.sendMessage(message).then(() => true);
    },
    { name, body },
  );
}

async function frameOf(tab: Tab, path: string, role: string): Promise<Scope> {
  return until(path, async () => {
    for (const frame of tab.frames()) if ((await frame.url()).includes(path) && (await frame.countRole(role)) > 0) return frame;
    return undefined;
  });
}

interface Times {
  toPress: number;
  toReplies: number;
  toText: number;
}

/** When the click happened, in the frame's own words. */
const noteClicks = () => {
  const world = globalThis as unknown as { clicked?: number };
  document.addEventListener('click', () => (world.clicked = Date.now()), { capture: true, once: true });
};
/** When the largest words in it were painted: those of the first reply. */
const readShown = () =>
  new Promise<number>((resolve) => {
    const watcher = new PerformanceObserver((list) => resolve(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? 0)));
    watcher.observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => resolve(Number.NaN), 1_000);
  });
const readClick = () => (globalThis as unknown as { clicked?: number }).clicked ?? Number.NaN;

async function answerOnce(tab: Tab): Promise<Times> {
  await tab.goto(url);
  await until('the mention', () => tab.evaluate('CSS.highlights.size > 0'));
  await tab.press('Alt+Shift+N');
  const card = await frameOf(tab, '/card.html', 'button');
  await card.evaluate(noteClicks);
  await card.clickRole('button', 'Reply');
  const pressed = await until('the press', () => tab.evaluate<number | undefined>('at.pressed'));
  const begun = await card.evaluate(readClick);
  const picker = await frameOf(tab, '/picker.html', 'option');
  const shown = await picker.evaluate(readShown);
  await new Promise((resolve) => setTimeout(resolve, 900));
  await picker.evaluate(noteClicks);
  await picker.click('[role=option]');
  const written = await until('the text', () => tab.evaluate<number | undefined>('at.written'));
  const chosen = await picker.evaluate(readClick);
  return { toPress: pressed - begun, toReplies: shown - pressed, toText: written - chosen };
}

async function measure(name: BrowserName): Promise<Times[]> {
  const server = await startServer({ routes: { [url]: page } });
  const driver = await launch(name, { extension: builtFor(name), port: server.port });
  try {
    const ours = await driver.open(driver.extensionUrl('popup.html'));
    await tell(ours, 'keyword/save', {
      keywords: [{ id: 't', query: 'Tidepool', name: 'Tidepool', kind: 'brand', color: 'teal', paused: false, createdAt: 1 }],
    });
    await tell(ours, 'reply/save', {
      replies: [{ id: 'r', title: 'Since spring', body: words, shortcut: '', tags: [], createdAt: 1, updatedAt: 1, usedCount: 0 }],
    });
    const tab = await driver.open(url);
    await tab.bringToFront();
    const times: Times[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await answerOnce(tab));
    return times;
  } finally {
    await driver.close();
    await server.close();
  }
}

export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of ['chromium', 'firefox'] as const) {
    const times = await measure(name);
    const of = (part: (one: Times) => number) => median(times.map(part));
    for (const [part, value] of [
      ['press', of((one) => one.toPress)],
      ['replies', of((one) => one.toReplies)],
      ['text', of((one) => one.toText)],
      ['all', of((one) => one.toPress + one.toReplies + one.toText)],
    ] as const)
      figures.push(figure(`answering/${name}-${part}`, value, 'ms', 'limit', 150));
  }
  return figures;
}
