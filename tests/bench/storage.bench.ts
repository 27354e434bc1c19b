/**
 * What an inbox of a million mentions costs a page of ours, beside the same page with none: in real Chromium, on the built extension.
 * `--rows 1000000` says how many; with more than 100,000 the same is printed for 100,000 too. `--rounds 7` says how often each is asked.
 * `--keep FOLDER` keeps the filled profiles there: the next run goes on with them, also where this one was broken off.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtFor, type Driver, launch, startServer, type Tab } from '../driver/index.ts';
import { type Figure, figure, median } from './figure.ts';
import type * as Work from './storage-work.ts';

declare const work: typeof Work;
declare const shown: { at?: number };

const fewer = 100_000;

/** `--rows 1000`, or `--rows=1000`. */
function readOption(name: string): string | undefined {
  const at = process.argv.findIndex((one) => one === `--${name}` || one.startsWith(`--${name}=`));
  return at < 0 ? undefined : (process.argv[at]?.split('=')[1] ?? process.argv[at + 1]);
}

const readNumber = (name: string, usual: number): number => Number(readOption(name) ?? usual);

/** Where the browser with so many rows lives, if it is to be kept. It also keeps the background of the build it was filled by, and must not. */
function profileFor(rows: number): { profile?: string } {
  const folder = readOption('keep');
  if (!folder) return {};
  const profile = join(folder, String(rows));
  rmSync(join(profile, 'Default', 'Service Worker'), { recursive: true, force: true });
  return { profile };
}

async function bundle(): Promise<string> {
  const made = await build({
    entryPoints: [fileURLToPath(new URL('storage-work.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'work',
    minify: true,
    target: 'chrome128',
  });
  return `${made.outputFiles[0]?.text ?? ''};globalThis.work = work;`;
}

/** Notes when the page first shows what it is for: a mention, a chart, or that there is nothing yet. */
const watchShown = `
  globalThis.shown = {};
  const look = () => {
    if (shown.at === undefined && document.querySelector('main ul.mentions li, main li.mention, main .empty, main canvas, main table, main form, main .plans, main .report-exports'))
      requestAnimationFrame(() => { shown.at ??= performance.now(); });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
`;

interface Inbox {
  driver: Driver;
  inside: Tab;
}

async function openInbox(port: number, code: string, rows: number): Promise<Inbox> {
  const driver = await launch('chromium', { extension: builtFor('chromium'), port, ...profileFor(rows) });
  const inside = await driver.open(driver.extensionUrl('dashboard.html'));
  await inside.addScript(watchShown);
  await inside.addScript(code);
  await inside.goto('about:blank');
  // A page that asks for little while it is filled.
  await inside.goto(driver.extensionUrl('dashboard.html#settings'));
  await inside.waitFor('typeof work === "object"');
  return { driver, inside };
}

/** The rows from `from` on, a part at a time: what takes long says how far it is. */
async function fillFrom(from: number, { inside }: Inbox, rows: number, until: number): Promise<void> {
  const part = 50_000;
  const start = performance.now();
  for (let n = from; n < rows; n += part) {
    await inside.evaluate(
      ([n, to, rows, until]: number[]) => work.fill(n as number, to as number, rows as number, until as number),
      [n, Math.min(rows, n + part), rows, until],
    );
    console.log(`${rows} rows: ${Math.min(rows, n + part)} after ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
}

/** @returns up to when its mentions were seen */
async function fillUp(inbox: Inbox, rows: number): Promise<number> {
  const { inside } = inbox;
  const known = await inside.evaluate((rows: number) => work.findFilled(rows), rows);
  const until = known?.until ?? Date.now();
  if (!known) await inside.evaluate(([rows, until]: number[]) => work.prepare(rows as number, until as number), [rows, until]);
  await fillFrom(known?.filled ?? 0, inbox, rows, until);
  while (await inside.evaluate(() => work.make(5_000)));
  const sizes = await inside.evaluate(() => work.sizes());
  console.log(JSON.stringify(sizes));
  if (sizes.mentions !== rows || sizes.indexed !== rows) throw new Error('Not every mention is there and in the index.');
  return until;
}

/** Milliseconds from the start of loading the page until it shows what it is for. */
async function open({ driver, inside }: Inbox, route: string): Promise<number> {
  await inside.goto('about:blank');
  // A tab that is not in front gets one frame a second.
  await inside.bringToFront();
  await inside.goto(driver.extensionUrl(`dashboard.html#${route}`));
  return (await inside.waitFor(() => shown.at)) ?? Number.NaN;
}

type Times = Map<string, number[]>;

function note(times: Times, name: string, ms: number): void {
  times.set(name, [...(times.get(name) ?? []), ms]);
}

async function measureOnce(inbox: Inbox, times: Times, until: number): Promise<void> {
  const { inside } = inbox;
  note(times, 'inbox-open', await open(inbox, 'inbox'));
  note(times, 'scroll: longest task', await inside.evaluate(() => work.scroll(40)));
  // On a page that asks for nothing itself meanwhile.
  await open(inbox, 'settings');
  for (const kind of ['filter', 'search'] as const)
    for (const { text, ms, plain } of await inside.evaluate((kind: 'filter' | 'search') => work.askAll(kind), kind)) {
      note(times, `${kind}: ${text}`, ms);
      note(times, `plain page before ${kind}: ${text}`, plain);
    }
  for (const by of ['priority', 'reach'] as const)
    note(times, `filter: sorted by ${by}`, await inside.evaluate((by: 'priority' | 'reach') => work.sort(by), by));
  note(times, 'count', await inside.evaluate(() => work.count('status:new keyword:k3')));
  note(times, 'goals-rows', await inside.evaluate((until: number) => work.measures(until), until));
  note(times, 'people-rows', await inside.evaluate((until: number) => work.people(until), until));
  const changed = await inside.evaluate((until: number) => work.change(1_000, until), until);
  note(times, 'change-1000', changed.change);
  note(times, 'take-back-1000', changed.back);
  note(times, 'insights-rows', await inside.evaluate((until: number) => work.insights(until), until));
  for (const page of ['insights', 'people', 'goals', 'report']) note(times, page, await open(inbox, page));
}

/** The slowest of those whose names begin so, by its median. */
function findSlowest(times: Times, prefix: string): { name: string; ms: number } {
  const all = [...times].flatMap(([name, list]) => (name === prefix || name.startsWith(`${prefix}: `) ? [{ name, ms: median(list) }] : []));
  return all.reduce((slowest, one) => (one.ms > slowest.ms ? one : slowest));
}

/** The slowest, beside the slowest with none; a question beside a plain one that was asked in the same moment. */
function figureOf(name: string, size: string, full: Times, empty: Times): Figure {
  const slowest = findSlowest(full, name);
  if (slowest.name !== name) console.log(`the slowest ${slowest.name}`);
  const plain = full.get(`plain page before ${slowest.name}`);
  if (plain) return figure(`storage/${name}-${size}`, slowest.ms, 'ms', 'as many rows by one index', median(plain));
  return figure(`storage/${name}-${size}`, slowest.ms, 'ms', '0 rows', findSlowest(empty, name).ms);
}

const names = ['inbox-open', 'filter', 'search', 'insights', 'people', 'goals', 'report', 'scroll', 'change-1000', 'take-back-1000'];

function printAll(full: Times, empty: Times, rows: number): void {
  console.log(`\n${rows} rows: median ms, and with none`);
  for (const [name, list] of full)
    console.log(
      `  ${name.padEnd(60)} ${median(list).toFixed(1).padStart(8)} ${median(empty.get(name) ?? [])
        .toFixed(1)
        .padStart(8)}`,
    );
}

async function measure(port: number, code: string, rows: number): Promise<Figure[]> {
  const [full, empty] = [await openInbox(port, code, rows), await openInbox(port, code, 0)];
  try {
    const until = await fillUp(full, rows);
    await fillUp(empty, 0);
    const [ours, none]: [Times, Times] = [new Map(), new Map()];
    for (let rounds = readNumber('rounds', 7); rounds > 0; rounds--) {
      await measureOnce(full, ours, until);
      await measureOnce(empty, none, until);
    }
    printAll(ours, none, rows);
    const size = rows === 1_000_000 ? '1m' : rows % 1_000 === 0 ? `${rows / 1_000}k` : String(rows);
    return names.map((name) => figureOf(name, size, ours, none));
  } finally {
    await full.driver.close();
    await empty.driver.close();
  }
}

export async function run(): Promise<Figure[]> {
  const rows = readNumber('rows', 1_000_000);
  const code = await bundle();
  const server = await startServer();
  try {
    const figures: Figure[] = [];
    for (const size of rows > fewer ? [fewer, rows] : [rows]) figures.push(...(await measure(server.port, code, size)));
    return figures;
  } finally {
    await server.close();
  }
}
