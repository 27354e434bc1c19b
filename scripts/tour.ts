/** The main job, done by hand or by itself, in the real extension. */
import { mkdirSync } from 'node:fs';
import { type BrowserName, builtFor, type Driver, launch, type Tab, until } from '../tests/driver/index.ts';
import { addKeyword, addReply, insertReply, listMentions, openReplyBox, readFieldText } from '../tests/e2e/person.ts';
import { readTable, type StoredMention } from '../tests/e2e/stored.ts';
import { type PracticeServer, startPractice } from '../tests/practice/server.ts';

const keywords = [
  { query: 'Tidepool', kind: 'Brand' },
  { query: 'Foxglove Desk', kind: 'Competitor' },
  { query: 'shared inbox', kind: 'Topic' },
];
const reply = { title: 'Kind words', body: 'Hi {{author.firstName|there}}, thank you for the kind words!\n\nWhat should we build next?' };

const listAddresses = async (driver: Driver) => Promise.all((await driver.tabs()).map((tab) => tab.url()));

/** For a person: stays open until they close it. */
export async function show(name: BrowserName): Promise<boolean> {
  const practice = await startPractice();
  const driver = await launch(name, { extension: builtFor(name), headless: false });
  const feed = await driver.open(`${practice.url}?live`);
  // The welcome page opens by itself; it waits behind the feed.
  await until('the welcome page', async () => (await listAddresses(driver)).some((url) => url.includes('/welcome.html')), 10_000).catch(
    () => {},
  );
  await feed.bringToFront();
  console.log(`The practice feed is at ${practice.url}. Earshot is in the toolbar (in Chromium, behind the puzzle piece).`);
  console.log('Close the browser to end.');
  await driver.closed;
  await practice.close();
  return true;
}

function showTable(mentions: StoredMention[], names: Map<string, string>): void {
  console.log(`\n${'WHO'.padEnd(20)}${'KEYWORDS'.padEnd(30)}WHAT`);
  for (const { author, keywordIds, text } of mentions) {
    const who = author.name ?? author.handle ?? '';
    const heard = keywordIds.map((id) => names.get(id) ?? id).join(', ');
    console.log(`${who.slice(0, 19).padEnd(20)}${heard.slice(0, 29).padEnd(30)}${text.replace(/\s+/g, ' ').slice(0, 70)}`);
  }
}

async function answerFirst(driver: Driver, feed: Tab, practice: PracticeServer): Promise<string> {
  await addReply(driver, reply);
  await openReplyBox(feed, '#p1');
  await insertReply(driver, feed, reply.title);
  const text = await until('the reply in its box', () => readFieldText(feed, '#box-p1 .field'));
  if (!text.startsWith('Hi Mira, thank you for the kind words!')) throw new Error(`The box says: ${text}`);
  if (practice.posted.length > 0) throw new Error('Something was posted.');
  return text;
}

async function readKeywordNames(driver: Driver): Promise<Map<string, string>> {
  const page = await driver.open(driver.extensionUrl('popup.html'));
  const rows = await readTable<{ id: string; name: string }>(page, 'keywords');
  await page.close();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Without a display: true if everything happened. */
export async function tour(name: BrowserName): Promise<boolean> {
  const practice = await startPractice();
  const driver = await launch(name, { extension: builtFor(name) });
  try {
    for (const keyword of keywords) await addKeyword(driver, keyword);
    const feed = await driver.open(practice.url);
    await feed.clickRole('button', 'Load more');
    const mentions = await until('mentions in the inbox', async () => {
      const { shown, kept } = await listMentions(driver);
      return shown.length >= 10 && kept;
    });
    showTable(mentions, await readKeywordNames(driver));
    const text = await answerFirst(driver, feed, practice);
    console.log(`\n${mentions.length} mentions are in the inbox. This reply stands in the box, and nothing was posted:\n\n${text}\n`);
    mkdirSync('.output', { recursive: true });
    await feed.bringToFront();
    await feed.screenshot('.output/practice-feed.png');
    console.log('Screenshot: .output/practice-feed.png');
    return true;
  } finally {
    await driver.close();
    await practice.close();
  }
}
