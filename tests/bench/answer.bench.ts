/**
 * From a mention on the screen to the reply in its box, in Chromium, with the extension as it is built: two presses, and our own time between each
 * of them and what it was for. The page opens its box, a Draft.js one as X has, at once, so that none of the time is the site's. A post and a reply are new in each round,
 * because the same words a second time would be asked about.
 *
 * `calm` is a person who has looked at the card, the pointer on Reply, or at the replies, for a second. `hasty` presses the moment they are there: then the press is held
 * until the panel has been in sight, unmoved, for half a second (components/guard.ts), and that wait is in the figure.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtFor, type Driver, launch, type Scope, type Server, startServer, type Tab, until } from '../driver/index.ts';
import { makeKeyword, openInside, tell, wait } from '../trust/inside.ts';
import { type Figure, figure, median } from './figure.ts';

const rounds = 9;
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

/** In every document of the tab, ours in it too: when it was pressed, when its replies stood there, when the text did. One clock for all. */
const watch = `(() => { const now = () => performance.timeOrigin + performance.now(); globalThis.seen = {};
  for (const type of ['click', 'keydown']) addEventListener(type, (event) => { if (event.isTrusted) seen.pressed = performance.timeOrigin + event.timeStamp; }, true);
  const look = () => { seen.listed ??= document.querySelector('[role=option]') ? now() : undefined;
    seen.landed ??= document.querySelector('[contenteditable=true]')?.textContent?.includes('Round ') ? now() : undefined; };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true }); })()`;

interface Seen {
  pressed?: number;
  listed?: number;
  landed?: number;
}
const read = (scope: Scope): Promise<Seen> => scope.evaluate<Seen>('globalThis.seen ?? {}');

async function findFrame(tab: Tab, name: string): Promise<Scope | undefined> {
  for (const frame of tab.frames()) if ((await frame.url().catch(() => '')).includes(`/${name}.html`)) return frame;
  return undefined;
}

async function need(scope: Scope, part: keyof Seen): Promise<number> {
  return until(part, async () => (await read(scope))[part]);
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

async function go(tab: Tab, url: string, pause: number): Promise<Round> {
  await tab.goto(url);
  const card = await openCard(tab);
  if (pause > 0) await pointToReply(tab, card);
  await wait(pause);
  await card.clickRole('button', 'Reply');
  const picker = await until('the picker', async () => {
    const frame = await findFrame(tab, 'picker');
    return frame && (await read(frame)).listed !== undefined ? frame : undefined;
  });
  const open = (await need(picker, 'listed')) - (await need(card, 'pressed'));
  await wait(pause);
  await tab.press('Enter');
  const insert = (await need(tab, 'landed')) - (await need(picker, 'pressed'));
  await until('the picker gone', async () => tab.evaluate(`document.activeElement?.isContentEditable === true`));
  await wait(1_000);
  await tab.evaluate(
    `document.querySelector('[contenteditable]').addEventListener('input', () => { seen.typed ??= performance.timeOrigin + performance.now(); }); true`,
  );
  await tab.press('z');
  const typed = await until('the letter', () => tab.evaluate<number>(`seen.typed && seen.typed - seen.pressed`));
  return { open, insert, typed };
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

async function measure(driver: Driver, server: Server): Promise<Record<'calm' | 'hasty', Round[]>> {
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
  const measured: Record<'calm' | 'hasty', Round[]> = { calm: [], hasty: [] };
  // The first opens what stays open: it is not counted.
  await go(tab, await prepare(inside, server, 0), calm);
  for (let n = 1; n <= 2 * rounds; n += 1) {
    const kind = n % 2 ? 'calm' : 'hasty';
    const url = await prepare(inside, server, n);
    // On a busy machine a press that was held may come too late to be one: it is left out, and said to be.
    await go(tab, url, kind === 'calm' ? calm : 0).then(
      (round) => measured[kind].push(round),
      (error: unknown) => console.log(`a ${kind} round was left out: ${error}`),
    );
  }
  console.log(`rounds: ${measured.calm.length} calm, ${measured.hasty.length} hasty`);
  return measured;
}

export async function run(): Promise<Figure[]> {
  const server = await startServer();
  server.route('x.com/box.js', { body: await bundleBox(), type: 'text/javascript; charset=utf-8' });
  const driver = await launch('chromium', { extension: builtFor('chromium'), port: server.port });
  try {
    const { calm, hasty } = await measure(driver, server);
    const typed = median([...calm, ...hasty].map((one) => one.typed));
    const show = (name: string, of: Round[], read: (one: Round) => number) =>
      figure(name, median(of.map(read)), 'ms', 'a letter typed', typed);
    return [
      show('answer/reply-to-picker', calm, ({ open }) => open),
      show('answer/choice-to-text', calm, ({ insert }) => insert),
      show('answer/mention-to-text', calm, ({ open, insert }) => open + insert),
      show('answer/hasty-reply-to-picker', hasty, ({ open }) => open),
      show('answer/hasty-choice-to-text', hasty, ({ insert }) => insert),
      show('answer/hasty-mention-to-text', hasty, ({ open, insert }) => open + insert),
    ];
  } finally {
    await driver.close();
    await server.close();
  }
}
