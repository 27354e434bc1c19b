// tests/driver/index.ts
import { fileURLToPath } from "node:url";

// tests/driver/chromium.ts
import { chromium } from "@playwright/test";

// scripts/browsers.mjs
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
var root = new URL("..", import.meta.url).pathname;
var places = {
  chromium: {
    variable: "CHROMIUM_PATH",
    names: ["chromium", "chromium-browser", "ungoogled-chromium"],
    paths: ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/snap/bin/chromium"],
    apt: "chromium"
  },
  firefox: {
    variable: "FIREFOX_PATH",
    names: ["firefox", "firefox-esr", "firefox-developer-edition"],
    paths: ["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe", "/snap/bin/firefox"],
    apt: "firefox-esr"
  }
};
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
function findNamed({ variable }) {
  const path = process.env[variable];
  if (!path) return void 0;
  if (!isProgram(path)) throw new Error(`${variable} is ${path}, and there is no program there.`);
  return path;
}
function findInstalled({ names, paths }) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const endings = process.platform === "win32" ? [".exe"] : [""];
  const onPath = folders.flatMap((folder) => names.flatMap((name2) => endings.map((ending) => join(folder, name2 + ending))));
  return [...onPath, ...paths].find(isProgram);
}
async function findDownloaded(name2) {
  const { chromium: chromium2, firefox } = await import("@playwright/test");
  const path = name2 === "chromium" ? chromium2.executablePath() : firefox && void 0;
  return path && existsSync(path) ? path : void 0;
}
async function findBrowser(name2) {
  const place = places[name2];
  return findNamed(place) ?? findInstalled(place) ?? await findDownloaded(name2);
}
function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], timeout: 6e5 }).status === 0;
}
async function download(name2) {
  if (name2 !== "chromium") return void 0;
  run(process.execPath, [join(root, "node_modules/@playwright/test/cli.js"), "install", "chromium"]);
  return findDownloaded(name2);
}
function installWithApt(place) {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !isProgram("/usr/bin/apt-get")) return void 0;
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", place.apt]);
  return findInstalled(place);
}
async function getBrowser(name2) {
  const found = await findBrowser(name2);
  if (found) return found;
  const place = places[name2];
  console.error(`No ${name2} found; trying to get one.`);
  const got = await download(name2) ?? installWithApt(place);
  if (got) return got;
  throw new Error(
    `No ${name2} on this machine. Install it (on Debian: apt-get install ${place.apt}), or name one with ${place.variable}=/path/to/${name2}.`
  );
}

// tests/driver/own-tasks.ts
var categories = ["devtools.timeline", "disabled-by-default-devtools.timeline"];
async function recordOwnTasks(cdp, origin) {
  const events = [];
  cdp.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value) if (event.name === "RunTask" || event.name === "FunctionCall") events.push(event);
  });
  await cdp.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: categories, excludedCategories: ["*"] }
  });
  return async () => {
    const complete = new Promise((done) => cdp.once("Tracing.tracingComplete", done));
    await cdp.send("Tracing.end");
    await complete;
    return listOwnTasks(events, origin);
  };
}
function listOwnTasks(events, origin) {
  const byThread = /* @__PURE__ */ new Map();
  for (const event of events) {
    if (event.ph !== "X" || event.dur === void 0) continue;
    const thread = `${event.pid}:${event.tid}`;
    const of = byThread.get(thread);
    if (of) of.push(event);
    else byThread.set(thread, [event]);
  }
  const inPage = ({ args }) => args.data?.url?.startsWith(`${origin}content-scripts/`);
  const threads = [...byThread.values()].filter((thread) => thread.some(inPage));
  return threads.flatMap((thread) => listOfThread(thread, origin)).sort((a, b) => b.computed - a.computed);
}
function listOfThread(events, origin) {
  const tasks = [];
  let task;
  let taskEnd = 0;
  let callEnd = 0;
  for (const event of events.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    const end = event.ts + (event.dur ?? 0);
    if (event.name === "RunTask" && event.ts >= taskEnd) {
      taskEnd = end;
      task = void 0;
    }
    const { url = "", functionName = "", lineNumber = 0, columnNumber = 0 } = event.args.data ?? {};
    if (event.name !== "FunctionCall" || !url.startsWith(origin) || event.ts < callEnd) continue;
    callEnd = end;
    if (!task) {
      task = { computed: 0, took: 0, through: [] };
      tasks.push(task);
    }
    task.computed += (event.tdur ?? event.dur ?? 0) / 1e3;
    task.took += (event.dur ?? 0) / 1e3;
    task.through.push(`${url.slice(origin.length)} ${functionName}:${lineNumber}:${columnNumber}`);
  }
  return tasks;
}

// tests/driver/profile.ts
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";
function borrowProfile(given) {
  if (given) return { profile: given, giveBack: () => {
  } };
  const profile = mkdtempSync(join2(tmpdir(), "earshot-profile-"));
  return { profile, giveBack: () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

// tests/driver/tab.ts
function readOptionValue(element, label) {
  const options = [...element.options];
  const option = options.find((one) => one.label.trim().toLowerCase() === label.toLowerCase());
  if (!option) throw new Error(`no option ${label} among ${options.map((one) => one.label).join(", ")}`);
  return option.value;
}
function readOutermost(elements) {
  const outermost = elements.filter((one) => !elements.some((other) => other !== one && other.contains(one)));
  return outermost.map((one) => one.innerText.trim());
}
var pause = (ms) => new Promise((done) => setTimeout(done, ms));
async function until(what, ask, timeout = 3e4) {
  const end = performance.now() + timeout;
  let problem;
  for (; ; ) {
    try {
      const answer = await ask();
      if (answer) return answer;
      problem = void 0;
    } catch (error) {
      problem = error;
    }
    if (performance.now() > end) throw new Error(`Waited ${timeout} ms for ${what}${problem ? `; last problem: ${problem}` : ""}`);
    await pause(50);
  }
}

// tests/driver/chromium.ts
function scopeOf(frame) {
  const evaluate = (script, arg) => frame.evaluate(script, arg);
  const byRole = (role, name2) => frame.getByRole(role, { name: name2, exact: true }).filter({ visible: true }).first();
  return {
    url: async () => frame.url(),
    evaluate,
    waitFor: (script, arg, timeout) => until(String(script), () => evaluate(script, arg), timeout),
    click: (selector) => frame.locator(selector).filter({ visible: true }).first().click(),
    clickRole: (role, name2) => byRole(role, name2).click(),
    fillRole: (role, name2, text) => byRole(role, name2).fill(text),
    selectRole: async (role, name2, label) => {
      const field = byRole(role, name2);
      await field.selectOption(await field.evaluate(readOptionValue, label));
    },
    texts: async (role, name2, item) => {
      const list = frame.getByRole(role, { name: name2, exact: true });
      return list.getByRole(item).evaluateAll(readOutermost);
    },
    countRole: (role, name2) => frame.getByRole(role, name2 === void 0 ? {} : { name: name2, exact: true }).count()
  };
}
function tabOf(page) {
  return {
    ...scopeOf(page),
    type: (text) => page.keyboard.type(text),
    press: (chord) => page.keyboard.press(chord),
    pointTo: (x, y) => page.mouse.move(x, y, { steps: 3 }),
    pressAt: (x, y) => page.mouse.click(x, y),
    screenshot: async (path, options) => void await page.screenshot({ path, ...options }),
    setColorScheme: (colorScheme) => page.emulateMedia({ colorScheme }),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    addScript: async (content) => void await page.addInitScript({ content }),
    frames: () => page.frames().filter((frame) => frame !== page.mainFrame()).map(scopeOf),
    goto: async (url) => void await page.goto(url, { waitUntil: "domcontentloaded" }),
    recordOwnTasks: async (origin) => recordOwnTasks(await page.context().newCDPSession(page), origin),
    bringToFront: () => page.bringToFront(),
    close: () => page.close()
  };
}
function listArguments(options) {
  const own = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check"
  ];
  if (options.headless !== false) own.push("--headless=new");
  if (options.extension) own.push(`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`);
  if (options.port) own.push(`--host-resolver-rules=MAP * 127.0.0.1:${options.port}, EXCLUDE localhost`);
  return [...own, ...options.args ?? []];
}
async function findExtension(context) {
  const worker = context.serviceWorkers()[0] ?? await context.waitForEvent("serviceworker", { timeout: 6e4 });
  return worker.url().split("/").slice(0, 3).join("/");
}
async function stopWorker(context) {
  const page = await context.newPage();
  await page.goto("chrome://serviceworker-internals/?devtools");
  const stop = page.locator("button.stop");
  for (let i = 0; i < await stop.count(); i++) if (await stop.nth(i).isVisible()) await stop.nth(i).click();
  await until("the worker to stop", async () => await page.locator("button.stop").filter({ visible: true }).count() === 0);
  await page.close();
}
async function launchChromium(options) {
  const { profile, giveBack } = borrowProfile(options.profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await getBrowser("chromium"),
    args: listArguments(options),
    ignoreDefaultArgs: ["--disable-extensions", "--headless", "--disable-component-extensions-with-background-pages"],
    headless: false,
    ignoreHTTPSErrors: true,
    viewport: options.headless === false ? null : { width: 1280, height: 800 },
    ...options.colorScheme ? { colorScheme: options.colorScheme } : {}
  });
  context.setDefaultTimeout(3e4);
  const origin = options.extension ? await findExtension(context) : "";
  return {
    name: "chromium",
    profile,
    open: async (url) => {
      const tab = tabOf(await context.newPage());
      await tab.goto(url);
      return tab;
    },
    extensionUrl: (path) => `${origin}/${path.replace(/^\//, "")}`,
    tabs: async () => context.pages().map(tabOf),
    stopWorker: () => stopWorker(context),
    // Its own keys are the window's, which no protocol presses; the event itself is what the browser gives to the worker.
    command: async (name2) => {
      const worker = context.serviceWorkers().find((one) => one.url().startsWith(origin)) ?? await context.waitForEvent("serviceworker");
      await worker.evaluate((command) => {
        const { chrome } = globalThis;
        chrome.commands.onCommand.dispatch(command);
      }, name2);
    },
    closed: new Promise((done) => context.once("close", () => done())),
    close: async () => {
      await context.close();
      giveBack();
    }
  };
}

// tests/driver/firefox.ts
import { launch } from "puppeteer-core";

// tests/driver/firefox-chrome.ts
var connectionOf = (browser) => browser.connection;
var contextOf = (page) => page.mainFrame()._id;
async function runInBrowser(browser, expression) {
  const connection = connectionOf(browser);
  const tree = (await connection.send("browsingContext.getTree", { "moz:scope": "chrome" })).result;
  const context = tree.contexts[0]?.context;
  const answer = (await connection.send("script.evaluate", { expression, target: { context }, awaitPromise: true })).result;
  if (answer.type !== "success") throw new Error(answer.exceptionDetails?.text ?? "failed");
  return answer.result?.value;
}
async function openExtensionPage(browser, page, url) {
  await connectionOf(browser).send("browsingContext.navigate", { context: contextOf(page), url, wait: "none" });
  const wanted = url.split(/[?#]/)[0];
  await until(url, () => page.evaluate((address) => location.href.startsWith(address ?? "") && document.readyState !== "loading", wanted));
}

// tests/driver/proxy.ts
import { createServer } from "node:http";
import { connect } from "node:net";
async function startProxy(serverPort) {
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.on("connect", (_, client) => {
    client.on("error", () => {
    });
    if (!serverPort) return void client.end("HTTP/1.1 502 Nowhere\r\n\r\n");
    const upstream = connect(serverPort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy());
    client.on("close", () => upstream.destroy());
  });
  await new Promise((done) => proxy.listen(0, "127.0.0.1", done));
  return {
    port: proxy.address().port,
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    }
  };
}

// tests/driver/firefox.ts
var uuid = "0ea45407-0000-4000-8000-0000000ea450";
var extensionId = "earshot@earshot.example";
var quote = (text) => text.replace(/[\\"]/g, "\\$&");
async function listRole(frame, role, name2) {
  const selector = name2 === void 0 ? `::-p-aria([role="${role}"])` : `::-p-aria([name="${quote(name2)}"][role="${role}"])`;
  return await frame.$$(selector);
}
async function firstVisible(handles) {
  for (const handle of handles) if (await handle.isVisible()) return handle;
  return void 0;
}
async function click(handle) {
  await until("the control to be enabled", () => handle.evaluate((element) => !element.matches(":disabled")));
  await handle.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  await handle.click();
}
async function choose(handle, label) {
  await handle.select(await handle.evaluate(readOptionValue, label));
}
async function readTexts(frame, lists, item) {
  const items = await Promise.all(lists.map((list) => list.$$(`::-p-aria([role="${item}"])`)));
  const all = items.flat();
  const [first] = all;
  if (!first) return [];
  const array = await frame.evaluateHandle((...elements) => elements, ...all);
  return array.evaluate(readOutermost);
}
function scopeOf2(frame, page) {
  const evaluate = (script, arg) => typeof script === "string" ? frame.evaluate(script) : frame.evaluate(script, arg);
  const byRole = (role, name2) => until(`${role} \u201C${name2}\u201D`, async () => firstVisible(await listRole(frame, role, name2)));
  const bySelector = (selector) => until(selector, async () => firstVisible(await frame.$$(selector)));
  return {
    // Puppeteer is not told where an extension's page has gone; the page itself knows.
    url: () => evaluate("location.href"),
    evaluate,
    waitFor: (script, arg, timeout) => until(String(script), () => evaluate(script, arg), timeout),
    click: async (selector) => click(await bySelector(selector)),
    clickRole: async (role, name2) => click(await byRole(role, name2)),
    fillRole: async (role, name2, text) => {
      await click(await byRole(role, name2));
      await pressChord(page, "Control+a");
      await pressChord(page, "Delete");
      if (text) await page.keyboard.type(text);
    },
    selectRole: async (role, name2, label) => choose(await byRole(role, name2), label),
    texts: async (role, name2, item) => readTexts(frame, await listRole(frame, role, name2), item),
    countRole: async (role, name2) => (await listRole(frame, role, name2)).length
  };
}
async function pressChord(page, chord) {
  const keys = chord.split("+");
  const last = keys.pop();
  if (!last) return;
  for (const key of keys) await page.keyboard.down(key);
  await page.keyboard.press(last);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}
var setScheme = (browser, scheme) => runInBrowser(browser, `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${scheme === "dark" ? 0 : 1})`);
async function goTo(page, url, browser) {
  if (url.startsWith("moz-extension:")) await openExtensionPage(browser, page, url);
  else await page.goto(url, { waitUntil: "domcontentloaded" });
}
function tabOf2(page, browser) {
  return {
    ...scopeOf2(page.mainFrame(), page),
    type: (text) => page.keyboard.type(text),
    press: (chord) => pressChord(page, chord),
    pointTo: (x, y) => page.mouse.move(x, y, { steps: 3 }),
    pressAt: (x, y) => page.mouse.click(x, y),
    screenshot: async (path, options) => void await page.screenshot({ path, ...options }),
    setColorScheme: async (scheme) => {
      await setScheme(browser, scheme);
      await until(`the ${scheme} scheme`, () => page.evaluate((name2) => matchMedia(`(prefers-color-scheme: ${name2})`).matches, scheme));
    },
    setViewport: (width, height) => page.setViewport({ width, height }),
    addScript: async (code) => void await page.evaluateOnNewDocument(code),
    frames: () => page.frames().filter((frame) => frame !== page.mainFrame()).map((frame) => scopeOf2(frame, page)),
    goto: (url) => goTo(page, url, browser),
    bringToFront: () => page.bringToFront(),
    close: () => page.close()
  };
}
var preferences = (options, proxyPort) => ({
  "network.proxy.type": 1,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": proxyPort,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": proxyPort,
  "network.trr.mode": 5,
  "extensions.webextOptionalPermissionPrompts": false,
  "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: uuid }),
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.normandy.enabled": false,
  "extensions.getAddons.showPane": false,
  "dom.disable_beforeunload": true,
  ...options.colorScheme ? { "layout.css.prefers-color-scheme.content-override": options.colorScheme === "dark" ? 0 : 1 } : {}
});
async function launchFirefox(options) {
  const { profile, giveBack } = borrowProfile(options.profile);
  const proxy = await startProxy(options.port);
  const browser = await launch({
    browser: "firefox",
    executablePath: await getBrowser("firefox"),
    headless: options.headless !== false,
    userDataDir: profile,
    acceptInsecureCerts: true,
    extraPrefsFirefox: preferences(options, proxy.port),
    defaultViewport: options.headless === false ? null : { width: 1280, height: 800 },
    // Without it Firefox neither opens an extension's pages nor lets tests into them.
    args: ["--remote-allow-system-access", ...options.args ?? []]
  });
  if (options.extension) await browser.installExtension(options.extension);
  return {
    name: "firefox",
    profile,
    open: async (url) => {
      const tab = tabOf2(await browser.newPage(), browser);
      await tab.goto(url);
      return tab;
    },
    extensionUrl: (path) => `moz-extension://${uuid}/${path.replace(/^\//, "")}`,
    tabs: async () => (await browser.pages()).map((page) => tabOf2(page, browser)),
    stopWorker: async () => void await runInBrowser(browser, `WebExtensionPolicy.getByID('${extensionId}').extension.terminateBackground()`),
    // The browser's own key, in the set it made for the extension's commands.
    command: async (name2) => void await runInBrowser(
      browser,
      `(async () => {
          const { extension } = WebExtensionPolicy.getByID('${extensionId}');
          const { shortcut } = (await extension.shortcuts.allCommands()).find((one) => one.name === ${JSON.stringify(name2)});
          const letter = shortcut.split('+').at(-1).toLowerCase();
          const { window } = Services.wm.getMostRecentWindow('navigator:browser');
          const keys = [...window.document.querySelectorAll('keyset[id^="ext-keyset-id-"] key')];
          const key = keys.find((one) => one.getAttribute('key')?.toLowerCase() === letter && /alt/.test(one.getAttribute('modifiers')));
          if (!key) throw new Error('no key for ${name2}: ' + keys.map((one) => one.outerHTML));
          key.doCommand();
        })()`
    ),
    closed: new Promise((done) => browser.once("disconnected", () => done())),
    close: async () => {
      await browser.close();
      proxy.close();
      giveBack();
    }
  };
}

// tests/driver/server.ts
import { createServer as createPlainServer } from "node:http";
import { createServer as createServer2 } from "node:https";
import { generate } from "selfsigned";
function readAsked(request, plain) {
  const host = request.headers.host ?? "localhost";
  const url = new URL(request.url ?? "/", `${plain ? "http" : "https"}://${host}`);
  return { hostname: url.hostname, path: url.pathname, url, method: request.method ?? "GET" };
}
var bare = (key) => key.replace(/^https?:\/\//, "");
function findRoute(routes, asked) {
  const address = asked.hostname + asked.path;
  const exact = routes.get(address + asked.url.search) ?? routes.get(address);
  if (exact !== void 0) return exact;
  const prefixes = [...routes.keys()].filter((key) => key.endsWith("*") && address.startsWith(key.slice(0, -1)));
  const longest = prefixes.sort((a, b) => b.length - a.length)[0];
  return longest === void 0 ? void 0 : routes.get(longest);
}
function respond(response, route, asked) {
  const made = typeof route === "function" ? route(asked) : route;
  const answer = made === void 0 ? { body: "not here", status: 404, type: "text/plain" } : typeof made === "string" ? { body: made } : made;
  response.writeHead(answer.status ?? 200, {
    "content-type": answer.type ?? "text/html; charset=utf-8",
    "cache-control": "no-store",
    ...answer.headers
  });
  response.end(answer.body);
}
async function makeCertificate() {
  const made = await generate([{ name: "commonName", value: "earshot.test" }], { keySize: 2048, algorithm: "sha256" });
  return { key: made.private, cert: made.cert };
}
async function startServer(options = {}) {
  const plain = options.plain ?? false;
  const routes = new Map(Object.entries(options.routes ?? {}).map(([key, route]) => [bare(key), route]));
  const log = [];
  const listener = (request, response) => {
    const asked = readAsked(request, plain);
    log.push(`${asked.method} ${asked.hostname}${asked.path}`);
    respond(response, options.handler?.(asked) ?? findRoute(routes, asked), asked);
  };
  const server2 = plain ? createPlainServer(listener) : createServer2(await makeCertificate(), listener);
  await new Promise((done) => server2.listen(options.port ?? 0, "127.0.0.1", done));
  return {
    port: server2.address().port,
    log,
    route: (key, route) => void routes.set(bare(key), route),
    close: () => new Promise((done) => {
      server2.closeAllConnections();
      server2.close(() => done());
    })
  };
}

// tests/driver/index.ts
var browsers = ["chromium", "firefox"].filter(
  (name2) => [name2, void 0, ""].includes(process.env.EARSHOT_BROWSER)
);
var launch2 = (name2, options = {}) => name2 === "chromium" ? launchChromium(options) : launchFirefox(options);
function builtFor(name2) {
  const output = process.env.EARSHOT_OUTPUT ?? fileURLToPath(new URL("../../.output", import.meta.url));
  return `${output}/${name2 === "chromium" ? "chrome" : "firefox"}-mv3-e2e`;
}

// ../cardround-frame2.ts
var name = process.argv[2] ?? "chromium";
var server = await startServer();
var line = (id, words) => `<yt-live-chat-text-message-renderer id="${id}" style="display:block"><span id="author-name">@tomas.k</span><span id="message">${words}</span></yt-live-chat-text-message-renderer>`;
server.route("www.youtube.com/watch", `<!doctype html><title>Ebb</title><body>${process.argv[4] === "own" ? '<ytd-comment-view-model><div id="header-author"><a id="author-text" href="/@nora-ebb">@nora-ebb</a><span id="published-time-text"><a href="/watch?v=ebb0000001&amp;lc=UgA1">1 day ago</a></span></div><span id="content-text">Seen at Tidepool</span></ytd-comment-view-model>' : ""}<iframe style="position:absolute;left:20px;top:60px;width:420px;height:2600px" src="/live_chat?v=ebb0000001"></iframe>`);
server.route("www.youtube.com/live_chat", `<!doctype html><title>Chat</title><body>${line("Chat1", "is Tidepool there")}<div style="height:600px"></div>${line("Chat3", "so Tidepool again")}`);
var driver = await launch2(name, { extension: builtFor(name), port: server.port });
try {
  const inside = await driver.open(driver.extensionUrl("dashboard.html"));
  await inside.evaluate(async () => (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ name: "keyword/save", body: { keywords: [{ id: "k", query: "Tidepool", name: "Tidepool", kind: "brand", color: "teal", paused: false, createdAt: 1 }] } }));
  await new Promise((r) => setTimeout(r, 3e3));
  const tab = await driver.open("https://www.youtube.com/watch?v=ebb0000001");
  await tab.bringToFront();
  const chat = await until("chat", async () => {
    for (const f of tab.frames()) if ((await f.url()).includes("/live_chat")) return f;
    return void 0;
  });
  await until("painted", () => chat.evaluate("CSS.highlights.size > 0"), 15e3);
  for (const id of (process.argv[3] ?? "Chat3").split(",")) {
    const hit = await chat.evaluate((id2) => {
      const m = document.getElementById(id2).querySelector("#message").getBoundingClientRect();
      return { x: m.left + 35, y: m.top + m.height / 2 };
    }, id);
    await tab.pointTo(700, 20);
    await new Promise((r) => setTimeout(r, 500));
    await tab.pointTo(22 + hit.x, 62 + hit.y);
    for (let i = 0; i < 2; i++) {
      await new Promise((r) => setTimeout(r, 700));
      console.log(id, JSON.stringify(hit), JSON.stringify(await chat.evaluate(() => [...document.querySelectorAll("[popover]")].map((h) => [h.matches(":popover-open"), getComputedStyle(h).visibility, JSON.stringify(h.getBoundingClientRect())]))));
    }
    for (const f of tab.frames()) console.log("frame", await f.url());
    console.log(JSON.stringify(await chat.evaluate(() => new Promise((ok) => {
      const o = new IntersectionObserver((e) => {
        o.disconnect();
        ok([e[0].intersectionRect, e[0].boundingClientRect, e[0].isIntersecting]);
      });
      o.observe(document.documentElement);
    }))));
    await tab.screenshot(`/tmp/wt/shots/card-frame-${name}-${id}.png`);
  }
  let card;
  for (const f of tab.frames()) if ((await f.url()).includes("/card.html")) card = f;
  await card.clickRole("button", "Done");
  for (let i = 0; i < 4; i++) {
    await new Promise((r) => setTimeout(r, 700));
    console.log(await card.evaluate(() => document.body.innerText.replace(/\n/g, " | ")));
  }
  console.log(await card.evaluate(() => new Promise((ok) => {
    const p = document.querySelector(".panel");
    const o = new IntersectionObserver((e) => {
      o.disconnect();
      ok(JSON.stringify([e[0].isVisible, e[0].intersectionRect, e[0].boundingClientRect, innerHeight]));
    }, { trackVisibility: true, delay: 100 });
    o.observe(p);
  })));
} finally {
  await driver.close();
  await server.close();
}
