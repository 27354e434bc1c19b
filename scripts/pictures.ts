/** Sets Earshot up as a person would have it after a morning's work, and takes its pictures in both colour schemes. */
import { mkdirSync } from 'node:fs';
import { builtFor, type Driver, launch, readFixture, type Server, startServer, type Tab, until } from '../tests/driver/index.ts';
import { addKeyword, openReplyBox } from '../tests/e2e/person.ts';
import { readTable } from '../tests/e2e/stored.ts';
import { startPractice } from '../tests/practice/server.ts';

const folder = 'docs/images';
const keywords = [
  { query: 'Tidepool', kind: 'Brand' },
  { query: 'Foxglove Desk', kind: 'Competitor' },
  { query: 'shared inbox', kind: 'Topic' },
];

async function takeBoth(tab: Tab, name: string, width: number, height: number): Promise<void> {
  await tab.bringToFront();
  await tab.setViewport(width, height);
  for (const scheme of ['light', 'dark'] as const) {
    await tab.setColorScheme(scheme);
    await tab.waitFor('document.getAnimations().every((one) => one.playState !== "running")');
    await tab.screenshot(`${folder}/${name}-${scheme}.png`);
  }
}

async function takeOwnPage(driver: Driver, address: string, name: string, width: number, height: number): Promise<void> {
  const tab = await driver.open(driver.extensionUrl(address));
  await tab.setViewport(width, height);
  await tab.waitFor('document.querySelector("h1") !== null');
  // The popup asks the page what it holds; the inbox asks the database.
  await tab.waitFor('document.body.innerText.includes("Tidepool") || location.pathname.includes("welcome")');
  await takeBoth(tab, name, width, height);
  await tab.close();
}

/** Pages of well-known sites, under their own names. */
async function visitSites(driver: Driver, server: Server): Promise<void> {
  for (const name of ['mastodon/feed', 'hackernews/thread', 'reddit/thread', 'bluesky/feed', 'x/thread']) {
    const { url, html } = readFixture(`tests/fixtures/sites/${name}.html`);
    server.route(`${new URL(url).hostname}/*`, html);
    const tab = await driver.open(url);
    await tab.waitFor('CSS.highlights.size > 0');
    await tab.close();
  }
}

async function openPicker(feed: Tab): Promise<void> {
  await openReplyBox(feed, '#p1');
  const picker = () =>
    until('the picker', async () => {
      for (const frame of feed.frames()) if ((await frame.url()).includes('/picker.html')) return frame;
      return undefined;
    });
  await (await picker()).clickRole('button', 'Earshot replies');
  await until('the dialog', async () => (await (await picker()).countRole('dialog', 'Earshot replies')) > 0);
}

export async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const practice = await startPractice();
  const server = await startServer();
  const driver = await launch('chromium', { extension: builtFor('chromium'), port: server.port });
  try {
    for (const keyword of keywords) await addKeyword(driver, keyword);
    const feed = await driver.open(practice.url);
    await feed.clickRole('button', 'Load more');
    const inside = await driver.open(driver.extensionUrl('dashboard.html'));
    await until('the mentions', async () => (await readTable(inside, 'mentions')).length >= 11);
    await visitSites(driver, server);
    await inside.close();
    await feed.bringToFront();
    await feed.evaluate('scrollTo(0, 0)');
    await takeOwnPage(driver, 'popup.html', 'popup', 400, 600);
    await takeOwnPage(driver, 'dashboard.html', 'dashboard', 1280, 860);
    await takeOwnPage(driver, 'welcome.html', 'welcome', 1280, 860);
    await feed.bringToFront();
    await feed.setViewport(1200, 860);
    await takeBoth(feed, 'practice-feed', 1200, 860);
    await openPicker(feed);
    await takeBoth(feed, 'picker', 1200, 860);
  } finally {
    await driver.close();
    await practice.close();
    await server.close();
  }
}
