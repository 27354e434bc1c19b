import { type BrowserContext, chromium, type Frame, type Locator, type Page } from '@playwright/test';
import { getBrowser } from '../../scripts/browsers.mjs';
import { recordOwnTasks, recordOwnTime } from './own-tasks.ts';
import { borrowProfile } from './profile.ts';
import {
  bringToFront,
  type Driver,
  type LaunchOptions,
  readOptionValue,
  readOutermost,
  reload,
  type Scope,
  type Script,
  type Tab,
  until,
  whenStill,
} from './tab.ts';

type Role = Parameters<Page['getByRole']>[0];

function scopeOf(frame: Page | Frame): Scope {
  const evaluate = <T, A>(script: Script<T, A>, arg?: A): Promise<T> => frame.evaluate(script as string, arg) as Promise<T>;
  const byRole = (role: string, name: string) =>
    frame
      .getByRole(role as Role, { name, exact: true })
      .filter({ visible: true })
      .first();
  async function press(target: Locator): Promise<void> {
    await target.waitFor();
    if ('frameElement' in frame) {
      const owner = await frame.frameElement();
      await whenStill(() => owner.boundingBox());
    }
    await target.click();
  }
  return {
    url: async () => frame.url(),
    evaluate,
    waitFor: (script, arg, timeout) => until(String(script), () => evaluate(script, arg), timeout),
    click: (selector) => press(frame.locator(selector).filter({ visible: true }).first()),
    clickRole: (role, name) => press(byRole(role, name)),
    fillRole: (role, name, text) => byRole(role, name).fill(text),
    selectRole: async (role, name, label) => {
      const field = byRole(role, name);
      await field.selectOption(await field.evaluate(readOptionValue, label));
    },
    texts: async (role, name, item) => {
      const list = frame.getByRole(role as Role, { name, exact: true });
      return list.getByRole(item as Role).evaluateAll(readOutermost);
    },
    countRole: (role, name) => frame.getByRole(role as Role, name === undefined ? {} : { name, exact: true }).count(),
  };
}

function tabOf(page: Page): Tab {
  return {
    ...scopeOf(page),
    type: (text) => page.keyboard.type(text),
    press: (chord) => page.keyboard.press(chord),
    pointTo: (x, y) => page.mouse.move(x, y, { steps: 3 }),
    pressAt: (x, y) => page.mouse.click(x, y),
    screenshot: async (path, options) => void (await page.screenshot({ path, ...options })),
    print: () => page.pdf({ format: 'A4', preferCSSPageSize: true }),
    setColorScheme: (colorScheme) => page.emulateMedia({ colorScheme }),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    addScript: async (content) => void (await page.addInitScript({ content })),
    frames: () =>
      page
        .frames()
        .filter((frame) => frame !== page.mainFrame())
        .map(scopeOf),
    goto: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    reload: () => reload(page),
    recordOwnTasks: async (origin) => recordOwnTasks(await page.context().newCDPSession(page), origin),
    recordOwnTime: async (origin) => recordOwnTime(await page.context().newCDPSession(page), origin),
    bringToFront: () => bringToFront(page),
    close: () => page.close(),
  };
}

/** `localhost` stays itself: the practice feed is served there, on a port of its own. */
function listArguments(options: LaunchOptions): string[] {
  const own = [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
  ];
  if (options.headless !== false) own.push('--headless=new');
  if (options.oneProcess) own.push('--disable-site-isolation-trials', '--renderer-process-limit=1');
  if (options.extension) own.push(`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`);
  if (options.port) own.push(`--host-resolver-rules=MAP * 127.0.0.1:${options.port}, EXCLUDE localhost`);
  return [...own, ...(options.args ?? [])];
}

async function findExtension(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 60_000 }));
  return worker.url().split('/').slice(0, 3).join('/');
}

/**
 * The browser's own page for workers; the debugging protocol has no command that stops one gently. Resolves once one was seen to have stopped:
 * it may be started again at once by what it missed.
 */
async function stopWorker(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://serviceworker-internals/?devtools');
  // The list comes a moment after the page; an empty one would be taken for one of workers that have stopped.
  const listed = page.locator(':is([data-command="stop"], [data-command="start"])').filter({ visible: true });
  await until('the list of workers', async () => (await listed.count()) > 0);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const find = (command: string) =>
          [...document.querySelectorAll<HTMLElement>(`[data-command="${command}"]`)].filter((button) => button.checkVisibility());
        const look = () => find('start').length > 0 && resolve();
        new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
        for (const button of find('stop')) button.click();
        look();
      }),
  );
  await page.close();
}

export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const { profile, giveBack } = borrowProfile(options.profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await getBrowser('chromium'),
    args: listArguments(options),
    ignoreDefaultArgs: ['--disable-extensions', '--headless', '--disable-component-extensions-with-background-pages'],
    headless: false,
    ignoreHTTPSErrors: true,
    viewport: options.headless === false ? null : { width: 1280, height: 800 },
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    ...(options.zone ? { env: { ...process.env, TZ: options.zone } } : {}),
  });
  context.setDefaultTimeout(30_000);
  const uncaught: string[] = [];
  context.on('weberror', (error) => uncaught.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error' && message.text().startsWith('Uncaught')) uncaught.push(message.text());
  });
  const origin = options.extension ? await findExtension(context) : '';
  const findWorker = async () =>
    context.serviceWorkers().find((one) => one.url().startsWith(origin)) ?? (await context.waitForEvent('serviceworker'));
  return {
    name: 'chromium',
    profile,
    uncaught,
    evaluateInWorker: async <T>(script: string) => (await (await findWorker()).evaluate(script)) as T,
    open: async (url) => {
      const tab = tabOf(await context.newPage());
      await tab.goto(url);
      return tab;
    },
    extensionUrl: (path) => `${origin}/${path.replace(/^\//, '')}`,
    tabs: async () => context.pages().map(tabOf),
    stopWorker: () => stopWorker(context),
    // Its own keys are the window's, which no protocol presses; the event itself is what the browser gives to the worker.
    command: async (name) => {
      const worker = await findWorker();
      await worker.evaluate((command) => {
        const { chrome } = globalThis as unknown as { chrome: { commands: { onCommand: { dispatch(command: string): void } } } };
        chrome.commands.onCommand.dispatch(command);
      }, name);
    },
    menu: async (item) => {
      const worker = await findWorker();
      await worker.evaluate(async (menuItemId) => {
        interface Api {
          tabs: { query(by: object): Promise<object[]> };
          contextMenus: { onClicked: { dispatch(info: object, tab: object | undefined): void } };
        }
        const { tabs, contextMenus } = (globalThis as unknown as { chrome: Api }).chrome;
        const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
        contextMenus.onClicked.dispatch({ menuItemId, editable: true }, tab);
      }, item);
    },
    closed: new Promise((done) => context.once('close', () => done())),
    close: async () => {
      await context.close();
      await giveBack();
    },
  };
}
