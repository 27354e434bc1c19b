/** The whole browser is killed at a random moment while rows are written: every row that was acknowledged is there afterwards. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../driver/index.ts';
import { beginWriting, killBrowser, needStore, readRows, removeProfile, type Store, startIn, stores, watchWriting } from './crash.ts';
import { openInside } from './inside.ts';

interface Tally {
  acknowledged: number;
  lost: number;
}

/** Writes, is killed, and is looked at again; on the same profile as the rounds before. */
async function runRound(store: Store, profile: string, port: number, known: Set<number>): Promise<Tally> {
  const first = await startIn(store, profile, port);
  const inside = await openInside(first);
  await beginWriting(inside, 1 + Math.max(0, ...known));
  const acknowledged = await watchWriting(inside, 200 + Math.random() * 3_800);
  await killBrowser(first);
  for (const n of acknowledged) known.add(n);
  const second = await startIn(store, profile, port);
  const rows = await readRows(second);
  await second.close();
  needStore(store, profile);
  const lost = [...known].filter((n) => !rows.has(n));
  for (const n of lost) known.delete(n);
  return { acknowledged: acknowledged.length, lost: lost.length };
}

async function runStore(store: Store, rounds: number): Promise<string[]> {
  const profile = mkdtempSync(join(tmpdir(), 'earshot-kill-'));
  const server = await startServer();
  const known = new Set<number>();
  const total: Tally = { acknowledged: 0, lost: 0 };
  try {
    for (let round = 1; round <= rounds; round++) {
      const { acknowledged, lost } = await runRound(store, profile, server.port, known);
      total.acknowledged += acknowledged;
      total.lost += lost;
      console.log(`${store.title}, round ${round}: ${acknowledged} rows acknowledged, ${lost} lost`);
    }
  } finally {
    await server.close();
    removeProfile(profile);
  }
  console.log(`${store.title}: ${total.acknowledged} rows acknowledged, ${total.lost} lost in ${rounds} rounds`);
  if (total.acknowledged === 0) return [`${store.title}: nothing was written`];
  return total.lost > 0 ? [`${store.title}: ${total.lost} of ${total.acknowledged} acknowledged rows lost`] : [];
}

export async function run({ rounds = 10 }): Promise<string[]> {
  const problems: string[] = [];
  for (const store of stores) problems.push(...(await runStore(store, rounds)));
  return problems;
}
