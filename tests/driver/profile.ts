import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './tab.ts';

/** A profile folder: the one that is given, which is kept, or a new one, which is removed afterwards. */
export function borrowProfile(given: string | undefined): { profile: string; giveBack: () => Promise<unknown> } {
  if (given) return { profile: given, giveBack: async () => {} };
  const profile = mkdtempSync(join(tmpdir(), 'earshot-profile-'));
  const remove = () => rm(profile, { recursive: true, force: true }).then(() => true);
  // The browser's other processes write into it for a while after it has closed.
  const giveBack = () => until(`${profile} to be let go`, remove, 120_000).catch(console.warn);
  return { profile, giveBack };
}
