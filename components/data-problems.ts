/** What stands in the way of calling the data safe, worst first. No trouble is passed over because another is worse. */
import { eventWords, isTrouble } from './data-words.ts';
import type { WordKey } from './words.ts';

export const folderWords = {
  permission: 'folderPermission',
  gone: 'folderGone',
  failed: 'folderFailed',
} as const satisfies Record<string, WordKey>;

export interface DataFacts {
  /** Why the database cannot be read, where it cannot. */
  problem?: string | undefined;
  database?: { durability?: string; readOnly: boolean } | undefined;
  copiedAt?: { authored?: number; heard?: number } | undefined;
  folderProblem?: keyof typeof folderWords | undefined;
  /** The newest first. */
  events?: readonly { at: number; kind: keyof typeof eventWords }[] | undefined;
}

/** Trouble is told for a day after it was over. */
const told = 86_400_000;

export function listProblems(
  { problem, database, copiedAt, folderProblem, events = [] }: DataFacts,
  now: number,
): [WordKey, ...string[]][] {
  const found: [WordKey, ...string[]][] = [];
  if (problem) found.push(['statusNoDatabase', problem]);
  if (database?.readOnly) found.push(['statusReadOnly']);
  if (database && database.durability !== 'strict') found.push(['statusNotStrict']);
  // Without a database there is nothing yet to copy: that is said already.
  if (database && !copiedAt?.authored) found.push(['statusNoCopy']);
  if (folderProblem) found.push([folderWords[folderProblem]]);
  const kinds = events.filter(({ kind, at }) => isTrouble(kind) && now - at < told).map(({ kind }) => kind);
  // A folder that cannot be written to is said above, in more words.
  for (const kind of new Set(kinds)) if (kind !== 'backup-failed' || !folderProblem) found.push([eventWords[kind]]);
  return found;
}
