import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A profile folder: the one that is given, which is kept, or a new one, which is removed afterwards. */
export function borrowProfile(given: string | undefined): { profile: string; giveBack: () => void } {
  if (given) return { profile: given, giveBack: () => {} };
  const profile = mkdtempSync(join(tmpdir(), 'earshot-profile-'));
  return { profile, giveBack: () => rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }) };
}
