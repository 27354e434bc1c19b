/**
 * From a mention on the screen to the reply in its box, in Chromium, with the extension as it is built: two presses, and the time between each of
 * them and what it was for. The page opens its box, a Draft.js one as X has, at once, so that next to none of the time is the site's. A post and a
 * reply are new in each round, because the same words a second time would be asked about.
 *
 * `own` is of that what our scripts and frames computed, summed over threads from the browser's trace (tests/driver/own-tasks.ts), in rounds of
 * their own, as a trace costs time too. The rest is waiting: for the browser's processes, for frames to be drawn, for the machine, and for editors
 * that look at a moved caret a moment later.
 *
 * `calm` is a person who has looked at the card, the pointer on Reply, or at the replies, for a second. `hasty` presses the moment they are there: then the press is held
 * until the panel has been in sight, unmoved, for half a second (components/guard.ts), and that wait is in the figure.
 */
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtFor, type Driver, launch, type OwnTime, type Scope, type Server, startServer, type Tab, until } from '../driver/index.ts';
import { makeKeyword, openInside, tell, wait } from '../trust/inside.ts';
import { type Figure, figure, median } from './figure.ts';

const asked = process.argv.find((one) => one.startsWith('--rounds='));
/** Of each kind. */
const rounds = Number(asked?.split('=')[1] ?? 9);
const calm = 1_000;

const tweet = (id: string, who: string) =>
  `<article data-testid="tweet" tabindex="-1"><div data-testid="User-Name"><a href="/${who}" role="link"><span>${who}</span></a><a href="/${who}" role="link" tabindex="-1"><span>@${who}</span></a><a href="/${who}/status/${id}"><time datetime="2026-09-01T10:00:00.000Z">Sep 1</time></a></div><div data-testid="tweetText" lang="en" dir="auto"><span>Does anyone use Tidepool?</span></div><div role="group"><button data-testid="reply" type="button">Reply</button></div></article>`;

const box = (who: string) =>
  `<template><div role="dialog" aria-labelledby="modal-header"><article data-testid="tweet"><div data-testid="User-Name"><span>${who}</span><span>@${who}</span></div><div data-testid="tweetText"><span>Does anyone use Tidepool?</span></div></article><div class="place" style="min-height:60px;width:400px"></div></div></template>`;

const page = (id: string, who: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Talk</title><body><main>${tweet(id, who)}</main>${box(who)}<script src="/box.js"></script></body></html>`;

async function bundleBox(): Promise<string> {
  const made = await build({
    entryPoints: [fileURLToPath(new URL('../fixtures/editors/draft-reply.js', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  });
  return made.outputFiles[0]?.text ?? '';
}

/**
 * In every document of the tab, ours in it too: when it was pressed, when its replies stood there, when the text did. One clock for all; and a
 * mark of each, for the trace. Who waits for one is told, and need not ask.
 */
const watch = `(() => { const now = () => performance.timeOrigin + performance.now(); globalThis.seen = {}; const waiting = [];
  const note = (part, at) => { seen[part] = at; performance.mark(part); for (const look of waiting) look(); };
  globalThis.when = (part) => new Promise((resolve) => { const look = () => seen[part] && resolve(seen[part]); waiting.push(look); look(); });
  for (const type of ['click', 'keydown']) addEventListener(type, (event) => { if (event.isTrusted) note('pressed', performance.timeOrigin + event.timeStamp); }, true);
  const look = () => { if (!seen.listed && document.querySelector('[role=option]')) note('listed', now());
    if (!seen.landed && document.querySelector('[contenteditable=true]')?.textContent?.includes('Round ')) note('landed', now()); };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true }); })()`;

type Part = 'pressed' | 'listed' | 'landed' | 'typed';

const need = (scope: Scope, part: Part): Promise<number> =>
  Promise.race([
    scope.evaluate<number, Part>((part) => (globalThis as unknown as { when(part: Part): Promise<number> }).when(part), part),
    wait(30_000).then(() => Promise.reject(new Error(`Waited for ${part}.`))),
  ]);

async function findFrame(tab: Tab, name: string): Promise<Scope | undefined> {
  for (const frame of tab.frames()) if ((await frame.url().catch(() => '')).includes(`/${name}.html`)) return frame;
  return undefined;
}

async function openCard(tab: Tab): Promise<Scope> {
  await tab.waitFor(`CSS.highlights.size > 0`);
  const words = await tab.evaluate(() => {
    const at = document.querySelector('[data-testid=tweetText] span')?.getBoundingClientRect();
    return at ? { x: at.right - 20, y: at.top + at.height / 2 } : { x: 0, y: 0 };
  });
  await tab.pointTo(words.x, words.y);
  return until('the card', async () => {
    const frame = await findFrame(tab, 'card');
    return frame && (await frame.countRole('button', 'Reply')) > 0 ? frame : undefined;
  });
}

interface Round {
  /** From Reply on the card to the replies at the open box, and from the reply's key to its text in the box, in ms. */
  open: number;
  insert: number;
  /** From a letter's key to that letter in the same box. */
  typed: number;
  /** Of the first two, what was our own. */
  own?: { open: OwnTime; insert: OwnTime };
}

/** Lays the pointer on Reply, as a person does on the way to pressing it. */
async function pointToReply(tab: Tab, card: Scope): Promise<void> {
  const button = await card.evaluate(() => {
    const at = document.querySelector('.actions button')?.getBoundingClientRect();
    return at ? { x: at.x + at.width / 2, y: at.y + at.height / 2 } : { x: 0, y: 0 };
  });
  const host = await tab.evaluate(() => {
    const all = [...document.querySelectorAll(':popover-open')].map((one) => one.getBoundingClientRect());
    const at = all.find(({ width }) => width > 300);
    return at ? { x: at.x, y: at.y } : { x: 0, y: 0 };
  });
  await tab.pointTo(host.x + button.x, host.y + button.y);
}

async function go(tab: Tab, url: string, { pause, origin }: { pause: number; origin?: string | undefined }): Promise<Round> {
  await tab.goto(url);
  const card = await openCard(tab);
  if (pause > 0) await pointToReply(tab, card);
  await wait(pause);
  const readOpen = origin === undefined ? undefined : await tab.recordOwnTime?.(origin);
  await card.clickRole('button', 'Reply');
  const picker = await until('the picker', () => findFrame(tab, 'picker'));
  const listed = await need(picker, 'listed');
  const open = listed - (await need(card, 'pressed'));
  const ownOpen = (await readOpen?.())?.('pressed', 'listed');
  await wait(pause);
  const readInsert = origin === undefined ? undefined : await tab.recordOwnTime?.(origin);
  await tab.press('Enter');
  const insert = (await need(tab, 'landed')) - (await need(picker, 'pressed'));
  const ownInsert = (await readInsert?.())?.('pressed', 'landed');
  await until('the picker gone', async () => tab.evaluate(`document.activeElement?.isContentEditable === true`));
  await wait(1_000);
  await tab.evaluate(
    `document.querySelector('[contenteditable]').addEventListener('input', () => { seen.typed ??= performance.timeOrigin + performance.now(); }); true`,
  );
  await tab.press('z');
  const typed = await until('the letter', () => tab.evaluate<number>(`seen.typed && seen.typed - seen.pressed`));
  return { open, insert, typed, ...(ownOpen && ownInsert ? { own: { open: ownOpen, insert: ownInsert } } : {}) };
}

async function prepare(inside: Tab, server: Server, n: number): Promise<string> {
  const id = `19000000000000${1000 + n}`;
  const url = `https://x.com/ana${n}/status/${id}`;
  server.route(url, page(id, `ana${n}`));
  if (n > 0) await tell(inside, 'reply/remove', { id: `round-${n - 1}` });
  const words = Array.from({ length: 12 }, (_, i) => `word${(n * 131 + i * 37) % 997}`).join(' ');
  const made = { title: 'Round', shortcut: '', tags: [], createdAt: 1, updatedAt: 1, usedCount: 0 };
  await tell(inside, 'reply/save', { replies: [{ ...made, id: `round-${n}`, body: `Round ${n}: {{author.firstName|hello}}, ${words}.` }] });
  return url;
}

const kinds = ['calm', 'hasty', 'traced'] as const;
type Kind = (typeof kinds)[number];

async function measure(driver: Driver, server: Server): Promise<Record<Kind, Round[]>> {
  const inside = await openInside(driver);
  await tell(inside, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
  // What is there from the start, to begin with.
  await inside.evaluate(async () => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<{ value: { replies: { id: string }[] } }> } } }
    ).chrome;
    const { value } = await runtime.sendMessage({ name: 'reply/list', body: {} });
    for (const { id } of value.replies) await runtime.sendMessage({ name: 'reply/remove', body: { id } });
  });
  const tab = await driver.open('about:blank');
  await tab.addScript(watch);
  const measured: Record<Kind, Round[]> = { calm: [], hasty: [], traced: [] };
  const origin = driver.extensionUrl('');
  // The first opens what stays open: it is not counted.
  await go(tab, await prepare(inside, server, 0), { pause: calm });
  for (let n = 1; n <= kinds.length * rounds; n += 1) {
    const kind = kinds[n % kinds.length] ?? 'calm';
    const url = await prepare(inside, server, n);
    // On a busy machine a press that was held may come too late to be one: it is left out, and said to be.
    await go(tab, url, { pause: kind === 'hasty' ? 0 : calm, origin: kind === 'traced' ? origin : undefined }).then(
      (round) => measured[kind].push(round),
      (error: unknown) => console.log(`a ${kind} round was left out: ${error}`),
    );
  }
  const counts = kinds.map((kind) => `${measured[kind].length} ${kind}`).join(', ');
  console.log(`rounds: ${counts}; load of the machine: ${loadavg()[0]?.toFixed(1)}`);
  return measured;
}

const total = ({ script, frames, background }: OwnTime): number => script + frames + background;

export async function run(): Promise<Figure[]> {
  const server = await startServer();
  server.route('x.com/box.js', { body: await bundleBox(), type: 'text/javascript; charset=utf-8' });
  const driver = await launch('chromium', { extension: builtFor('chromium'), port: server.port });
  try {
    const { calm, hasty, traced } = await measure(driver, server);
    const typed = median([...calm, ...hasty, ...traced].map((one) => one.typed));
    const own = traced.flatMap((round) => round.own ?? []);
    const showOwn = (name: string, read: (of: (typeof own)[number]) => number) =>
      figure(name, median(own.map(read)), 'ms', 'a letter typed', typed);
    const show = (name: string, of: Round[], read: (one: Round) => number) =>
      figure(name, median(of.map(read)), 'ms', 'a letter typed', typed);
    return [
      show('answer/reply-to-picker', calm, ({ open }) => open),
      show('answer/choice-to-text', calm, ({ insert }) => insert),
      show('answer/mention-to-text', calm, ({ open, insert }) => open + insert),
      showOwn('answer/own-reply-to-picker', ({ open }) => total(open)),
      showOwn('answer/own-choice-to-text', ({ insert }) => total(insert)),
      showOwn('answer/own-mention-to-text', ({ open, insert }) => total(open) + total(insert)),
      ...(['script', 'frames', 'background'] as const).map((part) =>
        showOwn(`answer/own-${part}`, ({ open, insert }) => open[part] + insert[part]),
      ),
      show('answer/hasty-reply-to-picker', hasty, ({ open }) => open),
      show('answer/hasty-choice-to-text', hasty, ({ insert }) => insert),
      show('answer/hasty-mention-to-text', hasty, ({ open, insert }) => open + insert),
    ];
  } finally {
    await driver.close();
    await server.close();
  }
}
