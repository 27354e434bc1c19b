/**
 * The power goes while rows are written. A browser's profile lies on a disk of its own (a file that is mounted); what has reached that disk
 * at a moment nobody chose is set aside, everything else is thrown away, and a browser is started on what is left: every row that was
 * acknowledged before is there. It takes a Linux machine that lets this process mount disks.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Driver, startServer } from '../driver/index.ts';
import {
  beginWriting,
  killBrowser,
  needStore,
  readRows,
  type Store,
  signalBrowser,
  startIn,
  stores,
  takeAcknowledged,
  watchWriting,
} from './crash.ts';
import { openInside, wait } from './inside.ts';

const size = '400M';

function must(command: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr?.toString().trim()}`);
}

/** Why this machine cannot do it; undefined where it can. */
function findHindrance(): string | undefined {
  if (process.platform !== 'linux') return 'only Linux mounts a file as a disk';
  if (process.getuid?.() !== 0) return 'mounting a disk takes root';
  const missing = ['mkfs.ext4', 'losetup', 'mount'].filter((tool) => spawnSync('which', [tool]).status !== 0);
  if (missing.length > 0) return `there is no ${missing.join(', ')}`;
  return existsSync('/dev/loop-control') ? undefined : 'there are no loop devices';
}

function mount(image: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  must('mount', '-o', 'loop', image, folder);
  chmodSync(folder, 0o777);
}

/** A browser that has just ended may hold its files for a moment longer. */
function unmount(folder: string): void {
  for (let tries = 0; tries < 20; tries++) {
    if (spawnSync('umount', [folder]).status === 0) return;
    spawnSync('sleep', ['0.5']);
  }
  spawnSync('umount', ['-l', folder]);
}

interface Tally {
  acknowledged: number;
  lost: number;
}

/** A browser may have lost, with the power, that an extension has a background; it is then started again, as a person would. */
async function startAfterCut(store: Store, profile: string, port: number): Promise<Driver> {
  for (let tries = 2; tries > 0; tries--)
    try {
      return await startIn(store, profile, port);
    } catch (error) {
      console.log(`${store.title}: the background did not come back after the cut; started again (${String(error).slice(0, 80)})`);
      signalBrowser(profile, 'KILL');
      await wait(1_000);
    }
  return startIn(store, profile, port);
}

async function runRound(store: Store, port: number): Promise<Tally> {
  const base = mkdtempSync(join(tmpdir(), 'earshot-power-'));
  const [image, cut, disk, after] = [join(base, 'disk.img'), join(base, 'cut.img'), join(base, 'before'), join(base, 'after')];
  try {
    must('truncate', '-s', size, image);
    must('mkfs.ext4', '-q', '-F', image);
    mount(image, disk);
    mkdirSync(join(disk, 'profile'));
    const first = await startIn(store, join(disk, 'profile'), port);
    const inside = await openInside(first);
    await beginWriting(inside, 1);
    const acknowledged = await watchWriting(inside, 1_500 + Math.random() * 4_000);
    acknowledged.push(...(await takeAcknowledged(inside)));
    // From here on nothing more is written; what the browser believes to be on the disk and is not, is lost.
    signalBrowser(first.profile, 'STOP');
    must('cp', '--sparse=always', image, cut);
    signalBrowser(first.profile, 'CONT');
    await killBrowser(first);
    unmount(disk);
    mount(cut, after);
    const second = await startAfterCut(store, join(after, 'profile'), port);
    const rows = await readRows(second);
    await second.close();
    needStore(store, join(after, 'profile'));
    return { acknowledged: acknowledged.length, lost: acknowledged.filter((n) => !rows.has(n)).length };
  } finally {
    for (const folder of [disk, after]) if (spawnSync('mountpoint', ['-q', folder]).status === 0) unmount(folder);
    rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function runStore(store: Store, rounds: number, port: number): Promise<string[]> {
  const total: Tally = { acknowledged: 0, lost: 0 };
  for (let round = 1; round <= rounds; round++) {
    const { acknowledged, lost } = await runRound(store, port);
    total.acknowledged += acknowledged;
    total.lost += lost;
    console.log(`${store.title}, power cut ${round}: ${acknowledged} rows acknowledged, ${lost} lost`);
  }
  console.log(`${store.title}: ${total.acknowledged} rows acknowledged, ${total.lost} lost in ${rounds} power cuts`);
  if (total.acknowledged === 0) return [`${store.title}: nothing was written`];
  return total.lost > 0 ? [`${store.title}: ${total.lost} of ${total.acknowledged} acknowledged rows lost`] : [];
}

export async function run({ rounds = 20 }): Promise<string[]> {
  const hindrance = findHindrance();
  if (hindrance) {
    console.log(`power: NOT RUN, ${hindrance}.`);
    return [`not run: ${hindrance}`];
  }
  const server = await startServer();
  const problems: string[] = [];
  try {
    for (const store of stores) problems.push(...(await runStore(store, rounds, server.port)));
  } finally {
    await server.close();
  }
  return problems;
}
