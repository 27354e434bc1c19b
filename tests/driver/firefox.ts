import { type Browser, type ElementHandle, type Frame, type KeyInput, launch, type Page } from 'puppeteer-core';
import { getBrowser } from '../../scripts/browsers.mjs';
import { openExtensionPage, runInBrowser } from './firefox-chrome.ts';
import { borrowProfile } from './profile.ts';
import { startProxy } from './proxy.ts';
import {
  bringToFront,
  type Driver,
  type LaunchOptions,
  readOptionValue,
  readOutermost,
  reload,
  type Scope,
  type Script,
  shielded,
  type Tab,
  until,
  whenStill,
} from './tab.ts';

/** Fixed, so that the addresses of our pages are known before Firefox has made one up. */
const uuid = '0ea45407-0000-4000-8000-0000000ea450';
const extensionId = 'earshot@earshot.example';

type Handle = ElementHandle<Element>;

/** Puppeteer reads quotes and backslashes in the selector as its own. */
const quote = (text: string) => text.replace(/[\\"]/g, '\\$&');

async function listRole(frame: Frame, role: string, name?: string): Promise<Handle[]> {
  const selector = name === undefined ? `::-p-aria([role="${role}"])` : `::-p-aria([name="${quote(name)}"][role="${role}"])`;
  return (await frame.$$(selector)) as Handle[];
}

async function firstVisible(handles: Handle[]): Promise<Handle | undefined> {
  for (const handle of handles) if (await handle.isVisible()) return handle;
  return undefined;
}

/** Runs in the page, for two frames: whether the element stays where it is, and whether a press in its middle would reach it. */
async function isPressable(element: Element): Promise<boolean> {
  const readPlace = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const before = readPlace();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const { x, y } = readPlace();
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(x, y);
  return before.x === x && before.y === y && hit !== null && (element.contains(hit) || hit.contains(element));
}

/** As long as a page may still be moving what is to be pressed. What never holds still, or lies below its own label, is pressed all the same. */
const patience = 2_000;

/** What a person's hand does: nothing is done to an element that is out of sight, switched off, or being moved by what comes above it. */
async function click(handle: Handle): Promise<void> {
  const readPlace = () => handle.evaluate(() => ['mozInnerScreenX', 'mozInnerScreenY'].map((side) => Reflect.get(window, side)));
  if (await handle.evaluate(() => window !== top)) await whenStill(readPlace, shielded);
  await until('the control to be enabled', () => handle.evaluate((element) => !element.matches(':disabled')));
  await handle.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const end = performance.now() + patience;
  const isReady = () => Promise.race([handle.evaluate(isPressable), new Promise<boolean>((done) => setTimeout(done, patience, true))]);
  await until('the control to hold still', async () => (await isReady()) || performance.now() > end);
  await handle.click();
}

async function choose(handle: Handle, label: string): Promise<void> {
  await handle.select(await handle.evaluate(readOptionValue, label));
}

async function readTexts(frame: Frame, lists: Handle[], item: string): Promise<string[]> {
  const items = await Promise.all(lists.map((list) => list.$$(`::-p-aria([role="${item}"])`)));
  const all = items.flat() as Handle[];
  const [first] = all;
  if (!first) return [];
  const array = await frame.evaluateHandle((...elements: Element[]) => elements, ...all);
  return array.evaluate(readOutermost as (elements: unknown) => string[]);
}

function scopeOf(frame: Frame, page: Page): Scope {
  const evaluate = <T, A>(script: Script<T, A>, arg?: A): Promise<T> =>
    (typeof script === 'string' ? frame.evaluate(script) : frame.evaluate(script as (arg: unknown) => unknown, arg)) as Promise<T>;
  const byRole = (role: string, name: string) => until(`${role} “${name}”`, async () => firstVisible(await listRole(frame, role, name)));
  const bySelector = (selector: string) => until(selector, async () => firstVisible((await frame.$$(selector)) as Handle[]));
  return {
    // Puppeteer is not told where an extension's page has gone; the page itself knows.
    url: () => evaluate('location.href'),
    evaluate,
    waitFor: (script, arg, timeout) => until(String(script), () => evaluate(script, arg), timeout),
    click: async (selector) => click(await bySelector(selector)),
    clickRole: async (role, name) => click(await byRole(role, name)),
    fillRole: async (role, name, text) => {
      await click(await byRole(role, name));
      await pressChord(page, 'Control+a');
      await pressChord(page, 'Delete');
      if (text) await page.keyboard.type(text);
    },
    selectRole: async (role, name, label) => choose(await byRole(role, name), label),
    texts: async (role, name, item) => readTexts(frame, await listRole(frame, role, name), item),
    countRole: async (role, name) => (await listRole(frame, role, name)).length,
  };
}

async function pressChord(page: Page, chord: string): Promise<void> {
  const keys = chord.split('+') as KeyInput[];
  const last = keys.pop();
  if (!last) return;
  for (const key of keys) await page.keyboard.down(key);
  await page.keyboard.press(last);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

/** Firefox has no such switch for one tab; the preference turns all of them. */
const setScheme = (browser: Browser, scheme: 'light' | 'dark') =>
  runInBrowser(browser, `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${scheme === 'dark' ? 0 : 1})`);

async function goTo(page: Page, url: string, browser: Browser): Promise<void> {
  if (url.startsWith('moz-extension:')) await openExtensionPage(browser, page, url);
  else await page.goto(url, { waitUntil: 'domcontentloaded' });
}

function tabOf(page: Page, browser: Browser): Tab {
  return {
    ...scopeOf(page.mainFrame(), page),
    type: (text) => page.keyboard.type(text),
    press: (chord) => pressChord(page, chord),
    pointTo: (x, y) => page.mouse.move(x, y, { steps: 3 }),
    pressAt: (x, y) => page.mouse.click(x, y),
    screenshot: async (path, options) => void (await page.screenshot({ path: path as `${string}.png`, ...options })),
    print: () => page.pdf({ format: 'A4', preferCSSPageSize: true }),
    setColorScheme: async (scheme) => {
      await setScheme(browser, scheme);
      await until(`the ${scheme} scheme`, () => page.evaluate((name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, scheme));
    },
    setViewport: (width, height) => page.setViewport({ width, height }),
    addScript: async (code) => void (await page.evaluateOnNewDocument(code)),
    frames: () =>
      page
        .frames()
        .filter((frame) => frame !== page.mainFrame())
        .map((frame) => scopeOf(frame, page)),
    goto: (url) => goTo(page, url, browser),
    reload: () => reload(page),
    bringToFront: () => bringToFront(page),
    close: () => page.close(),
  };
}

const preferences = (options: LaunchOptions, proxyPort: number) => ({
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.trr.mode': 5,
  'extensions.webextOptionalPermissionPrompts': false,
  'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'extensions.getAddons.showPane': false,
  'dom.disable_beforeunload': true,
  ...(options.oneProcess ? { 'fission.autostart': false, 'dom.ipc.processCount': 1 } : {}),
  ...(options.colorScheme ? { 'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1 } : {}),
});

export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const { profile, giveBack } = borrowProfile(options.profile);
  const proxy = await startProxy(options.port);
  const browser = await launch({
    browser: 'firefox',
    executablePath: await getBrowser('firefox'),
    headless: options.headless !== false,
    userDataDir: profile,
    acceptInsecureCerts: true,
    extraPrefsFirefox: preferences(options, proxy.port),
    ...(options.zone ? { env: { ...process.env, TZ: options.zone } } : {}),
    defaultViewport: options.headless === false ? null : { width: 1280, height: 800 },
    // Without it Firefox neither opens an extension's pages nor lets tests into them.
    args: ['--remote-allow-system-access', ...(options.args ?? [])],
  });
  if (options.extension) await browser.installExtension(options.extension);
  return {
    name: 'firefox',
    profile,
    open: async (url) => {
      const tab = tabOf(await browser.newPage(), browser);
      await tab.goto(url);
      return tab;
    },
    extensionUrl: (path) => `moz-extension://${uuid}/${path.replace(/^\//, '')}`,
    tabs: async () => (await browser.pages()).map((page) => tabOf(page, browser)),
    stopWorker: async () =>
      void (await runInBrowser(browser, `WebExtensionPolicy.getByID('${extensionId}').extension.terminateBackground()`)),
    // The browser's own key, in the set it made for the extension's commands.
    command: async (name) =>
      void (await runInBrowser(
        browser,
        `(async () => {
          const { extension } = WebExtensionPolicy.getByID('${extensionId}');
          const { shortcut } = (await extension.shortcuts.allCommands()).find((one) => one.name === ${JSON.stringify(name)});
          const letter = shortcut.split('+').at(-1).toLowerCase();
          const { window } = Services.wm.getMostRecentWindow('navigator:browser');
          const keys = [...window.document.querySelectorAll('keyset[id^="ext-keyset-id-"] key')];
          const key = keys.find((one) => one.getAttribute('key')?.toLowerCase() === letter && /alt/.test(one.getAttribute('modifiers')));
          if (!key) throw new Error('no key for ${name}: ' + keys.map((one) => one.outerHTML));
          key.doCommand();
        })()`,
      )),
    menu: async (item) =>
      void (await runInBrowser(
        browser,
        `(async () => {
          const { extension } = WebExtensionPolicy.getByID('${extensionId}');
          const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
          const info = { menuItemId: ${JSON.stringify(item)}, editable: true, modifiers: [] };
          await extension.emit('webext-menu-menuitem-click', info, gBrowser.selectedTab);
        })()`,
      )),
    closed: new Promise((done) => browser.once('disconnected', () => done())),
    close: async () => {
      await browser.close();
      proxy.close();
      await giveBack();
    },
  };
}
