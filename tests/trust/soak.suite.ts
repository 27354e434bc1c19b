/**
 * A long day, in a hurry: posts stream in, are snoozed and wake, old ones are let go, copies and backups are made, the background is stopped
 * now and then. At the end every row that should be there is there once, the counts agree with the rows, and the browser has not grown.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { browsers, builtFor, type Driver, launch, startServer, type Tab, until } from '../driver/index.ts';
import { readTable, type StoredMention } from '../e2e/stored.ts';
import { makeKeyword, openInside, readStored, tell, wait } from './inside.ts';

const posts = 100;
const old = 40;
const day = 86_400_000;

const pageOf = (round: number): string =>
  `<!doctype html><title>round ${round}</title><main>${Array.from(
    { length: posts },
    (_, n) =>
      `<article><header><a rel="author" href="/@p${n}">Person ${n}</a> <a rel="bookmark" href="/soak/${round}/${n}">#</a></header><p>Round ${round}, number ${n} speaks of Quillwort.</p></article>`,
  ).join('')}</main>`;

/** Mentions that are past their time: they come in by a backup, and go by themselves. */
const makeOld = (round: number, now: number) =>
  Array.from({ length: old }, (_, n) => ({
    id: `x:old-${round}-${n}`,
    site: 'x',
    postId: `old-${round}-${n}`,
    kind: 'post',
    author: { handle: `old${n}` },
    text: 'Quillwort, long ago.',
    hits: [{ keywordId: 'kw-Quillwort', start: 0, end: 9 }],
    keywordIds: ['kw-Quillwort'],
    seenAt: now - 200 * day,
    status: 'new',
  }));

/** Bytes that the browser's processes hold by themselves. */
function readMemory(profile: string): number {
  let sum = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)) continue;
      sum += Number(/^Rss(?:Anon):\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
    } catch {
      // It has ended since.
    }
  return sum;
}

const isOf = (round: number) => (mention: StoredMention) => mention.text.startsWith(`Round ${round},`);
const list = (inside: Tab) => readTable<StoredMention>(inside, 'mentions');

async function snoozeAndWake(inside: Tab, ids: string[]): Promise<void> {
  await tell(inside, 'mention/change', { ids, change: { status: 'snoozed', snoozedUntil: Date.now() + 1_500 } });
  const isAwake = async () => (await list(inside)).every(({ id, status }) => !ids.includes(id) || status !== 'snoozed');
  // Browsers ring no more often than every half minute; whatever wakes the background wakes them too.
  await until('the snoozed to wake', async () => (await isAwake()) || (await wait(500).then(() => false)), 90_000);
}

async function runRound(driver: Driver, inside: Tab, round: number): Promise<void> {
  const server = await startServer({ plain: true, routes: { 'localhost/*': pageOf(round) } });
  const page = await driver.open(`http://localhost:${server.port}/soak/${round}`);
  if (round % 3 === 2) await driver.stopWorker();
  await until('the round', async () => (await list(inside)).filter(isOf(round)).length === posts, 60_000);
  const ids = (await list(inside)).filter(isOf(round)).map(({ id }) => id);
  await tell(inside, 'mention/setStatus', { ids: ids.slice(0, 50), status: 'done' });
  if (round % 5 === 0) await snoozeAndWake(inside, ids.slice(50, 60));
  await tell(inside, 'data/import', { tables: { mentions: makeOld(round, Date.now()) }, prefer: 'newer' });
  await tell(inside, 'data/retain', {});
  await page.close();
  await server.close();
}

/** What the counts say of a status, and how many there are. */
async function compareCounts(inside: Tab): Promise<string[]> {
  const [mentions, counts] = [await list(inside), await readTable<{ id: string; count: number }>(inside, 'counts')];
  return ['new', 'done', 'snoozed'].flatMap((status) => {
    const rows = mentions.filter((mention) => mention.status === status).length;
    const said = counts.find(({ id }) => id === `${status}/all`)?.count ?? 0;
    return rows === said || counts.length === 0 ? [] : [`${status}: ${rows} rows, counted ${said}`];
  });
}

async function runBrowser(name: 'chromium' | 'firefox', rounds: number): Promise<string[]> {
  const server = await startServer();
  const driver = await launch(name, { extension: builtFor(name), port: server.port });
  const inside = await openInside(driver);
  await tell(inside, 'keyword/save', { keywords: [makeKeyword('Quillwort')] });
  let begun = 0;
  for (let round = 0; round < rounds; round++) {
    await runRound(driver, inside, round);
    if (round === 1) begun = readMemory(driver.profile);
    console.log(
      `${name}, round ${round + 1}: ${posts * (round + 1)} rows acknowledged, ${Math.round(readMemory(driver.profile) / 1e6)} MB`,
    );
  }
  await wait(6_000);
  const mentions = await list(inside);
  const expected = rounds * posts;
  const lost = expected - new Set(mentions.filter(({ text }) => text.startsWith('Round ')).map(({ text }) => text)).size;
  const left = mentions.filter(({ id }) => id.startsWith('x:old-')).length;
  const copied = (await readStored(inside, 'sentinel')) as { counts: { mentions: number } } | undefined;
  const ended = readMemory(driver.profile);
  const problems = [
    ...(lost > 0 ? [`${lost} of ${expected} rows lost`] : []),
    ...(mentions.length !== expected + left ? [`${mentions.length - left} rows for ${expected} posts`] : []),
    ...(left > 0 ? [`${left} old rows were not let go`] : []),
    ...(await compareCounts(inside)),
    ...(copied ? [] : ['no second copy']),
    ...(begun > 0 && ended > begun * 1.6 + 100e6 ? [`grew from ${Math.round(begun / 1e6)} to ${Math.round(ended / 1e6)} MB`] : []),
  ];
  await driver.close();
  await server.close();
  console.log(
    `${name}: ${expected} rows acknowledged, ${lost} lost; ${Math.round(begun / 1e6)} MB at first, ${Math.round(ended / 1e6)} MB at the end`,
  );
  return problems.map((problem) => `${name}: ${problem}`);
}

export async function run({ rounds = 60 }): Promise<string[]> {
  const problems: string[] = [];
  for (const name of browsers) problems.push(...(await runBrowser(name, rounds)));
  return problems;
}
