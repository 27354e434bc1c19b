/**
 * A page that wants a press on the picker it was not meant for: it hides the panel, covers it, or slides it under the pointer, and a real
 * mouse presses. A reply may only go in where the panel looked as it should. A thousand forged events do nothing; and before anything is put
 * in, the page finds no word of a reply. In Firefox, which cannot tell what is covered, no press of a pointer puts anything in by itself.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserName,
  browsers,
  builtFor,
  type Driver,
  launch,
  type Scope,
  type Server,
  startServer,
  type Tab,
  until,
} from '../driver/index.ts';
import { openInside, tell } from './inside.ts';
import { type Area, compareArea, readPicture } from './pixels.ts';

const text = 'Canary-7431 thanks you';
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Talk</title><body style="margin:0;background:#fff">
  <div id="room" style="padding:40px"><p>Say something</p><textarea id="box" rows="4" cols="60"></textarea></div>
  <script>const host = () => [...document.querySelectorAll(':popover-open')].find((one) => !one.dataset.mine);
  const css = (words) => { const sheet = document.createElement('style'); sheet.textContent = words; document.head.append(sheet); };
  const cover = (popover, style) => { const at = host().getBoundingClientRect(); const one = document.createElement('div'); one.dataset.mine = '1';
    one.style.cssText = 'position:fixed;margin:0;border:0;padding:0;background:#fff;pointer-events:none;z-index:2147483647;left:' + at.left + 'px;top:' + at.top + 'px;width:' + at.width + 'px;height:' + at.height + 'px;' + (style || '');
    if (popover) one.popover = 'manual'; document.documentElement.append(one); if (popover) one.showPopover(); };
  const hostStyle = (words) => { host().style.cssText += words; css('[popover]:not([data-mine]){' + words + '}'); };
  const wrap = (style) => { const one = document.createElement('div'); one.style.cssText = style; document.body.append(one); one.append(host()); };
  const attacks = {
    baseline: () => {},
    'html opacity': () => css('html{opacity:.01!important}'),
    'body opacity': () => css('body{opacity:.01!important}'),
    'host opacity': () => hostStyle('opacity:.01!important;'),
    'host visibility': () => hostStyle('visibility:hidden!important;'),
    'host filter': () => hostStyle('filter:opacity(.01)!important;'),
    'html filter': () => css('html{filter:opacity(.01)!important}'),
    'host mask': () => hostStyle('mask:linear-gradient(transparent,transparent)!important;'),
    'html mask': () => css('html{mask:linear-gradient(transparent,transparent)!important}'),
    'host clip-path': () => hostStyle('clip-path:inset(49%)!important;'),
    'html clip-path': () => css('html{clip-path:inset(49%)!important}'),
    'host blend': () => { hostStyle('mix-blend-mode:difference!important;'); },
    'wrapped in what cannot be seen': () => wrap('opacity:.01'),
    'covered by an element': () => cover(false),
    'covered in the top layer': () => cover(true),
    'its words covered in the top layer': () => cover(true, 'width:60%;'),
    'a dialog over it': () => { const one = document.createElement('dialog'); one.dataset.mine = '1'; one.style.cssText = 'pointer-events:none;width:100vw;height:100vh;max-width:none;max-height:none;background:#fff'; document.body.append(one); one.showModal(); },
    scaled: () => { hostStyle('transform:scale(.02)!important;zoom:.02!important;scale:.02!important;'); },
    'slid under the pointer': () => {},
    'cursor hidden': () => css('*{cursor:none!important}'),
  };</script></body></html>`;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function openPanel(tab: Tab): Promise<Scope> {
  await tab.evaluate(`document.querySelector('#box').focus()`);
  await pause(200);
  let pressed = Number.NEGATIVE_INFINITY;
  const picker = await until('the panel', async () => {
    // On a busy machine the page may not be listened to yet.
    if (performance.now() - pressed > 5_000) {
      await tab.press('Alt+Shift+E');
      pressed = performance.now();
    }
    for (const frame of tab.frames())
      if ((await frame.url()).includes('/picker.html') && (await frame.countRole('option')) > 0) return frame;
    return undefined;
  });
  await pause(900);
  return picker;
}

/** Where the first reply stands on the screen, and the whole panel. */
async function findOption(tab: Tab, picker: Scope) {
  const option = await picker.evaluate(() => {
    const { left, top, width, height } = (document.querySelector('[role=option]') as Element).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  const host = await tab.evaluate<Area>(`(({ x, y, width, height }) => ({ x, y, width, height }))(host().getBoundingClientRect())`);
  return { x: host.x + option.x, y: host.y + option.y, host };
}

const readBox = (tab: Tab) => tab.evaluate<string>(`document.querySelector('#box').value`);

interface Attacked {
  inserted: boolean;
  /** Could the person read the panel when it was pressed? Judged by a picture of it beside one of the panel as it should be. */
  readable: boolean;
  seen: string;
}

const folder = mkdtempSync(join(tmpdir(), 'earshot-picker-'));
const honest = new Map<string, string>();

/** All of it as it was, and no paler than by half: whoever looks at that and presses has seen what they press. */
function judge(driver: Driver, name: string, picture: string, host: Area): { readable: boolean; seen: string } {
  if (name === 'baseline') honest.set(driver.name, picture);
  const { likeness, contrast } = compareArea(readPicture(honest.get(driver.name) ?? picture), readPicture(picture), host);
  return { readable: likeness > 0.9 && contrast > 0.5, seen: `likeness ${likeness.toFixed(2)}, contrast ${contrast.toFixed(2)}` };
}

async function attack(driver: Driver, tab: Tab, url: string, name: string): Promise<Attacked> {
  await tab.goto(url);
  await tab.waitFor(`typeof attacks === 'object'`);
  await pause(600);
  const picker = await openPanel(tab);
  const at = await findOption(tab, picker);
  const isSlid = name === 'slid under the pointer';
  await tab.pointTo(at.x, at.y + (isSlid ? 300 : 120));
  if (isSlid) {
    await tab.evaluate(`document.querySelector('#room').style.paddingTop = '340px'; true`);
    await pause(120);
  } else {
    await tab.evaluate(`attacks[${JSON.stringify(name)}](); true`);
    await pause(700);
  }
  const picture = join(folder, `${driver.name} ${name}.png`);
  if (!isSlid) await tab.screenshot(picture);
  await tab.pressAt(at.x, at.y + (isSlid ? 300 : 0));
  await pause(2_200);
  const inserted = (await readBox(tab)).includes('Canary');
  return { inserted, ...(isSlid ? { readable: false, seen: 'just moved' } : judge(driver, name, picture, at.host)) };
}

async function clickjack(driver: Driver, url: string): Promise<string[]> {
  const tab = await driver.open(url);
  const names = await tab.evaluate<string[]>('Object.keys(attacks)');
  const problems: string[] = [];
  for (const name of names) {
    const { inserted, readable, seen } = await attack(driver, tab, url, name).catch((error: unknown): Attacked => {
      problems.push(`${driver.name}, ${name}: ${error}`);
      return { inserted: false, readable: false, seen: 'not run' };
    });
    console.log(
      `${driver.name}, ${name}: ${inserted ? 'put in' : 'nothing put in'}; the panel ${readable ? 'could be read' : 'could not'} (${seen})`,
    );
    // A panel that stands there to be read is no trap. That the pointer cannot be seen nobody can tell.
    if (inserted && (driver.name === 'firefox' || !readable)) problems.push(`${driver.name}, ${name}: a reply was put in`);
    if (!inserted && name === 'baseline' && driver.name === 'chromium') problems.push(`${driver.name}: an honest press put nothing in`);
  }
  await tab.close();
  return problems;
}

/** What a page can do to learn what our frame says. */
const probes = `(async () => {
  const found = [];
  const look = (what, text) => { if (String(text).includes('Canary')) found.push(what); };
  window.addEventListener('message', (event) => look('message', JSON.stringify(event.data)));
  for (let i = 0; i < window.length; i += 1) window[i].postMessage({ name: 'reply/list', body: {} }, '*');
  look('html', document.documentElement.outerHTML); look('text', document.body.innerText);
  look('selectAll', (document.execCommand('selectAll'), getSelection().toString()));
  if (window.find && window.find('Canary-7431')) found.push('find');
  for (const one of document.querySelectorAll('*')) { look('shadow', one.shadowRoot?.innerHTML ?? ''); try { look('frame', one.contentDocument?.body?.innerText ?? ''); } catch {} }
  look('entries', performance.getEntries().map((one) => one.name).join());
  look('storage', JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  look('globals', Object.keys(window).map((key) => { try { return JSON.stringify(window[key]); } catch { return ''; } }).join());
  await new Promise((resolve) => setTimeout(resolve, 500));
  return found; })()`;

const forgeries = `(() => { let n = 0; const at = host(); const box = at.getBoundingClientRect();
  for (let i = 0; i < 1000; i += 1) { const init = { bubbles: true, composed: true, cancelable: true, key: 'Enter', code: 'Enter', clientX: box.x + 60, clientY: box.y + 90 };
    const type = ['click', 'pointerdown', 'pointerup', 'mousedown', 'keydown', 'keypress', 'submit', 'input'][i % 8];
    const event = type.startsWith('key') ? new KeyboardEvent(type, init) : type.includes('mouse') || type === 'click' ? new MouseEvent(type, init) : new Event(type, init);
    [at, document, window, document.activeElement][i % 4].dispatchEvent(event); n += 1; } return n; })()`;

async function probe(driver: Driver, url: string): Promise<string[]> {
  const tab = await driver.open(url);
  await pause(600);
  await openPanel(tab);
  const sent = await tab.evaluate<number>(forgeries);
  await pause(1_500);
  const problems = (await readBox(tab)) === '' ? [] : [`${driver.name}: a forged event put a reply in`];
  const found = await tab.evaluate<string[]>(probes);
  console.log(`${driver.name}: ${sent} forged events, ${found.length} words found by the page`);
  if (found.length > 0) problems.push(`${driver.name}: the page found the reply by ${found.join(', ')}`);
  await tab.close();
  return problems;
}

/** It takes our frame away at every picture for ten seconds: ours is to give up, and the page to go on. */
async function fight(driver: Driver, url: string): Promise<string[]> {
  const tab = await driver.open(url);
  await pause(600);
  await openPanel(tab);
  const frames = await tab.evaluate<number>(
    `new Promise((resolve) => { const end = performance.now() + 10000; let n = 0; window.raised = 0;
      const next = () => { n += 1; const at = host(); if (at) { window.raised += 1; at.remove(); } if (performance.now() > end) resolve(n); else requestAnimationFrame(next); }; next(); })`,
  );
  const raised = await tab.evaluate<number>('window.raised');
  const left = await tab.evaluate<boolean>('Boolean(host())');
  console.log(`${driver.name}: taken away ${raised} times in ${frames} pictures, ${left ? 'still there' : 'gone'}`);
  await tab.close();
  return raised > 7 || left ? [`${driver.name}: ours fought back ${raised} times`] : [];
}

async function runIn(name: BrowserName, server: Server): Promise<string[]> {
  const driver = await launch(name, { extension: builtFor(name) });
  const inside = await openInside(driver);
  // What is there from the start would stand above it, and be pressed instead.
  const { replies } = (await tell(inside, 'reply/list', {})) as { replies: { id: string }[] };
  for (const { id } of replies) await tell(inside, 'reply/remove', { id });
  const reply = { id: 'r1', title: 'Canary-7431', body: text, shortcut: 'canary', tags: [], createdAt: 1, updatedAt: 1, usedCount: 0 };
  await tell(inside, 'reply/save', { replies: [reply] });
  // The same words are put in again and again: what keeps them out is to be the panel, not that this is warned of.
  for (const site of ['generic', 'localhost']) await tell(inside, 'reply/hush', { key: `repeated@${site}`, hushed: true });
  const url = `http://localhost:${server.port}/talk`;
  const problems: string[] = [];
  for (const part of [probe, fight, clickjack])
    problems.push(...(await part(driver, url).catch((error: unknown) => [`${name}, ${part.name}: ${error}`])));
  await driver.close();
  return problems;
}

export async function run(_: { rounds?: number }): Promise<string[]> {
  const server = await startServer({ plain: true, routes: { 'localhost/*': page } });
  const problems: string[] = [];
  for (const name of browsers) problems.push(...(await runIn(name, server)));
  await server.close();
  return problems;
}
